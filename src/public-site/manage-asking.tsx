// Manage asking: for each processing activity a short text and a piece of HTML to put on a form, with the fixed address of its explanation (art. 13 AVG; H-10, P-17).
import { currentLanguage, type Language, t } from '../ground/words.ts'
import { Link } from '../page-kit/buttons.tsx'
import { Section } from '../page-kit/form.tsx'
import { TextArea } from '../page-kit/inputs.tsx'
import type { PublishedNotice } from './statements.ts'

export function AskingSnippets({ notices, chosen, here, address }: { notices: readonly PublishedNotice[]; chosen: PublishedNotice | undefined; here: string; address: (entryId: string) => string }) {
  if (notices.length === 0) return <p>{t('Publiceer eerst de privacyverklaring; daarna staat hier voor elke verwerking een tekst om over te nemen.', 'Publish the privacy statement first; after that there is a text to copy here for each processing activity.')}</p>
  return (
    <>
      {chosen && <Snippets notice={chosen} address={address(chosen.entryId)} />}
      <Section heading={t('Kies een verwerking', 'Choose a processing activity')} id="kies">
        <ul class="wb-list">{notices.map(({ entryId, content }) => <li><Link href={`${here}?verwerking=${entryId}`}><span lang="nl">{content.name}</span></Link></li>)}</ul>
      </Section>
    </>
  )
}

function Snippets({ notice: { content }, address }: { notice: PublishedNotice; address: string }) {
  const language = currentLanguage()
  return (
    <Section heading={content.name} id="tekst">
      <TextArea name="tekst" label={t('Als tekst', 'As text')} rows={5} readonly value={plainSnippet(content[language].asking, address, language)} />
      <TextArea name="html" label={t('Als HTML', 'As HTML')} rows={5} readonly value={htmlSnippet(content[language].asking, address, language)} />
      <p><Link href={address}>{t('Bekijk de uitleg zoals inwoners haar lezen', 'View the explanation as citizens read it')}</Link></p>
    </Section>
  )
}

const more = { nl: 'Meer uitleg', en: 'More explanation' } as const

export function plainSnippet(asking: string, address: string, language: Language): string {
  return `${asking} ${more[language]}: ${address}`
}

/** Nothing in it but words and one link: no script, no style, nothing that is fetched. */
export function htmlSnippet(asking: string, address: string, language: Language): string {
  return `<p lang="${language}">${escaped(asking)} <a href="${escaped(address)}">${more[language]}</a></p>`
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
