// Register: what the kit knows of a book with entries. A room declares one; storing, pages, search, exchange and the API follow from it.
import type { RawBuilder } from 'kysely'
import type { Actor, OrganisationKind, Role, Scope } from '../ground/scope.ts'
import type { Words } from '../ground/words.ts'
import type { BadgeTone } from '../page-kit/alerts.tsx'
import type { IconName } from '../page-kit/icons.tsx'
import type { ParameterName } from '../policy/profiles.ts'
import type { DeadlineDeclaration } from './deadline-declaration.ts'
import type { AnyInput, Entry, Lookups, Stage, SystemRow } from './entry.ts'
import type { Field, Fields, InputOf, RowsField, TermsField } from './field-types.ts'
import type { Rules } from './rules.ts'

export type Register<F extends Fields = Fields> = {
  /** Name in references, history, findings, search and the API (`processing-activities`). */
  readonly key: string
  readonly table: string
  /** Part of a page's address (`verwerkingen`). */
  readonly path: string
  readonly icon: IconName
  readonly words: RegisterWords
  readonly fields: F
  /** The order in which people read the fields; each field stands in one. */
  readonly sections: readonly Section[]
  /** Counts changes of the declaration that old snapshots must be read with. */
  readonly schemaVersion: number
  readonly named: Named
  readonly lifecycle: Lifecycle
  readonly rules: Rules
  readonly list: ListDeclaration
  /** How often an active entry is looked at again, by this parameter of the policy; a year where the policy is silent. None: never by itself. */
  readonly reviewBy?: ParameterName
  /** Rules that keep an entry from coming into force by any door: an import of what is in use already brings it in as a draft. */
  readonly gate?: readonly string[]
  /** Terms that run for each entry, by key (`answer`); each is kept with the version of the policy that it began under. */
  readonly deadlines?: Readonly<Record<string, DeadlineDeclaration>>
  /** What other registers' rules may know of their entries through this one. */
  readonly contributes?: readonly Contribution[]
  /** What history says of acts beside the steps, which the register's own pages do (past participles). */
  readonly alsoDone?: Readonly<Record<string, Words>>
  /** Which entries an actor may see: a predicate over the alias `t` of the table. Every door uses it. */
  visible(actor: Actor): RawBuilder<boolean>
  /** True where people with the same roles don't all see the same entries, because an entry is also seen by those whom it names. */
  readonly isPersonal?: true
  /** What a new entry begins with, before anybody typed. */
  start?(scope: Scope): Partial<InputOf<F>>
  /** Faults that the fields can't know of by themselves, and that keep an input from being saved at all. */
  check?(input: InputOf<F>, about: CheckedAbout<F>): readonly { at: string; message: Words }[]
}

/** `before`: what stood there, of an entry that is changed: what was right when it was written isn't refused by a clock that was set back. */
export type CheckedAbout<F extends Fields = Fields> = { readonly organisationKind: OrganisationKind; readonly now: Date; readonly before?: InputOf<F> | undefined }

export type RegisterWords = {
  /** A single entry, in lower case (`verwerking`). */
  readonly one: Words
  /** The register's name, with a capital (`Verwerkingen`). */
  readonly many: Words
  readonly article: 'de' | 'het'
  /** One sentence under the name: what the register is for, with its citation. */
  readonly lead: Words
  /** What a person with an empty register reads, beside the buttons to begin. */
  readonly empty: Words
}

export type Section = {
  readonly key: string
  readonly words: Words
  readonly fields: readonly string[]
  /** Left out where it doesn't concern the entry and nothing stands in it. Gets the input or the raw values of a form. */
  concerns?(values: Readonly<Record<string, unknown>>): boolean
}

/** The fields that play a part beside their own. */
export type Named = {
  /** A required text: how the entry is called. */
  readonly title: string
  /** The organisation's own number, unique; where it is left empty one is made that begins with the prefix. */
  readonly number: { readonly field: string; readonly prefix: string }
  /** Reference to the department that keeps the entry. */
  readonly department?: string
  /** Reference to the person who answers for it. */
  readonly owner?: string
}

export type ListDeclaration = {
  /** Columns that a person may choose beside the title: field keys and `status`, `findings`, `review_due_on`, `updated_at`, in order. */
  readonly columns: readonly string[]
  /** Those shown when nobody chose. */
  readonly shown: readonly string[]
  readonly filters: readonly Filter[]
  /** What the list is ordered by before anybody chose; by name unless said. Registers of cases begin with what ends first. */
  readonly order?: 'due_at' | 'updated_at'
}

