// Overview routes: the front page of the access log: how much is logged, by what, what it signals, whether it is sealed, and the doors to everything else.
import { Hono } from 'hono'
import { addDays } from '../../calendar/days.ts'
import { resolveActivities } from '../../access-record/known-activity.ts'
import { dayOf, sayDay, sayMoment } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { EmptyState } from '../../page-kit/alerts.tsx'
import { ButtonLink, Link } from '../../page-kit/buttons.tsx'
import { Card, Columns } from '../../page-kit/document.tsx'
import { Section } from '../../page-kit/form.tsx'
import { Counters } from '../../page-kit/progress.tsx'
import { Table } from '../../page-kit/table.tsx'
import type { House } from '../../people/house.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { activityPage } from './activity-page.tsx'
import { ActivityName } from './answer-parts.tsx'
import { askedKinds, askedWords } from './ask-form.tsx'
import { DayBars } from './day-bars.tsx'
import { countsBy, countsByDay, type DayCount, type LogState, logState, type NamedCount } from './day-counts.ts'
import { guidePage } from './guide-page.tsx'
import { logBase, logPage, type Visit } from './log-page.tsx'
import { mayAsk, mustReadLog } from './may-ask.ts'

const shownDays = 30
const mostNames = 8

/** `/logboek`, its counts over time and the guide; to be mounted under `/:slug` after `withScope`. */
export function overviewRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  app.get('/logboek', (c) => scopeOf(c, house, (scope) => overview(c, house, scope)))
  app.get('/logboek/verwerkingen', (c) => scopeOf(c, house, (scope) => {
    mustReadLog(scope.actor)
    return activityPage(c, house, scope)
  }))
  app.get('/logboek/bij-een-incident', (c) => guidePage(c, house))
  return app
}

