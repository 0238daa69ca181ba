// Filling in a browser: a section is usable by anybody at 320 px, and with JavaScript an answer is saved by itself and a question comes when it is asked.
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { axeViolations, closeBrowser, sidewaysScroll, withPage } from '../../../../test/support/browser.ts'
import { product, tenant } from '../../../../test/support/product.ts'
import { served } from '../../../../test/support/served.ts'
import { emptyInput } from '../../../register-kit/field-types.ts'
import { createEntry } from '../../../register-kit/perform.ts'
import { assessments } from '../register.ts'
import { answerOf, openFilling } from './filling.ts'

describe('a questionnaire in a browser', () => {
  after(closeBrowser)

  test('H-14 N-36 a section at 320 px: axe finds nothing; an answer is saved as it is given, and what hangs on it appears', async () => {
    const house = await tenant()
    const officer = await house.person('Petra Privacy', 'privacy_officer')
    const id = await house.scoped(async (scope) => {
      const made = await createEntry(scope, assessments, { ...emptyInput(assessments.fields), name: 'DPIA camera’s', kind: 'dpia' })
      await scope.tx.updateTable('impact_assessment').set({ status: 'filling' }).where('organisation_id', '=', scope.organisation.id).where('id', '=', made).execute()
      await openFilling(scope, made, 'dpia')
      return made
    })
    await product()
    const site = await served()
    await withPage({ viewport: { width: 320, height: 800 } }, async (page) => {
      const complaints: string[] = []
      page.on('pageerror', (error) => complaints.push(error.message))
      await page.context().addCookies([...officer.cookies].map(([name, value]) => ({ name, value, url: site })))
      for (const path of ['', '/deel/2', '/deel/15', '/vraag/1.1', '/inlezen']) {
        await page.goto(`${site}/${house.slug}/dpias/${id}/invullen${path}`)
        assert.deepEqual(await axeViolations(page), [], path)
        assert.equal(await sidewaysScroll(page), 0, path)
      }
      await page.goto(`${site}/${house.slug}/dpias/${id}/invullen/deel/12`)
      const about = page.locator('[name="a.12.1.2.5[0]"]')
      assert.ok(!await about.isVisible())
      await page.locator('[name="a.12.1.1"][value="true"]').check()
      await about.waitFor({ state: 'visible' })
      await page.locator('[data-question="12.1.1"] [data-saved]').getByText('Bewaard').waitFor()
      assert.deepEqual(await house.scoped((scope) => answerOf(scope, id, '12.1.1')), ['true'])
      await page.locator('[name="a.12.1.1"][value="false"]').check()
      await about.waitFor({ state: 'hidden' })
      assert.deepEqual(complaints, [])
    })
  })
})
