// Deadline panel: the clocks of an entry: what runs, until when, how much time is left, and the rule and policy that say so.
import type { Due } from '../../calendar/due.ts'
import { type DeadlineState, stateOf, wasLate } from '../../calendar/state.ts'
import { regimes } from '../../calendar/regimes.ts'
import { noticeDue, noticeRule, suspensionCitations } from '../../calendar/request-terms.ts'
import { sayDay, sayMoment } from '../../ground/clock.ts'
import { say, t } from '../../ground/words.ts'
import { type BadgeTone, StatusBadge } from '../../page-kit/alerts.tsx'
import { sayCitation } from '../../page-kit/citation.ts'
import { Card, DescriptionList, Details } from '../../page-kit/document.tsx'
import type { IconName } from '../../page-kit/icons.tsx'
import { loadProfiles } from '../../policy/profiles.ts'
import { sayEnd, sayStep, sayTimeLeft, stateWords } from '../deadlines/deadline-words.ts'
import { type KeptDeadline, presentDeadlines, suspendedTimes } from '../deadlines/kept-deadline.ts'
import type { EntryProps } from './entry-props.ts'
import { lines } from './field-value.tsx'

const tones: Readonly<Record<DeadlineState, BadgeTone>> = { late: 'negative', running: 'info', extended: 'info', suspended: 'neutral', met: 'positive', lapsed: 'neutral' }
const shapes: Partial<Record<DeadlineState, IconName>> = { running: 'clock', extended: 'clock' }

export function StateOfDeadline({ state }: { state: DeadlineState }) {
  return <StatusBadge tone={tones[state]} icon={shapes[state]}>{say(stateWords[state])}</StatusBadge>
}

/** Nothing for an entry without deadlines. */
export function DeadlinePanel({ register, entry, now }: Pick<EntryProps, 'register' | 'entry' | 'now'>) {
  const present = presentDeadlines(entry.deadlines ?? [])
  const shown = Object.entries(register.deadlines ?? {}).flatMap(([kind, { words, ceiling }]) => {
    const deadline = present.get(kind)
    const earlier = (entry.deadlines ?? []).filter((one) => one.kind === kind && one !== deadline)
    return deadline ? [{ words: say(words), deadline, earlier, toTell: ceiling?.term === 'answer-request' ? noticeDue(deadline.startedAt, suspendedTimes(deadline, now)) : undefined }] : []
  })
  if (shown.length === 0) return <></>
  return (
    <Card heading={shown.length === 1 ? t('Termijn', 'Deadline') : t('Termijnen', 'Deadlines')}>
      {shown.map((one) => <OneDeadline {...one} now={now} />)}
    </Card>
  )
}

type Shown = { words: string; deadline: KeptDeadline; earlier: readonly KeptDeadline[]; toTell: Due | undefined; now: Date }

function OneDeadline({ words, deadline, earlier, toTell, now }: Shown) {
  const state = stateOf(deadline, now)
  return (
    <>
      <p>{state === 'met' && wasLate(deadline, now) ? <StatusBadge tone="warning">{t('Te laat gedaan', 'Done late')}</StatusBadge> : <StateOfDeadline state={state} />} <strong>{words}</strong> · {sayStanding(deadline, state, now)}</p>
      <Details summary={t(`Waarom deze termijn (${words})`, `Why this term (${words})`)}><Why deadline={deadline} earlier={earlier} toTell={toTell} now={now} /></Details>
    </>
  )
}

function sayStanding(deadline: KeptDeadline, state: DeadlineState, now: Date): string {
  const end = sayEnd(deadline)
  switch (state) {
    case 'met': return wasLate(deadline, now) ? t(`gedaan op ${sayDay(deadline.metAt!)}, te laat: het kon tot en met ${end}`, `done on ${sayDay(deadline.metAt!)}, late: it could be done until ${end}`) : t(`gehaald op ${sayDay(deadline.metAt!)}`, `kept on ${sayDay(deadline.metAt!)}`)
    case 'lapsed': return t(`vervallen op ${sayDay(deadline.lapsedAt!)}`, `lapsed on ${sayDay(deadline.lapsedAt!)}`)
    case 'suspended': return t(`staat stil sinds ${sayDay(deadline.suspendedAt!)}; het einde schuift op`, `standing still since ${sayDay(deadline.suspendedAt!)}; the end moves`)
    default: return `${deadline.dueOn === null ? t('tot', 'until') : t('tot en met', 'up to and including')} ${end} · ${sayTimeLeft(deadline, now)}`
  }
}

function Why({ deadline, earlier, toTell, now }: Omit<Shown, 'words'>) {
  const { regime, citation, policy, steps, notes, startedAt, extension, extendedAt, extensionReason, suspensions, isCut } = deadline
  return (
    <DescriptionList terms={[
      { term: t('Begonnen op', 'Began on'), description: sayDay(startedAt) },
      { term: t('Regel', 'Rule'), description: `${say(regimes[regime].words)} · ${sayCitation(citation)}` },
      { term: t('Zo is het einde gevonden', 'How the end was found'), description: <ol class="wb-list">{steps.map((step) => <li>{sayStep(step)} <span class="wb-subtle">({sayCitation(step.citation)})</span></li>)}</ol> },
      { term: t('Beleid', 'Policy'), description: policy ? <><span lang="nl">{titleOf(policy.key)}</span>, {t('versie', 'version')} <span lang="nl">{policy.version}</span>. {t('Deze termijn houdt die versie, ook als het beleid wijzigt.', 'This term keeps that version, also when the policy changes.')}</>
        : t('Geen profiel: de standaard van Waarborg.', 'No profile: Waarborg’s own default.') },
      ...(toTell?.on ? [{ term: t('Verlengen of weigeren', 'Extending or refusing'), description: <>{t(`Vertel het uiterlijk op ${sayDay(toTell.on)}, met de reden.`, `Tell it on ${sayDay(toTell.on)} at the latest, with the reason.`)} <span class="wb-subtle">({sayCitation(noticeRule.citation)})</span></> }] : []),
      ...(isCut ? [{ term: t('Let op', 'Mind'), description: t('Het beleid gaf meer tijd dan de wet; de wet gaat voor.', 'The policy gave more time than the law; the law goes first.') }] : []),
      ...(extension && extendedAt ? [{ term: t('Verlengd', 'Extended'), description: <>{sayDay(extendedAt)}: {lines(extensionReason ?? '')}</> }] : []),
      ...suspensions.map(({ ground, reason, from, until }) => ({
        term: t('Stilgestaan', 'Stood still'),
        description: <>{sayMoment(from)} – {until ? sayMoment(until) : t(`nu (${sayMoment(now)})`, `now (${sayMoment(now)})`)}: {lines(reason)} <span class="wb-subtle">({sayCitation(suspensionCitations[ground])})</span></>,
      })),
      ...(earlier.length > 0 ? [{ term: t('Eerder', 'Before'), description: <ul class="wb-list">{earlier.map((one) => <li>{say(stateWords[stateOf(one, now)])}: {sayStanding(one, stateOf(one, now), now)}</li>)}</ul> }] : []),
      ...(notes.length > 0 ? [{ term: t('Ook goed om te weten', 'Also good to know'), description: <ul class="wb-list">{notes.map((note) => <li>{sayStep(note)} <span class="wb-subtle">({sayCitation(note.citation)})</span></li>)}</ul> }] : []),
    ]} />
  )
}

/** A profile of the organisation's own has the title of what it began as; one that is gone is called by its key. */
function titleOf(policy: string): string {
  return loadProfiles().find(({ key }) => key === policy)?.title ?? policy
}
