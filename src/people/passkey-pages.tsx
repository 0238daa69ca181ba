// Passkey pages: making a passkey, and taking one away.
import { type Context, Hono } from 'hono'
import { t } from '../ground/words.ts'
import { ErrorSummary, Confirm } from '../page-kit/form.tsx'
import { TextInput } from '../page-kit/inputs.tsx'
import { PlainPage } from '../page-kit/layout.tsx'
import { findAccount } from './accounts.ts'
import { RecoveryCodes } from './app-enrolment.tsx'
import { sayDevice } from './device.ts'
import { type Faults, faultAt, orFaults, readFields } from './form-input.ts'
import { mayEnrol, provenHolder } from './holder.ts'
import type { House } from './house.ts'
import { sayLastFactor } from './last-factor.ts'
import { localPath, withOnward } from './local-path.ts'
import { PasskeyForm } from './passkey-button.tsx'
import type { Asked } from './passkey-challenges.ts'
import { addPasskey, findPasskey, listPasskeys, newKeyOptions, removePasskey } from './passkeys.ts'
import { type RelyingParty, relyingParty } from './relying-party.ts'
import { isFresh, originOf, passSecondFactor } from './sessions.ts'
import { noteSignIn } from './sign-in-events.ts'
import type { Session } from './signed-in.ts'

const page = '/account/passkeys/nieuw'

/** `/account/passkeys` and below. */
export function passkeyRoutes(house: House): Hono {
  const app = new Hono()
  app.get(page, async (c) => {
    const party = relyingParty(house.config.publicUrl)
    if (!party) return c.redirect('/account#passkeys', 303)
    const session = await provenHolder(c, house, page)
    return session instanceof Response ? session : show(c, house, party, session, sayDeviceName(c, house), localPath(c.req.query('verder')), [])
  })
  app.post('/account/passkeys/opdracht', async (c) => {
    const party = relyingParty(house.config.publicUrl)
    const session = await mayEnrol(c, house, page)
    c.header('cache-control', 'no-store')
    if (session instanceof Response || !party || !isFresh(session, house.clock())) return c.json({ href: page }, 403)
    return c.json(await newKeyOptions(house, party, session.accountId, askedBy(session)))
  })
  app.post('/account/passkeys', async (c) => {
    const party = relyingParty(house.config.publicUrl)
    const session = await provenHolder(c, house, page)
    if (session instanceof Response || !party) return session instanceof Response ? session : c.redirect('/account#passkeys', 303)
    const fields = await readFields(c)
    const onward = localPath(fields.one('verder'))
    const outcome = await orFaults(() => addPasskey(house, party, session.accountId, askedBy(session), { name: fields.one('name'), answer: fields.raw('response') }))
    if (outcome.faults) return show(c, house, party, session, fields.one('name'), onward, outcome.faults)
    // The device has just asked for finger, face or code: that is the second step too.
    if (!session.secondFactorAt) await passSecondFactor(c, house, session)
    await noteSignIn(house.database, house.clock(), originOf(c, house), { what: 'passkey_added', accountId: session.accountId })
    if (!outcome.done) return c.redirect(onward ?? '/account?klaar=passkey', 303)
    c.header('cache-control', 'no-store')
    return c.html(<RecoveryCodes codes={outcome.done} onward={onward ?? '/account'} />)
  })
  app.get('/account/passkeys/:id/weghalen', async (c) => {
    const session = await mayEnrol(c, house, page)
    if (session instanceof Response) return session
    const { id, name } = await findPasskey(house.database, session.accountId, c.req.param('id'))
    const proven = await provenHolder(c, house, `/account/passkeys/${id}/weghalen`)
    if (proven instanceof Response) return proven
    const isLast = !(await findAccount(house.database, session.accountId))?.hasApp && (await listPasskeys(house.database, session.accountId)).length === 1
    c.header('cache-control', 'no-store')
    return c.html(
      <PlainPage heading={t(`Passkey “${name}” weghalen`, `Remove passkey “${name}”`)}>
        <Confirm
          action={`/account/passkeys/${id}/weghalen`} danger button={t('Passkey weghalen', 'Remove the passkey')} cancel={{ words: t('Niet weghalen', 'Keep it'), href: '/account#passkeys' }}
          consequences={[
            t(
              'Met deze passkey kan niemand meer inloggen. Waar er nu mee is ingelogd, blijft de sessie bestaan: die beëindigt u bij Mijn account.',
              'Nobody can sign in with this passkey any more. Where it is signed in now, the session goes on: you end that at My account.',
            ),
            t('Op uw apparaat blijft de passkey staan. Daar haalt u hem zelf weg.', 'The passkey stays on your device. Remove it there yourself.'),
            ...(isLast ? [await sayLastFactor(house, session.accountId)] : []),
          ]}
        />
      </PlainPage>,
    )
  })
  app.post('/account/passkeys/:id/weghalen', async (c) => {
    const id = c.req.param('id')
    const session = await provenHolder(c, house, `/account/passkeys/${encodeURIComponent(id)}/weghalen`)
    if (session instanceof Response) return session
    await removePasskey(house, session.accountId, id)
    await noteSignIn(house.database, house.clock(), originOf(c, house), { what: 'passkey_removed', accountId: session.accountId })
    return c.redirect('/account?klaar=passkey-weg', 303)
  })
  return app
}

function askedBy(session: Session): Asked {
  return { purpose: 'register', boundTo: session.id }
}

/** A first name for the new passkey, which people may change. */
function sayDeviceName(c: Context, house: House): string {
  return sayDevice(originOf(c, house).device)
}

async function show(c: Context, house: House, party: RelyingParty, session: Session, name: string, onward: string | undefined, faults: Faults): Promise<Response> {
  const account = await findAccount(house.database, session.accountId)
  c.header('cache-control', 'no-store')
  c.status(faults.length > 0 ? 400 : 200)
  return c.html(
    <PlainPage
      heading={t('Passkey maken', 'Make a passkey')} failed={faults.length > 0}
      lead={<p>{account?.hasPassword
        ? t(
          'Met een passkey logt u in met uw vinger, gezicht of pincode, zonder wachtwoord en zonder code. De sleutel blijft op uw eigen apparaat.',
          'With a passkey you sign in with your finger, face or PIN, without a password and without a code. The key stays on your own device.',
        )
        : t(
          'Met een passkey zet u de tweede stap met uw vinger, gezicht of pincode. De sleutel blijft op uw eigen apparaat.',
          'With a passkey you take the second step with your finger, face or PIN. The key stays on your own device.',
        )}</p>}
    >
      <ErrorSummary faults={faults} />
      <PasskeyForm party={party} kind="create" options="/account/passkeys/opdracht" action={withOnward('/account/passkeys', onward)} hidden={onward ? { verder: onward } : undefined} words={t('Passkey maken', 'Make the passkey')} look="primary">
        <TextInput name="name" label={t('Naam', 'Name')} hint={t(
          'Zodat u later weet welke het is, bijvoorbeeld: telefoon van het werk.',
          'So that you know which one it is later, for instance: work phone.',
        )} value={name} maxlength={60} error={faultAt(faults, 'name')} />
      </PasskeyForm>
      <p><a class="utrecht-link utrecht-link--html-a" href={account?.hasSecondFactor ? '/account' : withOnward('/account/tweede-stap', onward)}>{account?.hasSecondFactor ? t('Terug naar mijn account', 'Back to my account') : t('Liever een app met inlogcodes', 'Rather an authenticator app')}</a></p>
    </PlainPage>,
  )
}
