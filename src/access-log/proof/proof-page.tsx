// Proof page: whether the log is sealed, when it was last checked and what came out, by which key, where checkpoints are kept, and what that proves.
import type { Child } from 'hono/jsx'
import { sayDay, sayMoment } from '../../ground/clock.ts'
import { t } from '../../ground/words.ts'
import { Alert, StatusBadge } from '../../page-kit/alerts.tsx'
import { Button, ButtonGroup, Link } from '../../page-kit/buttons.tsx'
import { CopyableCode, DescriptionList, Details } from '../../page-kit/document.tsx'
import { ErrorSummary, FieldRow, Form, Section } from '../../page-kit/form.tsx'
import { DateInput, Select, TextInput } from '../../page-kit/inputs.tsx'
import { ProgressBar } from '../../page-kit/progress.tsx'
import { Table } from '../../page-kit/table.tsx'
import { faultAt, type Faults } from '../../people/form-input.ts'
import type { Tie } from '../../case-kit/forwarding/ties.ts'
import type { AskedCheck } from './asked-checks.ts'
import { sayOutcome } from './check-outcome.ts'
import { checkState, isBusy, sayProgress } from './check-words.ts'
import type { KeptCheckpoint, UnsealedTail } from './checkpoints.ts'
import type { ForeignLog, Publication } from './publication.ts'
import type { PublishedLine } from './published-line.ts'
import { fingerprintOf } from './signing.ts'
import { WhatIsProven } from './what-is-proven.tsx'

export type ProofPageProps = {
  readonly base: string
  readonly now: Date
  readonly faults: Faults
  readonly tail: UnsealedTail
  /** Newest first. */
  readonly checkpoints: readonly KeptCheckpoint[]
  readonly checks: readonly AskedCheck[]
  readonly publicKey: Buffer
  readonly folder: { readonly last: PublishedLine | undefined; readonly fault: string | undefined } | undefined
  readonly publication: Publication
  readonly hasMail: boolean
  readonly mayPublish: boolean
  /** To which organisations checkpoints may go. */
  readonly ties: readonly Tie[]
  readonly foreign: readonly ForeignLog[]
  readonly typed?: { readonly from: string; readonly until: string }
  readonly typedPublication?: { readonly mailTo: string; readonly toSlug: string }
}

export function ProofPage(props: ProofPageProps) {
  return (
    <>
      <ErrorSummary faults={props.faults} />
      <Standing {...props} />
      <Checks {...props} />
      <TakeAlong {...props} />
      <Kept {...props} />
      <Sealed {...props} />
      <WhatIsProven />
    </>
  )
}

function Standing({ tail, checkpoints: [last], checks, now }: ProofPageProps): Child {
  const faulty = checks.find(({ state }) => state === 'faulty' || state === 'sound')
  const isLate = tail.ageMs > 60_000
  const waiting = tail.records === 0 ? t('Alles is verzegeld.', 'Everything is sealed.') : tail.records === 1 ? t('Nog 1 regel te verzegelen.', '1 record still to be sealed.') : t(`Nog ${tail.records} regels te verzegelen.`, `${tail.records} records still to be sealed.`)
  return (
    <>
      {faulty?.state === 'faulty' && <Alert tone="error" heading={t('De laatste controle vond een fout', 'The last check found a fault')}><p>{t('Iemand heeft buiten het product om iets aan het logboek veranderd, of de database is teruggezet. Zoek uit wat er gebeurde, en bewaar de database zoals zij is.', 'Somebody changed the log outside the product, or the database was put back. Find out what happened, and keep the database as it is.')}</p></Alert>}
      {last && last.madeAt.getTime() > now.getTime() + 3_600_000 && (
        <Alert tone="warning" heading={t('De klok van de server liep voor', 'The server’s clock ran ahead')}>
          <p>{t(`Het moment van verzegelen gaat nooit terug. Nieuwe verzegelingen krijgen daarom ${sayMoment(last.madeAt)}, tot de klok daar voorbij is. Aan het bewijs dat er niets is veranderd, doet dat niets af.`, `The moment of sealing never goes back. So new checkpoints get ${sayMoment(last.madeAt)} until the clock is past it. It takes nothing from the proof that nothing was changed.`)}</p>
        </Alert>
      )}
      <Alert tone={isLate ? 'warning' : 'info'} heading={last ? t(`Verzegeld tot ${sayMoment(last.madeAt)}`, `Sealed until ${sayMoment(last.madeAt)}`) : t('Er is nog niets verzegeld', 'Nothing has been sealed yet')}>
        <p>{waiting} {isLate && t(`De oudste wacht sinds ${sayMoment(tail.oldestAt!)}. Loopt dat op tot vijf minuten, dan neemt het logboek niets meer aan.`, `The oldest waits since ${sayMoment(tail.oldestAt!)}. When that becomes five minutes, the log takes in nothing more.`)}</p>
      </Alert>
    </>
  )
}

