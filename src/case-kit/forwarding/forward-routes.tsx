// Forward routes: choosing to which participant a case goes, and keeping track by hand of one that doesn't work here.
import { Hono } from 'hono'
import { isId } from '../../ground/ids.ts'
import { type Fault, Invalid, NotFound } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { Alert } from '../../page-kit/alerts.tsx'
import { ErrorSummary, Form, SubmitBar } from '../../page-kit/form.tsx'
import { Select, TextInput } from '../../page-kit/inputs.tsx'
import type { House } from '../../people/house.ts'
import { enqueueOutside, isMailAddress } from '../../people/mail-outside.ts'
import { listParticipants } from '../../people/organisation-parts.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { readForm } from '../../register-kit/collaboration/visit.tsx'
import type { Entry } from '../../register-kit/entry.ts'
import { baseOf, entryId, showPage, type Status, toEntry, type Visit } from '../../register-kit/web/visit.tsx'
import { keptCase, numberOf } from '../collection/keeping.ts'
import type { TiedCollection } from '../collection/tied-collections.ts'
import { followByHand, forwardedOf, sendToParticipant } from './forwarded.ts'
import { readTies } from './ties.ts'

/** `/:id/doorsturen` under the register's address; nothing for a register that isn't forwarded. */
export function forwardRoutes(house: House, { register, options }: TiedCollection): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  if (!options.isForwarded) return app
  const onCase = <T,>(c: Visit, work: (scope: Scope, entry: Entry) => Promise<T>) => scopeOf(c, house, async (scope) => work(scope, await keptCase(scope, register, options, entryId(c, register))))
  const back = (c: Visit) => c.redirect(`${baseOf(c, register)}/${entryId(c, register)}#doorsturen`, 303)

  app.get('/:id/doorsturen', (c) => onCase(c, (scope, entry) => page(c, scope, entry, { participant: '', email: '' }, [])))
  app.post('/:id/doorsturen', async (c) => {
    const form = await readForm(c)
    const typed = { participant: form.one('participant'), email: form.one('email').trim() }
    try {
      await onCase(c, async (scope, entry) => {
        if (typed.email !== '' && !isMailAddress(typed.email)) throw new Invalid([{ at: 'email', message: t('Dit is geen geldig e-mailadres. Vul één adres in.', 'This is no valid e-mail address. Fill in one address.') }])
        const { isAcross, name } = await sendToParticipant(scope, register, entry, typed.participant)
        if (!isAcross && typed.email !== '') await tellByMail(scope, entry, typed.email)
        await options.onForwarded?.(scope, entry, { participant: typed.participant, name })
      })
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      return onCase(c, (scope, entry) => page(c, scope, entry, typed, error.faults, 400))
    }
    return back(c)
  })

  for (const [path, state] of [['opgepakt', 'accepted'], ['beantwoord', 'answered']] as const) {
    app.post(`/:id/doorsturen/:forwarded/${path}`, async (c) => {
      await onCase(c, async (scope, entry) => {
        const id = c.req.param('forwarded') ?? ''
        const one = isId(id) ? (await forwardedOf(scope, register.key, entry.id)).find((found) => found.id === id) : undefined
        if (!one) throw new NotFound()
        await followByHand(scope, one, state)
      })
      return back(c)
    })
  }

  async function page(c: Visit, scope: Scope, entry: Entry, typed: { participant: string; email: string }, faults: readonly Fault[], status: Status = 200) {
    const participants = (await listParticipants(scope)).filter(({ isActive }) => isActive)
    const tied = new Set((await readTies(scope)).flatMap(({ state, participantId }) => state === 'agreed' && participantId !== null ? [participantId] : []))
    const fault = (at: string) => faults.find((one) => one.at === at)?.message
    return showPage(c, house, register, {
      heading: t('Doorsturen aan een deelnemer', 'Forward to a participant'), crumbs: toEntry(c, register, entry), narrow: true, failed: faults.length > 0,
      lead: <p>{t('De deelnemer krijgt wat er binnenkwam, niet uw notities. De termijn begon toen u het ontving.', 'The participant gets what came in, not your notes. The term began when you received it.')}</p>,
      children: participants.length === 0 ? <Alert><p>{t('Er zijn nog geen deelnemers. Een beheerder voegt ze toe bij “Organen en functies”.', 'There are no participants yet. An administrator adds them under “Bodies and functions”.')}</p></Alert> : (
        <Form action={`${baseOf(c, register)}/${entry.id}/doorsturen`}>
          <ErrorSummary faults={faults} />
          <Select name="participant" label={t('Deelnemer', 'Participant')} empty={t('Kies een deelnemer', 'Choose a participant')} value={typed.participant} error={fault('participant')} choices={participants.map(({ id, name }) => ({ value: id, label: tied.has(id) ? `${name} (${t('werkt in Waarborg', 'works in Waarborg')})` : name }))} />
          <TextInput name="email" type="email" label={t('E-mailadres', 'E-mail address')} optional hint={t('Voor een deelnemer die niet in Waarborg werkt. Het bericht noemt geen personen; stuur wat er binnenkwam veilig na.', 'For a participant that doesn’t work in Waarborg. The message names no persons; send what came in safely after it.')} value={typed.email} error={fault('email')} />
          <SubmitBar primary={t('Doorsturen', 'Forward')} cancel={{ words: t('Annuleren', 'Cancel'), href: `${baseOf(c, register)}/${entry.id}` }} />
        </Form>
      ),
    }, status)
  }

  /** Says that there is something and by when; by mail goes nothing of a person. */
  async function tellByMail(scope: Scope, entry: Entry, email: string): Promise<void> {
    const { one } = register.words
    const number = numberOf(register, entry) ?? ''
    await enqueueOutside(scope, {
      to: email, kind: 'letter', language: 'nl', subject: { nl: `Wij ontvingen een ${one.nl} voor u`, en: `We received a ${one.en} for you` },
      lines: [
        { nl: `Bij ${scope.organisation.name} kwam een ${one.nl} binnen over gegevens die wij voor u verwerken (ons kenmerk: ${number}). U bent verantwoordelijk voor het antwoord; de termijn is begonnen toen wij het ontvingen.`, en: `A ${one.en} came in at ${scope.organisation.name} about data that we process for you (our reference: ${number}). You are responsible for the answer; the term began when we received it.` },
        { nl: 'Neem contact met ons op, dan sturen wij u veilig wat er binnenkwam en helpen wij u bij het antwoord.', en: 'Get in touch with us; we then send you safely what came in, and help you with the answer.' },
      ],
    })
  }

  return app
}
