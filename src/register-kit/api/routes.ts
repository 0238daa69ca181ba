// Routes: the REST API of every register by its declaration: collection, entry, its sub-resources, and one sub-resource per step.
import { type Context, Hono } from 'hono'
import { recordAccess } from '../../access-record/record.ts'
import { isId } from '../../ground/ids.ts'
import { Invalid, NotAllowed, NotFound } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import type { House } from '../../people/house.ts'
import { callerScope, type TokenEnv } from '../../people/token-door.ts'
import type { AnyInput, Entry } from '../entry.ts'
import { emptyInput } from '../field-types.ts'
import { refuseWhatMayNot, createEntry, loadEntry, perform } from '../perform.ts'
import { listEntries, writeCursor } from '../list-query.ts'
import { workingInput, workOf } from '../lifecycle.ts'
import { readInput, readStep } from '../read-input.ts'
import { recordReading } from '../reading.ts'
import type { Register } from '../register.ts'
import { isPlain, rawFromWire } from '../wire.ts'
import { etagOf, wireAdvice, wireDeadlines, wireEntries, wireFindings, wireHistory, wireOf, wireRemarks, wireVersion, wireVersions } from './entry-answers.ts'
import { inQuery, problem } from './problem.ts'
import { readApiQuery } from './query.ts'

type Call = Context<TokenEnv>

