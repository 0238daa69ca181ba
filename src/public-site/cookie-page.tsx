// Cookie page: every cookie that these pages can set, from the list that they are set from; and what isn't done (H-10, W-15).
import { type Cookie, cookies } from '../ground/cookies.ts'
import { say, t } from '../ground/words.ts'
import { PublicPage } from '../page-kit/layout.tsx'
import { Table } from '../page-kit/table.tsx'
import { ContactBlock } from './public-frame.tsx'
import type { SiteFacts } from './shared-words.ts'

export function CookiePage({ site: { name, contact } }: { site: SiteFacts }) {
  const all: readonly Cookie[] = Object.values(cookies)
  return (
    <PublicPage
      heading={t('Cookies op deze site', 'Cookies on this site')} organisation={name} footer={<ContactBlock contact={contact} />} description={t('Alleen cookies die nodig zijn, en pas als u iets kiest.', 'Only cookies that are needed, and only when you choose something.')}
      lead={<p>{t('Wij tellen en volgen niemand. U kunt alles lezen zonder een cookie.', 'We count and follow nobody. You can read everything without a cookie.')}</p>}
    >
      <div class="wb-public-text">
        <p>{t('Alle cookies hieronder zijn nodig om iets te doen waar u zelf om vraagt. Daarvoor is geen toestemming nodig (art. 11.7a lid 3 Telecommunicatiewet), dus vragen wij die niet.', 'All cookies below are needed to do something that you ask for yourself. That needs no consent (art. 11.7a(3) Telecommunications Act), so we don’t ask for it.')}</p>
      </div>
      <CookieTable caption={t('Voor bezoekers', 'For visitors')} rows={all.filter(({ who }) => who === 'visitor')} />
      <CookieTable caption={t('Voor medewerkers die inloggen', 'For employees who sign in')} rows={all.filter(({ who }) => who === 'colleague')} />
      <div class="wb-public-text">
        <h2 class="utrecht-heading-2" id="niet">{t('Wat wij niet doen', 'What we don’t do')}</h2>
        <ul class="wb-list">
          <li>{t('Niets op deze pagina’s komt van een andere site: geen lettertypen, kaarten, filmpjes of knoppen van anderen.', 'Nothing on these pages comes from another site: no fonts, maps, films or buttons of others.')}</li>
          <li>{t('Wij bewaren niet wie welke pagina las. De server houdt alleen bij hoeveel pagina’s hij stuurde en of dat goed ging.', 'We don’t keep who read which page. The server only keeps how many pages it sent and whether that went well.')}</li>
          <li>{t('Uw IP-adres gebruikt de server kort om misbruik af te remmen; het staat in geen logboek van deze pagina’s.', 'The server uses your IP address briefly to slow down abuse; it is in no log of these pages.')}</li>
        </ul>
      </div>
    </PublicPage>
  )
}

function CookieTable({ caption, rows }: { caption: string; rows: readonly Cookie[] }) {
  return (
    <Table
      caption={caption} rows={rows} columns={[
        { key: 'name', header: t('Naam', 'Name'), names: true, cell: ({ name }) => <code lang="nl">{name}</code> }, { key: 'purpose', header: t('Waarvoor', 'What for'), cell: ({ purpose }) => say(purpose) },
        { key: 'lasts', header: t('Hoe lang', 'How long'), cell: ({ lasts }) => say(lasts) },
      ]}
    />
  )
}
