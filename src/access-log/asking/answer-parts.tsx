// Answer parts: records of the access log as tables by day, with the act, the activity of the register, the application and how it ended.
import { timeOfMoment } from '../../calendar/days.ts'
import { dayOf, sayDay } from '../../ground/clock.ts'
import type { KnownActivity } from '../../access-record/known-activity.ts'
import type { LogStatus } from '../../access-record/log-record.ts'
import { t } from '../../ground/words.ts'
import { Badge, StatusBadge } from '../../page-kit/alerts.tsx'
import { Link } from '../../page-kit/buttons.tsx'
import { type Column, Table } from '../../page-kit/table.tsx'
import type { AnswerRow } from './answer.ts'

export function sayStatus(status: LogStatus): string {
  switch (status) {
    case 'Ok': return t('Gelukt', 'Succeeded')
    case 'Error': return t('Mislukt', 'Failed')
    case 'Unset': return t('Niet vermeld', 'Not said')
  }
}

/** The entry of the register with its link; what the register doesn't know is marked. */
export function ActivityName({ slug, text, known }: { slug: string; text: string; known: KnownActivity | undefined }) {
  if (!known) return <><span class="wb-subtle">{text}</span> <Badge tone="warning">{t('niet in het register', 'not in the register')}</Badge></>
  if (known.id === null) return <>{known.title}</>
  return <><Link href={`/${slug}/verwerkingen/${known.id}`}><span lang="nl">{known.title}</span></Link>{known.isConfidential && <> <Badge tone="negative">{t('vertrouwelijk', 'confidential')}</Badge></>}</>
}

/** A table for each day. `shows`: who it was, whose data, or both (of one act). `act`: the address of all records of an act. */
export function Timeline({ rows, slug, shows, act }: { rows: readonly AnswerRow[]; slug: string; shows: 'who' | 'whom' | 'both'; act?: (traceId: string) => string }) {
  const days = Map.groupBy(rows, ({ record }) => dayOf(record.startedAt))
  const columns: Column<AnswerRow>[] = [
    { key: 'time', header: t('Tijd', 'Time'), oneLine: true, cell: ({ record }) => timeOfMoment(record.startedAt) },
    ...(shows === 'whom' ? [] : [{ key: 'who', header: t('Wie', 'Who'), names: true, cell: ({ who }: AnswerRow) => <span lang="nl">{who}</span> }]),
    ...(shows === 'who' ? [] : [{ key: 'whom', header: t('Van wie', 'Whose data'), names: shows === 'whom', cell: ({ whom }: AnswerRow) => <span lang="nl">{whom}</span> }]),
    { key: 'act', header: t('Handeling', 'Act'), cell: ({ record }) => <>{act ? <Link href={act(record.traceId)}><span lang="nl">{record.name}</span></Link> : <span lang="nl">{record.name}</span>}{record.isSecret && <> <Badge tone="negative">{t('geheim', 'secret')}</Badge></>}</> },
    { key: 'activity', header: t('Verwerking', 'Processing activity'), cell: ({ record, activity }) => <ActivityName slug={slug} text={record.activity} known={activity} /> },
    { key: 'service', header: t('Applicatie', 'Application'), cell: ({ service }) => service === '' ? t('niet vermeld', 'not said') : <span lang="nl">{service}</span> },
    { key: 'status', header: t('Uitkomst', 'Outcome'), cell: ({ record }) => record.status === 'Error' ? <StatusBadge tone="warning">{sayStatus(record.status)}</StatusBadge> : sayStatus(record.status) },
  ]
  return <>{[...days].map(([day, ofDay]) => <Table<AnswerRow> caption={sayDay(day)} rows={ofDay} columns={columns} />)}</>
}
