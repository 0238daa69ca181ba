// Text routes: the text of an agreement under its own address: read, worded article by article, frozen as a version, and taken away as PDF, DOCX or ODT.
import { Hono } from 'hono'
import { type ReportFormat, reportTypes, writeReport } from '../../../documents/write-report.ts'
import { Invalid, NotFound, Refused } from '../../../ground/refusals.ts'
import type { Scope } from '../../../ground/scope.ts'
import { t } from '../../../ground/words.ts'
import type { House } from '../../../people/house.ts'
import { type PeopleEnv, scopeOf } from '../../../people/with-scope.ts'
import type { AnyInput, Entry } from '../../../register-kit/entry.ts'
import { mayDo, workingInput, workingRevision, workOf } from '../../../register-kit/lifecycle.ts'
import { loadEntry, perform } from '../../../register-kit/perform.ts'
import { baseOf, entryId, mustBeAllowed, showPage, type Status, textEntries, titleOf, toEntry, type Visit } from '../../../register-kit/web/visit.tsx'
import { coveredSubjects } from '../checklist.ts'
import { agreements as register } from '../register.ts'
import { isOpen } from '../working.ts'
import { composeAgreement, digestOf, printAgreement } from './agreement-document.ts'
import { standardArticles } from './standard-articles.ts'
import { TextPage, type TextPageProps } from './text-page.tsx'
import { makeText, readPdf, readTexts, readWording, wordArticle } from './texts.ts'

/** For `registerDoors`. */
export function textRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  const here = (c: Visit) => `${baseOf(c, register)}/${c.req.param('id')}/tekst`
  const onEntry = <T,>(c: Visit, work: (scope: Scope, entry: Entry) => Promise<T>, lock = false) => scopeOf(c, house, async (scope) => work(scope, await loadEntry(scope, register, entryId(c, register), { lock })))
  const asWriter = <T,>(c: Visit, work: (scope: Scope, entry: Entry) => Promise<T>) => onEntry(c, async (scope, entry) => {
    mustBeAllowed(scope, register, 'change', workOf(register, entry))
    if (!isOpen(workOf(register, entry))) throw new Refused(t('De tekst kan nu niet anders. Stel eerst een wijziging voor.', 'The text can’t be changed now. First propose a change.'))
    return work(scope, entry)
  }, true)

  app.get('/:id/tekst', (c) => onEntry(c, (scope, entry) => show(c, scope, entry)))

  app.post('/:id/tekst/artikel/:article', async (c) => {
    const article = c.req.param('article')
    const body = new Map(await textEntries(c)).get('body') ?? ''
    try {
      await asWriter(c, (scope, entry) => wordArticle(scope, entry, article, body))
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      return onEntry(c, (scope, entry) => show(c, scope, entry, { key: article, body, faults: error.faults }, 400))
    }
    return c.redirect(`${here(c)}#artikel-${article}`, 303)
  })

  app.post('/:id/tekst/versie', async (c) => {
    await asWriter(c, (scope, entry) => makeText(scope, entry))
    return c.redirect(`${here(c)}#versies`, 303)
  })

  // The points that the standard text covers, and the subjects that these add up to.
  app.post('/:id/tekst/punten', async (c) => {
    await asWriter(c, async (scope, entry) => {
      const worded = await readWording(scope, entry.id)
      const points = standardArticles.flatMap(({ key, covers }) => worded.has(key) ? [] : covers)
      await perform(scope, register, 'change', entry.id, { ...workingInput(entry), points: [...new Set(points)], subjects: coveredSubjects(new Set(points)), secrecy: 'agreement' }, { revision: entry.system.revision })
    })
    return c.redirect(`${baseOf(c, register)}/${c.req.param('id')}?gedaan=change`, 303)
  })

  app.get('/:id/tekst/concept/:format', async (c) => {
    const format = formatOf(c)
    const { document, options } = await onEntry(c, async (scope, entry) => {
      const content = await composeAgreement(scope, entry, await readWording(scope, entry.id))
      return printAgreement(scope, content, { name: titleOf(register, entry.input), version: null, digest: digestOf(content), isFinal: false, at: scope.now })
    })
    return sent(c, await writeReport(document, options, format), format, 'concept')
  })

  app.get('/:id/tekst/versie/:number/:format', async (c) => {
    const format = formatOf(c)
    const number = /^\d{1,6}$/.test(c.req.param('number')) ? Number(c.req.param('number')) : 0
    const made = await onEntry(c, async (scope, entry) => {
      if (format === 'pdf') return readPdf(scope, entry.id, number)
      const version = (await readTexts(scope, entry.id)).find((one) => one.number === number)
      if (!version) throw new NotFound(t('Deze versie bestaat niet.', 'This version doesn’t exist.'))
      return printAgreement(scope, version.content, { name: titleOf(register, entry.input), version: number, digest: version.digest, isFinal: true, at: version.madeAt })
    })
    return sent(c, Buffer.isBuffer(made) ? made : await writeReport(made.document, made.options, format), format, `versie-${number}`)
  })

  async function show(c: Visit, scope: Scope, entry: Entry, typed?: TextPageProps['typed'], status: Status = 200) {
    const work = workOf(register, entry)
    const content = await composeAgreement(scope, entry, await readWording(scope, entry.id))
    const versions = await readTexts(scope, entry.id)
    return showPage(c, house, register, {
      heading: t('Tekst van de overeenkomst', 'Text of the agreement'), crumbs: toEntry(c, register, entry), failed: typed !== undefined,
      lead: <p>{t(`Gemaakt uit de registers, in het Nederlands, met onze eigen standaardtekst (revisie ${workingRevision(entry)}). Laat een jurist meekijken voordat u tekent.`, `Made from the registers, in Dutch, with our own standard text (revision ${workingRevision(entry)}). Have a lawyer look before you sign.`)}</p>,
      children: <TextPage content={content} base={here(c)} versions={versions} isCurrent={versions[0]?.digest.equals(digestOf(content)) ?? false} mayWrite={isOpen(work) && mayDo(register, scope.actor, 'change', work.department, work.input)} isTicked={coversAll(workingInput(entry))} {...(typed ? { typed } : {})} />,
    }, status)
  }

  return app
}

function coversAll(input: AnyInput): boolean {
  const ticked = new Set(input.points as readonly string[])
  return standardArticles.every(({ covers }) => covers.every((point) => ticked.has(point)))
}

function formatOf(c: Visit): ReportFormat {
  const format = c.req.param('format') ?? ''
  if (!Object.hasOwn(reportTypes, format)) throw new NotFound()
  return format as ReportFormat
}

function sent(c: Visit, bytes: Buffer, format: ReportFormat, what: string): Response {
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': reportTypes[format], 'content-disposition': `${format === 'pdf' ? 'inline' : 'attachment'}; filename="verwerkersovereenkomst-${what}.${format}"`, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store',
  })
}
