// Board export: the norms with how they stand, as a table or as JSON.
import type { Readable } from 'node:stream'
import type { Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { odsType, writeOds } from '../../register-kit/exchange/write-ods.ts'
import { csvType, type WriteColumn, writeCsv, writeXlsx, xlsxType } from '../../register-kit/exchange/write-table.ts'
import { type Board, type BoardNorm, wordsFor } from './board.ts'
import { sayEvidence } from './evidence-words.ts'
import { sayResponsible, statusWords } from './norm-words.ts'

export const exportKinds = ['xlsx', 'ods', 'csv', 'json'] as const
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
    case 'json': return { bytes: new TextEncoder().encode(JSON.stringify(asJson(scope, policy, norms), null, 2)), type: 'application/json; charset=utf-8' }
  }
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
