// Import routes: a file on its way into the register, page by page: upload, columns, check, values, preview, write, done, undo.
import { type Context, Hono } from 'hono'
import { recordAccess } from '../../access-record/record.ts'
import type { Config } from '../../ground/config.ts'
import { isId } from '../../ground/ids.ts'
import type { Jobs } from '../../ground/jobs.ts'
import { Invalid, NotFound, type Refusal, Refused, TooLarge } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { Page, type PageProps } from '../../page-kit/layout.tsx'
import type { House } from '../../people/house.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { megabytes } from '../exchange/table.ts'
import { receiveUpload, removeUpload } from '../exchange/upload.ts'
import { csvType, writeCsv } from '../exchange/write-table.ts'
import { openQuestions } from './decisions.ts'
import { countChecked, dropStaged, readChecked, sampleColumns } from './import-rows.ts'
import { broughtAsDrafts, type ImportRun, listRuns, moveRun, readRun } from './import-runs.ts'
import { listMappings, saveMapping } from './saved-mappings.ts'
import { loadLookups } from '../lookups.ts'
import { Readable } from 'node:stream'
import { writeExample } from './export-table.ts'
import { proposeChoices, readChoices } from './import-choices.ts'
import { enqueueStage, enqueueSweep, stagedDays } from './import-jobs.ts'
import { MappingPage, type MappingProps, readMappingForm } from './import-mapping-page.tsx'
import { DonePage, progressMax, ProgressPage, progressWords, StartPage, UndoPage } from './import-pages.tsx'
import { loadPreview, type PreviewFilter, previewFilters, PreviewPage, sayMessage } from './import-preview-page.tsx'
import { assertMayImport, dropFile, receiveFile, rereadFile, sweepFiles } from './import-receive.ts'
import type { Book } from './importing.ts'
import { previewUndo } from './import-undo.ts'
import { decideValues, questionsOnPage, ValuesPage } from './import-values-page.tsx'

type Visit = Context<PeopleEnv>

/** A worker that says nothing for so long is taken for gone. */
const stuckAfterMs = 60_000

