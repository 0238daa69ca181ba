// The demo world: five invented organisations with their people and registers, made once through the same actions as everybody uses.
import { sql } from 'kysely'
import { sealOrganisation } from '../access-log/proof/sealer.ts'
import { lookAtLog } from '../access-log/signals/signal-jobs.ts'
import '../tied-rooms.ts'
import { copyCatalogues } from '../catalogues/tenant-terms.ts'
import type { Database } from '../ground/database.ts'
import type { MasterKey } from '../ground/keys.ts'
import { accountByEmail, createAccount } from '../people/accounts.ts'
import { createOrganisation, findOrganisation } from '../people/organisations.ts'
import { hashPassword } from '../people/passwords.ts'
import { roleWords } from '../people/roles.ts'
import { refreshThese } from '../register-kit/keep-findings.ts'
import { agreements } from '../registers/agreements/register.ts'
import { processingActivities } from '../registers/processing-activities/register.ts'
import { processors } from '../registers/processors/register.ts'
import { systems } from '../registers/systems/register.ts'
import { playAccessLog } from './access-log.ts'
import { playAgreementTexts } from './agreement-texts.ts'
import { playAssessments } from './assessments.ts'
import { playAudits } from './audits.ts'
import { playBreaches } from './breaches.ts'
import { playCollected } from './collected.ts'
import { playLetters } from './letters-written.ts'
import { playLogAnswers } from './log-answers.ts'
import { playComplaints } from './complaints.ts'
import { duinrade } from './duinrade/organisation.ts'
import { ictMaasdal } from './ict-maasdal/organisation.ts'
import { ictWesterwaard } from './ict-westerwaard/organisation.ts'
import { lekhoven } from './lekhoven/organisation.ts'
import { playImprovement } from './improvement.ts'
import { playKnowledge } from './knowledge.ts'
import { type DemoOrganisation, mailOf } from './organisation.ts'
import { playProfiles } from './own-profiles.ts'
import { playParticipants } from './participants.ts'
import { postwijzer } from './postwijzer/organisation.ts'
import { play } from './play.ts'
import { playPublicSite } from './public-site.ts'
import { playRequests } from './requests.ts'
import { settle } from './settle.ts'
import { playSharing } from './sharing.ts'
import { playTasks } from './tasks.ts'

export const demoOrganisations: readonly DemoOrganisation[] = [duinrade, lekhoven, ictMaasdal, ictWesterwaard, postwijzer]

/** One password for everybody in the demo world; the second step is off there. */
export const demoPassword = 'Schelpenpad-langs-zee-47'

export type DemoPerson = { readonly slug: string; readonly organisation: string; readonly name: string; readonly email: string; readonly jobFunction: string; readonly roles: string }

/** Everybody who can sign in, per organisation in the order of the roles. */
export function demoPeople(prefix = ''): DemoPerson[] {
  return demoOrganisations.flatMap((organisation) => organisation.people.map((person) => ({
    slug: `${prefix}${organisation.slug}`, organisation: organisation.name, name: person.name, email: mailOf(organisation, person, prefix), jobFunction: person.jobFunction,
    roles: [...new Set(person.roles.map(({ role }) => roleWords[role].nl))].join(', '),
  })))
}

export type WorldWish = {
  readonly database: Database
  readonly masterKey: MasterKey
  readonly now?: Date
  /** Hears one Dutch line for each organisation that was made. */
  readonly report?: (line: string) => void
  /** Put before slugs and e-mail domains, so that several tests can each make a world in one database. */
  readonly prefix?: string
}

/** Makes what isn't there yet; an organisation that exists is left alone. Each organisation is made in one transaction: wholly or not at all. */
export async function makeDemoWorld({ database, masterKey, now = new Date(), report = () => {}, prefix = '' }: WorldWish): Promise<void> {
  const found = await Promise.all(demoOrganisations.map(({ slug }) => findOrganisation(database, masterKey, `${prefix}${slug}`)))
  const wanted = demoOrganisations.filter((_, index) => found[index] === undefined)
  if (wanted.length === 0) return
  const founded = new Date(now.getTime() - 760 * 24 * 60 * 60 * 1000)
  const accounts = await makeAccounts(database, wanted, prefix, founded)
  await Promise.all(wanted.map(async (demo) => {
    const organisation = await createOrganisation(database, masterKey, {
      name: demo.name, slug: `${prefix}${demo.slug}`, kind: demo.kind, profile: demo.profile, isDemo: true, secondFactorRequired: false,
    }, async (scope) => {
      await copyCatalogues(scope)
      const settled = await settle(scope, demo, accounts, prefix)
      await play({ ...scope, now }, demo, settled)
      await playKnowledge({ ...scope, now }, demo, settled)
      await playTasks({ ...scope, now }, demo, settled)
      await playAssessments({ ...scope, now }, demo, settled)
      await playBreaches({ ...scope, now }, demo, settled)
      await playRequests({ ...scope, now }, demo, settled)
      await playCollected({ ...scope, now }, demo, settled, prefix)
      await playLetters({ ...scope, now }, demo, settled)
      await playParticipants({ ...scope, now }, demo, settled)
      await playAudits({ ...scope, now }, demo, settled)
      await playAgreementTexts({ ...scope, now }, demo, settled)
      await playComplaints({ ...scope, now }, demo, settled)
      await playSharing({ ...scope, now }, demo, settled)
      await playPublicSite({ ...scope, now }, demo, settled)
      await playImprovement({ ...scope, now }, demo, settled)
      await playProfiles({ ...scope, now }, demo, settled)
      await playAccessLog({ ...scope, now }, demo, settled, prefix)
      await playLogAnswers({ ...scope, now }, demo, settled)
      // What was done at past moments had its neighbours judged as of then.
      for (const register of [systems, processors, agreements, processingActivities]) {
        const all = await sql<{ id: string }>`select id from ${sql.table(register.table)} where organisation_id = ${scope.organisation.id}`.execute(scope.tx)
        await refreshThese({ ...scope, now }, register, all.rows.map(({ id }) => id))
      }
      return scope.organisation
    }, founded)
    // As the jobs would within minutes: whoever looks at the log at once finds it sealed, counted and with its signals.
    const house = { database, master: masterKey, clock: () => now }
    await sealOrganisation(house, { organisation, actor: { kind: 'system', task: 'demo' } })
    await lookAtLog(house, organisation.id)
    const resources = demo.resources(() => '')
    report(`${demo.name}: ${demo.entries.length} verwerkingen, ${resources.systems.length} systemen, ${resources.processors.length} verwerkers, ${demo.people.length} mensen.`)
  }))
}

/** Accounts are everybody's: one person may serve two organisations, so they are made before these, one by one. */
async function makeAccounts(database: Database, demos: readonly DemoOrganisation[], prefix: string, now: Date): Promise<Map<string, string>> {
  const passwordHash = await hashPassword(demoPassword)
  const accounts = new Map<string, string>()
  for (const demo of demos) {
    for (const person of demo.people) {
      const email = mailOf(demo, person, prefix)
      if (!accounts.has(email)) accounts.set(email, (await accountByEmail(database, email))?.id ?? await createAccount(database, now, { email, passwordHash }))
    }
  }
  return accounts
}
