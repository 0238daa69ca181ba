// Declaration faults: what can't be right in the declared registers, each said with its register and part, before a door opens.
import { roles } from '../ground/scope.ts'
import type { Words } from '../ground/words.ts'
import { schemaName } from './api/schemas.ts'
import { deadlineFaults } from './deadlines/deadline-faults.ts'
import { baseTargets, type CellField, type Field, type Fields } from './field-types.ts'
import { childTable, isChild, type Register } from './register.ts'
import { wireName } from './wire.ts'

/** What is wrong with declarations, each naming its register and part. Pure, for tests of it. */
export function faultsIn(registers: readonly Register[]): string[] {
  const keys = new Set(registers.map(({ key }) => key))
  return [
    ...doubles(registers, 'key', ({ key }) => key), ...doubles(registers, 'path', ({ path }) => path), ...doubles(registers, 'table', ({ table }) => table), ...doubles(registers, 'name in the API', schemaName),
    ...registers.flatMap((register) => partsOf(register, keys).map((fault) => `register “${register.key}”: ${fault}`)),
  ]
}

function partsOf(register: Register, registers: ReadonlySet<string>): string[] {
  const { words, fields, rules, contributes = [] } = register
  return [
    ...nameFaults(register),
    ...Object.entries({ one: words.one, many: words.many, lead: words.lead, empty: words.empty }).flatMap(([part, pair]) => isSaid(pair) ? [] : [`its words “${part}” aren't said in both languages`]),
    ...fieldsFaults(fields, registers),
    ...sectionFaults(register), ...namedFaults(register), ...listFaults(register), ...lifecycleFaults(register, registers), ...deadlineFaults(register),
    ...Object.entries(rules).flatMap(([key, rule]) => ruleFaults(key, rule, fields)),
    ...contributes.flatMap(({ to, key, reaches }) => (reaches ? registers.has(to) : pointsAt(register, to)) ? [] : [`contributes “${key}” to “${to}” but no field refers to it`]),
  ]
}

function doubles(registers: readonly Register[], part: string, of: (register: Register) => string): string[] {
  return registers.flatMap((register, index) => registers.findIndex((other) => of(other) === of(register)) < index ? [`register “${register.key}”: its ${part} “${of(register)}” is of another register too`] : [])
}

/** What the API has beside the registers, under the same organisation. */
const reservedRegisters = new Set(['departments', 'governing-bodies', 'participants', 'persons', 'catalogues'])
const longestName = 63

function nameFaults({ key, path, table, fields }: Register): string[] {
  const tables = [table, ...Object.entries(fields).flatMap(([name, field]) => isChild(field) ? [childTable({ table }, name)] : [])]
  return [
    ...(isKebab(key) && isKebab(path) ? [] : ['its key and path are kebab-case']),
    ...(isSnake(table) ? [] : ['its table is snake_case']),
    ...(reservedRegisters.has(key) ? [`its key is of something else in the API`] : []),
    ...tables.flatMap((name) => name.length > longestName ? [`table “${name}” has more letters than a name in the database can have`] : []),
  ]
}

const reservedKeys = new Set(['id', 'organisation_id', 'entry_id', 'position', 'status', 'revision', 'version', 'created_at', 'created_by', 'updated_at', 'updated_by', 'reviewed_on', 'review_due_on', 'due_at', 'ended_on',
  'imported_by', 'sort_name', 'findings', 'findings_blocking', 'findings_serious', 'findings_attention', 'proposal', 'links'])

function fieldsFaults(fields: Fields, registers: ReadonlySet<string>): string[] {
  const keys = Object.keys(fields)
  return [
    ...Object.entries(fields).flatMap(([key, field]) => fieldFaults(key, field, registers)),
    ...keys.flatMap((key, index) => keys.findIndex((other) => wireName(other) === wireName(key)) < index ? [`field “${key}” is called “${wireName(key)}” in the API, as another is`] : []),
  ]
}

