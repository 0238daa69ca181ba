// Agreement document: the text of an agreement as it stands now: the standard articles filled from the registers, with what people worded otherwise, the annexes and the signatures; and the digest of it all.
import { createHash } from 'node:crypto'
import type { Block, ReportDocument } from '../../../documents/report-shapes.ts'
import type { Picture } from '../../../documents/render-pdf.ts'
import { dayOf } from '../../../ground/clock.ts'
import type { Scope } from '../../../ground/scope.ts'
import { inLanguage, t } from '../../../ground/words.ts'
import { readLogo, readTheme } from '../../../people/house-styles.ts'
import type { Entry } from '../../../register-kit/entry.ts'
import { workingInput } from '../../../register-kit/lifecycle.ts'
import type { AgreementInput } from '../rules-shape.ts'
import { type AgreementFacts, dayOrOpen, gatherFacts } from './agreement-facts.ts'
import { annexBlocks } from './annexes.ts'
import { standardArticles } from './standard-articles.ts'

export type WordedArticle = { readonly key: string; readonly heading: string; readonly standard: string; readonly body: string }

/** All of a text, as it is frozen in a version. */
export type AgreementContent = {
  readonly title: string
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly opening: string
  readonly articles: readonly WordedArticle[]
  readonly annexes: readonly Block[]
  readonly signatures: Extract<Block, { kind: 'signatures' }>
}

/** `worded`: bodies of people, by the key of the article. */
export async function composeAgreement(scope: Scope, entry: Entry, worded: ReadonlyMap<string, string>): Promise<AgreementContent> {
  const input = workingInput(entry) as AgreementInput
  return contentOf(await gatherFacts(scope, input), worded)
}

/** Pure. */
export function contentOf(facts: AgreementFacts, worded: ReadonlyMap<string, string>): AgreementContent {
  const { input, us, them } = facts
  return {
    title: 'Verwerkersovereenkomst',
    facts: [
      { label: 'Verantwoordelijke', value: [us.name, us.address].filter(Boolean).join(', ') }, { label: 'Verwerker', value: [them.name, them.chamberNumber && `KvK ${them.chamberNumber}`, them.country].filter(Boolean).join(', ') },
      { label: 'Nummer', value: input.number ?? '' }, { label: 'Hoort bij', value: input.main_contract ?? '' },
    ].filter(({ value }) => value !== ''),
    opening: 'Deze overeenkomst regelt hoe de Verwerker met persoonsgegevens omgaat die hij voor de Verantwoordelijke verwerkt (art. 28 lid 3 AVG).',
    articles: standardArticles.map((article) => {
      const standard = article.body(facts)
      return { key: article.key, heading: article.heading, standard, body: worded.get(article.key) ?? standard }
    }),
    annexes: annexBlocks(facts),
    signatures: {
      kind: 'signatures', parties: [
        { party: us.name, name: input.own_signatory ?? '', function: input.own_signatory_role ?? '', date: input.own_signed_on === null ? '' : dayOrOpen(input.own_signed_on) },
        { party: them.name, name: input.their_signatory ?? '', function: input.their_signatory_role ?? '', date: input.their_signed_on === null ? '' : dayOrOpen(input.their_signed_on) },
      ],
    },
  }
}

/** Over the words themselves, whatever the order in which the database gives them back. */
export function digestOf({ title, facts, opening, articles, annexes, signatures }: AgreementContent): Buffer {
  const annexed = annexes.map((block) => Object.entries(block).toSorted(([left], [right]) => left < right ? -1 : 1))
  const whole = [title, facts.map(({ label, value }) => [label, value]), opening, articles.map(({ key, heading, standard, body }) => [key, heading, standard, body]), annexed, signatures.parties.map((one) => [one.party, one.name, one.function, one.date])]
  return createHash('sha256').update(JSON.stringify(whole)).digest()
}

export type PrintableAgreement = { readonly document: ReportDocument; readonly options: { readonly title: string; readonly day: string; readonly logo?: Picture } }

/** As it comes on paper, in the house style; `version` none: a draft, and marked as one. */
export async function printAgreement(scope: Scope, content: AgreementContent, { name, version, digest, isFinal, at }: { readonly name: string; readonly version: number | null; readonly digest: Buffer; readonly isFinal: boolean; readonly at: Date }): Promise<PrintableAgreement> {
  const theme = await readTheme(scope)
  const logo = theme.logo === null ? undefined : await readLogo(scope)
  return inLanguage('nl', () => ({
    document: {
      organisation: scope.organisation.name, letterhead: theme.letterhead, accent: theme.accent, hasLogo: logo !== undefined, language: 'nl' as const,
      mark: isFinal ? null : t('Concept', 'Draft'), title: content.title, subtitle: name,
      facts: [...content.facts, ...(version === null ? [] : [{ label: 'Versie van de tekst', value: `${version}, kenmerk ${digest.toString('hex').slice(0, 16)}` }])],
      blocks: [
        { kind: 'text' as const, markdown: content.opening },
        ...content.articles.flatMap(({ heading, body }, index): Block[] => [{ kind: 'heading', level: 1, text: `Artikel ${index + 1}. ${heading}` }, { kind: 'text', markdown: body }]),
        { kind: 'heading' as const, level: 1 as const, text: 'Ondertekening' }, content.signatures, ...content.annexes,
      ],
    },
    options: { title: `${content.title} – ${name}`, day: dayOf(at), ...(logo ? { logo: { kind: kinds[logo.type], bytes: logo.bytes } } : {}) },
  }))
}

const kinds = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' } as const
