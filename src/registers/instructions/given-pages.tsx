// Given pages: a participant that works here gives its service organisation an instruction, sees how far it is, answers an objection and withdraws; for privacy officers, owners and administrators.
import { Hono } from 'hono'
import { sayDay, sayMoment } from '../../ground/clock.ts'
import { type Fault, Invalid, Refused } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { EmptyState, StatusBadge } from '../../page-kit/alerts.tsx'
import { ButtonGroup, ButtonLink, Link } from '../../page-kit/buttons.tsx'
import { Details } from '../../page-kit/document.tsx'
import { ErrorSummary, Form, Section, SubmitBar } from '../../page-kit/form.tsx'
import { Select, TextArea } from '../../page-kit/inputs.tsx'
import { Page } from '../../page-kit/layout.tsx'
import { Table } from '../../page-kit/table.tsx'
import type { House } from '../../people/house.ts'
import { onlyFor, type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { readForm, type SentForm, type Visit } from '../../register-kit/collaboration/visit.tsx'
import { AnswerFields, GivenFields, nothingTyped, readAnswer, readGiven, readReason, ReasonField } from './given-form.tsx'
import { answerObjection, giveInstruction, listGiven, loadGiven, servingTies, withdrawGiven } from './given.ts'
import { givenState } from './given-words.ts'
import { GivenView, isOpenGiven } from './given-view.tsx'

type Typed = Pick<SentForm, 'one'>

/** Under `/:slug`, after `withScope`. */
export function givenRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  const here = (c: Visit) => `/${c.get('who').organisation.slug}/gegeven-instructies`
  const only = (c: Visit) => onlyFor(c.get('who'), t('privacy officers, proceseigenaren en beheerders', 'privacy officers, process owners and administrators'), 'privacy_officer', 'process_owner', 'administrator', 'dpo')
  const crumbs = (c: Visit) => [{ words: t('Gegeven instructies', 'Instructions given'), href: here(c) }]

  app.get('/gegeven-instructies', (c) => {
    only(c)
    return scopeOf(c, house, async (scope) => {
      const [given, ties] = [await listGiven(scope), await servingTies(scope)]
      return c.html(
        <Page
          {...house.frame(c, c.get('who'))} heading={t('Gegeven instructies', 'Instructions given')} lead={<p>{t('Wat u uw dienstverlener opdroeg, en hoe ver die is. De dienstverlener ziet uw notities en namen niet.', 'What you told your service organisation to do, and how far it is. It doesn’t see your notes and names.')}</p>}
          actions={ties.length > 0 && <ButtonLink look="primary" href={`${here(c)}/nieuw`}>{t('Instructie geven', 'Give an instruction')}</ButtonLink>}
        >
          <Table
            caption={t('Gegeven instructies', 'Instructions given')} captionHidden rows={given}
            empty={<EmptyState heading={t('U gaf nog geen instructies', 'You gave no instructions yet')} icon="flag"><p>{ties.length > 0 ? t('Een verwerker mag alleen doen wat u schriftelijk opdraagt (art. 28 lid 3 onder a AVG).', 'A processor may do only what you instruct in writing (art. 28(3)(a) GDPR).') : t('Dat kan zodra u met een dienstverlener bent gekoppeld.', 'That is possible once you are tied to a service organisation.')}</p></EmptyState>}
            columns={[
              { key: 'title', header: t('Instructie', 'Instruction'), names: true, cell: ({ id, title }) => <Link href={`${here(c)}/${id}`}>{title}</Link> },
              { key: 'other', header: t('Aan', 'To'), cell: ({ otherName }) => otherName },
              { key: 'given', header: t('Gegeven', 'Given'), oneLine: true, cell: ({ givenOn }) => sayDay(givenOn) },
              { key: 'state', header: t('Stand', 'State'), cell: ({ state }) => <StatusBadge tone={givenState(state).tone}>{givenState(state).words}</StatusBadge> },
              { key: 'at', header: t('Sinds', 'Since'), oneLine: true, cell: ({ stateAt }) => sayMoment(stateAt) },
            ]}
          />
        </Page>)
    })
  })
  app.get('/gegeven-instructies/nieuw', (c) => {
    only(c)
    return scopeOf(c, house, (scope) => newPage(c, scope, { one: (name) => name === 'tie' ? c.req.query('koppeling') ?? '' : '' }, []))
  })
  app.post('/gegeven-instructies/nieuw', async (c) => {
    only(c)
    const form = await readForm(c)
    return attempt(c, async (scope) => `${here(c)}/${await giveInstruction(scope, await tieIn(scope, form), readGiven(scope, form), readNote(form))}`, (scope, faults) => newPage(c, scope, form, faults))
  })
  app.get('/gegeven-instructies/:id', (c) => {
    only(c)
    return scopeOf(c, house, (scope) => onePage(c, scope, nothingTyped, []))
  })
  app.post('/gegeven-instructies/:id/antwoord', async (c) => {
    only(c)
    const form = await readForm(c)
    return attempt(c, async (scope) => { await answerObjection(scope, c.req.param('id'), readAnswer(form)); return `${here(c)}/${c.req.param('id')}` }, (scope, faults) => onePage(c, scope, form, faults))
  })
  app.post('/gegeven-instructies/:id/intrekken', async (c) => {
    only(c)
    const form = await readForm(c)
    return attempt(c, async (scope) => { await withdrawGiven(scope, c.req.param('id'), readReason(form)); return `${here(c)}/${c.req.param('id')}` }, (scope, faults) => onePage(c, scope, form, faults))
  })

  async function attempt(c: Visit, act: (scope: Scope) => Promise<string>, again: (scope: Scope, faults: readonly Fault[]) => Promise<Response> | Response): Promise<Response> {
    try {
      return c.redirect(await scopeOf(c, house, act), 303)
    } catch (error) {
      const faults = error instanceof Invalid ? error.faults : error instanceof Refused ? [{ at: '', message: error.message }] : undefined
      if (!faults) throw error
      return scopeOf(c, house, async (scope) => again(scope, faults))
    }
  }

  async function newPage(c: Visit, scope: Scope, typed: Typed, faults: readonly Fault[]): Promise<Response> {
    const ties = await servingTies(scope)
    const fault = (at: string) => faults.find((one) => one.at === at)?.message
    return c.html(
      <Page
        {...house.frame(c, c.get('who'))} heading={t('Instructie geven', 'Give an instruction')} crumbs={crumbs(c)} narrow failed={faults.length > 0}
        lead={<p>{t('Uw dienstverlener ziet deze instructie meteen en laat weten of hij haar uitvoert.', 'Your service organisation sees this instruction at once and says whether it carries it out.')}</p>}
      >
        {ties.length === 0 ? <EmptyState heading={t('U bent met geen dienstverlener gekoppeld', 'You are tied to no service organisation')} icon="link"><p>{t('Een beheerder of privacy officer kan een aangeboden koppeling aannemen.', 'An administrator or privacy officer can accept a tie that was offered.')}</p></EmptyState> : (
          <>
            <ErrorSummary faults={faults} />
            <Form action={`${here(c)}/nieuw`} guard>
              {ties.length > 1 && <Select name="tie" label={t('Aan wie', 'To whom')} empty={t('Kies een dienstverlener', 'Choose a service organisation')} choices={ties.map(({ id, otherName }) => ({ value: id, label: otherName }))} value={typed.one('tie')} error={fault('tie')} />}
              <GivenFields typed={typed} faults={faults} />
              <TextArea name="note" label={t('Eigen notitie', 'Own note')} hint={t('Blijft bij u.', 'Stays with you.')} optional rows={3} maxlength={20_000} value={typed.one('note')} error={fault('note')} />
              <SubmitBar primary={t('Instructie geven', 'Give the instruction')} cancel={{ words: t('Annuleren', 'Cancel'), href: here(c) }} />
            </Form>
          </>
        )}
      </Page>, faults.length > 0 ? 400 : 200)
  }

  async function onePage(c: Visit, scope: Scope, typed: Typed, faults: readonly Fault[]): Promise<Response> {
    const given = await loadGiven(scope, c.req.param('id') ?? '')
    const base = `${here(c)}/${given.id}`
    return c.html(
      <Page {...house.frame(c, c.get('who'))} heading={given.title} crumbs={crumbs(c)} failed={faults.length > 0} lead={<p>{t(`Aan ${given.otherName}`, `To ${given.otherName}`)}</p>}>
        <ErrorSummary faults={faults} />
        <GivenView seen={given} processor={given.otherName} note={given.note} />
        {given.state === 'objected' && (
          <Section heading={t('Uw antwoord', 'Your answer')} id="antwoord">
            <Form action={`${base}/antwoord`} guard><AnswerFields typed={typed} faults={faults} /><SubmitBar primary={t('Antwoorden', 'Answer')} /></Form>
          </Section>
        )}
        {isOpenGiven(given.state) && (
          <Details summary={t('Instructie intrekken', 'Withdraw the instruction')} open={faults.some(({ at }) => at === 'reason')}>
            <Form action={`${base}/intrekken`}><ReasonField typed={typed} faults={faults} /><SubmitBar primary={t('Intrekken', 'Withdraw')} danger /></Form>
          </Details>
        )}
        <ButtonGroup><ButtonLink href={here(c)}>{t('Alle gegeven instructies', 'All instructions given')}</ButtonLink></ButtonGroup>
      </Page>, faults.length > 0 ? 400 : 200)
  }

  return app
}

/** The only tie there is needs no choosing. @throws Invalid */
async function tieIn(scope: Scope, form: Typed): Promise<string> {
  const ties = await servingTies(scope)
  const chosen = ties.find(({ id }) => id === form.one('tie')) ?? (ties.length === 1 ? ties[0] : undefined)
  if (!chosen) throw new Invalid([{ at: 'tie', message: t('Kies een dienstverlener.', 'Choose a service organisation.') }])
  return chosen.id
}

/** @throws Invalid */
function readNote(form: Typed): string | null {
  const note = form.one('note').replaceAll('\0', '').trim()
  if (note.length > 20_000) throw new Invalid([{ at: 'note', message: t('Dit is te lang. Gebruik hoogstens 20000 tekens.', 'This is too long. Use at most 20000 characters.') }])
  return note || null
}
