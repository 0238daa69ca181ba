// Contrast: a page whose letters don't stand out is found faulty, however many like it passed before.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { axeViolations, closeBrowser, newPage } from './support/browser.ts'

describe('letters that don’t stand out are found', () => {
  let page: Page
  before(async () => { page = await newPage() })
  after(() => closeBrowser())

  const look = async (body: string) => {
    await page.setContent(`<!doctype html><html lang="en"><title>Page</title><style>.plain { color: #111 } .faint { color: #999 } .night { background: #222 }</style><body><main><h1>Heading</h1>${body}</main></body></html>`)
    return (await axeViolations(page)).map((line) => line.split(':')[0])
  }
  const cases: readonly (readonly [what: string, body: string, isFaint: boolean])[] = [
    ['dark on white', '<p class="plain">Some words</p>', false],
    ['the same again', '<p class="plain">Other words</p>', false],
    ['grey on white', '<p class="plain">Some words</p><p class="faint">Grey words</p>', true],
    ['the same grey again', '<p class="faint">Grey words</p>', true],
    ['a colour of its own', '<p class="plain" style="color: #aaa">Some words</p>', true],
    ['on another background', '<div class="night"><p class="plain">Some words</p></div>', true],
    ['see-through', '<p class="plain" style="opacity: .3">Some words</p>', true],
    ['within what is see-through', '<div style="opacity: .3"><p class="plain">Some words</p></div>', true],
    ['on a button', '<button style="color: #bbb; background: #fff">Save</button>', true],
    ['in a field', '<label class="plain">Name <input value="Anna" style="color: #ccc; background: #fff"></label>', true],
    ['what passed, once more', '<p class="plain">Some words</p>', false],
  ]
  for (const [what, body, isFaint] of cases) {
    test(what, async () => assert.deepEqual(await look(body), isFaint ? ['color-contrast'] : []))
  }

  test('what has no name is found as before', async () => assert.deepEqual(await look('<button></button>'), ['button-name']))
})
