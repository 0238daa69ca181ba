// Entry parts: what stands around an entry's fields: a proposal beside it, how far its test is, remarks, who uses it, its versions.
import { dayOf, sayDay, sayMoment } from '../../ground/clock.ts'
import type { Role } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { Alert, Badge, StatusBadge } from '../../page-kit/alerts.tsx'
import { Button, Link } from '../../page-kit/buttons.tsx'
import { Card, Details } from '../../page-kit/document.tsx'
import { fieldId } from '../../page-kit/field.tsx'
import { Section } from '../../page-kit/form.tsx'
import { TextArea } from '../../page-kit/inputs.tsx'
import { Steps } from '../../page-kit/progress.tsx'
import { roleWords } from '../../people/roles.ts'
import { hasProposals, mayDo, workingRevision, workOf } from '../lifecycle.ts'
import { amountOf, capital, thisOne } from '../register-words.ts'
import { outcomes, type Remark } from '../remarks.ts'
import { mostBackLinks } from './entry-links.ts'
import type { EntryProps } from './entry-props.ts'
import { lines } from './field-value.tsx'
import { StatusOf } from './list-cells.tsx'

export function ProposalBar({ base, entry, shown }: EntryProps) {
  const { proposal, id } = entry
  if (!proposal) return <></>
  const href = `${base}/${id}`
  const there = proposal.status === 'draft' ? t('Er is een voorstel voor een wijziging (in concept)', 'There is a proposal for a change (in draft)') : t('Er is een voorstel voor een wijziging (in toetsing)', 'There is a proposal for a change (in review)')
  return (
    <Alert tone="info" heading={shown === 'proposal' ? t('U bekijkt het voorstel', 'You are looking at the proposal') : there}>
      <p>
        {shown === 'proposal'
          ? t('Dit is nog niet van kracht. Wat nu geldt en openbaar is, blijft ongewijzigd tot het voorstel is geactiveerd. ', 'This isn’t in force yet. What holds and is public now stays unchanged until the proposal is activated. ')
          : t('Hieronder staat wat nu geldt. ', 'Below is what holds now. ')}
        {shown === 'proposal' ? <Link href={href}>{t('Bekijk wat nu geldt', 'See what holds now')}</Link> : <Link href={`${href}?weergave=voorstel`}>{t('Bekijk het voorstel', 'See the proposal')}</Link>}
        {' · '}<Link href={`${href}/vergelijken?van=nu&naar=voorstel`}>{t('Vergelijk', 'Compare')}</Link>
      </p>
    </Alert>
  )
}

/** The road to coming into force, while the work is open; else when it is to be reviewed. */
export function Progress({ register, entry, advice, remarks, now }: EntryProps) {
  const work = workOf(register, entry)
  const isOpen = work.stage === 'draft' || work.stage === 'in_review' || work.proposal !== 'none'
  if (!isOpen || !hasProposals(register)) return entry.system.review_due_on === null ? <></> : <ReviewLine dueOn={entry.system.review_due_on} reviewedOn={entry.system.reviewed_on} today={dayOf(now)} />
  const { advise, activate } = register.lifecycle.verbs
  const tested = advice.find(({ revision }) => revision === workingRevision(entry))
  const openRemarks = remarks.filter(({ answer }) => answer === null).length
  const inReview = work.stage === 'in_review' || work.proposal === 'in_review'
  return (
    <Steps
      label={t('Voortgang', 'Progress')}
      steps={[
        { words: work.proposal === 'none' ? t('Opstellen', 'Drafting') : t('Voorstel opstellen', 'Drafting the proposal'), state: inReview ? 'done' : 'current' },
        { words: `${t('Toets', 'Test')}: ${sayRoles(advise?.roles)}`, state: tested && inReview ? 'done' : inReview ? 'current' : 'todo', detail: tested ? `${say(outcomes[tested.outcome])}, ${tested.by}, ${sayDay(tested.at)}` : undefined },
        { words: t('Opmerkingen beantwoorden', 'Answering remarks'), state: openRemarks > 0 ? (tested ? 'current' : 'todo') : tested && inReview ? 'done' : 'todo', detail: openRemarks > 0 ? t(`${openRemarks} open`, `${openRemarks} open`) : undefined },
        { words: `${activate ? say(activate.words) : ''}: ${sayRoles(activate?.roles)}`, state: tested && inReview && openRemarks === 0 ? 'current' : 'todo' },
      ]}
    />
  )
}

function sayRoles(roles: readonly Role[] = []): string {
  return roles.map((role) => say(roleWords[role])).join(', ')
}

