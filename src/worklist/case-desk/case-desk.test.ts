// The case desk through the front door: every running clock in the order of its end, filters in the address, and nothing of what somebody may not see.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { plain } from '../../../test/support/register-visitor.ts'
import { type Tenant, tenant } from '../../../test/support/product.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import { createEntry, perform } from '../../register-kit/perform.ts'
import { questions } from '../../registers/questions/register.ts'
import { readClockChoices } from './clock-choices.ts'
import { countClocks, openClocks } from './open-clocks.ts'

describe('the case desk', () => {
  let house: Tenant
  let officer: Awaited<ReturnType<Tenant['person']>>
  let employee: Awaited<ReturnType<Tenant['person']>>

  before(async () => {
    house = await tenant()
    officer = await house.person('Petra Privacy', 'privacy_officer')
    employee = await house.person('Wim Werkt', { role: 'employee', departmentId: house.departments.burgerzaken })
    await house.scoped(async (scope) => {
      for (let index = 0; index < 12; index++) {
        const asked = { ...scope, now: new Date(scope.now.getTime() - index * 2 * 86_400_000) }
        const id = await createEntry(asked, questions, { ...emptyInput(questions.fields), title: `Vraag ${index}`, question: 'Mag dit?', department: index % 2 === 0 ? house.departments.burgerzaken : house.departments.belastingen })
        if (index === 3) await perform(scope, questions, 'reply', id, { answer: 'Ja.' })
      }
    })
  })

  test('what ends first comes first, page by page, and what was met is gone', async () => {
    await house.scoped(async (scope) => {
      const all = { registers: [questions], stand: undefined, department: undefined, isMine: false }
      const whole = await openClocks(scope, all, 50)
      assert.equal(whole.clocks.length, 11)
      assert.equal(whole.next, undefined)
      const ends = whole.clocks.map(({ dueAt }) => dueAt.getTime())
      assert.deepEqual(ends, ends.toSorted((one, other) => one - other))
      const first = await openClocks(scope, all, 4)
      const rest = await openClocks(scope, all, 50, first.next)
      assert.deepEqual([...first.clocks, ...rest.clocks].map(({ id }) => id), whole.clocks.map(({ id }) => id))
      const counts = await countClocks(scope, all)
      assert.equal(counts.all, 11)
      for (const stand of ['late', 'day', 'week', 'suspended'] as const) assert.equal((await openClocks(scope, { ...all, stand }, 50)).clocks.length, counts[stand], stand)
      assert.ok(counts.late > 0 && counts.week > 0)
      assert.ok((await openClocks(scope, { ...all, department: house.departments.burgerzaken }, 50)).clocks.every(({ department }) => department === 'Burgerzaken'))
    })
  })

  test('the page says how much time is left; the address keeps the choice; others’ cases aren’t there', async () => {
    const html = plain(await (await officer.get(`/${house.slug}/zaken?stand=te-laat`)).text())
    assert.match(html, /te laat/)
    assert.match(html, /Wanneer: Te laat/)
    const empty = await employee.get(`/${house.slug}/zaken`)
    assert.equal(empty.status, 200)
    assert.doesNotMatch(plain(await empty.text()), /Vraag \d/)
  })

  test('an address that asks nonsense asks nothing', () => {
    assert.deepEqual(readClockChoices([questions], [], new URLSearchParams('register=x&stand=ooit&afdeling=1&mijn=nee&na=1_2')), { register: undefined, stand: undefined, department: undefined, isMine: false, after: undefined })
  })
})
