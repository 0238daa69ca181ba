// Reading campaigns: who is asked to read a version of a document, who has read and understood it, and how far each department is (P-06).
import { sql } from 'kysely'
import { dayAfter, dayOf, sayDay } from '../../ground/clock.ts'
import { newId } from '../../ground/ids.ts'
import { NotFound, Refused } from '../../ground/refusals.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { inLanguage, t } from '../../ground/words.ts'
import { listDepartments, reachOf } from '../../people/departments.ts'
import { enqueueMail } from '../../people/mail.ts'

export type Campaign = { readonly id: string; readonly documentId: string; readonly version: number; readonly startedAt: Date; readonly dueOn: string; readonly aim: number; readonly departmentId: string | null; readonly closedAt: Date | null }
/** `aim`: the part of the people, in percent, that must have read it by the end of the term. */
export type Wish = { readonly id: string; readonly title: string; readonly version: number; readonly within: string; readonly aim: number; readonly departmentId: string | null }

/**
 * Asks everybody who works here, or in one department, to read a version, and tells them by e-mail. A campaign for an earlier version ends; a new version by itself asks nobody anything.
 * @returns how many are asked. @throws Refused when this version is being read already, or there is nobody to ask
 */
export async function askReading(scope: Scope, { id, title, version, within, aim, departmentId }: Wish): Promise<number> {
  const running = await lastCampaign(scope, id)
  if (running?.closedAt === null && running.version === version) throw new Refused(t(`Versie ${version} wordt al gelezen: de termijn loopt tot ${sayDay(running.dueOn)}. Rond dat eerst af.`, `Version ${version} is being read already: the term runs until ${sayDay(running.dueOn)}. Close that first.`))
  if (running?.closedAt === null) await closeCampaign(scope, id)
  const campaign: Campaign = { id: newId(), documentId: id, version, startedAt: scope.now, dueOn: dayAfter(dayOf(scope.now), within), aim, departmentId, closedAt: null }
  await scope.tx.insertInto('policy_campaign').values({
    organisation_id: scope.organisation.id, id: campaign.id, document_id: id, version, started_at: scope.now, started_by: personOf(scope.actor), due_on: campaign.dueOn, aim, department_id: departmentId,
  }).execute()
  const asked = await addReaders(scope, campaign)
  if (asked.length === 0) throw new Refused(t('Er werkt daar niemand die u kunt vragen.', 'Nobody works there whom you can ask.'))
  await mailReaders(scope, campaign, title, asked, false)
  return asked.length
}

/** Asks once more whoever hasn't read it, at most once a day, and whoever came to work here since. @returns how many are mailed. @throws NotFound without a running campaign */
export async function remindReaders(scope: Scope, documentId: string, title: string): Promise<number> {
  const campaign = await lastCampaign(scope, documentId)
  if (!campaign || campaign.closedAt !== null) throw new NotFound()
  const joined = await addReaders(scope, campaign)
  await mailReaders(scope, campaign, title, joined, false)
  const { rows } = await sql<{ person: string }>`
    update policy_reader r set reminded_at = ${scope.now} from person p
    where r.organisation_id = ${scope.organisation.id} and r.campaign_id = ${campaign.id} and r.acknowledged_at is null and not r.person_id = any(${joined}::uuid[])
      and coalesce(r.reminded_at, '-infinity') < ${new Date(scope.now.getTime() - 86_400_000)} and p.organisation_id = r.organisation_id and p.id = r.person_id and p.is_active
    returning r.person_id as person`.execute(scope.tx)
  await mailReaders(scope, campaign, title, rows.map(({ person }) => person), true)
  return joined.length + rows.length
}

/** Nobody is asked any more; what people acknowledged stays. @throws NotFound without a running campaign */
export async function closeCampaign(scope: Scope, documentId: string): Promise<void> {
  const closed = await scope.tx.updateTable('policy_campaign').set({ closed_at: scope.now }).where('organisation_id', '=', scope.organisation.id).where('document_id', '=', documentId).where('closed_at', 'is', null).executeTakeFirst()
  if (closed.numUpdatedRows === 0n) throw new NotFound()
}

/** “Gelezen en begrepen”, by the one who was asked; a second time changes nothing. @throws NotFound for whoever wasn't asked */
export async function acknowledge(scope: Scope, documentId: string): Promise<void> {
  const campaign = await lastCampaign(scope, documentId)
  const person = personOf(scope.actor)
  const asked = campaign && person !== null && await readerOf(scope, campaign.id, person)
  if (!asked) throw new NotFound()
  await scope.tx.updateTable('policy_reader').set({ acknowledged_at: scope.now }).where('organisation_id', '=', scope.organisation.id).where('campaign_id', '=', campaign.id).where('person_id', '=', person).where('acknowledged_at', 'is', null).execute()
}

/** The latest, running or closed. */
export async function lastCampaign(scope: Scope, documentId: string): Promise<Campaign | undefined> {
  const { rows: [found] } = await sql<Campaign>`
    select id, document_id as "documentId", version, started_at as "startedAt", due_on as "dueOn", aim, department_id as "departmentId", closed_at as "closedAt" from policy_campaign
    where organisation_id = ${scope.organisation.id} and document_id = ${documentId} order by started_at desc, id desc limit 1`.execute(scope.tx)
  return found
}

