// In a browser: the desk of a breach and the sheet for the authority, by keyboard, past axe on a wide and a narrow screen.
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { axeViolations, closeBrowser, sidewaysScroll, withPage } from '../../../test/support/browser.ts'
import { served } from '../../../test/support/served.ts'
import { tenant } from '../../../test/support/product.ts'
import { minuteOf } from '../../case-kit/moments.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import { createEntry, perform } from '../../register-kit/perform.ts'
import { beginWithSteps } from '../responsibilities/actions.ts'
import { breaches } from './register.ts'

describe('the desk of a breach, in a browser', () => {
  after(closeBrowser)

  test('H-37 H-53 M-15: clock, severity, steps and sheet are there to read, and the next step is taken by keyboard', { timeout: 360_000 }, async () => {
    const house = await tenant()
    const officer = await house.person('Petra Privacy', 'privacy_officer')
    const id = await house.scoped(async (scope) => {
      await beginWithSteps({ ...scope }, ['breaches'])
      const aware_at = minuteOf(new Date(scope.now.getTime() - 5 * 3_600_000))
      const made = await createEntry(scope, breaches, { ...emptyInput(breaches.fields), name: 'Brief op een verkeerd adres', role: 'controller', channel: 'colleague', received_at: aware_at, aware_at, judgement: 'yes', judgement_reasons: 'x', cause: 'misdirected', kinds: ['confidentiality'], containment: 'Terug', what_happened: 'BSN 111222333 lag bij de buren.' })
      await perform(scope, breaches, 'assess', made, { judgement: 'yes', judgement_reasons: 'Een ander kreeg de brief.', aware_at: null, kinds: ['confidentiality'], dangers: [] })
      return made
    })
    const site = await served()
    await withPage({}, async (page) => {
      await page.context().addCookies([...officer.cookies].map(([name, value]) => ({ name, value, url: site })))
      const desk = `${site}/${house.slug}/datalekken/${id}`
      await page.goto(desk)
      assert.match(await page.textContent('main') ?? '', /nog 6[67] uur en \d+ minu/)
      await sound(page)
      await page.getByRole('link', { name: 'Doe dit nu' }).focus()
      await page.keyboard.press('Enter')
      await page.waitForURL(/stap\/weigh$/)
      for (const [name, value] of Object.entries({ enisa_data: 'financial', enisa_ease: 'maximum', enisa_confidentiality: 'known', enisa_integrity: 'none', enisa_availability: 'none', risk: 'risk' })) await choose(page, name, value)
      await choose(page, 'enisa_malicious', 'no')
      await page.fill('textarea[name=weigh_reasons]', 'Het inkomen lag bij de buren.')
      await page.keyboard.press('Tab')
      await page.getByRole('button', { name: 'Wegen' }).press('Enter')
      await page.waitForURL(/gedaan=weigh/)
      assert.match(await page.textContent('#ernst') ?? '', /SE = 3 × 1 \+ 0,25 = 3,25/)
      assert.equal(await page.locator('#stappen li.wb-step').count(), 11)
      await sound(page)
      await page.goto(`${desk}/ap-formulier`)
      await sound(page)
    })
  })
})

/** A few choices are buttons, more are a list. */
async function choose(page: Page, name: string, value: string): Promise<void> {
  const buttons = page.locator(`input[name=${name}][value=${value}]`)
  await ((await buttons.count()) > 0 ? buttons.check() : page.selectOption(`select[name=${name}]`, value))
}

async function sound(page: Page): Promise<void> {
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 })
    assert.deepEqual(await axeViolations(page), [], `${page.url()} at ${width}`)
    assert.equal(await sidewaysScroll(page), 0, `${page.url()} at ${width}`)
  }
  await page.setViewportSize({ width: 1280, height: 800 })
}
