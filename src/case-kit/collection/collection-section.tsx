// Collection section: on the page of a case: who was asked for data, how far each is, and what is late.
import { dayOf, sayShortDay } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { Alert, EmptyState, StatusBadge } from '../../page-kit/alerts.tsx'
import { ButtonGroup, ButtonLink, Link } from '../../page-kit/buttons.tsx'
import { Section } from '../../page-kit/form.tsx'
import { Table } from '../../page-kit/table.tsx'
import type { Entry } from '../../register-kit/entry.ts'
import { caseDueOn, mayKeep } from './keeping.ts'
import { readTaskFiles } from './task-files.ts'
import { isLate, isOpen } from './task-rules.ts'
import { partyWords, stateOfTask } from './task-words.ts'
import { readTasks } from './tasks.ts'
import type { TiedCollection } from './tied-collections.ts'

/** For everybody who sees the case; only whoever keeps it gets at what was delivered. */
export async function collectionSection(scope: Scope, { register, options }: TiedCollection, entry: Entry) {
  const tasks = await readTasks(scope, register.key, entry.id)
  const isKeeper = mayKeep(scope, register, options, entry)
  if (tasks.length === 0 && !isKeeper) return null
  const today = dayOf(scope.now)
  const files = await readTaskFiles(scope, tasks.map(({ id }) => id))
  const late = tasks.filter((task) => isLate(task, today)).length
  const unchecked = tasks.filter(({ state, checkedAt }) => (state === 'delivered' || state === 'nothing_found') && checkedAt === null).length
  const caseDue = caseDueOn(entry, options)
  const tight = caseDue === null ? 0 : tasks.filter((task) => isOpen(task) && task.dueOn >= caseDue).length
  return (
    <Section heading={t('Gegevens ophalen', 'Collecting data')} id="ophalen">
      {late > 0 && <Alert tone="warning"><p>{late === 1 ? t('Eén antwoord is te laat.', 'One answer is late.') : t(`${late} antwoorden zijn te laat.`, `${late} answers are late.`)}</p></Alert>}
      {unchecked > 0 && <Alert><p>{unchecked === 1 ? t('Eén antwoord wacht op nakijken.', 'One answer waits to be checked.') : t(`${unchecked} antwoorden wachten op nakijken.`, `${unchecked} answers wait to be checked.`)}</p></Alert>}
      {tight > 0 && <Alert tone="warning"><p>{t('Een antwoord komt pas als de termijn van de zaak voorbij is of die dag afloopt.', 'An answer comes only when the term of the case has passed or ends that day.')}</p></Alert>}
      {tasks.length === 0
        ? <EmptyState heading={t('Nog niemand is om gegevens gevraagd', 'Nobody has been asked for data yet')} icon="people"><p>{t('Vraag afdelingen, verwerkers en deelnemers wat zij van deze persoon hebben.', 'Ask departments, processors and participants what they have of this person.')}</p></EmptyState>
        : (
          <Table
            caption={t('Wie om gegevens is gevraagd', 'Who was asked for data')} captionHidden rows={tasks}
            columns={[
              { key: 'who', header: t('Gevraagd aan', 'Asked of'), names: true, cell: (task) => isKeeper ? <Link href={`/${scope.organisation.slug}/ophalen/${task.id}`}>{task.aboutName}</Link> : task.aboutName },
              { key: 'party', header: t('Soort', 'Kind'), cell: ({ party }) => say(partyWords[party]) },
              { key: 'by', header: t('Door wie', 'By whom'), cell: ({ person, contactEmail }) => person ?? contactEmail ?? '' },
              { key: 'state', header: t('Stand', 'State'), cell: (task) => { const { words, tone } = stateOfTask(task); return <StatusBadge tone={tone}>{words}</StatusBadge> } },
              { key: 'due', header: t('Uiterlijk', 'By'), oneLine: true, cell: (task) => isLate(task, today) ? <StatusBadge tone="negative">{sayShortDay(task.dueOn)}, {t('te laat', 'late')}</StatusBadge> : sayShortDay(task.dueOn) },
              { key: 'files', header: t('Bestanden', 'Files'), numeric: true, cell: ({ id }) => String(files.filter(({ taskId }) => taskId === id).length) },
            ]}
          />
        )}
      {isKeeper && <ButtonGroup><ButtonLink icon="plus" href={`/${scope.organisation.slug}/${register.path}/${entry.id}/ophalen`}>{t('Gegevens vragen', 'Ask for data')}</ButtonLink></ButtonGroup>}
    </Section>
  )
}
