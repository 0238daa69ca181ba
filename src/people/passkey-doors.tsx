// Passkey doors: signing in with a passkey alone, and taking the second step with one.
import { type Context, Hono } from 'hono'
import { TooMany } from '../ground/refusals.ts'
import { t } from '../ground/words.ts'
import { findAccount } from './accounts.ts'
import { beginAttempt, endAttempt, watchAddress } from './attempts.ts'
import { type Fields, readFields } from './form-input.ts'
import type { House } from './house.ts'
import { localPath, withOnward } from './local-path.ts'
import { type FoundOrganisation, findOrganisation } from './organisations.ts'
import { type Asked, browserToken } from './passkey-challenges.ts'
import { acceptPasskey, answerOptions, PasskeyRefused } from './passkeys.ts'
import { relyingParty } from './relying-party.ts'
import { askSecondStep } from './second-step.tsx'
import { currentSession, originOf, passSecondFactor, startSession } from './sessions.ts'
import { afterSignIn, isMemberOf, showSignIn } from './sign-in.tsx'
import { noteSignIn } from './sign-in-events.ts'

/** `/inloggen/passkey`, the same under an organisation, `/tweede-stap/passkey`, and what the browser needs for each (`.../opdracht`). */
export function passkeyDoorRoutes(house: House): Hono {
  const app = new Hono()
  const party = relyingParty(house.config.publicUrl)
  app.post('/inloggen/passkey/opdracht', async (c) => {
    c.header('cache-control', 'no-store')
    return party ? c.json(await answerOptions(house, party, askedByBrowser(c, house))) : c.notFound()
  })
  app.post('/inloggen/passkey', (c) => trySignIn(c, house, undefined))
  app.post('/:slug/inloggen/passkey', async (c) => {
    const found = await findOrganisation(house.database, house.master, c.req.param('slug'))
    return found ? trySignIn(c, house, found) : c.notFound()
  })
  app.post('/tweede-stap/passkey/opdracht', async (c) => {
    const session = await currentSession(c, house)
    c.header('cache-control', 'no-store')
    if (!session) return c.json({ href: '/inloggen' }, 403)
    return party ? c.json(await answerOptions(house, party, { purpose: 'second_step', boundTo: session.id }, session.accountId)) : c.notFound()
  })
  app.post('/tweede-stap/passkey', (c) => trySecondStep(c, house))
  return app
}

async function trySignIn(c: Context, house: House, found: FoundOrganisation | undefined): Promise<Response> {
  const fields = await readFields(c)
  const onward = localPath(fields.one('verder'))
  const organisationId = found?.organisation.id
  const show = (message: string, status: 401 | 429) => showSignIn(c, house, found, { onward, status, faults: [{ at: '', message }] })
  const answered = await answerOf(c, house, askedByBrowser(c, house), fields)
  if ('wait' in answered) {
    await noteSignIn(house.database, house.clock(), originOf(c, house), { what: 'waiting', organisationId })
    return show(answered.wait, 429)
  }
  if ('refused' in answered) {
    await noteRefusal(c, house, answered.refused, organisationId)
    return show(sayRefusal(answered.refused), 401)
  }
  const { accountId } = answered
  const account = await findAccount(house.database, accountId)
  // Whoever comes in through an organisation's own service must go on doing so: a passkey would outlive being let go there.
  if (!account?.hasPassword || (found && !(await isMemberOf(house, accountId, found)))) {
    await noteSignIn(house.database, house.clock(), originOf(c, house), { what: 'passkey_refused', accountId, organisationId })
    return show(account?.hasPassword ? sayRefusal(new PasskeyRefused('unknown')) : t(
      'Deze passkey geldt alleen als tweede stap. Log eerst in via uw organisatie.',
      'This passkey only counts as a second step. Sign in through your organisation first.',
    ), 401)
  }
  const session = await startSession(c, house, { accountId, method: 'passkey', hasSecondFactor: true })
  await noteSignIn(house.database, house.clock(), originOf(c, house), { what: 'signed_in_by_passkey', accountId })
  return c.redirect(await afterSignIn(house, session, onward, found), 303)
}

async function trySecondStep(c: Context, house: House): Promise<Response> {
  const fields = await readFields(c)
  const onward = localPath(fields.one('verder'))
  const session = await currentSession(c, house)
  if (!session) return c.redirect(withOnward('/inloggen', onward), 303)
  const { accountId } = session
  const answered = await answerOf(c, house, { purpose: 'second_step', boundTo: session.id }, fields, accountId)
  if ('wait' in answered) {
    await noteSignIn(house.database, house.clock(), originOf(c, house), { what: 'waiting', accountId })
    return askSecondStep(c, house, session, onward, [{ at: '', message: answered.wait }], 429)
  }
  if ('refused' in answered) {
    await noteRefusal(c, house, answered.refused)
    return askSecondStep(c, house, session, onward, [{ at: '', message: sayRefusal(answered.refused) }], 401)
  }
  await passSecondFactor(c, house, session)
  await noteSignIn(house.database, house.clock(), originOf(c, house), { what: 'second_factor_passed', accountId })
  return c.redirect(onward ?? '/organisaties', 303)
}

type Answered = { accountId: string } | { refused: PasskeyRefused } | { wait: string }

/** Checks the answer of a browser; whoever fails often from one address waits. */
async function answerOf(c: Context, house: House, asked: Asked, fields: Fields, accountId?: string): Promise<Answered> {
  const party = relyingParty(house.config.publicUrl)
  const watches = [watchAddress(originOf(c, house).ip)]
  try {
    if (!party) throw new PasskeyRefused('invalid', accountId)
    await beginAttempt(house.database, house.clock(), watches)
    const answered = { accountId: await acceptPasskey(house, party, asked, fields.raw('response'), accountId) }
    await endAttempt(house.database, watches)
    return answered
  } catch (fault) {
    if (fault instanceof PasskeyRefused) return { refused: fault }
    if (!(fault instanceof TooMany)) throw fault
    c.header('retry-after', String(fault.retryAfterSeconds))
    return { wait: fault.message }
  }
}

async function noteRefusal(c: Context, house: House, refused: PasskeyRefused, organisationId?: string): Promise<void> {
  await noteSignIn(house.database, house.clock(), originOf(c, house), { what: refused.why === 'copied' ? 'passkey_copied' : 'passkey_refused', accountId: refused.accountId, organisationId })
}

function sayRefusal({ why }: PasskeyRefused): string {
  if (why === 'copied') {
    return t(
      'Deze passkey is geweigerd: er is misschien een kopie van. Kies een andere manier en haal deze passkey weg bij Mijn account.',
      'This passkey was refused: there may be a copy of it. Choose another way and remove this passkey at My account.',
    )
  }
  return why === 'unknown'
    ? t(
      'Deze passkey hoort hier niet (meer) bij een account. Kies een andere manier.',
      'This passkey doesn’t belong to an account here (any more). Choose another way.',
    )
    : t('Het lukt niet met deze passkey, of het duurde te lang. Probeer het opnieuw.', 'It doesn’t work with this passkey, or it took too long. Try again.')
}

function askedByBrowser(c: Context, house: House): Asked {
  return { purpose: 'sign_in', boundTo: browserToken(c, house) }
}
