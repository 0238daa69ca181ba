// Source page: one application that logs: how it does, what it comes in with, how to connect it, and what happened to it.
import type { Child } from 'hono/jsx'
import { dayAfter, dayOf, sayDay, sayMoment } from '../../ground/clock.ts'
import { t } from '../../ground/words.ts'
import { Alert, EmptyState, StatusBadge } from '../../page-kit/alerts.tsx'
import { Button, ButtonGroup, ButtonLink, Link } from '../../page-kit/buttons.tsx'
import { DescriptionList } from '../../page-kit/document.tsx'
import { ErrorSummary, Section } from '../../page-kit/form.tsx'
import { History } from '../../page-kit/history.tsx'
import { Table } from '../../page-kit/table.tsx'
import type { Faults } from '../../people/form-input.ts'
import type { HistoryEvent } from '../../register-kit/history.ts'
import { Connecting } from './connecting.tsx'
import type { ShownCredential } from './source-credentials.ts'
import { credentialState, happeningsOf, saySilence } from './source-words.ts'
import { endsSoon, silentDays, type ShownSource } from './sources.ts'

export type SourcePageProps = {
  readonly source: ShownSource; readonly credentials: readonly ShownCredential[]; readonly events: readonly HistoryEvent[]; readonly named: ReadonlyMap<string, string>
  readonly here: string; readonly slug: string; readonly publicUrl: string; readonly now: Date; readonly mayManage: boolean; readonly takesCertificates: boolean; readonly faults: Faults
}

export function SourcePage(props: SourcePageProps): Child {
  const { source, credentials, events, named, here, slug, publicUrl, now, mayManage, faults } = props
  const newest = credentials.find(({ state }) => state === 'working')
  return (
    <>
      <ErrorSummary faults={faults} />
      <Notices source={source} now={now} />
      <DescriptionList terms={[
        { term: t('Omschrijving', 'Description'), description: source.description },
        { term: t('Systeem', 'System'), description: source.systemId && <Link href={`/${slug}/systemen/${source.systemId}`}>{source.system}</Link> },
        { term: t('Wie ervoor zorgt', 'Who looks after it'), description: source.caretaker },
        { term: t('Laatst ontvangen', 'Last received'), description: source.lastAt ? sayMoment(source.lastAt) : t('Nog niets', 'Nothing yet') },
        { term: t('Regels ontvangen', 'Records received'), description: t(`${sayCount(source.receivedToday)} vandaag, ${sayCount(source.receivedInAll)} in totaal`, `${sayCount(source.receivedToday)} today, ${sayCount(source.receivedInAll)} in all`) },
        { term: t('Stilte valt op na', 'Silence stands out after'), description: source.silentAfterDays === null ? t('Nooit', 'Never') : source.silentAfterDays === 1 ? t('1 dag', '1 day') : t(`${source.silentAfterDays} dagen`, `${source.silentAfterDays} days`) },
      ]} />
      <p>{t('Het aantal wordt elke minuut bijgewerkt.', 'The count is brought up to date each minute.')}</p>
      <Section
        heading={t('Tokens en certificaten', 'Tokens and certificates')} id="toegang"
        lead={<p>{t('Hiermee komt de toepassing binnen. Zij kan er regels mee sturen, en verder niets: niets lezen en niets wijzigen.', 'With these the application comes in. It can send records, and nothing else: read nothing and change nothing.')}</p>}
      >
        {mayManage && !source.endedAt && (
          <ButtonGroup>
            <ButtonLink icon="plus" href={`${here}/token`}>{t('Token maken', 'Make a token')}</ButtonLink>
            {props.takesCertificates && <ButtonLink icon="plus" href={`${here}/certificaat`}>{t('Certificaat toevoegen', 'Add a certificate')}</ButtonLink>}
          </ButtonGroup>
        )}
        <Credentials {...props} />
      </Section>
      {!source.endedAt && <Connecting publicUrl={publicUrl} name={source.name} bearer={newest?.kind === 'certificate' ? `wbl_${newest.prefix}` : `wbl_${newest?.prefix ?? t('UW', 'YOUR')}_…`} sample={{ traceId: source.id.replaceAll('-', ''), at: now.getTime() }} />}
      {mayManage && !source.endedAt && (
        <Section heading={t('Beëindigen', 'End')} id="beeindigen" lead={<p>{t('Logt de toepassing niet meer? Beëindig dan de bron. Wat zij stuurde, blijft.', 'Doesn’t the application log any more? Then end the source. What it sent stays.')}</p>}>
          <ButtonGroup><ButtonLink look="danger" href={`${here}/beeindigen`}>{t('Bron beëindigen', 'End the source')}</ButtonLink></ButtonGroup>
        </Section>
      )}
      <Section heading={t('Geschiedenis', 'History')} id="geschiedenis"><History label={t('Geschiedenis van deze bron', 'History of this source')} happenings={happeningsOf(events, named)} /></Section>
    </>
  )
}

