// The administrator's pages in a real browser: by keyboard, at 320 pixels, in both languages, and without JavaScript.
import assert from 'node:assert/strict'
import type { Server } from 'node:http'
import { after, before, describe, test } from 'node:test'
import { createAdaptorServer } from '@hono/node-server'
import type { Page } from 'playwright-core'
import { axeViolations, closeBrowser, newPage, sidewaysScroll } from '../../test/support/browser.ts'
import { goodPassword } from '../../test/support/people.ts'
import { product, tenant, type Tenant } from '../../test/support/product.ts'
import { makeApp, makeHouse } from '../web.tsx'
import type { RegisterPermissions } from './house.ts'

const registers = [{ key: 'processing-activities', words: { nl: 'Verwerkingen', en: 'Processing activities' } }, { key: 'systems', words: { nl: 'Systemen', en: 'Systems' } }]
const permissions: RegisterPermissions[] = [{
  register: registers[0]!.words,
  verbs: [{ words: { nl: 'Ter toetsing aanbieden', en: 'Submit for review' }, roles: ['privacy_officer', 'process_owner'] }, { words: { nl: 'Toets vastleggen', en: 'Record the test' }, roles: ['dpo'] }],
}]
/** Folder for pictures, for whoever wants to look at the pages. */
const pictures = process.env.PICTURES

