// Participant's instructions: in its portal, a participant gives an instruction, sees how far each is, answers an objection and withdraws (art. 28 lid 3 onder a AVG; W-02).
import { sayDay } from '../../ground/clock.ts'
import type { Fault } from '../../ground/refusals.ts'
import { t } from '../../ground/words.ts'
import { EmptyState, StatusBadge } from '../../page-kit/alerts.tsx'
import { ButtonLink, Link } from '../../page-kit/buttons.tsx'
import { Details } from '../../page-kit/document.tsx'
import { Form, Section, SubmitBar } from '../../page-kit/form.tsx'
import { Table } from '../../page-kit/table.tsx'
import { AnswerFields, GivenFields, nothingTyped, readAnswer, readGiven, readReason, ReasonField } from '../../registers/instructions/given-form.tsx'
import { GivenView, isOpenGiven } from '../../registers/instructions/given-view.tsx'
import { givenState } from '../../registers/instructions/given-words.ts'
import { receiveAnswer, receiveInstruction, receiveWithdrawal } from '../../registers/instructions/receive.ts'
import { instructionOf, instructionsOf, waitingFor } from '../../registers/instructions/seen-by-participant.ts'
import { servicesTaken } from '../../registers/participants/services-taken.ts'
import type { PartnerAsk, PortalPart } from './parts.ts'

type Typed = typeof nothingTyped

export const participantInstructions: PortalPart = {
  key: 'instructies', for: 'participant',
  words: { heading: { nl: 'Instructies', en: 'Instructions' }, lead: { nl: 'Wat u ons opdraagt, en hoe ver wij ermee zijn.', en: 'What you tell us to do, and how far we are with it.' } },
  waiting: (scope, visit) => waitingFor(scope, visit.partyId),
  routes(door) {
    door.get('', listPage)
    door.get('/nieuw', (ask) => newPage(ask, nothingTyped, []))
    door.post('/nieuw', {
      act: async ({ scope, visit, at }, fields) => `${at}/${await receiveInstruction(scope, visit.partyId, readGiven(scope, fields), { by: 'portal', invitationId: visit.invitationId, name: visit.party })}`,
      again: newPage,
    })
    door.get('/:id', (ask) => onePage(ask, nothingTyped, []))
    door.post('/:id/antwoord', {
      act: async ({ scope, visit, at, c }, fields) => {
        const { id } = await instructionOf(scope, visit.partyId, c.req.param('id') ?? '')
        await receiveAnswer(scope, id, readAnswer(fields))
        return `${at}/${id}`
      },
      again: onePage,
    })
    door.post('/:id/intrekken', {
      act: async ({ scope, visit, at, c }, fields) => {
        const { id } = await instructionOf(scope, visit.partyId, c.req.param('id') ?? '')
        await receiveWithdrawal(scope, id, readReason(fields))
        return `${at}/${id}`
      },
      again: onePage,
    })
  },
}

async function listPage({ scope, visit, at, show }: PartnerAsk): Promise<Response> {
  const all = await instructionsOf(scope, visit.partyId)
  return show({
    children: (
      <>
        <p><ButtonLink look="primary" href={`${at}/nieuw`}>{t('Instructie geven', 'Give an instruction')}</ButtonLink></p>
        <Table
          caption={t('Uw instructies', 'Your instructions')} captionHidden rows={all}
          empty={<EmptyState heading={t('Er zijn nog geen instructies', 'There are no instructions yet')} icon="flag"><p>{t('Wij doen alleen wat u ons schriftelijk opdraagt.', 'We do only what you instruct us in writing.')}</p></EmptyState>}
          columns={[
            { key: 'title', header: t('Instructie', 'Instruction'), names: true, cell: ({ id, title }) => <Link href={`${at}/${id}`}>{title}</Link> },
            { key: 'number', header: t('Nummer', 'Number'), oneLine: true, cell: ({ number }) => number },
            { key: 'given', header: t('Gegeven', 'Given'), oneLine: true, cell: ({ givenOn }) => sayDay(givenOn) },
            { key: 'state', header: t('Stand', 'State'), cell: ({ state }) => <StatusBadge tone={givenState(state).tone}>{givenState(state).words}</StatusBadge> },
          ]}
        />
      </>
    ),
  })
}

async function newPage({ scope, visit, at, show }: PartnerAsk, typed: Typed, faults: readonly Fault[]): Promise<Response> {
  const names = (await servicesTaken(scope, visit.partyId)).filter(({ isTaken }) => isTaken).map(({ name }) => name)
  return show({
    heading: t('Instructie geven', 'Give an instruction'), faults,
    children: <Form action={`${at}/nieuw`}><GivenFields typed={typed} faults={faults} services={[...new Set(names)]} /><SubmitBar primary={t('Instructie geven', 'Give the instruction')} cancel={{ words: t('Annuleren', 'Cancel'), href: at }} /></Form>,
  })
}

async function onePage({ scope, visit, at, c, show }: PartnerAsk, typed: Typed, faults: readonly Fault[]): Promise<Response> {
  const seen = await instructionOf(scope, visit.partyId, c.req.param('id') ?? '')
  const base = `${at}/${seen.id}`
  return show({
    heading: seen.title, faults, lead: <p>{seen.number}</p>,
    children: (
      <>
        <GivenView seen={seen} processor={scope.organisation.name} />
        {seen.state === 'objected' && (
          <Section heading={t('Uw antwoord', 'Your answer')} id="antwoord">
            <Form action={`${base}/antwoord`}><AnswerFields typed={typed} faults={faults} /><SubmitBar primary={t('Antwoorden', 'Answer')} /></Form>
          </Section>
        )}
        {isOpenGiven(seen.state) && (
          <Details summary={t('Instructie intrekken', 'Withdraw the instruction')} open={faults.some((fault) => fault.at === 'reason')}>
            <Form action={`${base}/intrekken`}><ReasonField typed={typed} faults={faults} /><SubmitBar primary={t('Intrekken', 'Withdraw')} danger /></Form>
          </Details>
        )}
        <p><Link href={at}>{t('Alle instructies', 'All instructions')}</Link></p>
      </>
    ),
  })
}
