// Roles and steps: for every register each role does at its page and through the API just what the declaration says, history tells of it once, and a refusal leaves nothing behind.
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '../../src/ground/ids.ts'
import { inLanguage, say } from '../../src/ground/words.ts'
import type { AnyInput } from '../../src/register-kit/entry.ts'
import { emptyInput } from '../../src/register-kit/field-types.ts'
import { workOf } from '../../src/register-kit/lifecycle.ts'
import { loadEntry } from '../../src/register-kit/perform.ts'
import type { Register, Work } from '../../src/register-kit/register.ts'
import { childKeys, childTable } from '../../src/register-kit/register.ts'
import { addRemark } from '../../src/register-kit/remarks.ts'
import { riskFrameworks } from '../../src/registers/risk-frameworks/register.ts'
import { allRegisters } from '../../src/register-kit/tied-registers.ts'
import '../../src/tied-rooms.ts'
import { testDatabase } from '../support/database.ts'
import { textOf } from '../support/pages.ts'
import { tenant } from '../support/product.ts'
import { actorOf, castOf, declaredToDo, type Player } from '../support/reaches.ts'
import { leastInput, samplesFor, sentByForm, sentByProgram } from '../support/sample-input.ts'
import { type State, statesOf, stockOf } from '../support/stock.ts'
import { rowsByTable, tenantTables } from '../support/tenant-tables.ts'

type Outcome = 'hidden' | 'not allowed' | 'not now' | 'done'
const byPage: Readonly<Record<number, Outcome>> = { 404: 'hidden', 403: 'not allowed', 409: 'not now', 303: 'done' }
const byApi: Readonly<Record<number, Outcome>> = { 404: 'hidden', 403: 'not allowed', 409: 'not now', 200: 'done', 201: 'done', 204: 'done' }

let made: ReturnType<typeof make> | undefined
const setting = () => made ??= make()

async function make() {
  const house = await tenant()
  const samples = await samplesFor(house)
  const cast = await castOf(house)
  // Somebody listens to everything, so that a refused act which announced itself would show.
  await house.scoped(async ({ tx, organisation, now }) => {
    await tx.insertInto('webhook_subscription').values({ organisation_id: organisation.id, id: newId(), name: 'Luistert mee', target: 'https://luistert.example/', registers: [], verbs: [], status: 'active', secret: Buffer.from('x'), created_at: now }).execute()
  })
  return { house, samples, cast }
}

// A courier of another test must find nothing of ours to bring.
after(async () => {
  if (!made) return
  const { house } = await made
  await house.scoped(async ({ tx, organisation }) => {
    await tx.updateTable('webhook_subscription').set({ status: 'paused', paused_because: 'person' }).where('organisation_id', '=', organisation.id).execute()
    await tx.updateTable('webhook_delivery').set({ state: 'delivered', due_at: null }).where('organisation_id', '=', organisation.id).execute()
  })
})

/** What a full entry must hold to be taken through its steps: a processing activity that needs no DPIA, scales that make a matrix, nothing left to do, a disclosure that isn't decided yet. */
const ownSamples: Readonly<Record<string, AnyInput>> = {
  'processing-activities': { pre_dpia_outcome: 'not_required' },
  'risk-frameworks': riskFrameworks.start!(undefined as never),
  assessments: { actions: [] },
  disclosures: { decided_on: null, protocol_sent_on: '2020-01-01' },
}
/** What a small form is filled in with where any day won't do. */
const ownValues: Readonly<Record<string, AnyInput>> = { 'agreements renew': { until: '2031-12-31' }, 'agreements ask_return': { by_on: null } }
/** Steps that ask for something beside the entry (a text that was made, an answer of another): done in stories (agreement-story.test.ts, assessments.test.ts), refused here as all others. */
const inStories: Readonly<Record<string, readonly string[]>> = { agreements: ['send_out', 'take_answer', 'approve_model', 'sign_ours', 'sign_theirs', 'record_return'] }

