// Portal pages: for who showed who they are: a citizen's own cases and forms, and the forms of a processor or participant that came in by its invitation.
import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { giveCookie, readCookie, takeCookieAway } from '../ground/cookies.ts'
import { sayDay } from '../ground/clock.ts'
import { isId } from '../ground/ids.ts'
import { NotFound } from '../ground/refusals.ts'
import type { Organisation, Scope } from '../ground/scope.ts'
import { say, t } from '../ground/words.ts'
import { Alert, EmptyState } from '../page-kit/alerts.tsx'
import { Button, ButtonLink, Link } from '../page-kit/buttons.tsx'
import { Details } from '../page-kit/document.tsx'
import { ErrorSummary, Form, Section, SubmitBar } from '../page-kit/form.tsx'
import { TextInput } from '../page-kit/inputs.tsx'
import { faultAt, readFields } from '../people/form-input.ts'
import type { House } from '../people/house.ts'
import { withOnward } from '../people/local-path.ts'
import { isHttps } from '../people/sessions.ts'
import { hoursAfter } from '../case-kit/intake/forms.ts'
import { openWithApp } from '../case-kit/intake/portal-app.ts'
import { invitationPath, mailCode, openWithCode } from '../case-kit/intake/portal-invitations.ts'
import { portalProvider } from '../case-kit/intake/portal-provider.ts'
import { type Citizen, endPortalVisit, type PortalVisit, portalVisitOf, startPortalVisit, withVisit } from '../case-kit/intake/portal-sessions.ts'
import { AnswerView } from '../case-kit/log-answers/answer-view.tsx'
import { answerHeading } from '../case-kit/log-answers/answer-words.ts'
import type { CaseRegister, Intake } from '../case-kit/outside.ts'
import { logForOutside } from '../case-kit/packages/outside-packages.ts'
import { readPackedLog } from '../case-kit/packages/packages.ts'
import { makeStatusLink, statusPath } from '../case-kit/status-links/links.ts'
import { asSystem, fits, organisationOf } from './case-form-visitor.ts'
import type { OutsideLimits } from './outside-limits.ts'
import { offeredParts, PartnerHome } from './partner-portal/home.tsx'
import type { PortalPart } from './partner-portal/parts.ts'
import { partnerVisitOf } from './partner-portal/portal-doors.tsx'
import { onwardIn, portalPath } from './portal-sign-in.tsx'
import { keepPrivate, publicAnswer } from './status-following.tsx'

