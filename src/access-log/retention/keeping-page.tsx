// Keeping page of the log: what must stay longer and why, how to add to it, and what retention took away.
import type { Child } from 'hono/jsx'
import { dayAfter, dayOf, sayDay, sayMoment } from '../../ground/clock.ts'
import { t } from '../../ground/words.ts'
import { Alert } from '../../page-kit/alerts.tsx'
import { Button, Link } from '../../page-kit/buttons.tsx'
import { ErrorSummary, FieldRow, Form, Section, SubmitBar } from '../../page-kit/form.tsx'
import { DateInput, Select, TextArea, TextInput } from '../../page-kit/inputs.tsx'
import { Table } from '../../page-kit/table.tsx'
import { faultAt, type Faults } from '../../people/form-input.ts'
import type { Hold } from './holds.ts'
import type { RemovalRun } from './removals.ts'

export type KeepingPageProps = {
  readonly base: string; readonly holds: readonly Hold[]; readonly removals: readonly RemovalRun[]; readonly before: Date; readonly oldest: Date | null
  /** Set while the server's clock wasn't steady for a week yet; until when, where that is known. */
  readonly waits: { readonly until: Date | undefined } | undefined
  readonly mayHold: boolean; readonly people: readonly { readonly id: string; readonly name: string }[]; readonly faults: Faults; readonly typed: (name: string) => string
}

export function KeepingPage({ base, holds, removals, before, oldest, waits, mayHold, people, faults, typed }: KeepingPageProps): Child {
  const end = (id: string) => `${base}/bewaren/${id}/beeindigen`
  return (
    <>
      <ErrorSummary faults={faults} />
      <p>{t(`Wat vóór ${sayDay(dayOf(before))} begon, is over zijn bewaartermijn en gaat ’s nachts weg, tenzij het langer moet blijven.`, `What began before ${sayDay(dayOf(before))} is over its term and goes at night, unless it must stay longer.`)}{' '}
        {oldest && t(`De oudste regel die er nog is, is van ${sayDay(dayOf(oldest))}.`, `The oldest record that is still there is of ${sayDay(dayOf(oldest))}.`)}{' '}<Link href={`${base}/instellingen#termijn`}>{t('Bewaartermijn wijzigen', 'Change the term')}</Link></p>
      {waits && (
        <Alert tone="info" heading={waits.until ? t(`Verwijderen wacht tot ${sayDay(dayOf(waits.until))}`, `Removal waits until ${sayDay(dayOf(waits.until))}`) : t('Verwijderen wacht', 'Removal waits')}>
          <p>{t('Er gaat pas iets weg als de klok van de server een week lang gewoon doorliep. Zo gaat er niets te vroeg weg als de klok een sprong maakte.', 'Nothing goes before the server’s clock ran as usual for a week. So nothing goes too early when the clock made a jump.')}</p>
        </Alert>
      )}
      <Section heading={t('Wat langer moet blijven', 'What must stay longer')} id="langer" lead={t('Voor een klacht, een claim of een onderzoek. Wie keek en naar wie, blijven bij elkaar. Wat blijft, is gewoon te vinden.', 'For a complaint, a claim or an investigation. Who looked and at whom stay together. What stays can be found as usual.')}>
        <Table
          caption={t('Vastgelegd om langer te bewaren', 'Held to be kept longer')} captionHidden rows={holds} empty={t('Er is niets dat langer moet blijven.', 'Nothing must stay longer.')}
          columns={[
            { key: 'reason', header: t('Waarom', 'Why'), names: true, cell: ({ reason, caseReference }) => <span lang="nl">{reason}{caseReference && ` (${caseReference})`}</span> },
            { key: 'what', header: t('Wat', 'What'), cell: sayWhat },
            { key: 'made', header: t('Vastgelegd', 'Made'), cell: ({ madeAt, madeBy }) => `${sayDay(dayOf(madeAt))}, ${madeBy}` },
            { key: 'until', header: t('Tot en met', 'Until'), cell: ({ endedAt, holdsUntil }) => endedAt ? t(`beëindigd op ${sayDay(dayOf(endedAt))}`, `ended on ${sayDay(dayOf(endedAt))}`) : holdsUntil ? sayDay(holdsUntil) : t('tot iemand het beëindigt', 'until somebody ends it') },
            ...(mayHold ? [{ key: 'end', header: t('Doen', 'Do'), cell: ({ id, endedAt, reason }: Hold) => endedAt ? '' : <Form action={end(id)}><Button look="secondary" small>{t('Beëindigen', 'End')}<span class="wb-hidden">: {reason}</span></Button></Form> }] : []),
          ]}
        />
        {mayHold && <HoldForm {...{ base, people, faults, typed }} />}
      </Section>
      <Section heading={t('Wat is verwijderd', 'What was removed')} id="verwijderd" lead={t('Elke verwijdering staat zelf als regel in het logboek en blijft daar, zodat te controleren is dat er niets anders weg is.', 'Each removal stands in the access log as a record itself and stays there, so that it can be checked that nothing else is gone.')}>
        <Table
          caption={t('Verwijderingen', 'Removals')} captionHidden rows={removals} empty={t('Er is nog niets verwijderd.', 'Nothing has been removed yet.')}
          columns={[
            { key: 'begun', header: t('Wanneer', 'When'), names: true, cell: ({ begunAt, finishedAt }) => <>{sayMoment(begunAt)}{finishedAt === null && <> · {t('nog bezig', 'still at work')}</>}</> },
            { key: 'before', header: t('Begonnen vóór', 'Began before'), cell: ({ removedBefore }) => sayDay(dayOf(removedBefore)) },
            { key: 'removed', header: t('Regels weg', 'Records gone'), numeric: true, cell: ({ removed }) => removed },
            { key: 'moved', header: t('Apart gezet', 'Set aside'), numeric: true, cell: ({ moved }) => moved },
          ]}
        />
      </Section>
    </>
  )
}

