// Flow maps through HTTP: who sees which flows, filters, large registers, the files, and the pages in a real browser.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { axeViolations, contrastViolations, sidewaysScroll, withPage } from '../../../test/support/browser.ts'
import { tenant, type Tenant } from '../../../test/support/product.ts'
import { served, signIn } from '../../../test/support/served.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import { createEntry, newEntry } from '../../register-kit/perform.ts'
import { insertEntries } from '../../register-kit/store.ts'
import type { ActivityInput } from './declaration.ts'
import { abroad, by, store, to } from './flow.fixtures.ts'
import { processors } from '../processors/register.ts'
import { processingActivities } from './register.ts'
import { emptyActivity } from './rules.fixtures.ts'

type Wanted = Partial<ActivityInput> & { name: string; status?: string }

/** Entries as they would stand after their whole life, straight into the register. */
async function entered(house: Tenant, ...wanted: readonly Wanted[]): Promise<string[]> {
  return house.scoped(async (scope) => {
    const entries = wanted.map(({ status = 'active', ...input }) => newEntry(scope, processingActivities, { ...emptyActivity, department: house.departments.burgerzaken, ...input }, { status, version: status === 'active' ? 1 : 0 }))
    await insertEntries(scope.tx, processingActivities, scope.organisation.id, entries)
    return entries.map(({ system }) => system.id)
  })
}

function pageOf(person: Awaited<ReturnType<Tenant['person']>>) {
  return async (path: string, status = 200): Promise<string> => {
    const response = await person.get(path)
    const body = await response.text()
    assert.equal(response.status, status, `${path}: ${response.status} ${body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').slice(0, 600)}`)
    return body
  }
}

const inOrder = (...words: readonly (string | undefined)[]) => words.map(String).toSorted()
const drawn = (html: string) => [...html.matchAll(/data-box="([^"]+)"/g)].map(([, id]) => id!)
const passports: Wanted = { name: 'Paspoorten', subject_categories: ['residents'], sources: ['brp'], data_categories: ['name', 'bsn'], stores: [store('Paspoortsysteem')], recipients: [to('uwv', 'RvIG', 'Aanvraag')], processors: [by('Boomvalk B.V.')] }
const chatbot: Wanted = { name: 'Chatbot', subject_categories: ['residents'], data_categories: ['health'], processors: [by('Seaglass Inc.')], transfers: [abroad('US', 'Seaglass Inc.')] }

