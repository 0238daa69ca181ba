// Pages in a browser: for every register its pages pass axe at two widths and in both colour schemes, nothing scrolls sideways, and its main work is done by keyboard.
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import type { Register } from '../../src/register-kit/register.ts'
import { hasProposals } from '../../src/register-kit/lifecycle.ts'
import { allRegisters } from '../../src/register-kit/tied-registers.ts'
import '../../src/tied-rooms.ts'
import { axeViolations, closeBrowser, contrastViolations, newPage, sidewaysScroll, withPage } from '../support/browser.ts'
import { tenant } from '../support/product.ts'
import { samplesFor } from '../support/sample-input.ts'
import { served, signIn } from '../support/served.ts'
import { stockOf } from '../support/stock.ts'

/** Wide and light as at a desk, narrow and dark as on a telephone. */
const views = [{ name: 'wide and light', viewport: { width: 1280, height: 800 }, colorScheme: 'light' }, { name: 'narrow and dark', viewport: { width: 320, height: 700 }, colorScheme: 'dark' }] as const

/** One of each build (with proposals and without, cases, texts, questionnaires): in these every page is looked at in each view, and the keyboard's way is gone. Of the others what they declare themselves. */
const thorough = new Set(['processing-activities', 'systems', 'requests', 'agreements', 'assessments'])

let made: ReturnType<typeof make> | undefined
const setting = () => made ??= make()
after(() => closeBrowser())

async function make() {
  const base = await served()
  const house = await tenant()
  const officer = await house.person('Petra Privacy', 'privacy_officer')
  const pages: Page[] = []
  for (const { viewport, colorScheme } of views) {
    const page = await newPage({ viewport, colorScheme })
    await signIn(page, base, officer)
    pages.push(page)
  }
  return { base, house, officer, samples: await samplesFor(house), pages }
}

for (const register of allRegisters() as readonly Register[]) {
  const { path, lifecycle: { verbs, inForce }, named } = register

  describe(`the pages of ${register.key} in a browser`, () => {
    test(`${thorough.has(register.key) ? 'list, filters, form, entry, step, history, versions beside each other, import and export' : 'list, form, entry and versions beside each other'}: axe finds nothing and nothing scrolls sideways`, { timeout: 600_000 }, async () => {
      const { base, house, samples, pages } = await setting()
      const full = samples.input(register, 0)
      const [entry] = await stockOf(house, register, { status: inForce, proposal: hasProposals(register) ? 'draft' : 'none' }, [full])
      // What somebody may have filled in without a space in it, and with very many.
      await stockOf(house, register, { status: inForce, proposal: 'none' }, [{ ...full, [named.number.field]: null, [named.title]: 'Gegevensbeschermingseffectbeoordelingsformulierenarchief'.repeat(3).slice(0, 150) }, { ...samples.input(register, 1), [named.number.field]: null }])
      const step = Object.entries(verbs).find(([, verb]) => verb.offered === 'form' && verb.roles.includes('privacy_officer'))?.[0]
      const at = `${base}/${house.slug}/${path}`
      const isThorough = thorough.has(register.key)
      // The same fields stand in an empty form as in a full one, which takes axe ten times as long.
      const ofItself = [`${at}/${entry}`, `${at}/${isThorough ? `${entry}/wijzigen` : 'nieuw'}`]
      const own = [`${at}?filters=open`, ...ofItself]
      // Drawn by the kit whatever the register: past axe in the view that leaves least room and light.
      const ofTheKit = isThorough ? [`${at}/${entry}/stap/${step}`, `${at}/${entry}/geschiedenis`, `${at}/${entry}/vergelijken?van=1&naar=nu`, `${at}/import`, `${at}/export`] : []
      // Of the other pages one look is enough: they are built of the same parts.
      const alike = isThorough ? [`${at}/nieuw`, `${at}/${entry}/versies/1`, at] : [`${at}/${entry}/wijzigen`, `${at}/${entry}/vergelijken?van=1&naar=nu`]
      for (const [index, page] of pages.entries()) {
        // What a register declares itself shows where room and light are least.
        if (index === 0 && !isThorough) continue
        for (const address of [...own, ...ofTheKit, ...alike]) {
          const response = await page.goto(address)
          const where = `${address.replace(base, '')}, ${views[index]!.name}`
          assert.equal(response?.status(), 200, where)
          assert.equal(await page.locator('h1').count(), 1, where)
          assert.equal(await sidewaysScroll(page), 0, `${where}: scrolls sideways`)
          // What axe reads is the same at any width; colours aren't the same by day.
          if (index === 0) assert.deepEqual(await contrastViolations(page), [], where)
          else if (ofItself.includes(address) || isThorough && [...own, ...ofTheKit].includes(address)) assert.deepEqual(await axeViolations(page), [], where)
        }
      }
    })

    if (thorough.has(register.key)) test('by keyboard alone an entry is made, found and changed, and the focus is always to be seen', { timeout: 360_000 }, async () => {
      const { base, house, officer } = await setting()
      const at = `/${house.slug}/${path}`
      await withPage({}, async (page) => {
        await signIn(page, base, officer)
        await page.goto(`${base}${at}`)
        await pressOn(page, `a[href="${at}/nieuw"]`)
        await tabTo(page, `input[name="${named.title}"]`)
        await page.keyboard.type('Met het toetsenbord gemaakt')
        await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
        assert.match(page.url(), /gedaan=create/)
        const id = new RegExp(`${path}/([0-9a-f-]{36})`).exec(page.url())![1]!
        await page.goto(`${base}${at}?q=toetsenbord`)
        await pressOn(page, `tbody a[href="${at}/${id}"]`)
        if (verbs.change!.when({ status: register.lifecycle.start, stage: register.lifecycle.statuses[register.lifecycle.start]!.stage, department: null, proposal: 'none' })) {
          await pressOn(page, `a[href="${at}/${id}/wijzigen"]`)
          // From the end backwards: the buttons that save stand behind all fields.
          await tabTo(page, 'form[action$="/wijzigen"] button[value=save]:not([aria-hidden])', 'Shift+Tab')
          await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
          assert.match(page.url(), /gedaan=change/)
        }
        await tabTo(page, `a[href="${at}/${id}/geschiedenis"]`)
        await page.goto(`${base}${at}`)
        for (const wanted of ['input[name=q]', `a[href^="${at}/export"]`, `a[href="${at}/import"]`, 'th a']) await tabTo(page, wanted)
      })
    })
  })
}

/** Presses Tab until the wanted thing has the focus, which must show where it is all the way. */
async function tabTo(page: Page, selector: string, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 300; presses++) {
    await page.keyboard.press(key)
    const { isThere, isShown, what } = await page.evaluate((wanted) => {
      const focused = document.activeElement
      const style = focused && getComputedStyle(focused)
      const label = focused?.id ? document.querySelector(`label[for="${focused.id}"]`) : undefined
      const outlines = [style, label && getComputedStyle(label)].some((one) => one && (one.outlineStyle !== 'none' || one.boxShadow !== 'none'))
      return { isThere: focused?.matches(wanted) ?? false, isShown: focused === document.body || outlines, what: focused?.outerHTML.slice(0, 200) }
    }, selector)
    assert.ok(isShown, `${what} has the focus and doesn’t show it, on ${page.url()}`)
    if (isThere) return
  }
  assert.fail(`${selector} can’t be reached by ${key} on ${page.url()}`)
}

async function pressOn(page: Page, selector: string): Promise<void> {
  await tabTo(page, selector)
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
}
