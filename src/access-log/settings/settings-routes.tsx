// Settings routes of the log: who may see and change how it is kept, and the two steps before its keys are destroyed.
import { Hono } from 'hono'
import { recordAccess } from '../../access-record/record.ts'
import { hasRole, personOf, type Role } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { Alert } from '../../page-kit/alerts.tsx'
import { joinDuration } from '../../page-kit/duration.ts'
import { Confirm, ErrorSummary } from '../../page-kit/form.tsx'
import { TextArea, TextInput } from '../../page-kit/inputs.tsx'
import { faultAt, type Faults, orFaults, readFields } from '../../people/form-input.ts'
import { provenHolder } from '../../people/holder.ts'
import type { House } from '../../people/house.ts'
import { onlyFor, type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { readHistory } from '../../register-kit/history.ts'
import { logBase, logPage, type Visit } from '../asking/log-page.tsx'
import { logHistory } from './log-history.ts'
import { activitiesToChoose, changeLogSettings, destroyLogKeys, readLogSettings, rotateLogKeys } from './log-settings.ts'
import { SettingsPage, type SettingsPageProps } from './settings-page.tsx'

const changers: readonly Role[] = ['administrator', 'privacy_officer']
const readers: readonly Role[] = [...changers, 'dpo', 'ciso', 'auditor']

/** `/logboek/instellingen` and `/logboek/sleutels`; to be mounted under `/:slug` after `withScope`. */
export function logSettingsRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  app.get('/logboek/instellingen', (c) => show(c, house))
  app.post('/logboek/instellingen', async (c) => {
    mustChange(c)
    const typed = await readFields(c)
    const wish = { ownActivity: typed.one('own_activity'), keepFor: { amount: typed.one('keep_for.amount'), unit: typed.one('keep_for.unit') } }
    const { faults } = await orFaults(() => scopeOf(c, house, (scope) => changeLogSettings(scope, { ownActivity: wish.ownActivity || null, keepFor: joinDuration(wish.keepFor) })))
    return faults ? show(c, house, { faults, typed: wish }) : c.redirect(`${logBase(c)}/instellingen?klaar=bewaard`, 303)
  })
  app.post('/logboek/sleutels/vervangen', async (c) => {
    mustChange(c)
    await scopeOf(c, house, rotateLogKeys)
    return c.redirect(`${logBase(c)}/instellingen?klaar=vervangen#sleutels`, 303)
  })
  app.get('/logboek/sleutels/vernietigen', async (c) => {
    const proven = await mustBeProven(c, house)
    return proven ?? askDestroy(c, house)
  })
  app.post('/logboek/sleutels/vernietigen', async (c) => {
    const proven = await mustBeProven(c, house)
    if (proven) return proven
    const typed = await readFields(c)
    const { faults } = await orFaults(() => scopeOf(c, house, (scope) => destroyLogKeys(scope, typed.one('name'), typed.one('reason'))))
    return faults ? askDestroy(c, house, faults, typed.one('reason')) : c.redirect(`${logBase(c)}/instellingen?klaar=vernietigd#sleutels`, 303)
  })
  return app
}

function mustChange(c: Visit): void {
  onlyFor(c.get('who'), t('de beheerder en de privacy officer', 'the administrator and the privacy officer'), ...changers)
}

/** Nobody at an unlocked computer does this: only an administrator who proved a moment ago who they are. */
async function mustBeProven(c: Visit, house: House): Promise<Response | undefined> {
  onlyFor(c.get('who'), t('de beheerder', 'the administrator'), 'administrator')
  const here = `${logBase(c)}/sleutels/vernietigen`
  const proven = await provenHolder(c, house, here)
  return proven instanceof Response ? proven : undefined
}