/** A list from some place on, and round to it. */
const fromPlace = <T>(list: readonly T[], place: number): T[] => [...list.slice(place % list.length), ...list.slice(0, place % list.length)]

/** The first of each role; from another place another reach of it. */
const oneOfEachRole = (players: readonly Player[]): Player[] => players.filter(({ role }, at) => players.findIndex((one) => one.role === role) === at)

for (const register of allRegisters() as readonly Register[]) {
  const { key, path, fields, lifecycle: { verbs }, named } = register
  const steps = Object.entries(verbs).filter(([, verb]) => verb.act).map(([verb]) => verb)
  const states = statesOf(register)
  let sampled: AnyInput | undefined
  const sample = async (): Promise<AnyInput> => {
    const { samples } = await setting()
    return sampled ??= { ...samples.input(register, 0), ...ownSamples[key], [named.number.field]: null }
  }
  const departmentOf = (input: AnyInput) => named.department === undefined ? null : input[named.department] as string | null
  /** One entry in each state, to be refused at. */
  let targets: Promise<ReadonlyMap<State, Stocked>> | undefined
  const targetsNow = () => targets ??= (async () => {
    const found = new Map<State, Stocked>()
    for (const state of states) found.set(state, (await stock(state, 1, 'answer'))[0]!)
    return found
  })()
  /** The work on each of these, with the deadlines that run for it. */
  let works: Promise<ReadonlyMap<State, Work>> | undefined
  const worksNow = () => works ??= (async () => {
    const { house } = await setting()
    const found = new Map<State, Work>()
    for (const [state, { id }] of await targetsNow()) found.set(state, await house.scoped(async (scope) => workOf(register, await loadEntry(scope, register, id))))
    return found
  })()
  const fits = async (verb: string) => [...await worksNow()].find(([, work]) => verbs[verb]!.when(work))?.[0]
  const misfits = async (verb: string) => [...await worksNow()].find(([, work]) => !verbs[verb]!.when(work))?.[0]
  /** Whether a step waits for a term that runs or stands still, whatever the state: stories tell of it, a full entry’s own terms are met. */
  const isOfTerms = async (verb: string) => [...(await worksNow()).values()].some((work) => (['running', 'suspended'] as const).some((stands) =>
    verbs[verb]!.when({ ...work, deadlines: Object.fromEntries(Object.keys(register.deadlines ?? {}).map((kind) => [kind, stands])) })))

  /** Whether a step is for entries of another kind, or for what isn’t filled in yet: stories tell of it, a full entry is of one kind. */
  const isOfKind = async (verb: string) => {
    const kinds = Object.entries(register.fields).flatMap(([key, field]) => field.type === 'choice' ? field.choices.map((one) => ({ [key]: one.key })) : [])
    return [...(await worksNow()).values()].some((work) => [work.input ?? {}, emptyInput(register.fields)].some((input) => [{}, ...kinds].some((kind) => verbs[verb]!.when({ ...work, input: { ...input, ...kind } }))))
  }

  /** Entries in a state, to take this step on: to be answered, a remark must wait. */
  const stock = async (state: State, count: number, verb: string) => {
    const { house } = await setting()
    const input = await sample()
    const ids = await stockOf(house, register, state, Array.from({ length: count }, (_, index) => ({ ...input, [named.title]: `${say(register.words.one)} ${index}` })))
    return Promise.all(ids.map(async (id) => ({ id, remark: verb === 'answer' ? await house.scoped((scope) => addRemark(scope, register, id, { field: null, body: 'Klopt dit?' })) : undefined })))
  }
  type Stocked = Awaited<ReturnType<typeof stock>>[number]

  const valuesFor = async (verb: string, entry: Stocked): Promise<AnyInput> => {
    const { samples } = await setting()
    return { ...samples.values(verbs[verb]!.fields ?? {}, 0), ...ownValues[`${key} ${verb}`], ...(verb === 'answer' ? { remark: entry.remark } : {}) }
  }

  /** Takes a step at the page, as its form does. */
  async function atPage({ person }: Player, verb: string, entry: Stocked): Promise<Outcome> {
    const { house } = await setting()
    const base = `/${house.slug}/${path}/${entry.id}`
    const values = await valuesFor(verb, entry)
    const response = verb === 'change' ? await person.post(`${base}/wijzigen`, { ...sentByForm(fields, { ...await sample(), [named.title]: `Gewijzigd ${entry.id}` }), revision: '1' })
      : verb === 'answer' ? await person.post(`${base}/opmerkingen/${entry.remark}`, { [`answer-${entry.remark}`]: String(values.answer) })
        : await person.post(`${base}/stap/${verb}`, sentByForm(verbs[verb]!.fields ?? {}, values))
    return byPage[response.status] ?? assert.fail(`${verb} at the page gave ${response.status}: ${textOf(await response.text()).slice(0, 1500)}`)
  }

  /** Takes a step by its sub-resource. */
  async function byProgram({ api: its }: Player, verb: string, entry: Stocked): Promise<Outcome> {
    const { resource, fields: asked = {} } = verbs[verb]!
    const api = its!
    const at = api.at(`/${key}/${entry.id}`)
    const response = verb === 'change' ? await api.call('PATCH', at, { [named.title]: `Gewijzigd ${entry.id}` }, { 'if-match': '*' })
      : verb === 'remove' ? await api.call('DELETE', at, undefined, { 'if-match': '*' })
        : await api.call('POST', `${at}/${resource}`, sentByProgram(asked, await valuesFor(verb, entry)))
    return byApi[response.status] ?? assert.fail(`${verb} through the API gave ${response.status}: ${await response.text()}`)
  }

  const doors = { page: atPage, API: byProgram }
  const tried = new Map<string, number>()
  /** Where a player can take a step: at every door the first time that the step meets an outcome, then at one and the other in turn, for they share one corridor. */
  const doorsFor = ({ api }: Player, verb: string, outcome: Outcome): (keyof typeof doors)[] => {
    const { offered, resource } = verbs[verb]!
    const open = [...(offered === 'no' ? [] : ['page' as const]), ...(api && (resource !== undefined || verb === 'change' || verb === 'remove') ? ['API' as const] : [])]
    const before = tried.get(`${verb} ${outcome}`) ?? 0
    tried.set(`${verb} ${outcome}`, before + 1)
    return before === 0 || open.length === 1 ? open : open.slice(before % 2, before % 2 + 1)
  }

  describe(`who may do what with ${key}`, () => {
    const seen = new Map<Player, ReadonlySet<string>>()
    /** Ids of the targets that the declared predicate shows to this player: nothing changes them. */
    async function seenBy(player: Player): Promise<ReadonlySet<string>> {
      const known = seen.get(player)
      if (known) return known
      const { house } = await setting()
      const ids = [...(await targetsNow()).values()].map(({ id }) => id)
      const { rows } = await house.scoped((scope) => sql<{ id: string }>`select t.id from ${sql.table(register.table)} t where t.organisation_id = ${scope.organisation.id} and t.id = any(${ids}::uuid[]) and ${register.visible(actorOf(player, player.person.personId))}`.execute(scope.tx))
      const shown = new Set(rows.map(({ id }) => id))
      seen.set(player, shown)
      return shown
    }

    /** What the declaration says that a player meets. */
    async function declared(player: Player, verb: string, state: State, entry: Stocked): Promise<Outcome> {
      if (!(await seenBy(player)).has(entry.id)) return 'hidden'
      const department = departmentOf(await sample())
      if (!declaredToDo(register, player, verb, department)) return 'not allowed'
      return verbs[verb]!.when((await worksNow()).get(state)!) ? 'done' : 'not now'
    }

    test('what a role may not, or not now, or doesn’t see is refused at both doors, and nothing is left of it', async () => {
      const { house, cast } = await setting()
      const { superUrl } = await testDatabase()
      const entries = await targetsNow()
      const kept = new Set([register.table, ...childKeys(fields).map((name) => childTable(register, name)), 'history_event', 'history_change', 'entry_proposal', 'entry_version', 'entry_remark', 'entry_advice', 'entry_search', 'finding', 'webhook_delivery'])
      const tables = (await tenantTables(superUrl, 'waarborg_app')).filter(({ name }) => kept.has(name))
      assert.equal(tables.length, kept.size)
      const before = await rowsByTable(superUrl, tables, house.organisation.id)
      const met = new Map<Outcome, number>()
      const refused = new Set<string>()
      for (const [place, verb] of steps.entries()) {
        for (const player of fromPlace(cast, place)) {
          for (const state of [await fits(verb), await misfits(verb)]) {
            if (!state) continue
            const entry = entries.get(state)!
            const expected = await declared(player, verb, state, entry)
            // Of those who may not, or see nothing, one state tells it all.
            if (expected === 'done' || (state !== await fits(verb) && expected !== 'not now')) continue
            // A role that a step isn't for, or isn't for now, is refused whatever department it holds: tried with one, each verb with another.
            const isByRole = expected === 'not now' || (expected === 'not allowed' && !verbs[verb]!.roles.includes(player.role))
            if (isByRole && refused.has(`${player.role} ${verb} ${expected}`)) continue
            refused.add(`${player.role} ${verb} ${expected}`)
            for (const door of doorsFor(player, verb, expected)) {
              const outcome = await doors[door](player, verb, entry)
              assert.equal(outcome, expected, `${player.label} ${verb} (${state.status}, ${state.proposal}) at the ${door}`)
            }
            met.set(expected, (met.get(expected) ?? 0) + 1)
          }
        }
      }
      // A register of few verbs has few refusals: what was met is held against how many steps and players there are.
      const withoutRole = steps.reduce((sum, verb) => sum + new Set(cast.map(({ role }) => role).filter((role) => !verbs[verb]!.roles.includes(role))).size, 0)
      assert.ok(met.get('not allowed')! > 10 && met.get('not allowed')! + (met.get('hidden') ?? 0) >= withoutRole / 2 && met.get('not now')! > 3, JSON.stringify([...met, withoutRole]))
      assert.deepEqual(await rowsByTable(superUrl, tables, house.organisation.id), before)
    })

    test('what a role may is done at both doors, and stands in history once, with who did it', async () => {
      const { house, cast } = await setting()
      const done: { entry: string; verb: string; by: string }[] = []
      // Of each role one who may: for the whole organisation or for a department, each verb with another.
      for (const [place, verb] of steps.entries()) {
        // A step of the system alone.
        if (verbs[verb]!.roles.length === 0) continue
        const state = await fits(verb)
        if (inStories[key]?.includes(verb)) continue
        if (!state && (await isOfTerms(verb) || await isOfKind(verb))) continue
        assert.ok(state, `nothing ever fits ${verb}`)
        const department = departmentOf(await sample())
        const able = oneOfEachRole(fromPlace(cast, place).filter((player) => declaredToDo(register, player, verb, department)))
        assert.ok(able.length > 0, `nobody may ${verb}`)
        const takes = able.flatMap((player) => doorsFor(player, verb, 'done').map((door) => ({ player, door })))
        const entries = await stock(state, takes.length, verb)
        for (const { player, door } of takes) {
          const entry = entries.pop()!
          assert.equal(await doors[door](player, verb, entry), 'done', `${player.label} ${verb} at the ${door}`)
          done.push({ entry: entry.id, verb, by: door === 'page' ? player.person.personId : 'token' })
        }
      }
      const events = await house.scoped((scope) => sql<{ entry: string; verb: string; by: string }>`
        select entry_id as entry, verb, coalesce(person_id::text, split_part(actor_task, ':', 1)) as by from history_event
        where organisation_id = ${scope.organisation.id} and register = ${key} and entry_id = any(${done.map(({ entry }) => entry)}::uuid[]) and verb <> 'create' order by id`.execute(scope.tx))
      const byEntry = (one: { entry: string }, other: { entry: string }) => one.entry < other.entry ? -1 : 1
      // What the system does in consequence (an earlier framework is replaced) is its own.
      assert.deepEqual(events.rows.filter(({ by }) => by === 'token' || cast.some(({ person }) => person.personId === by)).toSorted(byEntry), done.toSorted(byEntry))
    })

    test('making and importing: whoever may, in the own department; elsewhere and for others it is refused', async () => {
      const { house, cast } = await setting()
      const base = `/${house.slug}/${path}`
      const { burgerzaken, belastingen } = house.departments
      for (const player of cast) {
        const own = player.departmentId ?? burgerzaken
        const may = verbs.create!.roles.includes(player.role) && (named.department !== undefined || player.departmentId === null)
        const input = leastInput(register, `Gemaakt door ${player.label}`, null, own)
        const shown = await player.person.get(`${base}/nieuw`)
        assert.equal(shown.status, verbs.create!.roles.includes(player.role) ? 200 : 403, `${player.label} opens the form`)
        const made = await player.person.post(`${base}/nieuw`, sentByForm(fields, input))
        assert.equal(made.status, may ? 303 : 403, `${player.label} at the page: ${textOf(await made.text()).slice(0, 500)}`)
        if (player.api) assert.equal((await player.api.call('POST', player.api.at(`/${key}`), sentByProgram(fields, input))).status, may ? 201 : 403, `${player.label} through the API`)
        const mayImport = verbs.import!.roles.includes(player.role) && player.departmentId === null
        assert.equal((await player.person.get(`${base}/import`)).status, mayImport ? 200 : 403, `${player.label} imports`)
        if (!may || player.departmentId === null) continue
        const elsewhere = { ...input, [named.department!]: own === burgerzaken ? belastingen : burgerzaken }
        assert.equal((await player.person.post(`${base}/nieuw`, sentByForm(fields, elsewhere))).status, 400, `${player.label} elsewhere, at the page`)
        if (player.api) assert.equal((await player.api.call('POST', player.api.at(`/${key}`), sentByProgram(fields, elsewhere))).status, 403, `${player.label} elsewhere, through the API`)
      }
    })

    test('the page of an entry offers each role, in each state, just the steps that it may take now', async () => {
      const { house, cast } = await setting()
      // One that another's step moved on (an earlier framework is replaced) stands in its state no more.
      const targets = await targetsNow()
      const entries = await house.scoped((scope) => Promise.all([...targets].map(async ([state, entry]) => [state, entry, (await loadEntry(scope, register, entry.id)).system.status] as const)))
      const department = departmentOf(await sample())
      const reaching = cast.filter(({ of }) => of !== 'other')
      for (const [place, [state, entry, status]] of entries.entries()) {
        if (status !== state.status) continue
        for (const player of oneOfEachRole(fromPlace(reaching, place))) {
          const page = await player.person.get(`/${house.slug}/${path}/${entry.id}`)
          if (page.status === 404) continue
          const html = await page.text()
          const work = (await worksNow()).get(state)!
          const expected = Object.entries(verbs).filter(([verb, { offered, when, fields: asked = {} }]) => offered !== 'no' && !Object.hasOwn(asked, 'field') && when(work) && declaredToDo(register, player, verb, department)).map(([verb]) => verb)
          const offered = [...new Set([...html.matchAll(new RegExp(`${entry.id}/(?:stap/([a-z_]+)(?="| )|(wijzigen)")`, 'g'))].map(([, step]) => step ?? 'change'))]
          assert.deepEqual(offered.toSorted(), expected.toSorted(), `${player.label} at ${state.status}, ${state.proposal}`)
          const text = textOf(html)
          for (const verb of expected) assert.ok(text.includes(inLanguage('nl', () => say(verbs[verb]!.words))), verb)
        }
      }
    })
  })
}