/** Addresses under `/api/v1/:slug/<register.key>`; `withToken` has run before. */
export function apiRoutes(house: House, register: Register): Hono<TokenEnv> {
  const app = new Hono<TokenEnv>()
  const { verbs } = register.lifecycle
  const inCall = <T>(c: Call, work: (scope: Scope) => Promise<T>) => callerScope(c, house, async (scope) => {
    const { actor } = scope
    if (actor.kind === 'token' && actor.registers !== undefined && !actor.registers.includes(register.key)) throw new NotAllowed(t('Dit token mag niet in dit register.', 'This token may not reach this register.'))
    return work(scope)
  })
  const base = (c: Call) => `${house.config.publicUrl}/api/v1/${c.get('caller').organisation.slug}/${register.key}`

  app.get('/', (c) => inCall(c, async (scope) => {
    const url = new URL(c.req.url)
    const query = readApiQuery(register, scope.actor, url.searchParams)
    const page = await listEntries(scope, register, query)
    const { entries, inputs } = await wireEntries(scope, register, page.rows.map(({ id }) => id))
    await recordReading(scope, register.fields, inputs, `API: lijst gelezen (${register.key})`)
    const next = new URLSearchParams(url.searchParams)
    if (page.next) next.set('after', writeCursor(page.next))
    return c.json({ entries, links: { self: { href: `${base(c)}${url.search}` }, ...(page.next ? { next: { href: `${base(c)}?${next}` } } : {}) } })
  }))

  app.post('/', async (c) => {
    refuseQuery(c)
    const sent = await readBody(c)
    if (sent instanceof Response) return sent
    return inCall(c, async (scope) => {
      const before = { ...emptyInput(register.fields), ...register.start?.(scope) }
      const id = await createEntry(scope, register, await accepted(scope, rawFromWire(register.fields, sent), before))
      c.header('Location', `${base(c)}/${id}`)
      return showEntry(c, scope, await loadEntry(scope, register, id), 201)
    })
  })

  app.get('/:id', (c) => inCall(c, async (scope) => {
    refuseQuery(c)
    const entry = await loadEntry(scope, register, entryId(c))
    if (c.req.header('if-none-match')?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etagOf(entry))) {
      c.header('ETag', etagOf(entry))
      return c.body(null, 304)
    }
    return showEntry(c, scope, entry)
  }))

  // PUT says the whole content; PATCH (merge patch, RFC 7396) only what changes, each field as a whole.
  const write = (isWhole: boolean) => async (c: Call) => {
    refuseQuery(c)
    const sent = await readBody(c, isWhole ? 'application/json' : 'application/merge-patch+json')
    if (sent instanceof Response) return sent
    return inCall(c, async (scope) => {
      const entry = await loadEntry(scope, register, entryId(c), { lock: true })
      const stale = unmet(c, entry, true)
      if (stale) return stale
      refuseWhatMayNot(scope, register, 'change', verbs.change!, workOf(register, entry))
      const raw = rawFromWire(register.fields, sent)
      const input = await accepted(scope, isWhole ? { ...emptyInput(register.fields), ...raw } : raw, workingInput(entry))
      await perform(scope, register, 'change', entry.id, input)
      return showEntry(c, scope, await loadEntry(scope, register, entry.id))
    })
  }
  app.put('/:id', write(true))
  app.patch('/:id', write(false))

  if (verbs.remove) {
    app.delete('/:id', (c) => inCall(c, async (scope) => {
      refuseQuery(c)
      const entry = await loadEntry(scope, register, entryId(c), { lock: true })
      const stale = unmet(c, entry, true)
      if (stale) return stale
      await perform(scope, register, 'remove', entry.id)
      return c.body(null, 204)
    }))
  }

  const lists: Readonly<Record<string, (scope: Scope, entry: Entry) => Promise<object[]>>> = {
    findings: (scope, entry) => wireFindings(scope, register, entry),
    versions: (scope, { id }) => wireVersions(scope, register, id),
    ...(register.deadlines ? { deadlines: async (scope, entry) => wireDeadlines(scope, register, entry) } : {}),
    ...(verbs.remark ? { remarks: (scope, { id }) => wireRemarks(scope, register, id), advice: (scope, { id }) => wireAdvice(scope, register, id) } : {}),
  }
  for (const [name, read] of Object.entries(lists)) {
    app.get(`/:id/${name}`, (c) => inCall(c, async (scope) => {
      refuseQuery(c)
      return c.json({ [name]: await read(scope, await loadEntry(scope, register, entryId(c))) })
    }))
  }

  app.get('/:id/versions/:version', (c) => inCall(c, async (scope) => {
    refuseQuery(c)
    const entry = await loadEntry(scope, register, entryId(c))
    const number = c.req.param('version')
    const found = /^[1-9]\d{0,6}$/.test(number) ? await wireVersion(scope, register, entry.id, Number(number)) : undefined
    if (!found) throw new NotFound(t('Deze versie bestaat niet.', 'There is no such version.'))
    await recordReading(scope, register.fields, [entry.input], `API: versie gelezen (${register.key})`)
    return c.json(found)
  }))

  app.get('/:id/history', (c) => inCall(c, async (scope) => {
    refuseQuery(c, 'after')
    const after = c.req.query('after')
    if (after !== undefined && !isId(after)) throw new Invalid([{ at: inQuery('after'), message: t('Gebruik hier alleen wat de vorige pagina gaf.', 'Use only what the previous page gave here.') }])
    const entry = await loadEntry(scope, register, entryId(c))
    const { events, persons, next } = await wireHistory(scope, register, entry.id, after)
    await recordAccess(scope, { name: `API: geschiedenis gelezen (${register.key})`, subjects: persons.map((id) => ({ type: 'person', id })) })
    return c.json({ events, links: { self: { href: `${base(c)}/${entry.id}/history` }, ...(next ? { next: { href: `${base(c)}/${entry.id}/history?after=${next}` } } : {}) } })
  }))

  for (const [key, verb] of Object.entries(verbs)) {
    const { resource, fields = {} } = verb
    if (resource === undefined) continue
    app.post(`/:id/${resource}`, async (c) => {
      refuseQuery(c)
      const sent = await readBody(c, 'application/json', true)
      if (sent instanceof Response) return sent
      return inCall(c, async (scope) => {
        const entry = await loadEntry(scope, register, entryId(c), { lock: true })
        const stale = unmet(c, entry, false)
        if (stale) return stale
        refuseWhatMayNot(scope, register, key, verb, workOf(register, entry))
        await perform(scope, register, key, entry.id, await readStep(scope, verb, rawFromWire(fields, sent)))
        return showEntry(c, scope, await loadEntry(scope, register, entry.id))
      })
    })
  }

  app.all('*', (c) => {
    const allowed = app.routes.filter(({ method, path }) => method !== 'ALL' && fits(path, c.req.path, register.key)).map(({ method }) => method)
    if (allowed.length === 0) throw new NotFound(t('Dit adres bestaat niet in de API.', 'This address doesn’t exist in the API.'))
    c.header('Allow', [...new Set(allowed)].join(', '))
    return problem(c, 405, t('Deze methode kan hier niet.', 'This method isn’t possible here.'))
  })

  async function accepted(scope: Scope, raw: AnyInput, before: AnyInput): Promise<AnyInput> {
    const { input, faults } = await readInput(scope, register, raw, before)
    if (faults.length > 0) throw new Invalid(faults)
    return input
  }

  async function showEntry(c: Call, scope: Scope, entry: Entry, status: 200 | 201 = 200): Promise<Response> {
    await recordReading(scope, register.fields, [entry.input, entry.proposal?.input ?? {}], `API: gelezen (${register.key})`)
    c.header('ETag', etagOf(entry))
    return c.json(wireOf(register, entry), status)
  }

  return app
}

