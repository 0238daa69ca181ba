// Routes: the addresses of the register of processing activities, for people who are signed in.
import { Hono } from 'hono'
import { dayOf, sayDay } from '../../ground/clock.ts'
import { isId } from '../../ground/ids.ts'
import { Invalid, NotFound } from '../../ground/refusals.ts'
import { type Scope } from '../../ground/scope.ts'
import { say } from '../../ground/words.ts'
import { recordAccess } from '../../access-record/record.ts'
import { ButtonGroup, ButtonLink } from '../../page-kit/buttons.tsx'
import { ErrorSummary } from '../../page-kit/form.tsx'
import type { House } from '../../people/house.ts'
import { takeKeptForm } from '../../people/kept-forms.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { changesBetween } from '../../register-kit/changes.ts'
import { readHistory } from '../../register-kit/history.ts'
import { loadLookups, loadLookupsFor } from '../../register-kit/lookups.ts'
import { readAdvice, readRemarks } from '../../register-kit/remarks.ts'
import { readVersions } from '../../register-kit/versions.ts'
import { answerOnActivity } from './actions.ts'
import { ComparePage, comparedSides } from './compare-page.tsx'
import { type ActivityInput, type FieldKey, fields } from './declaration.ts'
import { EntryActions, EntryDocument, EntryLead } from './entry-page.tsx'
import { formRoutes } from './form-routes.tsx'
import { HistoryList } from './history-page.tsx'
import { type Verb, verbs } from './lifecycle.ts'
import { ActivityList } from './list-page.tsx'
import { countActivities, listActivities, listParameters, readListQuery } from './list-query.ts'
import { type Activity, loadActivity, ruleContext, workOf } from './perform.ts'
import { processingActivities } from './register.ts'
import { departmentProgress, FindingsOverview, ReviewProgress } from './review-page.tsx'
import { findingsOf } from './rules.ts'
import { doStep, isStep, StepForm } from './steps.tsx'
import { VersionDocument } from './version-page.tsx'
import { baseOf, entryId, mustBeAllowed, recordPersons, showPage, textEntries, toEntry, toRegister, type Visit } from './visit.tsx'

/** Pages under `/:slug/verwerkingen`; `withScope` has run before. */
export function processingActivityRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  const page = (c: Visit, props: Parameters<typeof showPage>[2], status: 200 | 400 | 409 = 200) => showPage(c, house, props, status)

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
          {mayCreate && <ButtonLink look="primary" icon="plus" href={`${baseOf(c)}/nieuw`}>Nieuwe verwerking</ButtonLink>}
          {mayImport && <ButtonLink icon="upload" href={`${baseOf(c)}/import`}>Importeren</ButtonLink>}
          <ButtonLink icon="download" href={`${baseOf(c)}/export?${kept}`}>Exporteren</ButtonLink>
        </ButtonGroup>
      ),
      children: <ActivityList {...{ base: baseOf(c), parameters, query, ignored, page: listed, count, lookups, actor, now: scope.now }} />,
    })
  }))

  app.get('/bevindingen', (c) => scopeOf(c, house, async (scope) => page(c, {
    heading: 'Bevindingen', crumbs: [toRegister(c)], lead: <p>Wat er in het register nog niet klopt, per afdeling en per soort.</p>,
    children: <FindingsOverview base={baseOf(c)} overview={await departmentProgress(scope)} />,
  })))

  app.get('/nakijken', (c) => scopeOf(c, house, async (scope) => page(c, {
    heading: 'Jaarlijks nakijken', crumbs: [toRegister(c)], lead: <p>Elke actieve verwerking wordt ten minste eens per jaar nagekeken. Zo ver is elke afdeling.</p>,
    children: <ReviewProgress base={baseOf(c)} overview={await departmentProgress(scope)} today={dayOf(scope.now)} />,
  })))

  app.route('/', formRoutes(house))

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
      actions: field && <ButtonLink href={`${baseOf(c)}/${activity.id}/geschiedenis`}>Alle velden</ButtonLink>,
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
    return page(c, { heading: 'Vergelijken', crumbs: toEntry(c, activity), lead: <p>Velden die verschillen, staan bovenaan.</p>, children: <ComparePage address={`${baseOf(c)}/${activity.id}/vergelijken`} activity={activity} versions={versions} sides={sides} /> })
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
    if (verb === 'remove') return c.redirect(`${baseOf(c)}?gedaan=remove`, 303)
    if (verb === 'propose') return c.redirect(`${baseOf(c)}/${id}/wijzigen`, 303)
    return c.redirect(`${baseOf(c)}/${id}?gedaan=${verb}${verb === 'submit' || verb === 'withdraw' ? '&weergave=voorstel' : ''}`, 303)
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
    return c.redirect(`${baseOf(c)}/${id}?gedaan=answer#opmerking-${remarkId}`, 303)
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
      actions: <EntryActions base={baseOf(c)} activity={activity} actor={scope.actor} />,
      children: (
        <EntryDocument
          {...{ base: baseOf(c), activity, shown, lookups, actor: scope.actor, now: scope.now, typed, faults }}
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
              <ButtonLink look="primary" href={`${baseOf(c)}/${activity.id}/wijzigen`}>Aanvullen</ButtonLink>
              <ButtonLink href={`${baseOf(c)}/${activity.id}`}>Terug naar de verwerking</ButtonLink>
            </ButtonGroup>
          </>
        )
        : <StepForm {...{ verb, faults, values, activity, address: `${baseOf(c)}/${activity.id}` }} />,
    }, faults.length > 0 ? 400 : 200)
  }

  return app
}

function wholeNumber(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new NotFound('Deze versie bestaat niet.')
  return Number(text)
}
