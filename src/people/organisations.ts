// Organisations: making one with its key and governing bodies, and finding one by the slug in the address.
import { sql } from 'kysely'
import { type Database, inOrganisation, type Tx } from '../ground/database.ts'
import { newId } from '../ground/ids.ts'
import { type MasterKey, newOrganisationKey, unwrapOrganisationKey } from '../ground/keys.ts'
import { logKeysOf } from '../ground/log-keys.ts'
import { Invalid, type Fault } from '../ground/refusals.ts'
import type { Organisation, OrganisationKind, Scope } from '../ground/scope.ts'
import { t, type Words } from '../ground/words.ts'

export const kindWords: Record<OrganisationKind, Words> = {
  municipality: { nl: 'Gemeente', en: 'Municipality' },
  joint_body: { nl: 'Gemeenschappelijke regeling of samenwerkingsverband', en: 'Joint body' },
  service_organisation: { nl: 'Dienstverlener van meerdere organisaties', en: 'Service organisation' },
  firm: { nl: 'Bedrijf', en: 'Firm' },
}

/** The bodies that answer for processing (art. 4 onder 7 AVG). A municipality has six: inspector and receiver by art. 231 lid 2 onder b en c Gemeentewet. */
export const governingBodies: Record<OrganisationKind, readonly string[]> = {
  municipality: ['College van burgemeester en wethouders', 'Burgemeester', 'Gemeenteraad', 'Ambtenaar van de burgerlijke stand', 'Inspecteur (belastingen)', 'Ontvanger (invordering)'],
  joint_body: ['Algemeen bestuur', 'Dagelijks bestuur', 'Voorzitter'],
  service_organisation: ['Bestuur', 'Directie'],
  firm: ['Directie'],
}

export type NewOrganisation = {
  name: string
  slug: string
  kind: OrganisationKind
  profile?: string | null
  isDemo?: boolean
  secondFactorRequired?: boolean
}

/**
 * Makes an organisation with a key of its own and the governing bodies that fit its kind, then does `first` in the same transaction
 * (copy catalogues, add the administrator). @throws Invalid when the slug is taken or can't be used.
 */
export function createOrganisation<T>(
  database: Database, master: MasterKey, input: NewOrganisation, first: (scope: Scope) => Promise<T>, now = new Date(),
): Promise<T> {
  acceptOrganisation(input)
  const id = newId()
  const wrapped = newOrganisationKey(master, id)
  return inOrganisation(database, id, async (tx) => {
    const taken = await sql<{ id: string }>`select id from find_organisation(${input.slug})`.execute(tx)
    if (taken.rows.length > 0) throw new Invalid([{ at: 'slug', message: t(
      'Deze korte naam is al in gebruik. Kies een andere.',
      'This short name is in use already. Choose another one.',
    ) }])
    await tx.insertInto('organisation').values({
      id, slug: input.slug, name: input.name.trim(), kind: input.kind, profile: input.profile ?? null, key_wrapped: wrapped, is_demo: input.isDemo ?? false,
      second_factor_required: input.secondFactorRequired ?? true, created_at: now,
    }).execute()
    await tx.insertInto('governing_body').values(governingBodies[input.kind].map((name, index) => ({ organisation_id: id, id: newId(), name, position: index + 1 }))).execute()
    const organisation: Organisation = {
      id, slug: input.slug, name: input.name.trim(), kind: input.kind, profile: input.profile ?? null, key: unwrapOrganisationKey(master, id, wrapped), logKeys: logKeysOf(master, id),
    }
    return first({ organisation, actor: { kind: 'system', task: 'set-up' }, tx, now })
  })
}

export type FoundOrganisation = { organisation: Organisation; isDemo: boolean; secondFactorRequired: boolean }

/** The organisation with this slug, or undefined. */
export async function findOrganisation(database: Database, master: MasterKey, slug: string): Promise<FoundOrganisation | undefined> {
  if (!slugShape.test(slug)) return undefined
  const found = await sql<OrganisationRow>`select * from find_organisation(${slug})`.execute(database)
  const row = found.rows[0]
  return row && foundOrganisation(master, row)
}

type OrganisationRow = { id: string; slug: string; name: string; kind: OrganisationKind; profile: string | null; key_wrapped: Buffer; is_demo: boolean; second_factor_required: boolean }

/** An organisation as the database's door gives it, with its key unwrapped. */
export function foundOrganisation(master: MasterKey, row: OrganisationRow): FoundOrganisation {
  return {
    organisation: { id: row.id, slug: row.slug, name: row.name, kind: row.kind, profile: row.profile, key: unwrapOrganisationKey(master, row.id, row.key_wrapped), logKeys: logKeysOf(master, row.id) },
    isDemo: row.is_demo,
    secondFactorRequired: row.second_factor_required,
  }
}

export type Membership = { organisationId: string; slug: string; name: string; personId: string }

/** The organisations in which this account is an active person, by name. */
export async function membershipsOf(database: Database | Tx, accountId: string): Promise<Membership[]> {
  const found = await sql<{ organisation_id: string; slug: string; name: string; person_id: string }>`select * from memberships_of(${accountId})`.execute(database)
  return found.rows.map((row) => ({ organisationId: row.organisation_id, slug: row.slug, name: row.name, personId: row.person_id }))
}

export async function hasOrganisations(database: Database): Promise<boolean> {
  const found = await sql<{ has: boolean }>`select has_organisations() as has`.execute(database)
  return found.rows[0]?.has ?? false
}

export const slugShape = /^[a-z][a-z0-9-]{1,38}[a-z0-9]$/
// First parts of addresses that aren't an organisation.
const reserved = new Set([
  'inloggen', 'uitloggen', 'account', 'instellen', 'openbaar', 'health', 'assets', 'static', 'api', 'organisaties', 'tweede-stap', 'hulp', 'help', 'beheer',
  'public', 'waarborg', 'favicon', 'robots',
  'toegankelijkheid', 'privacyverklaring', 'melden', 'verzoek', 'taal', 'kleuren',
])

function acceptOrganisation(input: NewOrganisation): void {
  const faults: Fault[] = []
  if (input.name.trim() === '' || input.name.length > 200) faults.push({ at: 'name', message: t(
    'Vul de naam van de organisatie in (hoogstens 200 tekens).',
    'Fill in the name of the organisation (at most 200 characters).',
  ) })
  if (!slugShape.test(input.slug)) faults.push({ at: 'slug', message: slugFault() })
  else if (reserved.has(input.slug)) faults.push({ at: 'slug', message: t(
    'Deze korte naam gebruikt Waarborg zelf al. Kies een andere.',
    'Waarborg itself uses this short name. Choose another one.',
  ) })
  if (faults.length > 0) throw new Invalid(faults)
}

function slugFault(): string {
  return t(
    'De korte naam heeft 3 tot 40 tekens: kleine letters, cijfers en streepjes, en begint met een letter. Bijvoorbeeld: duinrade.',
    'The short name has 3 to 40 characters: lower-case letters, digits and hyphens, and begins with a letter. For example: duinrade.',
  )
}
