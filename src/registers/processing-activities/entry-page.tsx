// Entry page: one processing activity, read like a document: what it says, with findings, remarks and history beside each field.
import type { Child } from 'hono/jsx'
import { dayOf, sayDay, sayMoment } from '../../ground/clock.ts'
import type { Actor } from '../../ground/scope.ts'
import { say } from '../../ground/words.ts'
import { Alert, Badge, type Severity as NoteSeverity, FindingNote, StatusBadge } from '../../page-kit/alerts.tsx'
import { Button, ButtonGroup, ButtonLink, Link } from '../../page-kit/buttons.tsx'
import { Card, DescriptionList, ValueList, WithContents } from '../../page-kit/document.tsx'
import { fieldId } from '../../page-kit/field.tsx'
import { Section } from '../../page-kit/form.tsx'
import { TextArea } from '../../page-kit/inputs.tsx'
import { Steps } from '../../page-kit/progress.tsx'
import type { Lookups } from '../../register-kit/entry.ts'
import type { Severity } from '../../register-kit/findings.ts'
import { type Advice, outcomes, type Remark } from '../../register-kit/remarks.ts'
import { sayCell, sayValue } from '../../register-kit/say-value.ts'
import { type ActivityInput, type FieldKey, fields, type Section as DeclaredSection, sections } from './declaration.ts'
import { mayDo, stepsFor, type Verb, verbs } from './lifecycle.ts'
import { StatusOf } from './list-page.tsx'
import { type Activity, workOf } from './perform.ts'
import { type Finding, ruleBook } from './rules.ts'

export type EntryProps = {
  base: string
  activity: Activity
  /** What is shown: what is in force, or the proposal beside it. */
  shown: 'row' | 'proposal'
  findings: readonly Finding[]
  remarks: readonly Remark[]
  advice: readonly Advice[]
  lookups: Lookups
  actor: Actor
  now: Date
  changedFields: readonly string[]
  /** An answer to a remark as it was typed, with what is wrong with it, by the name of its field. */
  typed: Readonly<Record<string, string>>
  faults: readonly { at: string; message: string }[]
}

export function EntryLead({ activity, lookups }: Pick<EntryProps, 'activity' | 'lookups'>) {
  const { system, input } = activity
  return (
    <p>
      <StatusOf status={workOf(activity).status} proposal={activity.proposal?.status} /> {input.number} · {sayCell(fields.department, input.department, lookups) || 'geen afdeling'}
      {system.version > 0 && <> · versie {system.version}</>} · gewijzigd {sayDay(system.updated_at)}
    </p>
  )
}

/** The steps the reader may take now: the first as the main one. */
export function EntryActions({ base, activity, actor }: Pick<EntryProps, 'base' | 'activity' | 'actor'>) {
  const steps = stepsFor(actor, workOf(activity)).filter((verb) => verb !== 'remark')
  const href = `${base}/${activity.id}`
  return (
    <ButtonGroup>
      {steps.map((verb, index) => {
        const look = index === 0 ? 'primary' : 'secondary'
        if (verb === 'change') return <ButtonLink href={`${href}/wijzigen`} look={look} icon="edit">{say(verbs[verb].words)}</ButtonLink>
        if (directVerbs.includes(verb)) {
          return <form method="post" action={`${href}/stap/${verb}`}><input type="hidden" name="revision" value={String(activity.system.revision)} /><Button look={look}>{say(verbs[verb].words)}</Button></form>
        }
        return <ButtonLink href={`${href}/stap/${verb}`} look={verb === 'remove' || verb === 'end' ? 'subtle' : look}>{say(verbs[verb].words)}</ButtonLink>
      })}
      <ButtonLink href={`${href}/geschiedenis`} look="subtle" icon="history">Geschiedenis</ButtonLink>
    </ButtonGroup>
  )
}

/** Verbs that ask nothing more than pressing the button. */
export const directVerbs: readonly Verb[] = ['submit', 'withdraw', 'propose']

export function EntryDocument(props: EntryProps) {
  const { base, activity, shown, findings, remarks, actor, lookups, changedFields } = props
  const input = shown === 'proposal' && activity.proposal ? activity.proposal.input as ActivityInput : activity.input
  const shownSections = sections.filter((section) => isRelevant(section, input, findings))
  const href = `${base}/${activity.id}`
  return (
    <>
      <ProposalBar {...props} />
      <Progress {...props} />
      <Remarks {...props} />
      <WithContents
        sections={[...shownSections.map((section) => ({ id: section.key, words: say(section.words), count: findings.filter((finding) => section.fields.includes(finding.field)).length || undefined })), { id: 'versies', words: 'Versies' }]}
      >
        {findings.length > 0 && <Alert tone={findings.some(({ severity }) => severity === 'blocking') ? 'error' : 'warning'} heading={`${findings.length} ${findings.length === 1 ? 'bevinding' : 'bevindingen'}`}>
          <p>Ze staan hieronder bij het veld waar ze over gaan, met wat u kunt doen.</p>
        </Alert>}
        {shownSections.map((section) => (
          <Section id={section.key} heading={say(section.words)}>
            <DescriptionList
              terms={section.fields.filter((key) => isShown(key, input, findings, remarks)).map((key) => ({
                term: say(fields[key].words),
                id: fieldId(key),
                description: <Value field={key} input={input} lookups={lookups} isChanged={changedFields.includes(key)} />,
                side: <Beside field={key} {...{ href, findings, remarks, actor, activity }} />,
              }))}
            />
            <EmptyFields section={section} input={input} findings={findings} remarks={remarks} />
          </Section>
        ))}
        <Versions {...props} />
      </WithContents>
    </>
  )
}

