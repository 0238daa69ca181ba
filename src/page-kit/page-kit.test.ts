import { after, before, test, describe } from 'node:test'
import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { serve, type ServerType } from '@hono/node-server'
import type { ConsoleMessage, Page } from 'playwright-core'
import { axeViolations, closeBrowser, contrastViolations, newPage, sidewaysScroll, withPage } from '../../test/support/browser.ts'
import { prepareAssets } from './assets.ts'
import { sampleSite } from './sample.tsx'

let server: ServerType
let site: string

describe('the page kit in a browser', () => {
  before(async () => {
    await prepareAssets()
    server = serve({ fetch: sampleSite().fetch, port: 0 })
    await new Promise((resolve) => server.once('listening', resolve))
    site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  after(async () => {
    await closeBrowser()
    await new Promise((resolve) => server.close(resolve))
  })

  // One page for each address, which is shown in four ways: a new one each time costs a process of the browser.
  for (const path of ['/', '/lijst', '/dossier', '/formulier', '/formulier?fout', '/beeindigen', '/openbaar', '/inloggen']) describe(path, () => {
    let page: Page
    before(async () => { page = await newPage() })
    after(() => page.context().close())
    for (const [width, colorScheme] of [[1280, 'light'], [320, 'light'], [1280, 'dark'], [320, 'dark']] as const) {
      test(`${path} at ${width} px, ${colorScheme}: axe finds nothing, the page doesn't scroll sideways, the browser complains of nothing`, async () => {
        const complaints: string[] = []
        const hear = (message: ConsoleMessage) => message.type() === 'error' && complaints.push(message.text())
        const catchError = (error: Error) => complaints.push(error.message)
        page.on('console', hear).on('pageerror', catchError)
        await page.setViewportSize({ width, height: 800 })
        await page.emulateMedia({ colorScheme })
        await page.goto(site + path)
        // In the dark nothing but colours is another.
        assert.deepEqual(await (colorScheme === 'light' ? axeViolations : contrastViolations)(page), [])
        assert.equal(await sidewaysScroll(page), 0)
        assert.deepEqual(complaints, [])
        page.off('console', hear).off('pageerror', catchError)
      })
    }
  })

  test('every link, button and field is at least 24 pixels high, or stands in a line of text', () =>
    withPage({}, async (page) => {
      for (const path of ['/', '/lijst', '/dossier', '/formulier']) {
        await page.goto(site + path)
        const small = await page.evaluate(() => [...document.querySelectorAll<HTMLElement>('a, button, summary, select, input:not([type=hidden], [type=checkbox], [type=radio])')]
          .filter((element) => element.getClientRects().length > 0 && !element.closest('.wb-hidden') && getComputedStyle(element).display !== 'inline')
          .filter((element) => element.getBoundingClientRect().height < 23.5 && !element.classList.contains('utrecht-skip-link'))
          .map((element) => `${element.className}: ${element.textContent} ${element.getBoundingClientRect().height}`))
        assert.deepEqual(small, [], path)
      }
    }))

  test('without JavaScript a row is added and removed by the server, and nothing typed is lost', () =>
    withPage({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${site}/formulier`)
      await page.getByLabel('Naam van de verwerking').fill('Leerlingenvervoer')
      await page.getByRole('button', { name: 'Doel toevoegen' }).click()
      assert.equal(await page.getByRole('group', { name: /^Doel \d/ }).count(), 3)
      await page.locator('[name="purposes.2.purpose"]').fill('Toezicht')
      await page.getByRole('button', { name: 'Verwijderen Doel 1' }).click()
      assert.equal(await page.locator('[name="purposes.0.purpose"]').inputValue(), 'Betalen van de vervoerder')
      assert.equal(await page.locator('[name="purposes.1.purpose"]').inputValue(), 'Toezicht')
      assert.equal(await page.getByLabel('Naam van de verwerking').inputValue(), 'Leerlingenvervoer')
      // Enter in a field saves; it must not press the first "verwijderen".
      await page.getByLabel('Naam van de verwerking').press('Enter')
      assert.equal(new URL(page.url()).pathname, '/dossier')
    }))

  test('with JavaScript a row is added and removed in place, and the focus follows', () =>
    withPage({}, async (page) => {
      await page.goto(`${site}/formulier`)
      await page.getByRole('button', { name: 'Doel toevoegen' }).click()
      assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'purposes.2.purpose')
      await page.keyboard.type('Toezicht')
      await page.getByRole('button', { name: 'Verwijderen Doel 2' }).click()
      assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'purposes.2.purpose')
      assert.equal(await page.locator('[name="purposes.1.purpose"]').count(), 0)
      assert.deepEqual(await axeViolations(page), [])
    }))

  test('leaving a form with typed words asks first; leaving it untouched or sending it does not', () =>
    withPage({}, async (page) => {
      const asked: string[] = []
      page.on('dialog', (dialog) => {
        asked.push(dialog.type())
        void dialog.accept()
      })
      await page.goto(`${site}/formulier`)
      await page.getByRole('link', { name: 'Annuleren' }).click()
      await page.waitForURL('**/dossier')
      assert.deepEqual(asked, [])
      await page.goto(`${site}/formulier`)
      await page.getByLabel('Naam van de verwerking').fill('x')
      await page.getByRole('button', { name: 'Opslaan', exact: true }).click()
      await page.waitForURL('**/dossier')
      assert.deepEqual(asked, [])
      await page.goto(`${site}/formulier`)
      await page.getByLabel('Naam van de verwerking').fill('x')
      await page.getByRole('link', { name: 'Annuleren' }).click()
      await page.waitForURL('**/dossier')
      assert.deepEqual(asked, ['beforeunload'])
    }))

  test('the search box: / goes there, what is found is walked with the arrows, Escape closes, Enter goes', () =>
    withPage({}, async (page) => {
      await page.goto(`${site}/`)
      await page.keyboard.press('/')
      await page.keyboard.type('vergun')
      const box = page.getByRole('combobox')
      await page.getByRole('option', { name: /Parkeervergunningen/ }).waitFor()
      assert.equal(await box.getAttribute('aria-expanded'), 'true')
      assert.deepEqual(await axeViolations(page), [])
      await page.keyboard.press('Escape')
      assert.equal(await box.getAttribute('aria-expanded'), 'false')
      await page.keyboard.type('n')
      await page.getByRole('option').waitFor()
      await page.keyboard.press('ArrowDown')
      assert.equal(await box.getAttribute('aria-activedescendant'), 'zoekresultaat-0')
      await page.keyboard.press('Enter')
      await page.waitForURL('**/dossier')
    }))

  test('the filter above a long list hides what does not match but keeps what is checked', () =>
    withPage({}, async (page) => {
      await page.goto(`${site}/formulier`)
      await page.getByRole('searchbox', { name: 'Zoek in deze lijst' }).fill('etnische')
      assert.deepEqual(await page.locator('wb-filter .wb-choice:visible').allInnerTexts(), ['Naam', 'Gezondheid', 'Ras of etnische afkomst'])
    }))

  test('after a refused form the title says so, the summary has the focus and its links lead into the fields', () =>
    withPage({}, async (page) => {
      await page.goto(`${site}/formulier?fout`)
      assert.equal(await page.title(), 'Fout: Verwerking wijzigen – Gemeente Duinrade – Waarborg')
      assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('role')), 'alert')
      await page.getByRole('link', { name: 'Kies ten minste één soort gegevens.' }).click()
      assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'categories')
    }))

  test('a phone folds the menu away, and it opens without JavaScript', () =>
    withPage({ viewport: { width: 375, height: 700 }, javaScriptEnabled: false }, async (page) => {
      await page.goto(`${site}/`)
      const link = page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Verwerkers' })
      assert.equal(await link.isVisible(), false)
      await page.getByText('Menu', { exact: true }).click()
      assert.equal(await link.isVisible(), true)
    }))

  test('the account menu closes on Escape and gives the focus back', () =>
    withPage({}, async (page) => {
      await page.goto(`${site}/`)
      await page.locator('.wb-account summary').click()
      await page.getByRole('link', { name: 'Mijn account' }).focus()
      assert.deepEqual(await axeViolations(page), [])
      await page.keyboard.press('Escape')
      assert.equal(await page.getByRole('link', { name: 'Mijn account' }).isVisible(), false)
      assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'SUMMARY')
    }))

  test('what is printed is the words without menu, buttons and filters', () =>
    withPage({}, async (page) => {
      await page.goto(`${site}/dossier`)
      await page.emulateMedia({ media: 'print' })
      assert.equal(await page.getByRole('navigation', { name: 'Hoofdmenu' }).isVisible(), false)
      assert.equal(await page.getByRole('link', { name: 'Ter toetsing aanbieden' }).isVisible(), false)
      assert.equal(await page.getByText('De bewaartermijn ontbreekt.').isVisible(), true)
    }))

  test('dark or light is what the reader chose, or else the device; paper is always light', () =>
    withPage({ colorScheme: 'dark' }, async (page) => {
      const ground = () => page.evaluate(() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.documentElement).colorScheme])
      const choose = (value: string) => page.context().addCookies([{ name: 'kleuren', value, url: site }])
      const [dark, light] = [['rgb(17, 25, 37)', 'dark'], ['rgb(255, 255, 255)', 'light']]
      for (const path of ['/dossier', '/openbaar', '/inloggen']) {
        await page.context().clearCookies()
        await page.goto(site + path)
        assert.deepEqual(await ground(), dark)
        await choose('light')
        await page.goto(site + path)
        assert.deepEqual(await ground(), light)
        await choose('dark')
        await page.emulateMedia({ colorScheme: 'light' })
        await page.goto(site + path)
        assert.deepEqual(await ground(), dark)
        await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
        assert.deepEqual(await ground(), light)
        await page.emulateMedia({ media: 'screen', colorScheme: 'dark' })
      }
    }))

  test('long work: the bar follows the answers and goes on when the work is done', () =>
    withPage({}, async (page) => {
      const answers = [{ value: 5000, words: '5.000 van 10.000 regels' }, { value: 10000, words: 'Klaar', done: true, href: '/lijst' }]
      await page.route('**/voortgang.json', (route) => route.fulfill({ json: answers.shift() }))
      await page.goto(`${site}/`)
      await page.locator('progress.wb-progress__line[value="5000"]').waitFor()
      assert.equal(await page.locator('wb-progress [data-words]').innerText(), '5.000 van 10.000 regels')
      await page.waitForURL('**/lijst')
    }))

  test('a public page carries no script, sets no cookie and asks only its own server', () =>
    withPage({}, async (page) => {
      const asked: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      await page.goto(`${site}/openbaar`)
      assert.equal(await page.locator('script').count(), 0)
      assert.deepEqual(await page.context().cookies(), [])
      assert.ok(asked.length >= 2 && asked.every((url) => url.startsWith(site)), asked.join())
    }))
})
