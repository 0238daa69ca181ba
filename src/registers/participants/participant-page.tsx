// Participant page: one participant with all that is between it and the organisation.
import { sql } from 'kysely'
import { tieState } from '../../case-kit/forwarding/forward-words.ts'
import { sayDay } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { EmptyState, StatusBadge } from '../../page-kit/alerts.tsx'
import { ButtonGroup, ButtonLink, Link } from '../../page-kit/buttons.tsx'
import { DescriptionList } from '../../page-kit/document.tsx'
import { Section } from '../../page-kit/form.tsx'
import { Table } from '../../page-kit/table.tsx'
import { Attachments, type AttachmentsProps } from '../../register-kit/collaboration/attachments-part.tsx'
import { instructions } from '../instructions/register.ts'
import { ServicesTable } from './register-view.tsx'
import type { ServiceTaken } from './services-taken.ts'
import type { Standing } from './standing.ts'

export type LastInstruction = { readonly id: string; readonly name: string; readonly status: string; readonly receivedOn: string | null; readonly dueOn: string | null }

/** The newest that the reader may see. */
export async function lastInstructions(scope: Scope, participantId: string): Promise<LastInstruction[]> {
  const { rows } = await sql<LastInstruction>`
    select t.id, t.name, t.status, t.received_on::text as "receivedOn", t.due_on::text as "dueOn" from instruction t
    where t.organisation_id = ${scope.organisation.id} and t.participant = ${participantId} and ${instructions.visible(scope.actor)} order by t.received_on desc nulls last, t.id desc limit 20`.execute(scope.tx)
  return rows
}

export function ParticipantPage({ base, standing, services, last, documents, mayRecord }: { base: string; standing: Standing; services: readonly ServiceTaken[]; last: readonly LastInstruction[]; documents: AttachmentsProps; mayRecord: boolean }) {
  const here = `${base}/deelnemers/${standing.id}`
  return (
    <>
      <DescriptionList terms={[
        { term: t('Contact', 'Contact'), description: standing.contact ?? '' },
        { term: t('Koppeling', 'Tie'), description: standing.tie === null ? t('werkt niet in Waarborg', 'doesn’t work in Waarborg') : tieState(standing.tie).words },
        { term: t('Contacten in het portaal', 'Contacts in the portal'), description: <Link href={`${base}/beheer/portaal`}>{String(standing.contacts)}</Link> },
        { term: t('Datalekken die wij vertelden', 'Breaches that we told of'), description: String(standing.breachesTold) },
      ]} />
      <Section heading={t('Verwerkersregister', 'Processor register')} id="register" lead={<p>{t('Wat u voor deze deelnemer verwerkt, zonder iets van andere deelnemers.', 'What you process for this participant, with nothing of other participants.')}</p>}>
        <ButtonLink href={`${here}/register`} icon="list">{t('Register van deze deelnemer', 'Register of this participant')}</ButtonLink>
      </Section>
      <Section heading={t('Diensten', 'Services')} id="diensten"><ServicesTable services={services} /></Section>
      <Section heading={t('Instructies', 'Instructions')} id="instructies">
        <Table
          caption={t('Laatste instructies', 'Latest instructions')} captionHidden rows={last} empty={<EmptyState heading={t('Nog geen instructies', 'No instructions yet')} icon="flag" />}
          columns={[
            { key: 'name', header: t('Instructie', 'Instruction'), names: true, cell: ({ id, name }) => <Link href={`${base}/${instructions.path}/${id}`}>{name}</Link> },
            { key: 'received', header: t('Ontvangen', 'Received'), oneLine: true, cell: ({ receivedOn }) => receivedOn === null ? '' : sayDay(receivedOn) },
            { key: 'due', header: t('Uiterlijk', 'Due'), oneLine: true, cell: ({ dueOn }) => dueOn === null ? '' : sayDay(dueOn) },
            { key: 'status', header: t('Stand', 'State'), cell: ({ status }) => { const known = instructions.lifecycle.statuses[status]!; return <StatusBadge tone={known.tone}>{say(known.words)}</StatusBadge> } },
          ]}
        />
        <ButtonGroup>
          <ButtonLink href={`${base}/${instructions.path}?deelnemer=${standing.id}`}>{t('Alle instructies', 'All instructions')}</ButtonLink>
          {mayRecord && <ButtonLink href={`${base}/${instructions.path}/nieuw`}>{t('Instructie vastleggen', 'Record an instruction')}</ButtonLink>}
        </ButtonGroup>
      </Section>
      <p class="wb-subtle">{t('Wat u hieronder bij “Bijlagen” zet, ziet de deelnemer in het portaal.', 'What you put under “Attachments” below, the participant sees in the portal.')}</p>
      <Attachments {...documents} />
    </>
  )
}