/** Pages under `/:slug/<register>/import`; `withScope` has run before. A POST to the start itself brings a file and must be free of the ordinary limit on bodies. */
export function importRoutes(house: House, jobs: Jobs, book: Book, place: Pick<Config, 'dataFolder' | 'maxUploadBytes'>): Hono<PeopleEnv> {
  const { register } = book
  const { fields } = register
  const app = new Hono<PeopleEnv>()
  const folder = `${place.dataFolder}/imports`
  const base = (c: Visit) => `/${c.get('who').organisation.slug}/${register.path}`
  const page = (c: Visit, props: Omit<PageProps, 'organisation' | 'homeHref' | 'navigation'>, status: 200 | 400 | 413 = 200) => c.html(<Page {...house.frame(c, c.get('who'))} {...props} />, status)
  const crumbs = (c: Visit) => [{ words: say(register.words.many), href: base(c) }, { words: t('Importeren', 'Import'), href: `${base(c)}/import` }]
  const toRun = (c: Visit, id: string, more = '') => c.redirect(`${base(c)}/import/${id}${more}`, 303)
  const inRun = <T,>(c: Visit, work: (scope: Scope, run: ImportRun) => Promise<T>): Promise<T> => scopeOf(c, house, async (scope) => {
    assertMayImport(scope, book)
    return work(scope, await readRun(scope, register.key, runId(c)))
  })

  app.use('*', async (c, next) => {
    assertMayImport(c.get('who'), book)
    await next()
  })

  app.get('/', (c) => start(c))
  app.post('/', async (c) => {
    let upload
    await sweepFiles(folder, new Date(house.clock().getTime() - stagedDays * 86_400_000))
    try {
      upload = await receiveUpload(c.req.raw, place.maxUploadBytes, folder)
      const file = upload
      const id = await scopeOf(c, house, async (scope) => {
        const made = await receiveFile(scope, book, file, { folder, maxBytes: place.maxUploadBytes })
        await enqueueSweep(scope, jobs)
        return made
      })
      return toRun(c, id, '/kolommen')
    } catch (error) {
      if (!(error instanceof Invalid || error instanceof TooLarge)) throw error
      return start(c, error)
    } finally {
      if (upload) await removeUpload(upload)
    }
  })
  app.get('/voorbeeld.csv', () => download(writeExample(book), t(`voorbeeld-${register.path}.csv`, `example-${register.key}.csv`)))

  app.get('/:id', (c) => inRun(c, async (scope, run) => {
    switch (run.status) {
      case 'mapping': return toRun(c, run.id, '/kolommen')
      case 'reading':
      case 'checking':
      case 'writing':
      case 'undoing': return page(c, { heading: run.fileName, crumbs: crumbs(c), narrow: true, refreshSeconds: 3, children: <ProgressPage run={run} base={base(c)} isStuck={isStuck(scope, run)} /> })
      case 'ready': return preview(c, scope, run)
      case 'done':
      case 'undone': return page(c, { heading: run.fileName, crumbs: crumbs(c), children: <DonePage run={run} base={base(c)} drafts={run.status === 'done' ? await broughtAsDrafts(scope, register, run) : 0} words={register.words} /> })
      default: return c.redirect(`${base(c)}/import`, 303)
    }
  }))

  app.get('/:id/voortgang.json', (c) => inRun(c, async (_scope, run) => c.json({
    value: run.progressCount, max: progressMax(run), words: progressWords(run), done: !['reading', 'checking', 'writing', 'undoing'].includes(run.status), href: `${base(c)}/import/${run.id}`,
  })))

  app.get('/:id/kolommen', (c) => inRun(c, async (scope, run) => {
    if (!isOpen(run)) return toRun(c, run.id)
    const mappings = await listMappings(scope, register.key)
    const wanted = mappings.find(({ id }) => id === c.req.query('indeling'))
    const read = readChoices(book, wanted ? { ...wanted.choices, columns: columnsByHeading(run.headings, wanted.choices) } : run.choices)
    return mapping(c, scope, run, { choices: read ?? proposeChoices(book, run.headings), usedMapping: wanted?.name ?? (typeof run.choices.mapping === 'string' ? run.choices.mapping : undefined) })
  }))
  app.post('/:id/kolommen', async (c) => {
    const form = await textForm(c)
    return inRun(c, async (scope, run) => {
      if (!isOpen(run)) return toRun(c, run.id)
      const { choices, faults } = readMappingForm(book, form, run.headings.length)
      const name = form.get('mappingName') ?? ''
      if (name.trim().length > 100) faults.push({ at: 'mappingName', message: t('Geef de indeling een naam van hoogstens 100 tekens.', 'Give the mapping a name of at most 100 characters.') })
      if (!choices || faults.length > 0) return mapping(c, scope, run, { choices: choices ?? proposeChoices(book, run.headings), faults, mappingName: name }, 400)
      if (name.trim() !== '') await saveMapping(scope, register.key, name, { ...choices, headings: run.headings })
      await moveRun(scope, run.id, ['mapping', 'ready'], 'checking', { choices, progress: 0, failure: null })
      await enqueueStage(scope, jobs, 'checking', run.id)
      return toRun(c, run.id)
    })
  })
  app.post('/:id/blad', async (c) => {
    const form = await textForm(c)
    const headingRow = /^\d{1,6}$/.test(form.get('headingRow') ?? '') ? Number(form.get('headingRow')) : undefined
    try {
      await inRun(c, (scope, run) => rereadFile(scope, book, run, folder, { ...(form.get('sheet') ? { sheet: form.get('sheet') } : {}), ...(headingRow ? { headingRow } : {}) }))
    } catch (error) {
      if (!(error instanceof Invalid || error instanceof TooLarge)) throw error
      return inRun(c, (scope, run) => mapping(c, scope, run, { choices: readChoices(book, run.choices) ?? proposeChoices(book, run.headings), faults: [{ at: '', message: wordsOf(error) }] }, 400))
    }
    return toRun(c, runId(c), '/kolommen')
  })

  app.get('/:id/waarden', (c) => inRun(c, async (scope, run) => {
    if (run.status !== 'ready') return toRun(c, run.id)
    const number = Math.max(1, Math.min(1000, Number(c.req.query('pagina')) || 1))
    const { questions, count } = await openQuestions(scope, run.id, { limit: questionsOnPage, offset: (number - 1) * questionsOnPage })
    if (count === 0) return toRun(c, run.id)
    return page(c, { heading: t('Waarden kiezen', 'Choose values'), crumbs: [...crumbs(c), { words: run.fileName, href: `${base(c)}/import/${run.id}` }], children: <ValuesPage book={book} run={run} base={base(c)} questions={questions} count={count} lookups={await loadLookups(scope, fields)} page={number} /> })
  }))
  app.post('/:id/waarden', async (c) => {
    const form = await textForm(c)
    return inRun(c, async (scope, run) => {
      if (run.status !== 'ready') return toRun(c, run.id)
      await decideValues(scope, run, form)
      const { count } = await openQuestions(scope, run.id, { limit: 1 })
      // What was decided no longer stands among the open ones, so the page with the same number shows the next.
      if (form.get('_action') === 'next' && count > 0) return toRun(c, run.id, `/waarden?pagina=${form.get('pagina') ?? '1'}`)
      await moveRun(scope, run.id, ['ready'], 'checking', { progress: 0, failure: null })
      await enqueueStage(scope, jobs, 'checking', run.id)
      return toRun(c, run.id)
    })
  })

  app.post('/:id/inlezen', (c) => inRun(c, async (scope, run) => {
    if (run.status === 'writing' || run.status === 'done') return toRun(c, run.id)
    await moveRun(scope, run.id, ['ready'], 'writing', { progress: 0, failure: null })
    await enqueueStage(scope, jobs, 'writing', run.id)
    await dropFile(folder, run.id)
    return toRun(c, run.id)
  }))

  app.post('/:id/opnieuw', (c) => inRun(c, async (scope, run) => {
    if (run.status !== 'checking' && run.status !== 'writing' && run.status !== 'undoing') return toRun(c, run.id)
    if (!isStuck(scope, run)) throw new Refused(t('Het werk is nog bezig. Wacht even.', 'The work is still going on. Wait a moment.'))
    await enqueueStage(scope, jobs, run.status, run.id)
    return toRun(c, run.id)
  }))

  app.post('/:id/annuleren', (c) => inRun(c, async (scope, run) => {
    await moveRun(scope, run.id, ['reading', 'mapping', 'checking', 'ready', 'writing'], 'cancelled', { finishedAt: scope.now })
    // A writer at work holds its rows until it notices; those go with the broom.
    if (run.status !== 'writing') await dropStaged(scope, run.id)
    await dropFile(folder, run.id)
    return c.redirect(`${base(c)}/import`, 303)
  }))

  app.get('/:id/geweigerd.csv', (c) => inRun(c, async (scope, run) => {
    const rows: string[][] = []
    for (let after = -1; ;) {
      const found = await readChecked(scope, run.id, { outcomes: ['refuse'], after, limit: 500 })
      if (found.length === 0) break
      rows.push(...found.map(({ number, cells, messages }) => [String(number), messages.filter(({ level }) => level === 'refuse').map((message) => sayMessage(message, number, run.headings)).join('\n'), ...cells]))
      after = found.at(-1)!.number
    }
    return download(writeCsv([{ heading: t('Rij', 'Row') }, { heading: t('Waarom geweigerd', 'Why refused') }, ...run.headings.map((heading) => ({ heading }))], rows), t('geweigerde-rijen.csv', 'refused-rows.csv'))
  }))

  app.get('/:id/ongedaan', (c) => inRun(c, async (scope, run) => {
    if (run.status !== 'done') return toRun(c, run.id)
    return page(c, { heading: t('Import ongedaan maken', 'Undo the import'), crumbs: [...crumbs(c), { words: run.fileName, href: `${base(c)}/import/${run.id}` }], narrow: true, children: <UndoPage run={run} base={base(c)} preview={await previewUndo(scope, book, run.id)} /> })
  }))
  app.post('/:id/ongedaan', (c) => inRun(c, async (scope, run) => {
    if (run.status === 'undoing' || run.status === 'undone') return toRun(c, run.id)
    await moveRun(scope, run.id, ['done'], 'undoing', { progress: 0, failure: null })
    await enqueueStage(scope, jobs, 'undoing', run.id)
    return toRun(c, run.id)
  }))

  function start(c: Visit, error?: Refusal) {
    return scopeOf(c, house, async (scope) => {
      const runs = await listRuns(scope, register.key)
      await recordAccess(scope, { name: 'Lijst van imports bekeken', subjects: runs.flatMap(({ createdBy }) => createdBy ? [{ type: 'person', id: createdBy }] : []) })
      return page(c, {
        heading: t(`${register.words.many.nl} importeren`, `Import ${register.words.many.en.toLowerCase()}`), crumbs: [{ words: say(register.words.many), href: base(c) }], failed: error !== undefined,
        lead: <p>{t('Breng wat u nu in Excel of CSV hebt, naar Waarborg.', 'Bring what you now have in Excel or CSV to Waarborg.')}</p>,
        children: <StartPage register={register} base={base(c)} runs={runs} limit={megabytes(place.maxUploadBytes)} message={error && wordsOf(error)} />,
      }, error === undefined ? 200 : error instanceof TooLarge ? 413 : 400)
    })
  }

  async function mapping(c: Visit, scope: Scope, run: ImportRun, props: Pick<MappingProps, 'choices' | 'faults' | 'mappingName' | 'usedMapping'>, status: 200 | 400 = 200) {
    return page(c, {
      heading: t('Kolommen kiezen', 'Choose columns'), crumbs: crumbs(c), failed: status === 400, lead: <p>{run.fileName}</p>,
      children: <MappingPage book={book} run={run} base={base(c)} samples={await sampleColumns(scope, run.id, run.headings.length)} mappings={await listMappings(scope, register.key)} lookups={await loadLookups(scope, fields)} {...props} />,
    }, status)
  }

  async function preview(c: Visit, scope: Scope, run: ImportRun) {
    const wanted = c.req.query('toon') ?? ''
    const filter: PreviewFilter = Object.hasOwn(previewFilters, wanted) ? wanted as PreviewFilter : 'alles'
    return page(c, {
      heading: t('Controleer de import', 'Check the import'), crumbs: crumbs(c), lead: <p>{run.fileName}</p>,
      children: (
        <PreviewPage
          book={book} run={run} base={base(c)} filter={filter} listed={await loadPreview(scope, book, run, filter, rowPlace(c))} counts={await countChecked(scope, run.id)}
          questions={(await openQuestions(scope, run.id, { limit: 1 })).count} lookups={await loadLookups(scope, fields)}
        />
      ),
    })
  }

  return app
}