function ReviewLine({ dueOn, reviewedOn, today }: { dueOn: string; reviewedOn: string | null; today: string }) {
  return (
    <p>
      {dueOn < today
        ? <StatusBadge tone="warning">{t('Nakijken had gemoeten vóór', 'Review was due before')} {sayDay(dueOn)}</StatusBadge>
        : <StatusBadge tone="neutral" icon="calendar">{t('Opnieuw nakijken vóór', 'Review again before')} {sayDay(dueOn)}</StatusBadge>}
      {reviewedOn && <span class="wb-subtle"> {t('Laatst nagekeken op', 'Last reviewed on')} {sayDay(reviewedOn)}.</span>}
    </p>
  )
}

/** What the tester said, and what was remarked, with room to answer for whoever may. */
export function Remarks(props: EntryProps) {
  const { remarks, advice } = props
  if (remarks.length === 0 && advice.length === 0) return <></>
  return (
    <Card heading={t('Toets en opmerkingen', 'Test and remarks')}>
      {advice.slice(0, 3).map((one) => <p><Badge tone={one.outcome === 'agreed' ? 'positive' : one.outcome === 'remarks' ? 'info' : 'negative'}>{say(outcomes[one.outcome])}</Badge> {one.by}, {sayMoment(one.at)}</p>)}
      <ol class="wb-remarks">
        {remarks.map((remark) => <OneRemark {...props} remark={remark} />)}
      </ol>
    </Card>
  )
}

function OneRemark({ register, base, entry, actor, typed, faults, remark }: EntryProps & { remark: Remark }) {
  const name = `answer-${remark.id}`
  const field = remark.field === null || !Object.hasOwn(register.fields, remark.field) ? undefined : register.fields[remark.field]
  return (
    <li id={`opmerking-${remark.id}`}>
      <p><strong>{remark.by}</strong> <span class="wb-subtle">{sayMoment(remark.at)}{field && <> {t('bij', 'at')} <a href={`#${fieldId(remark.field!)}`}>{say(field.words)}</a></>}</span></p>
      <p>{lines(remark.body)}</p>
      {remark.answer !== null
        ? <blockquote class="wb-answer"><p><strong>{remark.answeredBy}</strong> <span class="wb-subtle">{remark.answeredAt && sayMoment(remark.answeredAt)}</span></p><p>{lines(remark.answer)}</p></blockquote>
        : mayDo(register, actor, 'answer', workOf(register, entry).department)
          ? (
            <form method="post" action={`${base}/${entry.id}/opmerkingen/${remark.id}`}>
              <TextArea name={name} label={t('Uw antwoord', 'Your answer')} rows={3} value={typed[name]} error={faults.find(({ at }) => at === name)?.message} /><Button small>{t('Beantwoorden', 'Answer')}</Button>
            </form>
          )
          : <p><Badge tone="warning">{t('nog niet beantwoord', 'not answered yet')}</Badge></p>}
    </li>
  )
}

/** Entries of other registers that point here: how many, the first few, and the list of all of them. */
export function UsedIn({ base, usedIn }: EntryProps) {
  if (usedIn.length === 0) return <></>
  const house = base.slice(0, base.lastIndexOf('/'))
  return (
    <Section id="gebruikt-in" heading={t('Gebruikt in', 'Used in')}>
      {usedIn.map(({ from, field, count, entries, href }) => (
        <>
          <p>{href ? <Link href={href}>{amountOf(from, count, mostBackLinks)}</Link> : amountOf(from, count, mostBackLinks)} <span class="wb-subtle">({field})</span></p>
          <ul class="wb-values">{entries.map(({ id, title, status }) => <li><Link href={`${house}/${from.path}/${id}`}>{title}</Link> <StatusOf register={from} status={status} /></li>)}</ul>
        </>
      ))}
    </Section>
  )
}

const versionsAtOnce = 10

export function Versions({ register, base, entry }: EntryProps) {
  const href = `${base}/${entry.id}`
  const { version } = entry.system
  const numbers = Array.from({ length: version }, (_, index) => version - index)
  const list = (some: readonly number[]) => (
    <ul class="wb-list">
      {some.map((number) => (
        <li>
          <Link href={`${href}/versies/${number}`}>{t('Versie', 'Version')} {number}</Link>{number === version && t(' (van kracht)', ' (in force)')}
          {number > 1 && <> · <Link href={`${href}/vergelijken?van=${number - 1}&naar=${number}`}>{t(`vergelijk met versie ${number - 1}`, `compare with version ${number - 1}`)}</Link></>}
        </li>
      ))}
    </ul>
  )
  return (
    <Section id="versies" heading={t('Versies', 'Versions')}>
      {version === 0
        ? <p>{capital(thisOne(register))} {t('is nog nooit van kracht geweest. Zodra dat gebeurt, ontstaat versie 1.', 'has never been in force. Version 1 is made once that happens.')}</p>
        : list(numbers.slice(0, versionsAtOnce))}
      {version > versionsAtOnce && <Details summary={t('Oudere versies', 'Older versions')}>{list(numbers.slice(versionsAtOnce))}</Details>}
    </Section>
  )
}
