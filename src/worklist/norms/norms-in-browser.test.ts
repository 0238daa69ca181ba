// The norm board in a browser: wide and light, narrow and dark, past axe, by keyboard, and on paper; with every status, a trend with a gap, and the PDCA board.
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { axeViolations, closeBrowser, newPage, sidewaysScroll } from '../../../test/support/browser.ts'
import { served, signIn } from '../../../test/support/served.ts'
import { tenant } from '../../../test/support/product.ts'
import { visitorOf } from '../../../test/support/register-visitor.ts'
import { takeSnapshot } from './snapshots.ts'

describe('the norm board in a browser', () => {
  after(() => closeBrowser())

  test('board, norm, statement and measures: axe finds nothing, nothing scrolls sideways, and a norm is reached by keyboard (H-04, H-46, M-04)', { timeout: 600_000 }, async () => {
    const base = await served()
    const house = await tenant()
    const officer = await visitorOf(house, 'Petra Privacy', ['privacy_officer'])
    const dpo = await house.person('Frits Gegevens', 'dpo')
    for (const ago of [6, 5, 3]) await house.scoped(takeSnapshot, new Date(Date.now() - ago * 86_400_000))
    await officer.make('systemen', { name: 'Zaken', kind: 'central' })
    const stated = await officer.send('/normen/H-14/verklaringen', { stands: 'attention', text: 'Deels.', document: 'Gegevensbeschermingseffectbeoordelingsformulierenarchief', 'valid_for.amount': '6', 'valid_for.unit': 'M' })
    const statement = stated.headers.get('location')!.replace(/\?.*/, '').replace(`/${house.slug}`, '')
    for (const [name, step] of [['Bewaartermijnen', ''], ['Inkoopformulier', 'to_do']] as const) {
      const id = await officer.make('maatregelen', { name, 'norms.0.norm': 'H-14', due_on: '2026-01-01', owner: officer.personId })
      if (step) await officer.send(`/maatregelen/${id}/stap/${step}`, {})
    }
    for (const [viewport, colorScheme] of [[{ width: 1280, height: 800 }, 'light'], [{ width: 320, height: 700 }, 'dark']] as const) {
      const page = await newPage({ viewport, colorScheme })
      await signIn(page, base, dpo)
      for (const path of ['', '/normen', '/normen/H-14', statement, '/maatregelen']) {
        const response = await page.goto(`${base}/${house.slug}${path}`)
        const where = `${path} at ${viewport.width}`
        assert.equal(response?.status(), 200, where)
        assert.equal(await page.locator('h1').count(), 1, where)
        assert.equal(await sidewaysScroll(page), 0, `${where}: scrolls sideways`)
        for (const details of await page.locator('.wb-content details').all()) await details.evaluate((one) => one.setAttribute('open', ''))
        assert.deepEqual(await axeViolations(page), [], where)
      }
      await page.goto(`${base}/${house.slug}/normen`)
      const tile = page.locator('.wb-tile[href$="/normen/H-14"]')
      assert.match((await tile.textContent())!, /H-14: aandacht/)
      await tile.focus()
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/normen\/H-14$/)
      assert.equal(await page.locator('.wb-trend__gap').count(), 3)
      assert.match((await page.locator('.wb-trend__drawing').getAttribute('aria-label'))!, /^Verloop van H-14: .*niet te meten.*niet gemeten.*aandacht\.$/)
      await page.emulateMedia({ media: 'print' })
      assert.equal(await page.locator('.wb-nav').isVisible(), false)
      await page.context().close()
    }
  })
})