function runId(c: Visit): string {
  const id = c.req.param('id') ?? ''
  if (!isId(id)) throw new NotFound(t('Deze import bestaat niet.', 'There is no such import.'))
  return id
}

function isOpen(run: ImportRun): boolean {
  return run.status === 'mapping' || run.status === 'ready'
}

function isStuck(scope: Scope, run: ImportRun): boolean {
  return scope.now.getTime() - (run.workedAt ?? run.createdAt).getTime() > stuckAfterMs
}

function rowPlace(c: Visit): { after?: number; before?: number } {
  const number = (name: string) => /^\d{1,9}$/.test(c.req.query(name) ?? '') ? Number(c.req.query(name)) : undefined
  const [after, before] = [number('na'), number('voor')]
  return after !== undefined ? { after } : before !== undefined ? { before } : {}
}

/** A saved mapping goes by heading, so that it serves a file with other columns too. */
function columnsByHeading(headings: readonly string[], saved: { readonly headings: readonly string[]; readonly columns?: unknown }): unknown[] {
  const columns = Array.isArray(saved.columns) ? saved.columns as unknown[] : []
  return headings.map((heading) => columns[saved.headings.indexOf(heading)] ?? null)
}

function wordsOf(error: Refusal): string {
  return error instanceof Invalid ? error.faults.map(({ message }) => message).join(' ') || error.message : error.message
}

function download(stream: Readable, name: string): Response {
  return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, { headers: { 'content-type': csvType, 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'no-store' } })
}

async function textForm(c: Visit): Promise<Map<string, string>> {
  const form = await c.req.formData().catch(() => { throw new Invalid([], t('Dit formulier is niet te lezen. Open de pagina opnieuw en verstuur het nog eens.', 'This form can’t be read. Open the page again and send it once more.')) })
  return new Map([...form.entries()].flatMap(([name, value]) => typeof value === 'string' ? [[name, value] as const] : []))
}
