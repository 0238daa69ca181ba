// The demo world, made in the test database under its own slugs: who is in it, how its registers stand, and what the rules find in them.
import assert from 'node:assert/strict'
import { before, test, describe } from 'node:test'
import { sql } from 'kysely'
import { testDatabase } from '../../test/support/database.ts'
import { type Role, roles, inScope } from '../ground/scope.ts'
import { accountByEmail } from '../people/accounts.ts'
import { findOrganisation } from '../people/organisations.ts'
import { isPassword } from '../people/passwords.ts'
import { roleConflict } from '../people/roles.ts'
import { listPersons } from '../people/persons.ts'
import type { Register } from '../register-kit/register.ts'
import { agreements } from '../registers/agreements/register.ts'
import { processingActivities } from '../registers/processing-activities/register.ts'
import { processors } from '../registers/processors/register.ts'
import { systems } from '../registers/systems/register.ts'
import { demoOrganisations, demoPassword, demoPeople, makeDemoWorld } from './world.ts'
import { loadProfiles } from '../policy/profiles.ts'
import { inLanguage } from '../ground/words.ts'
import { isStated, loadBoard } from '../worklist/norms/board.ts'
import { sayEvidence } from '../worklist/norms/evidence-words.ts'
import { lastSnapshot } from '../worklist/norms/snapshots.ts'
import { booksOf } from './governance.ts'
import { improvements } from './improvement-sketches.ts'
import { demoSlugs } from './slugs.ts'

const prefix = 'wereld-'
const now = new Date('2026-11-22T14:30:00Z')

/** [draft, in review, active, ended] */
const standings: Record<string, readonly number[]> = {
  duinrade: [10, 5, 61, 1], lekhoven: [8, 4, 29, 1], 'ict-maasdal': [2, 2, 16, 0], 'ict-westerwaard': [2, 2, 18, 1], postwijzer: [2, 2, 13, 1],
}

/** Of the other registers: [systems in use, processors active, agreements: draft, in review, in force, ended] */
const others: Record<string, readonly number[]> = {
  duinrade: [24, 20, 1, 1, 18, 1], lekhoven: [10, 9, 1, 0, 8, 1], 'ict-maasdal': [7, 6, 0, 1, 5, 0], 'ict-westerwaard': [8, 6, 0, 1, 5, 0], postwijzer: [7, 6, 1, 0, 5, 1],
}

type Found = { number: string; name: string; status: string; version: number; published: boolean; rules: string[]; late: boolean }

async function within<T>(slug: string, work: Parameters<typeof inScope<T>>[2]): Promise<T> {
  const { app, masterKey } = await testDatabase()
  const found = await findOrganisation(app, masterKey, `${prefix}${slug}`)
  assert.ok(found, `${slug} exists`)
  return inScope(app, { organisation: found.organisation, actor: { kind: 'system', task: 'test' }, now }, work)
}

function registerOf(slug: string): Promise<Found[]> {
  return within(slug, async ({ tx }) => (await sql<Found>`
    select a.number, a.name, a.status, a.version, coalesce(a.is_published, false) as published, coalesce(a.review_due_on < '2026-11-22', false) as late,
      coalesce((select array_agg(distinct f.rule) from finding f where f.organisation_id = a.organisation_id and f.entry_id = a.id), '{}') as rules
    from processing_activity a order by a.number`.execute(tx)).rows)
}

/** Rules with a finding, by the number of the entry. */
function rulesFound(slug: string, register: Register): Promise<Map<string, string[]>> {
  return within(slug, async ({ tx }) => new Map((await sql<{ number: string; rules: string[] }>`
    select a.number, coalesce((select array_agg(distinct f.rule) from finding f where f.organisation_id = a.organisation_id and f.entry_id = a.id), '{}') as rules
    from ${sql.table(register.table)} a`.execute(tx)).rows.map(({ number, rules }) => [number, rules])))
}

