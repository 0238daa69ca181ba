// What those see who only read: an employee and an auditor get no buttons that change, no forms that end in a refusal, and no dead ends.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tenant } from '../../test/support/product.ts'

const changing = /Nieuwe verwerking|Register importeren|Importeren<|Wijziging voorstellen|Beëindigen|Ter toetsing aanbieden|Jaarlijks nagekeken<|Opmerking maken|\/wijzigen"|\/stap\//

test('N-02: an employee reads what is active in the own department, without buttons; where nothing is, the public register is near', async () => {
  const house = await tenant()
  const officer = await house.person('Petra Privacy', 'privacy_officer')
  const employee = await house.person('Wim Werk', { role: 'employee', departmentId: house.departments.burgerzaken })
  const register = `/${house.slug}/verwerkingen`
  for (const path of [`/${house.slug}`, register]) {
    const html = await (await employee.get(path)).text()
    assert.ok(html.includes(`href="/openbaar${register}"`), path)
    assert.doesNotMatch(html, changing, path)
    assert.doesNotMatch(html, /Excel/, path)
  }
  const ids: string[] = []
  for (const department of [house.departments.burgerzaken, house.departments.belastingen]) {
    const made = await officer.post(`${register}/nieuw`, { name: `Van ${department}`, department, role: 'controller' })
    ids.push(/verwerkingen\/([0-9a-f-]{36})/.exec(made.headers.get('location') ?? '')![1]!)
  }
  const [own, other] = ids as [string, string]
  assert.equal((await employee.get(`${register}/${own}`)).status, 404, 'a draft is not for an employee')
  await house.scoped((scope) => scope.tx.updateTable('processing_activity').set({ status: 'active', version: 1 }).where('organisation_id', '=', scope.organisation.id).execute())
  const home = await (await employee.get(`/${house.slug}`)).text()
  assert.match(home, /actief in uw afdeling/)
  assert.doesNotMatch(home, /te laat nagekeken|met iets ernstigs|in de maak/)
  assert.doesNotMatch(await (await employee.get(register)).text(), changing)
  assert.doesNotMatch(await (await employee.get(`${register}/${own}`)).text(), changing)
  assert.equal((await employee.get(`${register}/${other}`)).status, 404)
  assert.equal((await employee.get(`${register}/import`)).status, 403)
  for (const path of ['/nieuw', `/${own}/wijzigen`, `/${own}/stap/remark`, `/${own}/stap/end`]) {
    assert.equal((await employee.get(register + path)).status, 403, path)
    assert.equal((await employee.post(register + path, { name: 'Toch', reason: 'Toch', body: 'Toch' })).status, 403, path)
  }
})

test('an auditor reads everything and changes nothing', async () => {
  const house = await tenant()
  const officer = await house.person('Petra Privacy', 'privacy_officer')
  const auditor = await house.person('Anna Audit', 'auditor')
  const register = `/${house.slug}/verwerkingen`
  assert.match(await (await auditor.get(register)).text(), /Het register is nog leeg/)
  assert.doesNotMatch(await (await auditor.get(`/${house.slug}`)).text(), /Excel/)
  const made = await officer.post(`${register}/nieuw`, { name: 'Parkeervergunning', department: house.departments.belastingen, role: 'controller' })
  const id = /verwerkingen\/([0-9a-f-]{36})/.exec(made.headers.get('location') ?? '')![1]!
  for (const path of [`/${house.slug}`, register, `${register}/${id}`, `${register}/${id}/geschiedenis`, `${register}/bevindingen`, `${register}/nakijken`, `${register}/export`, `/${house.slug}/catalogi`]) {
    const response = await auditor.get(path)
    assert.equal(response.status, 200, path)
    assert.doesNotMatch(await response.text(), changing, path)
  }
  for (const path of ['/nieuw', `/${id}/wijzigen`, `/${id}/stap/remove`, `/${id}/stap/remark`]) {
    assert.equal((await auditor.get(register + path)).status, 403, path)
    assert.equal((await auditor.post(register + path, { name: 'Toch', reason: 'Toch', body: 'Toch' })).status, 403, path)
  }
})
