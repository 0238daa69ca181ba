// Form routes: drafting an entry and changing what stands open; nothing typed is lost, whatever happened meanwhile.
import { Hono } from 'hono'
import { Conflict, Invalid, NotAllowed, Refused } from '../../ground/refusals.ts'
import { hasRole, personOf, type Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../page-kit/buttons.tsx'
import { applyRowAction, isRowAction } from '../../page-kit/row-actions.ts'
import type { House } from '../../people/house.ts'
import { dropKeptForm, takeKeptForm } from '../../people/kept-forms.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { merge } from '../changes.ts'
import type { AnyInput, Entry } from '../entry.ts'
import { emptyInput } from '../field-types.ts'
import { formState, rawFromInput } from '../form-state.ts'
import { rawFromForm } from '../form-values.ts'
import { inputAtRevision, readHistory } from '../history.ts'
import { findingsFor } from '../keep-findings.ts'
import { stepsFor, workingInput, workOf } from '../lifecycle.ts'
import { createEntry, loadEntry, perform } from '../perform.ts'
import { readInput } from '../read-input.ts'
import type { Register } from '../register.ts'
import { capital, lower, newOne, theOne, thisOne } from '../register-words.ts'
import { EntryForm, type FormProps } from './form-page.tsx'
import { baseOf, entryId, mustBeAllowed, recordPersons, showPage, type Status, textEntries, titleOf, toEntry, toRegister, type Visit } from './visit.tsx'

type Shown = Omit<FormProps, 'register' | 'action' | 'cancelHref'> & {
  /** The entry doesn't stand open now; the form is shown all the same, so that nothing typed is lost. */
  isLate?: boolean
}

/** `/nieuw` and `/:id/wijzigen`. */
export function formRoutes(house: House, register: Register): Hono<PeopleEnv> {
  const { fields } = register
  const app = new Hono<PeopleEnv>()
  app.get('/nieuw', (c) => showForm(c, undefined))
  app.post('/nieuw', (c) => saveForm(c, undefined))
  app.get('/:id/wijzigen', (c) => showForm(c, entryId(c, register)))
  app.post('/:id/wijzigen', (c) => saveForm(c, entryId(c, register)))

  function showForm(c: Visit, id: string | undefined): Promise<Response> {
    return scopeOf(c, house, async (scope) => {
      const entry = await openedEntry(scope, id)
      const kept = await takeKeptForm(c, house, c.get('who').actor.accountId)
      const input = entry ? workingInput(entry) : startInput(scope)
      if (entry) await recordPersons(scope, register, input, 'geopend om te wijzigen')
      const state = await formState(scope, fields, { ...rawFromInput(fields, input), ...(kept ? rawFromForm(fields, kept.fields) : {}) }, [], [input])
      const revision = kept?.fields.find(([name]) => name === 'revision')?.[1] ?? (entry ? String(entry.system.revision) : '')
      const findings = entry ? await findingsFor(scope, register, { id: entry.id, system: entry.system, input }, state.lookups) : []
      return formPage(c, scope, entry, { state, revision, kept: kept !== undefined, keptId: kept && c.req.query('bewaard'), findings })
    })
  }

  async function saveForm(c: Visit, id: string | undefined): Promise<Response> {
    const sent = await textEntries(c)
    const action = sent.findLast(([name]) => name === '_action')?.[1]
    const entries = isRowAction(action) ? applyRowAction(sent, action!).filter((entry): entry is readonly [string, string] => typeof entry[1] === 'string') : sent
    const values = Object.fromEntries(entries)
    const raw = rawFromForm(fields, entries)
    const again = (faults: Invalid['faults'], status: Status, more: Partial<Shown> = {}) => scopeOf(c, house, async (scope) => {
      const entry = await openedEntry(scope, id)
      const state = await formState(scope, fields, raw, faults, entry ? [workingInput(entry)] : [])
      return formPage(c, scope, entry, { state, revision: values.revision ?? '', keptId: values.kept, findings: [], ...more }, status)
    })

    if (isRowAction(action)) return again([], 200)
    try {
      const saved = await scopeOf(c, house, async (scope) => {
        const entry = await openedEntry(scope, id)
        const { input, faults } = await readInput(scope, register, raw, entry ? workingInput(entry) : startInput(scope))
        if (faults.length > 0) throw new Invalid(faults)
        if (!entry) return createEntry(scope, register, input)
        await perform(scope, register, 'change', entry.id, decided(register, input, entry, entries), { revision: Number(values.revision) })
        return entry.id
      })
      if (values.kept) await dropKeptForm(house, values.kept, c.get('who').actor.accountId)
      return c.redirect(`${baseOf(c, register)}/${saved}?gedaan=${id === undefined ? 'create' : 'change&weergave=voorstel'}`, 303)
    } catch (error) {
      if (error instanceof Invalid) return again(error.faults, 400)
      if (id === undefined) throw error
      // Offered, activated or ended meanwhile: what was typed stays on the screen, with why it can't be saved now.
      if (error instanceof Refused) return again([{ at: '', message: error.message }], 409, { isLate: true })
      if (error instanceof Conflict) return scopeOf(c, house, (scope) => mergeForm(c, scope, id, raw, Number(values.revision)))
      throw error
    }
  }

  /** Somebody else saved meanwhile: what only one of the two changed is taken, and for the rest the person chooses. */
  async function mergeForm(c: Visit, scope: Scope, id: string, raw: AnyInput, revision: number): Promise<Response> {
    const entry = await loadEntry(scope, register, id)
    const theirs = workingInput(entry)
    const mine = (await readInput(scope, register, raw, theirs)).input
    const base = await inputAtRevision(scope, register, id, theirs, Number.isInteger(revision) ? revision : 0)
    const { merged, conflicts, takenOver } = merge(fields, base, mine, theirs)
    const last = (await readHistory(scope, register.key, id, { limit: 20 })).find((event) => event.personId !== personOf(scope.actor) && event.changes.length > 0)
    const typed = Object.fromEntries(conflicts.map(({ field }) => [field, raw[field]]))
    return formPage(c, scope, entry, {
      state: await formState(scope, fields, { ...rawFromInput(fields, merged), ...typed }, [], [theirs, mine]), revision: String(entry.system.revision), findings: [],
      conflict: { by: last?.personName ?? t('Een collega', 'A colleague'), fields: conflicts, takenOver },
    }, 409)
  }

  /** The entry of the form; nothing for a new one. @throws NotAllowed for whoever may not fill the form in */
  async function openedEntry(scope: Scope, id: string | undefined): Promise<Entry | undefined> {
    if (id === undefined) {
      if (!hasRole(scope.actor, ...register.lifecycle.verbs.create!.roles)) throw new NotAllowed(t(`Uw rol staat niet toe dat u dit aanmaakt: ${lower(newOne(register))}.`, `Your role doesn’t let you make this: ${lower(newOne(register))}.`))
      return undefined
    }
    const entry = await loadEntry(scope, register, id)
    mustBeAllowed(scope, register, 'change', workOf(register, entry))
    return entry
  }

  function formPage(c: Visit, scope: Scope, entry: Entry | undefined, { isLate, ...props }: Shown, status: Status = 200) {
    const base = baseOf(c, register)
    const address = entry ? `${base}/${entry.id}` : base
    const isOpen = !entry || register.lifecycle.verbs.change!.when(workOf(register, entry))
    const title = say(register.fields[register.named.title]!.words)
    return showPage(c, house, register, {
      heading: !entry ? newOne(register) : entry.proposal ? t(`${titleOf(register, entry.input)} – voorstel wijzigen`, `${titleOf(register, entry.input)} – change the proposal`) : t(`${titleOf(register, entry.input)} wijzigen`, `Change ${titleOf(register, entry.input)}`),
      crumbs: entry ? toEntry(c, register, entry) : [toRegister(c, register)], failed: props.state.faults.length > 0,
      lead: isOpen && <p>{t(`Alles mag nog onvolledig zijn. Alleen “${title}” is nodig om op te slaan.`, `Everything may be incomplete still. Only “${title}” is needed to save.`)}</p>,
      children: isOpen || isLate
        ? <EntryForm {...props} register={register} action={entry ? `${address}/wijzigen` : `${base}/nieuw`} cancelHref={entry?.proposal ? `${address}?weergave=voorstel` : address} />
        : <NotOpen register={register} scope={scope} entry={entry} address={address} />,
    }, status)
  }

  /** A new entry begins with what the register declares, and for the rest empty. */
  function startInput(scope: Scope): AnyInput {
    return { ...emptyInput(fields), ...register.start?.(scope) }
  }

  return app
}

/** Why it can't be changed now, and the steps that may open it. */
function NotOpen({ register, scope, entry, address }: { register: Register; scope: Scope; entry: Entry; address: string }) {
  const status = lower(say(register.lifecycle.statuses[entry.system.status]?.words ?? { nl: entry.system.status, en: entry.system.status }))
  const steps = stepsFor(register, scope.actor, workOf(register, entry)).filter((key) => register.lifecycle.verbs[key]!.offered === 'button')
  return (
    <>
      <p>{t(`${capital(thisOne(register))} is ${status} en staat nu niet open voor wijziging.`, `${capital(thisOne(register))} is ${status} and isn’t open for changes now.`)}</p>
      <ButtonGroup>
        {steps.map((key, index) => <form method="post" action={`${address}/stap/${key}`}><Button look={index === 0 ? 'primary' : 'secondary'}>{say(register.lifecycle.verbs[key]!.words)}</Button></form>)}
        <ButtonLink look="subtle" href={address}>{t('Terug naar', 'Back to')} {theOne(register)}</ButtonLink>
      </ButtonGroup>
    </>
  )
}

/** For each field in conflict the form says whose version stays; without a choice the typed one does. */
function decided({ fields }: Register, input: AnyInput, entry: Entry, entries: readonly (readonly [string, string])[]): AnyInput {
  const theirs = workingInput(entry)
  const chosen = entries.filter(([name, value]) => name.startsWith('conflict.') && value === 'theirs').map(([name]) => name.slice('conflict.'.length)).filter((name) => Object.hasOwn(fields, name))
  return { ...input, ...Object.fromEntries(chosen.map((name) => [name, theirs[name]])) }
}
