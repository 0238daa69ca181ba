// Deadline changes: what each act on an entry means for a deadline, as a table; no database.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { DeadlineDeclaration } from '../deadline-declaration.ts'
import { type DeadlineChange, deadlineChanges, type Standing } from './deadline-changes.ts'

const now = new Date('2026-11-23T10:00:00+01:00')
const earlier = new Date('2026-11-02T00:00:00+01:00')
const term = { fallback: { duration: 'P1M', clock: 'calendar' }, regime: 'eu', citation: 'art. 12 lid 3 AVG' } as const
const words = { nl: 'Besluit', en: 'Decision' }
const made: DeadlineDeclaration = { words, term, startsAt: 'created', endsBy: { statuses: ['decided'] } }
const dated: DeadlineDeclaration = { words, term, startsAt: { field: 'received_on' }, endsBy: { field: 'decided_on', verbs: ['decide'] } }
const stepped: DeadlineDeclaration = { words, term, startsAt: { verb: 'receive' }, endsBy: { verbs: ['decide'] } }

const forPolice: DeadlineDeclaration = { ...dated, appliesTo: ({ police }) => police === true }

const open = (input: Record<string, unknown> = {}, status = 'open'): Standing => ({ status, isEnded: status === 'ended', input })
const running = { startedAt: earlier, metAt: null, metBy: null, lapsedAt: null }
const met = (metBy: 'verb' | 'status' | 'field') => ({ ...running, metAt: earlier, metBy })
const lapsed = { ...running, lapsedAt: earlier }
const begin = (at = now): DeadlineChange => ({ what: 'begin', at })
const meet = (by: 'verb' | 'status' | 'field', at = now): DeadlineChange => ({ what: 'meet', at, by })
const lastMomentOf = (day: string) => new Date(new Date(`${day}T24:00:00+01:00`).getTime() - 1)

