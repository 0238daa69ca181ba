// Report routes: the report of an assessment as PDF/UA, DOCX or ODT: as it stands now, marked as a draft where nothing was adopted, or as it was frozen at adoption.
import { Hono } from 'hono'
import { type ReportFormat, reportTypes, writeReport, type ReportOptions } from '../../documents/write-report.ts'
import type { ReportDocument } from '../../documents/report-shapes.ts'
import { dayOf, sayMoment } from '../../ground/clock.ts'
import { NotFound } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { currentLanguage, inLanguage, t } from '../../ground/words.ts'
import type { House } from '../../people/house.ts'
import { readLogo, readTheme } from '../../people/house-styles.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { loadEntry } from '../../register-kit/perform.ts'
import { entryId, recordPersons } from '../../register-kit/web/visit.tsx'
import { frozenReports } from './frozen-report.ts'
import { assessments as register } from './register.ts'
import { type ReportContent, reportOf } from './report-of.ts'

const pictureKinds = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' } as const
type Written = { readonly document: ReportDocument; readonly options: ReportOptions; readonly name: string }

/** For `registerDoors`: `/:id/rapport/:file` and `/:id/rapport/versie/:version/:file`. */
export function reportRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()

  app.get('/:id/rapport/:file', async (c) => {
    const id = entryId(c, register)
    const format = formatOf(c.req.param('file'))
    const written = await scopeOf(c, house, async (scope): Promise<Written> => {
      const entry = await loadEntry(scope, register, id)
      await recordPersons(scope, register, entry.input, 'opgehaald als rapport')
      const content = await reportOf(scope, entry)
      return printed(scope, content, entry.system.version === 0 ? t('Concept', 'Draft') : t('Stand van nu', 'As it stands'), currentLanguage(), [])
    })
    return file(c, written, format)
  })

  app.get('/:id/rapport/versie/:version/:file', async (c) => {
    const id = entryId(c, register)
    const format = formatOf(c.req.param('file'))
    const version = c.req.param('version')
    const written = await scopeOf(c, house, async (scope): Promise<Written> => {
      const entry = await loadEntry(scope, register, id)
      const [frozen] = /^\d{1,6}$/.test(version) ? await frozenReports(scope, id, Number(version)) : []
      if (!frozen) throw new NotFound(t('Dit rapport bestaat niet.', 'This report doesn’t exist.'))
      await recordPersons(scope, register, entry.input, 'opgehaald als vastgesteld rapport')
      const more = inLanguage('nl', () => [{ label: t('Vastgelegd op', 'Kept since'), value: sayMoment(frozen.madeAt) }, { label: t('Kenmerk (SHA-256)', 'Digest (SHA-256)'), value: frozen.digest }])
      return printed(scope, frozen.content, null, 'nl', more)
    })
    return file(c, written, format)
  })

  return app
}

async function file(c: { body(data: Buffer, status: 200, headers: Record<string, string>): Response }, { document, options, name }: Written, format: ReportFormat): Promise<Response> {
  return c.body(await writeReport(document, options, format), 200, { 'content-type': reportTypes[format], 'content-disposition': `attachment; filename="${name}.${format}"` })
}

/** @throws NotFound for what is no format */
function formatOf(file: string): ReportFormat {
  const format = /^rapport\.(pdf|docx|odt)$/.exec(file)?.[1]
  if (!format) throw new NotFound()
  return format as ReportFormat
}

async function printed(scope: Scope, content: ReportContent, mark: string | null, language: 'nl' | 'en', more: readonly { label: string; value: string }[]): Promise<Written> {
  const theme = await readTheme(scope)
  const logo = theme.logo === null ? undefined : await readLogo(scope)
  return {
    document: { organisation: scope.organisation.name, letterhead: theme.letterhead, accent: theme.accent, hasLogo: logo !== undefined, language, mark, ...content, facts: [...content.facts, ...more] },
    options: { title: `${content.title} – ${scope.organisation.name}`, day: dayOf(scope.now), ...(logo ? { logo: { kind: pictureKinds[logo.type], bytes: logo.bytes } } : {}) }, name: 'rapport',
  }
}
