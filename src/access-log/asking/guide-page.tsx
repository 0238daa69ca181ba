// Guide page: how the access log is used in an incident, step by step (N-39).
import { assignmentsOf } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { Alert } from '../../page-kit/alerts.tsx'
import { Link } from '../../page-kit/buttons.tsx'
import { Section } from '../../page-kit/form.tsx'
import { Page } from '../../page-kit/layout.tsx'
import { Steps } from '../../page-kit/progress.tsx'
import type { House } from '../../people/house.ts'
import { logBase, type Visit } from './log-page.tsx'
import { mayAsk, mayReadLog } from './may-ask.ts'

/** For everybody of the organisation: whoever handles an incident must know what the log can tell, and who may ask it. */
export function guidePage(c: Visit, house: House) {
  const who = c.get('who')
  const base = logBase(c)
  const matter = /^[A-Za-z0-9-]{1,60}$/.exec(c.req.query('zaak') ?? '')?.[0]
  const withMatter = (path: string) => matter === undefined ? path : `${path}?zaak=${encodeURIComponent(matter)}`
  const link = (path: string, words: string) => mayAsk(who.actor) ? <Link href={withMatter(`${base}/vragen/nieuw/${path}`)}>{words}</Link> : <>{words}</>
  const isHandler = assignmentsOf(who.actor).length > 0
  return c.html(
    <Page {...house.frame(c, who)} heading={t('Het logboek bij een incident', 'The access log in an incident')} narrow crumbs={mayReadLog(who.actor) ? [{ words: t('Logboek', 'Access log'), href: base }] : []}
      lead={<p>{t('Keek iemand in gegevens die niet voor hem of haar zijn? Het logboek laat zien wie wat zag, wanneer en waarvoor.', 'Did somebody look at data that weren’t for them? The access log shows who saw what, when and what for.')}</p>}>
      {isHandler && !mayAsk(who.actor) && <Alert><p>{t('De FG, de privacy officer en de CISO mogen het logboek bevragen. Vraag hun om de stappen hieronder te doen.', 'The DPO, the privacy officer and the CISO may ask the log. Ask them to take the steps below.')}</p></Alert>}
      <Steps label={t('De stappen', 'The steps')} steps={[
        { words: t('Meld het incident meteen', 'Report the incident at once'), state: 'todo', detail: <>{t('Een eigen medewerker die meekijkt is ook een datalek. Na 72 uur moet het bij de AP gemeld zijn (art. 33 lid 1 AVG).', 'An employee who looks where they shouldn’t is a breach too. Within 72 hours it must be reported to the authority (art. 33(1) GDPR).')} <Link href={`/${who.organisation.slug}/melden`}>{t('Datalek melden', 'Report a breach')}</Link></> },
        { words: t('Zet vast wat er staat', 'Hold what is there'), state: 'todo', detail: t('Zet een bewaarbevel op de regels, zodat zij niet worden verwijderd. De verzegeling laat zien dat er niets aan is veranderd.', 'Put a hold on the records, so that they aren’t removed. The seal shows that nothing in them was changed.') },
        { words: t('Vraag wie de gegevens zag', 'Ask who saw the data'), state: 'todo', detail: <>{link('betrokkene', t('Wie zag de gegevens van deze persoon?', 'Who saw this person’s data?'))} {t('Schrijf bij de reden het nummer van het datalek. Uw vraag wordt ook vastgelegd.', 'Write the number of the breach with the reason. Your question is logged too.')}</> },
        { words: t('Vraag wat de medewerker nog meer zag', 'Ask what else the employee saw'), state: 'todo', detail: <>{link('medewerker', t('Wat zag deze medewerker?', 'What did this employee see?'))} {t('Alleen als er een aanleiding is. Kijk naar het aantal verschillende personen, tijden en verwerkingen.', 'Only with a cause. Look at the number of different people, times and activities.')}</> },
        { words: t('Vraag het de medewerker en de leidinggevende', 'Ask the employee and the manager'), state: 'todo', detail: t('Een regel zegt dát iemand keek, niet waarom. Er kan een goede verklaring zijn. Leg die vast bij het signaal.', 'A record says that somebody looked, not why. There may be a good explanation. Record it with the signal.') },
        { words: t('Exporteer en bewaar bij het datalek', 'Export and keep it with the breach'), state: 'todo', detail: t('Exporteer het antwoord als CSV of NDJSON en voeg het als bijlage toe aan het datalek, nooit per e-mail.', 'Export the answer as CSV or NDJSON and attach it to the breach, never by e-mail.') },
        { words: t('Vertel het de mensen om wie het gaat', 'Tell the people it is about'), state: 'todo', detail: t('Bij een hoog risico horen zij wie of welke afdeling hun gegevens zag (art. 34 lid 1 AVG). Wat onder geheimhouding staat, blijft eruit.', 'With a high risk they hear who or which department saw their data (art. 34(1) GDPR). What is under secrecy stays out.') },
      ]} />
      <Section heading={t('Wat het logboek wel en niet bewijst', 'What the log proves and what it doesn’t')} id="bewijs">
        <ul class="wb-list">
          <li>{t('Wat verzegeld is, kan niemand ongezien veranderen of weghalen.', 'What is sealed nobody can change or take away unseen.')}</li>
          <li>{t('Een applicatie die niet is aangesloten, legt hier niets vast. Geen regel betekent dus niet dat niemand keek.', 'An application that isn’t connected logs nothing here. No record doesn’t mean that nobody looked.')}</li>
          <li>{t('Namen staan er als code in. Zonder de sleutels van uw organisatie zegt het logboek niets over een persoon.', 'Names stand in it as codes. Without the keys of your organisation the log says nothing about a person.')}</li>
        </ul>
      </Section>
    </Page>,
  )
}
