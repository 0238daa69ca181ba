// Phase board: the open measures in four lanes, plan, do, check and act, with who does each, by when, and for which norms.
import { sql } from 'kysely'
import { recordAccess } from '../../access-record/record.ts'
import { dayOf, sayShortDay } from '../../ground/clock.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { Badge } from '../../page-kit/alerts.tsx'
import { Link } from '../../page-kit/buttons.tsx'
import { phases, phaseWords } from './lifecycle.ts'
import { measures } from './register.ts'

type Card = { readonly id: string; readonly name: string; readonly status: string; readonly dueOn: string | null; readonly owner: string | null; readonly ownerId: string | null; readonly norms: readonly string[]; readonly total: number }

/** So many of each lane; the list below has them all. */
const mostInLane = 12

/** For `registerDoors`. */
export const measureParts = { notice: phaseBoard }

/** Nothing while there is nothing open. */
async function phaseBoard(scope: Scope) {
  const cards = await openMeasures(scope)
  if (cards.length === 0) return <></>
  await recordAccess(scope, { name: 'Bord van maatregelen bekeken', subjects: [...new Set(cards.flatMap(({ ownerId }) => ownerId ?? []))].filter((id) => id !== personOf(scope.actor)).map((id) => ({ type: 'person', id })) })
  const base = `/${scope.organisation.slug}`
  const today = dayOf(scope.now)
  return (
    <section aria-labelledby="pdca-kop">
      <h2 class="utrecht-heading-2" id="pdca-kop">{t('Waar het staat', 'Where it stands')}</h2>
      <div class="wb-lanes">
        {phases.map((phase) => {
          const lane = cards.filter(({ status }) => status === phase)
          const total = lane[0]?.total ?? 0
          return (
            <section class="wb-lane" aria-labelledby={`pdca-${phase}`}>
              <h3 class="wb-lane__heading" id={`pdca-${phase}`}>{say(phaseWords[phase])} <span class="wb-count">{total}</span></h3>
              {lane.length === 0 && <p class="wb-lane__detail">{t('Niets in deze fase', 'Nothing in this phase')}</p>}
              <ul class="wb-lane__list">
                {lane.map(({ id, name, dueOn, owner, norms }) => (
                  <li class="wb-lane__card">
                    <Link href={`${base}/${measures.path}/${id}`}>{name}</Link>
                    <p class="wb-lane__detail">{[owner ?? t('nog van niemand', 'nobody’s yet'), dueOn && t(`klaar op ${sayShortDay(dueOn)}`, `due ${sayShortDay(dueOn)}`)].filter(Boolean).join(' · ')}</p>
                    {dueOn !== null && dueOn < today && <p class="wb-lane__detail"><Badge tone="negative">{t('te laat', 'late')}</Badge></p>}
                    {norms.length > 0 && <p class="wb-lane__detail">{t('Voor', 'For')} {norms.map((norm, place) => <>{place > 0 && ', '}<Link href={`${base}/normen/${norm}`}>{norm}</Link></>)}</p>}
                  </li>
                ))}
              </ul>
              {total > lane.length && <p class="wb-lane__detail"><Link href={`${base}/${measures.path}?status=${phase}`}>{t(`En nog ${total - lane.length}`, `And ${total - lane.length} more`)}</Link></p>}
            </section>
          )
        })}
      </div>
    </section>
  )
}

async function openMeasures(scope: Scope): Promise<Card[]> {
  const { rows } = await sql<Card>`
    select w.id, w.name, w.status, w.due_on as "dueOn", p.name as owner, w.owner as "ownerId", w.total::int as total,
      array(select n.norm from improvement_measure_norms n where n.organisation_id = ${scope.organisation.id} and n.entry_id = w.id and n.norm ~ '^[A-Z]-[0-9]{2}$' order by n.position) as norms
    from (select t.id, t.name, t.status, t.due_on, t.owner, row_number() over (partition by t.status order by t.due_on nulls last, t.sort_name) as place, count(*) over (partition by t.status) as total
      from ${sql.table(measures.table)} t where t.organisation_id = ${scope.organisation.id} and t.status = any(${[...phases]}) and ${measures.visible(scope.actor)}) w
    left join person p on p.organisation_id = ${scope.organisation.id} and p.id = w.owner
    where w.place <= ${mostInLane} order by w.place`.execute(scope.tx)
  return rows
}