export async function readerOf(scope: Scope, campaignId: string, personId: string): Promise<{ acknowledgedAt: Date | null } | undefined> {
  const { rows: [found] } = await sql<{ acknowledgedAt: Date | null }>`select acknowledged_at as "acknowledgedAt" from policy_reader
    where organisation_id = ${scope.organisation.id} and campaign_id = ${campaignId} and person_id = ${personId}`.execute(scope.tx)
  return found
}

export type DepartmentReading = { readonly department: string | null; readonly asked: number; readonly read: number }

/** Per department, those without one last. People who left count only if they read it. */
export async function progressOf(scope: Scope, campaignId: string): Promise<DepartmentReading[]> {
  const { rows } = await sql<DepartmentReading>`
    select d.name as department, count(*)::int as asked, count(r.acknowledged_at)::int as read
    from policy_reader r join person p on p.organisation_id = r.organisation_id and p.id = r.person_id left join department d on d.organisation_id = p.organisation_id and d.id = p.department_id
    where r.organisation_id = ${scope.organisation.id} and r.campaign_id = ${campaignId} and (p.is_active or r.acknowledged_at is not null)
    group by d.name order by d.name nulls last`.execute(scope.tx)
  return rows
}

/** Who was asked, works here still and hasn't read it. */
export async function waitingReaders(scope: Scope, campaignId: string): Promise<{ id: string; name: string; remindedAt: Date | null }[]> {
  const { rows } = await sql<{ id: string; name: string; remindedAt: Date | null }>`
    select p.id, p.name, r.reminded_at as "remindedAt" from policy_reader r join person p on p.organisation_id = r.organisation_id and p.id = r.person_id
    where r.organisation_id = ${scope.organisation.id} and r.campaign_id = ${campaignId} and r.acknowledged_at is null and p.is_active order by p.name limit 1000`.execute(scope.tx)
  return rows
}

export type ToRead = { readonly documentId: string; readonly title: string; readonly version: number; readonly dueOn: string; readonly acknowledgedAt: Date | null; readonly isClosed: boolean }

/** What somebody was asked to read, what is open and due first on top. Also for “my work”. */
export async function readingsOf(scope: Scope, personId: string): Promise<ToRead[]> {
  const { rows } = await sql<ToRead>`
    select c.document_id as "documentId", d.title, c.version, c.due_on as "dueOn", r.acknowledged_at as "acknowledgedAt", c.closed_at is not null as "isClosed"
    from policy_reader r join policy_campaign c on c.organisation_id = r.organisation_id and c.id = r.campaign_id join policy_document d on d.organisation_id = c.organisation_id and d.id = c.document_id
    where r.organisation_id = ${scope.organisation.id} and r.person_id = ${personId} and (r.acknowledged_at is not null or c.closed_at is null)
    order by r.acknowledged_at desc nulls first, c.due_on, d.title limit 200`.execute(scope.tx)
  return rows
}

/** Adds who should read it and wasn't asked yet. @returns them */
async function addReaders(scope: Scope, { id, departmentId }: Campaign): Promise<string[]> {
  const reach = departmentId === null ? null : reachOf(await listDepartments(scope), departmentId)
  const { rows } = await sql<{ person: string }>`
    insert into policy_reader (organisation_id, campaign_id, person_id, asked_at)
    select p.organisation_id, ${id}, p.id, ${scope.now} from person p where p.organisation_id = ${scope.organisation.id} and p.is_active
      and (${reach}::uuid[] is null or p.department_id = any(${reach}) or exists (select from role_assignment a where a.organisation_id = p.organisation_id and a.person_id = p.id and a.department_id = any(${reach})))
    on conflict do nothing returning person_id as person`.execute(scope.tx)
  return rows.map(({ person }) => person)
}

async function mailReaders(scope: Scope, { documentId, version, dueOn }: Campaign, title: string, people: readonly string[], isReminder: boolean): Promise<void> {
  const [nl, en] = [inLanguage('nl', () => sayDay(dueOn)), inLanguage('en', () => sayDay(dueOn))]
  for (const personId of people) {
    await enqueueMail(scope, {
      personId, kind: 'acknowledgement', subject: isReminder ? { nl: `Herinnering: lees “${title}”`, en: `Reminder: read “${title}”` } : { nl: `Wilt u dit lezen: “${title}”`, en: `Please read: “${title}”` },
      lines: [
        { nl: `${scope.organisation.name} vraagt u versie ${version} van “${title}” te lezen, uiterlijk ${nl}.`, en: `${scope.organisation.name} asks you to read version ${version} of “${title}”, by ${en} at the latest.` },
        { nl: 'Onder de tekst staat één knop: “Gelezen en begrepen”. Snapt u iets niet? Vraag het de privacy officer.', en: 'Under the text there is one button: “Read and understood”. Is something unclear? Ask the privacy officer.' },
      ],
      link: { words: { nl: 'Lees het document', en: 'Read the document' }, path: `/${scope.organisation.slug}/beleid/lezen/${documentId}` },
    })
  }
}