function fieldFaults(key: string, field: Field, registers: ReadonlySet<string>): string[] {
  const own = [
    ...(isSnake(key) && key.length <= 50 ? [] : [`field “${key}” isn't snake_case`]),
    ...(reservedKeys.has(key) ? [`field “${key}” has the name of a column that every entry has`] : []),
    ...(isSaid(field.words) ? [] : [`field “${key}” has no words in both languages`]),
    ...(field.help === undefined || isSaid(field.help) ? [] : [`the help of field “${key}” isn't said in both languages`]),
  ]
  switch (field.type) {
    case 'choice':
    case 'choices': return [
      ...own, ...(field.choices.length > 0 ? [] : [`field “${key}” has nothing to choose`]),
      ...field.choices.flatMap((choice, index) => field.choices.findIndex((other) => other.key === choice.key) < index ? [`field “${key}” has a choice twice: “${choice.key}”`] : []),
      ...field.choices.flatMap((choice) => isSaid(choice.words) ? [] : [`choice “${choice.key}” of field “${key}” has no words in both languages`]),
    ]
    case 'number': return field.least <= field.most ? own : [...own, `field “${key}” has a least that is more than its most`]
    case 'reference': return isBase(field.to) || registers.has(field.to) ? own : [...own, `field “${key}” refers to “${field.to}”, which is no register`]
    case 'rows': return [...own, ...(Object.keys(field.columns).length > 0 ? [] : [`field “${key}” has rows without columns`]), ...fieldsFaults(field.columns, registers).map((fault) => `${fault} (in “${key}”)`)]
    default: return own
  }
}

function sectionFaults({ sections, fields }: Register): string[] {
  const placed = sections.flatMap((section) => section.fields)
  return [
    ...sections.flatMap(({ key, words }, index) => [
      ...(sections.findIndex((other) => other.key === key) < index ? [`section “${key}” is there twice`] : []), ...(isSaid(words) ? [] : [`section “${key}” has no words in both languages`]),
    ]),
    ...placed.flatMap((key, index) => Object.hasOwn(fields, key) ? (placed.indexOf(key) < index ? [`field “${key}” stands in two sections`] : []) : [`a section names field “${key}”, which isn't there`]),
    ...Object.keys(fields).flatMap((key) => placed.includes(key) ? [] : [`field “${key}” stands in no section`]),
  ]
}

function namedFaults({ named, fields }: Register): string[] {
  const wanted: [string, string | undefined, (field: Field) => boolean][] = [
    ['title', named.title, ({ type }) => type === 'text'], ['number', named.number.field, ({ type }) => type === 'text'],
    ['department', named.department, (field) => field.type === 'reference' && field.to === 'department'], ['owner', named.owner, (field) => field.type === 'reference' && field.to === 'person'],
  ]
  return [
    ...wanted.flatMap(([part, key, fits]) => key === undefined ? [] : !Object.hasOwn(fields, key) ? [`its ${part} is field “${key}”, which isn't there`] : fits(fields[key]!) ? [] : [`its ${part} can't be field “${key}”`]),
    ...(named.title === named.number.field ? [`field “${named.title}” can't be its title and its number both`] : []),
  ]
}

export const systemColumnNames = ['status', 'findings', 'review_due_on', 'due_at', 'updated_at'] as const
/** What a list's address says beside the register's own filters: of a page, and of the API. */
const reservedPaths = new Set(['q', 'status', 'bevinding', 'ernst', 'controle', 'voorstel', 'termijn', 'import', 'sorteer', 'volgorde', 'aantal', 'kolom', 'na', 'voor', 'filters', 'formaat'])
const reservedNames = new Set(['q', 'status', 'rule', 'severity', 'review', 'proposal', 'deadline', 'sort', 'size', 'after'])

function listFaults({ list, fields, deadlines }: Register): string[] {
  const isColumn = (name: string) => systemColumnNames.some((known) => known === name) || (Object.hasOwn(fields, name) && fields[name]!.type !== 'rows')
  return [
    ...(list.columns.includes('due_at') && deadlines === undefined ? ['list column “due_at” shows deadlines, of which it declares none'] : []),
    ...[...list.columns, ...list.shown].flatMap((name) => isColumn(name) ? [] : [`list column “${name}” is no field that fits one cell`]),
    ...list.shown.flatMap((name) => list.columns.includes(name) ? [] : [`list column “${name}” is shown but can't be chosen`]),
    ...list.filters.flatMap(({ path, field }) => filterField(fields, field) ? [] : [`filter “${path}” is on “${field}”, which is no yes/no, choice, term or reference`]),
    ...list.filters.flatMap(({ path, name }, index) => [
      ...(list.filters.findIndex((other) => other.path === path) < index ? [`filter “${path}” is there twice`] : []), ...(list.filters.findIndex((other) => other.name === name) < index ? [`filter “${name}” of the API is there twice`] : []),
      ...(reservedPaths.has(path) || reservedNames.has(name) ? [`filter “${path}” (“${name}” in the API) has the name of something that every list understands`] : []),
    ]),
    ...list.filters.flatMap(({ path, roles: own = [], words }) => [
      ...own.flatMap((role) => roles.includes(role) ? [] : [`filter “${path}” is for role “${String(role)}”, which isn't there`]), ...(words === undefined || isSaid(words) ? [] : [`filter “${path}” has no words in both languages`]),
    ]),
  ]
}

