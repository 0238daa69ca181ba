// Schemes: the product's own pages in dark, and in an organisation's colours, past axe's rule of contrast at two widths; and the choice itself, made in a browser without JavaScript.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { newId } from '../src/ground/ids.ts'
import { forgetHouseStyle, saveTheme } from '../src/people/house-styles.ts'
import { closeBrowser, contrastViolations, sidewaysScroll, withPage } from './support/browser.ts'
import { type FilledTenant, filledTenant } from './support/filled-tenant.ts'
import { served, signIn } from './support/served.ts'

describe('the product in a browser', () => {
  let base: string
  let house: FilledTenant

  before(async () => {
    base = await served()
    house = await filledTenant(`scheme${newId().slice(-6)}`)
    await wear(null)
  })
  after(closeBrowser)

  async function wear(accent: string | null): Promise<void> {
    await house.scoped((scope) => saveTheme(scope, { accent, letterhead: accent && 'Gemeente Voorbeeld', logo: null }))
    forgetHouseStyle(house.slug)
  }

  const pages = () => [
    `/${house.slug}`, `/${house.slug}/verwerkingen`, `/${house.slug}/verwerkingen/${house.entry}`, `/${house.slug}/verwerkingen/${house.entry}/geschiedenis`, `/${house.slug}/verwerkingen/nieuw`, `/${house.slug}/organisatie`,
    `/${house.slug}/catalogi/data-category`, `/${house.slug}/beheer/personen`, `/openbaar/${house.slug}/verwerkingen`, `/openbaar/${house.slug}/verwerkingen/${house.entry}`, `/${house.slug}/inloggen`, '/account',
  ]

  async function violations(scheme: 'light' | 'dark', width: number, paths = pages()): Promise<string[]> {
    const found: string[] = []
    await withPage({ colorScheme: scheme, viewport: { width, height: 800 } }, async (page) => {
      await signIn(page, base, house.officer)
      for (const path of paths) {
        await page.goto(base + path)
        const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
        assert.equal(ground, scheme === 'dark' ? 'rgb(17, 25, 37)' : 'rgb(255, 255, 255)', path)
        found.push(...(await contrastViolations(page)).map((violation) => `${path}: ${violation}`))
        if (await sidewaysScroll(page) > 0) found.push(`${path}: scrolls sideways`)
      }
    })
    return found
  }

  for (const width of [1280, 320]) test(`dark at ${width} px: every letter stands out, and nothing scrolls sideways`, { timeout: 600_000 }, async () => assert.deepEqual(await violations('dark', width), []))

  test('without JavaScript: another language and dark colours, from the page itself and back to it', { timeout: 180_000 }, () =>
    withPage({ javaScriptEnabled: false, colorScheme: 'light' }, async (page) => {
      const address = `${base}/openbaar/${house.slug}/verwerkingen?q=bijstand`
      await page.goto(address)
      await page.getByRole('button', { name: 'English' }).first().click()
      assert.equal(page.url(), address)
      assert.equal(await page.locator('h1').innerText(), 'Register of processing activities')
      await page.getByRole('button', { name: 'Dark' }).click()
      assert.equal(page.url(), address)
      assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(17, 25, 37)')
      assert.equal(await page.getByRole('button', { name: 'Dark' }).getAttribute('aria-pressed'), 'true')
      await page.getByRole('button', { name: 'Nederlands' }).first().click()
      assert.deepEqual([await page.locator('html').getAttribute('lang'), await page.locator('html').getAttribute('data-scheme')], ['nl', 'dark'])
    }))

  // Last, because it changes how the pages above look. A colour that is only just readable on white.
  for (const [scheme, width] of [['light', 320], ['dark', 1280]] as const) {
    test(`in the organisation's own colour, ${scheme} at ${width} px: every letter stands out, and nothing scrolls sideways`, { timeout: 600_000 }, async () => {
      await wear('#c2410c')
      assert.deepEqual(await violations(scheme, width, pages().filter((_, index) => [0, 2, 4, 8, 10].includes(index))), [])
    })
  }
})
