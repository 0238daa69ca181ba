// Texts: the articles that somebody worded otherwise, and the versions of the text, each frozen whole with its digest and the very PDF that is sent.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { writeReport } from '../../../documents/write-report.ts'
import { seal, unseal } from '../../../ground/keys.ts'
import { Invalid, NotFound, Refused } from '../../../ground/refusals.ts'
import { personOf, type Scope } from '../../../ground/scope.ts'
import { t } from '../../../ground/words.ts'
import type { Entry } from '../../../register-kit/entry.ts'
import { writeHistory } from '../../../register-kit/history.ts'
import { agreements } from '../register.ts'
import { type AgreementContent, composeAgreement, digestOf, printAgreement } from './agreement-document.ts'
import { standardArticles } from './standard-articles.ts'

export const mostWords = 20_000

export type TextVersion = { readonly number: number; readonly madeAt: Date; readonly madeBy: string | null; readonly content: AgreementContent; readonly digest: Buffer; readonly pdfDigest: Buffer }

export async function readWording(scope: Scope, agreementId: string): Promise<Map<string, string>> {
  const rows = await scope.tx.selectFrom('agreement_article').select(['article', 'body']).where('organisation_id', '=', scope.organisation.id).where('agreement_id', '=', agreementId).execute()
  return new Map(rows.map(({ article, body }) => [article, body]))
}

/** Words an article otherwise; the standard text itself, or nothing, takes the own wording away. @throws Invalid, NotFound for an article that isn't there */
export async function wordArticle(scope: Scope, entry: Entry, key: string, typed: string): Promise<void> {
  const article = standardArticles.find((one) => one.key === key)
  if (!article) throw new NotFound()
  const body = typed.replace(/\r\n?/g, '\n').replaceAll('\0', '').trim()
  if (body.length > mostWords) throw new Invalid([{ at: 'body', message: t(`Een artikel heeft hoogstens ${mostWords.toLocaleString('nl-NL')} tekens.`, `An article has at most ${mostWords.toLocaleString('en-GB')} characters.`) }])
  const { articles } = await composeAgreement(scope, entry, await readWording(scope, entry.id))
  const now = articles.find((one) => one.key === key)!
  if (body === now.body) return
  const where = { organisation_id: scope.organisation.id, agreement_id: entry.id, article: key }
  if (body === '' || body === now.standard) await scope.tx.deleteFrom('agreement_article').where('organisation_id', '=', where.organisation_id).where('agreement_id', '=', entry.id).where('article', '=', key).execute()
  else {
    const changed = { body, changed_at: scope.now, changed_by: personOf(scope.actor) }
    await scope.tx.insertInto('agreement_article').values({ ...where, ...changed }).onConflict((on) => on.columns(['organisation_id', 'agreement_id', 'article']).doUpdateSet(changed)).execute()
  }
  await writeHistory(scope, agreements.key, [{ entryId: entry.id, verb: 'word_article', note: article.heading }])
}

/** Freezes the text as it stands now as the next version. @returns its number @throws Refused when it says what the last one says */
export async function makeText(scope: Scope, entry: Entry): Promise<number> {
  const content = await composeAgreement(scope, entry, await readWording(scope, entry.id))
  const digest = digestOf(content)
  const [last] = await readTexts(scope, entry.id)
  if (last?.digest.equals(digest)) throw new Refused(t(`Dit is precies versie ${last.number}. Er is niets veranderd.`, `This is exactly version ${last.number}. Nothing has changed.`))
  const number = (last?.number ?? 0) + 1
  const { document, options } = await printAgreement(scope, content, { name: String(entry.input.name), version: number, digest, isFinal: true, at: scope.now })
  const pdf = await writeReport(document, options, 'pdf')
  await scope.tx.insertInto('agreement_text').values({
    organisation_id: scope.organisation.id, agreement_id: entry.id, number, made_at: scope.now, made_by: personOf(scope.actor), content: JSON.stringify(content), digest,
    pdf: seal(scope.organisation.key, pdfPurpose(entry.id, number), pdf), pdf_digest: createHash('sha256').update(pdf).digest(),
  }).execute()
  await writeHistory(scope, agreements.key, [{ entryId: entry.id, verb: 'make_text', note: t(`Versie ${number}`, `Version ${number}`) }])
  return number
}

/** Newest first. */
export async function readTexts(scope: Scope, agreementId: string): Promise<TextVersion[]> {
  const { rows } = await sql<TextVersion>`
    select x.number, x.made_at as "madeAt", p.name as "madeBy", x.content, x.digest, x.pdf_digest as "pdfDigest" from agreement_text x left join person p on p.organisation_id = x.organisation_id and p.id = x.made_by
    where x.organisation_id = ${scope.organisation.id} and x.agreement_id = ${agreementId} order by x.number desc`.execute(scope.tx)
  return rows
}

/** The very file of a version. @throws NotFound; Error when its bytes aren't what was kept */
export async function readPdf(scope: Scope, agreementId: string, number: number): Promise<Buffer> {
  const found = await scope.tx.selectFrom('agreement_text').select(['pdf', 'pdf_digest']).where('organisation_id', '=', scope.organisation.id).where('agreement_id', '=', agreementId).where('number', '=', number).executeTakeFirst()
  if (!found) throw new NotFound(t('Deze versie bestaat niet.', 'This version doesn’t exist.'))
  const pdf = unseal(scope.organisation.key, pdfPurpose(agreementId, number), found.pdf)
  if (!createHash('sha256').update(pdf).digest().equals(found.pdf_digest)) throw new Error('The PDF of a version of an agreement isn’t what was kept')
  return pdf
}

const pdfPurpose = (agreementId: string, number: number): string => `agreement-text:${agreementId}:${number}`