type Case = readonly [what: string, declared: DeadlineDeclaration, verb: string, before: Standing | undefined, after: Standing, present: Parameters<typeof deadlineChanges>[2], changes: readonly DeadlineChange[]]
const cases: readonly Case[] = [
  ['begins with the entry', made, 'create', undefined, open(), undefined, [begin()]],
  ['doesn’t begin for an entry of before the declaration', made, 'change', open(), open(), undefined, []],
  ['of an entry that comes in decided is met at once', made, 'import', undefined, open({}, 'decided'), undefined, [begin(), meet('status')]],
  ['of an entry that comes in ended lapses at once', made, 'import', undefined, open({}, 'ended'), undefined, [begin(), { what: 'lapse' }]],
  ['is met in the state', made, 'decide', open(), open({}, 'decided'), running, [meet('status')]],
  ['stays met while the state lasts', made, 'change', open({}, 'decided'), open({ note: 'x' }, 'decided'), met('status'), []],
  ['runs on when the state is left', made, 'withdraw', open({}, 'decided'), open(), met('status'), [{ what: 'reopen' }]],
  ['that was met and is left for the end has lapsed', made, 'end', open({}, 'decided'), open({}, 'ended'), met('status'), [{ what: 'lapse' }]],
  ['lapses at the end', made, 'end', open(), open({}, 'ended'), running, [{ what: 'lapse' }]],
  ['lapses once', made, 'note', open({}, 'ended'), open({}, 'ended'), lapsed, []],
  ['runs on when the entry is taken up again', made, 'reopen', open({}, 'ended'), open(), lapsed, [{ what: 'reopen' }]],
  ['isn’t touched by other acts', made, 'change', open(), open({ note: 'x' }), running, []],

  ['doesn’t begin without its date', dated, 'create', undefined, open({ received_on: null }), undefined, []],
  ['begins on its date', dated, 'create', undefined, open({ received_on: '2026-11-02' }), undefined, [begin(earlier)]],
  ['begins once its date is filled in', dated, 'change', open({ received_on: null }), open({ received_on: '2026-11-02' }), undefined, [begin(earlier)]],
  ['is counted anew where its date is put right', dated, 'change', open({ received_on: '2026-11-02' }), open({ received_on: '2026-11-05' }), running, [{ what: 'recount', at: new Date('2026-11-05T00:00:00+01:00') }]],
  ['never was where its date is taken away', dated, 'change', open({ received_on: '2026-11-02' }), open({ received_on: null }), running, [{ what: 'drop' }]],
  ['is left alone where its date stays', dated, 'change', open({ received_on: '2026-11-02' }), open({ received_on: '2026-11-02', note: 'x' }), running, []],
  ['is met by a date: on that day', dated, 'change', open({ received_on: '2026-11-02' }), open({ received_on: '2026-11-02', decided_on: '2026-11-20' }), running, [meet('field', lastMomentOf('2026-11-20'))]],
  ['is met by today: now', dated, 'change', open({ received_on: '2026-11-02' }), open({ received_on: '2026-11-02', decided_on: '2026-11-23' }), running, [meet('field')]],
  ['isn’t met by a day to come', dated, 'change', open({ received_on: '2026-11-02' }), open({ received_on: '2026-11-02', decided_on: '2026-11-24' }), running, []],
  ['moves with the date by which it is met', dated, 'change', open({ received_on: '2026-11-02', decided_on: '2026-11-20' }), open({ received_on: '2026-11-02', decided_on: '2026-11-19' }), met('field'), [meet('field', lastMomentOf('2026-11-19'))]],
  ['runs on when that date is taken away', dated, 'change', open({ received_on: '2026-11-02', decided_on: '2026-11-20' }), open({ received_on: '2026-11-02', decided_on: null }), met('field'), [{ what: 'reopen' }]],
  ['comes in with both its dates', dated, 'import', undefined, open({ received_on: '2026-11-02', decided_on: '2026-11-20' }), undefined, [begin(earlier), meet('field', lastMomentOf('2026-11-20'))]],
  ['goes by what the entry says of the day before the step', dated, 'decide', open({ received_on: '2026-11-02' }), open({ received_on: '2026-11-02', decided_on: '2026-11-20' }), running, [meet('field', lastMomentOf('2026-11-20'))]],

  ['doesn’t begin where it doesn’t apply', forPolice, 'create', undefined, open({ received_on: '2026-11-02', police: false }), undefined, []],
  ['begins where it applies', forPolice, 'create', undefined, open({ received_on: '2026-11-02', police: true }), undefined, [begin(earlier)]],
  ['begins at its own day once it applies', forPolice, 'change', open({ received_on: '2026-11-02', police: false }), open({ received_on: '2026-11-02', police: true }), undefined, [begin(earlier)]],
  ['goes once it applies no more', forPolice, 'change', open({ received_on: '2026-11-02', police: true }), open({ received_on: '2026-11-02', police: false }), running, [{ what: 'drop' }]],
  ['stays when it was met before that', forPolice, 'change', open({ received_on: '2026-11-02', police: true }), open({ received_on: '2026-11-02', police: false }), met('verb'), []],

  ['begins by its step', stepped, 'receive', open(), open(), undefined, [begin()]],
  ['doesn’t begin twice while it runs', stepped, 'receive', open(), open(), running, []],
  ['begins anew once it is over', stepped, 'receive', open(), open(), met('verb'), [begin()]],
  ['is met by its step', stepped, 'decide', open(), open(), running, [meet('verb')]],
  ['that a step met stays met', stepped, 'change', open(), open({ note: 'x' }), met('verb'), []],
  ['isn’t met before it began', stepped, 'decide', open(), open(), undefined, []],
]

describe('a deadline', () => {
  for (const [what, declared, verb, before, after, present, changes] of cases) test(what, () => assert.deepEqual(deadlineChanges(declared, { verb, before, after, now }, present), changes))
})