describe('flow maps of a register', () => {
  test('H-65: one processing: its flows as a picture and as a table, with the safeguard that is missing', async () => {
    const house = await tenant()
    const [id] = await entered(house, { ...chatbot, sources: ['data-subject'] })
    const show = pageOf(await house.person('Petra', 'privacy_officer'))
    const html = await show(`/${house.slug}/verwerkingen/${id}/gegevensstroom`)
    assert.deepEqual(drawn(html).toSorted(), ['country:US', `processing:${id}`, 'processor:seaglass inc', 'source:data-subject', 'subject:residents'])
    assert.match(html, /Waarborg ontbreekt/)
    assert.match(html, /geen waarborg vastgelegd/i)
    assert.match(html, /Gegevens over gezondheid/)
    await show(`/${house.slug}/verwerkingen/geen-id/gegevensstroom`, 404)
    await show(`/${house.slug}/verwerkingen/019a0000-0000-7000-8000-000000000001/gegevensstroom`, 404)
  })

  test('H-24: a processor of the register without an agreement in force is marked on the maps, until there is one', async () => {
    const house = await tenant()
    const [processor] = await house.scoped(async (scope) => [await createEntry(scope, processors, { ...emptyInput(processors.fields), name: 'Boomvalk Software B.V.' })])
    const [id] = await entered(house, { name: 'Bijstand', processors: [by(null, { processor: processor!, agreement: null })] })
    const show = pageOf(await house.person('Petra', 'privacy_officer'))
    const pages = [`/${house.slug}/verwerkingen/${id}/gegevensstroom`, `/${house.slug}/verwerkingen/gegevensstromen`, `/${house.slug}/verwerkingen/gegevensstromen?per=afdeling`]
    for (const path of pages) assert.match(await show(path), /Geen overeenkomst van kracht/, path)
    assert.match(await show(`/${house.slug}/verwerkingen/gegevensstromen/tabel.csv`), /Geen overeenkomst van kracht/)
    await house.scoped((scope) => scope.tx.deleteFrom('finding').where('organisation_id', '=', scope.organisation.id).where('entry_id', '=', processor!).execute())
    for (const path of pages) assert.doesNotMatch(await show(path), /Geen overeenkomst van kracht/, path)
  })

  test('N-02: an employee sees the flows of what is active in the own departments, a manager those of the own departments, and another organisation nothing', async () => {
    const house = await tenant()
    const { burgerzaken, belastingen } = house.departments
    const [passport, plan, tax] = await entered(house, passports, { name: 'Nog een plan', status: 'draft', processors: [by('Plannenmaker')] }, { name: 'Aanslagen', department: belastingen, processors: [by('Grutto Heffingen')], stores: [store('Heffingensysteem')] })
    await entered(await tenant(), { name: 'Van de buren', processors: [by('Burenbedrijf')] })
    const map = `/${house.slug}/verwerkingen/gegevensstromen`
    const seen = async (person: Awaited<ReturnType<Tenant['person']>>, query = '') => drawn(await pageOf(person)(map + query)).filter((one) => one.startsWith('processor:') || one.startsWith('processing:')).toSorted()
    const employee = await house.person('Wim', { role: 'employee', departmentId: burgerzaken })
    const owner = await house.person('Olga', { role: 'process_owner', departmentId: burgerzaken })
    const dpo = await house.person('Frits', 'dpo')
    assert.deepEqual(await seen(employee), [`processing:${passport}`, 'processor:boomvalk bv'])
    assert.deepEqual(await seen(owner), inOrder(`processing:${passport}`, `processing:${plan}`, 'processor:boomvalk bv', 'processor:plannenmaker'))
    assert.equal((await seen(dpo)).length, 6)
    assert.deepEqual(await seen(employee, `?per=afdeling`), [`processing:${burgerzaken}`, 'processor:boomvalk bv'])
    assert.deepEqual(await seen(employee, `?afdeling=${belastingen}`), [])
    assert.deepEqual(await seen(employee, `?via=processor:grutto heffingen`), [])
    const show = pageOf(employee)
    for (const path of [`${map}/tabel.csv`, `${map}/kaart.svg`, `${map}/lijst?soort=processor&per=afdeling`, `${map}/lijst?soort=processing&per=verwerking`]) {
      const body = await show(path)
      assert.ok(/Boomvalk|Paspoorten/.test(body), path)
      assert.ok(!/Grutto|Aanslagen|Plannenmaker|Burenbedrijf/.test(body), path)
    }
    await show(`/${house.slug}/verwerkingen/${tax}/gegevensstroom`, 404)
    await show(`/${house.slug}/verwerkingen/${plan}/gegevensstroom/tabel.csv`, 404)
    const stranger = await (await tenant()).person('Vreemde', 'dpo')
    await pageOf(stranger)(map, 404)
  })

  test('filters in the address: department, outside the EEA, special categories, only active, one point; what is not understood is named', async () => {
    const house = await tenant()
    const [passport, bot, plan] = await entered(house, passports, chatbot, { name: 'Plan', status: 'in_review', department: house.departments.belastingen, processors: [by('BOOMVALK bv')] }, { name: 'Voorbij', status: 'ended', processors: [by('Boomvalk B.V.')] })
    const show = pageOf(await house.person('Frits', 'dpo'))
    const map = `/${house.slug}/verwerkingen/gegevensstromen`
    const found = async (query: string) => drawn(await show(`${map}?${query}`)).filter((one) => one.startsWith('processing:')).map((one) => one.slice(11)).toSorted()
    assert.deepEqual(await found(''), inOrder(passport, bot, plan))
    assert.deepEqual(await found(`afdeling=${house.departments.belastingen}`), [plan])
    assert.deepEqual(await found('eer=buiten'), [bot])
    assert.deepEqual(await found('bijzonder=ja'), [bot])
    assert.deepEqual(await found('status=active'), inOrder(passport, bot))
    assert.deepEqual(await found('via=processor:boomvalk%20bv'), inOrder(passport, plan))
    assert.deepEqual(await found('via=recipient:rvig'), [passport])
    assert.deepEqual(await found('via=recipient:uwv'), [passport])
    assert.deepEqual(await found('via=system:paspoortsysteem'), [passport])
    assert.deepEqual(await found('via=source:brp'), [passport])
    assert.deepEqual(await found('via=subject:residents'), inOrder(passport, bot))
    assert.deepEqual(await found('via=country:US'), [bot])
    assert.deepEqual(await found('via=country:NL'), [])
    const odd = await show(`${map}?afdeling=1&eer=binnen&per=x&via=zomaar&via2=y`)
    assert.match(odd, /niet begrepen en weggelaten: afdeling, eer, per, via\./)
    for (const via of ['processor:%00', 'processor:%27%3B--', `processor:${'x'.repeat(500)}`, 'processing:1', 'country:+', '%3Cscript%3E']) await show(`${map}?via=${via}`)
    await show(`${map}/lijst`, 404)
  })

  test('a large register: per department, the rest taken together with a list behind it, and counts that are those of the entries themselves', async () => {
    const house = await tenant()
    const { burgerzaken, belastingen } = house.departments
    await entered(house, ...Array.from({ length: 40 }, (_, index): Wanted => ({
      name: `Verwerking ${index}`, department: index % 4 === 0 ? belastingen : index === 39 ? null : burgerzaken, subject_categories: ['residents'], stores: [store('Zaaksysteem'), store('zaaksysteem')],
      processors: [by(`Leverancier ${index % 20}`), by(`LEVERANCIER ${index % 20}.`)], recipients: [to('uwv', `Kantoor ${index}`), to('uwv', 'UWV')], ...(index === 7 ? { transfers: [abroad('IN', 'Leverancier 7')] } : {}),
    })))
    const show = pageOf(await house.person('Frits', 'dpo'))
    const map = `/${house.slug}/verwerkingen/gegevensstromen`
    const html = await show(map)
    const boxes = drawn(html)
    assert.deepEqual(boxes.filter((one) => one.startsWith('processing:')).toSorted(), inOrder(`processing:${burgerzaken}`, `processing:${belastingen}`, 'processing:?'))
    assert.equal(boxes.filter((one) => one.startsWith('processor:')).length, 10)
    assert.ok(boxes.includes('processor:leverancier 7'), 'what leaves the EEA is shown')
    assert.match(html, /en 11 andere verwerkers/)
    assert.match(html, /UWV\n40 verwerkingen/, 'an entry counts once, however often it names a category')
    assert.match(html, /Burgerzaken\n29 verwerkingen/)
    const listHref = /href="([^"]*soort=processor[^"]*)"/.exec(html)![1]!.replaceAll('&amp;', '&')
    const list = await show(listHref)
    assert.equal([...list.matchAll(/>Leverancier \d+/gi)].length, 20)
    const perEntry = await show(`${map}?per=verwerking`)
    assert.match(perEntry, /en 26 andere verwerkingen/)
    assert.match(await show(`${map}/lijst?soort=processing&per=verwerking`), /Verwerking 39/)
    const csv = await show(`${map}/tabel.csv`)
    assert.equal(csv.split('\r\n').filter((line) => line.includes('Kantoor ')).length, 40)
  })

  test('the map follows a change at once, also when the clock stands still', async () => {
    const house = await tenant()
    await entered(house, ...Array.from({ length: 20 }, (_, index): Wanted => ({ name: `V ${index}`, processors: [by('Boomvalk')] })))
    const show = pageOf(await house.person('Frits', 'dpo'))
    const map = `/${house.slug}/verwerkingen/gegevensstromen`
    assert.match(await show(map), /Boomvalk\n20 verwerkingen/)
    await entered(house, { name: 'Nieuw', processors: [by('Boomvalk')] })
    assert.match(await show(map), /Boomvalk\n21 verwerkingen/)
    await house.scoped(({ tx, organisation }) => tx.updateTable('processing_activity').set({ status: 'ended' }).where('organisation_id', '=', organisation.id).where('name', '=', 'Nieuw').execute())
    assert.match(await show(map), /Boomvalk\n20 verwerkingen/)
  })

  test('the files: a table that a spreadsheet opens safely, and a drawing that stands by itself', async () => {
    const house = await tenant()
    const [id] = await entered(house, { ...chatbot, name: '=HYPERLINK("x")', processors: [by('<b>Seaglass</b> & Zn.')] })
    const show = pageOf(await house.person('Frits', 'dpo'))
    for (const base of [`/${house.slug}/verwerkingen/gegevensstromen`, `/${house.slug}/verwerkingen/${id}/gegevensstroom`]) {
      const csv = await show(`${base}/tabel.csv`)
      assert.match(csv, /^Nummer;Verwerking;Van \(soort\);/)
      assert.ok(!/(^|[;\n"])=HYPERLINK/.test(csv), csv)
      const svg = await show(`${base}/kaart.svg`)
      assert.match(svg, /^<\?xml [^>]*\?>\n<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/)
      assert.ok(!/var\(|https?:\/\/(?!www\.w3\.org)|<script|<b>|href=/.test(svg), 'no tokens, no addresses, nothing that runs')
      assert.match(svg, /fill:#[0-9a-f]{3,6}/)
      assert.match(svg, /&lt;b&gt;Seaglass/)
    }
  })
})

describe('flow maps in a browser', () => {
  test('axe finds nothing and no page scrolls sideways at 1280 and 320 px, in light and dark; boxes are reached by keyboard and lead on', { timeout: 600_000 }, async () => {
    const site = await served()
    const house = await tenant()
    const [id] = await entered(house, chatbot, passports, ...Array.from({ length: 30 }, (_, index): Wanted => ({ name: `Verwerking ${index}`, department: index % 2 ? house.departments.belastingen : house.departments.burgerzaken, sources: ['brp'], processors: [by(`Leverancier ${index}`)], stores: [store(`Systeem ${index % 12}`, { is_encrypted: false })] })))
    const officer = await house.person('Petra Privacy', 'privacy_officer')
    const map = `${site}/${house.slug}/verwerkingen/gegevensstromen`
    const failures: string[] = []
    for (const colorScheme of ['light', 'dark'] as const) {
      await withPage({ colorScheme }, async (page) => {
        page.on('console', (message) => { if (message.type() === 'error') failures.push(message.text()) })
        await signIn(page, site, officer)
        const addresses = [map, `${site}/${house.slug}/verwerkingen/${id}/gegevensstroom`, ...(colorScheme === 'light' ? [`${map}?via=processor:seaglass%20inc`, `${map}?eer=buiten&afdeling=${house.departments.belastingen}`, `${map}/lijst?soort=system`] : [])]
        for (const address of addresses) {
          for (const width of colorScheme === 'light' ? [1280, 320] : [1280]) {
            await page.setViewportSize({ width, height: 900 })
            await page.goto(address)
            failures.push(...(await (width === 320 && colorScheme === 'light' ? axeViolations : contrastViolations)(page)).map((violation) => `${address} at ${width}, ${colorScheme}: ${violation}`))
            if (await sidewaysScroll(page) > 0) failures.push(`${address} at ${width}: scrolls sideways`)
          }
        }
      })
    }
    assert.deepEqual(failures, [])
    await withPage({}, async (page) => {
      await signIn(page, site, officer)
      await page.goto(map)
      const link = page.locator('.wb-flow__link', { hasText: 'Seaglass Inc.' }).first()
      await link.focus()
      assert.equal(await page.locator('.wb-flow__drawing--looking .wb-flow__line--seen').count() > 0, true, 'its own lines stand out')
      await page.keyboard.press('Enter')
      await page.waitForURL(/via=processor/)
      assert.match(await page.locator('main').innerText(), /Gegevensstromen rond Seaglass Inc\.|Raakt: Seaglass Inc\./)
      await page.emulateMedia({ media: 'print' })
      assert.equal(await page.locator('.wb-flow__drawing').isVisible(), true)
    })
    await withPage({ viewport: { width: 1280, height: 1000 } }, async (page) => {
      await signIn(page, site, officer)
      await page.goto(map)
      const sticking = await page.evaluate(() => [...document.querySelectorAll<SVGGElement>('[data-box]')].flatMap((box) => {
        const frame = box.querySelector('rect')!.getBoundingClientRect()
        return [...box.querySelectorAll('text')].filter((text) => text.getBoundingClientRect().right > frame.right + 1).map((text) => text.textContent)
      }))
      assert.deepEqual(sticking, [], 'no words stick out of their box')
    })
  })
})
