// The pages of a letter in a browser, as narrow as a phone: begin, write, look, make final, send by post; axe finds nothing.
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { axeViolations, closeBrowser, newPage, sidewaysScroll } from '../../../test/support/browser.ts'
import { tenant } from '../../../test/support/product.ts'
import { served, signIn } from '../../../test/support/served.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import { createEntry } from '../../register-kit/perform.ts'
import { complaints } from '../../registers/complaints/register.ts'

describe('letters in a browser (N-21, H-32)', () => {
  after(closeBrowser)

  test('from the case to a letter that was posted, at 320 px', async () => {
    const house = await tenant()
    const officer = await house.person('Petra Privacy', 'privacy_officer')
    const entry = await house.scoped((scope) => createEntry(scope, complaints, { ...emptyInput(complaints.fields), title: 'Te lang gewacht', kind: 'complaint', received_at: scope.now.toISOString(), channel: 'letter', language: 'nl', reporter_name: 'Jan Jansen' }))
    const base = await served()
    const page = await newPage({ viewport: { width: 320, height: 700 } })
    await signIn(page, base, officer)
    const look = async (what: string) => {
      assert.deepEqual(await axeViolations(page), [], what)
      assert.equal(await sidewaysScroll(page), 0, what)
    }
    await page.goto(`${base}/${house.slug}/klachten/${entry}`)
    await page.getByRole('link', { name: 'Brief maken' }).click()
    await look('choosing')
    await page.locator('select[name=template]').selectOption('complaint-receipt')
    await page.getByRole('button', { name: 'Verder' }).click()
    await look('the draft')
    await page.locator('textarea[name=body]').fill('Beste Jan,\n\n## Wat nu?\n\n- wij kijken ernaar\n\nGroet')
    await page.getByRole('button', { name: 'Opslaan en bekijken' }).click()
    assert.match(await page.locator('#voorbeeld').innerText(), /wij kijken ernaar/)
    await look('the preview')
    await page.getByRole('button', { name: 'Definitief maken' }).click()
    await look('final')
    await page.getByRole('button', { name: 'Is met de post gestuurd' }).click()
    assert.match(await page.locator('#zendingen').innerText(), /per post[\s\S]*Verstuurd/)
    await look('sent')
  })
})
