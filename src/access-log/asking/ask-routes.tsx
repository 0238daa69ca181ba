// Ask routes: asking a question, its answer under an address that tells nothing, one act of it, the answer as a file, and who asked what.
import { Hono } from 'hono'
import { countRecords, findRecords, type LogQuestion } from '../../access-record/find.ts'
import { startOfDay } from '../../calendar/days.ts'
import { sayDay, sayMoment } from '../../ground/clock.ts'
import { type Fault, Invalid, NotFound } from '../../ground/refusals.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { EmptyState } from '../../page-kit/alerts.tsx'
import { ButtonLink, Link } from '../../page-kit/buttons.tsx'
import { Pagination, Table } from '../../page-kit/table.tsx'
import { type Fields, fieldsOf, readFields } from '../../people/form-input.ts'
import type { House } from '../../people/house.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { actNames } from './act-names.ts'
import { asRead } from './answer.ts'
import { answerFile, fileKinds } from './answer-file.ts'
import { filtered, readFilters } from './answer-filters.ts'
import { answerPage } from './answer-page.tsx'
import { Timeline } from './answer-parts.tsx'
import { AskForm, askedKinds, type AskedPath, askedWords, dayAfterThat, readAsked } from './ask-form.tsx'
import { logBase, logPage, type Visit } from './log-page.tsx'
import { mayAsk, maySeeSecret, mustAsk, mustReadLog } from './may-ask.ts'
import { type About, type AskedRow, keepQuestion, listQuestions, pseudonymsOf, type Question, readQuestion, recordAsked, type Why } from './question.ts'

/** Counted up to here; more is said as more. */
export const mostCounted = 10_001
/** Looking again within this time is the same reading. */
const sittingMs = 15 * 60_000

/** `/logboek/vragen…`; to be mounted under `/:slug` after `withScope`. */
export function askRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  app.get('/logboek/vragen', (c) => scopeOf(c, house, async (scope) => {
    mustReadLog(scope.actor)
    return questionsPage(c, house, scope)
  }))
  app.get('/logboek/vragen/nieuw/:kind', (c) => showForm(c, house, kindOf(c), fieldsOf([['reference', c.req.query('zaak') ?? '']]), []))
  app.post('/logboek/vragen/nieuw/:kind', async (c) => {
    const kind = kindOf(c)
    const typed = await readFields(c)
    try {
      const id = await scopeOf(c, house, async (scope) => {
        mustAsk(scope.actor)
        const { about, why } = readAsked(scope, kind, typed)
        return keepQuestion(scope, about, why, await countRecords(scope, await logQuestionOf(scope, about, why), mostCounted))
      })
      return c.redirect(`${logBase(c)}/vragen/${id}`, 303)
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      return showForm(c, house, kind, typed, error.faults)
    }
  })
  app.get('/logboek/vragen/:id', (c) => scopeOf(c, house, async (scope) => {
    const question = await opened(scope, c.req.param('id'), actNames.answerRead)
    return answerPage(c, house, scope, question, await logQuestionOf(scope, question.about, question))
  }))
  app.get('/logboek/vragen/:id/bestand', (c) => scopeOf(c, house, async (scope) => {
    const question = await opened(scope, c.req.param('id'), undefined)
    const kind = c.req.query('formaat') === 'ndjson' ? 'ndjson' : 'csv'
    const { body, isCut } = await answerFile(scope, filtered(await logQuestionOf(scope, question.about, question), readFilters(new URL(c.req.url).searchParams)), kind)
    await recordAsked(scope, question.id, question.about, actNames.answerExported)
    return c.body(new Uint8Array(body), 200, { 'content-type': fileKinds[kind], 'content-disposition': `attachment; filename="logboek-${scope.organisation.slug}-${question.id.slice(0, 8)}${isCut ? '-deel' : ''}.${kind}"`, 'cache-control': 'no-store' })
  }))
  app.get('/logboek/vragen/:id/handeling/:trace', (c) => scopeOf(c, house, async (scope) => {
    const question = await opened(scope, c.req.param('id'), undefined)
    const trace = c.req.param('trace')
    if (!/^[0-9a-f]{32}$/.test(trace)) throw new NotFound()
    return actPage(c, house, scope, question, trace)
  }))
  return app
}

/** A kept question as the log is asked; what is under secrecy only for whoever may see it. */
export async function logQuestionOf(scope: Scope, about: About, { fromOn, untilOn }: Pick<Why, 'fromOn' | 'untilOn'>): Promise<LogQuestion> {
  return {
    ...await pseudonymsOf(scope, about), ...(fromOn === null ? {} : { from: startOfDay(fromOn) }), ...(untilOn === null ? {} : { until: startOfDay(dayAfterThat(untilOn)) }),
    ...(maySeeSecret(scope.actor) ? {} : { secret: false }),
  }
}

