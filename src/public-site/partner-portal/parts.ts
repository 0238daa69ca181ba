// Parts: what a processor or participant finds in its portal; each has an address of its own, `/openbaar/<slug>/portaal/<key>`, and knows nobody but who is signed in there.
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { FilePlace, ReceivedFile } from '../../ground/files.ts'
import type { Fault } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import type { Words } from '../../ground/words.ts'
import type { PartyRegister } from '../../case-kit/intake/portal-invitations.ts'
import type { Partner } from '../../case-kit/intake/portal-sessions.ts'
import type { Fields } from '../../people/form-input.ts'

/** Somebody of the party `party` (a processor, a participant) who came in by an invitation. */
export type PartnerVisit = Partner & { readonly party: string }

export type PortalPart = {
  /** Last part of the address (`gegevens`). */
  readonly key: string
  readonly words: { readonly heading: Words; readonly lead: Words }
  readonly for: PartyRegister
  /** Left out of the home page, and not found, while there is nothing of it for this party. */
  shows?(scope: Scope, visit: PartnerVisit): Promise<boolean>
  /** How much waits for the party, said on the home page. */
  waiting?(scope: Scope, visit: PartnerVisit): Promise<number>
  routes(door: PartDoor): void
}

/** One request of somebody who is signed in for a party; every query names `scope.organisation.id` and `visit.partyId`. */
export type PartnerAsk = {
  readonly c: Context
  readonly scope: Scope
  readonly visit: PartnerVisit
  /** Address of the part, without a slash at its end. */
  readonly at: string
  /** Where files of the organisation stand, to stream one out (`sentFile`). */
  readonly place: FilePlace
  /** A page in the frame of the portal, under the part's heading unless it has one of its own. */
  show(shown: PortalShown, status?: 200 | 400 | 403 | 409): Promise<Response>
}

export type PortalShown = { readonly heading?: string; readonly lead?: Child; readonly faults?: readonly Fault[]; readonly children: Child }

/** `act` gives the address to go to (or a page, where a form only gets a row more), in a transaction of its own; what is refused is drawn by `again` with the faults, in another. */
export type PartForm = {
  act(ask: PartnerAsk, fields: Fields): Promise<string | Response>
  again(ask: PartnerAsk, fields: Fields, faults: readonly Fault[]): Promise<Response>
}

/** `act` keeps the file (`keepFile`); where it doesn't, or fails, no byte is left. Files are checked and stripped as those of every form from outside. */
export type PartUpload = {
  act(ask: PartnerAsk, file: ReceivedFile, fields: Fields): Promise<string>
  again(ask: PartnerAsk, fields: Fields, faults: readonly Fault[]): Promise<Response>
}

/** Where a part hangs its pages; paths begin with `/`, or are empty for the part itself. */
export type PartDoor = {
  get(path: string, draw: (ask: PartnerAsk) => Promise<Response> | Response): void
  post(path: string, form: PartForm): void
  /** `path` ends with `/bestand`: by that the front door knows that a body may be large. */
  upload(path: string, form: PartUpload): void
}

/** Addresses of the portal itself. */
export const takenKeys: ReadonlySet<string> = new Set(['inloggen', 'uitloggen', 'terug', 'zaken', 'uitnodiging'])
