// Audits part: a processor reads what it is asked and what was found, and answers in words of its own (art. 28 lid 3 onder h AVG; N-42).
import { dayOf, sayDay } from '../../ground/clock.ts'
import { isId } from '../../ground/ids.ts'
import { type Fault, Invalid, NotFound } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { Alert, EmptyState, StatusBadge } from '../../page-kit/alerts.tsx'
import { Card } from '../../page-kit/document.tsx'
import { Form, SubmitBar } from '../../page-kit/form.tsx'
import { TextArea } from '../../page-kit/inputs.tsx'
import { type Fields, faultAt } from '../../people/form-input.ts'
import { perform } from '../../register-kit/perform.ts'
import { loadEntries } from '../../register-kit/store.ts'
import { processorAudits } from '../../registers/processor-audits/register.ts'
import type { AuditInput } from '../../registers/processor-audits/rules.ts'
import type { PartnerAsk, PartnerVisit, PortalPart } from './parts.ts'
import { sayDone } from './proposal-form.tsx'

/** What stands before an announcement is ours alone. */
const told = ['announced', 'held', 'closed'] as const
const mostAnswer = 4000

type Shown = { readonly id: string; readonly status: string; readonly input: AuditInput }

export const auditsPart: PortalPart = {
  key: 'audits', for: 'processors',
  words: { heading: { nl: 'Audits', en: 'Audits' }, lead: { nl: 'Beantwoord onze vragen, en laat weten wat u met aanbevelingen doet.', en: 'Answer our questions, and tell us what you do with recommendations.' } },
  shows: async (scope, visit) => (await auditsOf(scope, visit)).length > 0,
  waiting: async (scope, visit) => (await auditsOf(scope, visit)).filter(({ status }) => status !== 'closed').reduce((sum, { input }) => sum + open(input), 0),
  routes(door) {
    door.get('', (ask) => draw(ask))
    door.post('/:audit', { act: answer, again: (ask, fields, faults) => draw(ask, { audit: ask.c.req.param('audit') ?? '', fields, faults }) })
  },
}

async function auditsOf(scope: Scope, { partyId }: Pick<PartnerVisit, 'partyId'>, ids?: readonly string[]): Promise<Shown[]> {
  const found = await scope.tx.selectFrom('processor_audit').select('id').where('organisation_id', '=', scope.organisation.id).where('processor', '=', partyId).where('status', 'in', [...told])
    .$if(ids !== undefined, (query) => query.where('id', 'in', [...ids!])).orderBy('planned_on', 'desc').orderBy('id').limit(50).execute()
  if (found.length === 0) return []
  const entries = await loadEntries(scope.tx, processorAudits, scope.organisation.id, found.map(({ id }) => id), {})
  return found.flatMap(({ id }) => entries.flatMap(({ system, input }) => system.id === id ? [{ id, status: system.status, input: input as AuditInput }] : []))
}

async function answer(ask: PartnerAsk, fields: Fields): Promise<string> {
  const id = ask.c.req.param('audit') ?? ''
  const [audit] = isId(id) ? await auditsOf(ask.scope, ask.visit, [id]) : []
  if (!audit || audit.status === 'closed') throw new NotFound()
  const faults: Fault[] = []
  const today = dayOf(ask.scope.now)
  const typed = (name: string, before: string | null): string | null => {
    // What isn't in the form stays as it was: a question may have been added meanwhile.
    if (fields.all(name).length === 0) return before
    const text = fields.one(name)
    if (text.length > mostAnswer) faults.push({ at: name, message: t(`Een antwoord heeft hoogstens ${mostAnswer} tekens. Stuur een lang stuk als bewijs mee.`, `An answer has at most ${mostAnswer} characters. Send a long document along as a proof.`) })
    return text === '' ? null : text
  }
  const questions = audit.input.questions.map((row, index) => {
    // Bound to the question as it was read: another that took its place gets no answer meant for this one.
    const text = fields.one(`q${index}_about`) === row.question ? typed(`q${index}`, row.answer) : row.answer
    return { ...row, answer: text, answered_on: text === row.answer ? row.answered_on : text === null ? null : today }
  })
  const points = audit.input.points.map((row, index) => ({ ...row, answer: fields.one(`p${index}_about`) === (row.finding ?? '') ? typed(`p${index}`, row.answer) : row.answer }))
  if (faults.length > 0) throw new Invalid(faults)
  await perform(ask.scope, processorAudits, 'change', audit.id, { ...audit.input, questions, points })
  return `${ask.at}?gedaan=opgeslagen#audit-${audit.id}`
}

