// In a browser: comments, attachments and views by keyboard, with and without JavaScript, past axe at two widths.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { createAdaptorServer } from '@hono/node-server'
import type { Page } from 'playwright-core'
import { axeViolations, sidewaysScroll, withPage } from '../../../test/support/browser.ts'
import { mount, type Mounted } from '../../../test/support/collaboration-mount.tsx'
import { activityForm, type Person, saveActivity } from '../../../test/support/filled-tenant.ts'
import { tenant, type Tenant } from '../../../test/support/product.ts'

describe('in a browser', () => {
  let site: Mounted
  let server: Server
  let base: string
  let house: Tenant
  let officer: Person
  let dpo: Person
  let entry: string

  before(async () => {
    server = createAdaptorServer({ fetch: (request, env) => site.app.fetch(request, env) }) as Server
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()))
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    site = await mount({ publicUrl: base })
    house = await tenant()
    officer = await house.person('Petra Privacy', 'privacy_officer')
    dpo = await house.person('Frits Gegevens', 'dpo')
    for (let nth = 1; nth <= 16; nth++) await house.person(`Collega Nummer ${nth}`, 'iso')
    entry = await saveActivity(officer, house, activityForm(house, { name: 'Bijstand' }))
  })
  after(() => {
    server.closeAllConnections()
    server.close()
  })

  async function as(page: Page, person: Person): Promise<void> {
    await page.context().addCookies([...person.cookies].map(([name, value]) => ({ name, value, url: base })))
  }
  const address = (more = '') => `${base}/${house.slug}/verwerkingen${more}`
  const file = { name: 'besluit.pdf', mimeType: 'application/pdf', buffer: Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(2000)]) }
  async function sound(page: Page): Promise<void> {
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 })
      assert.deepEqual(await axeViolations(page), [], `${page.url()} at ${width}`)
      assert.equal(await sidewaysScroll(page), 0, `${page.url()} at ${width}`)
    }
    await page.setViewportSize({ width: 1280, height: 800 })
  }
  const press = async (page: Page, ...keys: string[]) => { for (const key of keys) await page.keyboard.press(key) }

  test('by keyboard: an @ offers colleagues, arrows and Enter choose one, and the comment reaches them', { timeout: 360_000 }, async () => {
    await withPage({}, async (page) => {
      await as(page, officer)
      await page.goto(address(`/${entry}`))
      await sound(page)
      await page.focus('textarea[name=comment]')
      await page.keyboard.type('Wil jij kijken, @fri')
      const list = page.getByRole('listbox', { name: 'Collega’s', includeHidden: true })
      await list.waitFor()
      assert.deepEqual(await list.locator('[role=option]').allTextContents(), ['Frits Gegevens'])
      await page.keyboard.press('Escape')
      assert.equal(await list.isVisible(), false)
      await page.keyboard.type('t')
      await sound(page)
      await page.focus('textarea[name=comment]')
      await press(page, 'Enter')
      assert.equal(await page.inputValue('textarea[name=comment]'), 'Wil jij kijken, @Frits Gegevens ')
      assert.equal(await page.locator(`input[value="${dpo.personId}"]`).isChecked(), true)
      await page.keyboard.type('en @nummer 1')
      assert.equal(await list.isVisible(), true)
      assert.equal(await list.locator('[role=option]').count(), 8)
      await press(page, 'ArrowDown', 'ArrowUp', 'ArrowUp')
      assert.equal(await list.locator('[aria-selected=true]').count(), 1)
      await press(page, 'Escape', 'Enter')
      assert.match(await page.inputValue('textarea[name=comment]'), /@nummer 1\n$/)
      await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Reactie plaatsen' }).press('Enter')])
      assert.match(page.url(), /#reactie-/)
      assert.match(await page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`).innerText(), /Frits Gegevens/)
      await sound(page)
    })
    await withPage({}, async (page) => {
      await as(page, dpo)
      await page.goto(`${base}/${house.slug}`)
      await Promise.all([page.waitForEvent('load'), page.getByRole('link', { name: 'Petra Privacy noemde u bij Bijstand' }).press('Enter')])
      assert.match(await page.innerText('main'), /nieuw voor u/i)
      await Promise.all([page.waitForEvent('load'), page.getByRole('link', { name: /^antwoorden/ }).press('Enter')])
      await sound(page)
    })
  })

  test('without JavaScript: a comment for a chosen colleague, an answer, a change and a withdrawal', { timeout: 360_000 }, async () => {
    await withPage({ javaScriptEnabled: false }, async (page) => {
      await as(page, officer)
      await page.goto(address(`/${entry}`))
      await page.fill('textarea[name=comment]', 'Zonder script')
      await page.getByText('Wie moet dit zien?').press('Enter')
      await page.getByLabel('Frits Gegevens').press('Space')
      await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Reactie plaatsen' }).press('Enter')])
      assert.match(await page.innerText('main'), /Zonder script[\s\S]*Bericht aan: Frits Gegevens/)
      const own = page.locator('li[id^=reactie-]', { hasText: 'Zonder script' })
      await Promise.all([page.waitForEvent('load'), own.getByRole('link', { name: /^wijzigen/ }).press('Enter')])
      await page.fill('textarea[name=comment]', 'Zonder enig script')
      await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Opslaan' }).press('Enter')])
      await page.getByText('Wat er eerst stond').press('Enter')
      assert.match(await page.innerText('main'), /Zonder enig script[\s\S]*Zonder script/)
      await Promise.all([page.waitForEvent('load'), page.locator('li[id^=reactie-]', { hasText: 'Zonder enig script' }).getByRole('link', { name: /^intrekken/ }).press('Enter')])
      await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Intrekken' }).press('Enter')])
      assert.match(await page.innerText('main'), /Deze reactie is ingetrokken/)
    })
  })

  test('an attachment is added, downloaded and removed, each page past axe', { timeout: 360_000 }, async () => {
    await withPage({ acceptDownloads: true }, async (page) => {
      await as(page, officer)
      await page.goto(address(`/${entry}`))
      await page.getByText('Bijlage toevoegen').press('Enter')
      await sound(page)
      await page.fill('input[name=description]', 'Besluit van het college')
      await page.setInputFiles('input[name=file]', file)
      await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Toevoegen' }).press('Enter')])
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'besluit.pdf', exact: true }).press('Enter')])
      assert.equal(download.suggestedFilename(), 'besluit.pdf')
      await page.getByText('Bijlage toevoegen').press('Enter')
      await page.setInputFiles('input[name=file]', { ...file, name: 'foto.jpg' })
      await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Toevoegen' }).press('Enter')])
      assert.match(await page.title(), /^Fout: /)
      await sound(page)
      await page.goto(address(`/${entry}`))
      await Promise.all([page.waitForEvent('load'), page.getByRole('link', { name: 'verwijderen besluit.pdf' }).press('Enter')])
      await sound(page)
      await page.fill('input[name=reason]', 'Verkeerd dossier')
      await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Verwijderen' }).press('Enter')])
      assert.match(await page.innerText('#bijlagen'), /Nog geen bijlagen/)
    })
  })

  test('a view is kept, used, managed and removed without JavaScript, each page past axe', { timeout: 360_000 }, async () => {
    await withPage({ javaScriptEnabled: false }, async (page) => {
      await as(page, officer)
      await page.goto(address('?status=active'))
      await page.getByText('Deze weergave bewaren').press('Enter')
      await page.fill('input[name=viewName]', 'In werking')
      await page.check('input[name=isDefault]')
      await page.check('input[name=isShared]')
      await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Bewaren' }).press('Enter')])
      assert.equal(await page.locator('[aria-current=page]', { hasText: 'In werking' }).count(), 1)
      await page.goto(address())
      assert.match(page.url(), /status=active/)
      await Promise.all([page.waitForEvent('load'), page.getByRole('link', { name: 'Weergaven beheren' }).press('Enter')])
      await Promise.all([page.waitForEvent('load'), page.getByRole('link', { name: 'wijzigen In werking' }).press('Enter')])
      await page.fill('input[name=viewName]', 'Actief')
      await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Opslaan' }).press('Enter')])
      await Promise.all([page.waitForEvent('load'), page.getByRole('link', { name: 'verwijderen Actief' }).press('Enter')])
      await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Verwijderen' }).press('Enter')])
      assert.match(await page.innerText('main'), /Nog geen weergaven/)
    })
    await withPage({}, async (page) => {
      await as(page, officer)
      for (const [viewName, parameters] of [['Een', 'status=active'], ['Twee', 'status=draft&kleur=rood']]) await page.request.post(address('/weergaven'), { form: { viewName: viewName!, parameters: parameters! }, headers: { origin: base } })
      for (const more of ['?status=active', '?status=ended', '/weergaven', '/weergaven?nu=status%3Dended']) {
        await page.goto(address(more))
        for (const summary of await page.locator('.wb-content summary').all()) await summary.press('Enter')
        await sound(page)
      }
      await Promise.all([page.waitForEvent('load'), page.getByRole('link', { name: 'wijzigen Een' }).press('Enter')])
      await sound(page)
    })
  })
})
