// Declaration faults: each way in which a declaration can't be right names its register and part, and stops the start before a door opens.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { books } from '../tied-rooms.ts'
import type { Role } from '../ground/scope.ts'
import { faultsIn } from './declaration-faults.ts'
import type { DeadlineDeclaration } from './deadline-declaration.ts'
import { choice, choices, type Field, number, reference, rows, term, text, yesNo } from './field-types.ts'
import { plainLifecycle } from './plain-lifecycle.ts'
import type { Register, Verb } from './register.ts'
import { allRegisters, BadDeclaration, tieRegisters } from './tied-registers.ts'

const said = { nl: 'Woord', en: 'Word' }
const half = { nl: 'Woord', en: '' }

function good(key: string): Register {
  return {
    key, table: key.replaceAll('-', '_'), path: `pad-${key}`, icon: 'document', schemaVersion: 1,
    words: { one: { nl: key, en: key }, many: { nl: 'Boeken', en: 'Books' }, article: 'het', lead: said, empty: said },
    fields: {
      name: text('Naam', 'Name'), number: text('Nummer', 'Number'), department: reference('Afdeling', 'Department', 'department'), kind: choice('Soort', 'Kind', { one: ['Een', 'One'], two: ['Twee', 'Two'] }),
      pages: number('Bladzijden', 'Pages'), parts: rows('Delen', 'Parts', ['deel', 'part'], { of: reference('Van', 'Of', 'shelves'), country: term('Land', 'Country', 'country') }), is_lent: yesNo('Uitgeleend', 'Lent'),
    },
    sections: [{ key: 'what', words: said, fields: ['name', 'number', 'department', 'kind', 'pages', 'parts', 'is_lent'] }],
    named: { title: 'name', number: { field: 'number', prefix: 'B' }, department: 'department' },
    lifecycle: plainLifecycle({ edit: ['privacy_officer'], end: ['privacy_officer'], import: ['privacy_officer'] }, { active: said, ended: said, end: said, endExplained: said, reopen: said }),
    rules: { 'kind-missing': { field: 'kind', severity: 'attention', words: said, advice: said, citation: 'art. 5 lid 2 AVG', norms: [], finds: () => false } },
    list: { columns: ['number', 'kind'], shown: ['kind'], filters: [{ path: 'soort', name: 'kind', field: 'kind' }, { path: 'land', name: 'country', field: 'parts.country' }] },
    visible: () => sql<boolean>`true`,
  }
}

const shelves = { ...good('shelves'), fields: { ...good('shelves').fields, parts: yesNo('Delen', 'Parts') }, list: { columns: ['number'], shown: [], filters: [] } }
const withField = (key: string, field: Field): Partial<Register> => ({ fields: { ...good('books').fields, [key]: field } })
const withVerb = (key: string, verb: Partial<Verb>): Partial<Register> => {
  const { lifecycle } = good('books')
  return { lifecycle: { ...lifecycle, verbs: { ...lifecycle.verbs, [key]: { ...(lifecycle.verbs[key] ?? lifecycle.verbs.review!), ...verb } as Verb } } }
}
const withList = (list: Partial<Register['list']>): Partial<Register> => ({ list: { ...good('books').list, ...list } })
const withSections = (...fields: string[][]): Partial<Register> => ({ sections: fields.map((keys, index) => ({ key: `s${index}`, words: said, fields: keys })) })
const withRule = (rule: object): Partial<Register> => ({ rules: { 'kind-missing': { ...good('books').rules['kind-missing']!, ...rule } } })
const term1: DeadlineDeclaration['term'] = { parameter: 'answer_within', fallback: { duration: 'P5D', clock: 'working' }, regime: 'own', citation: 'eigen beleid' }
const deadline1: DeadlineDeclaration = { words: said, startsAt: 'created', term: term1, endsBy: { verbs: ['review'] } }
const withDeadline = (deadline: Partial<DeadlineDeclaration>): Partial<Register> => ({ deadlines: { answer: { ...deadline1, ...deadline } } })
const all = Object.keys(good('books').fields)

