import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { axeViolations, newPage, sidewaysScroll, withBrowser } from '../../../test/support/browser.ts'
import { importer } from '../../../test/support/import-flow.ts'
import { assetRoutes, prepareAssets } from '../../page-kit/assets.ts'

test('W-01: every page of the import is free of axe findings and fits a window of 320 pixels', async () => {
  const who = await importer()
  await prepareAssets()
  const site = new Hono().route('/', assetRoutes).route('/', who.app)
  const server = createAdaptorServer({ fetch: site.fetch })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const origin = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`
  try {
    await withBrowser(async () => {
      const page = await newPage()
      await page.context().addCookies([...who.cookies].map(([name, value]) => ({ name, value, url: origin })))
      const look = async (path: string, words: RegExp) => {
        for (const width of [1280, 320]) {
          await page.setViewportSize({ width, height: 800 })
          await page.goto(origin + path)
          assert.match(await page.content(), words, path)
          assert.deepEqual(await axeViolations(page), [], `${path} at ${width}`)
          assert.equal(await sidewaysScroll(page), 0, `${path} at ${width}`)
        }
      }
      await look(`${who.base}/import`, /Nog niets geïmporteerd/)
      const old = await who.bring('oud.csv', 'Nummer;Naam;Persoonsgegevens\nV1;Een;NAW-gegevens')
      await who.check(old)
      await who.write(old)
      const id = await who.bring('register.csv', 'Nummer;Naam;Persoonsgegevens;Betrokkenen;Datum DPIA;Kleur\nV1;Een;BSN;inwoonsters;;rood\nV2;Twee;schoenmaat;Inwoners;31-02-2025;blauw\nV3;Drie;;marsmannetjes;;')
      await look(`${who.base}/import/${id}/kolommen`, /Niet gekozen/)
      await who.check(id)
      await look(`${who.base}/import/${id}`, /Fout: /)
      await look(`${who.base}/import/${id}/waarden`, /marsmannetjes/)
      await who.post(`${who.base}/import/${id}/inlezen`, {})
      await look(`${who.base}/import/${id}`, /worden ingelezen/)
      await who.work(id)
      await look(`${who.base}/import/${id}`, /Ongedaan maken/)
      await look(`${who.base}/import/${id}/ongedaan`, /verwijderd/)
      await look(`${who.base}/import`, /register\.csv/)
      await look(`${who.base}/export`, /Downloaden/)
    })
  } finally {
    await new Promise((done) => server.close(done))
  }
})
