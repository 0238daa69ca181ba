// Form routes: drafting an entry and changing a draft or proposal; nothing typed is lost, whatever happened meanwhile.
import { Hono } from 'hono'
import { Conflict, Invalid, Refused } from '../../ground/refusals.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { Form, SubmitBar } from '../../page-kit/form.tsx'
import { applyRowAction, isRowAction } from '../../page-kit/row-actions.ts'
import type { House } from '../../people/house.ts'
import { dropKeptForm, takeKeptForm } from '../../people/kept-forms.ts'
import { onlyFor, type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { merge } from '../../register-kit/changes.ts'
import { type FormState, rawFromInput } from '../../register-kit/field-control.tsx'
import { emptyInput } from '../../register-kit/field-types.ts'
import { rawFromForm } from '../../register-kit/form-values.ts'
import { inputAtRevision, readHistory } from '../../register-kit/history.ts'
import { loadLookups } from '../../register-kit/lookups.ts'
import { parseInput } from '../../register-kit/parse.ts'
import { chosenOutOfUse } from '../../register-kit/retired.ts'
import { changeActivity, createActivity, workingInput, workingRevision } from './actions.ts'
import { type ActivityInput, fields, statuses } from './declaration.ts'
import { ActivityForm, type FormProps } from './form-page.tsx'
import { type Activity, loadActivity, ruleContext, workOf } from './perform.ts'
import { verbs } from './lifecycle.ts'
import { processingActivities } from './register.ts'
import { findingsOf } from './rules.ts'
import { baseOf, entryId, mustBeAllowed, recordPersons, showPage, textEntries, toEntry, toRegister, type Visit } from './visit.tsx'

/** `/nieuw` and `/:id/wijzigen`. */
export function formRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  app.get('/nieuw', (c) => showForm(c, 'new'))
  app.post('/nieuw', (c) => saveForm(c, 'new'))
  app.get('/:id/wijzigen', (c) => showForm(c, entryId(c)))
  app.post('/:id/wijzigen', (c) => saveForm(c, entryId(c)))

  function showForm(c: Visit, id: string): Promise<Response> {
    return scopeOf(c, house, async (scope) => {
      const lookups = await loadLookups(scope, fields)
      const kept = await takeKeptForm(c, house, c.get('who').actor.accountId)
      const activity = id === 'new' ? undefined : await loadActivity(scope, id)
      if (activity) mustBeAllowed(scope, 'change', workOf(activity).department)
      else onlyFor(c.get('who'), 'privacy officers en proceseigenaren', ...verbs.create.roles)
      if (activity) await recordPersons(scope, workingInput(activity), 'Verwerking geopend om te wijzigen')
      const input = activity ? workingInput(activity) : startInput(scope)
      const raw = { ...rawFromInput(fields, input), ...(kept ? rawFromForm(fields, kept.fields) : {}) }
      const revision = kept?.fields.find(([name]) => name === 'revision')?.[1] ?? (activity ? String(workingRevision(activity)) : '')
      return formPage(c, activity, { state: { raw, faults: [], lookups }, revision, kept: kept !== undefined, keptId: kept && c.req.query('bewaard'), findings: activity ? findingsOf(input, ruleContext(scope, activity.system, lookups)) : [] })
    })
  }

  async function saveForm(c: Visit, id: string): Promise<Response> {
    const sent = await textEntries(c)
    const action = sent.findLast(([name]) => name === '_action')?.[1]
    const entries = isRowAction(action) ? applyRowAction(sent, action!).filter((entry): entry is readonly [string, string] => typeof entry[1] === 'string') : sent
    const values = Object.fromEntries(entries)
    const raw = rawFromForm(fields, entries)
    const again = (scope: Scope, activity: Activity | undefined, state: FormState, more: Partial<FormProps>, status: 200 | 400 | 409) =>
      formPage(c, activity, { state, revision: values.revision ?? '', keptId: values.kept, findings: [], ...more }, status)

    if (isRowAction(action)) {
      return scopeOf(c, house, async (scope) => again(scope, id === 'new' ? undefined : await loadActivity(scope, id), { raw, faults: [], lookups: await loadLookups(scope, fields) }, {}, 200))
    }
    try {
      const saved = await scopeOf(c, house, async (scope) => {
        const lookups = await loadLookups(scope, fields)
        const activity = id === 'new' ? undefined : await loadActivity(scope, id)
        const before = activity ? workingInput(activity) : startInput(scope)
        const { input, faults } = parseInput(fields, withoutUnknown(raw), lookups, before)
        const refused = [...faults, ...chosenOutOfUse(fields, before, input, lookups)]
        if (refused.length > 0) throw new Invalid(refused)
        if (!activity) return createActivity(scope, input)
        await changeActivity(scope, id, decided(input, activity, entries), Number(values.revision))
        return id
      })
      if (values.kept) await dropKeptForm(house, values.kept, c.get('who').actor.accountId)
      return c.redirect(`${baseOf(c)}/${saved}?gedaan=${id === 'new' ? 'create' : 'change&weergave=voorstel'}`, 303)
    } catch (error) {
      if (error instanceof Invalid) {
        return scopeOf(c, house, async (scope) => again(scope, id === 'new' ? undefined : await loadActivity(scope, id), { raw, faults: error.faults, lookups: await loadLookups(scope, fields) }, {}, 400))
      }
      // Offered, activated or ended meanwhile: what was typed stays on the screen, with why it can't be saved now.
      if (error instanceof Refused && id !== 'new') {
        return scopeOf(c, house, async (scope) => again(scope, await loadActivity(scope, id), { raw, faults: [{ at: '', message: error.message }], lookups: await loadLookups(scope, fields) }, { isKept: true }, 409))
      }
      if (error instanceof Conflict && id !== 'new') return scopeOf(c, house, (scope) => mergeForm(c, scope, id, raw, Number(values.revision)))
      throw error
    }
  }

  /** Somebody else saved meanwhile: what only one of the two changed is taken, and for the rest the person chooses. */
  async function mergeForm(c: Visit, scope: Scope, id: string, raw: Record<string, unknown>, revision: number): Promise<Response> {
    const lookups = await loadLookups(scope, fields)
    const activity = await loadActivity(scope, id)
    const theirs = workingInput(activity)
    const mine = parseInput(fields, withoutUnknown(raw), lookups, theirs).input
    const base = await inputAtRevision(scope, processingActivities, id, theirs, Number.isInteger(revision) ? revision : 0)
    const { merged, conflicts, takenOver } = merge(fields, base, mine, theirs)
    const last = (await readHistory(scope, processingActivities.key, id, { limit: 20 })).find((event) => event.personId !== personOf(scope.actor) && event.changes.length > 0)
    return formPage(c, activity, {
      state: { raw: { ...rawFromInput(fields, merged), ...Object.fromEntries(conflicts.map(({ field }) => [field, raw[field]])) }, faults: [], lookups },
      revision: String(workingRevision(activity)), findings: [], conflict: { by: last?.personName ?? 'Een collega', fields: conflicts, takenOver },
    }, 409)
  }

  function formPage(c: Visit, activity: Activity | undefined, props: Omit<FormProps, 'action' | 'cancelHref'>, status: 200 | 400 | 409 = 200) {
    const address = activity ? `${baseOf(c)}/${activity.id}` : baseOf(c)
    const isProposal = activity?.proposal !== undefined
    return showPage(c, house, {
      heading: activity ? `${activity.input.name ?? 'Verwerking'} ${isProposal ? '– voorstel wijzigen' : 'wijzigen'}` : 'Nieuwe verwerking',
      crumbs: activity ? toEntry(c, activity) : [toRegister(c)], failed: props.state.faults.length > 0,
      lead: activity && !isProposal && activity.system.status === 'active' ? <p>Deze verwerking is actief. Stel eerst een wijziging voor.</p> : <p>Alles mag nog onvolledig zijn. Alleen de naam is nodig om op te slaan.</p>,
      children: activity && !isProposal && activity.system.status !== 'draft' && !props.isKept
        ? <NotOpen address={address} status={statuses[activity.system.status as keyof typeof statuses].nl} />
        : <ActivityForm {...props} action={activity ? `${address}/wijzigen` : `${baseOf(c)}/nieuw`} cancelHref={isProposal ? `${address}?weergave=voorstel` : address} />,
    }, status)
  }

  return app
}

