// Reminders page: somebody chooses how often their work comes by e-mail, and makes, renews or revokes the address of their calendar.
import { type Context, Hono } from 'hono'
import { sayDay, sayMoment } from '../ground/clock.ts'
import { NotAllowed } from '../ground/refusals.ts'
import { hasRole, type Scope } from '../ground/scope.ts'
import { t } from '../ground/words.ts'
import { Alert } from '../page-kit/alerts.tsx'
import { Button, ButtonGroup } from '../page-kit/buttons.tsx'
import { RadioGroup } from '../page-kit/choices.tsx'
import { ErrorSummary, Form, Section, SubmitBar } from '../page-kit/form.tsx'
import { NumberInput, TextInput } from '../page-kit/inputs.tsx'
import { Page } from '../page-kit/layout.tsx'
import { faultAt, type Faults, type Fields, orFaults, readFields } from '../people/form-input.ts'
import type { House } from '../people/house.ts'
import { type PeopleEnv, scopeOf } from '../people/with-scope.ts'
import { findFeed, makeFeed, revokeFeed, type ShownFeed } from './calendar-feed.ts'
import { keepPatience, readPatience } from './escalation.ts'
import { keepMailChoice, type MailChoice, readMailChoice } from './mail-choice.ts'

type Visit = Context<PeopleEnv>

/** `/mijn-werk/herinneringen`; to be mounted under `/:slug` after `withScope`. */
export function reminderRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  app.get('/mijn-werk/herinneringen', (c) => show(c, house))
  app.post('/mijn-werk/herinneringen', async (c) => {
    const typed = await readFields(c)
    const { faults } = await orFaults(() => scopeOf(c, house, (scope) => keepMailChoice(scope, { digest: typed.one('digest'), language: typed.one('language') })))
    return faults ? show(c, house, { typed, faults }) : c.redirect(`${here(c)}?klaar=keuze`, 303)
  })
  app.post('/mijn-werk/herinneringen/te-laat', async (c) => {
    const typed = await readFields(c)
    const { faults } = await orFaults(() => scopeOf(c, house, (scope) => {
      if (!maySetPatience(scope)) throw new NotAllowed(t('Dit is voorbehouden aan privacy officers en beheerders.', 'This is reserved for privacy officers and administrators.'))
      return keepPatience(scope, typed.one('days'))
    }))
    return faults ? show(c, house, { typed, faults }) : c.redirect(`${here(c)}?klaar=te-laat`, 303)
  })
  app.post('/mijn-werk/herinneringen/agenda', async (c) => {
    const token = await scopeOf(c, house, makeFeed)
    return show(c, house, { address: `${house.config.publicUrl}/ics/${token}.ics` })
  })
  app.post('/mijn-werk/herinneringen/agenda/intrekken', async (c) => {
    await scopeOf(c, house, revokeFeed)
    return c.redirect(`${here(c)}?klaar=ingetrokken`, 303)
  })
  return app
}

async function show(c: Visit, house: House, { typed, faults = [], address }: { typed?: Fields; faults?: Faults; address?: string } = {}): Promise<Response> {
  const { choice, feed, patience, maySet } = await scopeOf(c, house, async (scope) => ({ choice: await readMailChoice(scope), feed: await findFeed(scope), patience: await readPatience(scope), maySet: maySetPatience(scope) }))
  const done = {
    keuze: t('Uw keuze is bewaard.', 'Your choice has been saved.'), 'te-laat': t('De termijn is bewaard.', 'The term has been saved.'),
    ingetrokken: t('Het adres van uw agenda werkt niet meer.', 'The address of your calendar doesn’t work any more.'),
  }[c.req.query('klaar') ?? '']
  c.status(faults.length > 0 ? 400 : 200)
  return c.html(
    <Page
      {...house.frame(c, c.get('who'))} heading={t('Herinneringen en agenda', 'Reminders and calendar')} narrow failed={faults.length > 0}
      crumbs={[{ words: t('Mijn werk', 'My work'), href: `/${c.get('who').organisation.slug}/mijn-werk` }]} flash={done ? { tone: 'ok', words: done } : undefined}
    >
      <ErrorSummary faults={faults} />
      <MailSection action={here(c)} choice={choice} typed={typed} faults={faults} hasServer={house.config.mail !== undefined} />
      <CalendarSection action={`${here(c)}/agenda`} feed={feed} address={address} />
      {maySet && <LateSection action={`${here(c)}/te-laat`} value={typed?.one('days') ?? (patience === null ? '' : String(patience))} faults={faults} />}
    </Page>)
}