async function draw(ask: PartnerAsk, typed?: { readonly audit: string; readonly fields: Fields; readonly faults: readonly Fault[] }): Promise<Response> {
  const audits = await auditsOf(ask.scope, ask.visit)
  const done = sayDone(ask)
  return ask.show({
    faults: typed?.faults,
    children: (
      <>
        {done && <Alert tone="ok"><p>{done}</p></Alert>}
        {audits.length === 0 ? <EmptyState heading={t('Er is geen audit', 'There is no audit')}><p>{t('Kondigen wij een audit aan, dan leest u dat hier.', 'When we announce an audit, you read it here.')}</p></EmptyState>
          : <div class="wb-stack">{audits.map((audit) => <Audit ask={ask} audit={audit} typed={typed?.audit === audit.id ? typed : undefined} />)}</div>}
      </>
    ),
  })
}

function Audit({ ask, audit: { id, status, input }, typed }: { ask: PartnerAsk; audit: Shown; typed: { readonly fields: Fields; readonly faults: readonly Fault[] } | undefined }) {
  const state = processorAudits.lifecycle.statuses[status]!
  const value = (name: string, before: string | null) => typed ? typed.fields.one(name) : before ?? ''
  const isOpen = status !== 'closed'
  return (
    <div id={`audit-${id}`}>
      <Card heading={input.name ?? ''}>
        <p><StatusBadge tone={state.tone}>{say(state.words)}</StatusBadge>{input.planned_on !== null && <> {t('Gepland op', 'Planned on')} {sayDay(input.planned_on)}</>}</p>
        {input.subject !== null && <p>{input.subject}</p>}
        {input.questions.length + input.points.length > 0 && (
          <Form action={`${ask.at}/${id}`}>
            {input.questions.map(({ question, answer: before }, index) => question !== null && (
              isOpen
                ? <><input type="hidden" name={`q${index}_about`} value={question} /><TextArea name={`q${index}`} label={question} value={value(`q${index}`, before)} rows={4} optional error={typed && faultAt(typed.faults, `q${index}`)} /></>
                : <p><strong>{question}</strong><br />{before ?? '–'}</p>
            ))}
            {input.points.map(({ finding, severity, recommendation, due_on, done_on, answer: before }, index) => (
              <>
                <p><strong>{finding}</strong>{severity !== null && <> ({say(processorAudits.fields.points.columns.severity.choices.find(({ key }) => key === severity)!.words).toLowerCase()})</>}{recommendation !== null && <><br />{recommendation}</>}{due_on !== null && <><br />{t('Klaar op', 'Due')} {sayDay(due_on)}</>}{done_on !== null && <><br />{t('Gedaan op', 'Done on')} {sayDay(done_on)}</>}</p>
                {isOpen && done_on === null
                  ? <><input type="hidden" name={`p${index}_about`} value={finding ?? ''} /><TextArea name={`p${index}`} label={t(`Uw antwoord op bevinding ${index + 1}`, `Your answer to finding ${index + 1}`)} value={value(`p${index}`, before)} rows={3} optional error={typed && faultAt(typed.faults, `p${index}`)} /></>
                  : before !== null && <p>{before}</p>}
              </>
            ))}
            {isOpen && <SubmitBar primary={t('Antwoorden opslaan', 'Save the answers')} />}
          </Form>
        )}
      </Card>
    </div>
  )
}

function open({ questions, points }: AuditInput): number {
  return questions.filter(({ question, answer: text }) => question !== null && text === null).length + points.filter(({ answer: text, done_on }) => text === null && done_on === null).length
}
