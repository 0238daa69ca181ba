// Routes: the addresses of the register of processing activities, for people who are signed in.
import { type Context, Hono } from 'hono'
import { dayOf, sayDay } from '../../ground/clock.ts'
import { isId } from '../../ground/ids.ts'
import { Conflict, Invalid, NotAllowed, NotFound } from '../../ground/refusals.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { say } from '../../ground/words.ts'
import { recordAccess } from '../../access-record/record.ts'
import { ButtonGroup, ButtonLink } from '../../page-kit/buttons.tsx'
import { ErrorSummary, Form, SubmitBar } from '../../page-kit/form.tsx'
import { Page, type PageProps } from '../../page-kit/layout.tsx'
import { applyRowAction, isRowAction } from '../../page-kit/row-actions.ts'
import type { House } from '../../people/house.ts'
import { dropKeptForm, takeKeptForm } from '../../people/kept-forms.ts'
import { onlyFor, type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { changesBetween, merge } from '../../register-kit/changes.ts'
import { type FormState, rawFromInput } from '../../register-kit/field-control.tsx'
import { emptyInput } from '../../register-kit/field-types.ts'
import { rawFromForm } from '../../register-kit/form-values.ts'
import { inputAtRevision, readHistory } from '../../register-kit/history.ts'
import { loadLookups, loadLookupsFor } from '../../register-kit/lookups.ts'
import { parseInput } from '../../register-kit/parse.ts'
import { readAdvice, readRemarks } from '../../register-kit/remarks.ts'
import { chosenOutOfUse } from '../../register-kit/retired.ts'
import { readVersions } from '../../register-kit/versions.ts'
import { answerOnActivity, changeActivity, createActivity, workingInput, workingRevision } from './actions.ts'
import { ComparePage, comparedSides } from './compare-page.tsx'
import { type ActivityInput, type FieldKey, fields, statuses } from './declaration.ts'
import { EntryActions, EntryDocument, EntryLead } from './entry-page.tsx'
import { ActivityForm, type FormProps } from './form-page.tsx'
import { HistoryList } from './history-page.tsx'
import { mayDo, type Verb, verbs } from './lifecycle.ts'
import { ActivityList } from './list-page.tsx'
import { countActivities, listActivities, listParameters, readListQuery } from './list-query.ts'
import { type Activity, loadActivity, ruleContext, workOf } from './perform.ts'
import { processingActivities } from './register.ts'
import { departmentProgress, FindingsOverview, ReviewProgress } from './review-page.tsx'
import { findingsOf } from './rules.ts'
import { doStep, isStep, StepForm } from './steps.tsx'
import { VersionDocument } from './version-page.tsx'

type Visit = Context<PeopleEnv>

/** Pages under `/:slug/verwerkingen`; `withScope` has run before. */
export function processingActivityRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  const base = (c: Visit) => `/${c.get('who').organisation.slug}/verwerkingen`
  const page = (c: Visit, props: Omit<PageProps, 'organisation' | 'homeHref' | 'navigation'>, status: 200 | 400 | 409 = 200) => {
    const done = c.req.query('gedaan')
    const flash = done && Object.hasOwn(verbs, done) ? { tone: 'ok' as const, words: `De verwerking is ${say(verbs[done as Verb].done)}.` } : undefined
    return c.html(<Page {...house.frame(c, c.get('who'))} flash={flash} {...props} />, status)
  }
  const toRegister = (c: Visit) => ({ words: 'Verwerkingen', href: base(c) })
  const toEntry = (c: Visit, activity: Activity) => [toRegister(c), { words: activity.input.name ?? '', href: `${base(c)}/${activity.id}` }]

  app.get('/', (c) => scopeOf(c, house, async (scope) => {
    const parameters = listParameters(c.req.url)
    const { query, ignored } = readListQuery(parameters)
    const [listed, count, lookups] = [await listActivities(scope, query), await countActivities(scope, query), await loadLookups(scope, fields)]
    await recordAccess(scope, { name: 'Lijst van verwerkingen bekeken', subjects: query.columns.includes('owner') ? listed.rows.flatMap(({ owner_id }) => owner_id ? [{ type: 'person', id: owner_id }] : []) : [] })
    const { actor } = c.get('who')
    const mayImport = actor.assignments.some(({ role }) => role === 'privacy_officer')
    const mayCreate = mayImport || actor.assignments.some(({ role }) => role === 'process_owner')
    const kept = new URLSearchParams(parameters)
    return page(c, {
      heading: 'Verwerkingen', lead: <p>Wat uw organisatie met persoonsgegevens doet (art. 30 AVG).</p>,
      actions: (
        <ButtonGroup>
          {mayCreate && <ButtonLink look="primary" icon="plus" href={`${base(c)}/nieuw`}>Nieuwe verwerking</ButtonLink>}
          {mayImport && <ButtonLink icon="upload" href={`${base(c)}/import`}>Importeren</ButtonLink>}
          <ButtonLink icon="download" href={`${base(c)}/export?${kept}`}>Exporteren</ButtonLink>
        </ButtonGroup>
      ),
      children: <ActivityList {...{ base: base(c), parameters, query, ignored, page: listed, count, lookups, actor, now: scope.now }} />,
    })
  }))

  app.get('/bevindingen', (c) => scopeOf(c, house, async (scope) => page(c, {
    heading: 'Bevindingen', crumbs: [toRegister(c)], lead: <p>Wat er in het register nog niet klopt, per afdeling en per soort.</p>,
    children: <FindingsOverview base={base(c)} overview={await departmentProgress(scope)} />,
  })))

  app.get('/nakijken', (c) => scopeOf(c, house, async (scope) => page(c, {
    heading: 'Jaarlijks nakijken', crumbs: [toRegister(c)], lead: <p>Elke actieve verwerking wordt ten minste eens per jaar nagekeken. Zo ver is elke afdeling.</p>,
    children: <ReviewProgress base={base(c)} overview={await departmentProgress(scope)} today={dayOf(scope.now)} />,
  })))

  app.get('/nieuw', (c) => showForm(c, 'new'))
  app.post('/nieuw', (c) => saveForm(c, 'new'))
  app.get('/:id/wijzigen', (c) => showForm(c, entryId(c)))
  app.post('/:id/wijzigen', (c) => saveForm(c, entryId(c)))

  app.get('/:id', (c) => scopeOf(c, house, async (scope) => {
    const kept = await takeKeptForm(c, house, c.get('who').actor.accountId)
    return showEntry(c, scope, entryId(c), Object.fromEntries(kept?.fields ?? []), [])
  }))

  app.get('/:id/geschiedenis', (c) => scopeOf(c, house, async (scope) => {
    const activity = await loadActivity(scope, entryId(c))
    const wanted = c.req.query('veld')
    const field = wanted && Object.hasOwn(fields, wanted) ? wanted as FieldKey : undefined
    const events = await readHistory(scope, processingActivities.key, activity.id, { field })
    const lookups = await loadLookups(scope, fields)
    await recordAccess(scope, { name: 'Geschiedenis van een verwerking bekeken', subjects: events.flatMap(({ personId }) => personId ? [{ type: 'person', id: personId }] : []) })
    return page(c, {
      heading: field ? `Geschiedenis: ${say(fields[field].words)}` : 'Geschiedenis', crumbs: toEntry(c, activity),
      actions: field && <ButtonLink href={`${base(c)}/${activity.id}/geschiedenis`}>Alle velden</ButtonLink>,
      children: <HistoryList events={events} lookups={lookups} field={field} />,
    })
  }))

  app.get('/:id/versies/:version', (c) => scopeOf(c, house, async (scope) => {
    const activity = await loadActivity(scope, entryId(c))
    const [version] = await readVersions(scope, processingActivities, activity.id, wholeNumber(c.req.param('version')))
    if (!version) throw new NotFound('Deze versie bestaat niet.')
    await recordPersons(scope, version.snapshot.input as ActivityInput, 'Versie van een verwerking bekeken')
    return page(c, { heading: `${(version.snapshot.input as ActivityInput).name ?? ''}, versie ${version.version}`, crumbs: toEntry(c, activity), lead: <p>Van kracht sinds {sayDay(version.activatedAt)}{version.version < activity.system.version ? ', later vervangen' : ''}.</p>, children: <VersionDocument version={version} /> })
  }))

  app.get('/:id/vergelijken', (c) => scopeOf(c, house, async (scope) => {
    const activity = await loadActivity(scope, entryId(c))
    const lookups = await loadLookupsFor(scope, fields, [activity.input, activity.proposal?.input ?? {}])
    const versions = await readVersions(scope, processingActivities, activity.id)
    const sides = comparedSides(activity, versions, lookups, c.req.query('van'), c.req.query('naar'))
    await recordPersons(scope, sides.right.input, 'Versies van een verwerking vergeleken')
    return page(c, { heading: 'Vergelijken', crumbs: toEntry(c, activity), lead: <p>Velden die verschillen, staan bovenaan.</p>, children: <ComparePage address={`${base(c)}/${activity.id}/vergelijken`} activity={activity} versions={versions} sides={sides} /> })
  }))

  app.get('/:id/stap/:verb', (c) => scopeOf(c, house, async (scope) => {
    const verb = c.req.param('verb')
    if (!isStep(verb)) throw new NotFound()
    const activity = await loadActivity(scope, entryId(c))
    mustBeAllowed(scope, verb, workOf(activity).department)
    const kept = await takeKeptForm(c, house, c.get('who').actor.accountId)
    return stepPage(c, activity, verb, [], { field: c.req.query('veld') ?? '', ...Object.fromEntries(kept?.fields ?? []) })
  }))

  app.post('/:id/stap/:verb', async (c) => {
    const verb = c.req.param('verb')
    if (!isStep(verb)) throw new NotFound()
    const id = entryId(c)
    const form = await textEntries(c)
    const values = Object.fromEntries(form)
    try {
      await scopeOf(c, house, (scope) => doStep(scope, id, verb, values))
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      return scopeOf(c, house, async (scope) => stepPage(c, await loadActivity(scope, id), verb, error.faults, values))
    }
    if (verb === 'remove') return c.redirect(`${base(c)}?gedaan=remove`, 303)
    if (verb === 'propose') return c.redirect(`${base(c)}/${id}/wijzigen`, 303)
    return c.redirect(`${base(c)}/${id}?gedaan=${verb}${verb === 'submit' || verb === 'withdraw' ? '&weergave=voorstel' : ''}`, 303)
  })

  app.post('/:id/opmerkingen/:remark', async (c) => {
    const id = entryId(c)
    const remarkId = c.req.param('remark')
    if (!isId(remarkId)) throw new NotFound()
    const typed = Object.fromEntries(await textEntries(c))
    try {
      await scopeOf(c, house, (scope) => answerOnActivity(scope, id, remarkId, typed[`answer-${remarkId}`] ?? ''))
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      return scopeOf(c, house, (scope) => showEntry(c, scope, id, typed, error.faults.map(({ message }) => ({ at: `answer-${remarkId}`, message }))))
    }
    return c.redirect(`${base(c)}/${id}?gedaan=answer#opmerking-${remarkId}`, 303)
  })

  /** `typed` and `faults` are of an answer to a remark that was refused, or sent when the session was over. */
  async function showEntry(c: Visit, scope: Scope, id: string, typed: Readonly<Record<string, string>>, faults: Invalid['faults']) {
    const activity = await loadActivity(scope, id)
    const lookups = await loadLookupsFor(scope, fields, [activity.input, activity.proposal?.input ?? {}])
    const shown = c.req.query('weergave') === 'voorstel' && activity.proposal ? 'proposal' : 'row'
    const input = shown === 'proposal' ? activity.proposal!.input as ActivityInput : activity.input
    await recordPersons(scope, input, 'Verwerking bekeken')
    const remarks = await readRemarks(scope, processingActivities, activity.id)
    return page(c, {
      heading: input.name ?? 'Zonder naam', crumbs: [toRegister(c)], failed: faults.length > 0, lead: <EntryLead activity={activity} lookups={lookups} />,
      actions: <EntryActions base={base(c)} activity={activity} actor={scope.actor} />,
      children: (
        <EntryDocument
          {...{ base: base(c), activity, shown, lookups, actor: scope.actor, now: scope.now, typed, faults }}
          findings={findingsOf(input, ruleContext(scope, activity.system, lookups, remarks.some(({ answer }) => answer === null)))}
          remarks={remarks} advice={await readAdvice(scope, processingActivities, activity.id)}
          changedFields={shown === 'proposal' ? changesBetween(fields, activity.input, input).map(({ field }) => field) : []}
        />
      ),
    }, faults.length > 0 ? 400 : 200)
  }

  function stepPage(c: Visit, activity: Activity, verb: Verb, faults: Invalid['faults'], values: Readonly<Record<string, string>>) {
    const isAboutEntry = faults.some(({ at }) => Object.hasOwn(fields, at))
    return page(c, {
      heading: say(verbs[verb].words), crumbs: toEntry(c, activity), failed: faults.length > 0, narrow: true,
      children: isAboutEntry
        ? (
          <>
            <ErrorSummary heading="Dit kan pas als het volgende is ingevuld" faults={faults.map(({ at, message }) => ({ at: '', message: `${say(fields[at as FieldKey]?.words ?? { nl: at, en: at })}: ${message}` }))} />
            <ButtonGroup>
              <ButtonLink look="primary" href={`${base(c)}/${activity.id}/wijzigen`}>Aanvullen</ButtonLink>
              <ButtonLink href={`${base(c)}/${activity.id}`}>Terug naar de verwerking</ButtonLink>
            </ButtonGroup>
          </>
        )
        : <StepForm {...{ verb, faults, values, activity, address: `${base(c)}/${activity.id}` }} />,
    }, faults.length > 0 ? 400 : 200)
  }

  // ---- the form, for a new entry and for a draft or proposal

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
      return c.redirect(`${base(c)}/${saved}?gedaan=${id === 'new' ? 'create' : 'change&weergave=voorstel'}`, 303)
    } catch (error) {
      if (error instanceof Invalid) {
        return scopeOf(c, house, async (scope) => again(scope, id === 'new' ? undefined : await loadActivity(scope, id), { raw, faults: error.faults, lookups: await loadLookups(scope, fields) }, {}, 400))
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
    const address = activity ? `${base(c)}/${activity.id}` : base(c)
    const isProposal = activity?.proposal !== undefined
    return page(c, {
      heading: activity ? `${activity.input.name ?? 'Verwerking'} ${isProposal ? '– voorstel wijzigen' : 'wijzigen'}` : 'Nieuwe verwerking',
      crumbs: activity ? toEntry(c, activity) : [toRegister(c)], failed: props.state.faults.length > 0,
      lead: activity && !isProposal && activity.system.status === 'active' ? <p>Deze verwerking is actief. Stel eerst een wijziging voor.</p> : <p>Alles mag nog onvolledig zijn. Alleen de naam is nodig om op te slaan.</p>,
      children: activity && !isProposal && activity.system.status !== 'draft'
        ? <NotOpen address={address} status={statuses[activity.system.status as keyof typeof statuses].nl} />
        : <ActivityForm {...props} action={activity ? `${address}/wijzigen` : `${base(c)}/nieuw`} cancelHref={isProposal ? `${address}?weergave=voorstel` : address} />,
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

async function recordPersons(scope: Scope, input: ActivityInput, name: string): Promise<void> {
  await recordAccess(scope, { name, subjects: [input.owner, input.coordinating_owner].flatMap((id) => id ? [{ type: 'person' as const, id }] : []) })
}

async function textEntries(c: Visit): Promise<(readonly [string, string])[]> {
  const form = await c.req.formData().catch(() => { throw new Invalid([], 'Dit formulier is niet te lezen. Open de pagina opnieuw en verstuur het nog eens.') })
  return [...form.entries()].flatMap(([name, value]) => typeof value === 'string' ? [[name, value] as const] : [])
}

// Whoever may not do it learns so before the form is filled in, not after.
function mustBeAllowed(scope: Scope, verb: Verb, department: string | null): void {
  if (!mayDo(scope.actor, verb, department)) throw new NotAllowed(`Uw rol staat “${say(verbs[verb].words).toLowerCase()}” hier niet toe.`)
}

function entryId(c: Visit): string {
  const id = c.req.param('id') ?? ''
  if (!isId(id)) throw new NotFound('Deze verwerking bestaat niet, of u mag haar niet zien.')
  return id
}

function wholeNumber(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new NotFound('Deze versie bestaat niet.')
  return Number(text)
}
