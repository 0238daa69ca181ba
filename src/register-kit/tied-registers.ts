// Tied registers: all books of the product by key, their references to each other resolved and their declarations checked before a door opens.
import { roles } from '../ground/scope.ts'
import { baseTargets, type CellField, type Field } from './field-types.ts'
import type { Register } from './register.ts'

/** A declaration that can't be right: names the register and the field, step or filter. The start fails on it. */
export class BadDeclaration extends Error {
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super(`The registers are not declared right:\n${faults.map((fault) => `- ${fault}`).join('\n')}`)
    this.name = 'BadDeclaration'
    this.faults = faults
  }
}

/** A field that points at a register: `column` where it is a cell of repeating rows. */
export type Link = { readonly from: Register; readonly field: string; readonly column: string | undefined }

let tied: ReadonlyMap<string, Register> = new Map()
let links: ReadonlyMap<string, readonly Link[]> = new Map()

/** Makes these the registers of the product. @throws BadDeclaration naming everything that is wrong */
export function tieRegisters(registers: readonly Register[]): void {
  const faults = faultsIn(registers)
  if (faults.length > 0) throw new BadDeclaration(faults)
  tied = new Map(registers.map((register) => [register.key, register]))
  const found = new Map<string, Link[]>()
  for (const register of registers) for (const { to, link } of linksOf(register)) found.set(to, [...found.get(to) ?? [], link])
  links = found
}

/** All registers, in the order of the menu. */
export function allRegisters(): readonly Register[] {
  return [...tied.values()]
}

export function registerOf(key: string): Register | undefined {
  return tied.get(key)
}

/** The fields of whatever register that point at this one. */
export function linksTo(key: string): readonly Link[] {
  return links.get(key) ?? []
}

/** What is wrong with declarations, each naming its register and part. Pure, for tests of it. */
export function faultsIn(registers: readonly Register[]): string[] {
  const keys = new Set(registers.map(({ key }) => key))
  return [
    ...doubles(registers, 'key'), ...doubles(registers, 'path'), ...doubles(registers, 'table'),
    ...registers.flatMap((register) => {
      const say = (what: string) => `register “${register.key}”: ${what}`
      return [
        ...(/^[a-z][a-z0-9-]*$/.test(register.key) && /^[a-z][a-z0-9-]*$/.test(register.path) ? [] : [say('its key and path are kebab-case')]),
        ...(reservedPaths.has(register.path) || reservedAddresses.has(register.key) ? [say(`“${register.path}” or “${register.key}” is an address that Waarborg itself uses`)] : []),
        ...Object.entries(register.fields).flatMap(([key, field]) => fieldFaults(key, field, keys)).map(say),
        ...sectionFaults(register).map(say), ...namedFaults(register).map(say), ...listFaults(register).map(say), ...lifecycleFaults(register, keys).map(say),
        ...Object.entries(register.rules).flatMap(([key, { field }]) => Object.hasOwn(register.fields, field) ? [] : [say(`rule “${key}” stands at field “${field}”, which isn't there`)]),
        ...(register.contributes ?? []).flatMap(({ to, key }) => linksOf(register).some((link) => link.to === to) ? [] : [say(`contributes “${key}” to “${to}” but no field refers to it`)]),
      ]
    }),
  ]
}

const reservedPaths = new Set(['beheer', 'catalogi', 'inloggen', 'organisatie', 'zoeken', 'zoeken.json'])
const reservedAddresses = new Set(['departments', 'governing-bodies', 'participants', 'persons', 'catalogues'])

function doubles(registers: readonly Register[], part: 'key' | 'path' | 'table'): string[] {
  return registers.flatMap((register, index) => registers.findIndex((other) => other[part] === register[part]) < index ? [`register “${register.key}”: its ${part} “${register[part]}” is of another register too`] : [])
}

const reservedKeys = new Set(['id', 'organisation_id', 'entry_id', 'position', 'status', 'revision', 'version', 'created_at', 'created_by', 'updated_at', 'updated_by', 'reviewed_on', 'review_due_on', 'ended_on',
  'imported_by', 'sort_name', 'findings', 'findings_blocking', 'findings_serious', 'findings_attention', 'proposal', 'links'])

function fieldFaults(key: string, field: Field, registers: ReadonlySet<string>): string[] {
  const own = [
    ...(/^[a-z][a-z0-9_]{0,50}$/.test(key) ? [] : [`field “${key}” isn't snake_case`]),
    ...(reservedKeys.has(key) ? [`field “${key}” has the name of a column that every entry has`] : []),
    ...(field.words.nl.trim() === '' || field.words.en.trim() === '' ? [`field “${key}” has no words in both languages`] : []),
    ...(field.type === 'choice' && field.choices.some((choice, index) => field.choices.findIndex((other) => other.key === choice.key) < index) ? [`field “${key}” has a choice twice`] : []),
  ]
  if (field.type === 'reference') return [...own, ...(baseTargets.some((target) => target === field.to) || registers.has(field.to) ? [] : [`field “${key}” refers to “${field.to}”, which is no register`])]
  if (field.type === 'rows') return [...own, ...Object.entries<CellField>(field.columns).flatMap(([column, cell]) => fieldFaults(column, cell, registers).map((fault) => `${fault} (in “${key}”)`))]
  return own
}