async function overview(c: Visit, house: House, scope: Scope) {
  mustReadLog(scope.actor)
  const from = addDays(dayOf(scope.now), 1 - shownDays)
  const counted = new Map((await countsByDay(scope, from)).map((row) => [row.day, row]))
  const days = Array.from({ length: shownDays }, (_, index): DayCount => counted.get(addDays(from, index)) ?? { day: addDays(from, index), records: 0, subjects: 0, failed: 0 })
  const activities = await countsBy(scope, 'activity', from, mostNames)
  const services = await countsBy(scope, 'service', from, mostNames)
  const known = await resolveActivities(scope, activities.map(({ name }) => name))
  const state = await logState(scope)
  const total = days.reduce((sum, { records }) => sum + records, 0)
  const base = logBase(c)
  return logPage(c, house, {
    heading: t('Logboek', 'Access log'), lead: <p>{t('Wie gebruikte welke persoonsgegevens, wanneer en waarvoor (Logboek Dataverwerkingen).', 'Who used which personal data, when and what for (Logboek Dataverwerkingen).')}</p>,
    actions: mayAsk(scope.actor) && <>{Object.entries(askedKinds).map(([path, kind]) => <ButtonLink href={`${base}/vragen/nieuw/${path}`} look={kind === 'subject' ? 'primary' : 'secondary'}>{say(askedWords[kind])}</ButtonLink>)}</>,
    children: (
      <>
        <Counters items={[
          { value: total, words: t('regels in 30 dagen', 'records in 30 days'), href: `${base}/verwerkingen` },
          { value: state.openSignals, words: t('open signalen', 'open signals'), href: `${base}/signalen`, tone: state.openSignals > 0 ? 'warning' : 'positive' },
          { value: state.checkpoint ?? 0, words: t('verzegelingen', 'seals'), href: `${base}/bewijs`, detail: saySealed(state), tone: state.unsealed > 1000 ? 'warning' : 'neutral' },
        ]} />
        {total === 0 && state.checkpoint === null
          ? <EmptyState heading={t('Nog geen regels geteld', 'No records counted yet')} icon="list" action={<ButtonLink href={`${base}/bronnen`}>{t('Applicaties aansluiten', 'Connect applications')}</ButtonLink>}>{t('Waarborg legt het eigen gebruik vanzelf vast. Sluit uw andere applicaties aan, dan staat alles bij elkaar.', 'Waarborg logs its own use by itself. Connect your other applications and everything stands together.')}</EmptyState>
          : <Section id="per-dag" heading={t('Per dag', 'By day')} lead={<p class="wb-subtle">{state.countedUntil ? t(`Geteld tot ${sayMoment(state.countedUntil)}.`, `Counted until ${sayMoment(state.countedUntil)}.`) : t('Nog niet geteld: dat gebeurt elke vijf minuten.', 'Not counted yet: that is done every five minutes.')}</p>}><DayBars days={days} label={t('Regels per dag', 'Records by day')} /></Section>}
        <Columns>
          <Card heading={t('Per verwerking', 'By processing activity')} action={<Link href={`${base}/verwerkingen`}>{t('Door de tijd', 'Over time')}</Link>}>
            <Counted caption={t('Regels per verwerking, 30 dagen', 'Records by processing activity, 30 days')} header={t('Verwerking', 'Processing activity')} rows={activities} name={({ name }) => name === '' ? t('overige', 'others') : <ActivityName slug={scope.organisation.slug} text={name} known={known.get(name)} />} />
          </Card>
          <Card heading={t('Per applicatie', 'By application')} action={<Link href={`${base}/bronnen`}>{t('Bronnen', 'Sources')}</Link>}>
            <Counted caption={t('Regels per applicatie, 30 dagen', 'Records by application, 30 days')} header={t('Applicatie', 'Application')} rows={services} name={({ name }) => name === '' ? t('niet vermeld', 'not said') : <span lang="nl">{name}</span>} />
          </Card>
        </Columns>
        <Section id="meer" heading={t('Verder', 'Further')}>
          <ul class="wb-values">
            <li><Link href={`${base}/vragen`}>{t('Wie vroeg wat, en waarom', 'Who asked what, and why')}</Link></li>
            <li><Link href={`${base}/bij-een-incident`}>{t('Het logboek bij een incident: zo werkt het', 'The access log in an incident: how it works')}</Link></li>
            <li><Link href={`${base}/extra-opletten`}>{t('Personen bij wie we extra opletten', 'People we watch over')}</Link></li>
            <li><Link href={`${base}/bronnen`}>{t('Applicaties die vastleggen', 'Applications that log')}</Link></li>
            <li><Link href={`${base}/bewijs`}>{t('Bewijs dat er niets is veranderd', 'Proof that nothing was changed')}</Link></li>
            <li><Link href={`${base}/instellingen`}>{t('Bewaartermijn en sleutels', 'Retention and keys')}</Link></li>
          </ul>
        </Section>
      </>
    ),
  })
}

function saySealed({ sealedAt, unsealed }: LogState): string {
  const last = sealedAt === null ? t('nog niets verzegeld', 'nothing sealed yet') : t(`laatste ${sayMoment(sealedAt)}`, `last ${sayMoment(sealedAt)}`)
  return unsealed === 0 ? last : t(`${last}; ${unsealed > 1000 ? 'meer dan 1.000' : unsealed} wachten`, `${last}; ${unsealed > 1000 ? 'more than 1,000' : unsealed} waiting`)
}

function Counted({ caption, header, rows, name }: { caption: string; header: string; rows: readonly NamedCount[]; name: (row: NamedCount) => ReturnType<typeof ActivityName> | string }) {
  return (
    <Table<NamedCount> caption={caption} captionHidden rows={rows} empty={<p class="wb-subtle">{t('Nog niets.', 'Nothing yet.')}</p>} columns={[
      { key: 'name', header, names: true, cell: name },
      { key: 'records', header: t('Regels', 'Records'), numeric: true, cell: ({ records }) => records },
      { key: 'last', header: t('Laatst', 'Last'), oneLine: true, cell: ({ lastDay }) => sayDay(lastDay) },
    ]} />
  )
}