/** With the record that reading it leaves; whoever asked a moment ago has left one already. @throws NotAllowed, NotFound */
async function opened(scope: Scope, id: string, name: string | undefined): Promise<Question> {
  mustAsk(scope.actor)
  const question = await readQuestion(scope, id)
  const isSameSitting = question.askedBy === personOf(scope.actor) && scope.now.getTime() - question.askedAt.getTime() < sittingMs
  if (name !== undefined && !isSameSitting) await recordAsked(scope, id, question.about, name)
  return question
}

/** @throws NotFound */
function kindOf(c: Visit): About['kind'] {
  const path = c.req.param('kind') ?? ''
  if (!Object.hasOwn(askedKinds, path)) throw new NotFound()
  return askedKinds[path as AskedPath]
}

function showForm(c: Visit, house: House, kind: About['kind'], typed: Fields, faults: readonly Fault[]) {
  return scopeOf(c, house, async (scope) => {
    mustAsk(scope.actor)
    const people = await scope.tx.selectFrom('person').select(['id', 'name']).where('organisation_id', '=', scope.organisation.id).orderBy('name').limit(5000).execute()
    const types = await scope.tx.selectFrom('access_subject_type').select('type').where('organisation_id', '=', scope.organisation.id).orderBy('type').limit(50).execute()
    return logPage(c, house, {
      heading: say(askedWords[kind]), narrow: true, failed: faults.length > 0, crumbs: [{ words: t('Vragen', 'Questions'), href: `${logBase(c)}/vragen` }],
      children: <AskForm action={c.req.path} kind={kind} typed={typed} faults={faults} scope={scope} offered={{ people, types: types.map(({ type }) => type) }} />,
    }, faults.length > 0 ? 400 : 200)
  })
}

async function questionsPage(c: Visit, house: House, scope: Scope) {
  const { rows, next } = await listQuestions(scope, { after: c.req.query('na') })
  const base = `${logBase(c)}/vragen`
  const isAsker = mayAsk(scope.actor)
  return logPage(c, house, {
    heading: t('Vragen aan het logboek', 'Questions to the access log'), lead: <p>{t('Wie wat vroeg, en waarom. Over wie het ging, staat in de vraag zelf.', 'Who asked what, and why. Whom it was about stands in the question itself.')}</p>,
    actions: isAsker && <>{Object.entries(askedKinds).map(([path, kind]) => <ButtonLink href={`${base}/nieuw/${path}`} look={kind === 'subject' ? 'primary' : 'secondary'}>{say(askedWords[kind])}</ButtonLink>)}</>,
    children: (
      <>
        <Table<AskedRow>
          caption={t('Gestelde vragen', 'Questions asked')} captionHidden rows={rows} empty={<EmptyState heading={t('Nog geen vragen', 'No questions yet')} icon="search">{t('Vraag wie de gegevens van iemand zag, of wat een medewerker zag.', 'Ask who saw somebody’s data, or what an employee saw.')}</EmptyState>}
          columns={[
            { key: 'what', header: t('Vraag', 'Question'), names: true, cell: ({ id, kind }) => isAsker ? <Link href={`${base}/${id}`}>{say(askedWords[kind])}</Link> : say(askedWords[kind]) },
            { key: 'who', header: t('Gesteld door', 'Asked by'), cell: ({ askedByName }) => <span lang="nl">{askedByName}</span> },
            { key: 'at', header: t('Op', 'At'), oneLine: true, cell: ({ askedAt }) => sayMoment(askedAt) },
            { key: 'reason', header: t('Waarom', 'Why'), cell: ({ reason, reference }) => <><span lang="nl">{reason}</span>{reference && <> ({reference})</>}</> },
            { key: 'found', header: t('Gevonden', 'Found'), numeric: true, cell: ({ found }) => sayFound(found) },
          ]}
        />
        <Pagination next={next && `${base}?na=${next}`} />
      </>
    ),
  })
}

export function sayFound(found: number): string {
  return found >= mostCounted ? t('meer dan 10.000', 'more than 10,000') : String(found)
}

async function actPage(c: Visit, house: House, scope: Scope, question: Question, trace: string) {
  const { records } = await findRecords(scope, { traceId: Buffer.from(trace, 'hex'), ...(maySeeSecret(scope.actor) ? {} : { secret: false }) }, { limit: 500 })
  if (records.length === 0) throw new NotFound()
  await recordAsked(scope, question.id, { kind: 'trace', traceId: trace }, actNames.actRead, [...new Map(records.flatMap(({ subject }) => subject ? [[subject.toString('hex'), subject] as const] : [])).values()])
  const first = records.at(-1)!
  return logPage(c, house, {
    heading: t('Eén handeling', 'One act'), crumbs: [{ words: t('Vragen', 'Questions'), href: `${logBase(c)}/vragen` }, { words: say(askedWords[question.about.kind]), href: `${logBase(c)}/vragen/${question.id}` }],
    lead: <p>{t(`Begonnen op ${sayDay(first.startedAt)}; ${records.length} regels in het logboek.`, `Begun on ${sayDay(first.startedAt)}; ${records.length} records in the log.`)} {t('Kenmerk', 'Mark')}: <code>{trace}</code></p>,
    children: <Timeline rows={await asRead(scope, records.toReversed())} slug={scope.organisation.slug} shows="both" />,
  })
}
