// Step routes: the small form that a verb of the lifecycle asks for, doing it, and answering a remark.
import { Hono } from 'hono'
import { isId } from '../../ground/ids.ts'
import { Conflict, type Fault, Invalid, NotFound } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { ButtonGroup, ButtonLink } from '../../page-kit/buttons.tsx'
import { ErrorSummary, Form, SubmitBar } from '../../page-kit/form.tsx'
import type { House } from '../../people/house.ts'
import { takeKeptForm } from '../../people/kept-forms.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import type { AnyInput, Entry } from '../entry.ts'
import { FieldControl } from '../field-control.tsx'
import { emptyInput } from '../field-types.ts'
import { type FormState, formState, rawFromInput } from '../form-state.ts'
import { rawFromForm } from '../form-values.ts'
import { workOf } from '../lifecycle.ts'
import { loadEntry, perform } from '../perform.ts'
import { readStep } from '../read-input.ts'
import type { Register, Verb } from '../register.ts'
import { theOne } from '../register-words.ts'
import { showEntry, type Parts } from './entry-routes.tsx'
import { labelledFaults } from './form-page.tsx'
import { baseOf, entryId, mustBeAllowed, showPage, type Status, textEntries, titleOf, toEntry, type Visit } from './visit.tsx'

/** `/:id/stap/:verb` and `/:id/opmerkingen/:remark`. */
export function stepRoutes(house: House, register: Register, parts: Parts): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  const base = (c: Visit) => baseOf(c, register)

  app.get('/:id/stap/:verb', (c) => scopeOf(c, house, async (scope) => {
    const [key, verb] = stepOf(register, c.req.param('verb'))
    const entry = await loadEntry(scope, register, entryId(c, register))
    mustBeAllowed(scope, register, key, workOf(register, entry))
    const kept = await takeKeptForm(c, house, c.get('who').actor.accountId)
    const begun = verb.begin && verb.fields ? rawFromInput(verb.fields, { ...emptyInput(verb.fields), ...await verb.begin(scope, entry) }) : {}
    const raw = { ...begun, field: c.req.query('veld'), ...(kept ? rawFromForm(verb.fields ?? {}, kept.fields) : {}) }
    return stepPage(c, scope, entry, key, raw, [])
  }))

  app.post('/:id/stap/:verb', async (c) => {
    const [key, verb] = stepOf(register, c.req.param('verb'))
    const id = entryId(c, register)
    const sent = await textEntries(c)
    const raw = rawFromForm(verb.fields ?? {}, sent)
    const revision = Number(sent.findLast(([name]) => name === 'revision')?.[1])
    try {
      const { before, after } = await scopeOf(c, house, async (scope) => {
        const entry = await loadEntry(scope, register, id)
        mustBeAllowed(scope, register, key, workOf(register, entry))
        await perform(scope, register, key, id, await readStep(scope, verb, raw), Number.isInteger(revision) ? { revision } : {})
        return { before: entry, after: await found(scope, id) }
      })
      return c.redirect(addressAfter(base(c), key, before, after), 303)
    } catch (error) {
      const refused = error instanceof Invalid ? { faults: error.faults, status: 400 as const }
        : error instanceof Conflict ? { faults: [{ at: '', message: t('Er is intussen iets gewijzigd. Kijk het na en doe het dan nog eens.', 'Something was changed meanwhile. Look it over and then do it once more.') }], status: 409 as const }
          : undefined
      if (!refused) throw error
      return scopeOf(c, house, async (scope) => stepPage(c, scope, await loadEntry(scope, register, id), key, raw, refused.faults, refused.status))
    }
  })

  app.post('/:id/opmerkingen/:remark', async (c) => {
    const id = entryId(c, register)
    const remark = c.req.param('remark')
    const verb = register.lifecycle.verbs.answer
    if (!isId(remark) || !verb) throw new NotFound()
    const typed = Object.fromEntries(await textEntries(c))
    const name = `answer-${remark}`
    try {
      await scopeOf(c, house, async (scope) => {
        const entry = await loadEntry(scope, register, id)
        mustBeAllowed(scope, register, 'answer', workOf(register, entry))
        await perform(scope, register, 'answer', id, await readStep(scope, verb, { remark, answer: typed[name] ?? '' }))
      })
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      return scopeOf(c, house, (scope) => showEntry(c, house, register, scope, id, parts, { typed, faults: error.faults.map(({ message }) => ({ at: name, message })) }))
    }
    return c.redirect(`${base(c)}/${id}?gedaan=answer#opmerking-${remark}`, 303)
  })

  async function stepPage(c: Visit, scope: Scope, entry: Entry, key: string, raw: AnyInput, faults: readonly Fault[], status: Status = 200) {
    const verb = register.lifecycle.verbs[key]!
    const address = `${base(c)}/${entry.id}`
    const isAboutEntry = faults.some(({ at }) => at !== '' && !Object.hasOwn(verb.fields ?? {}, at))
    return showPage(c, house, register, {
      heading: say(verb.words), crumbs: toEntry(c, register, entry), failed: faults.length > 0, narrow: true,
      children: isAboutEntry
        ? (
          <>
            <ErrorSummary heading={t('Dit kan pas als het volgende is ingevuld', 'This can be done once the following is filled in')} faults={labelledFaults(register, faults)} />
            <ButtonGroup>
              <ButtonLink look="primary" href={`${address}/wijzigen`}>{t('Aanvullen', 'Add to it')}</ButtonLink>
              <ButtonLink href={address}>{t('Terug naar', 'Back to')} {theOne(register)}</ButtonLink>
            </ButtonGroup>
          </>
        )
        : <StepForm {...{ register, verbKey: key, verb, entry, address }} state={await formState(scope, verb.fields ?? {}, raw, faults)} />,
    }, status)
  }

  async function found(scope: Scope, id: string): Promise<Entry | undefined> {
    try {
      return await loadEntry(scope, register, id)
    } catch (error) {
      if (error instanceof NotFound) return undefined
      throw error
    }
  }

  return app
}

