// Policy PDF: a version of a document as a PDF/UA: its text with headings, and the decisions on it.
import type { EntryDocument } from '../../documents/document-shapes.ts'
import { assertFits } from '../../documents/document-size.ts'
import { textBlocks } from '../../documents/text-blocks.ts'
import { dayOf, sayDay } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'
import { currentLanguage, type Language, say, t } from '../../ground/words.ts'
import type { Version } from '../../register-kit/versions.ts'
import { sayTerm } from './adoption-section.tsx'
import { readAdoptions } from './adoptions.ts'
import { fields } from './declaration.ts'
import { policyDocuments as register } from './register.ts'

export type PolicyPrint = { readonly document: EntryDocument; readonly options: { readonly title: string; readonly language: Language; readonly day: string } }

/** What is to be set, for `renderPdf('entry', …)` outside the transaction. @throws TooLarge */
export async function policyPrint(scope: Scope, id: string, { version, snapshot: { input }, activatedAt }: Version): Promise<PolicyPrint> {
  const { title, number, kind, summary, text } = input as { title: string; number: string | null; kind: string | null; summary: string | null; text: string | null }
  const decisions = await readAdoptions(scope, [id], { version })
  const kindWords = fields.kind.choices.find(({ key }) => key === kind)?.words
  const language = currentLanguage()
  const document: EntryDocument = {
    organisation: scope.organisation.name, heading: kindWords ? say(kindWords) : say(register.words.many), lead: summary ?? '', made: sayDay(scope.now), language,
    entry: { title, number: number ?? '', status: t(`versie ${version}, ${sayDay(activatedAt)}`, `version ${version}, ${sayDay(activatedAt)}`), sections: [{ heading: t('De tekst', 'The text'), fields: [], texts: [textBlocks(text ?? '')] }] },
    tables: [{
      heading: t('Voor wie het geldt', 'For whom it holds'), none: t('Geen orgaan is aan deze versie gebonden.', 'No body is bound by this version.'), columns: [t('Orgaan', 'Body'), t('Besluit', 'Decision'), t('Geldt', 'Holds')],
      rows: decisions.map((one) => [one.body, [sayDay(one.adoptedOn), one.decisionNumber].filter(Boolean).join(', '), sayTerm(one)]),
    }],
  }
  assertFits(document)
  return { document, options: { title: `${title} – ${scope.organisation.name}`, language, day: dayOf(scope.now) } }
}