export type Filter = {
  /** In the address of a page (`afdeling`). */
  readonly path: string
  /** In the address of the API, lower camel case (`department`). */
  readonly name: string
  /** `department`, or `legal_bases.basis` for a column of rows. A yes/no, choice, term(s) or reference. */
  readonly field: string
  /** Other words than the field's. */
  readonly words?: Words
  /** Only for those whose task asks for it (N-02). */
  readonly roles?: readonly Role[]
}

/** Facts on the entries of another register, for its rules and those of whoever points at it (by id, by key). */
export type Contribution = {
  /** Key of the register that the facts are about; this one has a reference to it, or says which entries it reaches. */
  readonly to: string
  readonly key: string
  /** Only the entries themselves may ask it, not those that point at them: these needn't be looked at when it changes. */
  readonly isForItself?: true
  facts(scope: Scope, ids: readonly string[]): Promise<ReadonlyMap<string, unknown>>
  /** Entries of `to` that these inputs say something about without a reference: for a register that has none to it. */
  reaches?(scope: Scope, inputs: readonly AnyInput[]): Promise<readonly string[]>
}

export type Status = { readonly words: Words; readonly tone: BadgeTone; readonly stage: Stage }

export type Lifecycle = {
  readonly statuses: Readonly<Record<string, Status>>
  /** The state of a new entry. */
  readonly start: string
  /** The state in which an import may bring entries in as being in force. */
  readonly inForce: string
  /** Ended states to which entries are brought in good order, as cases are: norms count these for a year more, so that a norm isn't without measure once everything is done. */
  readonly concluded?: readonly string[]
  /** In the order in which a page offers them. `create`, `change` and `import` are always there. */
  readonly verbs: Readonly<Record<string, Verb>>
}

/** Where the work on an entry stands: the row itself, and the proposal beside it where there is one. */
export type Work = {
  readonly status: string
  readonly stage: Stage
  readonly department: string | null
  readonly proposal: 'none' | 'draft' | 'in_review'
  readonly input?: AnyInput
  /** Of each declared deadline that began, by its key; `over` when it was met or lapsed. */
  readonly deadlines?: Readonly<Record<string, 'running' | 'extended' | 'suspended' | 'over'>>
}

export type Verb = {
  /** The button (`Activeren`). */
  readonly words: Words
  /** Past participle for history and notices (`geactiveerd`). */
  readonly done: Words
  /** Roles that may; a role with departments only for entries of those departments. */
  readonly roles: readonly Role[]
  /** Fields that name a person who may do it too, whatever the own roles: the one whose work it is. */
  readonly alsoFor?: readonly string[]
  when(work: Work): boolean
  /** `button`: pressing is enough; `form`: a small form first; `edit`: the register's own form; `no`: not among the buttons of the entry. */
  readonly offered: 'button' | 'form' | 'edit' | 'no'
  readonly isDanger?: boolean
  /** What the small form asks: also the body of the API's sub-resource. */
  readonly fields?: Fields
  /** Those of `fields` without which the step isn't taken. */
  readonly required?: readonly string[]
  /** What its form begins with, before anybody typed; for whoever may take the step. */
  begin?(scope: Scope, entry: Entry): Promise<AnyInput> | AnyInput
  /** What the step means, above its form. */
  readonly explain?: Words
  /** Sub-resource of an entry in the API (`submissions`); none: not through the API. */
  readonly resource?: string
  /** Absent for `create` and `import`, which the corridor does itself. */
  act?(step: Step): Promise<Outcome | void> | Outcome | void
}

export type Step = {
  readonly scope: Scope
  readonly register: Register
  /** The entry as it is, locked. */
  readonly entry: Entry
  /** What the form of the verb asked, parsed; for `change` the new input. */
  readonly values: AnyInput
  readonly lookups: Lookups
}

/** What an act changes; what it leaves out stays as it is. `isRemoved`: the entry goes, its history stays. */
export type Outcome = {
  readonly input?: AnyInput
  readonly system?: Partial<SystemRow>
  readonly note?: string | null
  readonly changes?: readonly { field: string; before: unknown; after: unknown }[]
  readonly isRemoved?: boolean
}

/** Checks a declaration's shape against its own fields as it is written. */
export function declareRegister<const F extends Fields>(register: Register<F>): Register<F> {
  return register
}

/** The table that keeps a repeating group or a list of terms. */
export function childTable(register: Pick<Register, 'table'>, field: string): string {
  return `${register.table}_${field}`
}

export function isChild(field: Field): field is TermsField | RowsField {
  return field.type === 'terms' || field.type === 'rows'
}

/** Keys of the fields that are columns of the register's own table. */
export function columnKeys(fields: Fields): string[] {
  return Object.keys(fields).filter((key) => !isChild(fields[key]!))
}

export function childKeys(fields: Fields): string[] {
  return Object.keys(fields).filter((key) => isChild(fields[key]!))
}
