// Collecting in a browser: from asking a processor to the package that the person fetches, on a phone, with the product's own jobs at work (H-27, H-28, H-29).
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { axeViolations, sidewaysScroll, withPage } from '../../../test/support/browser.ts'
import { tenant, type Tenant } from '../../../test/support/product.ts'
import { served, signIn, withWork } from '../../../test/support/served.ts'
import { recordAccess } from '../../access-record/record.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import { createEntry, perform } from '../../register-kit/perform.ts'
import { processingActivities } from '../../registers/processing-activities/register.ts'
import { processors } from '../../registers/processors/register.ts'
import { requests } from '../../registers/requests/register.ts'
import { readTasks } from '../collection/tasks.ts'
import { pathOfTask } from '../collection/tell.ts'

const phone = { viewport: { width: 320, height: 640 } }

describe('a phone', () => {
  let house: Tenant
  let base = ''
  let officer = { email: '' }
  let id = ''
  before(async () => {
    base = await served()
    house = await tenant()
    officer = await house.person('Petra Privacy', 'privacy_officer')
    id = await house.scoped(async (scope) => {
      const processor = await createEntry(scope, processors, { ...emptyInput(processors.fields), name: 'Zorgsoft', contact_email: 'privacy@zorgsoft.example' })
      const processing = await createEntry(scope, processingActivities, { ...emptyInput(processingActivities.fields), name: 'Leerlingenvervoer', data_categories: ['name'], processors: [{ processor, name: null, service: null, agreement: null, agreement_on: null }] })
      return createEntry(scope, requests, { ...emptyInput(requests.fields), title: 'Inzage', right: 'access', channel: 'letter', language: 'nl', received_at: scope.now.toISOString(), subject_name: 'Noa de Wind', processings: [{ processing }] })
    })
  })

  /** axe finds nothing, and nothing sticks out of the screen. */
  async function fits(page: Page): Promise<void> {
    assert.deepEqual(await axeViolations(page), [], page.url())
    assert.equal(await sidewaysScroll(page), 0, page.url())
  }

  test('asks a processor, which delivers by its link; what came is checked, packed by the job, and fetched with link and code', () => withWork(() => withPage(phone, async (page) => {
    await signIn(page, base, officer)
    await page.goto(`${base}/${house.slug}/verzoeken/${id}/ophalen`)
    await fits(page)
    await page.getByRole('button', { name: 'Vragen', exact: true }).click()
    assert.match(await page.locator('#ophalen').innerText(), /Zorgsoft/)
    const [task] = await house.scoped((scope) => readTasks(scope, requests.key, id))

    await withPage(phone, async (outside) => {
      await outside.goto(base + pathOfTask({ organisation: house.organisation }, task!))
      await fits(outside)
      await outside.locator('input[type=file]').setInputFiles({ name: 'uitvoer.txt', mimeType: 'text/plain', buffer: Buffer.from('naam: Noa\n') })
      await outside.getByRole('button', { name: 'Toevoegen', exact: true }).click()
      await outside.getByLabel('Dit zijn de gegevens').check()
      await outside.getByRole('button', { name: 'Antwoord versturen', exact: true }).click()
      assert.match(await outside.locator('main').innerText(), /Wij hebben uw antwoord ontvangen/)
      await fits(outside)
    })

    await page.goto(`${base}/${house.slug}/ophalen/${task!.id}`)
    await fits(page)
    await page.getByLabel('Er staan geen gegevens van anderen in').check()
    await page.getByLabel('uitvoer.txt').check()
    await page.getByRole('button', { name: 'Nagekeken', exact: true }).click()
    await house.scoped((scope) => perform(scope, requests, 'identify', id, { ...emptyInput(requests.lifecycle.verbs.identify!.fields ?? {}), identity_means: 'shown' }))
    await house.scoped((scope) => recordAccess(scope, { name: 'Dossier bekeken', subjects: [{ type: 'subject', id }] }))
    await page.goto(`${base}/${house.slug}/verzoeken/${id}/logboek`)
    await fits(page)
    await page.locator('[name=value_0]').fill('999990019')
    await page.getByRole('button', { name: 'Zoeken', exact: true }).last().click()
    await page.getByText('Uit het logboek, versie 1').first().waitFor()
    await fits(page)
    await page.goto(`${base}/${house.slug}/verzoeken/${id}/pakket`)
    await fits(page)
    await page.getByRole('button', { name: 'Pakket maken', exact: true }).click()
    // The page asks again by itself until the job has made it.
    await page.getByText('Staat klaar').waitFor({ timeout: 60_000 })
    await fits(page)
    const [link, code] = await page.locator('code').allInnerTexts()

    await withPage({ ...phone, acceptDownloads: true }, async (citizen) => {
      await citizen.goto(base + new URL(link!).pathname)
      await fits(citizen)
      await citizen.getByLabel('Code', { exact: true }).fill('aaaa-bbbb')
      await citizen.getByRole('button', { name: 'Ophalen', exact: true }).click()
      assert.match(await citizen.locator('main').innerText(), /Deze code klopt niet/)
      await citizen.getByLabel('Code', { exact: true }).fill(code!)
      const [download] = await Promise.all([citizen.waitForEvent('download'), citizen.getByRole('button', { name: 'Ophalen', exact: true }).click()])
      assert.equal(download.suggestedFilename(), 'gegevens.zip')
      await citizen.goto(`${base}${new URL(link!).pathname}/logboek`)
      await fits(citizen)
      await citizen.getByLabel('Code', { exact: true }).fill(code!)
      await citizen.getByRole('button', { name: 'Lezen', exact: true }).click()
      assert.match(await citizen.locator('main').innerText(), /Dossier bekeken/)
      await fits(citizen)
    })
    await page.reload()
    assert.match(await page.locator('main').innerText(), /Opgehaald/)
    await page.goto(`${base}/${house.slug}/koppelingen`)
    await fits(page)
  })))
})
