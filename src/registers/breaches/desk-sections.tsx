// Desk sections: the severity with each figure explained, the eleven steps with who does them, and the timeline of one breach (H-53, H-37).
import { sayMoment } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { Badge } from '../../page-kit/alerts.tsx'
import { Section } from '../../page-kit/form.tsx'
import { Steps } from '../../page-kit/progress.tsx'
import { Table } from '../../page-kit/table.tsx'
import type { Entry } from '../../register-kit/entry.ts'
import { readHistory } from '../../register-kit/history.ts'
import { type Severity, severityMethod, type SeverityStep } from './enisa-severity.ts'
import { AdviceSection } from './advice-section.tsx'
import { type ProcedureStep, stepsOf } from './eleven-steps.ts'
import { ExamplesSection } from './examples-section.tsx'
import { breaches } from './register.ts'
import { isSuspected } from './rule-kit.ts'
import { severityOfBreach } from './severity.ts'
import type { BreachInput } from './step-kit.ts'
import { type TimelineMoment, timelineOf } from './timeline.ts'
import { type Doers, doersOfBreach, partyWords } from './who-does-what.ts'

export async function deskSections(scope: Scope, entry: Entry) {
  const input = entry.input as BreachInput
  const severity = severityOfBreach(input)
  const doers = await doersOfBreach(scope, input.department)
  const moments = timelineOf(breaches, input, await readHistory(scope, breaches.key, entry.id, { limit: 200 }), entry.deadlines ?? [])
  return (
    <>
      {severity.steps.length > 0 && <SeveritySection severity={severity} />}
      {isSuspected(input) && <AdviceSection input={input} now={scope.now} />}
      <ExamplesSection input={input} />
      <ProcedureSection steps={stepsOf(input, entry.system.status)} doers={doers} />
      <TimelineSection moments={moments} now={scope.now} />
    </>
  )
}

function SeveritySection({ severity }: { severity: Severity }) {
  const { steps, missing, formula, words, meaning, flags } = severity
  return (
    <Section id="ernst" heading={t('Ernst volgens ENISA', 'Severity by ENISA')} lead={<p lang="en" class="wb-subtle">{severityMethod}</p>}>
      <Table<SeverityStep>
        caption={t('Zo is de ernst uitgerekend', 'How the severity was worked out')} captionHidden rows={steps}
        columns={[
          { key: 'heading', header: t('Waar het om gaat', 'What it is about'), cell: ({ heading }) => say(heading), names: true },
          { key: 'words', header: t('Uw antwoord', 'Your answer'), cell: (step) => say(step.words) },
          { key: 'figure', header: t('Cijfer', 'Figure'), cell: ({ figure }) => say(figure), numeric: true },
        ]}
      />
      {formula && words && <p><strong>{say(formula)}</strong>: {say(words)}. {meaning && say(meaning)}</p>}
      {missing.length > 0 && <p>{t('De ernst is er nog niet: niet alle vragen zijn beantwoord.', 'There is no severity yet: not all questions are answered.')}</p>}
      {flags.length > 0 && <ul class="wb-values">{flags.map((flag) => <li>{say(flag)}</li>)}</ul>}
      <p class="wb-subtle">{t('De uitkomst helpt bij het wegen en neemt het oordeel niet over.', 'The outcome helps to weigh and doesn’t take over the judgement.')}</p>
    </Section>
  )
}

const partWords = { responsible: { nl: 'doet het', en: 'does it' }, accountable: { nl: 'eindverantwoordelijk', en: 'accountable' }, consulted: { nl: 'geraadpleegd', en: 'consulted' }, informed: { nl: 'geïnformeerd', en: 'informed' } } as const

function ProcedureSection({ steps, doers }: { steps: readonly ProcedureStep[]; doers: ReadonlyMap<string, Doers> }) {
  return (
    <Section id="stappen" heading={t('De elf stappen, en wie ze doet', 'The eleven steps, and who does them')}>
      <Steps label={t('Stappen bij een datalek', 'Steps of a breach')} steps={steps.map(({ key, words, state, note }) => ({ words: say(words), state, detail: <StepDetail doers={doers.get(key)} note={note && say(note)} /> }))} />
      {doers.size === 0 && <p class="wb-subtle">{t('Bij “Wie doet wat” is nog niet verdeeld wie deze stappen doet.', 'At “Who does what” it isn’t divided yet who does these steps.')}</p>}
    </Section>
  )
}

function StepDetail({ doers, note }: { doers: Doers | undefined; note: string | undefined }) {
  return (
    <>
      {doers && (Object.keys(partWords) as (keyof typeof partWords)[]).filter((part) => doers[part].length > 0).map((part) => (
        <p class="wb-subtle">{say(partWords[part])}: {doers[part].map((doer) => 'party' in doer ? say(partyWords(doer.party)).toLowerCase() : doer.standsInFor === null ? doer.name : t(`${doer.name} (voor ${doer.standsInFor})`, `${doer.name} (for ${doer.standsInFor})`)).join(', ')}</p>
      ))}
      {note && <p class="wb-subtle">{note}</p>}
    </>
  )
}

function TimelineSection({ moments, now }: { moments: readonly TimelineMoment[]; now: Date }) {
  return (
    <Section id="tijdlijn" heading={t('Tijdlijn', 'Timeline')}>
      <ol class="wb-history" aria-label={t('Tijdlijn', 'Timeline')}>
        {moments.map(({ at, words, who, note, kind }) => (
          <li class="wb-history__item">
            <p class="wb-history__what"><strong>{say(words)}</strong> {kind === 'term' && <Badge tone={at < now ? 'neutral' : 'info'}>{t('termijn', 'term')}</Badge>}</p>
            <p class="wb-history__who">{who && <>{who} · </>}<time datetime={at.toISOString()}>{sayMoment(at)}</time></p>
            {note && <div class="wb-history__note">{note}</div>}
          </li>
        ))}
      </ol>
    </Section>
  )
}