const lines: string[] = []
describe('the demo world', () => {
  before(async () => {
    const { app, masterKey } = await testDatabase()
    await makeDemoWorld({ database: app, masterKey, now, prefix, report: (line) => lines.push(line) })
  })

  test('five organisations stand, each of its kind, marked as demo and without a second step', async () => {
    const { app, masterKey } = await testDatabase()
    assert.equal(lines.length, 5)
    for (const { slug, kind, profile } of demoOrganisations) {
      const found = await findOrganisation(app, masterKey, `${prefix}${slug}`)
      assert.deepEqual([found?.organisation.kind, found?.organisation.profile, found?.isDemo, found?.secondFactorRequired], [kind, profile, true, false])
    }
  })

  test('each board can be read: every norm of the shipped policy stands somehow, with words in both languages; statements and measures are on it; one snapshot was taken (H-46, M-04, N-06, N-11, P-05, W-06)', async () => {
    for (const { slug, profile } of demoOrganisations) {
      await within(slug, async (scope) => {
        const board = (await loadBoard(scope))!
        const shipped = loadProfiles().find(({ key }) => key === profile)!
        assert.deepEqual(board.norms.map(({ norm }) => norm.id), shipped.norms.map(({ id }) => id), slug)
        const standing = new Set(board.norms.map(({ status }) => status))
        for (const status of ['met', 'attention', 'not_met', 'not_measurable'] as const) assert.ok(standing.has(status), `${slug} has a norm that is ${status}`)
        assert.ok(board.norms.some(({ measures }) => measures > 0), slug)
        for (const language of ['nl', 'en'] as const) {
          inLanguage(language, () => board.norms.forEach(({ parts, norm }) => parts.forEach((part) => {
            const { asks, figures } = sayEvidence(scope, part)
            assert.ok(asks !== '' && figures !== '', `${slug} ${norm.id}`)
          })))
        }
        const stated = new Map(improvements[slug]!.statements.filter(({ withdrawn, ago }) => !withdrawn && ago < 365).map(({ norm, stands }) => [norm, stands]))
        for (const { norm, parts, status } of board.norms) {
          const stands = stated.get(norm.id)
          if (stands !== undefined && parts.length === 1 && status !== 'conflicts') assert.equal(status, stands, `${slug} ${norm.id}`)
        }
        assert.deepEqual(improvements[slug]!.statements.filter(({ norm }) => !shipped.norms.some((one) => one.id === norm && isStated(one))).map(({ norm }) => norm), [], `${slug}: nobody states what is measured`)
        assert.equal(await lastSnapshot(scope), '2026-11-22')
        assert.ok(board.norms.every(({ since }) => since === '2026-11-22'))
      })
    }
  })

  test('H-05 every role is filled in every organisation, and nobody holds two that conflict', async () => {
    for (const { slug } of demoOrganisations) {
      const held = (await within(slug, (scope) => listPersons(scope))).map((person) => person.roles.map(({ role }) => role))
      const missing = roles.filter((role: Role) => !held.flat().includes(role))
      assert.deepEqual(missing, [], slug)
      for (const own of held) assert.equal(roleConflict(own), undefined)
    }
  })

  test('everybody on the list can sign in with the printed password', async () => {
    const { app } = await testDatabase()
    const people = demoPeople(prefix)
    assert.equal(people.length, 61)
    for (const { email } of people) assert.match(email, /\.example$/)
    for (const { email } of [people[0]!, people.at(-1)!]) assert.ok(await isPassword((await accountByEmail(app, email))?.passwordHash, demoPassword))
  })

  test('H-07 each register stands as written: drafts, in review, active and ended', async () => {
    for (const { slug } of demoOrganisations) {
      const entries = await registerOf(slug)
      assert.deepEqual(['draft', 'in_review', 'active', 'ended'].map((status) => entries.filter((entry) => entry.status === status).length), standings[slug], slug)
      assert.ok(entries.filter(({ published }) => published).length * 2 >= entries.length, `${slug}: half of it is public`)
      assert.ok(entries.some(({ late }) => late), `${slug}: something is overdue for its yearly review`)
      assert.ok(entries.some(({ version }) => version > 1), `${slug}: something has a second version`)
    }
  })

  test('N-16 H-43 the other registers stand as written: systems, processors, and agreements in every state', async () => {
    for (const { slug } of demoOrganisations) {
      const found = await within(slug, async ({ tx }) => (await sql<{ counts: number[] }>`select array[
        (select count(*) from information_system where status = 'active'), (select count(*) from processor where status = 'active'),
        (select count(*) from processor_agreement where status = 'draft'), (select count(*) from processor_agreement where status = 'in_review'),
        (select count(*) from processor_agreement where status = 'active'), (select count(*) from processor_agreement where status = 'ended')]::integer[] as counts`.execute(tx)).rows[0]!.counts)
      assert.deepEqual(found, others[slug], slug)
    }
  })

  test('exemplary entries have no findings; careless ones have those that were meant', async () => {
    for (const demo of demoOrganisations) {
      const { systems: places, processors: hired, agreements: agreed } = demo.resources(() => '')
      const books: readonly (readonly [Register, readonly { name: string; number?: string | null; findings?: readonly string[] }[]])[] = [[processingActivities, demo.entries], [systems, places], [processors, hired], [agreements, agreed],
        ...booksOf(demo.governance(() => '')).map(({ register, sketches }) => [register, sketches] as const)]
      for (const [register, sketches] of books) {
        const found = await rulesFound(demo.slug, register)
        for (const { number, name, findings } of sketches) {
          if (findings === undefined) continue
          const rules = found.get(number ?? '') ?? ['not in the register']
          if (findings.length === 0) assert.deepEqual(rules, [], `${demo.slug}: ${name}`)
          for (const key of findings) {
            assert.ok(Object.hasOwn(register.rules, key), `${key} is a rule`)
            assert.ok(rules.includes(key), `${demo.slug}: ${register.key}: ${name} should have ${key}, has ${rules.join(' ')}`)
          }
        }
      }
    }
  })

  test('H-24 N-36 processing activities point at the registers, and some are still typed in words', async () => {
    for (const { slug } of demoOrganisations) {
      const [found] = await within(slug, async ({ tx }) => (await sql<{ hired: number; typed: number; stored: number; named: number }>`select
        (select count(*) from processing_activity_processors where processor is not null) as hired, (select count(*) from processing_activity_processors where name is not null) as typed,
        (select count(*) from processing_activity_stores where system is not null) as stored, (select count(*) from processing_activity_stores where name is not null) as named`.execute(tx)).rows)
      assert.ok(found!.hired > found!.typed && found!.typed > 0 && found!.stored > found!.named, `${slug}: ${JSON.stringify(found)}`)
    }
  })

  test('every act was done by somebody at a past moment, and no entry was changed before it was made', async () => {
    for (const { slug } of demoOrganisations) {
      for (const { table } of [processingActivities, systems, processors, agreements]) {
        const odd = await within(slug, async ({ tx }) => (await sql<{ count: number }>`
          select count(*) from history_event h join ${sql.table(table)} a on a.organisation_id = h.organisation_id and a.id = h.entry_id
          where (h.person_id is null and h.actor_task is distinct from 'assessments' and h.actor_task is distinct from 'portal' and h.actor_task not like 'assessments:%') or h.at < a.created_at or h.at > ${now}`.execute(tx)).rows[0]!.count)
        assert.equal(odd, 0, `${slug}: ${table}`)
      }
    }
  })

  test('H-01 H-02 M-02 every organisation has a policy that was adopted and published, with what is wrong with it as it was meant', async () => {
    for (const { slug, policies } of demoOrganisations) {
      const found = await within(slug, async ({ tx }) => new Map((await sql<{ title: string; rules: string[]; bodies: number; published: number }>`
        select d.title, array(select distinct f.rule from finding f where f.organisation_id = d.organisation_id and f.entry_id = d.id order by f.rule) as rules,
          (select count(*) from policy_adoption a where a.organisation_id = d.organisation_id and a.document_id = d.id and a.in_force_from <= '2026-11-22' and (a.in_force_until is null or a.in_force_until >= '2026-11-22')) as bodies,
          (select count(*) from policy_publication b where b.organisation_id = d.organisation_id and b.document_id = d.id) as published
        from policy_document d`.execute(tx)).rows.map((row) => [row.title, row])))
      assert.deepEqual(Object.fromEntries([...found].map(([title, { rules }]) => [title, rules])), Object.fromEntries(policies.map(({ title, findings }) => [title, findings])), slug)
      assert.ok(policies.some(({ title, kind }) => kind === 'privacy_policy' && found.get(title)!.bodies > 0 && found.get(title)!.published > 0), slug)
    }
    assert.equal(await within('duinrade', async ({ tx }) => (await sql<{ count: number }>`select count(*) from mail_message where kind in ('announcement', 'acknowledgement')`.execute(tx)).rows[0]!.count), 0, 'what was told in the past isn’t sent today')
  })

  test('N-15 N-54 H-52 questions, instructions and meetings stand as written, with what is wrong as it was meant', async () => {
    for (const { slug } of demoOrganisations) {
      const rules = await within(slug, async ({ tx }) => (await sql<{ rule: string }>`select distinct rule from finding where register in ('questions', 'work-instructions', 'privacy-meetings') order by rule`.execute(tx)).rows.map(({ rule }) => rule))
      assert.deepEqual(rules, { lekhoven: ['action-late', 'subject-uncovered'], 'ict-maasdal': ['next-meeting-overdue'], 'ict-westerwaard': ['subject-uncovered'], postwijzer: ['subject-uncovered'] }[slug] ?? [], slug)
      const [found] = await within(slug, async ({ tx }) => (await sql<{ shared: number; open: number; kept: number; instructions: number; held: number }>`select
        (select count(*) from question where status = 'published') as shared, (select count(*) from question where status = 'open') as open, (select count(*) from question where status = 'answered') as kept,
        (select count(*) from work_instruction where status = 'active') as instructions, (select count(*) from privacy_meeting where status = 'held') as held`.execute(tx)).rows)
      assert.ok(found!.shared >= 5 && found!.open >= 2 && found!.kept === 1 && found!.instructions >= 3 && found!.held === 2, `${slug}: ${JSON.stringify(found)}`)
    }
  })

  test('a second run changes nothing', async () => {
    const { app, masterKey } = await testDatabase()
    const before = await Promise.all(demoOrganisations.map(({ slug }) => registerOf(slug)))
    const heard: string[] = []
    await makeDemoWorld({ database: app, masterKey, now, prefix, report: (line) => heard.push(line) })
    assert.deepEqual(heard, [])
    assert.deepEqual(await Promise.all(demoOrganisations.map(({ slug }) => registerOf(slug))), before)
  })

  test('the slugs that a start looks for are those of the world', () => {
    assert.deepEqual([...demoSlugs], demoOrganisations.map(({ slug }) => slug))
  })
})
