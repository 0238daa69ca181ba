// Desk sections: what this right asks of whoever handles it, the conditions it depends on, and what the person may do against the answer, told apart from an objection to the use of data.
import { remediesFor } from '../../case-kit/remedies.ts'
import type { Scope } from '../../ground/scope.ts'
import { dayOf } from '../../ground/clock.ts'
import { say, t } from '../../ground/words.ts'
import { sayCitation } from '../../page-kit/citation.ts'
import { Details } from '../../page-kit/document.tsx'
import { Section } from '../../page-kit/form.tsx'
import type { Entry } from '../../register-kit/entry.ts'
import { rightOf } from './rights.ts'
import { answerDeadline, type RequestInput } from './step-kit.ts'

export function deskSections(scope: Scope, entry: Entry) {
  const input = entry.input as RequestInput
  if (input.right === null) return null
  const right = rightOf(input.right)
  return (
    <Section id="dit-recht" heading={t('Wat dit recht van u vraagt', 'What this right asks of you')}>
      <p>{say(right.work)} <span class="wb-subtle">({sayCitation(right.citation)})</span></p>
      {input.under_brp === true && <p>{t('Het gaat over de basisregistratie personen. Daarvoor geldt de Wet BRP: inzage en een afschrift geeft u volgens die wet, en verbeteren gaat via een verzoek om correctie. Wissen kan daar niet.', 'It is about the population register. The Wet BRP holds for that: access and a copy are given under that law, and correction goes by a request for correction. Erasing isn’t possible there.')}</p>}
      {input.right === 'objection' && <p>{t('Dit is bezwaar tegen het gebruik van gegevens (art. 21 AVG), geen bezwaar tegen een besluit (Awb). Terwijl u weegt, worden de gegevens niet gebruikt.', 'This is an objection to the use of data (art. 21 GDPR), not an objection to a decision (Awb). While you weigh, the data aren’t used.')}</p>}
      <Details summary={t('Wat iemand tegen het antwoord kan doen', 'What somebody can do against the answer')}>
        {waysOn(scope, entry).map((remedy) => <p><strong>{say(remedy.heading)}.</strong> {say(remedy.words)} <span class="wb-subtle">({sayCitation(remedy.citation)})</span></p>)}
      </Details>
    </Section>
  )
}

/** By the outcome; before there is one as for a refusal, and when the term has passed as for silence. */
export function waysOn(scope: Scope, entry: Entry, outcome = (entry.input as RequestInput).outcome) {
  const input = entry.input as RequestInput
  if (input.right === null) return []
  const running = answerDeadline(entry)
  const isLate = outcome === null && running !== undefined && running.metAt === null && scope.now >= running.dueAt
  return remediesFor(scope.organisation.kind, rightOf(input.right).remedy, isLate ? 'late' : outcome === null ? 'refused' : outcome === 'nothing_held' ? 'granted' : outcome, { on: dayOf(scope.now) })
}
