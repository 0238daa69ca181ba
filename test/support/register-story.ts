// Register story: people of an organisation at work in its registers, and what they see of a rule: found, told with what to do, and gone once repaired.
import assert from 'node:assert/strict'
import type { OrganisationKind } from '../../src/ground/scope.ts'
import { loadProfiles } from '../../src/policy/profiles.ts'
import { measureNorms } from '../../src/register-kit/norms/measure-norms.ts'
import { sweepBatch } from '../../src/register-kit/sweep.ts'
import { allRegisters, registerOf } from '../../src/register-kit/tied-registers.ts'
import '../../src/tied-rooms.ts'
import { tenant } from './product.ts'
import { plain, type Visitor, visitorOf } from './register-visitor.ts'

export type Form = Readonly<Record<string, string | readonly string[]>>
export type Story = Awaited<ReturnType<typeof storyOf>>

/** An organisation with a privacy officer, a DPO, a security officer and the owner of a department, each signed in. */
export async function storyOf(kind: OrganisationKind = 'municipality', profile = 'gemeente-heemstede-2026') {
  const house = await tenant({ kind, profile })
  const { burgerzaken } = house.departments
  const officer = await visitorOf(house, 'Petra Privacy', ['privacy_officer'])
  const dpo = await visitorOf(house, 'Frits Gegevens', ['dpo'])
  const iso = await visitorOf(house, 'Ivo Veilig', ['iso'])
  const owner = await visitorOf(house, 'Olga Eigenaar', [{ role: 'process_owner', departmentId: burgerzaken }])

  /** Rules with a kept finding on an entry, in the order of their names. */
  const rulesOn = (id: string): Promise<string[]> => house.scoped(async (scope) => {
    const rows = await scope.tx.selectFrom('finding').select('rule').distinct().where('organisation_id', '=', scope.organisation.id).where('entry_id', '=', id).execute()
    return rows.map(({ rule }) => rule).toSorted()
  })

  return {
    house, officer, dpo, iso, owner, rulesOn,
    /** Takes a step by its form, which must succeed. */
    async step(person: Visitor, path: string, id: string, verb: string, fields: Form = {}): Promise<void> {
      const response = await person.send(`/${path}/${id}/stap/${verb}`, fields)
      assert.equal(response.status, 303, `${verb}: ${plain(await response.text()).slice(0, 2000)}`)
    },
    /** Changes an entry by its form, from the revision that it has now. */
    change: (person: Visitor, path: string, id: string, fields: Form) => change(person, path, id, fields),
    /** Makes an entry with something wrong, sees each rule on its page beside what to do, repairs it by the form, and sees them gone. @returns its id */
    async foundAndRepaired(register: string, rules: readonly string[], broken: Form, repaired: Form): Promise<string> {
      const { path, rules: book } = registerOf(register)!
      const id = await officer.make(path, broken)
      const found = await rulesOn(id)
      assert.deepEqual(rules.filter((rule) => !found.includes(rule)), [], `found, among ${found.join(' ')}`)
      const page = await officer.page(`/${path}/${id}`)
      const form = await officer.page(`/${path}/${id}/wijzigen`)
      for (const rule of rules) {
        for (const text of [book[rule]!.words.nl, book[rule]!.advice.nl]) assert.ok(page.includes(escaped(text)), `${rule}: ${text}`)
        assert.ok(form.includes(`name="${book[rule]!.field}`), `${rule}: its field can be filled in`)
      }
      await change(officer, path, id, { ...broken, ...repaired })
      const left = await rulesOn(id)
      assert.deepEqual(rules.filter((rule) => left.includes(rule)), [], 'gone once repaired')
      return id
    },
    /** What the daily sweep finds on a day. */
    sweep: (day: string): Promise<void> => house.scoped(async (scope) => {
      for (const register of allRegisters()) await sweepBatch(scope, register, undefined)
    }, new Date(`${day}T04:00:00Z`)),
    /** How a norm of the organisation's profile stands. */
    norm: (id: string): Promise<string> => house.scoped(async (scope) => {
      const [found] = await measureNorms(scope, loadProfiles().find(({ key }) => key === profile)!, (norm) => norm.id === id)
      return found?.status ?? 'not in the profile'
    }),
  }
}

async function change(person: Visitor, path: string, id: string, fields: Form): Promise<void> {
  const revision = /name="revision" value="(\d+)"/.exec(await person.page(`/${path}/${id}/wijzigen`))![1]!
  const response = await person.send(`/${path}/${id}/wijzigen`, { ...fields, revision })
  assert.equal(response.status, 303, plain(await response.text()).slice(0, 2000))
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
