// Policies of the demo world: the deeds that bring them about: drafted, tested, adopted body by body, published, told, read.
import type { Actor, Scope } from '../ground/scope.ts'
import { emptyInput, type InputOf } from '../register-kit/field-types.ts'
import { createEntry, loadEntry, perform } from '../register-kit/perform.ts'
import { acknowledge } from '../registers/policy-documents/campaigns.ts'
import { fields } from '../registers/policy-documents/declaration.ts'
import { policyDocuments } from '../registers/policy-documents/register.ts'
import type { Decision, Edition, PolicySketch } from './policy-sketch.ts'
import type { Days } from './resources.ts'
import type { Settled } from './settle.ts'

export type Deed = { readonly at: Date; readonly what: string; readonly run: (scope: Scope) => Promise<void> }

const day = 86_400_000

/** All deeds of all documents, in the order of each. */
export function policyDeeds(sketches: readonly PolicySketch[], { names, actorFor }: Settled, on: Days, now: Date): Deed[] {
  const ids = new Map<string, string>()
  const bodyId = (name: string) => names.bodies.get(name) ?? unknown(name)
  const decision = ({ on: daysAgo, body, of, number }: Decision) => ({
    adopted_on: on(daysAgo), decision_number: number ?? null, in_force_from: null, ...of === undefined ? { body: bodyId(body), participant: null, participant_body: null } : { body: null, participant: names.participants.get(of) ?? unknown(of), participant_body: body },
  })
  return sketches.flatMap((sketch, place) => {
    const officer = actorFor('officer', sketch.department)
    const deeds: Deed[] = []
    let last = 0
    // Each a while after the one before it, whatever the days say.
    const add = (daysAgo: number, what: string, actor: Actor, run: (scope: Scope) => Promise<unknown>) => {
      const at = Math.min(Math.max(now.getTime() - daysAgo * day + place * 60_000, last + 5_000), now.getTime() - 60_000)
      last = at
      deeds.push({ at: new Date(at), what: `${sketch.title}: ${what}`, run: async (scope) => { await run({ ...scope, actor }) } })
    }
    const step = (verb: string, values: Record<string, unknown> = {}) => (scope: Scope) => perform(scope, policyDocuments, verb, ids.get(sketch.title)!, values)
    for (const [index, edition] of sketch.editions.entries()) {
      const version = `versie ${index + 1}`
      add(edition.made, version, officer, async (scope) => {
        const id = ids.get(sketch.title)
        if (id === undefined) return void ids.set(sketch.title, await createEntry(scope, policyDocuments, { ...inputOf(sketch, edition), number: `B-${String(place + 1).padStart(3, '0')}` }))
        await perform(scope, policyDocuments, 'propose', id)
        const { input, system } = await loadEntry(scope, policyDocuments, id)
        await perform(scope, policyDocuments, 'change', id, { ...input, text: edition.text }, { revision: system.revision })
      })
      add(edition.made - 1, 'submit', officer, step('submit'))
      const [first, ...others] = edition.adopted
      if (!first) continue
      add(edition.made - 2, 'advise', actorFor('dpo', sketch.department), step('advise', { outcome: 'agreed', note: null }))
      add(Math.min(first.on, edition.made - 3), 'activate', officer, step('activate', { ...decision(first), note: edition.why ?? null }))
      for (const other of others) add(other.on, 'adopt', officer, step('adopt', decision(other)))
      if (edition.published !== undefined) add(edition.published, 'publish', officer, step('publish', { change_note: edition.why ?? null }))
      if (edition.announced !== undefined) add(edition.announced, 'announce', officer, step('announce', { note: edition.why ?? null }))
      const { asked } = edition
      if (asked) add(asked.on, 'ask_reading', officer, step('ask_reading', { within: asked.within, aim: null, department: null }))
      for (const [order, name] of (asked?.read ?? []).entries()) add(asked!.on - 2 - order, 'read', readerOf(name), (scope) => acknowledge(scope, ids.get(sketch.title)!))
    }
    const { evaluated } = sketch
    if (evaluated) add(evaluated.on, 'review', officer, step('review', { evaluated_on: on(evaluated.on), outcome: 'keep', note: evaluated.note }))
    return deeds
  })

  function inputOf({ title, kind, level, audience = 'public', under, department, summary }: PolicySketch, { text }: Edition): InputOf<typeof fields> {
    return { ...emptyInput(fields), title, kind, level, audience, summary, text, parent: under === undefined ? null : ids.get(under) ?? unknown(under), department: names.departments.get(department) ?? unknown(department), owner: names.ownerOf(department) }
  }

  function readerOf(name: string): Actor {
    return { kind: 'person', personId: names.people.get(name) ?? unknown(name), accountId: '', name, assignments: [] }
  }
}

function unknown(name: string): never {
  throw new Error(`The demo world has no ${name}`)
}
