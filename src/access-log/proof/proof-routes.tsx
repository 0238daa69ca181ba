// Proof routes: who may see, check and take along the proof of the log, and say where checkpoints go.
import { Readable } from 'node:stream'
import { Hono } from 'hono'
import { addDays, startOfDay } from '../../calendar/days.ts'
import { dayOf } from '../../ground/clock.ts'
import { isId } from '../../ground/ids.ts'
import { log, traceOf } from '../../ground/log.ts'
import { type Fault, NotFound } from '../../ground/refusals.ts'
import { hasRole, type Role, type Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { readTypedDate } from '../../page-kit/typed-dates.ts'
import { type Faults, orFaults, readFields } from '../../people/form-input.ts'
import type { House } from '../../people/house.ts'
import { onlyFor, type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { logBase, logPage, type Visit } from '../asking/log-page.tsx'
import { askCheck, listChecks } from './asked-checks.ts'
import { isBusy, sayProgress } from './check-words.ts'
import { newestCheckpoints, unsealedTail } from './checkpoints.ts'
import { exportLog, type ExportOrder } from './export-log.ts'
import { logExported } from './export-record.ts'
import { ProofPage, type ProofPageProps } from './proof-page.tsx'
import { foreignLines, foreignLogs, publishDaily, readPublication, savePublication, tiesToPublish } from './publication.ts'
import { folderFault, lastPublished } from './publish-folder.ts'
import { publicKeyOf } from './signing.ts'

const readers: readonly Role[] = ['dpo', 'privacy_officer', 'ciso', 'auditor']
const publishers: readonly Role[] = ['dpo', 'privacy_officer', 'ciso']

/** `/logboek/bewijs`; to be mounted under `/:slug` after `withScope`. */
export function logProofRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  const here = (c: Visit) => `${logBase(c)}/bewijs`
  for (const path of ['/logboek/bewijs', '/logboek/bewijs/*']) app.use(path, async (c, next) => {
    onlyFor(c.get('who'), t('de FG, privacy officers, de CISO en auditors', 'the DPO, privacy officers, the CISO and auditors'), ...readers)
    await next()
  })
  app.get('/logboek/bewijs', (c) => show(c, house))
  app.post('/logboek/bewijs/controle', async (c) => {
    const form = await readFields(c)
    const typed = { from: form.one('from'), until: form.one('until') }
    const { faults } = await orFaults(() => scopeOf(c, house, (scope) => askCheck(scope, { from: iso(typed.from), until: iso(typed.until) })))
    return faults ? show(c, house, { faults, typed }) : c.redirect(`${here(c)}?klaar=gevraagd#controle`, 303)
  })
  app.get('/logboek/bewijs/voortgang.json', async (c) => {
    const [newest] = await scopeOf(c, house, (scope) => listChecks(scope, 1))
    if (!newest) throw new NotFound()
    return c.json({ value: newest.checkedRecords, max: newest.totalRecords ?? 1, words: sayProgress(newest), done: !isBusy(newest, house.clock()), href: `${here(c)}#controle` })
  })
  app.post('/logboek/bewijs/publicatie', async (c) => {
    onlyFor(c.get('who'), t('de FG, privacy officers en de CISO', 'the DPO, privacy officers and the CISO'), ...publishers)
    const form = await readFields(c)
    const typed = { mailTo: form.one('mail'), toSlug: form.one('organisation') }
    const { faults } = await orFaults(() => scopeOf(c, house, async (scope) => {
      await savePublication(scope, typed)
      // The first one goes at once, so that people see that it works.
      await publishDaily(scope)
    }))
    return faults ? show(c, house, { faults, typedPublication: typed }) : c.redirect(`${here(c)}?klaar=bewaard#publicatie`, 303)
  })
  app.get('/logboek/bewijs/export', async (c) => {
    const { order, faults } = orderOf((name) => c.req.query(name) ?? '')
    if (faults.length > 0) return show(c, house, { faults })
    const { organisation, actor } = c.get('who')
    await scopeOf(c, house, logExported)
    const lines = Readable.from(inBytes(exportLog(house, { organisation, actor }, order)))
    lines.on('error', (error) => log.error('log-export-failed', { organisation: organisation.id, ...traceOf(error) }))
    return file(Readable.toWeb(lines) as ReadableStream<Uint8Array>, `logboek-${organisation.slug}-${dayOf(house.clock())}.${order.format}`, order.format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson; charset=utf-8')
  })
  app.get('/logboek/bewijs/van-anderen/:tie', async (c) => {
    const tie = c.req.param('tie')
    const lines = isId(tie) ? await scopeOf(c, house, (scope) => foreignLines(scope, tie)) : []
    if (lines.length === 0) throw new NotFound()
    return file(`${lines.join('\n')}\n`, 'verzegelingen.txt', 'text/plain; charset=utf-8')
  })
  return app
}

async function show(c: Visit, house: House, again: Partial<Pick<ProofPageProps, 'faults' | 'typed' | 'typedPublication'>> = {}): Promise<Response> {
  const { organisation, actor } = c.get('who')
  const now = house.clock()
  const seen = await scopeOf(c, house, async (scope) => {
    const checks = await listChecks(scope, 10)
    await house.onPersonsRead?.(scope, [...new Set(checks.flatMap(({ byId }) => byId ?? []))], t('Controles van het logboek bekeken', 'Checks of the log looked at'))
    return { tail: await unsealedTail(scope), checkpoints: await newestCheckpoints(scope, 10), checks, ...await published(scope) }
  })
  const folder = house.config.checkpointsFolder
  const faults: Faults = again.faults ?? []
  const done = c.req.query('klaar')
  return logPage(c, house, {
    heading: t('Bewijs van het logboek', 'Proof of the log'), failed: faults.length > 0, ...(seen.checks[0] && isBusy(seen.checks[0], now) ? { refreshSeconds: 10 } : {}),
    ...(done === 'bewaard' ? { flash: { tone: 'ok' as const, words: t('Opgeslagen.', 'Saved.') } } : done === 'gevraagd' ? { flash: { tone: 'ok' as const, words: t('De controle begint binnen enkele seconden.', 'The check begins within seconds.') } } : {}),
    lead: <p>{t('Hier ziet u of het logboek nog is zoals het werd geschreven, en hoe een ander dat kan narekenen.', 'Here you see whether the log still is as it was written, and how somebody else can check that.')}</p>,
    children: <ProofPage
      {...seen} {...again} faults={faults} base={`${logBase(c)}/bewijs`} now={now} publicKey={publicKeyOf(organisation)} mayPublish={hasRole(actor, ...publishers)}
      folder={folder === undefined ? undefined : { last: lastPublished(folder, organisation.id), fault: folderFault(organisation.id) }} hasMail={house.config.mail !== undefined}
    />,
  }, faults.length > 0 ? 400 : 200)
}

async function published(scope: Scope) {
  return { publication: await readPublication(scope), ties: await tiesToPublish(scope), foreign: await foreignLogs(scope) }
}

/** What isn't a day stays as it was typed, and is refused as such. */
const iso = (typed: string) => typed === '' ? '' : readTypedDate(typed) ?? typed

function orderOf(asked: (name: string) => string): { order: ExportOrder; faults: Fault[] } {
  const [from, until] = [iso(asked('export_from')), iso(asked('export_until'))]
  const faults = ([['export_from', from], ['export_until', until]] as const).flatMap(([at, day]) => day === '' || readTypedDate(day) === day ? [] : [{ at, message: t('Vul een dag in, zoals 31-01-2026.', 'Fill in a day, such as 31-01-2026.') }])
  const format = asked('format') === 'csv' ? 'csv' as const : 'ndjson' as const
  return { faults, order: faults.length > 0 ? { format } : { format, ...(from === '' ? {} : { from: startOfDay(from) }), ...(until === '' ? {} : { until: startOfDay(addDays(until, 1)) }) } }
}

async function* inBytes(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const text of texts) yield Buffer.from(text)
}

function file(body: string | ReadableStream<Uint8Array>, name: string, type: string): Response {
  return new Response(body, { headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } })
}
