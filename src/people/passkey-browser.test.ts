// A real browser with a virtual authenticator, at the address localhost: browsers want a name for passkeys.
import assert from 'node:assert/strict'
import type { Server } from 'node:http'
import { after, before, describe, test } from 'node:test'
import { createAdaptorServer } from '@hono/node-server'
import type { CDPSession, Page } from 'playwright-core'
import { axeViolations, closeBrowser, newPage, sidewaysScroll } from '../../test/support/browser.ts'
import { goodPassword } from '../../test/support/people.ts'
import { product, tenant, type Tenant } from '../../test/support/product.ts'
import { makeApp } from '../web.tsx'

let http: Server
let base: string
let house: Tenant

describe('passkeys in a browser', () => {
  before(async () => {
    const { deps } = await product()
    let answer: ReturnType<typeof makeApp>['fetch'] = () => new Response()
    http = createAdaptorServer({ fetch: (...all) => answer(...all) }) as Server
    await new Promise<void>((done) => http.listen(0, '127.0.0.1', () => done()))
    const address = http.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    base = `http://localhost:${address.port}`
    answer = makeApp({ ...deps, config: { ...deps.config, publicUrl: base } }).fetch
    house = await tenant()
    await house.scoped((scope) => scope.tx.updateTable('organisation').set({ second_factor_required: true }).where('id', '=', scope.organisation.id).execute())
  })
  after(async () => {
    await closeBrowser()
    http.closeAllConnections()
    http.close()
  })

  test('M-10: by keyboard: a passkey is made at the first sign-in, and next time it opens the organisation alone', async () => {
    const { page, close } = await visit()
    const person = await house.person('Pas Sleutel', 'employee')
    await signIn(page, person.email)
    await page.waitForURL(/\/account\/tweede-stap/)
    await looksGood(page)
    await press(page, 'link', 'Maak een passkey')
    await page.waitForURL(/\/account\/passkeys\/nieuw/)
    await looksGood(page)
    await page.getByLabel('Naam').fill('Laptop van het werk')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Uw herstelcodes' }).waitFor()
    assert.equal(await page.locator('li code').count(), 10)
    await looksGood(page)
    await press(page, 'link', 'Ik heb ze bewaard')
    await page.waitForURL(`${base}/${house.slug}`)

    await page.goto(`${base}/account`)
    await page.getByRole('rowheader', { name: 'Laptop van het werk' }).waitFor()
    await looksGood(page)
    await signOut(page)
    await page.goto(`${base}/${house.slug}/inloggen`)
    await looksGood(page)
    await press(page, 'button', 'Inloggen met een passkey')
    await page.waitForURL(`${base}/${house.slug}`)
    await close()
  })

  test('M-10: the same passkey takes the second step after the password; when finger, face or code fails, the page says so and the rest still works', async () => {
    const { page, cdp, authenticatorId, close } = await visit()
    const person = await house.person('Tweede Stap', 'employee')
    await makeKey(page, person.email)
    await signOut(page)
    await signIn(page, person.email, `/${house.slug}`)
    await page.waitForURL(/\/tweede-stap/)
    await looksGood(page)
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
    await press(page, 'button', 'Verder met een passkey')
    await page.getByText('Het is afgebroken of duurde te lang').waitFor()
    await looksGood(page)
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true })
    await press(page, 'button', 'Verder met een passkey')
    await page.waitForURL(`${base}/${house.slug}`)
    await close()
  })

  test('a device makes no second passkey for the same account; one that was taken away opens nothing, and a new second step is asked at once', async () => {
    const { page, close } = await visit()
    const person = await house.person('Weg Ermee', 'employee')
    await makeKey(page, person.email)
    await page.goto(`${base}/account/passkeys/nieuw`)
    await press(page, 'button', 'Passkey maken')
    await page.getByText('Dit apparaat heeft al een passkey').waitFor()
    await page.goto(`${base}/account`)
    await page.getByRole('rowheader', { name: 'Chrome op Linux', exact: true }).waitFor()
    await page.getByRole('link', { name: /^Weghalen/ }).click()
    await page.getByText(/enige tweede stap, en .* vraagt er een/).waitFor()
    await looksGood(page)
    await press(page, 'button', 'Passkey weghalen')
    await page.getByText('De passkey is weggehaald').waitFor()
    await page.goto(`${base}/${house.slug}`)
    await page.waitForURL(/\/account\/tweede-stap/)
    await signOut(page)
    await page.goto(`${base}/inloggen`)
    await press(page, 'button', 'Inloggen met een passkey')
    await page.getByRole('alert').getByText('Deze passkey hoort hier niet (meer) bij een account').waitFor()
    await looksGood(page)
    await close()
  })

  test('without JavaScript the password works as before, and the passkey page says what it needs', async () => {
    const page = await newPage({ javaScriptEnabled: false })
    const person = await house.person('Zonder Script', 'employee')
    await page.goto(`${base}/inloggen`)
    assert.equal(await page.getByRole('button', { name: 'Inloggen met een passkey' }).isVisible(), false)
    await signIn(page, person.email)
    await page.goto(`${base}/account/passkeys/nieuw`)
    await page.getByText('Een passkey werkt alleen met JavaScript').waitFor()
    assert.equal(await page.getByRole('button', { name: 'Passkey maken' }).isVisible(), false)
    await page.context().close()
  })

  test('at another address than Waarborg’s own the page says where passkeys work', async () => {
    const page = await newPage()
    const elsewhere = base.replace('localhost', '127.0.0.1')
    const person = await house.person('Ander Adres', 'employee')
    await signIn(page, person.email, undefined, elsewhere)
    await page.goto(`${elsewhere}/account/passkeys/nieuw`)
    await page.getByText(`Passkeys werken alleen op het adres ${base}`).waitFor()
    await page.context().close()
  })
})

async function visit(): Promise<{ page: Page; cdp: CDPSession; authenticatorId: string; close: () => Promise<void> }> {
  const page = await newPage()
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  })
  return { page, cdp, authenticatorId, close: () => page.context().close() }
}

async function signIn(page: Page, email: string, onward?: string, at = base): Promise<void> {
  await page.goto(`${at}/${house.slug}/inloggen${onward ? `?verder=${encodeURIComponent(onward)}` : ''}`)
  await page.getByLabel('E-mailadres').fill(email)
  await page.getByLabel('Wachtwoord', { exact: true }).fill(goodPassword)
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => !url.pathname.endsWith('/inloggen'))
}

async function signOut(page: Page): Promise<void> {
  await page.context().clearCookies()
}

async function makeKey(page: Page, email: string): Promise<void> {
  await signIn(page, email)
  await page.goto(`${base}/account/passkeys/nieuw`)
  await press(page, 'button', 'Passkey maken')
  await page.getByRole('heading', { name: 'Uw herstelcodes' }).waitFor()
}

/** By keyboard: what can't have the focus can't be pressed. */
async function press(page: Page, role: 'button' | 'link', name: string): Promise<void> {
  const control = page.getByRole(role, { name, exact: true })
  await control.focus()
  await control.press('Enter')
}

async function looksGood(page: Page): Promise<void> {
  assert.deepEqual(await axeViolations(page), [], page.url())
  await page.setViewportSize({ width: 320, height: 700 })
  assert.equal(await sidewaysScroll(page), 0, `${page.url()} at 320 px`)
  await page.setViewportSize({ width: 1280, height: 800 })
}
