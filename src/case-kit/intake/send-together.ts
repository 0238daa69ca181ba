// Send together: in a rush, what several people send at the same moment is written in one transaction, with three statements for all of them.
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Database } from '../../ground/database.ts'
import { log, traceOf } from '../../ground/log.ts'
import { inScope, type Organisation, type Scope } from '../../ground/scope.ts'
import type { House } from '../../people/house.ts'
import { insertOutside, outsideRow } from '../../people/mail-outside.ts'
import { makeStatusLinks } from '../status-links/links.ts'
import { findForm, keepWhole, type WayIn } from './forms.ts'
import { openWhole, type ReadForm, readSent, type Sent, type SentAs, sentBefore, type WholeForm } from './read-sent.ts'
import { receiptMail } from './receipt.ts'

type Sender = {
  readonly wayIn: WayIn
  readonly what: SentAs & { readonly whole: WholeForm }
  readonly alone: () => Promise<Sent>
  /** In the language of who sends it. */
  readonly inOwnName: <T>(work: () => T) => T
  readonly done: (sent: Sent | Promise<Sent>) => void
}
type Row = { isWriting: boolean; readonly waiting: Sender[] }

const mostTogether = 50
const rows = new WeakMap<Database, Map<string, Row>>()

/**
 * One transaction at a time for an organisation; whoever comes meanwhile goes into the next. Told only after its commit.
 * What one of them gets wrong is told to that one. When the transaction fails, each is sent by itself (`alone`).
 */
export function sendTogether(house: Pick<House, 'database' | 'clock'>, organisation: Organisation, wayIn: WayIn, what: Sender['what'], alone: () => Promise<Sent>): Promise<Sent> {
  const ofDatabase = rows.get(house.database) ?? new Map<string, Row>()
  rows.set(house.database, ofDatabase)
  const row = ofDatabase.get(organisation.id) ?? { isWriting: false, waiting: [] }
  ofDatabase.set(organisation.id, row)
  return new Promise((done) => {
    row.waiting.push({ wayIn, what, alone, inOwnName: AsyncLocalStorage.snapshot(), done })
    if (!row.isWriting) void write(house, organisation, row).finally(() => { if (row.waiting.length === 0) ofDatabase.delete(organisation.id) })
  })
}

async function write(house: Pick<House, 'database' | 'clock'>, organisation: Organisation, row: Row): Promise<void> {
  row.isWriting = true
  while (row.waiting.length > 0) {
    const senders = row.waiting.splice(0, mostTogether)
    try {
      const told = await inScope(house.database, { organisation, actor: { kind: 'system', task: 'intake' }, now: house.clock() }, (scope) => writeAll(scope, senders))
      senders.forEach(({ done }, place) => done(told[place]!()))
    } catch (error) {
      log.error('intake-not-together', { organisation: organisation.id, ...traceOf(error) })
      for (const { alone, done, inOwnName } of senders) done(inOwnName(alone))
    }
  }
  row.isWriting = false
}

/** @returns for each what to tell: an answer, or what is thrown at who sent it */
async function writeAll(scope: Scope, senders: readonly Sender[]): Promise<(() => Promise<Sent>)[]> {
  const read = await Promise.all(senders.map((sender) => readOne(scope, sender)))
  const found = read.filter((one) => one.read !== undefined)
  const isNew = await keepWhole(scope, found.map(({ sender: { wayIn }, read: { form, row } }) => ({ wayIn, form, row })))
  // Pressed twice within one transaction: the first is the one that was written.
  const written = found.filter(({ read: { form } }, place) => isNew.has(form.key.id) && found.findIndex((one) => one.read.form.key.id === form.key.id) === place)
  await makeStatusLinks(scope, written.map(({ sender: { wayIn }, read: { form, statusToken } }) => ({ target: { register: wayIn.cases.register.key, formId: form.key.id }, token: statusToken })))
  const mails = await Promise.all(written.map(async (one) => ({ one, mail: one.read.isHeld ? undefined : await receiptOf(scope, one) })))
  await insertOutside(scope, mails.flatMap(({ mail }) => mail ? [mail] : []))
  const answers = new Map(mails.map(({ one: { read: { form, number, isHeld } }, mail }): [string, Sent] => [form.key.id, { state: 'sent', form: { ...form, state: isHeld ? 'held' : 'waiting', number }, number, hasReceipt: mail !== undefined }]))
  return Promise.all(read.map(async ({ sender, read: one, tell }) => {
    if (!one) return tell
    const answer = answers.get(one.form.key.id) ?? sentBefore(await findForm(scope, sender.wayIn, [one.form.key]))
    return () => Promise.resolve(answer)
  }))
}

type Read = { readonly sender: Sender; readonly read: ReadForm; readonly tell?: undefined } | { readonly sender: Sender; readonly read?: undefined; readonly tell: () => Promise<Sent> }

/** Nothing was written yet: what is wrong with one keeps none of the others. */
async function readOne(scope: Scope, sender: Sender): Promise<Read> {
  try {
    const read = await sender.inOwnName(() => readSent(scope, sender.wayIn, openWhole(sender.what.whole), sender.what))
    return read === 'look' ? { sender, tell: () => Promise.resolve({ state: 'look' }) } : { sender, read }
  } catch (error) {
    return { sender, tell: () => Promise.reject(error as Error) }
  }
}

async function receiptOf(scope: Scope, { sender, read: { form, number, statusToken, input, lookups } }: Extract<Read, { read: ReadForm }>) {
  const mail = await sender.inOwnName(() => receiptMail(scope, sender.wayIn, { formId: form.key.id, number, statusToken, input, lookups, fileCount: 0 }))
  return mail && outsideRow(scope, mail)
}
