// Portal doors: every page of every part, for somebody who is signed in for the right party; an invitation that ended opens nothing from that moment on.
import { type Context, Hono } from 'hono'
import { dropReceived, type FilePlace, type ReceivedFile } from '../../ground/files.ts'
import { readCookie } from '../../ground/cookies.ts'
import { Conflict, type Fault, Invalid, NotFound, Refused, TooLarge } from '../../ground/refusals.ts'
import type { Organisation, Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { Alert } from '../../page-kit/alerts.tsx'
import { Link } from '../../page-kit/buttons.tsx'
import { DescriptionList } from '../../page-kit/document.tsx'
import { ErrorSummary, Section } from '../../page-kit/form.tsx'
import { mostFormFileBytes, receiveFromOutside } from '../../case-kit/intake/form-files.ts'
import { partyName } from '../../case-kit/intake/portal-invitations.ts'
import { portalVisitOf } from '../../case-kit/intake/portal-sessions.ts'
import { type Fields, fieldsOf, readFields } from '../../people/form-input.ts'
import type { House } from '../../people/house.ts'
import { isHttps } from '../../people/sessions.ts'
import { saySize } from '../../register-kit/collaboration/attachments-part.tsx'
import { receiveForm } from '../../register-kit/exchange/upload.ts'
import { asSystem, organisationOf } from '../case-form-visitor.ts'
import type { OutsideLimits } from '../outside-limits.ts'
import { portalPath } from '../portal-sign-in.tsx'
import { keepPrivate, publicAnswer } from '../status-following.tsx'
import { type PartDoor, type PartnerAsk, type PartnerVisit, type PortalPart, takenKeys } from './parts.ts'

/** `/openbaar/:slug/portaal/<key of a part>`. */
export function partnerPortalRoutes(house: House, limits: OutsideLimits, parts: readonly PortalPart[]): Hono {
  const app = new Hono()
  for (const part of parts) {
    if (takenKeys.has(part.key)) throw new Error(`the portal itself has the address ${part.key}`)
    part.routes(doorOf(app, house, limits, part))
  }
  return app
}

/** Requests that bring a file to a part: free of the ordinary limit on bodies, since they have their own. */
export function isPortalUpload(c: Context): boolean {
  return c.req.method === 'POST' && /^\/openbaar\/[a-z][a-z0-9-]+\/portaal\/[a-z][a-z-]*(\/[\w-]{1,40}){0,4}\/bestand$/.test(c.req.path)
}

/** Who is signed in for a party that we still work with; undefined for everybody else. */
export async function partnerVisitOf(scope: Scope, cookie: string | undefined): Promise<PartnerVisit | undefined> {
  const visit = await portalVisitOf(scope, cookie)
  if (visit?.kind !== 'partner') return undefined
  const party = await partyName(scope, visit.register, visit.partyId)
  return party === undefined ? undefined : { ...visit, party }
}

function doorOf(app: Hono, house: House, limits: OutsideLimits, part: PortalPart): PartDoor {
  const root = `/openbaar/:slug/portaal/${part.key}`
  const at = (organisation: Organisation) => `${portalPath(organisation)}/${part.key}`

  async function open(c: Context, work: (ask: PartnerAsk) => Promise<Response> | Response, typed?: Fields): Promise<Response> {
    keepPrivate(c, house)
    const organisation = await organisationOf(c, house)
    return asSystem(house, organisation, async (scope) => {
      const visit = await partnerVisitOf(scope, readCookie(c, 'portal', isHttps(house)))
      if (!visit || visit.register !== part.for) return lapsed(c, scope, typed)
      if (part.shows && !await part.shows(scope, visit)) throw new NotFound()
      return work({ c, scope, visit, at: at(organisation), place: placeOf(house, organisation), show: (shown, status) => frame(c, scope, part, visit, shown, status) })
    }, 'portal')
  }

  /** What is refused is drawn again in a transaction of its own: the first is taken back whole. */
  async function attempt(c: Context, fields: Fields, act: (ask: PartnerAsk) => Promise<string | Response>, again: (ask: PartnerAsk, fields: Fields, faults: readonly Fault[]) => Promise<Response>): Promise<Response> {
    try {
      return await open(c, async (ask) => {
        const end = await act(ask)
        return typeof end === 'string' ? c.redirect(end, 303) : end
      }, fields)
    } catch (error) {
      const faults = faultsOf(error)
      if (!faults) throw error
      return open(c, (ask) => again(ask, fields, faults), fields)
    }
  }

  return {
    get(path, draw) {
      app.get(root + path, async (c) => {
        await limits.take(c, 'page')
        return open(c, draw)
      })
    },
    post(path, { act, again }) {
      app.post(root + path, async (c) => {
        await limits.take(c, 'page')
        const fields = await readFields(c)
        return attempt(c, fields, (ask) => act(ask, fields), again)
      })
    },
    upload(path, { act, again }) {
      if (!path.endsWith('/bestand')) throw new Error(`an upload ends with /bestand, and ${path} doesn’t`)
      app.post(root + path, async (c) => {
        await limits.take(c, 'page')
        // Asked before a byte is read, and again when all are there.
        const organisation = await organisationOf(c, house)
        let isIn = false
        const answer = await open(c, (ask) => {
          isIn = true
          return ask.c.body(null)
        })
        if (!isIn) return answer
        const place = placeOf(house, organisation)
        let file: ReceivedFile | undefined
        let fields = fieldsOf([])
        try {
          const taken = await receiveForm(c.req.raw, { bytes: mostFormFileBytes, tooLarge }, async (bytes, name, before) => {
            fields = fieldsOf(Object.entries(before))
            file = await receiveFromOutside(place, house.clock(), bytes, name)
          })
          fields = fieldsOf(Object.entries(taken.fields))
          return await open(c, async (ask) => c.redirect(await act(ask, file!, fields), 303), fields)
        } catch (error) {
          if (file) await dropReceived(place, file.id)
          const faults = faultsOf(error)
          if (!faults) throw error
          return open(c, (ask) => again(ask, fields, faults), fields)
        }
      })
    },
  }
}

async function frame(c: Context, scope: Scope, part: PortalPart, visit: PartnerVisit, { heading, lead, faults = [], children }: Parameters<PartnerAsk['show']>[0], status: 200 | 400 | 403 | 409 = faults.length > 0 ? 400 : 200): Promise<Response> {
  const base = portalPath(scope.organisation)
  return publicAnswer(c, scope, {
    heading: heading ?? say(part.words.heading), failed: faults.length > 0,
    lead: <><p><Link href={base}>{t('Terug naar het portaal', 'Back to the portal')}</Link> · {t('Namens', 'For')} <strong>{visit.party}</strong></p>{lead}</>,
    children: <><ErrorSummary faults={faults} />{children}</>,
  }, status)
}

/** Nothing of the party is said; what somebody typed goes back to them. */
function lapsed(c: Context, scope: Scope, typed: Fields | undefined): Promise<Response> {
  const texts = typed?.entries.flatMap(([name, value]) => typeof value === 'string' && value.trim() !== '' && !name.startsWith('_') ? [{ term: name, description: value }] : []) ?? []
  return publicAnswer(c, scope, {
    heading: t('U bent niet (meer) ingelogd', 'You aren’t signed in (any more)'), failed: true,
    children: (
      <>
        <Alert tone="info"><p>{t('Open de link uit de e-mail waarmee u bent uitgenodigd. Daarna krijgt u een code. Werkt de link niet meer? Vraag dan een nieuwe uitnodiging.', 'Open the link from the e-mail by which you were invited; then you get a code. Doesn’t the link work any more? Then ask for a new invitation.')}</p></Alert>
        {texts.length > 0 && <Section heading={t('Wat u typte', 'What you typed')} id="getypt" lead={<p>{t('Dit is niet opgeslagen. Kopieer het om het straks opnieuw in te vullen.', 'This wasn’t saved. Copy it to fill it in again in a moment.')}</p>}><DescriptionList terms={texts} /></Section>}
      </>
    ),
  }, 403)
}

function placeOf(house: House, organisation: Organisation): FilePlace {
  return { database: house.database, organisation }
}

function faultsOf(error: unknown): readonly Fault[] | undefined {
  if (error instanceof Invalid) return error.faults
  if (error instanceof Refused || error instanceof Conflict) return [{ at: '', message: error.message }]
  return error instanceof TooLarge ? [{ at: 'file', message: error.message }] : undefined
}

function tooLarge(): TooLarge {
  return new TooLarge(t(`Het bestand is groter dan ${saySize(mostFormFileBytes)}. Maak het kleiner, of splits het.`, `The file is larger than ${saySize(mostFormFileBytes)}. Make it smaller, or split it.`))
}
