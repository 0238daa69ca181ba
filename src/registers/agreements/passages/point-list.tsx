// Point list: the points of the checklist with their passages, what was decided on each, and the form to decide.
import { sayDay } from '../../../ground/clock.ts'
import type { Fault } from '../../../ground/refusals.ts'
import { say, t } from '../../../ground/words.ts'
import { Badge, StatusBadge } from '../../../page-kit/alerts.tsx'
import { RadioGroup } from '../../../page-kit/choices.tsx'
import { Details } from '../../../page-kit/document.tsx'
import { Form, Section, SubmitBar } from '../../../page-kit/form.tsx'
import { TextArea, TextInput } from '../../../page-kit/inputs.tsx'
import { checklist } from '../checklist.ts'
import type { Beside } from './beside.ts'
import { mostNote, type Typed } from './decide.ts'
import { type Decision, outcomes } from './decisions.ts'
import type { Passage } from './find-passages.ts'
import { sayPlace } from './passage-words.ts'
import type { Former, Reading } from './readings.ts'

export type PointListProps = { readonly base: string; readonly beside: Beside; readonly mayDecide: boolean; readonly typed?: ReadonlyMap<string, Typed> | undefined; readonly faults: readonly Fault[] }

export function PointList({ base, beside, mayDecide, typed, faults }: PointListProps) {
  const { reading, decisions } = beside
  const points = checklist.map((point) => <Point key={point.key} {...{ point, beside, mayDecide, faults }} typed={typed?.get(point.key)} />)
  if (!mayDecide) return <>{points}</>
  const was = Object.fromEntries(checklist.map(({ key }) => [`was.${key}`, decisions.get(key)?.id ?? '']))
  return (
    <Form action={`${base}/besluiten`} hidden={{ lezing: reading.id, ...was }}>
      {points}
      <SubmitBar primary={t('Besluiten bewaren', 'Save the decisions')} />
    </Form>
  )
}

type PointProps = { readonly point: (typeof checklist)[number]; readonly beside: Beside; readonly mayDecide: boolean; readonly typed: Typed | undefined; readonly faults: readonly Fault[] }

function Point({ point: { key, words, citation }, beside: { reading, passages, decisions, former, before }, mayDecide, typed, faults }: PointProps) {
  const [found, decision, earlier] = [passages.get(key) ?? [], decisions.get(key), former.get(key)]
  return (
    <Section heading={say(words)} id={`punt-${key}`} lead={<p><Badge>{citation}</Badge>{decision && <> <DecisionBadge decision={decision} /></>}</p>}>
      {earlier && <FormerNote earlier={earlier} reading={reading} decision={before.get(earlier.decisionId)} />}
      {found.length === 0
        ? <p class="wb-subtle">{reading.picturePages.length > 0 ? t('Geen passage gevonden in de pagina’s met tekst.', 'No passage found in the pages with text.') : t('Geen passage gevonden. Kijk zelf of het er staat.', 'No passage found. Look yourself whether it is there.')}</p>
        : !mayDecide && found.map((passage) => <Quoted passage={passage} reading={reading} />)}
      {!mayDecide && decision?.note && <p>{decision.note}</p>}
      {mayDecide && <Decide pointKey={key} {...{ found, earlier, decision, reading, typed, faults }} />}
    </Section>
  )
}

function DecisionBadge({ decision: { outcome, by, at, place } }: { decision: Decision & { place: number | null } }) {
  const tone = { covered: 'positive', partly: 'warning', not_covered: 'negative' } as const
  return <><StatusBadge tone={tone[outcome]}>{say(outcomes[outcome])}</StatusBadge> <span class="wb-subtle">{by ?? ''}{by ? ', ' : ''}{sayDay(at)}{place !== null && `, ${t('plaats', 'place')} ${place}`}</span></>
}

function Quoted({ passage, reading }: { passage: Passage; reading: Reading }) {
  return (
    <div class="wb-text">
      <blockquote><p>{passage.quote}</p></blockquote>
      <p class="wb-subtle wb-small">{placeOf(passage, reading)}. {why(passage)}</p>
    </div>
  )
}

