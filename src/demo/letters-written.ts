// Letters of the demo world: a receipt that was sent by post, and one that a colleague still writes.
import { sql } from 'kysely'
import { finaliseLetter } from '../case-kit/letters/finalise-letter.ts'
import { sendLetter } from '../case-kit/letters/letter-sending.ts'
import { readLetter } from '../case-kit/letters/letter-store.ts'
import { draftLetter } from '../case-kit/letters/letters.ts'
import type { Actor, Scope } from '../ground/scope.ts'
import { loadEntry } from '../register-kit/perform.ts'
import { requests } from '../registers/requests/register.ts'
import type { DemoOrganisation } from './organisation.ts'
import type { Settled } from './settle.ts'

export async function playLetters(scope: Scope, demo: DemoOrganisation, { actorFor }: Settled): Promise<void> {
  const front = demo.people.find(({ roles }) => roles.some(({ role }) => role === 'employee'))!.department!
  const doer = actorFor('officer', front) as Extract<Actor, { kind: 'person' }>
  const { rows } = await sql<{ id: string; status: string; received_at: Date }>`select id, status, received_at from subject_request where organisation_id = ${scope.organisation.id} order by number`.execute(scope.tx)
  const [answered, open] = [rows.find(({ status }) => status === 'answered' || status === 'closed'), rows.find(({ status }) => status === 'received')]
  if (open) await draftLetter({ ...scope, actor: doer }, requests, open.id, 'request-receipt')
  if (!answered) return
  const then: Scope = { ...scope, actor: doer, now: new Date(answered.received_at.getTime() + 3_600_000) }
  const id = await draftLetter(then, requests, answered.id, 'request-receipt', { addressee: 'de aanvrager', address: 'Dorpsstraat 1\n1234 AB Voorbeeldstad' })
  await finaliseLetter(then, requests, await loadEntry(then, requests, answered.id), id)
  await sendLetter(then, requests, await readLetter(then, requests.key, answered.id, id), 'post')
}
