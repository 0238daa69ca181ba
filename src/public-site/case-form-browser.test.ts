// A case from a phone without JavaScript: the form question by question, a photo, looking it over, the number, the status page and adding to it, past axe at 320 px in both languages.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { axeViolations, closeBrowser, sidewaysScroll, withPage } from '../../test/support/browser.ts'
import { served } from '../../test/support/served.ts'
import { product, type Tenant, tenant } from '../../test/support/product.ts'
import { makeWaiting } from '../case-kit/intake/waiting-forms.ts'
import { jobPlace } from '../people/job-scope.ts'
import { caseRegisters } from '../tied-cases.ts'
import { makeHouse } from '../web.tsx'

describe('a citizen with a phone and no JavaScript', () => {
  let base: string
  let house: Tenant
  before(async () => {
    base = await served()
    house = await tenant()
  })
  after(closeBrowser)

  test('M-16, P-19, W-15: tells of a complaint with a photo, switches language, sends once and follows it by keyboard, with one functional cookie', { timeout: 360_000 }, () =>
    withPage({ javaScriptEnabled: false, viewport: { width: 320, height: 640 }, hasTouch: true }, async (page) => {
      const wrong: string[] = []
      const look = async (where: string) => {
        if (await sidewaysScroll(page) > 0) wrong.push(`${where}: scrolls sideways`)
        wrong.push(...(await axeOn(page)).map((violation) => `${where}: ${violation}`))
      }
      await page.goto(`${base}/openbaar/${house.slug}/klacht`)
      await look('first question')
      assert.deepEqual(await page.context().cookies(), [])
      await page.getByRole('button', { name: 'Volgende' }).click()
      await look('first question with a fault')
      await page.getByLabel('Klacht', { exact: true }).check()
      // Enter goes on, as the button does.
      await page.getByLabel('Klacht', { exact: true }).press('Enter')
      await page.getByLabel('Waar gaat het over').fill('Mijn brief lag bij de buren')
      await page.getByRole('button', { name: 'Liever alles op één bladzijde' }).click()
      assert.equal(await page.getByLabel('Waar gaat het over').inputValue(), 'Mijn brief lag bij de buren')
      await page.getByLabel('Wat is er gebeurd').fill('Een open envelop, met mijn BSN 111222333.')
      await page.getByRole('button', { name: 'English' }).first().click()
      assert.equal(await page.getByLabel('What is it about').inputValue(), 'Mijn brief lag bij de buren', 'what was sent before the switch stays')
      await look('all questions in English')
      await page.getByLabel('What happened').fill('An open envelope, with my number 111222333.')
      await page.getByLabel('Your e-mail address').fill('buur@voorbeeld.example')
      await page.getByLabel('Send files along').setInputFiles(join(import.meta.dirname, '../../test/data/pictures/turned.jpg'))
      await page.getByRole('button', { name: 'Look it over' }).click()
      assert.match(await page.locator('main').innerText(), /Is this right\?[\s\S]*please take it out[\s\S]*attachment 1\.jpg/)
      await look('review')
      // Nobody is done as soon as a test on a quick machine: what is sent within seconds waits for a person to look at it.
      const { setClock } = await product()
      setClock(new Date(Date.now() + 60_000).toISOString())
      await page.getByRole('button', { name: 'Send', exact: true }).click()
      setClock(undefined)
      await look('done')
      const number = await page.locator('#nummer strong').innerText()
      const [cookie, ...more] = (await page.context().cookies()).filter(({ name }) => name !== 'taal')
      assert.deepEqual([more.length, cookie!.httpOnly, cookie!.sameSite], [0, true, 'Lax'])
      await page.getByRole('link', { name: 'See how it stands' }).click()
      assert.match(await page.locator('main').innerText(), new RegExp(number))
      // Where more are sent at once, the case is made a moment later.
      const door = makeHouse((await product()).deps)
      await makeWaiting(door, await jobPlace(door, house.organisation.id, { kind: 'system', task: 'intake' }), caseRegisters)
      await page.reload()
      await look('status')
      await page.getByRole('link', { name: /add/i }).first().click()
      await page.locator('textarea').fill('There was a second letter.')
      await look('adding')
      await page.locator('button.utrecht-button--primary-action').click()
      assert.match(await page.locator('main').innerText(), /Done/)
      assert.deepEqual(wrong, [])
    }))

  /** axe runs by script in the page, which the page itself may not: it is looked at in a twin with JavaScript. */
  async function axeOn(page: Page): Promise<string[]> {
    const html = await page.content()
    return withPage({ viewport: { width: 320, height: 640 } }, async (twin) => {
      await twin.route('**/*', (route) => route.request().resourceType() === 'document' ? route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }) : route.continue())
      await twin.goto(`${base}/openbaar/${house.slug}/klacht`)
      return axeViolations(twin)
    })
  }
})