function FormerNote({ earlier, reading, decision }: { earlier: Former; reading: Reading; decision: Decision | undefined }) {
  if (!decision) return null
  const said = `${say(outcomes[decision.outcome]).toLowerCase()}${decision.note === null ? '' : ` (${decision.note})`}`
  const tone = { same: 'positive', changed: 'warning', gone: 'negative', none: 'neutral' } as const
  const words = {
    same: t('Passage gelijk gebleven', 'Passage the same'), changed: t('Passage veranderd', 'Passage changed'), gone: t('Passage verdwenen', 'Passage gone'), none: t('Besloten zonder passage', 'Decided without a passage'),
  }
  return (
    <div class="wb-text">
      <p><StatusBadge tone={tone[earlier.state]}>{words[earlier.state]}</StatusBadge> {t('In het vorige document', 'In the document before')}: {said}.{earlier.place !== null && ` ${sayPlace(reading, earlier.place)}.`}</p>
      {earlier.state !== 'same' && decision.quote !== null && <blockquote><p>{t('Eerst', 'Before')}: {decision.quote}</p>{earlier.quote !== null && <p>{t('Nu', 'Now')}: {earlier.quote}</p>}</blockquote>}
    </div>
  )
}

type DecideProps = { readonly pointKey: string; readonly found: readonly Passage[]; readonly earlier: Former | undefined; readonly decision: Decision | undefined; readonly reading: Reading; readonly typed: Typed | undefined; readonly faults: readonly Fault[] }

function Decide({ pointKey, found, earlier, decision, reading, typed, faults }: DecideProps) {
  const fault = (part: string) => faults.find(({ at }) => at === `${part}.${pointKey}`)?.message
  const values = typed ?? shownBefore(found, earlier, decision)
  const former = earlier?.place ? [{ value: 'former', label: t(`${sayPlace(reading, earlier.place)} (zoals eerder besloten)`, `${sayPlace(reading, earlier.place)} (as decided before)`), hint: earlier.quote ?? '' }] : []
  return (
    <>
      <RadioGroup
        name={`passage.${pointKey}`} label={t('Passage', 'Passage')} value={values.passage} error={fault('passage')}
        choices={[
          ...found.map((passage, index) => ({ value: String(index), label: placeOf(passage, reading), hint: `“${passage.quote}” ${why(passage)}` })), ...former,
          { value: 'own', label: reading.format === 'pdf' ? t('Een andere pagina, hieronder', 'Another page, below') : t('Een andere alinea, hieronder', 'Another paragraph, below') }, { value: '', label: t('Geen passage', 'No passage') },
        ]}
      />
      <RadioGroup
        name={`outcome.${pointKey}`} label={t('Uw besluit', 'Your decision')} value={values.outcome} error={fault('outcome')} inline
        choices={[...Object.entries(outcomes).map(([value, words]) => ({ value, label: say(words) })), ...(decision ? [] : [{ value: '', label: t('Nog niet beslist', 'Not decided yet') }])]}
      />
      <Details summary={reading.format === 'pdf' ? t('Andere pagina of toelichting', 'Other page, or a note') : t('Andere alinea of toelichting', 'Other paragraph, or a note')} open={values.place !== '' || values.note !== '' || fault('place') !== undefined || fault('note') !== undefined}>
        <TextInput name={`place.${pointKey}`} label={reading.format === 'pdf' ? t('Andere pagina', 'Other page') : t('Andere alinea', 'Other paragraph')} optional value={values.place} error={fault('place')} maxlength={6} />
        <TextArea name={`note.${pointKey}`} label={t('Toelichting', 'Note')} optional value={values.note} rows={2} maxlength={mostNote} error={fault('note')} />
      </Details>
    </>
  )
}

/** What was decided; before that the surest passage, and nothing decided. */
function shownBefore(found: readonly Passage[], earlier: Former | undefined, decision: Decision | undefined): Omit<Typed, 'was'> {
  if (!decision) return { outcome: '', passage: found[0]?.isStrong ? '0' : '', place: '', note: '' }
  const index = found.findIndex(({ place, quote }) => place === decision.place && quote === decision.quote)
  const passage = index >= 0 ? String(index) : decision.place === null ? '' : earlier?.place === decision.place && earlier.quote === decision.quote ? 'former' : 'own'
  return { outcome: decision.outcome, passage, place: passage === 'own' ? String(decision.place) : '', note: decision.note ?? '' }
}

function placeOf({ place, heading }: Passage, reading: Reading): string {
  return `${sayPlace(reading, place)}${heading === null ? '' : `, ${heading}`}`
}

/** Why it is proposed. */
function why({ isStrong, words }: Passage): string {
  const found = words.map((word) => `‘${word}’`).join(', ')
  return isStrong ? t(`Zeker, gevonden op ${found}.`, `Sure, found by ${found}.`) : t(`Onzeker, gevonden op ${found}.`, `Unsure, found by ${found}.`)
}
