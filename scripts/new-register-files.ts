// New register files: the text of each file that a new register begins with. What is still to be written stands between square brackets, and the contract test is red on it.
export type NewRegister = {
  readonly key: string
  readonly path: string
  readonly table: string
  /** Name of the constant (`policyDocuments`). */
  readonly constant: string
  readonly prefix: string
  readonly article: 'de' | 'het'
  readonly nl: { readonly one: string; readonly many: string }
  readonly en: { readonly one: string; readonly many: string }
}

/** By path from the root of the product. */
export function filesOf(register: NewRegister): Readonly<Record<string, string>> {
  const folder = `src/registers/${register.key}`
  return { [`${folder}/declaration.ts`]: declaration(register), [`${folder}/rules.ts`]: rules(register), [`${folder}/register.ts`]: declared(register), [`${folder}/demo.ts`]: demo(register) }
}

/** The tied rooms with this register behind the others. @throws Error where the file isn't built as it was */
export function tiedWith(tied: string, { key, constant }: NewRegister): string {
  const imported = /^import \{ \w+ \} from '\.\/registers\/[^']+\/register\.ts'\n/gm
  const last = [...tied.matchAll(imported)].at(-1)
  if (!last) throw new Error('src/tied-rooms.ts imports no register')
  const line = `import { ${constant} } from './registers/${key}/register.ts'\n`
  const withImport = `${tied.slice(0, last.index + last[0].length)}${line}${tied.slice(last.index + last[0].length)}`
  return behind(withImport, 'books', `  { register: ${constant}, importing: plainImporting(${constant}, { noteField: 'note' }) },\n`)
}

/** Adds a line at the end of an exported list. */
function behind(text: string, list: string, line: string): string {
  const start = text.indexOf(`export const ${list}: `)
  const end = text.indexOf('\n]', start)
  if (start < 0 || end < 0) throw new Error(`src/tied-rooms.ts has no list “${list}”`)
  return `${text.slice(0, end + 1)}${line}${text.slice(end + 1)}`
}

const nlOpen = (what: string) => `'[te schrijven] ${what}'`
const enOpen = (what: string) => `'[to write] ${what}'`
const open = (nl: string, en: string) => `${nlOpen(nl)}, ${enOpen(en)}`
const pair = (nl: string, en: string) => `{ nl: ${nlOpen(nl)}, en: ${enOpen(en)} }`
const quoted = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll(`'`, `\\'`)}'`

function declaration({ nl, en }: NewRegister): string {
  return `// Fields of ${/^[aeiou]/.test(en.one) ? 'an' : 'a'} ${en.one}: [to write] what it is, with the article that asks for it.
import { choice, longText, reference, text } from '../../register-kit/field-types.ts'

export const fields = {
  name: text(${open(`naam van ${nl.one}`, `name of ${en.one}`)}, { most: 200, aliases: ['naam', 'name'] }),
  number: text('Nummer', 'Number', { most: 60, aliases: ['nr', 'nummer', 'number'] }),
  kind: choice('Soort', 'Kind', { one: [${open('eerste soort', 'first kind')}], other: [${open('andere soort', 'other kind')}] }, { help: ${pair('wat moet iemand kiezen?', 'what should somebody choose?')} }),
  department: reference('Afdeling', 'Department', 'department', { aliases: ['afdeling', 'team'] }),
  owner: reference('Eigenaar', 'Owner', 'person', { identifies: 'person', isPublic: false, aliases: ['eigenaar', 'owner'] }),
  note: longText('Toelichting', 'Note', { isPublic: false }),
}
`
}

function rules({ constant }: NewRegister): string {
  return `// Rules: what is missing or against the law in one entry. Pure; each cites its article and names the norms that it measures.
import type { InputOf } from '../../register-kit/field-types.ts'
import type { Rule } from '../../register-kit/rules.ts'
import type { fields } from './declaration.ts'

type Input = InputOf<typeof fields>

export const ${constant}Rules = {
  'owner-missing': {
    field: 'owner', severity: 'attention', citation: 'art. 5 lid 2 AVG', norms: [],
    words: { nl: 'Er staat niet wie hiervoor verantwoordelijk is.', en: 'It doesn’t say who answers for this.' }, advice: { nl: 'Kies wie het bijhoudt.', en: 'Choose who keeps it current.' },
    finds: ({ owner }) => owner === null,
  },
} satisfies Record<string, Rule<Input>>
`
}

function declared({ key, path, table, constant, prefix, article, nl, en }: NewRegister): string {
  return `// The register of ${en.many}: [to write] what it is for, with its citation.
import { plainLifecycle } from '../../register-kit/plain-lifecycle.ts'
import { declareRegister } from '../../register-kit/register.ts'
import { visibleToColleagues } from '../../register-kit/visibility.ts'
import { fields } from './declaration.ts'
import { ${constant}Rules } from './rules.ts'

export const ${constant} = declareRegister({
  key: '${key}', table: '${table}', path: '${path}', icon: 'document',
  words: {
    one: { nl: ${quoted(nl.one)}, en: ${quoted(en.one)} }, many: { nl: ${quoted(nl.many)}, en: ${quoted(en.many)} }, article: '${article}',
    lead: ${pair('één zin: waar is dit register voor, met het artikel?', 'one sentence: what is this register for, with its article?')},
    empty: ${pair('wat leest iemand die hier voor het eerst komt?', 'what does somebody read who comes here first?')},
  },
  fields, schemaVersion: 1,
  sections: [
    { key: 'what', words: { nl: 'Wat het is', en: 'What it is' }, fields: ['name', 'number', 'kind'] },
    { key: 'who', words: { nl: 'Wie verantwoordelijk is', en: 'Who answers for it' }, fields: ['department', 'owner', 'note'] },
  ],
  named: { title: 'name', number: { field: 'number', prefix: '${prefix}' }, department: 'department', owner: 'owner' },
  lifecycle: plainLifecycle({ edit: ['privacy_officer', 'process_owner'], end: ['privacy_officer'], import: ['privacy_officer'] }, {
    active: { nl: 'Actief', en: 'Active' }, ended: { nl: 'Beëindigd', en: 'Ended' }, end: { nl: 'Beëindigen', en: 'End' }, reopen: { nl: 'Weer openen', en: 'Reopen' },
    endExplained: ${pair('wat betekent beëindigen, en wat moet iemand dan opschrijven?', 'what does ending mean, and what should somebody write down?')},
  }),
  rules: ${constant}Rules, reviewBy: 'review_every',
  list: {
    columns: ['number', 'kind', 'department', 'owner', 'status', 'findings', 'review_due_on', 'updated_at'],
    shown: ['kind', 'department', 'status', 'findings', 'updated_at'],
    filters: [{ path: 'soort', name: 'kind', field: 'kind' }, { path: 'afdeling', name: 'department', field: 'department' }],
  },
  visible: visibleToColleagues({ register: '${key}', inForce: 'active' }),
})
`
}

function demo({ en, nl }: NewRegister): string {
  return `// Demo: a few named ${en.many}, for the demo world and for tests. All of it is invented.
import type { InputOf } from '../../register-kit/field-types.ts'
import type { fields } from './declaration.ts'

export const examples: readonly Partial<InputOf<typeof fields>>[] = [
  { name: ${quoted(`Eerste ${nl.one}`)}, kind: 'one', note: 'Een verzonnen voorbeeld.' },
  { name: ${quoted(`Tweede ${nl.one}`)}, kind: 'other' },
]
`
}
