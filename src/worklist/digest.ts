// Digest: a person's own work by e-mail, as often as they chose: what is late, due or new, and nothing when there is nothing.
import { sql } from 'kysely'
import { addDays, startOfDay, weekdayOf } from '../calendar/days.ts'
import { dayOf, sayDay } from '../ground/clock.ts'
import type { Scope } from '../ground/scope.ts'
import { inLanguage, say, t, type Words } from '../ground/words.ts'
import type { House } from '../people/house.ts'
import { inPlace, jobPlace } from '../people/job-scope.ts'
import { enqueueMail, type Mail, type MailLine } from '../people/mail.ts'
import { workOf } from './sources.ts'
import { whenOf, type WorkItem } from './work-item.ts'

export type DigestHouse = Pick<House, 'database' | 'master' | 'clock'>

/** Items named in one part of the mail; the rest are counted. */
const mostNamed = 20

/** Puts today's digest of everybody in this organisation who is to have one in the outbox. Run again on the same day it adds nothing. @returns how many */
export async function sendDigests(house: DigestHouse, organisationId: string, signal?: AbortSignal): Promise<number> {
  const system = await jobPlace(house, organisationId, { kind: 'system', task: 'work-digest' })
  const wanting = await inPlace(house, system, async (scope) => (await scope.tx.selectFrom('mail_choice as m').innerJoin('person as p', (join) => join.onRef('p.organisation_id', '=', 'm.organisation_id').onRef('p.id', '=', 'm.person_id'))
    .select(['p.id', 'p.account_id', 'm.language']).where('m.organisation_id', '=', organisationId).where('m.digest', '<>', 'none').where('p.is_active', '=', true).orderBy('p.id').execute())
    .flatMap(({ id, account_id, language }) => account_id === null ? [] : [{ personId: id, accountId: account_id, language: language === 'en' ? 'en' as const : 'nl' as const }]))
  let sent = 0
  for (const { personId, accountId, language } of wanting) {
    if (signal?.aborted) break
    // As that person: with their roles of today, so that the mail holds what they may see.
    const place = await jobPlace(house, organisationId, { kind: 'person', personId, accountId })
    if (await inLanguage(language, () => inPlace(house, place, (scope) => digestFor(scope, personId)))) sent += 1
  }
  return sent
}

async function digestFor(scope: Scope, personId: string): Promise<boolean> {
  const today = dayOf(scope.now)
  // The day stands in the row in the same transaction as the mail: whoever comes second, also after a crash, finds it done.
  const { rows } = await sql<{ digest: string; before: string | null }>`
    with mine as (select organisation_id, person_id, digest, digest_on from mail_choice where organisation_id = ${scope.organisation.id} and person_id = ${personId} for update)
    update mail_choice m set digest_on = ${today} from mine where m.organisation_id = mine.organisation_id and m.person_id = mine.person_id
      and (mine.digest_on is null or mine.digest_on < case mine.digest when 'daily' then ${today}::date when 'weekly' then ${mondayOf(today)}::date end) returning mine.digest, mine.digest_on as before`.execute(scope.tx)
  const due = rows[0]
  if (!due) return false
  const since = due.before === null ? undefined : startOfDay(due.before)
  const mail = digestMail(await workOf(scope), { today, since, slug: scope.organisation.slug })
  return mail !== undefined && (await enqueueMail(scope, { personId, kind: 'digest', once: `digest/${personId}/${today}`, ...mail })) !== undefined
}

/** What the mail says, in the language that is spoken now; undefined when there is nothing to say. Pure. */
export function digestMail(items: readonly WorkItem[], { today, since, slug }: { readonly today: string; readonly since: Date | undefined; readonly slug: string }): Omit<Mail, 'personId' | 'kind'> | undefined {
  const soon = addDays(today, 7)
  // Who said it is nobody's business but the reader's own, on the page.
  const comments = items.filter(({ key }) => key.startsWith('mention:')).length
  const work = items.filter(({ key }) => !key.startsWith('mention:'))
  const partOf = (item: WorkItem) => {
    const when = whenOf(item, today)
    if (when === 'late' || when === 'today') return when
    if (item.due !== null && item.due <= soon) return 'soon'
    return since === undefined || item.changedAt === undefined || item.changedAt >= since ? 'new' : 'known'
  }
  const parts = Map.groupBy(work, partOf)
  const of = (part: ReturnType<typeof partOf>) => parts.get(part) ?? []
  if (work.length === of('known').length && comments === 0) return undefined
  const said = (words: string): Words => ({ nl: words, en: words })
  const list = (heading: string, part: readonly WorkItem[]): MailLine[] => part.length === 0 ? [] : [
    { heading: said(`${heading} (${part.length})`) },
    ...part.slice(0, mostNamed).map(({ words, plain, isPlainByMail, href, due, dueWords }) => ({ item: said([isPlainByMail ? say(plain) : words, due !== null && `(${dueWords ?? sayDay(due)})`].filter(Boolean).join(' ')), path: href })),
    ...(part.length > mostNamed ? [said(t(`En nog ${part.length - mostNamed}.`, `And ${part.length - mostNamed} more.`))] : []),
  ]
  const late = of('late').length
  const urgent = of('today').length
  return {
    subject: said([t('Uw werk', 'Your work'), [late > 0 && t(`${late} te laat`, `${late} late`), urgent > 0 && t(`${urgent} voor vandaag`, `${urgent} due today`)].filter(Boolean).join(', ')].filter(Boolean).join(': ')),
    lines: [
      ...list(t('Te laat', 'Late'), of('late')), ...list(t('Vandaag', 'Today'), of('today')), ...list(t('Binnen een week', 'Within a week'), of('soon')), ...list(t('Nieuw of gewijzigd', 'New or changed'), of('new')),
      ...(comments === 0 ? [] : [said(comments === 1 ? t('Er is 1 reactie voor u.', 'There is 1 comment for you.') : t(`Er zijn ${comments} reacties voor u.`, `There are ${comments} comments for you.`))]),
    ],
    link: { words: { nl: 'Naar mijn werk', en: 'To my work' }, path: `/${slug}/mijn-werk` }, settingsPath: `/${slug}/mijn-werk/herinneringen`,
  }
}

function mondayOf(day: string): string {
  return addDays(day, 1 - weekdayOf(day))
}