/** The answer to a condition that doesn't hold, or that a change can't do without. */
function unmet(c: Call, entry: Entry, isNeeded: boolean): Response | undefined {
  const wanted = c.req.header('if-match')
  if (wanted === undefined) return isNeeded ? problem(c, 428, t('Stuur in If-Match de ETag mee van wat u las, zodat u niets van een ander overschrijft.', 'Send the ETag of what you read in If-Match, so that you overwrite nothing of somebody else.')) : undefined
  if (wanted.trim() === '*' || wanted.split(',').some((tag) => tag.trim() === etagOf(entry))) return undefined
  c.header('ETag', etagOf(entry))
  return problem(c, 412, t('Iemand heeft dit gewijzigd sinds u het las. Lees het opnieuw en breng uw wijziging daarop aan.', 'Somebody changed this since you read it. Read it again and apply your change to that.'))
}

export async function readBody(c: Call, type = 'application/json', mayBeEmpty = false): Promise<Record<string, unknown> | Response> {
  const text = await c.req.text()
  if (text === '' && mayBeEmpty) return {}
  const sentType = (c.req.header('content-type') ?? '').split(';')[0]!.trim().toLowerCase()
  if (sentType !== type && sentType !== 'application/json') return problem(c, 415, t(`Stuur ${type}.`, `Send ${type}.`))
  let sent: unknown
  try {
    sent = JSON.parse(text)
  } catch {
    throw new Invalid([{ at: '', message: t('Dit is geen geldige JSON.', 'This is no valid JSON.') }])
  }
  if (!isPlain(sent)) throw new Invalid([{ at: '', message: t('Hier hoort een object.', 'This should be an object.') }])
  return sent
}

function entryId(c: Call): string {
  const id = c.req.param('id') ?? ''
  if (!isId(id)) throw new NotFound(t('Dit bestaat niet, of u mag het niet zien.', 'This doesn’t exist, or you may not see it.'))
  return id
}

export function refuseQuery(c: Call, ...known: readonly string[]): void {
  const unknown = [...new Set(new URL(c.req.url).searchParams.keys())].filter((name) => !known.includes(name))
  if (unknown.length > 0) throw new Invalid(unknown.map((name) => ({ at: inQuery(name.slice(0, 60)), message: t('Deze parameter bestaat niet.', 'There is no such parameter.') })))
}

/** Whether a declared path (`/:id/versions`) is the one that was asked for, with another method. */
function fits(path: string, asked: string, key: string): boolean {
  const rest = asked.slice(asked.indexOf(`/${key}`) + key.length + 1) || '/'
  return new RegExp(`^${path.replace(/:[a-z]+/g, '[^/]+')}$`).test(rest)
}
