// Promised work: what the actor took on elsewhere: improvement measures, actions of a privacy meeting, and the planned activities of a year plan (M-04, H-52, N-11).
import { sql } from 'kysely'
import { personOf, type Scope } from '../ground/scope.ts'
import { say, t } from '../ground/words.ts'
import type { IconName } from '../page-kit/icons.tsx'
import { statusesAt } from '../register-kit/lifecycle.ts'
import type { Register } from '../register-kit/register.ts'
import { capital } from '../register-kit/register-words.ts'
import { measures } from '../registers/measures/register.ts'
import { privacyMeetings } from '../registers/privacy-meetings/register.ts'
import { yearPlans } from '../registers/year-plans/register.ts'
import { plainWords } from './due-work.ts'
import type { WorkItem, WorkSource } from './work-item.ts'

type Row = { id: string; place: number; words: string; of: string | null; number: string | null; due: string | null; changedAt: Date }

export const promisedSource: WorkSource = {
  path: 'toegezegd', words: { nl: 'Toegezegd en gepland', en: 'Promised and planned' },
  async items(scope, until) {
    const me = personOf(scope.actor)
    if (me === null) return []
    const taken = await rows(scope, measures, sql`select t.id, 0 as place, t.name as words, null as of, t.number, t.due_on as due, t.updated_at as "changedAt" from improvement_measure t`, sql`t.owner = ${me}`)
    const promised = await rows(scope, privacyMeetings, sql`select t.id, a.position as place, a.action as words, t.name as of, t.number, a.due_on as due, t.updated_at as "changedAt" from privacy_meeting t join privacy_meeting_actions a on a.organisation_id = t.organisation_id and a.entry_id = t.id`,
      sql`a.owner = ${me} and a.action is not null and a.done_on is null`)
    const planned = await rows(scope, yearPlans, sql`select t.id, a.position as place, a.activity as words, t.name as of, t.number, a.planned_on as due, t.updated_at as "changedAt" from year_plan t join year_plan_activities a on a.organisation_id = t.organisation_id and a.entry_id = t.id`,
      sql`t.owner = ${me} and a.activity is not null and coalesce(a.state, 'planned') = 'planned' and a.planned_on <= ${until}`)
    return [
      ...taken.map((row) => promise(scope, measures, row, 'check')), ...promised.map((row) => promise(scope, privacyMeetings, row, 'people')), ...planned.map((row) => promise(scope, yearPlans, row, 'calendar')),
    ]
  },
}

async function rows(scope: Scope, register: Register, selected: ReturnType<typeof sql>, which: ReturnType<typeof sql>): Promise<Row[]> {
  const found = await sql<Row>`${selected} where t.organisation_id = ${scope.organisation.id} and t.status = any(${statusesAt(register, 'active')}) and ${which} and ${register.visible(scope.actor)} order by due nulls last, t.id, place limit 200`.execute(scope.tx)
  return found.rows
}

function promise({ organisation: { slug } }: Scope, register: Register, { id, place, words, of, number, due, changedAt }: Row, icon: IconName): WorkItem {
  const one = register.words.one
  return {
    key: `promised:${register.key}:${id}:${place}`, words, plain: plainWords({ nl: 'Toegezegd', en: 'Promised' }, one, number), href: `/${slug}/${register.path}/${id}`, register: register.key, due, changedAt, icon,
    detail: [capital(say(one)), of ?? number, of !== null && due === null && t('zonder dag', 'without a day')].filter(Boolean).join(' · '),
  }
}
