// Board export: the norms with how they stand, as a document to read, a table or JSON.
import type { Readable } from 'node:stream'
import type { Scope } from '../../ground/scope.ts'
import { renderPdf } from '../../documents/render-pdf.ts'
import { dayOf, sayDay } from '../../ground/clock.ts'
import { currentLanguage, say, t } from '../../ground/words.ts'
import { sayCitation } from '../../page-kit/citation.ts'
import { odsType, writeOds } from '../../register-kit/exchange/write-ods.ts'
import { csvType, type WriteColumn, writeCsv, writeXlsx, xlsxType } from '../../register-kit/exchange/write-table.ts'
import { type Board, type BoardNorm, wordsFor } from './board.ts'
import { sayEvidence } from './evidence-words.ts'
import { sayResponsible, statusWords } from './norm-words.ts'

export const exportKinds = ['pdf', 'xlsx', 'ods', 'csv', 'json'] as const
export type ExportKind = (typeof exportKinds)[number]

export async function exportBoard(kind: ExportKind, scope: Scope, { policy }: Pick<Board, 'policy'>, norms: readonly BoardNorm[]): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string }> {
  const columns: WriteColumn[] = [
    { heading: t('Norm', 'Policy norm') }, { heading: t('Tekst', 'Text'), kind: 'longText' }, { heading: t('Hoe het ervoor staat', 'How it stands') }, { heading: t('Sinds', 'Since'), kind: 'day' }, { heading: t('Waaruit dat blijkt', 'What shows this'), kind: 'longText' },
    { heading: t('Beginsel', 'Principle') }, { heading: t('Hoofdstuk', 'Chapter') }, { heading: t('Verantwoordelijk', 'Responsible') }, { heading: t('Onderdeel', 'Part') }, { heading: t('Artikel', 'Article') }, { heading: t('Lopende maatregelen', 'Open measures'), kind: 'number' },
  ]
  const rows = norms.map((one) => [
    one.norm.id, one.norm.text, say(statusWords[one.status]), one.since ?? '', one.parts.map((part) => sayEvidence(scope, part).figures).join('; '),
    ...(['beginsel', 'hoofdstuk'] as const).map((view) => wordsFor(policy.profile, one.norm, view)), sayResponsible(one.norm.role), wordsFor(policy.profile, one.norm, 'onderdeel'), one.norm.article, String(one.measures),
  ])
  switch (kind) {
    case 'xlsx': return { bytes: await whole(writeXlsx(columns, rows, t('Normen', 'Norms'))), type: xlsxType }
    case 'ods': return { bytes: await whole(writeOds(columns, rows, t('Normen', 'Norms'))), type: odsType }
    case 'csv': return { bytes: await whole(writeCsv(columns, rows)), type: csvType }
    case 'pdf': return { bytes: await asPdf(scope, policy, norms), type: 'application/pdf' }
    case 'json': return { bytes: new TextEncoder().encode(JSON.stringify(asJson(scope, policy, norms), null, 2)), type: 'application/json; charset=utf-8' }
  }
}

async function asPdf(scope: Scope, { profile, version }: Board['policy'], norms: readonly BoardNorm[]): Promise<Uint8Array<ArrayBuffer>> {
  const heading = t('Normbord', 'Norm board')
  const language = currentLanguage()
  const field = (label: string, ...values: readonly string[]) => ({ label, values: values.filter((value) => value !== '') })
  const entries = norms.map((one) => ({
    title: one.norm.text, number: one.norm.id, status: say(statusWords[one.status]),
    sections: [{
      heading: t('Hoe het ervoor staat', 'How it stands'),
      fields: [
        field(t('Waaruit dat blijkt', 'What shows this'), ...one.parts.map((part) => sayEvidence(scope, part).figures)), field(t('Sinds', 'Since'), one.since === undefined ? '' : sayDay(one.since)), field(t('Lopende maatregelen', 'Open measures'), one.measures > 0 ? String(one.measures) : ''),
        field(t('Strijdig met de wet', 'Conflicts with law'), one.norm.conflicts ?? ''), field(t('Hoofdstuk', 'Chapter'), wordsFor(profile, one.norm, 'hoofdstuk')), field(t('Artikel', 'Article'), sayCitation(one.norm.article)),
        field(t('Beginsel', 'Principle'), wordsFor(profile, one.norm, 'beginsel')), field(t('Verantwoordelijk', 'Responsible'), sayResponsible(one.norm.role)),
      ].filter(({ values }) => values.length > 0),
    }],
  }))
  const bytes = await renderPdf('register', {
    organisation: scope.organisation.name, heading, made: sayDay(scope.now), language, entries, lead: t(`${norms.length} normen van ${profile.title}, versie ${version}.`, `${norms.length} norms of ${profile.title}, version ${version}.`),
  }, { title: `${heading} – ${scope.organisation.name}`, language, day: dayOf(scope.now) })
  return new Uint8Array(bytes)
}

/** A policy has some hundred norms at most, so that a file fits in memory. */
async function whole(body: Readable): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = []
  for await (const chunk of body) chunks.push(Buffer.from(chunk as string | Uint8Array))
  return new Uint8Array(Buffer.concat(chunks))
}

function asJson(scope: Scope, policy: Board['policy'], norms: readonly BoardNorm[]): object {
  return {
    organisation: scope.organisation.slug, profile: policy.profile.key, version: policy.version, at: scope.now.toISOString(),
    norms: norms.map(({ norm, status, since, parts, measures }) => ({
      id: norm.id, text: norm.text, source: norm.src, article: norm.article, principle: norm.principle, role: norm.role, capability: norm.capability, status, since: since ?? null, openMeasures: measures,
      evidence: parts.map(({ part, status: standing, counted }) => ({ kind: part.kind, status: standing, counted: part.kind === 'manual' ? null : counted ?? null })),
    })),
  }
}
