// Keeping routes of the log: who sees what stays longer and what went, and who may hold records back.
import { Hono } from 'hono'
import { recordAccess } from '../../access-record/record.ts'
import { isId } from '../../ground/ids.ts'
import { type Fault, Invalid, NotFound } from '../../ground/refusals.ts'
import { hasRole, personOf, type Role } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { readTypedDate } from '../../page-kit/typed-dates.ts'
import { type Faults, type Fields, orFaults, readFields } from '../../people/form-input.ts'
import type { House } from '../../people/house.ts'
import { onlyFor, type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { logBase, logPage, type Visit } from '../asking/log-page.tsx'
import { isSteady, removesFrom, seenClock } from '../steady-clock.ts'
import { endHold, type HoldWish, listHolds, makeHold } from './holds.ts'
import { KeepingPage } from './keeping-page.tsx'
import { howFar, listRemovals } from './removals.ts'

const holders: readonly Role[] = ['dpo', 'privacy_officer']
const readers: readonly Role[] = [...holders, 'ciso', 'auditor', 'administrator']

/** `/logboek/bewaren`; to be mounted under `/:slug` after `withScope`. */
export function keepingRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  app.get('/logboek/bewaren', (c) => show(c, house))
  app.post('/logboek/bewaren', async (c) => {
    mustHold(c)
    const typed = await readFields(c)
    const { faults } = await orFaults(async () => {
      const wish = wishOf(typed)
      return scopeOf(c, house, (scope) => makeHold(scope, wish))
    })
    return faults ? show(c, house, typed, faults) : c.redirect(`${logBase(c)}/bewaren?klaar=vastgelegd`, 303)
  })
  app.post('/logboek/bewaren/:id/beeindigen', async (c) => {
    mustHold(c)
    const id = c.req.param('id')
    if (!isId(id)) throw new NotFound()
    await scopeOf(c, house, (scope) => endHold(scope, id))
    return c.redirect(`${logBase(c)}/bewaren?klaar=beeindigd`, 303)
  })
  return app
}

function mustHold(c: Visit): void {
  onlyFor(c.get('who'), t('de FG en de privacy officer', 'the DPO and the privacy officer'), ...holders)
}

function show(c: Visit, house: House, typed?: Fields, faults: Faults = []) {
  onlyFor(c.get('who'), t('de FG, de privacy officer, de CISO, de auditor en de beheerder', 'the DPO, the privacy officer, the CISO, the auditor and the administrator'), ...readers)
  return scopeOf(c, house, async (scope) => {
    const [holds, removals, { before, oldest }] = [await listHolds(scope), await listRemovals(scope), await howFar(scope)]
    const clock = await seenClock(scope)
    const waits = isSteady(clock, scope.now) ? undefined : { until: removesFrom(clock) }
    const mayHold = hasRole(scope.actor, ...holders)
    const people = mayHold ? await scope.tx.selectFrom('person').select(['id', 'name']).where('organisation_id', '=', scope.organisation.id).orderBy('name').execute() : []
    const shown = [...people.map(({ id }) => id), ...holds.map(({ madeById }) => madeById)].filter((id) => id !== personOf(scope.actor))
    await recordAccess(scope, { name: 'Bewaren van het logboek bekeken', subjects: shown.map((id) => ({ type: 'person', id })) })
    const words = { vastgelegd: t('Deze regels blijven, ook als hun termijn voorbij is.', 'These records stay, also when their term is over.'), beeindigd: t('Beëindigd. Wat over zijn termijn is, gaat vannacht weg.', 'Ended. What is over its term goes tonight.') }[c.req.query('klaar') ?? '']
    return logPage(c, house, {
      heading: t('Bewaren van het logboek', 'Keeping the access log'), failed: faults.length > 0, ...(words ? { flash: { tone: 'ok' as const, words } } : {}),
      children: <KeepingPage base={logBase(c)} {...{ holds, removals, before, oldest, waits, mayHold, people, faults }} typed={(name) => typed?.one(name) ?? ''} />,
    }, faults.length > 0 ? 400 : 200)
  })
}

/** @throws Invalid at days that are none */
function wishOf(typed: Fields): HoldWish {
  const faults: Fault[] = []
  const day = (at: string) => {
    const text = typed.one(at)
    const read = text === '' ? null : readTypedDate(text)
    if (text !== '' && (read === null || read < '1900' || read > '2200')) faults.push({ at, message: t('Dit is geen bestaande dag. Schrijf hem als 31-12-2026.', 'This is no existing day. Write it as 31-12-2026.') })
    return read
  }
  const personId = typed.one('personId')
  if (personId !== '' && !isId(personId)) throw new Invalid([{ at: 'personId', message: t('Kies een collega uit de lijst.', 'Choose a colleague from the list.') }])
  const wish = {
    subjectType: typed.one('subjectType'), subjectId: typed.one('subjectId'), personId: personId || null, userId: typed.one('userId'), trace: typed.one('trace').replaceAll('-', '').toLowerCase(),
    from: day('from'), until: day('until'), reason: typed.one('reason'), caseReference: typed.one('caseReference'), holdsUntil: day('holdsUntil'),
  }
  if (faults.length > 0) throw new Invalid(faults)
  return wish
}
