// Desk opening: what whoever opens a breach wants to know first: how much time is left, how grave it is, what must be done now, and what to take out of the text.
import { scanText, sayScan } from '../../case-kit/text-scan.ts'
import { minutesLeft } from '../../calendar/state.ts'
import type { Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { Alert, StatusBadge } from '../../page-kit/alerts.tsx'
import { ButtonGroup, ButtonLink, Link } from '../../page-kit/buttons.tsx'
import { Card } from '../../page-kit/document.tsx'
import { sayEnd, sayTimeLeft } from '../../register-kit/deadlines/deadline-words.ts'
import { type KeptDeadline, presentDeadlines } from '../../register-kit/deadlines/kept-deadline.ts'
import type { Entry } from '../../register-kit/entry.ts'
import { mayDo, workOf } from '../../register-kit/lifecycle.ts'
import { sayFieldWords } from './free-text.ts'
import { nextStepOf } from './next-step.ts'
import { breaches } from './register.ts'
import { severityOfBreach } from './severity.ts'
import { saySeverity } from './enisa-severity.ts'
import type { BreachInput } from './step-kit.ts'

export function deskOpening(scope: Scope, entry: Entry) {
  const input = entry.input as BreachInput
  const base = `/${scope.organisation.slug}/datalekken/${entry.id}`
  const next = nextStepOf(entry.system.status, input)
  const running = [...presentDeadlines(entry.deadlines ?? []).values()].filter(({ metAt, lapsedAt }) => metAt === null && lapsedAt === null).toSorted((one, other) => one.dueAt.getTime() - other.dueAt.getTime())
  const severity = severityOfBreach(input)
  const found = sayFieldWords(input, (text) => scanText(text).length > 0)
  const work = workOf(breaches, entry)
  const verb = next && breaches.lifecycle.verbs[next.verb]
  const mayNow = next !== undefined && verb !== undefined && verb.when(work) && mayDo(breaches, scope.actor, next.verb, work.department, work.input)
  return (
    <>
      {found.length > 0 && (
        <Alert tone="warning" heading={t('Haal gegevens van personen uit de tekst', 'Take personal details out of the text')}>
          <p>{sayScan(Object.values(input).flatMap((value) => typeof value === 'string' ? [...scanText(value)] : []))} {t('Het staat bij', 'It stands at')}: <span lang="nl">{found.join(', ')}</span>. {mayDo(breaches, scope.actor, 'change', work.department) && <Link href={`${base}/wijzigen`}>{t('Tekst wijzigen', 'Change the text')}</Link>}</p>
        </Alert>
      )}
      <Card heading={t('Nu', 'Now')}>
        {running.length > 0 && <ul class="wb-values">{running.map((deadline) => <li><Clock deadline={deadline} now={scope.now} /></li>)}</ul>}
        {next && <p><strong>{t('Wat nu', 'What now')}:</strong> {say(next.words)}</p>}
        <p>
          <strong>{t('Ernst', 'Severity')}:</strong> {saySeverity(severity) || t('nog niet gewogen', 'not weighed yet')}
          {severity.score !== null && <> · <Link href="#ernst">{t('zo is het gerekend', 'how it was worked out')}</Link></>}
        </p>
        <ButtonGroup>
          {mayNow && <ButtonLink look="primary" href={`${base}/stap/${next.verb}`}>{t('Doe dit nu', 'Do this now')}</ButtonLink>}
          <ButtonLink icon="document" href={`${base}/ap-formulier`}>{t('Overnemen op het formulier van de AP', 'Copy onto the authority’s form')}</ButtonLink>
          <ButtonLink icon="download" download href={`${base}/edpb.json`}>{t('EDPB-sjabloon (JSON)', 'EDPB template (JSON)')}</ButtonLink>
        </ButtonGroup>
      </Card>
    </>
  )
}

/** To the minute: hours and minutes, also beyond two days; what ends with a day, or is long past, in days. */
function Clock({ deadline, now }: { deadline: KeptDeadline; now: Date }) {
  const words = say(breaches.deadlines![deadline.kind]!.words)
  const minutes = Math.abs(minutesLeft(deadline, now))
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  const isLate = now >= deadline.dueAt
  const isInHours = deadline.dueOn === null && minutes < 96 * 60
  const left = t(`${hours} uur en ${rest} ${rest === 1 ? 'minuut' : 'minuten'}`, `${hours} ${hours === 1 ? 'hour' : 'hours'} and ${rest} ${rest === 1 ? 'minute' : 'minutes'}`)
  return (
    <>
      <StatusBadge tone={isLate ? 'negative' : minutes < 24 * 60 ? 'warning' : 'info'} icon="clock">{!isInHours ? sayTimeLeft(deadline, now) : isLate ? t(`${left} te laat`, `${left} late`) : t(`nog ${left}`, `${left} left`)}</StatusBadge>{' '}
      {words}, {deadline.dueOn === null ? t('tot', 'until') : t('tot en met', 'up to and including')} {sayEnd(deadline)}
    </>
  )
}
