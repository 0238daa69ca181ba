// Rights page: what citizens may ask of an organisation, how, by when they hear, and where to go when they disagree (H-10, H-31, N-58).
import { type Remedy, remediesFor } from '../case-kit/remedies.ts'
import { say, t } from '../ground/words.ts'
import { sayCitation } from '../page-kit/citation.ts'
import { sayDuration } from '../page-kit/duration.ts'
import { PublicPage } from '../page-kit/layout.tsx'

import { ContactBlock } from './public-frame.tsx'
import { type Right, rights } from './rights-words.ts'
import type { SiteFacts } from './shared-words.ts'

export type RightsProps = { readonly site: SiteFacts; /** Where a request is made, where that can be done here. */ readonly requestHref: string | undefined }

export function RightsPage({ site, requestHref }: RightsProps) {
  const { name, terms, kind, base } = site
  const askHref = requestHref ?? `${base}/contact`
  return (
    <PublicPage
      heading={t('Uw rechten', 'Your rights')} organisation={name} footer={<ContactBlock contact={site.contact} />} description={t(`Wat u ${name} over uw gegevens mag vragen, en hoe.`, `What you may ask ${name} about your data, and how.`)}
      lead={<p>{t('Het zijn uw gegevens. U mag zien wat wij ervan hebben, en vragen om er iets aan te veranderen.', 'They are your data. You may see what we have of them, and ask us to change something.')}</p>}
    >
      <div class="wb-public-text">
        <p class="wb-public-note"><strong>{t('U mag bezwaar maken.', 'You may object.')}</strong> {t('Gebruiken wij uw gegevens voor onze publieke taak of een eigen belang, dan mag u daar bezwaar tegen maken. Tegen reclame altijd', 'If we use your data for our public task or an interest of our own, you may object to that. To advertising always')} ({sayCitation('art. 21 lid 4 AVG')}). <a class="utrecht-link utrecht-link--html-a" href="#bezwaar">{t('Lees hoe', 'Read how')}</a>.</p>
        <h2 class="utrecht-heading-2" id="hoe">{t('Zo gaat het', 'How it goes')}</h2>
        <ul class="wb-list">
          <li>{requestHref ? t('Doe uw verzoek met het formulier, per brief of aan de balie. ', 'Make your request by the form, by letter or at the desk. ') : t('Doe uw verzoek per e-mail, per brief of aan de balie. ', 'Make your request by e-mail, by letter or at the desk. ')}<a class="utrecht-link utrecht-link--html-a" href={askHref}>{requestHref ? t('Naar het formulier', 'To the form') : t('Naar de contactgegevens', 'To the contact details')}</a>.</li>
          <li>{t('U hoeft niet te weten welk recht het is, en u hoeft niet te zeggen waarom u het vraagt. Schrijf wel over welk onderwerp of welke periode het gaat: dan zoeken wij sneller.', 'You needn’t know which right it is, and you needn’t say why you ask. Do write which subject or period it is about: then we search faster.')}</li>
          <li>{t('Wij gaan eerst na of u het echt bent, zodat niemand anders uw gegevens krijgt. Dat doen wij met wat wij al van u weten, of aan de balie. Een kopie van uw paspoort bewaren wij niet', 'We first check that it is really you, so that nobody else gets your data. We do so by what we know about you already, or at the desk. We don’t keep a copy of your passport')} ({sayCitation('art. 12 lid 6 AVG')}).</li>
          <li>{t('Het kost niets. Alleen als iemand steeds hetzelfde vraagt of duidelijk geen reden heeft, mogen wij kosten rekenen of weigeren', 'It is free. Only if somebody keeps asking the same or clearly has no ground, we may charge costs or refuse')} ({sayCitation('art. 12 lid 5 AVG')}).</li>
          <li>{t('Vraagt u voor een ander? Stuur dan een machtiging mee. Ouders vragen voor hun kind tot 16 jaar.', 'Do you ask for somebody else? Then send an authorisation along. Parents ask for their child under 16.')}</li>
        </ul>
        <h2 class="utrecht-heading-2" id="termijn">{t('Wanneer u antwoord krijgt', 'When you get an answer')}</h2>
        <p>{t(`Binnen ${sayDuration(terms.decide)}. Is het ingewikkeld, dan mag dat hooguit ${sayDuration(terms.extend)} langer duren; dat hoort u binnen de eerste maand`, `Within ${sayDuration(terms.decide)}. If it is complicated, that may take ${sayDuration(terms.extend)} longer at most; you hear that within the first month`)} ({sayCitation('art. 12 lid 3 AVG')}).{terms.rectify !== terms.decide && ` ${t(`Over een verbetering hoort u binnen ${sayDuration(terms.rectify)}.`, `On a correction you hear within ${sayDuration(terms.rectify)}.`)}`}{terms.profile && <> {t('Dat staat in ons beleid', 'That is in our policy')}: <span lang="nl">{terms.profile}</span>.</>}</p>
        {rights.map((right) => <RightSection right={right} askHref={right.right === 'information' ? `${base}/privacyverklaring` : askHref} />)}
        <section>
          <h2 class="utrecht-heading-2" id="toestemming">{t('Uw toestemming intrekken', 'Withdrawing your consent')}</h2>
          <p>{t('Gaf u toestemming? Dan mag u die altijd weer intrekken, net zo makkelijk als u haar gaf. Wat wij daarvoor al deden, blijft geldig', 'Did you give consent? Then you may always withdraw it, as easily as you gave it. What we did before remains valid')} ({sayCitation('art. 7 lid 3 AVG')}).</p>
        </section>
        {kind !== 'firm' && (
          <section>
            <h2 class="utrecht-heading-2" id="politiegegevens">{t('Politiegegevens', 'Police data')}</h2>
            <p>{t('Voor gegevens van bijvoorbeeld boa’s geldt de Wet politiegegevens. U mag die inzien en laten verbeteren of vernietigen', 'For data of for instance special investigating officers the Police Data Act holds. You may see them and have them corrected or destroyed')} ({sayCitation('art. 25 Wpg')}; {sayCitation('art. 28 Wpg')}).</p>
          </section>
        )}
        <h2 class="utrecht-heading-2" id="oneens">{t('Bent u het niet met ons eens?', 'Do you disagree with us?')}</h2>
        <Remedies remedies={remediesFor(kind, 'access', 'refused', placeOf(site))} />
        <h3 class="utrecht-heading-3" id="te-laat">{t('Hoort u niets van ons?', 'Don’t you hear from us?')}</h3>
        <Remedies remedies={remediesFor(kind, 'access', 'late', placeOf(site)).filter(({ key }) => key !== 'authority')} />
      </div>
    </PublicPage>
  )
}

const placeOf = ({ contact, on }: SiteFacts) => ({ dpo: contact.dpo ?? undefined, on })

function RightSection({ right: { anchor, citation, heading, lead, works, worksNot }, askHref }: { right: Right; askHref: string }) {
  return (
    <section>
      <h2 class="utrecht-heading-2" id={anchor}>{say(heading)}</h2>
      <p>{say(lead)} ({sayCitation(citation)})</p>
      <p><strong>{t('Dit werkt', 'This works')}</strong></p>
      <ul class="wb-list">{works.map((words) => <li>{say(words)}</li>)}</ul>
      <p><strong>{t('Dit werkt niet altijd', 'This doesn’t always work')}</strong></p>
      <ul class="wb-list">{worksNot.map((words) => <li>{say(words)}</li>)}</ul>
      <p><a class="utrecht-link utrecht-link--html-a" href={askHref}>{t('Vraag dit aan', 'Ask for this')}: {say(heading).toLowerCase()}</a></p>
    </section>
  )
}

function Remedies({ remedies }: { remedies: readonly Remedy[] }) {
  return <ul class="wb-list">{remedies.map(({ heading, words, citation }) => <li><strong>{say(heading)}.</strong> {say(words)} ({sayCitation(citation)})</li>)}</ul>
}
