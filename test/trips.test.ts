// Trips: the main job in a real browser: by keyboard only, without JavaScript, and every page past axe at two widths.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { axeViolations, contrastViolations, sidewaysScroll, withPage } from './support/browser.ts'
import { tenant } from './support/product.ts'
import { served, signIn, withWork } from './support/served.ts'
import { makeUnfriendlyRegister } from './support/unfriendly-register.ts'

async function cast() {
  const house = await tenant()
  return {
    house,
    officer: await house.person('Petra Privacy', 'privacy_officer', 'administrator'),
    dpo: await house.person('Frits Gegevens', 'dpo'),
    owner: await house.person('Olga Eigenaar', { role: 'process_owner', departmentId: house.departments.burgerzaken }),
    employee: await house.person('Wim Werk', { role: 'employee', departmentId: house.departments.burgerzaken }),
  }
}

/** Presses Tab until the wanted thing has the focus; fails when it can't be reached. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 400; presses++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
  }
  assert.fail(`${selector} can't be reached by Tab on ${page.url()}`)
}

async function pressOn(page: Page, selector: string): Promise<void> {
  await tabTo(page, selector)
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
}

test('keyboard only: an entry is made, offered, tested by the DPO, activated and found in public', { timeout: 600_000 }, async () => {
  const base = await served()
  const { house, officer, dpo, owner } = await cast()
  const list = `${base}/${house.slug}/verwerkingen`
  let id = ''
  await withPage({}, async (page) => {
    await signIn(page, base, officer)
    await page.goto(list)
    await pressOn(page, `a[href$="/verwerkingen/nieuw"]`)
    await tabTo(page, 'input[name=name]')
    await page.keyboard.type('Grafrechten uitgeven')
    await tabTo(page, 'textarea[name=description]')
    await page.keyboard.type('Nabestaanden vragen een graf aan; de gemeente geeft het grafrecht uit en houdt het bij.')
    for (const [name, label] of [['controller_body', 'College'], ['department', 'Burgerzaken']] as const) {
      await tabTo(page, `select[name=${name}]`)
      await page.keyboard.type(label)
    }
    await tabTo(page, 'button[value="add:purposes"]')
    await page.keyboard.press('Enter')
    await tabTo(page, 'textarea[name="purposes.0.purpose"]')
    await page.keyboard.type('Grafrechten uitgeven en bijhouden wie rechthebbende is')
    await tabTo(page, 'button[value="add:legal_bases"]')
    await page.keyboard.press('Enter')
    await tabTo(page, 'select[name="legal_bases.0.basis"]')
    await page.keyboard.type('Wettelijke')
    await tabTo(page, 'select[name="legal_bases.0.law"]')
    await page.keyboard.type('Wet op de lijk')
    await tabTo(page, 'input[name="legal_bases.0.article"]')
    await page.keyboard.type('art. 28')
    await tabTo(page, 'input[name=subject_categories][value="residents"]')
    await page.keyboard.press('Space')
    await tabTo(page, 'input[name=data_categories][value="name"]')
    await page.keyboard.press('Space')
    await tabTo(page, 'button[value="add:retention_rules"]')
    await page.keyboard.press('Enter')
    await tabTo(page, 'input[name="retention_rules.0.applies_to"]')
    await page.keyboard.type('Het grafdossier')
    await tabTo(page, 'input[name="retention_rules.0.term.amount"]')
    await page.keyboard.type('20')
    await tabTo(page, 'input[name=pre_dpia_outcome]')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await tabTo(page, 'input[name=pre_dpia_on]')
    await page.keyboard.type('01012026')
    await tabTo(page, 'textarea[name=pre_dpia_note]')
    await page.keyboard.type('Gedaan voordat wij Waarborg hadden; ligt in het dossier.')
    // The choice stands on "niet ingevuld", the last; one further is the first: yes.
    await tabTo(page, 'input[name=is_published]')
    await page.keyboard.press('ArrowDown')
    await tabTo(page, 'textarea[name=public_summary]')
    await page.keyboard.type('Wij geven grafrechten uit en houden bij wie de rechthebbende is.')
    await tabTo(page, 'button[value=save]:not([aria-hidden])')
    await page.keyboard.press('Enter')
    await page.waitForURL(/gedaan=create/)
    id = /verwerkingen\/([0-9a-f-]{36})/.exec(page.url())![1]!
    await pressOn(page, `form[action$="/stap/submit"] button`)
    assert.match(await page.locator('h1').innerText(), /Grafrechten|aanbieden/)
    assert.match(await page.locator('main').innerText(), /In toetsing/, await page.locator('main').innerText())
  })
  await withPage({}, async (page) => {
    await signIn(page, base, dpo)
    await pressOn(page, `a[href*="${id}"]`)
    await pressOn(page, `a[href$="/stap/advise"]`)
    await tabTo(page, 'input[name=outcome]')
    await page.keyboard.press('Space')
    await pressOn(page, 'button[value=advise]:not([aria-hidden])')
    assert.match(await page.locator('main').innerText(), /Akkoord/)
  })
  await withPage({}, async (page) => {
    await signIn(page, base, owner)
    await pressOn(page, `a[href*="${id}"]`)
    await pressOn(page, `a[href$="/stap/activate"]`)
    await pressOn(page, 'button[value=activate]:not([aria-hidden])')
    assert.match(await page.locator('main').innerText(), /Actief/)
    await page.goto(`${base}/openbaar/${house.slug}/verwerkingen`)
    await pressOn(page, `a[href$="${id}"]`)
    assert.match(await page.locator('main').innerText(), /Wij geven grafrechten uit/)
  })
})

test('keyboard only: a register is imported, from choosing the file to the register itself', { timeout: 360_000 }, () => withWork(async () => {
  const base = await served()
  const { house, officer } = await cast()
  await withPage({}, async (page) => {
    await signIn(page, base, officer)
    await page.goto(`${base}/${house.slug}/verwerkingen`)
    await pressOn(page, 'main a[href$="/verwerkingen/import"]')
    await tabTo(page, 'input[type=file]')
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Space')])
    await chooser.setFiles({ name: 'register.csv', mimeType: 'text/csv', buffer: Buffer.from('Naam verwerking;Afdeling;Doel\nGrafrechten uitgeven;Burgerzaken;Grafrechten uitgeven en bijhouden\n') })
    await pressOn(page, 'button[value=upload]:not([aria-hidden])')
    await pressOn(page, 'button[value=check]:not([aria-hidden])')
    await page.locator('button[value=write]:not([aria-hidden])').waitFor()
    await pressOn(page, 'button[value=write]:not([aria-hidden])')
    await page.locator('a[href$="/ongedaan"]').waitFor()
    await pressOn(page, 'main a[href*="?import="]')
    assert.match(await page.locator('main').innerText(), /Grafrechten uitgeven/)
  })
}))

test('without JavaScript: an unfriendly Excel register of 500 rows is imported, repaired, tested, activated, published and exported unchanged (H-07, H-08, H-50)', { timeout: 600_000 }, () => withWork(async () => {
  const base = await served()
  const { house, officer, dpo, owner } = await cast()
  const register = `${base}/${house.slug}/verwerkingen`
  const file = { name: 'register 2026 (2).xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: await makeUnfriendlyRegister(500) }
  const press = async (page: Page, action: string) => Promise.all([page.waitForEvent('load'), page.locator(`button[value="${action}"]:not([aria-hidden]):visible`).first().click()])
  const done = async (page: Page, wanted: RegExp) => {
    for (let tries = 0; tries < 90; tries++) {
      if (wanted.test(await page.locator('main').innerText())) return
      await page.waitForTimeout(1000)
      await page.reload()
    }
    assert.fail(await page.locator('main').innerText())
  }
  let id = ''
  await withPage({ javaScriptEnabled: false, acceptDownloads: true }, async (page) => {
    await signIn(page, base, officer)
    await page.goto(`${register}/import`)
    await page.locator('input[type=file]').setInputFiles(file)
    await press(page, 'upload')
    await done(page, /Kop in het bestand/)
    await press(page, 'check')
    await done(page, /De andere \d+ inlezen/)
    assert.match(await page.locator('main').innerText(), /geweigerd/i)
    await press(page, 'write')
    await done(page, /Bekijk wat is ingelezen/)

    await page.goto(`${register}?q=paspoort&afdeling=${house.departments.burgerzaken}`)
    await Promise.all([page.waitForEvent('load'), page.locator('main tbody th a').first().click()])
    id = /verwerkingen\/([0-9a-f-]{36})/.exec(page.url())![1]!
    await page.goto(`${register}/${id}/wijzigen`)
    await page.locator('select[name=controller_body]').selectOption({ index: 1 })
    await page.locator('textarea[name=proportionality]').fill('Zonder deze gegevens kan de gemeente geen paspoort uitgeven.')
    await page.locator('input[name=pre_dpia_outcome][value=not_required]').check()
    await page.locator('input[name=pre_dpia_on]').fill('2026-01-01')
    await page.locator('textarea[name=pre_dpia_note]').fill('Gedaan voordat wij Waarborg hadden; ligt in het dossier.')
    await page.locator('input[name=is_published][value=yes]').check()
    await page.locator('textarea[name=public_summary]').fill('Wij maken uw paspoort of identiteitskaart.')
    if (await page.locator('select[name="special_exceptions.0.exception"]').count() === 0) await press(page, 'add:special_exceptions')
    await page.locator('select[name="special_exceptions.0.exception"]').selectOption({ index: 1 })
    await press(page, 'save')
    assert.match(page.url(), /gedaan=change/, await page.locator('main').innerText())
    await Promise.all([page.waitForEvent('load'), page.locator('form[action$="/stap/submit"] button').click()])
    assert.match(await page.locator('main').innerText(), /In toetsing/)
  })
  await withPage({ javaScriptEnabled: false }, async (page) => {
    await signIn(page, base, dpo)
    await page.goto(`${register}/${id}/stap/advise`)
    await page.locator('input[name=outcome][value=remarks]').check()
    await page.locator('textarea[name=note]').fill('Klopt de termijn?')
    await press(page, 'advise')
  })
  await withPage({ javaScriptEnabled: false }, async (page) => {
    await signIn(page, base, owner)
    await page.goto(`${register}/${id}`)
    await page.locator('textarea[name^="answer-"]').fill('Ja, zo staat het in de Paspoortwet.')
    await Promise.all([page.waitForEvent('load'), page.locator('form[action*="/opmerkingen/"] button').click()])
    await page.goto(`${register}/${id}/stap/activate`)
    await press(page, 'activate')
    assert.match(await page.locator('main').innerText(), /Actief/)
    await page.goto(`${base}/openbaar/${house.slug}/verwerkingen?q=paspoort`)
    assert.match(await page.locator('main').innerText(), /Wij maken uw paspoort/)
  })
  await withPage({ javaScriptEnabled: false, acceptDownloads: true }, async (page) => {
    await signIn(page, base, officer)
    await page.goto(`${register}/export`)
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('main form button[type=submit]:not([aria-hidden]):visible').last().click()])
    await page.goto(`${register}/import`)
    await page.locator('input[type=file]').setInputFiles(await download.path())
    await press(page, 'upload')
    await done(page, /Kop in het bestand/)
    await press(page, 'check')
    await done(page, /ongewijzigd/)
    const text = (await page.locator('main').innerText()).replace(/\s+/g, ' ')
    assert.match(text, /\b0 nieuw/, text.slice(0, 800))
    assert.match(text, /\b0 gewijzigd/, text.slice(0, 800))
    assert.match(text, /\b0 geweigerd/, text.slice(0, 800))
  })
}))

test('axe finds nothing, and no page scrolls sideways, on any page of any role at 1280 and 320 px', { timeout: 600_000 }, async () => {
  const base = await served()
  const { house, officer, dpo, owner, employee } = await cast()
  const made = await officer.post(`/${house.slug}/verwerkingen/nieuw`, { name: 'Aanvragen parkeervergunning', department: house.departments.burgerzaken, role: 'controller', 'legal_bases.0.basis': 'consent', data_categories: ['', 'health', 'bsn'], 'transfers.0.country': 'US', is_published: 'yes' })
  const id = /verwerkingen\/([0-9a-f-]{36})/.exec(made.headers.get('location') ?? '')![1]!
  const register = `/${house.slug}/verwerkingen`
  const trips = [
    { person: officer, paths: [`/${house.slug}`, register, `${register}?ernst=serious&filters=open`, `${register}?q=bestaatniet`, `${register}/${id}`, `${register}/${id}/wijzigen`, `${register}/nieuw`, `${register}/${id}/geschiedenis`, `${register}/${id}/vergelijken`, `${register}/${id}/stap/remove`, `${register}/${id}/stap/remark`,
      `${register}/bevindingen`, `${register}/nakijken`, `${register}/import`, `${register}/export`, `/${house.slug}/zoeken?q=parkeer`, `/${house.slug}/catalogi`, '/account',
      `/${house.slug}/beheer/personen`, `/${house.slug}/beheer/personen/nieuw`, `/${house.slug}/beheer/personen/${officer.personId}`, `/${house.slug}/beheer/organisatie`, `/${house.slug}/beheer/afdelingen`, `/${house.slug}/beheer/inlogdienst`, `/${house.slug}/beheer/aanmeldingen`] },
    { person: dpo, paths: [`/${house.slug}`, `${register}/${id}`] },
    { person: owner, paths: [`/${house.slug}`, register] },
    { person: employee, paths: [`/${house.slug}`, register] },
    { person: undefined, paths: ['/inloggen', `/${house.slug}/inloggen`, `/openbaar/${house.slug}/verwerkingen`, '/bestaat/niet'] },
  ]
  const failures: string[] = []
  for (const { person, paths } of trips) {
    await withPage({}, async (page) => {
      if (person) await signIn(page, base, person)
      for (const path of paths) {
        for (const width of [1280, 320]) {
          await page.setViewportSize({ width, height: 900 })
          const response = await page.goto(base + path)
          if (path !== '/bestaat/niet' && response?.status() !== 200) failures.push(`${path}: ${response?.status()}`)
          failures.push(...(await (width === 320 ? axeViolations : contrastViolations)(page)).map((violation) => `${path} at ${width}: ${violation}`))
          if (await sidewaysScroll(page) > 0) failures.push(`${path} at ${width}: scrolls sideways by ${await sidewaysScroll(page)}`)
        }
      }
    })
  }
  assert.deepEqual(failures, [])
})

test('H-08: the public register sets no cookie, needs no script, asks nobody else and stays under 100 kB', async () => {
  const base = await served()
  const { house } = await cast()
  await withPage({ javaScriptEnabled: false }, async (page) => {
    let bytes = 0
    const asked = new Set<string>()
    page.on('response', async (response) => {
      asked.add(new URL(response.url()).host)
      bytes += (await response.request().sizes().catch(() => ({ responseBodySize: 0, responseHeadersSize: 0 }))).responseBodySize
    })
    await page.goto(`${base}/openbaar/${house.slug}/verwerkingen`, { waitUntil: 'networkidle' })
    assert.deepEqual([...asked], [new URL(base).host])
    assert.deepEqual(await page.context().cookies(), [])
    assert.equal(await page.locator('script').count(), 0)
    assert.ok(bytes > 0 && bytes < 100_000, `${bytes} bytes`)
  })
})
