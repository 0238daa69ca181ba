// Keeping routes: a version as PDF, and what a keeper does beside the steps: taking back an adoption or publication, reminding readers, closing; and the tree. Each stands in history.
import { Hono } from 'hono'
import { renderPdf } from '../../documents/render-pdf.ts'
import { isId } from '../../ground/ids.ts'
import { type Fault, Invalid, NotFound } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { ErrorSummary, Form, SubmitBar } from '../../page-kit/form.tsx'
import type { House } from '../../people/house.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import type { AnyInput, Entry } from '../../register-kit/entry.ts'
import { FieldControl } from '../../register-kit/field-control.tsx'
import { date, longText } from '../../register-kit/field-types.ts'
import { formState } from '../../register-kit/form-state.ts'
import { rawFromForm } from '../../register-kit/form-values.ts'
import { writeHistory } from '../../register-kit/history.ts'
import { refreshThese } from '../../register-kit/keep-findings.ts'
import { workOf } from '../../register-kit/lifecycle.ts'
import { loadEntry } from '../../register-kit/perform.ts'
import { readStep } from '../../register-kit/read-input.ts'
import { readVersions } from '../../register-kit/versions.ts'
import { baseOf, entryId, mustBeAllowed, showPage, type Status, textEntries, titleOf, toEntry, type Visit } from '../../register-kit/web/visit.tsx'
import { readAdoptions, revoke } from './adoptions.ts'
import { closeCampaign, remindReaders } from './campaigns.ts'
import { policyPrint } from './policy-pdf.ts'
import { unpublish } from './publications.ts'
import { readingRoutes } from './reading-routes.tsx'
import { policyDocuments as register } from './register.ts'
import { treeRoutes } from './tree-page.tsx'

const revokeFields = { on: date('Geldt niet meer vanaf', 'Doesn’t hold from'), reason: longText('Waarom', 'Why', { most: 2000 }) } as const

/** For `registerDoors`: addresses under the register's own. */
export function keepingRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  app.route('/', readingRoutes(house))
  app.route('/', treeRoutes(house))

  app.get('/:id/versies/:version/pdf', async (c) => {
    const id = entryId(c, register)
    const wanted = c.req.param('version')
    const { document, options } = await scopeOf(c, house, async (scope) => {
      await loadEntry(scope, register, id)
      const [version] = /^\d{1,6}$/.test(wanted) ? await readVersions(scope, register, id, Number(wanted)) : []
      if (!version) throw new NotFound()
      return policyPrint(scope, id, version)
    })
    return c.body(Buffer.from(await renderPdf('entry', document, options)), 200, { 'content-type': 'application/pdf', 'content-disposition': `attachment; filename="beleid-versie-${wanted}.pdf"` })
  })

  app.get('/:id/vaststelling-terugnemen', (c) => scopeOf(c, house, async (scope) => {
    const entry = await loadEntry(scope, register, entryId(c, register))
    return revokePage(c, scope, entry, c.req.query('besluit') ?? '', {}, [])
  }))

  app.post('/:id/vaststelling-terugnemen', async (c) => {
    const id = entryId(c, register)
    const sent = await textEntries(c)
    const adoption = sent.findLast(([name]) => name === 'besluit')?.[1] ?? ''
    const raw = rawFromForm(revokeFields, sent)
    try {
      await scopeOf(c, house, (scope) => keep(scope, id, 'adopt', 'revoke', async () => {
        if (!isId(adoption)) throw new NotFound()
        const { on, reason } = await readStep(scope, { fields: revokeFields }, raw) as { on: string | null; reason: string | null }
        return `${await revoke(scope, id, adoption, on, reason)}: ${reason}`
      }))
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      return scopeOf(c, house, async (scope) => revokePage(c, scope, await loadEntry(scope, register, id), adoption, raw, error.faults, 400))
    }
    return c.redirect(`${baseOf(c, register)}/${id}#geldt-voor`, 303)
  })

  app.post('/:id/publicatie-weghalen', async (c) => {
    const id = entryId(c, register)
    const version = (await textEntries(c)).findLast(([name]) => name === 'version')?.[1] ?? ''
    await scopeOf(c, house, (scope) => keep(scope, id, 'publish', 'unpublish', async () => {
      if (!/^\d{1,6}$/.test(version)) throw new NotFound()
      await unpublish(scope, id, Number(version))
      return t(`Versie ${version}`, `Version ${version}`)
    }))
    return c.redirect(`${baseOf(c, register)}/${id}#openbaar`, 303)
  })

  app.post('/:id/herinneren', async (c) => {
    const id = entryId(c, register)
    await scopeOf(c, house, (scope) => keep(scope, id, 'ask_reading', 'remind', async (entry) => {
      const people = await remindReaders(scope, id, titleOf(register, entry.input))
      return t(`Aan ${people} mensen`, `To ${people} people`)
    }))
    return c.redirect(`${baseOf(c, register)}/${id}#gelezen`, 303)
  })

  app.post('/:id/lezen-afronden', async (c) => {
    const id = entryId(c, register)
    await scopeOf(c, house, (scope) => keep(scope, id, 'ask_reading', 'close_reading', async () => {
      await closeCampaign(scope, id)
      return null
    }))
    return c.redirect(`${baseOf(c, register)}/${id}#gelezen`, 303)
  })

  async function revokePage(c: Visit, scope: Scope, entry: Entry, adoption: string, raw: AnyInput, faults: readonly Fault[], status: Status = 200) {
    mustBeAllowed(scope, register, 'adopt', workOf(register, entry))
    const found = (await readAdoptions(scope, [entry.id])).find(({ id, revokedOn }) => id === adoption && revokedOn === null)
    if (!found) throw new NotFound()
    const state = await formState(scope, revokeFields, raw, faults)
    return showPage(c, house, register, {
      heading: t('Vaststelling terugnemen', 'Take back an adoption'), crumbs: toEntry(c, register, entry), failed: faults.length > 0, narrow: true,
      lead: <p>{t(`${found.body} is dan niet meer aan versie ${found.version} gebonden. Het besluit blijft in de lijst staan.`, `${found.body} is then no longer bound by version ${found.version}. The decision stays in the list.`)}</p>,
      children: (
        <Form action={`${baseOf(c, register)}/${entry.id}/vaststelling-terugnemen`} hidden={{ besluit: adoption }}>
          <ErrorSummary faults={state.faults} />
          {Object.entries(revokeFields).map(([key, field]) => <FieldControl name={key} field={field} state={state} optional={false} />)}
          <SubmitBar primary={say({ nl: 'Terugnemen', en: 'Take back' })} danger cancel={{ words: t('Annuleren', 'Cancel'), href: `${baseOf(c, register)}/${entry.id}` }} />
        </Form>
      ),
    }, status)
  }

  return app
}

/** Does something to an entry for whoever may do that step, under a lock; writes it down and looks at it anew. */
async function keep(scope: Scope, id: string, step: string, verb: string, act: (entry: Entry) => Promise<string | null>): Promise<void> {
  const entry = await loadEntry(scope, register, id, { lock: true })
  mustBeAllowed(scope, register, step, workOf(register, entry))
  const note = await act(entry)
  await writeHistory(scope, register.key, [{ entryId: id, verb, note }])
  await refreshThese(scope, register, [id])
}
