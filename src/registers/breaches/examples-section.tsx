// Examples section: the EDPB’s examples that look most like this breach, with what was to be done there and what differs; a help to weigh.
import { say, t } from '../../ground/words.ts'
import { Badge } from '../../page-kit/alerts.tsx'
import { sayCitation } from '../../page-kit/citation.ts'
import { Section } from '../../page-kit/form.tsx'
import { examplesCertainty, type Similar, similarExamples } from './edpb-examples.ts'
import type { BreachInput } from './step-kit.ts'

export function ExamplesSection({ input }: { input: BreachInput }) {
  const found = similarExamples(input, 4)
  if (found.length === 0) return <></>
  return (
    <Section id="voorbeelden" heading={t('Lijkt op deze voorbeelden van de EDPB', 'Looks like these examples of the EDPB')} lead={<p class="wb-subtle">{say(examplesCertainty)}</p>}>
      <ul class="wb-values">{found.map((one) => <li><Example {...one} /></li>)}</ul>
    </Section>
  )
}

function Example({ example: { guideline, number, title, report, inform, note }, same, different }: Similar) {
  return (
    <>
      <strong>{say(title)}</strong> <span class="wb-subtle">({sayCitation(guideline)}, {number})</span>{' '}
      <Badge tone={report ? 'warning' : 'neutral'}>{report ? t('melden', 'report') : t('niet melden', 'not report')}</Badge>{' '}
      <Badge tone={inform ? 'warning' : 'neutral'}>{inform ? t('inlichten', 'inform') : t('niet inlichten', 'not inform')}</Badge>
      {same.length > 0 && <p>{t('Hetzelfde', 'The same')}: {same.map((words) => say(words)).join(', ')}.</p>}
      {different.length > 0 && <p>{t('Anders in het voorbeeld', 'Different in the example')}: {different.map((words) => say(words)).join(', ')}.</p>}
      {note && <p class="wb-subtle">{say(note)}</p>}
    </>
  )
}