function Checks({ base, checks, now, faults, typed }: ProofPageProps): Child {
  const [newest] = checks
  return (
    <Section heading={t('Nu controleren', 'Check now')} id="controle" lead={<p>{t('Het product rekent elke regel na, en vergelijkt met de verzegelingen die buiten de database bewaard zijn. Zonder dagen het hele logboek.', 'The product checks every record, and compares with the checkpoints that are kept outside the database. Without days the whole log.')}</p>}>
      {newest && isBusy(newest, now)
        ? <ProgressBar label={t('Het logboek wordt nagerekend', 'The log is being checked')} value={newest.checkedRecords} max={newest.totalRecords ?? 0} words={sayProgress(newest)} json={`${base}/voortgang.json`} />
        : (
          <Form action={`${base}/controle`}>
            <FieldRow>
              <DateInput name="from" label={t('Verzegeld van', 'Sealed from')} optional value={typed?.from ?? ''} error={faultAt(faults, 'from')} />
              <DateInput name="until" label={t('Tot en met', 'Until')} optional value={typed?.until ?? ''} error={faultAt(faults, 'until')} />
            </FieldRow>
            <ButtonGroup><Button look="primary">{t('Controleren', 'Check')}</Button></ButtonGroup>
          </Form>
        )}
      {checks.length > 0 && (
        <Table
          caption={t('Laatste controles', 'Last checks')} rows={checks}
          columns={[
            { key: 'asked', header: t('Gevraagd', 'Asked'), names: true, cell: (one) => [sayMoment(one.askedAt), one.by].filter(Boolean).join(', ') },
            { key: 'part', header: t('Deel', 'Part'), cell: (one) => one.fromDay === null && one.untilDay === null ? t('Alles', 'All') : [one.fromDay && t(`van ${sayDay(one.fromDay)}`, `from ${sayDay(one.fromDay)}`), one.untilDay && t(`tot en met ${sayDay(one.untilDay)}`, `until ${sayDay(one.untilDay)}`)].filter(Boolean).join(' ') },
            { key: 'state', header: t('Uitkomst', 'Outcome'), cell: (one) => { const { words, tone } = checkState(one, now); return <StatusBadge tone={tone}>{words}</StatusBadge> } },
            { key: 'words', header: t('Wat er is gezien', 'What was seen'), cell: (one) => one.outcome ? <Outcome check={one} /> : '–' },
          ]}
        />
      )}
    </Section>
  )
}

function Outcome({ check: { outcome, state } }: { check: AskedCheck }): Child {
  const [first, ...rest] = sayOutcome(outcome!)
  return state === 'faulty' ? <><p>{first}</p>{rest.map((line) => <p>{line}</p>)}</> : <Details summary={rest[0] ?? first!}>{rest.slice(1).map((line) => <p>{line}</p>)}</Details>
}

function TakeAlong({ base, faults }: ProofPageProps): Child {
  return (
    <Section heading={t('Meenemen', 'Take along')} id="meenemen" lead={<p>{t('NDJSON bevat alles waarmee een ander het logboek zonder deze database narekent: waarborg verify-log. CSV bevat alleen de regels. Dat u dit doet, komt in het logboek.', 'NDJSON holds everything by which somebody else checks the log without this database: waarborg verify-log. CSV holds the records alone. That you do this is logged.')}</p>}>
      <Form action={`${base}/export`} method="get">
        <FieldRow>
          <DateInput name="export_from" label={t('Verzegeld van', 'Sealed from')} optional error={faultAt(faults, 'export_from')} />
          <DateInput name="export_until" label={t('Tot en met', 'Until')} optional error={faultAt(faults, 'export_until')} />
        </FieldRow>
        <ButtonGroup>
          <Button icon="download" name="format" value="ndjson">{t('Logboek als NDJSON', 'Log as NDJSON')}</Button>
          <Button icon="download" name="format" value="csv">{t('Regels als CSV', 'Records as CSV')}</Button>
        </ButtonGroup>
      </Form>
    </Section>
  )
}

