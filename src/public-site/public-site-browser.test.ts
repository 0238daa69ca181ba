// In a browser: every public page on a telephone of 320 px without JavaScript: axe, sideways scroll, headings, no request to elsewhere, and no cookie but those on the list.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { axeViolations, closeBrowser, sidewaysScroll, withPage } from '../../test/support/browser.ts'
import { activityForm } from '../../test/support/filled-tenant.ts'
import { storyOf } from '../../test/support/register-story.ts'
import { served } from '../../test/support/served.ts'
import { cookies } from '../ground/cookies.ts'

after(closeBrowser)

test('W-15 H-10: the public pages on a telephone, by machine, without JavaScript: nothing wrong, nothing from elsewhere, nothing kept', { timeout: 600_000 }, async () => {
  const origin = await served()
  const { house, officer, dpo, owner, step } = await storyOf()
  const entry = await officer.make('verwerkingen', activityForm(house, { owner: owner.personId, sources: ['', 'data-subject', 'brp'], 'recipients.0.name': 'UWV', 'transfers.0.country': 'JP', 'transfers.0.instrument': 'adequacy-decision' }))
  await step(officer, 'verwerkingen', entry, 'submit')
  await step(dpo, 'verwerkingen', entry, 'advise', { outcome: 'agreed' })
  await step(owner, 'verwerkingen', entry, 'activate')
  await officer.make('openbare-teksten', { name: 'Camera’s', place: 'section', text: '# Waar\n\n- In de hal\n\n## Hoe lang\n\nVier weken.' })
  assert.equal((await officer.send('/openbare-site/publiceren', {})).status, 303)
  const site = `${origin}/openbaar/${house.slug}`
  const paths = ['', '/privacyverklaring', '/privacyverklaring/volledig', `/privacyverklaring/verwerkingen/${entry}`, `/uitleg/${entry}`, '/privacyverklaring/vergelijken', '/rechten', '/contact', '/cookies', '/toegankelijkheid', '/verwerkingen', `/verwerkingen/${entry}`, '/beleid']
  // axe itself needs scripts to run; the pages have none, so that they are the same without.
  await withPage({ viewport: { width: 320, height: 700 } }, async (page) => {
    const asked = new Set<string>()
    page.on('request', (request) => asked.add(new URL(request.url()).origin))
    const seen = new Set<string>()
    for (const path of paths) {
      const response = await page.goto(site + path)
      assert.equal(response?.status(), 200, path)
      assert.deepEqual(await axeViolations(page), [], path)
      assert.equal(await sidewaysScroll(page), 0, `${path} scrolls sideways`)
      assert.deepEqual([await page.locator('h1').count(), await page.locator('script').count()], [1, 0], path)
      for (const href of await page.locator('header a, footer a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))) if (href.startsWith(site)) seen.add(href)
    }
    assert.deepEqual([...asked], [origin], 'nothing was asked of another server')
    assert.deepEqual(await page.context().cookies(), [])
    for (const href of seen) assert.equal((await page.request.get(href)).status(), 200, href)
  })
  await withPage({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } }, async (page) => {
    await page.goto(`${site}/rechten`)
    await page.keyboard.press('Tab')
    assert.match(await page.locator(':focus').innerText(), /Ga naar de inhoud/)
    await Promise.all([page.waitForEvent('load'), page.locator('header button[name=taal]').click()])
    assert.equal(page.url(), `${site}/rechten`, 'another language, on the same page')
    assert.match(await page.locator('h1').innerText(), /Your rights/)
    await Promise.all([page.waitForEvent('load'), page.locator('footer button[name=kleuren][value=dark]').click()])
    const kept = (await page.context().cookies()).map(({ name }) => name).toSorted()
    assert.deepEqual(kept, [cookies.colours.name, cookies.language.name])
    assert.deepEqual(kept.filter((name) => !Object.values(cookies).some((one) => one.name === name && one.who === 'visitor')), [])
    await page.emulateMedia({ media: 'print' })
    assert.deepEqual([await page.locator('.wb-public-nav').isVisible(), await page.locator('footer').isVisible()], [false, false], 'paper shows the words only')
  })
})
