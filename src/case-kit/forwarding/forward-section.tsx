// Forward section: on the page of a case: to which participant it went or from which service organisation it came, with whose clock, and how far the other side is; never what the other side writes.
import { dayOf, sayDay, sayMoment } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { Alert, StatusBadge } from '../../page-kit/alerts.tsx'
import { Button, ButtonGroup, ButtonLink, Link } from '../../page-kit/buttons.tsx'
import { DescriptionList } from '../../page-kit/document.tsx'
import { Section } from '../../page-kit/form.tsx'
import type { Entry } from '../../register-kit/entry.ts'
import { mayKeep } from '../collection/keeping.ts'
import type { TiedCollection } from '../collection/tied-collections.ts'
import { crossingState } from './forward-words.ts'
import { type ForwardedCase, forwardedOf } from './forwarded.ts'

export async function forwardSection(scope: Scope, { register, options }: TiedCollection, entry: Entry) {
  if (!options.isForwarded) return null
  const all = await forwardedOf(scope, register.key, entry.id)
  const isKeeper = mayKeep(scope, register, options, entry)
  const base = `/${scope.organisation.slug}/${register.path}/${entry.id}`
  const hasParticipants = all.length > 0 || (isKeeper && await servesParticipants(scope))
  if (!hasParticipants) return null
  return (
    <Section heading={t('Doorsturen aan de deelnemer', 'Forwarding to the participant')} id="doorsturen">
      {all.map((one) => one.direction === 'in' ? <ComeFrom one={one} collectHref={isKeeper ? `${base}/ophalen` : undefined} /> : <GoneTo one={one} base={base} isKeeper={isKeeper} today={dayOf(scope.now)} />)}
      {isKeeper && !all.some(({ direction, state }) => direction === 'in' || state !== 'refused') && (
        <>
          <p>{t('Gaat dit over gegevens die u voor een deelnemer verwerkt? Stuur het dan door: de deelnemer is verantwoordelijk, en u helpt (art. 28 lid 3 onder e en art. 33 lid 2 AVG).', 'Is this about data that you process for a participant? Then forward it: the participant is the controller, and you help (art. 28(3)(e) and art. 33(2) GDPR).')}</p>
          <ButtonGroup><ButtonLink icon="link" href={`${base}/doorsturen`}>{t('Doorsturen', 'Forward')}</ButtonLink></ButtonGroup>
        </>
      )}
    </Section>
  )
}

/** Whether there is anybody to forward to. */
async function servesParticipants({ tx, organisation }: Scope): Promise<boolean> {
  const row = await tx.selectFrom('participant').select('id').where('organisation_id', '=', organisation.id).where('is_active', '=', true).limit(1).executeTakeFirst()
  return row !== undefined
}

function GoneTo({ one, base, isKeeper, today }: { one: ForwardedCase; base: string; isKeeper: boolean; today: string }) {
  const { words, tone } = crossingState(one.state)
  const isByHand = one.tieId === null
  const isRunning = one.state !== 'answered' && one.state !== 'refused'
  return (
    <>
      {isRunning && one.dueOn !== null && one.dueOn < today && <Alert tone="warning"><p>{t('De termijn van de deelnemer is voorbij, en er is nog geen antwoord.', 'The term of the participant has passed, and there is no answer yet.')}</p></Alert>}
      {one.state === 'refused' && <Alert tone="error"><p>{t('Dit is niet aangekomen. Bel de deelnemer, of stuur het opnieuw.', 'This didn’t arrive. Call the participant, or send it again.')}</p></Alert>}
      {isByHand && isRunning && <Alert><p>{t('Deze deelnemer werkt niet in Waarborg. Stuur het met een brief of e-mail, en houd hier zelf bij hoe ver het is.', 'This participant doesn’t work in Waarborg. Send it by letter or e-mail, and keep track here yourself.')}</p></Alert>}
      <DescriptionList terms={[
        { term: t('Doorgestuurd aan', 'Forwarded to'), description: one.otherName }, { term: t('Stand', 'State'), description: <StatusBadge tone={tone}>{words}</StatusBadge> },
        { term: t('De klok begon', 'The clock began'), description: sayMoment(one.startedAt) }, ...(one.dueOn === null ? [] : [{ term: t('Antwoord uiterlijk', 'Answer by'), description: sayDay(one.dueOn) }]),
        { term: t('Doorgestuurd', 'Forwarded'), description: [sayMoment(one.sentAt), one.sentBy].filter(Boolean).join(' · ') },
        ...(one.acceptedAt ? [{ term: t('Opgepakt', 'Taken up'), description: sayMoment(one.acceptedAt) }] : []), ...(one.answeredAt ? [{ term: t('Beantwoord', 'Answered'), description: sayMoment(one.answeredAt) }] : []),
      ]} />
      {isKeeper && isByHand && isRunning && (
        <ButtonGroup>
          {one.state !== 'accepted' && <form method="post" action={`${base}/doorsturen/${one.id}/opgepakt`}><Button>{t('De deelnemer pakt het op', 'The participant takes it up')}</Button></form>}
          <form method="post" action={`${base}/doorsturen/${one.id}/beantwoord`}><Button>{t('De deelnemer heeft geantwoord', 'The participant has answered')}</Button></form>
        </ButtonGroup>
      )}
    </>
  )
}

function ComeFrom({ one, collectHref }: { one: ForwardedCase; collectHref: string | undefined }) {
  return (
    <>
      <DescriptionList terms={[
        { term: t('Gekomen van', 'Came from'), description: one.otherName }, { term: t('De klok begon', 'The clock began'), description: `${sayMoment(one.startedAt)} ${t('(toen uw dienstverlener het ontving)', '(when your service organisation received it)')}` },
        { term: t('Binnengekomen', 'Came in'), description: sayMoment(one.sentAt) },
      ]} />
      <p>{t('Uw dienstverlener ziet of u dit hebt opgepakt en beantwoord, en verder niets.', 'Your service organisation sees whether you took this up and answered it, and nothing else.')}{collectHref && <> {t('Hij helpt u bij het zoeken:', 'It helps you to search:')} <Link href={collectHref}>{t('vraag om de gegevens', 'ask for the data')}</Link> {t('(art. 28 lid 3 onder e AVG).', '(art. 28(3)(e) GDPR).')}</>}</p>
    </>
  )
}
