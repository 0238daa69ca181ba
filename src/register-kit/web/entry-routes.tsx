// Entry routes: reading one entry: as it stands, how it came so, as it stood in each version, and versions beside each other.
import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { recordAccess } from '../../access-record/record.ts'
import { sayDay } from '../../ground/clock.ts'
import { type Fault, NotFound } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { ButtonGroup, ButtonLink } from '../../page-kit/buttons.tsx'
import type { House } from '../../people/house.ts'
import { takeKeptForm } from '../../people/kept-forms.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { changesBetween } from '../changes.ts'
import type { Entry } from '../entry.ts'
import { readHistory } from '../history.ts'
import { findingsFor } from '../keep-findings.ts'
import { loadLookupsFor } from '../lookups.ts'
import { loadEntry } from '../perform.ts'
import type { Register } from '../register.ts'
import { readAdvice, readRemarks } from '../remarks.ts'
import { readVersions } from '../versions.ts'
import { ComparePage, comparedSides } from './compare-page.tsx'
import { backLinks, entryLinks } from './entry-links.ts'
import { EntryActions, EntryDocument, EntryLead } from './entry-page.tsx'
import { shownInput } from './entry-props.ts'
import { HistoryList } from './history-page.tsx'
import { VersionDocument } from './version-page.tsx'
import { baseOf, entryId, recordPersons, showPage, titleOf, toEntry, toRegister, type Visit } from './visit.tsx'

/** What other rooms put on the page of an entry; each is asked in the transaction that reads the entry, for whoever may see it. */
export type Parts = {
  /** Buttons among the entry's own. */
  readonly actions?: (scope: Scope, entry: Entry) => Child | Promise<Child>
  /** Above the document: what somebody wants to know first, in a line or two. */
  readonly opening?: (scope: Scope, entry: Entry) => Child | Promise<Child>
  /** Sections under the entry's own: what belongs to it elsewhere. */
  readonly related?: (scope: Scope, entry: Entry) => Child | Promise<Child>
  /** What people put beside the entry: comments, attachments. `typed` is what was sent when the session was over. */
  readonly beside?: (scope: Scope, entry: Entry, typed: Readonly<Record<string, string>>) => Child | Promise<Child>
  /** Names of islands that these parts need. */
  readonly islands?: readonly string[]
}

const eventsAtOnce = 100