const cases: readonly (readonly [what: string, change: Partial<Register>, ...named: string[]])[] = [
  ['a key that isn’t kebab-case', { key: 'My_Books' }, 'My_Books', 'kebab-case'],
  ['an address that isn’t kebab-case', { path: 'Boeken!' }, 'kebab-case'],
  ['a table that isn’t snake_case', { table: 'my-books' }, 'table', 'snake_case'],
  ['a key that the API has already', { key: 'persons' }, 'persons', 'API'],
  ['a key twice', { key: 'shelves' }, 'key “shelves”'],
  ['an address twice', { path: 'pad-shelves' }, 'path “pad-shelves”'],
  ['a table twice', { table: 'shelves' }, 'table “shelves”'],
  ['a name in the API twice', { words: { ...good('books').words, one: { nl: 'plank', en: 'Shelves' } } }, 'name in the API “Shelves”'],
  ['words in one language', { words: { ...good('books').words, lead: half } }, 'words “lead”'],
  ['a reference to no register', withField('parts', reference('Kast', 'Case', 'cases')), 'field “parts”', '“cases”'],
  ['a reference to no register in rows', withField('parts', rows('Delen', 'Parts', ['deel', 'part'], { of: reference('Van', 'Of', 'cases'), country: term('Land', 'Country', 'country') })), 'field “of”', '“cases”', 'in “parts”'],
  ['rows without columns', withField('parts', rows('Delen', 'Parts', ['deel', 'part'], {})), 'field “parts”', 'columns'],
  ['a field of every entry', { ...withField('revision', text('Herziening', 'Revision')), ...withSections([...all, 'revision']) }, 'field “revision”'],
  ['a field in camel case', { ...withField('isNew', yesNo('Nieuw', 'New')), ...withSections([...all, 'isNew']) }, 'field “isNew”', 'snake_case'],
  ['two fields with one name in the API', { fields: { ...good('books').fields, part_1: yesNo('Een', 'One'), part1: yesNo('Een', 'One') }, ...withSections([...all, 'part_1', 'part1']) }, 'field “part1”', 'API'],
  ['a field without English words', withField('pages', number('Bladzijden', '')), 'field “pages”', 'both languages'],
  ['help without English words', withField('pages', number('Bladzijden', 'Pages', { help: half })), 'help of field “pages”'],
  ['a choice twice', withField('kind', { ...choice('Soort', 'Kind', {}), choices: [{ key: 'one', words: said }, { key: 'one', words: said }] }), 'field “kind”', '“one”'],
  ['choices of which one is there twice', withField('kind', { ...choices('Soort', 'Kind', {}), choices: [{ key: 'one', words: said }, { key: 'one', words: said }] }), 'field “kind”', '“one”'],
  ['a choice without words', withField('kind', choice('Soort', 'Kind', { one: ['Een', ''] })), 'choice “one”', 'field “kind”'],
  ['nothing to choose', withField('kind', choice('Soort', 'Kind', {})), 'field “kind”', 'choose'],
  ['a least above the most', withField('pages', number('Bladzijden', 'Pages', { least: 5, most: 4 })), 'field “pages”'],
  ['a field in no section', withSections(all.slice(1)), 'field “name”', 'no section'],
  ['a field in two sections', withSections(all, ['name']), 'field “name”', 'two sections'],
  ['a section with a field that isn’t there', withSections([...all, 'colour']), 'field “colour”'],
  ['a section twice', { sections: [{ key: 'what', words: said, fields: all }, { key: 'what', words: said, fields: [] }] }, 'section “what”'],
  ['a section without words', { sections: [{ key: 'what', words: half, fields: all }] }, 'section “what”', 'both languages'],
  ['a title that isn’t there', { named: { ...good('books').named, title: 'title' } }, 'title', 'field “title”'],
  ['a title that is no text', { named: { ...good('books').named, title: 'kind' } }, 'title', 'field “kind”'],
  ['a title that is the number', { named: { title: 'name', number: { field: 'name', prefix: 'B' } } }, 'field “name”'],
  ['a department that is none', { named: { ...good('books').named, department: 'kind' } }, 'department', 'field “kind”'],
  ['an owner that isn’t there', { named: { ...good('books').named, owner: 'owner' } }, 'owner'],
  ['a column that isn’t there', withList({ columns: ['colour'], shown: [] }), 'column “colour”'],
  ['a column of rows', withList({ columns: ['parts'], shown: [] }), 'column “parts”'],
  ['a column shown that can’t be chosen', withList({ columns: ['number'], shown: ['kind'] }), 'column “kind”'],
  ['a filter on a text', withList({ filters: [{ path: 'naam', name: 'name', field: 'name' }] }), 'filter “naam”', '“name”'],
  ['a filter on a column that isn’t there', withList({ filters: [{ path: 'naam', name: 'name', field: 'parts.colour' }] }), 'filter “naam”', '“parts.colour”'],
  ['a filter twice', withList({ filters: [{ path: 'soort', name: 'kind', field: 'kind' }, { path: 'soort', name: 'kind2', field: 'kind' }] }), 'filter “soort” is there twice'],
  ['a filter twice in the API', withList({ filters: [{ path: 'soort', name: 'kind', field: 'kind' }, { path: 'soort2', name: 'kind', field: 'kind' }] }), 'filter “kind” of the API'],
  ['a filter with the name of something else', withList({ filters: [{ path: 'status', name: 'state', field: 'kind' }] }), 'filter “status”'],
  ['a filter with the name of something else in the API', withList({ filters: [{ path: 'soort', name: 'sort', field: 'kind' }] }), 'filter “soort”', '“sort”'],
  ['a filter for a role that isn’t there', withList({ filters: [{ path: 'soort', name: 'kind', field: 'kind', roles: ['boss' as Role] }] }), 'filter “soort”', 'role “boss”'],
  ['a filter without words', withList({ filters: [{ path: 'soort', name: 'kind', field: 'kind', words: half }] }), 'filter “soort”', 'both languages'],
  ['a start that is no status', { lifecycle: { ...good('books').lifecycle, start: 'draft' } }, 'status “draft”'],
  ['a status without words', { lifecycle: { ...good('books').lifecycle, statuses: { ...good('books').lifecycle.statuses, lost: { words: half, tone: 'neutral', stage: 'ended' } } } }, 'status “lost”'],
  ['no step to make one', { lifecycle: { ...good('books').lifecycle, verbs: Object.fromEntries(Object.entries(good('books').lifecycle.verbs).filter(([key]) => key !== 'create')) } }, 'step “create”'],
  ['a step for a person whom no field names', withVerb('end', { alsoFor: ['name'] }), 'step “end”', '“name”'],
  ['a step for a role that isn’t there', withVerb('end', { roles: ['librarian' as Role] }), 'step “end”', 'role “librarian”'],
  ['a step without words', withVerb('end', { words: half }), 'step “end”', 'both languages'],
  ['a step without words for history', withVerb('lend', { resource: 'loans', done: { nl: '', en: '' } }), 'step “lend”', 'both languages'],
  ['a step that does nothing', withVerb('lend', { resource: 'loans', act: undefined }), 'step “lend”'],
  ['a step that requires what it doesn’t ask', withVerb('end', { required: ['whom'] }), 'step “end”', '“whom”'],
  ['a step that asks for no register', withVerb('end', { fields: { whom: reference('Aan', 'To', 'readers') }, required: [] }), 'step “end”', '“whom”', '“readers”'],
  ['two steps with one name in the API', withVerb('lend', { resource: 'endings' }), '“endings”'],
  ['a step with the name of something else in the API', withVerb('end', { resource: 'history' }), 'step “end”', '“history”'],
  ['a rule at a field that isn’t there', withRule({ field: 'colour' }), 'rule “kind-missing”', 'field “colour”'],
  ['a rule without words', withRule({ advice: half }), 'rule “kind-missing”', 'both languages'],
  ['a rule that cites nothing', withRule({ citation: ' ' }), 'rule “kind-missing”', 'cites'],
  ['facts about a register that no field refers to', { contributes: [{ to: 'readers', key: 'books', facts: () => Promise.resolve(new Map()) }] }, '“readers”'],
  ['a deadline by a regime that isn’t there', withDeadline({ term: { ...term1, regime: 'belgian' as 'eu' } }), 'deadline “answer”', 'regime “belgian”'],
  ['a deadline by a parameter that no policy has', withDeadline({ term: { ...term1, parameter: 'reply_within' as 'answer_within' } }), 'deadline “answer”', 'parameter “reply_within”'],
  ['a deadline that lasts no duration', withDeadline({ term: { ...term1, fallback: { duration: 'five days', clock: 'working' } } }), 'deadline “answer”', '“five days”'],
  ['a deadline on a clock that isn’t there', withDeadline({ term: { ...term1, fallback: { duration: 'P5D', clock: 'lunar' as 'working' } } }), 'deadline “answer”', 'clock “lunar”'],
  ['a deadline that cites nothing', withDeadline({ term: { ...term1, citation: ' ' } }), 'deadline “answer”', 'cites nothing'],
  ['a deadline that starts at a step that isn’t there', withDeadline({ startsAt: { verb: 'receive' } }), 'deadline “answer”', 'step “receive”'],
  ['a deadline that starts at a field that isn’t there', withDeadline({ startsAt: { field: 'received_on' } }), 'deadline “answer”', 'field “received_on”'],
  ['a deadline that starts at a field without a date', withDeadline({ startsAt: { field: 'kind' } }), 'deadline “answer”', 'field “kind”', 'no date'],
  ['a deadline without an end', withDeadline({ endsBy: {} }), 'deadline “answer”', 'no end'],
  ['a deadline that ends by a step that isn’t there', withDeadline({ endsBy: { verbs: ['reply'] } }), 'deadline “answer”', 'step “reply”'],
  ['a deadline that ends in a status that isn’t there', withDeadline({ endsBy: { statuses: ['answered'] } }), 'deadline “answer”', 'status “answered”'],
  ['a deadline that ends by a field that isn’t there', withDeadline({ endsBy: { field: 'answered_on' } }), 'deadline “answer”', 'field “answered_on”'],
  ['a deadline under a ceiling that the law doesn’t give', withDeadline({ ceiling: { term: 'coffee' as 'answer-request' } }), 'deadline “answer”', 'ceiling “coffee”'],
  ['a deadline that may be extended beyond a ceiling', withDeadline({ ceiling: { term: 'answer-request' }, extension: term1 }), 'deadline “answer”', 'how far'],
  ['a deadline without words', withDeadline({ words: half }), 'deadline “answer”', 'both languages'],
  ['a deadline in kebab-case', { deadlines: { 'first-answer': deadline1 } }, 'deadline “first-answer”', 'snake_case'],
  ['a column of deadlines without any', withList({ columns: ['due_at'], shown: [] }), 'column “due_at”'],
  ['a step with the name of the deadlines in the API', withVerb('end', { resource: 'deadlines' }), 'step “end”', '“deadlines”'],
  ['a table with a name too long for the database', { table: `b${'o'.repeat(60)}` }, 'table', 'letters'],
]

