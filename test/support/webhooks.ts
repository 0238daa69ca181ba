// Webhooks in a test: a database of their own, in which nothing else is due, with organisations, a clock that the test sets, and messages to send.
import { createHmac } from 'node:crypto'
import { type Database, openDatabase } from '../../src/ground/database.ts'
import { newId } from '../../src/ground/ids.ts'
import { migrate } from '../../src/ground/migrations.ts'
import { inScope, type Scope } from '../../src/ground/scope.ts'
import type { JobPlace } from '../../src/people/job-scope.ts'
import { createOrganisation, findOrganisation } from '../../src/people/organisations.ts'
import { announce, type Happening } from '../../src/register-kit/announce.ts'
import { webhookQueues } from '../../src/registers/webhooks/courier.ts'
import { type Delivery, listDeliveries } from '../../src/registers/webhooks/deliveries.ts'
import type { House } from '../../src/registers/webhooks/house.ts'
import { allowedTargets } from '../../src/registers/webhooks/send.ts'
import { addSubscription, type SubscriptionInput } from '../../src/registers/webhooks/subscriptions.ts'
import { testDatabase } from './database.ts'
import { type Scratch, scratchDatabase } from './scratch.ts'
import type { Received } from './targets.ts'

export const webhooksUrl = 'https://waarborg.voorbeeld.nl'

export async function webhookWorld() {
  const { masterKey, keysFolder } = await testDatabase()
  const scratch: Scratch = await scratchDatabase()
  await migrate(scratch, { queues: webhookQueues })
  const database: Database = openDatabase(scratch.appUrl, { mayExit: true })
  let now: Date | undefined
  const house: House = { database, master: masterKey, clock: () => now ?? new Date(), config: { publicUrl: webhooksUrl }, allowsLoopbackProvider: true }
  return {
    scratch, keysFolder, database, house,
    close: async () => {
      await database.destroy()
      await scratch.drop()
    },
    /** The clock stands still where it is put; without a moment it runs. */
    setClock: (moment: Date | undefined) => { now = moment },
    async organisation() {
      const slug = `w${newId().replaceAll('-', '').slice(8, 30)}`
      await createOrganisation(database, masterKey, { name: slug, slug, kind: 'municipality', secondFactorRequired: false }, async () => {}, house.clock())
      const found = await findOrganisation(database, masterKey, slug)
      if (!found) throw new Error('the organisation was not made')
      const place: JobPlace = { organisation: found.organisation, actor: { kind: 'system', task: 'test' } }
      const scoped = <T>(work: (scope: Scope) => Promise<T>) => inScope(database, { ...place, now: house.clock() }, work)
      return {
        slug, place, scoped,
        subscribe: (target: string, more: Partial<SubscriptionInput> = {}) => scoped((scope) => addSubscription(scope, { name: 'Zaaksysteem', target, registers: [], verbs: [], ...more }, allowedTargets(house))),
        happen: (more: Partial<Happening> = {}) => scoped((scope) => announce(scope, [happening(more)])),
        deliveries: (subscription: string): Promise<Delivery[]> => scoped((scope) => listDeliveries(scope, subscription, { limit: 1000 })),
      }
    },
  }
}

export type WebhookWorld = Awaited<ReturnType<typeof webhookWorld>>
export type WebhookTenant = Awaited<ReturnType<WebhookWorld['organisation']>>

export function happening(more: Partial<Happening> = {}): Happening {
  return { register: 'processing-activities', entryId: newId(), verb: 'activate', revision: 4, status: 'active', ...more }
}

/** What a receiver does, written from the documentation and without the product's own code: whether one of the signatures is by this secret. */
export function isSignedBy(secret: string, { headers, body }: Pick<Received, 'headers' | 'body'>): boolean {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const expected = createHmac('sha256', key).update([headers['webhook-id'], headers['webhook-timestamp'], body].join('.')).digest('base64')
  return String(headers['webhook-signature']).split(' ').includes(`v1,${expected}`)
}
