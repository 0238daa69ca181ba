// Contact page: how to reach the DPO and the organisation, what the DPO does for citizens, and where else they can go (art. 13 lid 1 onder b en art. 38 lid 4 AVG; H-08).
import { t } from '../ground/words.ts'
import { sayCitation } from '../page-kit/citation.ts'
import { PublicPage } from '../page-kit/layout.tsx'
import type { FormAddresses } from './front-page.tsx'
import { PiecesView } from './pieces-view.tsx'
import { ContactBlock } from './public-frame.tsx'
import { complaintPiece, dpoPiece, type SiteFacts } from './shared-words.ts'

export function ContactPage({ site, forms }: { site: SiteFacts; forms: FormAddresses }) {
  const { name, contact, base } = site
  const links = [
    { href: forms.requests ?? `${base}/rechten`, words: t('Een verzoek over uw gegevens', 'A request about your data') }, ...(forms.breaches ? [{ href: forms.breaches, words: t('Een datalek melden', 'Report a data breach') }] : []),
    ...(forms.complaints ? [{ href: forms.complaints, words: t('Een klacht of een vraag', 'A complaint or a question') }] : []),
  ]
  return (
    <PublicPage heading={t('Contact en FG', 'Contact and DPO')} organisation={name} footer={name} description={t(`Zo bereikt u ${name} en de functionaris gegevensbescherming.`, `How to reach ${name} and the data protection officer.`)}>
      <div class="wb-public-text">
        <PiecesView pieces={[dpoPiece(site)]} />
        {contact.dpo !== null && <p>{t('U mag de FG alles vragen over uw gegevens en uw rechten', 'You may ask the DPO anything about your data and your rights')} ({sayCitation('art. 38 lid 4 AVG')}). {t('De FG neemt geen besluiten voor ons, maar kijkt wel of wij het goed doen.', 'The DPO takes no decisions for us, but does watch whether we do it well.')}</p>}
        <h2 class="utrecht-heading-2" id="bereiken">{t('Zo bereikt u ons', 'How to reach us')}</h2>
        <ContactBlock contact={contact} />
        <h2 class="utrecht-heading-2" id="regelen">{t('Meteen regelen', 'Arrange it right away')}</h2>
        <ul class="wb-list">{links.map(({ href, words }) => <li><a class="utrecht-link utrecht-link--html-a" href={href}>{words}</a></li>)}</ul>
        <PiecesView pieces={[complaintPiece(site, { isOnContactPage: true })]} />
      </div>
    </PublicPage>
  )
}
