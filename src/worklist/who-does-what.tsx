// Who does what: for everybody in the organisation one page with the DPO, the privacy officers, portfolio holders, mandates and the division of tasks; printable.
import { Hono } from 'hono'
import { recordAccess } from '../access-record/record.ts'
import { hasRole, type Scope } from '../ground/scope.ts'
import { t } from '../ground/words.ts'
import { EmptyState, FindingNote } from '../page-kit/alerts.tsx'
import { Button, ButtonGroup, ButtonLink, Link } from '../page-kit/buttons.tsx'
import { WithContents } from '../page-kit/document.tsx'
import { Form, Section } from '../page-kit/form.tsx'
import { Page } from '../page-kit/layout.tsx'
import type { House } from '../people/house.ts'
import { type PeopleEnv, scopeOf } from '../people/with-scope.ts'
import { mayDo } from '../register-kit/lifecycle.ts'
import { overseers } from '../register-kit/visibility.ts'
import { powers } from '../registers/mandates/declaration.ts'
import { beginWithSteps } from '../registers/responsibilities/actions.ts'
import { responsibilities } from '../registers/responsibilities/register.ts'
import { loadDivision, namedIn, type WhoDoesWhat } from './division.ts'
import { type Gap, gapsIn, sayGap, whereToMend } from './governance-gaps.ts'
import { Mandates, Owners, Portfolios, Roles } from './people-in-charge.tsx'
import { byProcess, partiesIn, RaciLegend, RaciMatrix } from './raci-matrix.tsx'

export function whoDoesWhatRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  const base = (slug: string) => `/${slug}`

  app.get('/wie-doet-wat', (c) => scopeOf(c, house, async (scope) => {
    const division = await loadDivision(scope)
    await recordAccess(scope, { name: 'Wie doet wat bekeken', subjects: namedIn(division).map((id) => ({ type: 'person', id })) })
    const added = /^\d{1,3}$/.exec(c.req.query('toegevoegd') ?? '')?.[0]
    const isOverseer = hasRole(scope.actor, 'process_owner', ...overseers)
    return c.html(
      <Page {...house.frame(c, c.get('who'))} heading={t('Wie doet wat', 'Who does what')}
        lead={<p>{t('Bij wie u terechtkunt met een vraag over privacy, wie namens het bestuur beslist, en wie welke stap doet.', 'Whom you can ask about privacy, who decides in the board’s name, and who does which step.')}</p>}
        flash={added === undefined ? undefined : { tone: 'ok', words: added === '1' ? t('1 stap is toegevoegd.', '1 step has been added.') : t(`${added} stappen zijn toegevoegd.`, `${added} steps have been added.`) }}
        actions={isOverseer && division.steps.length > 0 && <ButtonGroup><ButtonLink icon="download" href={`${base(scope.organisation.slug)}/verantwoordelijkheden/export`}>{t('Taakverdeling exporteren', 'Export the division of tasks')}</ButtonLink></ButtonGroup>}>
        <Content scope={scope} base={base(scope.organisation.slug)} division={division} gaps={isOverseer ? gapsIn(division) : []} />
      </Page>)
  }))

  app.post('/wie-doet-wat/begin', async (c) => {
    const added = await scopeOf(c, house, (scope) => beginWithSteps(scope))
    return c.redirect(`${base(c.get('who').organisation.slug)}/wie-doet-wat?toegevoegd=${added}#stappen`, 303)
  })
  return app
}

function Content({ scope, base, division, gaps }: { scope: Scope; base: string; division: WhoDoesWhat; gaps: readonly Gap[] }) {
  const processes = byProcess(division.steps)
  const columns = partiesIn(division.steps)
  const mayBegin = mayDo(responsibilities, scope.actor, 'create', null)
  const sections = [
    ...(gaps.length > 0 ? [{ id: 'ontbreekt', words: t('Wat er ontbreekt', 'What is missing'), count: gaps.length }] : []),
    { id: 'mensen', words: t('Bij wie u terechtkunt', 'Whom you can ask') }, { id: 'bestuur', words: t('Bestuur en directie', 'Board and directors') },
    { id: 'mandaten', words: t('Mandaten', 'Mandates') }, { id: 'stappen', words: t('Stap voor stap', 'Step by step') },
  ]
  return (
    <WithContents sections={sections}>
      {gaps.length > 0 && <Section id="ontbreekt" heading={t('Wat er ontbreekt', 'What is missing')}>{gaps.map((gap) => <GapNote base={base} gap={gap} />)}</Section>}
      <Section id="mensen" heading={t('Bij wie u terechtkunt', 'Whom you can ask')}>
        <Roles division={division} />
        <Owners owners={division.owners} />
      </Section>
      <Section id="bestuur" heading={t('Bestuur en directie', 'Board and directors')} lead={<p>{t('Wie aanspreekbaar is op privacy, per orgaan en onderwerp.', 'Who answers for privacy, for each body and subject.')}</p>}>
        <Portfolios base={base} portfolios={division.portfolios} />
      </Section>
      <Section id="mandaten" heading={t('Mandaten', 'Mandates')} lead={<p>{t('Wie namens een bestuursorgaan mag beslissen (afdeling 10.1.1 Awb).', 'Who may decide in the name of a governing body (division 10.1.1 Awb).')}</p>}>
        <Mandates base={base} mandates={division.mandates} />
      </Section>
      <Section id="stappen" heading={t('Stap voor stap', 'Step by step')} lead={processes.length > 0 && <RaciLegend />}>
        {processes.map(({ key, name, steps }) => <RaciMatrix base={base} process={key} name={name} steps={steps} columns={columns} />)}
        {division.missing.length > 0 && (mayBegin || processes.length === 0) && <Begin base={base} missing={division.missing.length} mayBegin={mayBegin} isEmpty={processes.length === 0} />}
      </Section>
    </WithContents>
  )
}

function GapNote({ base, gap }: { base: string; gap: Gap }) {
  const detail = gap.what === 'powers-without-mandate' ? `${gap.powers.map((power) => t(powers[power][0], powers[power][1])).join('; ')}.` : undefined
  return <FindingNote severity={gap.what === 'no-portfolio' || gap.what === 'no-steps' ? 'suggestion' : 'warning'} words={sayGap(gap)} todo={detail} citation={gap.citation} action={<Link href={`${base}/${whereToMend(gap)}`}>{t('Aanvullen in het register', 'Complete it in the register')}</Link>} />
}

function Begin({ base, missing, mayBegin, isEmpty }: { base: string; missing: number; mayBegin: boolean; isEmpty: boolean }) {
  const button = mayBegin && (
    <Form action={`${base}/wie-doet-wat/begin`} defaultAction="begin">
      <Button look={isEmpty ? 'primary' : 'secondary'} icon="plus" name="_action" value="begin">{isEmpty ? t('Begin met de acht processen', 'Begin with the eight processes') : missing === 1 ? t('Voeg de ontbrekende stap toe', 'Add the missing step') : t(`Voeg ${missing} ontbrekende stappen toe`, `Add ${missing} missing steps`)}</Button>
    </Form>
  )
  if (!isEmpty) return <div class="wb-no-print">{button}</div>
  return (
    <EmptyState heading={t('De taken zijn nog niet verdeeld', 'The tasks haven’t been divided yet')} icon="list" action={button}>
      <p>{t(`Waarborg levert acht processen mee met samen ${missing} stappen. Daarna past u ze aan uw eigen organisatie aan.`, `Waarborg comes with eight processes of ${missing} steps in all. After that you change them to suit your own organisation.`)}</p>
    </EmptyState>
  )
}