describe('the administrator’s pages in a browser', () => {
  let http: Server
  let base: string
  let house: Tenant
  let admin: Awaited<ReturnType<Tenant['person']>>
  let person: Awaited<ReturnType<Tenant['person']>>

  before(async () => {
    const { deps } = await product()
    let answer: ReturnType<typeof makeApp>['fetch'] = () => new Response()
    http = createAdaptorServer({ fetch: (...all) => answer(...all) }) as Server
    await new Promise<void>((done) => http.listen(0, '127.0.0.1', () => done()))
    const address = http.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    base = `http://localhost:${address.port}`
    const served = { ...deps, config: { ...deps.config, publicUrl: base } }
    answer = makeApp(served, { ...makeHouse(served), registers, permissions: () => permissions }).fetch
    house = await tenant()
    admin = await house.person('Bea Beheer', 'administrator')
    await house.person('Tweede Beheerder', 'administrator')
    person = await house.person('Vera Vergeten', 'dpo', 'employee')
  })
  after(async () => {
    await closeBrowser()
    http.closeAllConnections()
    http.close()
  })

  const at = (path: string) => `${base}/${house.slug}/beheer/${path}`

  async function signedIn(options: { javaScriptEnabled?: boolean } = {}): Promise<Page> {
    const page = await newPage(options)
    await page.goto(`${base}/inloggen`)
    await page.locator('input[name=email]').fill(admin.email)
    await page.locator('input[name=password]').fill(goodPassword)
    await page.locator('input[name=password]').press('Enter')
    await page.waitForURL((url) => !url.pathname.startsWith('/inloggen'))
    return page
  }

  async function looksGood(page: Page, name: string): Promise<void> {
    if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true })
    assert.deepEqual(await axeViolations(page), [], page.url())
    await page.setViewportSize({ width: 320, height: 700 })
    if (pictures) await page.screenshot({ path: `${pictures}/${name}-320.png`, fullPage: true })
    assert.equal(await sidewaysScroll(page), 0, `${page.url()} at 320 px`)
    await page.setViewportSize({ width: 1280, height: 800 })
  }

  test('M-10: a token is made by keyboard, seen once, and revoked', async () => {
    const page = await signedIn()
    await page.goto(at('tokens'))
    await looksGood(page, 'tokens-none')
    await page.getByRole('link', { name: 'Token maken' }).press('Enter')
    await page.getByRole('button', { name: 'Token maken' }).press('Enter')
    await page.getByRole('alert').waitFor()
    assert.match(await page.title(), /^Fout: /)
    await page.getByRole('link', { name: /Geef het token een naam/ }).press('Enter')
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'name')
    await page.keyboard.type('Zaaksysteem')
    await page.getByLabel('Rol', { exact: true }).selectOption('process_owner')
    await page.getByLabel('Voor afdeling').selectOption({ label: 'Burgerzaken' })
    await page.getByRole('button', { name: 'Rol toevoegen' }).press('Enter')
    await page.getByLabel('Rol', { exact: true }).nth(1).selectOption('auditor')
    await page.getByLabel('Alleen de registers hieronder').check()
    await page.getByLabel('Systemen').check()
    await looksGood(page, 'token-form')
    await page.getByRole('button', { name: 'Token maken' }).press('Enter')
    await page.getByRole('heading', { name: 'Het token is gemaakt' }).waitFor()
    assert.match(await page.getByLabel('Token', { exact: true }).inputValue(), /^wbg_[a-z0-9]{8}_[\w-]{43}$/)
    await looksGood(page, 'token-made')
    await page.getByRole('link', { name: 'Ik heb het token bewaard' }).press('Enter')
    await page.getByRole('heading', { name: 'Zaaksysteem' }).waitFor()
    assert.match(await page.locator('main').innerText(), /Auditor Proceseigenaar: Burgerzaken[\s\S]*Systemen[\s\S]*Alleen lezen/)
    await looksGood(page, 'token')
    await page.goto(at('tokens'))
    await looksGood(page, 'tokens')
    await page.getByRole('link', { name: 'Zaaksysteem' }).press('Enter')
    await page.getByRole('button', { name: 'Token intrekken' }).press('Enter')
    await page.getByRole('status').getByText('Het token is ingetrokken').waitFor()
    assert.equal(await page.getByRole('button', { name: 'Token intrekken' }).count(), 0)
    await page.context().close()
  })

  test('without JavaScript: a row of roles, a token, a role, and getting somebody back in', async () => {
    const page = await signedIn({ javaScriptEnabled: false })
    await page.goto(at('tokens/nieuw'))
    await page.getByLabel('Naam').fill('Zonder script')
    await page.getByRole('button', { name: 'Rol toevoegen' }).click()
    assert.equal(await page.getByLabel('Naam').inputValue(), 'Zonder script')
    assert.equal(await page.getByLabel('Rol', { exact: true }).count(), 2)
    await page.getByRole('button', { name: /^Verwijderen/ }).nth(1).click()
    await page.getByLabel('Rol', { exact: true }).selectOption('iso')
    await page.getByRole('button', { name: 'Token maken' }).click()
    await page.getByRole('heading', { name: 'Het token is gemaakt' }).waitFor()

    await page.goto(at(`personen/${person.personId}`))
    await page.getByLabel('Rol', { exact: true }).selectOption('auditor')
    await page.getByRole('button', { name: 'Rol geven' }).click()
    await page.getByRole('link', { name: /tot en met welke dag/ }).waitFor()
    await page.getByLabel(/^Tot en met/).fill('2999-12-31')
    await page.getByLabel('Waarom deze rol').fill('Controle van het jaar')
    await page.getByRole('button', { name: 'Rol geven' }).click()
    await page.getByRole('status').getByText('De rollen zijn bijgewerkt').waitFor()
    await page.getByLabel('Het wachtwoord').check()
    await page.getByLabel(/De tweede stap/).check()
    await page.getByRole('button', { name: 'Herstel toegang' }).click()
    await page.getByRole('heading', { name: 'Link voor Vera Vergeten' }).waitFor()
    const link = await page.getByLabel('Link', { exact: true }).inputValue()
    // What axe asks of a page, it asks by script.
    const self = await newPage()
    await self.goto(link)
    await looksGood(self, 'recovery')
    await self.context().close()
    await page.context().close()
  })

  test('each page is good to read for everybody, in both languages', async () => {
    const page = await signedIn()
    const look = async (language: 'nl' | 'en', paths: readonly string[]) => {
      await page.context().addCookies([{ name: 'taal', value: language, url: base }])
      for (const path of paths) {
        const response = await page.goto(at(path))
        assert.equal(response?.status(), 200, path)
        assert.equal(await page.locator('html').getAttribute('lang'), language)
        await looksGood(page, `${path.replaceAll(/[^\w]+/g, '-').slice(0, 30)}-${language}`)
      }
    }
    await look('nl', [`personen/${admin.personId}`, 'rollen', 'rollen/rechten', 'rollen/geschiedenis', 'sessies', 'organisatie'])
    await look('en', [`personen/${person.personId}`, 'rollen', 'rollen/rechten'])
    await page.context().close()
  })
})
