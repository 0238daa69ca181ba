// Status page view: what whoever brought a case reads of it: never a colleague's name, a note or anybody else's.
import { sayDay, sayMoment } from '../ground/clock.ts'
import { say, t } from '../ground/words.ts'
import { Alert, StatusBadge } from '../page-kit/alerts.tsx'
import { ButtonGroup, ButtonLink, Link } from '../page-kit/buttons.tsx'
import { sayCitation } from '../page-kit/citation.ts'
import { DescriptionList } from '../page-kit/document.tsx'
import { Section } from '../page-kit/form.tsx'
import { Steps } from '../page-kit/progress.tsx'
import { answerHeading } from '../case-kit/log-answers/answer-words.ts'
import type { OutsideLetter } from '../case-kit/letters/letters.ts'
import type { CaseNews } from '../case-kit/outside.ts'
import type { OutsidePackage } from '../case-kit/packages/outside-packages.ts'
import { type Followed } from '../case-kit/status-links/links.ts'
import { saySize } from '../register-kit/collaboration/attachments-part.tsx'
import { lines } from '../register-kit/web/field-value.tsx'
import type { OutsideStep } from './status-page-steps.tsx'

type View = { base: string; slug: string; followed: Followed; news: CaseNews; letters: readonly OutsideLetter[]; packages: readonly OutsidePackage[]; log: string | undefined; steps: readonly OutsideStep[]; done: string | undefined }

export function CaseView({ base, slug, followed, news, letters, packages, log, steps, done }: View) {
  const current = news.steps.findIndex(({ isDone }) => !isDone)
  return (
    <>
      {done && <Alert tone="ok"><p>{done}</p></Alert>}
      <p><StatusBadge tone={news.tone}>{say(news.status)}</StatusBadge></p>
      <p>{say(news.lead)}</p>
      <p>{t('Ontvangen op', 'Received on')} {sayMoment(followed.receivedAt)}.{news.dueOn !== null && <> {t('U krijgt uiterlijk antwoord op', 'You get an answer on')} <strong>{sayDay(news.dueOn)}</strong>{t('.', ' at the latest.')}</>}</p>
      <Section heading={t('Wat er gebeurt', 'What happens')} id="stappen">
        <Steps label={t('Stappen', 'Steps')} steps={news.steps.map(({ words, at, isDone }, index) => ({ words: say(words), state: isDone ? 'done' : index === current ? 'current' : 'todo', detail: at === null ? undefined : sayDay(at) }))} />
      </Section>
      {(letters.length > 0 || packages.length > 0 || log) && (
        <Section heading={t('Brieven en bestanden voor u', 'Letters and files for you')} id="brieven">
          <ul class="wb-values">
            {letters.map(({ id, subject, language, sentOn }) => <li><Link href={`${base}/brieven/${id}`}><span lang={language}>{subject}</span> (PDF)</Link> <span class="wb-subtle">{sayDay(sentOn)}</span></li>)}
            {packages.map(({ path, kind, endsAt, size }) => <li><Link href={path}>{kind === 'access' ? t('Uw gegevens', 'Your data') : t('Uw gegevens om mee te nemen', 'Your data to take along')}</Link> <span class="wb-subtle">({saySize(size)}, {t(`op te halen tot ${sayMoment(endsAt)}`, `to be fetched until ${sayMoment(endsAt)}`)})</span></li>)}
            {log && <li><Link href={log}>{answerHeading()}</Link> <span class="wb-subtle">{t('(met dezelfde code)', '(with the same code)')}</span></li>}
          </ul>
        </Section>
      )}
      {news.toCheck && (
        <Section heading={say(news.toCheck.heading)} id="nakijken">
          <DescriptionList terms={news.toCheck.rows.map(({ words, text }) => ({ term: say(words), description: text === '' ? undefined : <span lang="nl">{lines(text)}</span> }))} />
        </Section>
      )}
      {steps.length > 0 && (
        <Section heading={t('Wat u zelf kunt doen', 'What you can do yourself')} id="doen">
          <ButtonGroup>{steps.map(({ key, words, isDanger }) => <ButtonLink look={isDanger ? 'danger' : 'secondary'} href={`${base}/${key}`}>{say(words)}</ButtonLink>)}</ButtonGroup>
        </Section>
      )}
      {news.remedies && news.remedies.length > 0 && (
        <Section heading={t('Bent u het er niet mee eens?', 'Don’t you agree?')} id="oneens">
          <ul class="wb-values">{news.remedies.map(({ heading, words, citation }) => <li><strong>{say(heading)}</strong><br />{say(words)} <span class="wb-subtle">({sayCitation(citation)})</span></li>)}</ul>
        </Section>
      )}
      <KeepSafe slug={slug} />
    </>
  )
}

/** It was sent, and nobody has made a case of it yet. */
export function WaitingView({ followed: { formState, receivedAt, number } }: { followed: Followed }) {
  if (formState === 'refused') return <Alert tone="warning" heading={t('Dit bericht nemen wij niet in behandeling', 'We don’t deal with this message')}><p>{t('Het leek door een programma te zijn verstuurd. Klopt dat niet? Neem dan contact met ons op.', 'It seemed to be sent by a program. Isn’t that right? Then contact us.')}</p></Alert>
  return (
    <>
      <p><StatusBadge tone="info">{t('Ontvangen', 'Received')}</StatusBadge></p>
      <p>{t(`Wij hebben uw bericht met nummer ${number} ontvangen op ${sayMoment(receivedAt)}. Een medewerker kijkt ernaar; daarna ziet u hier hoe het ermee staat.`, `We received your message with number ${number} on ${sayMoment(receivedAt)}. A colleague looks at it; after that you see here how it stands.`)}</p>
    </>
  )
}

function KeepSafe({ slug }: { slug: string }) {
  return <p class="wb-subtle wb-small">{t('Deze pagina is alleen te vinden met uw eigen link. Wie de link heeft, kan meekijken: stuur haar niet door.', 'This page can be found only with your own link. Whoever has the link can look along: don’t pass it on.')} <Link href={`/openbaar/${slug}/status`}>{t('Link kwijt of bij een ander?', 'Lost the link, or does somebody else have it?')}</Link></p>
}
