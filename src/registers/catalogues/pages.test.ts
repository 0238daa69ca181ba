// The pages of catalogues and organisation settings in a real browser, past axe at two widths, also with faults and without JavaScript.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { axeViolations, contrastViolations, sidewaysScroll, withPage } from '../../../test/support/browser.ts'
import { tenant } from '../../../test/support/product.ts'
import { served, signIn } from '../../../test/support/served.ts'

async function cast() {
  const house = await tenant()
  const admin = await house.person('Ada Beheer', 'administrator')
  await admin.post(`/${house.slug}/catalogi/data-category/nieuw`, { label: 'Gezichtsscan', note: 'Opname voor herkenning.', marks: ['special'], synonyms: 'facescan' })
  await admin.post(`/${house.slug}/catalogi/measure/encryption-at-rest/stand`, { stand: 'uit' })
  await admin.post(`/${house.slug}/organisatie`, { name: 'Gemeente Duinrade', profile: 'gemeente-heemstede-2026', second_factor_required: 'no', website: 'https://www.duinrade.example', revision: '1' })
  await house.scoped(async (scope) => {
    await sql`update catalogue_term set key = 'old-hosting' where catalogue = 'service' and key = 'hosting'`.execute(scope.tx)
    await sql`update catalogue_term set label_nl = 'Helpdesk' where catalogue = 'service' and key = 'service-desk'`.execute(scope.tx)
  })
  return { house, admin, auditor: await house.person('Anna Audit', 'auditor') }
}

test('axe finds nothing and no page scrolls sideways, at 1280 and 320 px', { timeout: 600_000 }, async () => {
  const base = await served()
  const { house, admin, auditor } = await cast()
  const catalogues = `/${house.slug}/catalogi`
  const failures: string[] = []
  const trips = [
    { person: admin, paths: [catalogues, `${catalogues}/data-category`, `${catalogues}/data-category?q=niets`, `${catalogues}/data-category/own-gezichtsscan`, `${catalogues}/data-category/own-gezichtsscan/wijzigen`,
      `${catalogues}/data-category/nieuw`, `${catalogues}/measure/encryption-at-rest`, `${catalogues}/verschil`, `/${house.slug}/organisatie`] },
    { person: auditor, paths: [catalogues, `${catalogues}/verschil`] },
  ]
  const folder = process.env.SCREENSHOTS
  for (const { person, paths } of trips) {
    await withPage({}, async (page) => {
      await signIn(page, base, person)
      for (const path of paths) {
        for (const width of [1280, 320]) {
          await page.setViewportSize({ width, height: 900 })
          assert.equal((await page.goto(base + path))?.status(), 200, path)
          failures.push(...(await (width === 320 ? axeViolations : contrastViolations)(page)).map((violation) => `${path} at ${width}: ${violation}`))
          const sideways = await sidewaysScroll(page)
          if (sideways > 0) failures.push(`${path} at ${width}: scrolls sideways by ${sideways}`)
          if (folder) await page.screenshot({ path: `${folder}/${path.replace(`/${house.slug}/`, '').replace(/[^\w-]+/g, '_')}-${person === admin ? 'admin' : 'auditor'}-${width}.png`, fullPage: !path.endsWith('data-category') })
        }
      }
    })
  }
  await withPage({}, async (page) => {
    await signIn(page, base, admin)
    await page.goto(`${base}/${house.slug}/organisatie`)
    await page.getByLabel('Website').fill('duinrade.example')
    await page.getByRole('button', { name: 'Opslaan', exact: true }).last().click()
    await page.getByRole('heading', { name: 'Controleer wat u hebt ingevuld' }).waitFor()
    failures.push(...await axeViolations(page))
  })
  assert.deepEqual(failures, [])
})

test('without JavaScript: a refused form keeps what was typed and points at the field; then it is saved; part of a release is taken over', { timeout: 600_000 }, async () => {
  const base = await served()
  const { house, admin } = await cast()
  await withPage({ javaScriptEnabled: false }, async (page) => {
    await signIn(page, base, admin)
    await page.goto(`${base}/${house.slug}/organisatie`)
    await page.getByLabel('Website').fill('duinrade.example')
    await page.getByLabel('Contact van de FG').fill('fg@duinrade.example')
    await page.getByRole('button', { name: 'Opslaan', exact: true }).last().click()
    assert.equal(await page.getByLabel('Contact van de FG').inputValue(), 'fg@duinrade.example')
    await page.getByRole('link', { name: /begint met https/ }).click()
    assert.equal(new URL(page.url()).hash, '#veld-website')
    await page.getByLabel('Website').fill('https://duinrade.example')
    await page.getByRole('button', { name: 'Opslaan', exact: true }).last().click()
    await page.getByText('Opgeslagen.').waitFor()

    await page.goto(`${base}/${house.slug}/catalogi/verschil`)
    await page.getByLabel('Servicedesk overnemen').check({ force: true })
    await page.getByRole('button', { name: 'Gekozen waarden overnemen' }).click()
    await page.getByText('1 waarde is overgenomen.').waitFor()
    assert.equal(await page.getByLabel('Servicedesk overnemen').count(), 0)
  })
})