export function portalRoutes(house: House, registers: readonly CaseRegister[], parts: readonly PortalPart[], limits: OutsideLimits): Hono {
  const app = new Hono()
  const cookieOf = (c: Context) => readCookie(c, 'portal', isHttps(house))

  app.get('/openbaar/:slug/portaal', async (c) => {
    keepPrivate(c, house)
    const organisation = await organisationOf(c, house)
    return asSystem(house, organisation, async (scope) => {
      const visit = await portalVisitOf(scope, cookieOf(c))
      if (!visit) return publicAnswer(c, scope, { heading: t('Inloggen', 'Sign in'), children: <Door label={(await enabledProvider(scope))?.label} base={portalPath(organisation)} onward={onwardIn(organisation, c.req.query('verder'))} /> })
      const partner = visit.kind === 'partner' ? await partnerVisitOf(scope, cookieOf(c)) : undefined
      if (visit.kind === 'partner' && !partner) return publicAnswer(c, scope, { heading: t('Portaal', 'Portal'), children: <p>{t(`${organisation.name} werkt niet meer met u samen. Dit portaal is daarom gesloten.`, `${organisation.name} no longer works with you, so this portal is closed.`)}</p> }, 403)
      return publicAnswer(c, scope, { heading: visit.kind === 'citizen' ? t('Uw zaken', 'Your cases') : t('Portaal', 'Portal'), children: <Inside visit={visit} organisation={organisation} forms={formsFor(registers, organisation, visit)} cases={visit.kind === 'citizen' ? await ownCases(scope, registers, visit) : []}>{partner && <PartnerHome organisation={organisation} visit={partner} offered={await offeredParts(scope, partner, parts)} />}</Inside> })
    })
  })

  app.post('/openbaar/:slug/portaal/zaken/:form', async (c) => {
    keepPrivate(c, house)
    const organisation = await organisationOf(c, house)
    return asSystem(house, organisation, async (scope) => {
      const visit = await portalVisitOf(scope, cookieOf(c))
      const form = c.req.param('form')
      const own = visit?.kind === 'citizen' && isId(form) ? await scope.tx.selectFrom('intake_form').select(['id', 'register', 'entry_id']).where('organisation_id', '=', organisation.id).where('id', '=', form).where('subject_hash', '=', visit.subjectHash).where('state', '<>', 'draft').executeTakeFirst() : undefined
      if (!own) throw new NotFound()
      // Holds for this visit only: the link in the receipt stays the one that lasts.
      const token = await makeStatusLink(scope, { register: own.register, formId: own.id, ...(own.entry_id ? { entryId: own.entry_id } : {}) }, undefined, hoursAfter(scope.now, 1))
      return c.redirect(statusPath(organisation.slug, token), 303)
    })
  })

  // Who signed in showed who they are: no code is needed. Only what was packed for them; the log itself is never asked from here.
  app.post('/openbaar/:slug/portaal/zaken/:form/logboek', async (c) => {
    keepPrivate(c, house)
    const organisation = await organisationOf(c, house)
    return asSystem(house, organisation, async (scope) => {
      const visit = await portalVisitOf(scope, cookieOf(c))
      const own = visit?.kind === 'citizen' ? (await ownCases(scope, registers, visit)).find(({ formId }) => formId === c.req.param('form')) : undefined
      if (!own?.log) throw new NotFound()
      return publicAnswer(c, scope, { heading: answerHeading(), lead: <p>{own.number}: {own.what}</p>, children: <><AnswerView answer={await readPackedLog(scope, own.log)} /><p><Link href={portalPath(organisation)}>{t('Terug naar uw zaken', 'Back to your cases')}</Link></p></> })
    }, 'portal')
  })

  app.post('/openbaar/:slug/portaal/uitloggen', async (c) => {
    const organisation = await organisationOf(c, house)
    const token = cookieOf(c)
    const left = token ? await asSystem(house, organisation, (scope) => endPortalVisit(scope, token)) : ''
    if (left === '') takeCookieAway(c, 'portal', isHttps(house))
    else giveCookie(c, 'portal', isHttps(house), left)
    return c.redirect(portalPath(organisation), 303)
  })

  app.get('/openbaar/:slug/portaal/uitnodiging/:token', async (c) => {
    const organisation = await organisationOf(c, house)
    return showInvitation(c, organisation, 'ask')
  })
  app.post('/openbaar/:slug/portaal/uitnodiging/:token', async (c) => {
    await limits.take(c, 'guess')
    const organisation = await organisationOf(c, house)
    const fields = await readFields(c)
    const token = c.req.param('token')
    const isApp = fields.one('_action') === 'app'
    if (fields.one('_action') !== 'open' && !isApp) {
      await asSystem(house, organisation, (scope) => mailCode(scope, token))
      return showInvitation(c, organisation, 'typed')
    }
    // A wrong code is counted, so it must not be undone by an error.
    const invitation = await asSystem(house, organisation, (scope) => isApp ? openWithApp(scope, token, fields.one('app_code')) : openWithCode(scope, token, fields.one('code')))
    if (invitation === undefined) return showInvitation(c, organisation, isApp ? 'wrong-app' : 'wrong')
    giveCookie(c, 'portal', isHttps(house), withVisit(cookieOf(c), await asSystem(house, organisation, (scope) => startPortalVisit(scope, { kind: 'partner', invitationId: invitation }))))
    return c.redirect(portalPath(organisation), 303)
  })

  async function showInvitation(c: Context, organisation: Organisation, stage: 'ask' | 'typed' | 'wrong' | 'wrong-app'): Promise<Response> {
    keepPrivate(c, house)
    const action = invitationPath(organisation.slug, c.req.param('token') ?? '')
    const faults = stage === 'wrong-app' ? [{ at: 'app_code', message: t('Deze code klopt niet, of is al gebruikt. Wacht op de volgende code in uw app. Na vijf keer mis moet u een kwartier wachten.', 'This code isn’t right, or was used already. Wait for the next code in your app. After five wrong ones you must wait fifteen minutes.') }] : stage === 'wrong' ? [{ at: 'code', message: t('Deze code klopt niet, of is te oud. Kijk in uw nieuwste e-mail, of vraag een nieuwe code.', 'This code isn’t right, or is too old. Look in your newest e-mail, or ask for a new code.') }] : []
    return asSystem(house, organisation, (scope) => publicAnswer(c, scope, {
      heading: t('Naar het portaal', 'To the portal'), failed: faults.length > 0,
      children: stage === 'ask' || stage === 'wrong-app'
        ? (
          <>
            <ErrorSummary faults={faults} />
            <Form action={action} defaultAction="code">
              <p>{t('Wij sturen een code naar het e-mailadres waarop u bent uitgenodigd.', 'We send a code to the e-mail address at which you were invited.')}</p>
              <SubmitBar primary={t('Stuur mij een code', 'Send me a code')} primaryAction="code" />
            </Form>
            <Details summary={t('Ik gebruik een app voor codes', 'I use an app for codes')} open={stage === 'wrong-app'}>
              <Form action={action} defaultAction="app">
                <TextInput name="app_code" label={t('Code uit uw app', 'Code from your app')} width="short" autocomplete="one-time-code" inputmode="numeric" maxlength={10} error={faultAt(faults, 'app_code')} />
                <SubmitBar primary={t('Naar binnen', 'Enter')} primaryAction="app" />
              </Form>
            </Details>
          </>
        )
        : (
          <Form action={action} defaultAction="open">
            <ErrorSummary faults={faults} />
            <p>{t('Als deze link geldig is, staat er nu een code in uw e-mail. Die werkt een kwartier. Stelde u een app in? Ga dan een pagina terug en gebruik de code uit uw app.', 'If this link is valid, there is a code in your e-mail now. It works for fifteen minutes. Did you set up an app? Then go back one page and use the code from your app.')}</p>
            <TextInput name="code" label={t('Code uit de e-mail', 'Code from the e-mail')} width="short" autocomplete="one-time-code" maxlength={20} error={faults[0]?.message} />
            <SubmitBar primary={t('Naar binnen', 'Enter')} primaryAction="open" secondary={t('Nieuwe code', 'New code')} secondaryAction="code" />
          </Form>
        ),
    }, faults.length > 0 ? 400 : 200))
  }
  return app
}