function sectionFaults({ sections, fields }: Register): string[] {
  const placed = sections.flatMap((section) => section.fields)
  return [
    ...placed.flatMap((key, index) => Object.hasOwn(fields, key) ? (placed.indexOf(key) < index ? [`field “${key}” stands in two sections`] : []) : [`a section names field “${key}”, which isn't there`]),
    ...Object.keys(fields).flatMap((key) => placed.includes(key) ? [] : [`field “${key}” stands in no section`]),
  ]
}

function namedFaults({ named, fields }: Register): string[] {
  const wanted: [string, string | undefined, (field: Field) => boolean][] = [
    ['title', named.title, ({ type }) => type === 'text'], ['number', named.number.field, ({ type }) => type === 'text'],
    ['department', named.department, (field) => field.type === 'reference' && field.to === 'department'], ['owner', named.owner, (field) => field.type === 'reference' && field.to === 'person'],
  ]
  return wanted.flatMap(([part, key, fits]) => key === undefined ? [] : !Object.hasOwn(fields, key) ? [`its ${part} is field “${key}”, which isn't there`] : fits(fields[key]!) ? [] : [`its ${part} can't be field “${key}”`])
}

export const systemColumnNames = ['status', 'findings', 'review_due_on', 'updated_at'] as const

function listFaults({ list, fields }: Register): string[] {
  const isColumn = (name: string) => systemColumnNames.some((known) => known === name) || (Object.hasOwn(fields, name) && fields[name]!.type !== 'rows')
  return [
    ...[...list.columns, ...list.shown].flatMap((name) => isColumn(name) ? [] : [`list column “${name}” is no field that fits one cell`]),
    ...list.shown.flatMap((name) => list.columns.includes(name) ? [] : [`list column “${name}” is shown but can't be chosen`]),
    ...list.filters.flatMap(({ path, field }) => filterField(fields, field) ? [] : [`filter “${path}” is on “${field}”, which is no yes/no, choice, term or reference`]),
    ...list.filters.flatMap(({ path }, index) => list.filters.findIndex((other) => other.path === path) < index ? [`filter “${path}” is there twice`] : []),
  ]
}

/** The field of a filter: its own, or a column of rows. */
export function filterField(fields: Register['fields'], path: string): Field | undefined {
  const [key, column] = path.split('.') as [string, string?]
  const field = Object.hasOwn(fields, key) ? fields[key]! : undefined
  const found = column === undefined ? field : field?.type === 'rows' && Object.hasOwn(field.columns, column) ? field.columns[column] : undefined
  return found && ['yesNo', 'choice', 'term', 'terms', 'reference'].includes(found.type) ? found : undefined
}

function lifecycleFaults({ lifecycle }: Register, registers: ReadonlySet<string>): string[] {
  const has = (status: string) => Object.hasOwn(lifecycle.statuses, status)
  return [
    ...[lifecycle.start, lifecycle.inForce].flatMap((status) => has(status) ? [] : [`its lifecycle knows no status “${status}”`]),
    ...['create', 'change', 'import'].flatMap((verb) => Object.hasOwn(lifecycle.verbs, verb) ? [] : [`its lifecycle has no step “${verb}”`]),
    ...Object.entries(lifecycle.verbs).flatMap(([key, verb]) => [
      ...verb.roles.flatMap((role) => roles.includes(role) ? [] : [`step “${key}” is for role “${String(role)}”, which isn't there`]),
      ...(verb.required ?? []).flatMap((field) => verb.fields && Object.hasOwn(verb.fields, field) ? [] : [`step “${key}” requires “${field}”, which it doesn't ask`]),
      ...Object.entries(verb.fields ?? {}).flatMap(([field, declared]) => fieldFaults(field === 'field' ? 'field_key' : field, declared, registers).map((fault) => `step “${key}”: ${fault}`)),
    ]),
  ]
}

type FoundLink = { readonly to: string; readonly link: Link }

function linksOf(register: Register): FoundLink[] {
  const isTarget = (to: string) => !baseTargets.some((target) => target === to)
  return Object.entries(register.fields).flatMap(([field, declared]): FoundLink[] => {
    if (declared.type === 'reference') return isTarget(declared.to) ? [{ to: declared.to, link: { from: register, field, column: undefined } }] : []
    if (declared.type !== 'rows') return []
    return Object.entries<CellField>(declared.columns).flatMap(([column, cell]) => cell.type === 'reference' && isTarget(cell.to) ? [{ to: cell.to, link: { from: register, field, column } }] : [])
  })
}
