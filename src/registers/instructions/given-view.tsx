// Given view: one instruction as its participant sees it: what it asked, how far the processor is, and what the processor thinks of it; nothing of what the processor writes for itself.
import { sayDay } from '../../ground/clock.ts'
import { t } from '../../ground/words.ts'
import { Alert, StatusBadge } from '../../page-kit/alerts.tsx'
import { DescriptionList } from '../../page-kit/document.tsx'
import type { GivenInstruction } from './given.ts'
import { givenState, sayKind } from './given-words.ts'

export type InstructionSeen = Pick<GivenInstruction, 'kind' | 'text' | 'service' | 'givenBy' | 'givenOn' | 'dueOn' | 'state' | 'reply' | 'objection' | 'article' | 'answer' | 'done' | 'doneOn' | 'proof'>

export function GivenView({ seen, processor, note }: { seen: InstructionSeen; processor: string; note?: string | null }) {
  const { words, tone } = givenState(seen.state)
  return (
    <>
      {seen.state === 'objected' && (
        <Alert tone="warning" heading={t(`${processor} denkt dat deze instructie niet mag`, `${processor} thinks that this instruction isn’t allowed`)}>
          <p>{seen.objection}</p>
          {seen.article && <p>{t('In strijd met', 'Infringes')}: {seen.article}</p>}
          <p>{t('De instructie wacht tot u antwoordt (art. 28 lid 3 AVG).', 'The instruction waits until you answer (art. 28(3) GDPR).')}</p>
        </Alert>
      )}
      <DescriptionList terms={[
        { term: t('Stand', 'State'), description: <StatusBadge tone={tone}>{words}</StatusBadge> },
        { term: t('Wat is gevraagd', 'What was asked'), description: sayKind(seen.kind) },
        { term: t('De instructie', 'The instruction'), description: <span class="wb-question__said">{seen.text}</span> },
        ...seen.service ? [{ term: t('Dienst', 'Service'), description: seen.service }] : [],
        { term: t('Gegeven op', 'Given on'), description: [sayDay(seen.givenOn), seen.givenBy].filter(Boolean).join(', ') },
        ...seen.dueOn ? [{ term: t('Uitvoeren vóór of op', 'To be carried out by'), description: sayDay(seen.dueOn) }] : [],
        ...seen.reply ? [{ term: t(`Bericht van ${processor}`, `Message from ${processor}`), description: seen.reply }] : [],
        ...seen.state !== 'objected' && seen.objection ? [{ term: t('Eerder bezwaar', 'Earlier objection'), description: [seen.objection, seen.article].filter(Boolean).join(' – ') }] : [],
        ...seen.answer ? [{ term: t('Uw antwoord', 'Your answer'), description: seen.answer }] : [],
        ...seen.done ? [{ term: t('Wat is gedaan', 'What was done'), description: [seen.doneOn && sayDay(seen.doneOn), seen.done].filter(Boolean).join(': ') }] : [],
        ...seen.proof ? [{ term: t('Waaruit blijkt dat', 'Proof'), description: seen.proof }] : [],
        ...note ? [{ term: t('Eigen notitie', 'Own note'), description: note }] : [],
      ]} />
    </>
  )
}

/** Not carried out, withdrawn or lost. */
export function isOpenGiven(state: GivenInstruction['state']): boolean {
  return state !== 'carried_out' && state !== 'withdrawn' && state !== 'refused'
}