/** The field of a filter: its own, or a column of rows. */
export function filterField(fields: Fields, path: string): Field | undefined {
  const [key, column] = path.split('.') as [string, string?]
  const field = Object.hasOwn(fields, key) ? fields[key]! : undefined
  const found = column === undefined ? field : field?.type === 'rows' && Object.hasOwn(field.columns, column) ? field.columns[column] : undefined
  return found && ['yesNo', 'choice', 'term', 'terms', 'reference'].includes(found.type) ? found : undefined
}

/** Sub-resources that every entry has in the API; remarks and advice are both read and made there. */
const reservedResources = new Set(['findings', 'versions', 'history', 'deadlines'])

function lifecycleFaults({ lifecycle, fields }: Register, registers: ReadonlySet<string>): string[] {
  const { statuses, verbs } = lifecycle
  const has = (status: string) => Object.hasOwn(statuses, status)
  const resources = Object.values(verbs).map(({ resource }) => resource)
  return [
    ...[lifecycle.start, lifecycle.inForce].flatMap((status) => has(status) ? [] : [`its lifecycle knows no status “${status}”`]),
    ...Object.entries(statuses).flatMap(([key, status]) => isSaid(status.words) ? [] : [`status “${key}” has no words in both languages`]),
    ...['create', 'change', 'import'].flatMap((verb) => Object.hasOwn(verbs, verb) ? [] : [`its lifecycle has no step “${verb}”`]),
    ...Object.entries(verbs).flatMap(([key, verb], index) => [
      ...(isSaid(verb.words) && isSaid(verb.done) && (verb.explain === undefined || isSaid(verb.explain)) ? [] : [`step “${key}” has no words in both languages`]),
      ...(verb.act || key === 'create' || key === 'import' ? [] : [`step “${key}” does nothing`]),
      ...verb.roles.flatMap((role) => roles.includes(role) ? [] : [`step “${key}” is for role “${String(role)}”, which isn't there`]),
      ...(verb.alsoFor ?? []).flatMap((field) => isPerson(fields[field]) ? [] : [`step “${key}” is also for “${field}”, which names no person`]),
      ...(verb.required ?? []).flatMap((field) => verb.fields && Object.hasOwn(verb.fields, field) ? [] : [`step “${key}” requires “${field}”, which it doesn't ask`]),
      ...(verb.resource === undefined || (isKebab(verb.resource) && !reservedResources.has(verb.resource) && resources.indexOf(verb.resource) === index) ? [] : [`step “${key}” can't be “${verb.resource}” in the API`]),
      ...Object.entries(verb.fields ?? {}).flatMap(([field, declared]) => fieldFaults(field, declared, registers).map((fault) => `step “${key}”: ${fault}`)),
    ]),
  ]
}

function isPerson(field: Field | undefined): boolean {
  return field?.type === 'reference' && field.to === 'person'
}

function ruleFaults(key: string, { field, words, advice, citation }: Register['rules'][string], fields: Fields): string[] {
  return [
    ...(Object.hasOwn(fields, field) ? [] : [`rule “${key}” stands at field “${field}”, which isn't there`]),
    ...(isSaid(words) && isSaid(advice) ? [] : [`rule “${key}” has no words in both languages`]),
    ...(citation.trim() === '' ? [`rule “${key}” cites nothing`] : []),
  ]
}

function pointsAt({ fields }: Register, to: string): boolean {
  const isIt = (field: Field) => field.type === 'reference' && field.to === to && !isBase(to)
  return Object.values(fields).some((field) => isIt(field) || (field.type === 'rows' && Object.values<CellField>(field.columns).some(isIt)))
}

const isBase = (target: string) => baseTargets.some((known) => known === target)
const isKebab = (text: string) => /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(text)
const isSnake = (text: string) => /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(text)
/** A declaration in a hurry may lack words altogether, whatever its type says. */
const isSaid = (words: Words | undefined) => (words?.nl ?? '').trim() !== '' && (words?.en ?? '').trim() !== ''
