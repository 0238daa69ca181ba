// Accessibility page: the statement in the order of the Dutch model for public bodies (status, what was examined, what doesn't work, contact, escalation); for firms a text of their own.
import { sayDay } from '../ground/clock.ts'
import { currentLanguage, say, t } from '../ground/words.ts'
import { sayCitation } from '../page-kit/citation.ts'
import { PublicPage } from '../page-kit/layout.tsx'
import { accessibilityStatus, automaticCheck, statusWords } from './accessibility-status.ts'
import { lines } from '../register-kit/web/field-value.tsx'
import { ContactBlock } from './public-frame.tsx'
import type { SiteFacts } from './shared-words.ts'
import type { SiteSettings } from './site-settings.ts'

export function AccessibilityPage({ site, settings, updatedOn }: { site: SiteFacts; settings: SiteSettings; updatedOn: string | null }) {
  const { name, kind, contact, on } = site
  const isPublicBody = kind !== 'firm'
  const status = accessibilityStatus(settings, on)
  const isEnglish = currentLanguage() === 'en'
  const issues = isEnglish && settings.known_issues_en ? settings.known_issues_en : settings.known_issues
  const reach = settings.accessibility_contact ?? contact.email ?? contact.phone
  return (
    <PublicPage
      heading={t('Toegankelijkheid', 'Accessibility')} organisation={name} footer={<ContactBlock contact={contact} />} description={t(`Hoe toegankelijk deze pagina’s van ${name} zijn, en waar u een probleem meldt.`, `How accessible these pages of ${name} are, and where you report a problem.`)}
      lead={<p>{t(`Iedereen moet deze pagina’s van ${name} kunnen gebruiken: ook met een toetsenbord, een schermlezer of een telefoon, en zonder JavaScript.`, `Everybody must be able to use these pages of ${name}: also with a keyboard, a screen reader or a telephone, and without JavaScript.`)}</p>}
    >
      <div class="wb-public-text">
        {isPublicBody && (
          <section>
            <h2 class="utrecht-heading-2" id="status">{t('Status', 'Status of compliance')}</h2>
            <p><strong>{say(statusWords[status].name)}.</strong> {say(statusWords[status].means)}</p>
            <p>{t(`${name} is verplicht om te voldoen aan EN 301 549, waarin WCAG 2.1 niveau A en AA staat`, `${name} must meet European standard 301 549, which holds WCAG 2.1 levels A and AA`)} ({sayCitation('art. 2 Besluit digitale toegankelijkheid overheid')}). {t('Deze verklaring gaat over de openbare privacypagina’s, niet over andere websites van ons.', 'This statement is about the public privacy pages, not about other websites of ours.')}</p>
          </section>
        )}
        <h2 class="utrecht-heading-2" id="onderzoek">{t('Wat er is onderzocht', 'What has been examined')}</h2>
        {settings.audited_on === null
          ? <p>{t('Nog geen buitenstaander heeft deze pagina’s onderzocht.', 'No outside party has audited these pages yet.')}</p>
          : <p>{t('Onderzocht op', 'Audited on')} {sayDay(settings.audited_on)}, {t('door', 'by')} <span lang="nl">{settings.audited_by}</span>.{settings.audit_report && <> <a class="utrecht-link utrecht-link--html-a" href={settings.audit_report}>{t('Lees het rapport', 'Read the report')}</a>.</>}</p>}
        <p>{t(`Een computer controleert elke uitgave van deze software met ${automaticCheck.tool} op WCAG 2.2 A en AA, op een scherm van 320 punten breed en zonder JavaScript; laatst aangescherpt op ${sayDay(automaticCheck.on)}. Zo’n controle vindt niet alles.`,
          `A computer checks each release of this software with ${automaticCheck.tool} against WCAG 2.2 A and AA, on a screen 320 pixels wide and without JavaScript; last sharpened on ${sayDay(automaticCheck.on)}. Such a check doesn’t find everything.`)}</p>
        {settings.audit_planned_on !== null && settings.audit_planned_on >= on && <p>{t('Er staat een onderzoek gepland op', 'An audit is planned on')} {sayDay(settings.audit_planned_on)}.</p>}
        <h2 class="utrecht-heading-2" id="problemen">{t('Wat nog niet goed werkt', 'What doesn’t work well yet')}</h2>
        {issues === null ? <p>{t('Er zijn ons geen problemen bekend. Dat wil niet zeggen dat ze er niet zijn.', 'We know of no problems. That doesn’t mean that there are none.')}</p> : <p lang={issues === settings.known_issues_en && isEnglish ? undefined : 'nl'}>{lines(issues)}</p>}
        <h2 class="utrecht-heading-2" id="melden">{t('Werkt iets niet voor u?', 'Doesn’t something work for you?')}</h2>
        <p>{t('Vertel het ons. U krijgt dan ook de informatie op een manier die wel voor u werkt.', 'Tell us. You then also get the information in a way that does work for you.')} {reach && <>{t('U bereikt ons zo', 'You reach us like this')}: {reach}.</>}</p>
        {isPublicBody
          ? (
            <>
              <h2 class="utrecht-heading-2" id="oneens">{t('Lossen wij het niet op?', 'Don’t we solve it?')}</h2>
              <p>{t('Bent u niet tevreden met ons antwoord? Dien dan eerst een klacht bij ons in. Helpt dat niet, dan kunt u naar de', 'Aren’t you content with our answer? Then first lodge a complaint with us. If that doesn’t help, you can turn to the')} <a class="utrecht-link utrecht-link--html-a" href="https://www.nationaleombudsman.nl">{t('Nationale ombudsman', 'National Ombudsman')}</a>.</p>
              <p class="wb-subtle">{settings.signed_by ? <>{t('Vastgesteld door', 'Adopted by')}: <span lang="nl">{settings.signed_by}</span>. </> : t('Deze verklaring is nog niet vastgesteld door iemand die daarvoor mag tekenen. ', 'This statement hasn’t been adopted yet by somebody who may sign for it. ')}{updatedOn && t(`Laatst bijgewerkt op ${sayDay(updatedOn)}.`, `Last updated on ${sayDay(updatedOn)}.`)}</p>
            </>
          )
          : <p>{t('Voelt u zich ongelijk behandeld door een beperking? Dan kunt u ook naar het', 'Do you feel treated unequally because of a disability? Then you can also turn to the')} <a class="utrecht-link utrecht-link--html-a" href="https://www.mensenrechten.nl">{t('College voor de Rechten van de Mens', 'Netherlands Institute for Human Rights')}</a>.</p>}
      </div>
    </PublicPage>
  )
}
