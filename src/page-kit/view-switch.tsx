// View switch: another language or other colours, by plain buttons that come back to the same page.
import { currentLanguage, type Language } from '../ground/words.ts'
import { Icon } from './icons.tsx'
import { currentReader, languageCookie, schemeCookie, schemes } from './reader.ts'
import { text } from './texts.ts'

/** Where the choices are sent; the front door answers there. */
export const languageAddress = '/taal'
export const schemeAddress = '/kleuren'

/** Names of the languages in themselves, so that who reads no Dutch recognises the own one. */
const names: Record<Language, string> = { nl: 'Nederlands', en: 'English' }

/** One button: the other language. */
export function LanguageSwitch() {
  const reader = currentReader()
  if (!reader) return <></>
  return (
    <form class="wb-language" method="post" action={languageAddress}>
      <input type="hidden" name="adres" value={reader.address} />
      <LanguageButton />
    </form>
  )
}

/** The other language, and the colours: as the device, light or dark. Stands at the foot of every page. */
export function ViewSwitch() {
  const reader = currentReader()
  if (!reader) return <></>
  return (
    <div class="wb-view" role="group" aria-label={text('viewing')}>
      <LanguageSwitch />
      <form class="wb-view__colours" method="post" action={schemeAddress}>
        <input type="hidden" name="adres" value={reader.address} />
        <span class="wb-view__title">{text('colours')}</span>
        {schemes.map((scheme) => <button class="wb-view__button" type="submit" name={schemeCookie} value={scheme} aria-pressed={scheme === reader.scheme ? 'true' : 'false'}>{text(scheme)}</button>)}
      </form>
    </div>
  )
}

function LanguageButton() {
  const other: Language = currentLanguage() === 'nl' ? 'en' : 'nl'
  return <button class="wb-view__button" type="submit" name={languageCookie} value={other} lang={other}><Icon name="globe" />{names[other]}</button>
}
