// Bulk routes: one action on several entries: chosen on the list, asked, shown beforehand, done, reported and taken back.
import { Hono } from 'hono'
import { sql } from 'kysely'
import { isId, newId } from '../../ground/ids.ts'
import { Invalid, NotFound } from '../../ground/refusals.ts'
import { hasRole, type Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import type { House } from '../../people/house.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { type BulkOutcome, carryOutBulk, mostAtOnce, planBulk, undoBulk } from '../bulk.ts'
import { type BulkChoice, bulkChoices, fieldsAsked, readBulkAction } from '../bulk-choices.ts'
import type { Lookups } from '../entry.ts'
import { formState } from '../form-state.ts'
import { rawFromForm } from '../form-values.ts'
import { allEntryIds, listAddress, listParameters, readListQuery } from '../list-query.ts'
import { loadLookupsFor } from '../lookups.ts'
import { recordReading } from '../reading.ts'
import type { Register } from '../register.ts'
import { BulkAsk, BulkChoose, BulkPreview, BulkReport, BulkResult, BulkStopped, parts, sayAction, sayTooMany } from './bulk-pages.tsx'
import { baseOf, showPage, textEntries, toRegister, type Visit } from './visit.tsx'

type Sent = {
  readonly entries: readonly (readonly [string, string])[]
  readonly choice: BulkChoice | undefined
  readonly ids: readonly string[]
  /** The list's own parameters, to come back to it. */
  readonly list: string
  readonly back: string
}

/** `/samen` and what is under it; mounted before `/:id`. */
export function bulkRoutes(house: House, register: Register): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  const base = (c: Visit) => baseOf(c, register)

  app.get('/samen', (c) => c.redirect(base(c), 303))

  // Asks what to do and what that needs, or shows what it would do.
  app.post('/samen', async (c) => {
    const entries = await textEntries(c)
    return scopeOf(c, house, async (scope) => {
      const sent = await readSent(c, scope, entries)
      const { choice, ids, back, list } = sent
      const stopped = whyNot(sent)
      if (stopped) return show(c, changing(), <BulkStopped back={back} faults={[{ at: '', message: stopped }]} />, 400)
      if (!choice) {
        const faults = entries.some(([name]) => name === parts.action) ? [{ at: parts.action, message: t('Kies eerst wat u wilt doen.', 'First choose what you want to do.') }] : []
        return show(c, changing(), <BulkChoose {...{ register, base: base(c), choices: bulkChoices(register, scope.actor), ids, back, list, faults }} />, faults.length > 0 ? 400 : 200)
      }
      const { fields } = fieldsAsked(register, choice)
      const raw = rawFromForm(fields, entries)
      const ask = async (faults: Invalid['faults']) =>
        show(c, sayAction(choice), <BulkAsk {...{ register, base: base(c), choice, ids, back, list }} state={await formState(scope, fields, raw, faults)} />, faults.length > 0 ? 400 : 200)
      if (Object.keys(fields).length > 0 && !entries.some(([name]) => name === parts.asked)) return ask([])
      try {
        const outcomes = await planBulk(scope, register, ids, await readBulkAction(scope, register, choice, raw))
        const asked = entries.filter(([name]) => Object.keys(fields).some((key) => name === key || name.startsWith(`${key}.`)))
        return show(c, sayAction(choice), <BulkPreview {...{ register, base: base(c), choice, ids, back, list, outcomes, asked, cause: newId() }} lookups={await lookupsOf(scope, outcomes)} />)
      } catch (error) {
        if (error instanceof Invalid) return ask(error.faults)
        throw error
      }
    })
  })

  app.post('/samen/doen', async (c) => {
    const entries = await textEntries(c)
    const cause = entries.find(([name]) => name === parts.cause)?.[1] ?? ''
    if (!isId(cause)) throw new NotFound()
    return scopeOf(c, house, async (scope) => {
      const sent = await readSent(c, scope, entries)
      const stopped = whyNot(sent)
      if (stopped) return show(c, changing(), <BulkStopped back={sent.back} faults={[{ at: '', message: stopped }]} />, 400)
      if (!sent.choice) throw new NotFound()
      // Pressed twice, or loaded again: it was done the first time.
      if ((await readDone(scope, cause)).length > 0) return c.redirect(`${base(c)}/samen/${cause}`, 303)
      const action = await readBulkAction(scope, register, sent.choice, rawFromForm(fieldsAsked(register, sent.choice).fields, entries))
      return answer(c, scope, await carryOutBulk(scope, register, sent.ids, action, cause), cause)
    })
  })

  app.get('/samen/:cause', (c) => scopeOf(c, house, async (scope) => {
    const cause = causeOf(c)
    const done = await readDone(scope, cause)
    if (done.length === 0) throw new NotFound()
    const there = done.flatMap(({ id, title, verbs }) => title === null ? [] : [{ id, title, verbs }])
    const mayUndo = done.some(({ verbs }) => verbs.includes('change')) && hasRole(scope.actor, ...register.lifecycle.verbs.change!.roles)
    const skipped = Number(c.req.query('niet'))
    return show(c, t('Samen gewijzigd', 'Changed together'), <BulkReport {...{ register, base: base(c), cause, done: there, removed: done.length - there.length, skipped: Number.isInteger(skipped) && skipped > 0 ? skipped : 0, mayUndo }} />)
  }))

  app.post('/samen/:cause/ongedaan', (c) => scopeOf(c, house, async (scope) => {
    if ((await readDone(scope, causeOf(c))).length === 0) throw new NotFound()
    const cause = newId()
    return answer(c, scope, await undoBulk(scope, register, causeOf(c), cause), cause)
  }))

  /** The report; here and now when something was refused that can't be read back from history. */
  async function answer(c: Visit, scope: Scope, outcomes: readonly BulkOutcome[], cause: string) {
    const done = outcomes.filter(({ what }) => what === 'done' || what === 'proposal').length
    if (done === 0 || outcomes.some(({ why }) => why !== undefined)) {
      return show(c, t('Samen gewijzigd', 'Changed together'), <BulkResult {...{ register, base: base(c), cause, outcomes }} lookups={await lookupsOf(scope, outcomes)} />)
    }
    return c.redirect(`${base(c)}/samen/${cause}${outcomes.length > done ? `?niet=${outcomes.length - done}` : ''}`, 303)
  }

  async function readSent(c: Visit, scope: Scope, entries: Sent['entries']): Promise<Sent> {
    const one = (name: string) => entries.find(([own]) => own === name)?.[1] ?? ''
    const list = listParameters(register, `http://local/?${one(parts.list)}`)
    const chosen = [...new Set([...one(parts.ids).split(' '), ...entries.flatMap(([name, value]) => name === parts.chosen ? [value] : [])])].filter(isId).slice(0, mostAtOnce + 1)
    const ids = one(parts.all) === 'yes' ? await allEntryIds(scope, register, readListQuery(register, list).query, mostAtOnce + 1) : chosen
    return { entries, choice: bulkChoices(register, scope.actor).find(({ key }) => key === one(parts.action)), ids, list: list.toString(), back: listAddress(base(c), list, {}) }
  }

  function whyNot({ ids }: Sent): string | undefined {
    if (ids.length === 0) return t('Vink eerst aan wat u wilt wijzigen.', 'First tick what you want to change.')
    return ids.length > mostAtOnce ? sayTooMany(register) : undefined
  }

  function changing(): string {
    return t('Meer tegelijk wijzigen', 'Change several at once')
  }

  /** The entries that were changed together, by name; without a title for those that are gone. */
  async function readDone(scope: Scope, cause: string): Promise<{ id: string; title: string | null; verbs: string[] }[]> {
    const found = await sql<{ id: string; title: string | null; verbs: string[] }>`
      select e.entry_id as id, t.${sql.ref(register.named.title)} as title, array_agg(e.verb order by e.id) as verbs
      from history_event e left join ${sql.table(register.table)} t on t.organisation_id = e.organisation_id and t.id = e.entry_id and ${register.visible(scope.actor)}
      where e.organisation_id = ${scope.organisation.id} and e.cause_id = ${cause} and e.register = ${register.key} group by e.entry_id, t.${sql.ref(register.named.title)}, t.sort_name order by t.sort_name limit ${mostAtOnce}`.execute(scope.tx)
    return found.rows
  }

  /** Labels of all values before and after, with the access record where they name persons. */
  async function lookupsOf(scope: Scope, outcomes: readonly BulkOutcome[]): Promise<Lookups> {
    const inputs = outcomes.flatMap(({ change }) => change ? [{ [change.field]: change.before }, { [change.field]: change.after }] : [])
    await recordReading(scope, register.fields, inputs, `Samen gewijzigd: ${register.words.many.nl}`)
    return loadLookupsFor(scope, register.fields, inputs)
  }

  function show(c: Visit, heading: string, children: ReturnType<typeof BulkStopped>, status: 200 | 400 = 200) {
    return showPage(c, house, register, { heading, crumbs: [toRegister(c, register)], failed: status === 400, children }, status)
  }

  function causeOf(c: Visit): string {
    const cause = c.req.param('cause') ?? ''
    if (!isId(cause)) throw new NotFound()
    return cause
  }

  return app
}