/** A verb that has a page of its own or a button; changing goes by the register's form. @throws NotFound */
function stepOf(register: Register, key: string): [string, Verb] {
  const verb = Object.hasOwn(register.lifecycle.verbs, key) ? register.lifecycle.verbs[key] : undefined
  if (!verb?.act || (verb.offered !== 'form' && verb.offered !== 'button')) throw new NotFound()
  return [key, verb]
}

/** What is gone is followed by the list; a proposal that was just begun by its form; the rest by the entry, with its proposal where there is one. */
function addressAfter(base: string, key: string, before: Entry, after: Entry | undefined): string {
  if (!after) return `${base}?gedaan=${key}`
  if (after.proposal && !before.proposal) return `${base}/${after.id}/wijzigen`
  return `${base}/${after.id}?gedaan=${key}${after.proposal ? '&weergave=voorstel' : ''}`
}

function StepForm({ register, verbKey, verb, entry, address, state }: { register: Register; verbKey: string; verb: Verb; entry: Entry; address: string; state: FormState }) {
  return (
    <Form action={`${address}/stap/${verbKey}`} defaultAction={verbKey} hidden={{ revision: String(entry.system.revision) }}>
      <ErrorSummary faults={state.faults} />
      <p><strong>{titleOf(register, entry.input)}</strong></p>
      {verb.explain && <p>{say(verb.explain)}</p>}
      {Object.entries(verb.fields ?? {}).map(([key, field]) => <FieldControl name={key} field={field} state={state} optional={!verb.required?.includes(key)} />)}
      <SubmitBar primary={say(verb.words)} primaryAction={verbKey} danger={verb.isDanger} cancel={{ words: t('Annuleren', 'Cancel'), href: address }} />
    </Form>
  )
}