function HoldForm({ base, people, faults, typed }: Pick<KeepingPageProps, 'base' | 'people' | 'faults' | 'typed'>): Child {
  const at = (name: string) => ({ name, value: typed(name), error: faultAt(faults, name) })
  return (
    <Form action={`${base}/bewaren`}>
      <h3>{t('Iets langer bewaren', 'Keep something longer')}</h3>
      <p>{t('Vul in wat u weet. Een regel blijft als alles klopt wat u invult.', 'Fill in what you know. A record stays when all that you fill in is right.')}</p>
      <FieldRow>
        <TextInput {...at('subjectId')} label={t('Nummer van de betrokkene', 'Number of the data subject')} optional autocomplete="off" />
        <TextInput {...at('subjectType')} value={typed('subjectType') || 'bsn'} label={t('Soort nummer', 'Kind of number')} hint={t('Zoals applicaties het noemen.', 'As applications call it.')} autocomplete="off" />
      </FieldRow>
      <FieldRow>
        <Select {...at('personId')} label={t('Collega die keek', 'Colleague who looked')} optional choices={people.map(({ id, name }) => ({ value: id, label: name }))} />
        <TextInput {...at('userId')} label={t('Of: gebruikersnaam in een applicatie', 'Or: user name in an application')} optional autocomplete="off" />
      </FieldRow>
      <FieldRow>
        <DateInput {...at('from')} label={t('Vanaf', 'From')} optional />
        <DateInput {...at('until')} label={t('Tot en met', 'Until')} optional />
      </FieldRow>
      <TextInput {...at('trace')} label={t('Kenmerk van één handeling (trace)', 'Id of one act (trace)')} optional autocomplete="off" />
      <TextArea {...at('reason')} label={t('Waarom moet dit blijven?', 'Why must this stay?')} hint={t('Schrijf geen namen of nummers van mensen op.', 'Don’t write names or numbers of people.')} rows={3} />
      <FieldRow>
        <TextInput {...at('caseReference')} label={t('Nummer van de zaak', 'Number of the case')} optional />
        <DateInput {...at('holdsUntil')} label={t('Bewaren tot en met', 'Keep until')} hint={t('Leeg: tot iemand het beëindigt.', 'Empty: until somebody ends it.')} optional />
      </FieldRow>
      <SubmitBar primary={t('Langer bewaren', 'Keep longer')} />
    </Form>
  )
}

function sayWhat({ bySubject, byEmployee, trace, from, before }: Hold): string {
  const last = before && dayAfter(dayOf(before), '-P1D')
  return [
    ...(bySubject ? [t('regels over één betrokkene', 'records about one data subject')] : []), ...(byEmployee ? [t('regels van één medewerker', 'records of one employee')] : []),
    ...(trace ? [t(`handeling ${trace.slice(0, 8)}…`, `act ${trace.slice(0, 8)}…`)] : []),
    ...(from ? [t(`vanaf ${sayDay(dayOf(from))}`, `from ${sayDay(dayOf(from))}`)] : []), ...(last ? [t(`tot en met ${sayDay(last)}`, `until ${sayDay(last)}`)] : []),
  ].join(', ')
}