describe('a declaration that can’t be right', () => {
  test('a right one has no faults, nor have those of the product', () => {
    assert.deepEqual(faultsIn([good('books'), shelves]), [])
    assert.deepEqual(faultsIn([{ ...good('books'), ...withDeadline({}) }, shelves]), [])
    assert.deepEqual(faultsIn(books.map(({ register }) => register)), [])
  })

  for (const [what, change, ...named] of cases) {
    test(`${what}: named with its register`, () => {
      const faults = faultsIn([shelves, { ...good('books'), ...change }])
      assert.ok(faults.some((fault) => [`register “${change.key ?? 'books'}”`, ...named].every((part) => fault.includes(part))), JSON.stringify(faults))
    })
  }

  test('all faults are said at once, and the registers that were tied stay as they were', () => {
    const before = allRegisters()
    assert.ok(before.length >= 4)
    assert.throws(() => tieRegisters([shelves, { ...good('books'), ...withSections(all.slice(1)), ...withRule({ field: 'colour' }) }]), (error) => {
      assert.ok(error instanceof BadDeclaration)
      assert.equal(error.faults.length, 2)
      assert.match(error.message, /^The registers are not declared right:\n- register “books”: field “name” stands in no section\n- register “books”: rule “kind-missing” stands at field “colour”/)
      return true
    })
    assert.deepEqual(allRegisters(), before)
  })
})
