// Advice section: what the law says of reporting this breach and of informing people, with its reasons and what is still open; a person decides (art. 33 en 34 AVG).
import { say, t } from '../../ground/words.ts'
import { Badge, type BadgeTone } from '../../page-kit/alerts.tsx'
import { sayCitation } from '../../page-kit/citation.ts'
import { Section } from '../../page-kit/form.tsx'
import { reportAdvice, type Reason, type ReportAdvice } from './report-decision.ts'
import type { BreachInput } from './step-kit.ts'

const toAuthority: Readonly<Record<ReportAdvice['authority']['advice'], { nl: string; en: string; tone: BadgeTone }>> = {
  weigh: { nl: 'eerst wegen', en: 'weigh first', tone: 'info' }, report: { nl: 'melden', en: 'report', tone: 'warning' }, record: { nl: 'alleen vastleggen', en: 'record only', tone: 'positive' }, elsewhere: { nl: 'een ander meldt', en: 'another reports', tone: 'neutral' },
}
const toPeople: Readonly<Record<ReportAdvice['people']['advice'], { nl: string; en: string; tone: BadgeTone }>> = {
  weigh: { nl: 'eerst wegen', en: 'weigh first', tone: 'info' }, inform: { nl: 'inlichten', en: 'inform', tone: 'warning' }, not_needed: { nl: 'hoeft niet', en: 'not due', tone: 'positive' }, elsewhere: { nl: 'een ander beslist', en: 'another decides', tone: 'neutral' },
}

export function AdviceSection({ input, now }: { input: BreachInput; now: Date }) {
  const { authority, people, open } = reportAdvice(input, now)
  return (
    <Section id="wat-de-wet-zegt" heading={t('Wat de wet hier zegt', 'What the law says here')} lead={<p class="wb-subtle">{t('Een hulp bij het besluit. Het besluit is van wie het mandaat heeft.', 'A help for the decision. The decision is for whoever has the mandate.')}</p>}>
      <p><strong>{t('Aan de AP', 'To the authority')}</strong> <Badge tone={toAuthority[authority.advice].tone}>{say(toAuthority[authority.advice])}</Badge></p>
      <Reasons reasons={authority.reasons} />
      <p><strong>{t('Aan de mensen', 'To the people')}</strong> <Badge tone={toPeople[people.advice].tone}>{say(toPeople[people.advice])}</Badge></p>
      <Reasons reasons={people.reasons} />
      {people.exceptions.length > 0 && (
        <>
          <p>{t('Uitzonderingen, en wat ze vragen', 'Exceptions, and what they ask')}:</p>
          <ul class="wb-values">{people.exceptions.map(({ words, condition, citation, holds }) => <li>{say(words)} {say(condition)} <span class="wb-subtle">({sayCitation(citation)})</span> {holds === false && <Badge tone="neutral">{t('volgens de feiten niet', 'not by the facts')}</Badge>}</li>)}</ul>
        </>
      )}
      {open.length > 0 && <p>{t('Nog te beantwoorden', 'Still to be answered')}: {open.map(({ words }) => say(words)).join(' ')}</p>}
    </Section>
  )
}

function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  return <ul class="wb-values">{reasons.map(({ words, citation }) => <li>{say(words)} <span class="wb-subtle">({sayCitation(citation)})</span></li>)}</ul>
}
