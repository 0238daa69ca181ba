// Audits in the demo world: at processors, from prepared to closed, and what a processor proposed in its portal. All of it is invented.
import { invitePartner, listInvitations } from '../case-kit/intake/portal-invitations.ts'
import { dayAfter, dayOf } from '../ground/clock.ts'
import type { Scope } from '../ground/scope.ts'
import { completed } from '../register-kit/field-types.ts'
import { refreshThese } from '../register-kit/keep-findings.ts'
import { createEntry, perform } from '../register-kit/perform.ts'
import { processorAudits } from '../registers/processor-audits/register.ts'
import { propose } from '../registers/processors/proposals/proposals.ts'
import { processors } from '../registers/processors/register.ts'
import { type AuditSketch, demoAudits, demoProposals } from './audits-made.ts'
import type { DemoOrganisation } from './organisation.ts'
import type { Settled } from './settle.ts'

/** Makes them up to the scope's `now`. */
export async function playAudits(scope: Scope, demo: DemoOrganisation, settled: Settled): Promise<void> {
  const parties = new Map((await scope.tx.selectFrom('processor').select(['id', 'name', 'department', 'owner']).where('organisation_id', '=', scope.organisation.id).where('status', '=', 'active').execute()).map((row) => [row.name, row]))
  const [touched, made]: [string[], string[]] = [[], []]
  for (const [index, sketch] of (demoAudits[demo.slug] ?? []).entries()) {
    const party = parties.get(sketch.processor)
    if (!party) throw new Error(`The demo world has no processor ${sketch.processor} in ${demo.slug}`)
    made.push(await playAudit(scope, settled, sketch, index, { processor: party.id, department: party.department, owner: party.owner }))
    touched.push(party.id)
  }
  // Found again as of today: they were made at moments long past.
  await refreshThese(scope, processorAudits, made)
  await refreshThese(scope, processors, touched)
  for (const { processor, name, email, proposals } of demoProposals[demo.slug] ?? []) {
    const party = parties.get(processor)
    if (!party) throw new Error(`The demo world has no processor ${processor} in ${demo.slug}`)
    const invited = { ...scope, now: daysBefore(scope, 40), actor: settled.actorFor('officer', demo.people[0]!.department!) }
    await invitePartner(invited, { register: 'processors', partyId: party.id, name, email, language: 'nl' })
    const invitation = (await listInvitations(scope)).find((one) => one.partyId === party.id)!
    for (const [place, { kind, content }] of proposals.entries()) await propose({ ...scope, now: daysBefore(scope, 4 - place), actor: { kind: 'system', task: 'portal' } }, { partyId: party.id, invitationId: invitation.id }, kind, content)
  }
}

async function playAudit(scope: Scope, { actorFor }: Settled, { processor: name, made, announced, planned, held, conclusion, summary, closed, points = [], ...values }: AuditSketch, index: number, whose: { processor: string; department: string | null; owner: string | null }): Promise<string> {
  const day = (ago: number) => dayAfter(dayOf(scope.now), `${ago < 0 ? '' : '-'}P${Math.abs(ago)}D`)
  const at = (ago: number): Scope => ({ ...scope, now: daysBefore(scope, ago), actor: actorFor('officer', '') })
  const input = completed(processorAudits.fields, {
    ...values, ...whose, name: `Audit ${name.replace(/ B\.V\.$/, '')}`, number: `AU-${String(index + 1).padStart(3, '0')}`, announced_on: announced === undefined ? null : day(announced), planned_on: planned === undefined ? null : day(planned),
    points: points.map(({ due, done, ...point }) => ({ ...point, due_on: day(due), done_on: done === undefined ? null : day(done) })),
  })
  const id = await createEntry(at(made), processorAudits, input)
  if (announced !== undefined) await perform(at(announced), processorAudits, 'announce', id, { planned_on: day(planned!), announced_on: day(announced), message: null })
  if (held !== undefined) await perform(at(held), processorAudits, 'hold', id, { held_on: day(held), conclusion: conclusion ?? 'sufficient', summary: summary ?? null })
  if (closed !== undefined) await perform(at(closed), processorAudits, 'close', id, { note: null })
  return id
}

function daysBefore({ now }: Scope, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000)
}