/** Sections and fields that don't concern this entry (police data, processor) only show when something is in them, or missing from them. */
function isRelevant(section: DeclaredSection, input: ActivityInput, findings: readonly Finding[]): boolean {
  const hasSomething = section.fields.some((key) => isFilled(input[key]) || findings.some(({ field }) => field === key))
  if (section.key === 'police') return input.regime === 'police' || hasSomething
  if (section.only === 'processor') return input.role === 'processor' || hasSomething
  return true
}

function isShown(key: FieldKey, input: ActivityInput, findings: readonly Finding[], remarks: readonly Remark[]): boolean {
  return isFilled(input[key]) || findings.some(({ field }) => field === key) || remarks.some(({ field }) => field === key)
}

/** Fields with nothing in them stand together in one line, so that the page reads on. */
function EmptyFields({ section, input, findings, remarks }: { section: DeclaredSection; input: ActivityInput; findings: readonly Finding[]; remarks: readonly Remark[] }) {
  const empty = section.fields.filter((key) => !isShown(key, input, findings, remarks))
  return empty.length === 0 ? <></> : <p class="wb-subtle">Niet ingevuld: {empty.map((key) => say(fields[key].words).toLowerCase()).join(', ')}.</p>
}

export function Value({ field, input, lookups, isChanged }: { field: FieldKey; input: ActivityInput; lookups: Lookups; isChanged?: boolean }) {
  const declared = fields[field]
  const said = sayValue(declared, input[field], lookups)
  const mark = isChanged ? <><Badge tone="info">gewijzigd</Badge> </> : null
  if (said.length === 0) return mark
  if (declared.type === 'rows' || declared.type === 'terms') return <>{mark}<ValueList values={said.map((line) => lines(line))} /></>
  return <>{mark}{lines(said[0]!)}</>
}

function lines(text: string): Child {
  const parts = text.split('\n')
  return parts.length === 1 ? text : parts.map((part, index) => <>{index > 0 && <br />}{part}</>)
}

const noteSeverities: Record<Severity, NoteSeverity> = { blocking: 'error', serious: 'warning', attention: 'suggestion' }

export function FindingNotes({ findings }: { findings: readonly Finding[] }) {
  return (
    <>
      {findings.map((finding) => {
        const rule = ruleBook[finding.rule]
        return <FindingNote severity={noteSeverities[finding.severity]} words={finding.detail ? `${rule.words.nl} (${finding.detail})` : rule.words.nl} todo={rule.advice.nl} citation={[rule.citation, ...rule.norms].join(' · ')} />
      })}
    </>
  )
}

function Beside({ field, href, findings, remarks, actor, activity }: { field: FieldKey; href: string; findings: readonly Finding[]; remarks: readonly Remark[]; actor: Actor; activity: Activity }) {
  const own = findings.filter((finding) => finding.field === field)
  const open = remarks.filter((remark) => remark.field === field && remark.answer === null)
  const work = workOf(activity)
  return (
    <>
      <FindingNotes findings={own} />
      {open.map((remark) => <p><Badge tone="info">opmerking</Badge> <a href={`#opmerking-${remark.id}`}>{remark.by}: {remark.body.slice(0, 80)}</a></p>)}
      <p class="wb-quiet-links">
        <a href={`${href}/geschiedenis?veld=${field}`} aria-label={`Geschiedenis van ${say(fields[field].words)}`}>geschiedenis</a>
        {verbs.remark.when(work) && mayDo(actor, 'remark', work.department) && <> · <a href={`${href}/stap/remark?veld=${field}`} aria-label={`Opmerking bij ${say(fields[field].words)}`}>opmerking</a></>}
      </p>
    </>
  )
}

function ProposalBar({ base, activity, shown }: EntryProps) {
  const { proposal, id } = activity
  if (!proposal) return <></>
  const href = `${base}/${id}`
  return (
    <Alert tone="info" heading={shown === 'proposal' ? 'U bekijkt het voorstel' : `Er is een voorstel voor een wijziging (${proposal.status === 'draft' ? 'in concept' : 'in toetsing'})`}>
      <p>
        {shown === 'proposal' ? 'Dit is nog niet van kracht. Wat nu geldt en openbaar is, blijft ongewijzigd tot het voorstel is geactiveerd. ' : 'Hieronder staat wat nu geldt. '}
        {shown === 'proposal' ? <Link href={href}>Bekijk wat nu geldt</Link> : <Link href={`${href}?weergave=voorstel`}>Bekijk het voorstel</Link>}
        {' · '}<Link href={`${href}/vergelijken?van=nu&naar=voorstel`}>Vergelijk</Link>
      </p>
    </Alert>
  )
}

