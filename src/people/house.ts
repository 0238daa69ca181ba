// House: what every page of this room needs from outside: the database, the master key, the settings and the clock.
import type { Child } from 'hono/jsx'
import type { Context } from 'hono'
import type { Config } from '../ground/config.ts'
import type { Database } from '../ground/database.ts'
import type { MasterKey } from '../ground/keys.ts'
import type { PageProps } from '../page-kit/layout.tsx'
import type { Role, Scope } from '../ground/scope.ts'
import type { Words } from '../ground/words.ts'
import type { SignedIn } from './signed-in.ts'

export type House = {
  database: Database
  master: MasterKey
  config: Pick<Config, 'publicUrl' | 'trustedProxies'> & Partial<Pick<Config, 'mail' | 'logCertHeader' | 'checkpointsFolder'>>
  /** The machine's clock; tests hand in their own. */
  clock: () => Date
  /** Allows a provider on http and loopback: for tests and the demo world only. */
  allowsLoopbackProvider?: boolean
  /** Menu, search and account links around a page of an organisation; the front door knows which rooms there are. */
  frame: (context: Context, who: SignedIn) => PageFrame
  /** Called with the open scope of a new organisation, in the same transaction (copies catalogues). */
  afterCreate?: (scope: Scope) => Promise<void>
  /** Called by each page that shows persons, in the transaction that read them: leaves the access records. */
  onPersonsRead?: (scope: Scope, personIds: readonly string[], purpose: string) => Promise<void>
  /** The registers that a token for a program may be narrowed to. */
  registers?: readonly { readonly key: string; readonly words: Words }[]
  /** What each role may do in each register, for the page about roles. */
  permissions?: () => readonly RegisterPermissions[]
}

export type RegisterPermissions = { readonly register: Words; readonly verbs: readonly { readonly words: Words; readonly roles: readonly Role[] }[] }

export type PageFrame = Pick<PageProps, 'organisation' | 'homeHref' | 'navigation' | 'account' | 'search' | 'banner' | 'footer' | 'islands'> & { banner?: Child }
