// Desk opening: what whoever opens a request wants to know first: what to do now, whether the person is known, what may not be used meanwhile, and whether they asked before.
import type { Scope } from '../../ground/scope.ts'
import { dayOf, sayDay } from '../../ground/clock.ts'
import { say, t } from '../../ground/words.ts'
import { Alert, StatusBadge } from '../../page-kit/alerts.tsx'
import { ButtonGroup, ButtonLink, Link } from '../../page-kit/buttons.tsx'
import { Card } from '../../page-kit/document.tsx'
import { sayCitation } from '../../page-kit/citation.ts'
import { Steps } from '../../page-kit/progress.tsx'
import type { Entry } from '../../register-kit/entry.ts'
import { mayDo, workOf } from '../../register-kit/lifecycle.ts'
import { earlierRequests } from './earlier.ts'
import { mustTell, nextStepOf } from './next-step.ts'
import { requests } from './register.ts'
import { rightOf } from './rights.ts'
import { answerDeadline, type RequestInput } from './step-kit.ts'
import { mayAsk } from './who-may-ask.ts'

export async function deskOpening(scope: Scope, entry: Entry) {
  const input = entry.input as RequestInput
  const base = `/${scope.organisation.slug}/verzoeken`
  const isSuspended = answerDeadline(entry)?.suspendedAt !== null && answerDeadline(entry) !== undefined
  const next = nextStepOf(entry.system.status, input, isSuspended)
  const work = workOf(requests, entry)
  const verb = next && requests.lifecycle.verbs[next.verb]
  const mayNow = next !== undefined && verb !== undefined && verb.when(work) && mayDo(requests, scope.actor, next.verb, work.department, work.input)
  const mayDecide = requests.lifecycle.verbs.decide!.when(work) && mayDo(requests, scope.actor, 'decide', work.department, work.input)
  const earlier = await earlierRequests(scope, entry)
  const asks = input.subject_kind === null || (input.subject_kind === 'self' && input.representative_name === null && input.subject_birth_date === null) ? undefined
    : mayAsk({ subjectKind: input.subject_kind, birthDate: input.subject_birth_date, asker: input.representative_name === null ? 'subject' : input.representative_role ?? 'authorised', day: dayOf(scope.now) })
  return (
    <>
      {earlier.length > 0 && (
        <Alert tone="info" heading={t('Deze persoon vroeg eerder iets', 'This person asked before')}>
          <ul class="wb-values">
            {earlier.map(({ id, number, title, on, how }) => <li><Link href={`${base}/${id}`}>{number}</Link>: <span lang="nl">{title}</span>, {sayDay(on)}. {say(how)}</li>)}
          </ul>
          <p>{t('Is het hetzelfde, of hoort het erbij? Vul dan “Samen behandeld met” in: elk verzoek houdt zijn eigen termijn. Vaak vragen is nog geen reden om te weigeren (art. 12 lid 5 AVG).', 'Is it the same, or does it belong with it? Then fill in “Taken together with”: each request keeps its own term. Asking often is no reason to refuse yet (art. 12(5) GDPR).')} {input.taken_with === null && mayDo(requests, scope.actor, 'change', work.department, work.input) && <Link href={`${base}/${entry.id}/wijzigen`}>{t('Samen nemen', 'Take them together')}</Link>}</p>
        </Alert>
      )}
      {asks?.may === false && <Alert tone="warning" heading={t('Mag deze persoon dit vragen?', 'May this person ask this?')}><p>{say(asks.words)} ({sayCitation(asks.citation)})</p></Alert>}
      <Card heading={t('Nu', 'Now')}>
        <Steps label={t('Voortgang', 'Progress')} steps={progress(entry.system.status, input)} />
        {next && <p><strong>{t('Wat nu', 'What now')}:</strong> {say(next.words)}</p>}
        <p>
          <strong>{t('Identiteit', 'Identity')}:</strong>{' '}
          {input.identity_means === null ? <StatusBadge tone="warning">{t('nog niet gezien', 'not seen yet')}</StatusBadge> : <StatusBadge tone="positive" icon="check">{input.identity_means === 'not_needed' ? t('niet nodig', 'not needed') : t('gezien', 'seen')}{input.identity_checked_on && ` · ${sayDay(input.identity_checked_on)}`}</StatusBadge>}
        </p>
        {asks?.may === null && <p><strong>{t('Namens iemand', 'On somebody’s behalf')}:</strong> {say(asks.words)} <span class="wb-subtle">({sayCitation(asks.citation)})</span></p>}
        {input.restricted_on !== null && input.restriction_lifted_on === null && <p><StatusBadge tone="warning">{t('Gebruik beperkt', 'Use restricted')}</StatusBadge> {t(`De gegevens worden sinds ${sayDay(input.restricted_on)} bewaard maar niet gebruikt (art. 18 AVG).`, `Since ${sayDay(input.restricted_on)} the data are kept but not used (art. 18 GDPR).`)}</p>}
        {input.suppressed_on !== null && <p><StatusBadge tone="info">{t('Geen reclame', 'No marketing')}</StatusBadge> {t(`Sinds ${sayDay(input.suppressed_on)} (art. 21 lid 3 AVG).`, `Since ${sayDay(input.suppressed_on)} (art. 21(3) GDPR).`)}</p>}
        <ButtonGroup>
          {mayNow && next.verb !== 'decide' && verb.offered !== 'button' && <ButtonLink look="primary" href={`${base}/${entry.id}/stap/${next.verb}`}>{t('Doe dit nu', 'Do this now')}</ButtonLink>}
          {mayDecide && <ButtonLink look={next?.verb === 'decide' ? 'primary' : 'secondary'} href={`${base}/${entry.id}/beslissen`}>{say(requests.lifecycle.verbs.decide!.words)}</ButtonLink>}
        </ButtonGroup>
      </Card>
    </>
  )
}

const order = ['received', 'identified', 'scoped', 'collecting', 'decided', 'answered', 'told', 'closed']

/** From receipt to end; what this right doesn't need is left out. */
function progress(status: string, input: RequestInput) {
  if (status === 'withdrawn' || status === 'forwarded') return [{ words: t('Ontvangen', 'Received'), state: 'done' as const }, { words: say(requests.lifecycle.statuses[status]!.words), state: 'current' as const }]
  const at = order.indexOf(status)
  const parts: [string, string, string, boolean][] = [
    ['received', 'Wie is het', 'Who is it', true], ['identified', 'Waarover precies', 'About what exactly', true], ['scoped', 'Gegevens ophalen', 'Collecting', input.right === null || rightOf(input.right).collects], ['collecting', 'Besluiten', 'Deciding', true],
    ['decided', 'Antwoorden', 'Answering', true], ['answered', 'Ontvangers inlichten', 'Telling recipients', input.outcome === null ? input.right !== null && rightOf(input.right).tellsRecipients : mustTell(input)], ['told', 'Afronden', 'Closing', true],
  ]
  const shown = parts.filter(([, , , isNeeded]) => isNeeded)
  const current = shown.findIndex(([key]) => order.indexOf(key) >= at)
  return shown.map(([, nl, en], index) => ({ words: t(nl, en), state: status === 'closed' || (current >= 0 && index < current) ? 'done' as const : index === current ? 'current' as const : 'todo' as const }))
}
