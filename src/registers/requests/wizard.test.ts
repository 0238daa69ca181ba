// The decision wizard in a browser: at 320 pixels, with nothing wrong for a screen reader; a decision is taken only once nothing is missing (H-29, M-14).
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { axeViolations, sidewaysScroll, withPage } from '../../../test/support/browser.ts'
import { tenant } from '../../../test/support/product.ts'
import { served, signIn } from '../../../test/support/served.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import { loadEntry, perform } from '../../register-kit/perform.ts'
import { requestCases } from './outside.ts'
import { requests } from './register.ts'

async function sound(page: Page): Promise<void> {
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 })
    assert.deepEqual(await axeViolations(page), [], `${page.url()} at ${width}`)
    assert.equal(await sidewaysScroll(page), 0, `${page.url()} at ${width}`)
  }
}

describe('deciding in a browser', () => {
  test('H-29 M-14: what is missing is said where it stands, nothing that was typed is lost, and then it is decided', { timeout: 360_000 }, async () => {
    const house = await tenant()
    const officer = await house.person('Petra Privacy', 'privacy_officer')
    const base = await served()
    const id = await house.scoped(async (scope) => {
      const made = await requestCases.intakes[0]!.receive(scope, { ...emptyInput(requests.fields), right: 'access', request: 'Alles.', subject_name: 'Wies de Vraag', channel: 'web' })
      await perform(scope, requests, 'identify', made.id, { identity_means: 'shown', identity_note: null, identity_checked_on: null })
      return made.id
    })
    await withPage({}, async (page) => {
      await signIn(page, base, officer)
      await page.goto(`${base}/${house.slug}/verzoeken/${id}`)
      await sound(page)
      await page.getByRole('link', { name: 'Besluit nemen' }).first().click()
      await page.getByLabel('Een kopie doet afbreuk aan de rechten en vrijheden van anderen.').check()
      await page.getByLabel('Besluit', { exact: true }).selectOption('partial')
      await page.getByLabel('Uitleg voor de persoon').fill('U krijgt alles, behalve de naam van een ander.')
      await page.getByRole('button', { name: 'Besluit nemen' }).click()
      await page.getByText('Schrijf de afweging op').first().waitFor()
      await sound(page)
      assert.equal(await page.getByLabel('Uitleg voor de persoon').inputValue(), 'U krijgt alles, behalve de naam van een ander.')
      await page.getByText('Bezwaar maken tegen dit besluit').first().waitFor()
      await page.getByLabel('De afweging, of waaruit het blijkt').fill('De ander loopt gevaar als de naam bekend wordt.')
      await page.getByRole('button', { name: 'Besluit nemen' }).click()
      await page.waitForURL(/gedaan=decide/)
    })
    assert.equal((await house.scoped((scope) => loadEntry(scope, requests, id))).input.outcome, 'partial')
  })
})
