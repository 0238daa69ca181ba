// Publications: which versions stand on the public page with what changed in them (H-49, M-17, W-16), and the announcement of a version to all employees.
import { sql } from 'kysely'
import { dayOf } from '../../ground/clock.ts'
import { Conflict, Refused } from '../../ground/refusals.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { enqueueMail } from '../../people/mail.ts'

export type Publication = { readonly version: number; readonly publishedOn: string; readonly changeNote: string | null; readonly publishedBy: string | null }

/** Puts a version on the public page. @returns the day. @throws Refused when it is there already */
export async function publish(scope: Scope, documentId: string, version: number, changeNote: string | null): Promise<string> {
  const publishedOn = dayOf(scope.now)
  const made = await sql`insert into policy_publication (organisation_id, document_id, version, published_on, change_note, published_by)
    values (${scope.organisation.id}, ${documentId}, ${version}, ${publishedOn}, ${changeNote}, ${personOf(scope.actor)}) on conflict do nothing returning 1`.execute(scope.tx)
  if (made.rows.length === 0) throw new Refused(t(`Versie ${version} staat al op de openbare pagina.`, `Version ${version} is on the public page already.`))
  return publishedOn
}

/** Takes a version off the public page, for instance because something stands in it that isn't public. @throws Conflict when it isn't there */
export async function unpublish(scope: Scope, documentId: string, version: number): Promise<void> {
  const gone = await scope.tx.deleteFrom('policy_publication').where('organisation_id', '=', scope.organisation.id).where('document_id', '=', documentId).where('version', '=', version).executeTakeFirst()
  if (gone.numDeletedRows === 0n) throw new Conflict()
}

/** Newest version first. */
export async function readPublications(scope: Scope, documentId: string): Promise<Publication[]> {
  const { rows } = await sql<Publication>`
    select b.version, b.published_on as "publishedOn", b.change_note as "changeNote", p.name as "publishedBy"
    from policy_publication b left join person p on p.organisation_id = b.organisation_id and p.id = b.published_by
    where b.organisation_id = ${scope.organisation.id} and b.document_id = ${documentId} order by b.version desc`.execute(scope.tx)
  return rows
}

export type Announced = { readonly id: string; readonly title: string; readonly version: number; readonly note: string | null }

/** Tells everybody who works here of a version by e-mail, each once, however often it is asked (M-02). @returns how many are told now */
export async function announceToAll(scope: Scope, { id, title, version, note }: Announced): Promise<number> {
  const { rows } = await sql<{ person: string }>`
    insert into policy_announcement (organisation_id, document_id, version, person_id, announced_at)
    select organisation_id, ${id}, ${version}, id, ${scope.now} from person where organisation_id = ${scope.organisation.id} and is_active
    on conflict do nothing returning person_id as person`.execute(scope.tx)
  for (const { person } of rows) {
    await enqueueMail(scope, {
      personId: person, kind: 'announcement', subject: { nl: `Nieuw beleid: ${title}`, en: `New policy: ${title}` },
      lines: [
        { nl: `Versie ${version} van “${title}” is vastgesteld en geldt voor iedereen die bij ${scope.organisation.name} werkt.`, en: `Version ${version} of “${title}” has been adopted and holds for everybody who works at ${scope.organisation.name}.` },
        ...note === null ? [] : [{ nl: note, en: note }],
      ],
      link: { words: { nl: 'Lees het document', en: 'Read the document' }, path: `/${scope.organisation.slug}/beleid/lezen/${id}` },
    })
  }
  return rows.length
}

/** How many people were told of a version, and when last. */
export async function readAnnouncement(scope: Scope, documentId: string, version: number): Promise<{ people: number; at: Date | null }> {
  const { rows: [found] } = await sql<{ people: number; at: Date | null }>`select count(*)::int as people, max(announced_at) as at from policy_announcement
    where organisation_id = ${scope.organisation.id} and document_id = ${documentId} and version = ${version}`.execute(scope.tx)
  return found!
}
