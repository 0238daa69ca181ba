// Front page: the tasks for which citizens come to the public site of an organisation, each one click away; and how to reach the DPO.
import { t } from '../ground/words.ts'
import { PublicPage } from '../page-kit/layout.tsx'
import { ContactBlock } from './public-frame.tsx'
import type { SiteFacts } from './shared-words.ts'
import type { SitePart } from './site-frame.ts'

/** Addresses of the forms that can be filled in here, by what they are for. */
export type FormAddresses = { readonly requests?: string | undefined; readonly breaches?: string | undefined; readonly complaints?: string | undefined }
type Task = { readonly words: string; readonly href: string; readonly lead: string }

export function FrontPage({ site, forms, parts, hasStatement }: { site: SiteFacts; forms: FormAddresses; parts: readonly SitePart[]; hasStatement: boolean }) {
  const { name } = site
  return (
    <PublicPage
      heading={t('Privacy', 'Your privacy')} organisation={name} footer={<ContactBlock contact={site.contact} />} description={t(`Wat ${name} met uw gegevens doet, en wat u daarover kunt vragen.`, `What ${name} does with your data, and what you can ask about it.`)}
      lead={<p>{t(`Wat ${name} met uw gegevens doet, en wat u daarover kunt vragen.`, `What ${name} does with your data, and what you can ask about it.`)}</p>}
    >
      <ul class="wb-public-tasks">
        {tasks(site, forms, parts, hasStatement).map(({ words, href, lead }) => <li><a class="utrecht-link utrecht-link--html-a" href={href}>{words}</a><p>{lead}</p></li>)}
      </ul>
    </PublicPage>
  )
}

function tasks({ base, kind, hasDpo, contact }: SiteFacts, forms: FormAddresses, parts: readonly SitePart[], hasStatement: boolean): Task[] {
  const contactHref = `${base}/contact`
  const hasOfficer = kind !== 'firm' || hasDpo || contact.dpo !== null
  return [
    { words: t('Welke gegevens hebt u van mij?', 'Which data do you have about me?'), href: `${base}/rechten#inzage`, lead: t('Vraag wat wij van u hebben. U krijgt een kopie.', 'Ask what we have about you. You get a copy.') },
    { words: t('Iets laten verbeteren of wissen, of bezwaar maken', 'Have something corrected or erased, or object'), href: `${base}/rechten`, lead: t('Lees wat u mag vragen en hoe dat gaat.', 'Read what you may ask and how that goes.') },
    ...(forms.requests ? [{ words: t('Een verzoek doen', 'Make a request'), href: forms.requests, lead: t('U weet al wat u wilt vragen? Begin hier.', 'You know what you want to ask? Begin here.') }] : []),
    { words: t('Een datalek melden', 'Report a data breach'), href: forms.breaches ?? contactHref, lead: t('Zag u gegevens die niet voor u waren, of is er iets zoekgeraakt? Iedereen mag melden, en u hoort snel van ons.', 'Did you see data not meant for you, or is something lost? Everybody may report, and you soon hear from us.') },
    { words: t('Een klacht of een vraag', 'A complaint or a question'), href: forms.complaints ?? contactHref, lead: t('Vertel ons wat er niet goed gaat.', 'Tell us what doesn’t go well.') },
    ...(Object.values(forms).some(Boolean) ? [{ words: t('Uw zaak volgen', 'Follow your case'), href: `${base}/status`, lead: t('Hebt u al iets gevraagd of gemeld? Kijk hoe het ermee staat.', 'Did you ask or report something already? See how it stands.') }] : []),
    { words: hasOfficer ? t('Wie is de functionaris gegevensbescherming?', 'Who is the data protection officer?') : t('Bij wie moet ik zijn?', 'Whom do I turn to?'), href: contactHref, lead: t('Zo bereikt u wie op uw privacy let.', 'How to reach who watches over your privacy.') },
    { words: t('Onze privacyverklaring', 'Our privacy statement'), href: `${base}/privacyverklaring`, lead: hasStatement ? t('Wat wij met gegevens doen en waarom dat mag.', 'What we do with data and why that is allowed.') : t('Die is hier nog niet gepubliceerd.', 'It hasn’t been published here yet.') },
    ...(parts.includes('register') ? [{ words: t('Ons register', 'Our register'), href: `${base}/verwerkingen`, lead: t('Zoek op wat wij voor elke taak vastleggen.', 'Look up what we record for each task.') }] : []),
    ...(parts.includes('policies') ? [{ words: t('Ons beleid', 'Our policy'), href: `${base}/beleid`, lead: t('Wat wij met elkaar hebben afgesproken.', 'What we have agreed among ourselves.') }] : []),
  ]
}
