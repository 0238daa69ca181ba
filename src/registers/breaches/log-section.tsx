// Log section: what the access log signalled that this breach was made of, and how the log is used in an incident (N-39).
import { sql } from 'kysely'
import { sayDay } from '../../ground/clock.ts'
import { assignmentsOf, type Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { Link } from '../../page-kit/buttons.tsx'
import { Section } from '../../page-kit/form.tsx'
import type { Entry } from '../../register-kit/entry.ts'

const readers = ['dpo', 'privacy_officer', 'ciso', 'auditor']

export async function logSection(scope: Scope, entry: Entry) {
  const { id, slug } = scope.organisation
  const isReader = assignmentsOf(scope.actor).some(({ role, departmentIds }) => departmentIds === undefined && readers.includes(role))
  const { rows } = isReader ? await sql<{ id: string; day: string }>`select id, day from access_signal where organisation_id = ${id} and breach_id = ${entry.id} order by day, id limit 20`.execute(scope.tx) : { rows: [] }
  return (
    <Section id="logboek" heading={t('Wie zag de gegevens', 'Who saw the data')}>
      {rows.length > 0 && <ul class="wb-values">{rows.map((signal) => <li><Link href={`/${slug}/logboek/signalen/${signal.id}`}>{t(`Signaal uit het logboek van ${sayDay(signal.day)}`, `Signal of the access log of ${sayDay(signal.day)}`)}</Link></li>)}</ul>}
      <p><Link href={`/${slug}/logboek/bij-een-incident?zaak=${encodeURIComponent(String(entry.input.number ?? ''))}`}>{t('Zo gebruikt u het logboek bij dit incident', 'This is how you use the access log in this incident')}</Link></p>
    </Section>
  )
}