function Progress({ activity, advice, remarks, now }: EntryProps) {
  const work = workOf(activity)
  const isOpen = work.status === 'draft' || work.status === 'in_review' || work.proposal !== 'none'
  if (!isOpen) return activity.system.review_due_on === null ? <></> : <ReviewLine dueOn={activity.system.review_due_on} reviewedOn={activity.system.reviewed_on} today={dayOf(now)} />
  const revision = activity.proposal?.revision ?? activity.system.revision
  const tested = advice.find((one) => one.revision === revision)
  const openRemarks = remarks.filter((remark) => remark.answer === null).length
  const inReview = work.status === 'in_review' || work.proposal === 'in_review'
  return (
    <Steps
      label="Voortgang"
      steps={[
        { words: work.proposal === 'none' ? 'Opstellen' : 'Voorstel opstellen', state: inReview ? 'done' : 'current' },
        { words: 'Toets door de FG', state: tested && inReview ? 'done' : inReview ? 'current' : 'todo', detail: tested ? `${say(outcomes[tested.outcome])}, ${tested.by}, ${sayDay(tested.at)}` : undefined },
        { words: 'Opmerkingen beantwoorden', state: openRemarks > 0 ? (tested ? 'current' : 'todo') : tested && inReview ? 'done' : 'todo', detail: openRemarks > 0 ? `${openRemarks} open` : undefined },
        { words: 'Activeren door de proceseigenaar', state: tested && inReview && openRemarks === 0 ? 'current' : 'todo' },
      ]}
    />
  )
}

function ReviewLine({ dueOn, reviewedOn, today }: { dueOn: string; reviewedOn: string | null; today: string }) {
  return (
    <p>
      {dueOn < today ? <StatusBadge tone="warning">Nakijken had gemoeten vóór {sayDay(dueOn)}</StatusBadge> : <StatusBadge tone="neutral" icon="calendar">Opnieuw nakijken vóór {sayDay(dueOn)}</StatusBadge>}
      {reviewedOn && <span class="wb-subtle"> Laatst nagekeken op {sayDay(reviewedOn)}.</span>}
    </p>
  )
}

function Remarks({ base, activity, remarks, advice, actor, typed, faults }: EntryProps) {
  if (remarks.length === 0 && advice.length === 0) return <></>
  const mayAnswer = mayDo(actor, 'answer', activity.input.department)
  return (
    <Card heading="Toets en opmerkingen">
      {advice.slice(0, 3).map((one) => <p><Badge tone={one.outcome === 'agreed' ? 'positive' : one.outcome === 'remarks' ? 'info' : 'negative'}>{say(outcomes[one.outcome])}</Badge> {one.by}, {sayMoment(one.at)}</p>)}
      <ol class="wb-remarks">
        {remarks.map((remark) => (
          <li id={`opmerking-${remark.id}`}>
            <p><strong>{remark.by}</strong> <span class="wb-subtle">{sayMoment(remark.at)}{remark.field && <> bij <a href={`#${fieldId(remark.field)}`}>{say(fields[remark.field as FieldKey]?.words ?? { nl: remark.field, en: remark.field })}</a></>}</span></p>
            <p>{lines(remark.body)}</p>
            {remark.answer !== null
              ? <blockquote class="wb-answer"><p><strong>{remark.answeredBy}</strong> <span class="wb-subtle">{remark.answeredAt && sayMoment(remark.answeredAt)}</span></p><p>{lines(remark.answer)}</p></blockquote>
              : mayAnswer
                ? <form method="post" action={`${base}/${activity.id}/opmerkingen/${remark.id}`}><TextArea name={`answer-${remark.id}`} label="Uw antwoord" rows={3} value={typed[`answer-${remark.id}`]} error={faults.find(({ at }) => at === `answer-${remark.id}`)?.message} /><Button small>Beantwoorden</Button></form>
                : <p><Badge tone="warning">nog niet beantwoord</Badge></p>}
          </li>
        ))}
      </ol>
    </Card>
  )
}

function Versions({ base, activity }: EntryProps) {
  const href = `${base}/${activity.id}`
  const { version } = activity.system
  return (
    <Section id="versies" heading="Versies">
      {version === 0
        ? <p>Deze verwerking is nog nooit actief geweest. Bij het activeren ontstaat versie 1.</p>
        : <ul>{Array.from({ length: version }, (_, index) => version - index).map((number) => (
          <li>
            <Link href={`${href}/versies/${number}`}>Versie {number}</Link>{number === version && ' (van kracht)'}
            {number > 1 && <> · <Link href={`${href}/vergelijken?van=${number - 1}&naar=${number}`}>vergelijk met versie {number - 1}</Link></>}
          </li>
        ))}</ul>}
    </Section>
  )
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined
}