function Kept({ base, folder, publication, ties, typedPublication, faults, hasMail, mayPublish, foreign }: ProofPageProps): Child {
  const sent = (sequence: number | null, at: Date | null) => at === null ? t('nog niets verstuurd', 'nothing sent yet') : t(`verzegeling ${sequence} op ${sayMoment(at)}`, `checkpoint ${sequence} on ${sayMoment(at)}`)
  return (
    <Section heading={t('Waar verzegelingen bewaard worden', 'Where checkpoints are kept')} id="publicatie" lead={<p>{t('Wie de database en de sleutel heeft, kan het logboek herschrijven. Een verzegeling die ergens anders ligt, verraadt dat.', 'Whoever has the database and the key can rewrite the log. A checkpoint that lies elsewhere gives that away.')}</p>}>
      {folder?.fault !== undefined && <Alert tone="warning"><p>{t(`In de map kan niet worden geschreven (${folder.fault}). Vraag wie Waarborg draait om dat te herstellen.`, `The folder can’t be written (${folder.fault}). Ask whoever runs Waarborg to mend that.`)}</p></Alert>}
      <DescriptionList terms={[
        { term: t('Map buiten de database', 'Folder outside the database'), description: folder?.last ? t(`tot en met verzegeling ${folder.last.sequence}, ${sayMoment(new Date(folder.last.madeAt))}`, `up to checkpoint ${folder.last.sequence}, ${sayMoment(new Date(folder.last.madeAt))}`) : t('nog niets', 'nothing yet') },
        { term: t('Elke dag per e-mail', 'Each day by e-mail'), description: publication.mailTo === null ? t('staat uit', 'is off') : `${publication.mailTo}: ${sent(publication.mailedSequence, publication.mailedAt)}` },
        { term: t('Elke dag bij een andere organisatie', 'Each day at another organisation'), description: publication.toSlug === null ? t('staat uit', 'is off') : `${ties.find(({ otherSlug }) => otherSlug === publication.toSlug)?.otherName ?? publication.toSlug}: ${sent(publication.crossedSequence, publication.crossedAt)}` },
      ]} />
      {mayPublish && (
        <Form action={`${base}/publicatie`}>
          <TextInput name="mail" label={t('E-mailadres buiten deze organisatie', 'E-mail address outside this organisation')} optional value={typedPublication?.mailTo ?? publication.mailTo ?? ''} error={faultAt(faults, 'mail')} hint={hasMail ? undefined : t('Er is nog geen mailserver ingesteld: berichten wachten.', 'No mail server has been set up yet: messages wait.')} />
          {ties.length > 0 && <Select name="organisation" label={t('Andere organisatie', 'Other organisation')} optional value={typedPublication?.toSlug ?? publication.toSlug ?? ''} error={faultAt(faults, 'organisation')} empty={t('Geen', 'None')} choices={ties.map(({ otherSlug, otherName }) => ({ value: otherSlug, label: otherName }))} />}
          <ButtonGroup><Button look="primary">{t('Opslaan', 'Save')}</Button></ButtonGroup>
        </Form>
      )}
      {foreign.length > 0 && (
        <Table
          caption={t('Verzegelingen die u voor anderen bewaart', 'Checkpoints that you keep for others')} rows={foreign}
          columns={[
            { key: 'from', header: t('Organisatie', 'Organisation'), names: true, cell: (one) => one.fromName },
            { key: 'last', header: t('Laatste', 'Last'), cell: (one) => t(`verzegeling ${one.last}, ontvangen ${sayMoment(one.receivedAt)}`, `checkpoint ${one.last}, received ${sayMoment(one.receivedAt)}`) },
            { key: 'state', header: t('Stand', 'State'), cell: (one) => one.isForked ? <StatusBadge tone="negative">{t('Hun logboek is herschreven', 'Their log was rewritten')}</StatusBadge> : <StatusBadge tone="positive">{t('Een reeks', 'One chain')}</StatusBadge> },
            { key: 'file', header: t('Bestand', 'File'), cell: (one) => <Link href={`${base}/van-anderen/${one.fromId}`}>{t('Downloaden', 'Download')}<span class="wb-hidden"> {one.fromName}</span></Link> },
          ]}
        />
      )}
    </Section>
  )
}

function Sealed({ checkpoints, publicKey }: ProofPageProps): Child {
  return (
    <Section heading={t('Verzegelingen en sleutel', 'Checkpoints and key')} id="verzegelingen">
      <CopyableCode label={t('Vingerafdruk van de sleutel', 'Fingerprint of the key')}>{fingerprintOf(publicKey)}</CopyableCode>
      <CopyableCode label={t('Openbare sleutel (Ed25519, base64)', 'Public key (Ed25519, base64)')}>{publicKey.toString('base64')}</CopyableCode>
      {checkpoints.length > 0 && (
        <Table
          caption={t('Laatste verzegelingen', 'Last checkpoints')} rows={checkpoints}
          columns={[
            { key: 'sequence', header: t('Nummer', 'Number'), names: true, cell: (one) => one.sequence },
            { key: 'made', header: t('Gemaakt', 'Made'), oneLine: true, cell: (one) => sayMoment(one.madeAt) },
            { key: 'records', header: t('Regels', 'Records'), numeric: true, cell: (one) => one.recordCount },
            { key: 'total', header: t('Regels samen', 'Records in all'), numeric: true, cell: (one) => one.recordsTotal },
            { key: 'root', header: t('Kenmerk', 'Digest'), cell: (one) => <code>{one.root.toString('hex').slice(0, 16)}…</code> },
          ]}
        />
      )}
    </Section>
  )
}
