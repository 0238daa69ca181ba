// Overview: whom the organisation works for, with per participant its services, instructions, agreements, contacts, breaches that were told, and whether it works here too.
import { t } from '../../ground/words.ts'
import { EmptyState, StatusBadge } from '../../page-kit/alerts.tsx'
import { ButtonLink, Link } from '../../page-kit/buttons.tsx'
import { Table } from '../../page-kit/table.tsx'
import { tieState } from '../../case-kit/forwarding/forward-words.ts'
import type { Standing } from './standing.ts'

export function ParticipantsOverview({ base, participants, isAdministrator }: { base: string; participants: readonly Standing[]; isAdministrator: boolean }) {
  return (
    <Table
      caption={t('Deelnemers', 'Participants')} captionHidden rows={participants}
      empty={<EmptyState heading={t('Er zijn nog geen deelnemers', 'There are no participants yet')} icon="people" action={isAdministrator && <ButtonLink href={`${base}/beheer/organisatie`}>{t('Deelnemer toevoegen', 'Add a participant')}</ButtonLink>}><p>{t('Deelnemers zijn de organisaties voor wie u gegevens verwerkt.', 'Participants are the organisations for which you process data.')}</p></EmptyState>}
      columns={[
        { key: 'name', header: t('Deelnemer', 'Participant'), names: true, cell: ({ id, name, isActive }) => <><Link href={`${base}/deelnemers/${id}`}>{name}</Link>{!isActive && <> <span class="wb-subtle">{t('gestopt', 'stopped')}</span></>}</> },
        { key: 'services', header: t('Diensten', 'Services'), numeric: true, cell: ({ services }) => services },
        { key: 'agreements', header: t('Overeenkomsten', 'Agreements'), cell: ({ services, withoutAgreement }) => services === 0 ? '' : withoutAgreement === 0 ? <StatusBadge tone="positive">{t('op orde', 'in order')}</StatusBadge> : <StatusBadge tone="negative">{t(`${withoutAgreement} ontbreken of zijn voorbij`, `${withoutAgreement} missing or over`)}</StatusBadge> },
        { key: 'instructions', header: t('Open instructies', 'Open instructions'), cell: ({ openInstructions, objections }) => <>{openInstructions}{objections > 0 && <> <StatusBadge tone="warning">{t(`${objections} wachten op antwoord`, `${objections} wait for an answer`)}</StatusBadge></>}</> },
        { key: 'breaches', header: t('Datalekken verteld', 'Breaches told'), numeric: true, cell: ({ breachesTold }) => breachesTold },
        { key: 'contacts', header: t('Contacten in het portaal', 'Contacts in the portal'), numeric: true, cell: ({ contacts }) => contacts },
        { key: 'tie', header: t('Koppeling', 'Tie'), cell: ({ tie }) => tie === null ? '' : <StatusBadge tone={tieState(tie).tone}>{tieState(tie).words}</StatusBadge> },
      ]}
    />
  )
}