function show(c: Visit, house: House, form: Partial<Pick<SettingsPageProps, 'faults' | 'typed'>> = {}) {
  onlyFor(c.get('who'), t('de beheerder, de privacy officer, de FG, de CISO en de auditor', 'the administrator, the privacy officer, the DPO, the CISO and the auditor'), ...readers)
  return scopeOf(c, house, async (scope) => {
    const settings = await readLogSettings(scope)
    const events = await readHistory(scope, logHistory, scope.organisation.id, { limit: 50 })
    await recordAccess(scope, { name: 'Instellingen van het logboek bekeken', subjects: events.flatMap(({ personId }) => personId !== null && personId !== personOf(scope.actor) ? [{ type: 'person', id: personId }] : []) })
    const faults = form.faults ?? []
    return logPage(c, house, {
      heading: t('Instellingen van het logboek', 'Settings of the access log'), failed: faults.length > 0, ...flashOf(c),
      children: <SettingsPage
        base={logBase(c)} slug={scope.organisation.slug} settings={settings} activities={await activitiesToChoose(scope, settings.ownActivity)} keys={scope.organisation.logKeys} events={events}
        mayChange={hasRole(scope.actor, ...changers)} mayDestroy={hasRole(scope.actor, 'administrator')} faults={faults} typed={form.typed}
      />,
    }, faults.length > 0 ? 400 : 200)
  })
}

function askDestroy(c: Visit, house: House, faults: Faults = [], reason = '') {
  const { name } = c.get('who').organisation
  return logPage(c, house, {
    heading: t('Sleutels van het logboek vernietigen', 'Destroy the keys of the access log'), narrow: true, failed: faults.length > 0, crumbs: [{ words: t('Instellingen', 'Settings'), href: `${logBase(c)}/instellingen` }],
    children: (
      <>
        <ErrorSummary faults={faults} />
        <Alert tone="warning" heading={t('Dit kan niet ongedaan worden gemaakt', 'This can’t be undone')}>{t('Ook Waarborg zelf kan het niet herstellen.', 'Waarborg itself can’t repair it either.')}</Alert>
        <Confirm
          action={`${logBase(c)}/sleutels/vernietigen`} button={t('Sleutels vernietigen', 'Destroy the keys')} danger cancel={{ words: t('Annuleren', 'Cancel'), href: `${logBase(c)}/instellingen` }}
          consequences={[
            t('Niemand kan daarna nog zien over wie de regels tot nu toe gaan, of wie er keek. Een verzoek om inzage vindt die regels niet meer.', 'Nobody can tell after that whom the records until now are about, or who looked. A request for access no longer finds them.'),
            t('De regels zelf blijven tot hun bewaartermijn voorbij is. Of zij echt zijn, blijft te controleren.', 'The records themselves stay until their term is over. Whether they are genuine can still be checked.'),
            t('Wat langer moet blijven, blijft. Maar u kunt er niemand meer in terugvinden.', 'What must stay longer, stays. But you can no longer find anybody in it.'),
            t('Vanaf nu wordt met een nieuwe sleutel geschreven.', 'From now on a new key is written with.'),
            t('Staan er kopieën van de map met sleutels op een back-up? Vernietig die ook. Zolang zij er zijn, is de band met mensen er nog.', 'Are there copies of the folder of keys on a back-up? Destroy those too. As long as they exist, the link with people exists.'),
          ]}
        >
          <TextArea name="reason" label={t('Waarom doet u dit?', 'Why do you do this?')} hint={t('Dit staat in de geschiedenis. Schrijf geen namen van mensen op.', 'This stands in the history. Don’t write names of people.')} value={reason} error={faultAt(faults, 'reason')} rows={3} />
          <TextInput name="name" label={t(`Typ de naam van de organisatie over: ${name}`, `Type the name of the organisation: ${name}`)} autocomplete="off" error={faultAt(faults, 'name')} />
        </Confirm>
      </>
    ),
  }, faults.length > 0 ? 400 : 200)
}

function flashOf(c: Visit) {
  const words = {
    bewaard: t('De instellingen zijn opgeslagen.', 'The settings have been saved.'), vervangen: t('Nieuwe regels krijgen kenmerken met de nieuwe sleutel.', 'New records get marks made with the new key.'),
    vernietigd: t('De sleutels zijn vernietigd. Denk aan de kopieën op back-ups.', 'The keys have been destroyed. Remember the copies on back-ups.'),
  }[c.req.query('klaar') ?? '']
  return words ? { flash: { tone: 'ok' as const, words } } : {}
}