type OwnCase = { readonly formId: string; readonly number: string; readonly sentAt: Date; readonly what: string; /** The package with an answer from the access log that may be read now. */ readonly log: string | undefined }

async function ownCases(scope: Scope, registers: readonly CaseRegister[], { subjectHash }: Citizen): Promise<OwnCase[]> {
  const rows = await scope.tx.selectFrom('intake_form').select(['id', 'register', 'number', 'sent_at', 'entry_id']).where('organisation_id', '=', scope.organisation.id).where('subject_hash', '=', subjectHash).where('state', '<>', 'draft').orderBy('sent_at', 'desc').limit(100).execute()
  const found: OwnCase[] = []
  for (const row of rows) {
    const cases = registers.find(({ register }) => register.key === row.register)
    if (cases) found.push({ formId: row.id, number: row.number ?? '', sentAt: row.sent_at!, what: say(cases.register.words.one), log: row.entry_id === null ? undefined : (await logForOutside(scope, cases.register, row.entry_id))?.packageId })
  }
  return found
}

async function enabledProvider(scope: Scope) {
  const provider = await portalProvider(scope)
  return provider?.isEnabled ? provider : undefined
}

function formsFor(registers: readonly CaseRegister[], { kind }: Organisation, visit: PortalVisit): Intake[] {
  return registers.flatMap(({ intakes }) => intakes.filter((intake) => intake.door === 'portal' && fits(intake, visit) && (intake.kinds === undefined || intake.kinds.includes(kind))))
}

function Door({ label, base, onward }: { label: string | undefined; base: string; onward: string | undefined }) {
  return (
    <>
      {label
        ? <p><ButtonLink look="primary" href={withOnward(`${base}/inloggen`, onward)}>{label}</ButtonLink></p>
        : <Alert tone="info"><p>{t('Inloggen als inwoner of klant kan hier nog niet. U kunt de formulieren gebruiken zonder in te loggen.', 'Signing in as a resident or customer isn’t possible here yet. You can use the forms without signing in.')}</p></Alert>}
      <p>{t('Bent u verwerker of deelnemer? Gebruik de link uit de e-mail waarmee u bent uitgenodigd.', 'Are you a processor or participant? Use the link from the e-mail by which you were invited.')}</p>
    </>
  )
}

function Inside({ visit, organisation, forms, cases, children }: { visit: PortalVisit; organisation: Organisation; forms: readonly Intake[]; cases: readonly OwnCase[]; children?: Child }) {
  const base = portalPath(organisation)
  return (
    <>
      {visit.name !== null && <p>{t('Ingelogd als', 'Signed in as')} <strong>{visit.name}</strong>.</p>}
      {children}
      {visit.kind === 'citizen' && (
        <Section heading={t('Uw zaken', 'Your cases')} id="zaken">
          {cases.length === 0
            ? <EmptyState heading={t('Nog geen zaken', 'No cases yet')}><p>{t('Hier staat wat u indient terwijl u bent ingelogd.', 'What you file while signed in stands here.')}</p></EmptyState>
            : <ul class="wb-values">{cases.map(({ formId, number, sentAt, what, log }) => (
              <li>
                <form method="post" action={`${base}/zaken/${formId}`}><Button look="subtle">{number}: {what}, {sayDay(sentAt)}</Button></form>
                {log && <form method="post" action={`${base}/zaken/${formId}/logboek`}><Button look="subtle" icon="eye">{number}: {answerHeading()}</Button></form>}
              </li>
            ))}</ul>}
        </Section>
      )}
      <Section heading={t('Wat u kunt indienen', 'What you can file')} id="formulieren">
        {forms.length === 0 ? <p>{t('Er is hier nu geen formulier voor u.', 'There is no form for you here now.')}</p> : <ul class="wb-values">{forms.map(({ path, words }) => <li><Link href={`/openbaar/${organisation.slug}/${path}`}>{say(words.heading)}</Link><br />{say(words.lead)}</li>)}</ul>}
      </Section>
      <form method="post" action={`${base}/uitloggen`}><Button>{t('Uitloggen', 'Sign out')}</Button></form>
    </>
  )
}
