// A citizen's journey in a browser without JavaScript, as wide as a phone: a request is filed, followed and answered with a letter, while colleagues do their part at the desk.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { closeBrowser, sidewaysScroll, withPage } from './support/browser.ts'
import { readPdf } from './support/pdf.ts'
import { product } from './support/product.ts'
import { storyOf } from './support/register-story.ts'
import { plain } from './support/register-visitor.ts'
import { served } from './support/served.ts'

describe('a citizen with a phone asks for a correction', () => {
  let base: string
  let story: Awaited<ReturnType<typeof storyOf>>
  before(async () => {
    base = await served()
    story = await storyOf()
  })
  after(closeBrowser)

  test('H-11 H-27 H-30 P-19 P-22: filed, followed and answered with a letter, without JavaScript at 320 px', { timeout: 360_000 }, () =>
    withPage({ javaScriptEnabled: false, viewport: { width: 320, height: 640 }, hasTouch: true }, async (page) => {
      const { house, officer, owner, step } = story
      const main = async () => (await page.locator('main').innerText()).replace(/\s+/g, ' ')
      const fits = async (where: string) => assert.equal(await sidewaysScroll(page), 0, where)
      // Opened a minute ago: nobody fills in a form at once.
      const { setClock } = await product()
      setClock(new Date(Date.now() - 60_000).toISOString())
      await page.goto(`${base}/openbaar/${house.slug}/verzoek?stap=alles`)
      setClock(undefined)
      await fits('form')
      await page.getByLabel('Wat wilt u?').selectOption({ label: 'Mijn gegevens kloppen niet of zijn niet volledig' })
      await page.getByLabel('Om welke gegevens gaat het?').fill('Mijn geboortedatum staat verkeerd.')
      await page.getByLabel('Over wie gaat het?').fill('Wies de Vraag')
      await page.getByLabel(/^E-mailadres/).fill('wies@voorbeeld.example')
      await page.getByRole('button', { name: 'Versturen' }).click()
      assert.match(await main(), /Ontvangen.*Uw nummer/)
      const number = await page.locator('#nummer strong').innerText()
      await page.getByRole('link', { name: 'Bekijk hoe het ermee staat' }).click()
      await fits('status')
      assert.match(await main(), new RegExp(number))
      const address = page.url()

      const list = await officer.page(`/verzoeken?zoek=${encodeURIComponent(number)}`)
      const id = new RegExp(`/${house.slug}/verzoeken/([0-9a-f-]{36})`).exec(list)![1]!
      await step(officer, 'verzoeken', id, 'identify', { identity_means: 'shown', identity_note: 'Aan de balie, pas gezien.' })
      await step(officer, 'verzoeken', id, 'scope', { about: 'De geboortedatum', department: house.departments.burgerzaken })
      await page.goto(address)
      assert.match(await main(), /uiterlijk/i, 'the last day for an answer')
      assert.doesNotMatch(await main(), /Petra|Olga|pas gezien/, 'no colleague and no note')

      const decided = await owner.send(`/verzoeken/${id}/beslissen`, { outcome: 'granted', decided_case: 'inaccurate', reasons: 'Uw geboortedatum is verbeterd.', decided_for: house.body, _action: 'decide' })
      assert.equal(decided.status, 303, plain(await decided.text()).slice(0, 400))
      const begun = await officer.send(`/verzoeken/${id}/brieven`, { template: 'request-rectified', language: '' })
      const letter = begun.headers.get('location')!.replace(`/${house.slug}`, '')
      const html = await officer.page(letter)
      const revision = /name="revision"[^>]*value="([^"]*)"/.exec(html)?.[1] ?? /value="([^"]*)"[^>]*name="revision"/.exec(html)![1]!
      const made = await officer.send(letter, { revision, addressee: 'Wies de Vraag', email: 'wies@voorbeeld.example', address: '', language: 'nl', subject: 'Uw gegevens zijn verbeterd', body: 'Beste Wies de Vraag,\n\nUw geboortedatum klopt nu.', bsnReason: '', shown: 'yes', _action: 'finalise' })
      assert.equal(made.status, 303, plain(await made.text()).slice(0, 400))
      assert.equal((await officer.send(`${letter}/versturen`, { way: 'email_link' })).status, 303)
      await step(owner, 'verzoeken', id, 'send_answer', { answer: 'Uw geboortedatum is verbeterd.' })

      await page.goto(address)
      await fits('answered')
      const link = page.getByRole('link', { name: /Uw gegevens zijn verbeterd/ })
      const pdf = Buffer.from(await (await page.request.get(new URL((await link.getAttribute('href'))!, base).href)).body())
      const read = await readPdf(pdf)
      assert.ok(read.isTagged && read.text.includes('Uw geboortedatum klopt nu.') && read.text.includes(number))
      assert.deepEqual((await page.context().cookies()).map(({ httpOnly, sameSite }) => [httpOnly, sameSite]), [[true, 'Lax']], 'W-15: one functional cookie, of the form')
    }))
})