function Notices({ source, now }: { source: ShownSource; now: Date }): Child {
  if (source.endedAt) return <Alert tone="info" heading={t('Deze bron is beëindigd', 'This source has ended')}>{t(`Sinds ${sayMoment(source.endedAt)} komt er niets meer binnen.`, `Since ${sayMoment(source.endedAt)} nothing comes in any more.`)}</Alert>
  const silent = silentDays(source, now)
  return (
    <>
      {source.working === 0 && <Alert tone="error" heading={t('De toepassing kan niet binnenkomen', 'The application can’t come in')}>{t('Er is geen token of certificaat dat werkt. Maak er een.', 'There is no token or certificate that works. Make one.')}</Alert>}
      {silent !== null && (
        <Alert tone="warning" heading={saySilence(source, silent)}>
          {t('Werkt de toepassing nog, en heeft zij het goede token? Zolang er niets komt, weet u niet wie er gegevens bekijkt.', 'Does the application still work, and does it have the right token? As long as nothing comes, you don’t know who looks at data.')}
        </Alert>
      )}
      {endsSoon(source, now) && <Alert tone="warning" heading={t('Binnenkort komt de toepassing niet meer binnen', 'Soon the application can’t come in any more')}>{t(`Het laatste token of certificaat werkt tot en met ${sayDay(source.worksUntil!)}. Maak een nieuw, zet het in de toepassing en trek daarna het oude in.`, `The last token or certificate works until ${sayDay(source.worksUntil!)}. Make a new one, put it in the application and then revoke the old one.`)}</Alert>}
    </>
  )
}

function Credentials({ credentials, source, here, mayManage, now }: SourcePageProps): Child {
  const soon = dayAfter(dayOf(now), 'P30D')
  return (
    <Table
      caption={t('Tokens en certificaten van deze bron', 'Tokens and certificates of this source')} captionHidden rows={credentials}
      empty={<EmptyState heading={t('Nog geen token', 'No token yet')} icon="lock">{t('Zonder token of certificaat wordt niets aangenomen.', 'Without a token or certificate nothing is accepted.')}</EmptyState>}
      columns={[
        { key: 'prefix', header: t('Begint met', 'Begins with'), names: true, cell: (one) => <><code>wbl_{one.prefix}{one.kind === 'token' && '_…'}</code>{one.note && <><br />{one.note}</>}</> },
        { key: 'kind', header: t('Soort', 'Kind'), cell: (one) => one.kind === 'token' ? t('Token', 'Token') : <>{t('Certificaat', 'Certificate')}<br /><code class="wb-copy__code">{one.fingerprint}</code></> },
        { key: 'state', header: t('Stand', 'State'), cell: (one) => { const { tone, words } = credentialState(one, soon); return <StatusBadge tone={tone}>{words}</StatusBadge> } },
        { key: 'made', header: t('Gemaakt', 'Made'), cell: (one) => <>{sayMoment(one.createdAt)}<br />{one.createdBy ?? 'Waarborg'}</> },
        ...(mayManage && !source.endedAt ? [{ key: 'revoke', header: t('Intrekken', 'Revoke'), cell: (one: ShownCredential) => one.state !== 'working' ? '–' : (
          <form method="post" action={`${here}/toegang/${one.id}/intrekken`}><Button small look="danger">{t('Intrekken', 'Revoke')}<span class="wb-hidden"> wbl_{one.prefix}</span></Button></form>
        ) }] : []),
      ]}
    />
  )
}

function sayCount(count: number): string {
  return count.toLocaleString(t('nl-NL', 'en-GB'))
}