/** `/:id` and what can be read under it. */
export function entryRoutes(house: House, register: Register, parts: Parts): Hono<PeopleEnv> {
  const { fields } = register
  const app = new Hono<PeopleEnv>()
  const base = (c: Visit) => baseOf(c, register)

  app.get('/:id', (c) => scopeOf(c, house, async (scope) => {
    const id = entryId(c, register)
    const kept = await takeKeptForm(c, house, c.get('who').actor.accountId)
    return showEntry(c, house, register, scope, id, parts, { typed: Object.fromEntries(kept?.fields ?? []), faults: [] })
  }))

  app.get('/:id/geschiedenis', (c) => scopeOf(c, house, async (scope) => {
    const entry = await loadEntry(scope, register, entryId(c, register))
    const wanted = c.req.query('veld')
    const field = wanted !== undefined && Object.hasOwn(fields, wanted) ? wanted : undefined
    const before = c.req.query('voor')
    const events = await readHistory(scope, register.key, entry.id, { field, limit: eventsAtOnce, before: before !== undefined && /^[0-9a-f-]{36}$/.test(before) ? before : undefined })
    const lookups = await loadLookupsFor(scope, fields, events.flatMap(({ changes }) => changes.flatMap((change) => [{ [change.field]: change.before }, { [change.field]: change.after }])))
    await recordAccess(scope, { name: `Geschiedenis bekeken: ${register.words.one.nl}`, subjects: events.flatMap(({ personId }) => personId ? [{ type: 'person', id: personId }] : []) })
    const address = `${base(c)}/${entry.id}/geschiedenis`
    return showPage(c, house, register, {
      heading: field ? `${t('Geschiedenis', 'History')}: ${say(fields[field]!.words)}` : t('Geschiedenis', 'History'), crumbs: toEntry(c, register, entry),
      actions: field && <ButtonLink href={address}>{t('Alle velden', 'All fields')}</ButtonLink>,
      children: (
        <>
          <HistoryList register={register} events={events} lookups={lookups} field={field} />
          {events.length === eventsAtOnce && <ButtonGroup><ButtonLink href={`${address}?${new URLSearchParams({ ...(field ? { veld: field } : {}), voor: events.at(-1)!.id })}`}>{t('Wat daarvoor gebeurde', 'What happened before that')}</ButtonLink></ButtonGroup>}
        </>
      ),
    })
  }))

  app.get('/:id/versies/:version', (c) => scopeOf(c, house, async (scope) => {
    const entry = await loadEntry(scope, register, entryId(c, register))
    const [version] = await readVersions(scope, register, entry.id, wholeNumber(c.req.param('version')))
    if (!version) throw noVersion()
    const { input } = version.snapshot
    await recordPersons(scope, register, input, 'bekeken in een versie')
    return showPage(c, house, register, {
      heading: `${titleOf(register, input)}, ${t('versie', 'version')} ${version.version}`, crumbs: toEntry(c, register, entry),
      lead: <p>{t('Van kracht sinds', 'In force since')} {sayDay(version.activatedAt)}{version.version < entry.system.version ? t(', later vervangen', ', replaced later') : ''}.</p>,
      children: <VersionDocument register={register} version={version} />,
    })
  }))

  app.get('/:id/vergelijken', (c) => scopeOf(c, house, async (scope) => {
    const entry = await loadEntry(scope, register, entryId(c, register))
    const lookups = await loadLookupsFor(scope, fields, [entry.input, entry.proposal?.input ?? {}])
    const versions = await readVersions(scope, register, entry.id)
    const sides = comparedSides(register, entry, versions, lookups, c.req.query('van'), c.req.query('naar'))
    await recordPersons(scope, register, sides.right.input, 'vergeleken in versies')
    return showPage(c, house, register, {
      heading: t('Vergelijken', 'Compare'), crumbs: toEntry(c, register, entry), lead: <p>{t('Velden die verschillen, staan bovenaan.', 'Fields that differ stand at the top.')}</p>,
      children: <ComparePage register={register} address={`${base(c)}/${entry.id}/vergelijken`} entry={entry} versions={versions} sides={sides} />,
    })
  }))

  return app
}

/** The page of an entry. `typed` and `faults` are of an answer to a remark that was refused, or sent when the session was over. */
export async function showEntry(c: Visit, house: House, register: Register, scope: Scope, id: string, parts: Parts, { typed, faults }: { typed: Readonly<Record<string, string>>; faults: readonly Fault[] }) {
  const base = baseOf(c, register)
  const entry = await loadEntry(scope, register, id)
  const lookups = await loadLookupsFor(scope, register.fields, [entry.input, entry.proposal?.input ?? {}])
  const shown = c.req.query('weergave') === 'voorstel' && entry.proposal ? 'proposal' : 'row'
  const input = shownInput({ entry, shown })
  await recordPersons(scope, register, input, 'bekeken')
  const { verbs } = register.lifecycle
  const remarks = verbs.remark ? await readRemarks(scope, register, id) : []
  return showPage(c, house, register, {
    heading: titleOf(register, input), crumbs: [toRegister(c, register)], islands: parts.islands, failed: faults.length > 0, lead: <EntryLead register={register} entry={entry} lookups={lookups} />,
    actions: <EntryActions register={register} base={base} entry={entry} actor={scope.actor}>{await parts.actions?.(scope, entry)}</EntryActions>,
    children: (
      <EntryDocument
        {...{ register, base, entry, shown, lookups, actor: scope.actor, now: scope.now, typed, faults }}
        findings={await findingsFor(scope, register, { id, system: entry.system, input }, lookups, remarks)}
        remarks={remarks} advice={verbs.advise ? await readAdvice(scope, register, id) : []}
        links={await entryLinks(scope, register, [input])} usedIn={await backLinks(scope, register, id)}
        changedFields={shown === 'proposal' ? changesBetween(register.fields, entry.input, input).map(({ field }) => field) : []}
        opening={await parts.opening?.(scope, entry)} related={await parts.related?.(scope, entry)} beside={await parts.beside?.(scope, entry, typed)}
      />
    ),
  }, faults.length > 0 ? 400 : 200)
}

function wholeNumber(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw noVersion()
  return Number(text)
}

function noVersion(): NotFound {
  return new NotFound(t('Deze versie bestaat niet.', 'This version doesn’t exist.'))
}