function NotOpen({ address, status }: { address: string; status: string }) {
  return (
    <Form action={`${address}/stap/propose`} defaultAction="propose">
      <p>Deze verwerking is {status.toLowerCase()} en staat nu niet open voor wijziging.</p>
      <SubmitBar primary="Wijziging voorstellen" cancel={{ words: 'Terug naar de verwerking', href: address }} />
    </Form>
  )
}

/** For each field in conflict the form says whose version stays; without a choice the typed one does. */
function decided(input: ActivityInput, activity: Activity, entries: readonly (readonly [string, string])[]): ActivityInput {
  const theirs = workingInput(activity) as Record<string, unknown>
  const chosen = entries.filter(([name, value]) => name.startsWith('conflict.') && value === 'theirs').map(([name]) => name.slice('conflict.'.length)).filter((name) => Object.hasOwn(fields, name))
  return { ...input, ...Object.fromEntries(chosen.map((name) => [name, theirs[name]])) }
}

/** A new entry begins as most are: as controller, under the GDPR, in the own department. */
function startInput(scope: Scope): ActivityInput {
  const { actor } = scope
  const own = actor.kind === 'person' ? actor.assignments.find(({ role }) => role === 'process_owner') : undefined
  return { ...emptyInput(fields), role: 'controller', regime: 'gdpr', department: own?.departmentIds?.[0] ?? null, owner: own ? personOf(actor) : null }
}

function withoutUnknown(raw: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(raw).filter(([key]) => Object.hasOwn(fields, key)))
}
