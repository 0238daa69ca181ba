// Letter document: a letter as it comes on paper: the organisation's letterhead and house style, to whom, the facts above it, and its text.
import type { LetterDocument, LetterPage } from '../../documents/document-shapes.ts'
import { letterBlocks } from '../../documents/letter-blocks.ts'
import { type Picture, renderPdf } from '../../documents/render-pdf.ts'
import { dayOf, sayDay } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'
import { inLanguage, type Language, t } from '../../ground/words.ts'
import { readLogo, readTheme } from '../../people/house-styles.ts'
import type { LetterContent } from './letter-store.ts'

export type Printed = { readonly document: LetterDocument; readonly options: { readonly title: string; readonly language: Language; readonly day: string; readonly logo?: Picture } }
export type Worded = Pick<LetterContent, 'addressee' | 'address' | 'subject' | 'body'>

/** Letters under one letterhead, in their language; `number` is that of the case. A draft is marked as one. */
export async function printLetters(scope: Scope, letters: readonly Worded[], { language, number, isDraft, at = scope.now }: { readonly language: Language; readonly number: string; readonly isDraft: boolean; readonly at?: Date }): Promise<Printed> {
  const theme = await readTheme(scope)
  const logo = theme.logo === null ? undefined : await readLogo(scope)
  const about = await scope.tx.selectFrom('organisation').select(['name', 'contact_address', 'contact_email', 'contact_phone', 'website']).where('id', '=', scope.organisation.id).executeTakeFirstOrThrow()
  return inLanguage(language, () => ({
    document: {
      organisation: about.name, letterhead: theme.letterhead, accent: theme.accent, hasLogo: logo !== undefined, language, mark: isDraft ? t('Concept', 'Draft') : null,
      sender: [...(about.contact_address ?? '').split('\n'), about.contact_phone, about.contact_email, about.website?.replace(/^https?:\/\//, '')].map((line) => (line ?? '').trim()).filter((line) => line !== ''),
      letters: letters.map((letter) => page(letter, number, at)),
    },
    options: { title: `${letters[0]?.subject ?? ''} – ${about.name}`, language, day: dayOf(at), ...(logo ? { logo: { kind: kinds[logo.type], bytes: logo.bytes } } : {}) },
  }))
}

/** As PDF/UA. A logo that can't be set doesn't keep a letter from being made: then it stands there without. */
export async function letterPdf({ document, options }: Printed): Promise<Buffer> {
  try {
    return Buffer.from(await renderPdf('letter', document, options))
  } catch (error) {
    if (!document.hasLogo) throw error
    const { logo: _, ...rest } = options
    return Buffer.from(await renderPdf('letter', { ...document, hasLogo: false }, rest))
  }
}

const kinds = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' } as const

function page({ addressee, address, subject, body }: Worded, number: string, at: Date): LetterPage {
  return {
    to: [addressee ?? '', ...(address ?? '').split('\n')].map((line) => line.trim()).filter((line) => line !== ''),
    facts: [{ label: t('Datum', 'Date'), value: sayDay(dayOf(at)) }, ...(number === '' ? [] : [{ label: t('Ons nummer', 'Our number'), value: number }])],
    subject, blocks: letterBlocks(body),
  }
}