function MailSection({ action, choice, typed, faults, hasServer }: { action: string; choice: MailChoice; typed: Fields | undefined; faults: Faults; hasServer: boolean }) {
  return (
    <Section heading={t('Uw werk per e-mail', 'Your work by e-mail')} id="e-mail" lead={<p>{t('Een overzicht van wat te laat, vandaag of deze week klaar moet, en wat nieuw is. Is er niets, dan krijgt u niets.', 'An overview of what is late, due today or this week, and what is new. When there is nothing, you get nothing.')}</p>}>
      {!hasServer && <Alert tone="info" heading={t('Er gaat nu geen e-mail uit', 'No e-mail is sent at present')}>{t('Er is geen mailserver ingesteld. Uw keuze wordt wel bewaard.', 'No mail server has been set up. Your choice is kept all the same.')}</Alert>}
      <Form action={action}>
        <RadioGroup name="digest" label={t('Hoe vaak', 'How often')} value={typed?.one('digest') || choice.digest} error={faultAt(faults, 'digest')} choices={[
          { value: 'none', label: t('Niet', 'Not') }, { value: 'daily', label: t('Elke dag', 'Every day') }, { value: 'weekly', label: t('Elke week, op maandag', 'Every week, on Monday') },
        ]} />
        <RadioGroup name="language" label={t('Taal van de e-mail', 'Language of the e-mail')} inline value={typed?.one('language') || choice.language} error={faultAt(faults, 'language')} choices={[{ value: 'nl', label: t('Nederlands', 'Dutch') }, { value: 'en', label: t('Engels', 'English') }]} />
        <SubmitBar primary={t('Bewaren', 'Save')} />
      </Form>
    </Section>
  )
}

function CalendarSection({ action, feed, address }: { action: string; feed: ShownFeed | undefined; address: string | undefined }) {
  return (
    <Section heading={t('In uw eigen agenda', 'In your own calendar')} id="agenda" lead={<p>{t('Met een geheim adres toont uw agenda (Outlook, Google, telefoon) wanneer uw werk klaar moet zijn. Er staat alleen wat voor soort werk het is en welk nummer: geen namen en geen teksten.',
      'With a secret address your calendar (Outlook, Google, telephone) shows when your work is due. It only says what kind of work it is and which number: no names and no texts.')}</p>}>
      {address !== undefined && (
        <>
          <Alert tone="warning" heading={t('Kopieer het adres nu', 'Copy the address now')}>{t('U ziet het alleen deze keer. Wie het heeft, kan zien wanneer uw werk klaar moet zijn. Kies in uw agenda “abonneren” of “toevoegen via internet” en plak het daar.',
            'You see it only this time. Whoever has it can see when your work is due. Choose “subscribe” or “add from internet” in your calendar and paste it there.')}</Alert>
          <TextInput name="address" label={t('Adres van uw agenda', 'Address of your calendar')} value={address} readonly />
        </>
      )}
      {feed && <p>{t(`Gemaakt: ${sayMoment(feed.createdAt)}.`, `Made: ${sayMoment(feed.createdAt)}.`)} {feed.readOn === null ? t('Nog niet opgehaald.', 'Not fetched yet.') : t(`Voor het laatst opgehaald: ${sayDay(feed.readOn)}.`, `Last fetched: ${sayDay(feed.readOn)}.`)}</p>}
      <ButtonGroup>
        <form method="post" action={action}><Button look={feed ? 'secondary' : 'primary'}>{feed ? t('Ander adres maken', 'Make another address') : t('Adres maken', 'Make an address')}</Button></form>
        {feed && <form method="post" action={`${action}/intrekken`}><Button look="danger">{t('Adres intrekken', 'Revoke the address')}</Button></form>}
      </ButtonGroup>
      {feed && address === undefined && <p class="wb-subtle">{t('Bij een ander adres werkt het oude niet meer.', 'With another address the old one no longer works.')}</p>}
    </Section>
  )
}

function LateSection({ action, value, faults }: { action: string; value: string; faults: Faults }) {
  return (
    <Section heading={t('Te laat: wie hoort het?', 'Late: who is told?')} id="te-laat" lead={<p>{t('Voor de hele organisatie. Is een taak of termijn te laat, dan krijgt ook de proceseigenaar van de afdeling bericht, of anders de privacy officer.', 'For the whole organisation. When a task or term is late, the process owner of the department is told too, or else the privacy officer.')}</p>}>
      <Form action={action}>
        <NumberInput name="days" label={t('Na hoeveel dagen', 'After how many days')} value={value} unit={t('dagen', 'days')} hint={t('Leeg: nooit.', 'Empty: never.')} error={faultAt(faults, 'days')} />
        <SubmitBar primary={t('Bewaren', 'Save')} />
      </Form>
    </Section>
  )
}

function maySetPatience({ actor }: Scope): boolean {
  return hasRole(actor, 'privacy_officer', 'administrator')
}

function here(c: Visit): string {
  return `/${c.get('who').organisation.slug}/mijn-werk/herinneringen`
}
