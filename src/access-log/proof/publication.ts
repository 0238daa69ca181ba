// Publication: to whom else an organisation sends its newest checkpoint once a day, by mail and to another organisation that works here, so that nobody can rewrite its log unseen.
import { sql } from 'kysely'
import { z } from 'zod'
import { sendAcross } from '../../case-kit/forwarding/crossings.ts'
import type { Topic } from '../../case-kit/forwarding/topics.ts'
import { readTies, type Tie } from '../../case-kit/forwarding/ties.ts'
import { log } from '../../ground/log.ts'
import { type Fault, Invalid } from '../../ground/refusals.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { enqueueOutside, isMailAddress } from '../../people/mail-outside.ts'
import { lastCheckpoint } from './checkpoints.ts'
import { publishedLine, readPublishedLine } from './published-line.ts'

export type Publication = { readonly mailTo: string | null; readonly toSlug: string | null; readonly mailedSequence: number | null; readonly mailedAt: Date | null; readonly crossedSequence: number | null; readonly crossedAt: Date | null }

const topicKey = 'log-checkpoint'

export async function readPublication({ organisation, tx }: Scope): Promise<Publication> {
  const { rows: [row] } = await sql<Publication>`
    select mail_to as "mailTo", to_slug as "toSlug", mailed_sequence as "mailedSequence", mailed_at as "mailedAt", crossed_sequence as "crossedSequence", crossed_at as "crossedAt"
    from access_publication where organisation_id = ${organisation.id}`.execute(tx)
  return row ?? { mailTo: null, toSlug: null, mailedSequence: null, mailedAt: null, crossedSequence: null, crossedAt: null }
}

/** Empty is: not any more. @throws Invalid */
export async function savePublication(scope: Scope, typed: { readonly mailTo: string; readonly toSlug: string }): Promise<void> {
  const faults: Fault[] = []
  if (typed.mailTo !== '' && !isMailAddress(typed.mailTo)) faults.push({ at: 'mail', message: t('Dit is geen geldig e-mailadres. Vul één adres in, zoals naam@duinrade.example.', 'This is no valid e-mail address. Fill in one address, such as name@duinrade.example.') })
  if (typed.toSlug !== '' && !(await tiesToPublish(scope)).some(({ otherSlug }) => otherSlug === typed.toSlug)) faults.push({ at: 'organisation', message: t('Kies een organisatie waarmee u gekoppeld bent.', 'Choose an organisation that you are tied with.') })
  if (faults.length > 0) throw new Invalid(faults)
  const values = { mail_to: typed.mailTo || null, to_slug: typed.toSlug || null, updated_at: scope.now, updated_by: personOf(scope.actor) }
  await scope.tx.insertInto('access_publication').values({ organisation_id: scope.organisation.id, ...values }).onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(values)).execute()
}

/** Only who agreed to work together gets it. */
export async function tiesToPublish(scope: Scope): Promise<Tie[]> {
  return (await readTies(scope)).filter(({ state }) => state === 'agreed')
}

/** The newest checkpoint, to where it hasn't gone yet. */
export async function publishDaily(scope: Scope): Promise<void> {
  const { organisation, tx, now } = scope
  const publication = await readPublication(scope)
  const checkpoint = publication.mailTo ?? publication.toSlug ? await lastCheckpoint(scope) : undefined
  if (!checkpoint) return
  const { sequence } = checkpoint
  const line = publishedLine(organisation.id, checkpoint)
  const day = checkpoint.madeAt.toISOString().slice(0, 10)
  const set = (values: { mailed_sequence: number; mailed_at: Date } | { crossed_sequence: number; crossed_at: Date }) => tx.updateTable('access_publication').set(values).where('organisation_id', '=', organisation.id).execute()
  if (publication.mailTo !== null && publication.mailedSequence !== sequence) {
    await enqueueOutside(scope, {
      to: publication.mailTo, kind: 'letter', language: 'nl', once: `log-checkpoint:${sequence}:${publication.mailTo}`,
      subject: { nl: `Verzegeling ${sequence} van het logboek van ${organisation.name}`, en: `Checkpoint ${sequence} of the log of ${organisation.name}` },
      lines: [
        { nl: 'Bewaar dit bericht. Met deze regel kan later worden nagerekend of het logboek van deze organisatie sindsdien is herschreven of afgeknipt.', en: 'Keep this message. By this line it can be checked later whether the log of this organisation was rewritten or cut off since.' },
        { nl: line, en: line },
        { nl: 'Zet de regel in een tekstbestand en draai: waarborg verify-log <export> --checkpoints <bestand>.', en: 'Put the line in a text file and run: waarborg verify-log <export> --checkpoints <file>.' },
      ],
      attachments: [{ name: `verzegeling-${organisation.slug}-${day}.txt`, type: 'text/plain', bytes: Buffer.from(`${line}\n`) }],
    })
    await set({ mailed_sequence: sequence, mailed_at: now })
  }
  const tie = publication.toSlug !== null && publication.crossedSequence !== sequence ? (await tiesToPublish(scope)).find(({ otherSlug }) => otherSlug === publication.toSlug) : undefined
  if (!tie) return
  await sendAcross(scope, tie.otherSlug, { kind: 'message', tie: tie.reference, topic: topicKey, body: { line } })
  await set({ crossed_sequence: sequence, crossed_at: now })
}

/** Listed in src/tied-cases.ts: what comes from another organisation is kept as it came, under the tie that it came over. */
export const checkpointTopic: Topic = {
  key: topicKey,
  arrive: async (scope, tie, body) => {
    const said = z.object({ line: z.string().max(1_000) }).safeParse(body)
    const line = said.success ? readPublishedLine(said.data.line) : undefined
    if (!said.success || !line || tie.state !== 'agreed' || line.organisationId === scope.organisation.id) return log.warn('crossing-refused', { organisation: scope.organisation.id, kind: topicKey })
    await scope.tx.insertInto('access_foreign_checkpoint').values({
      organisation_id: scope.organisation.id, from_id: tie.id, from_name: tie.otherName, sequence: line.sequence, made_at: new Date(line.madeAt), line: said.data.line, received_at: scope.now,
    }).onConflict((conflict) => conflict.doNothing()).execute()
  },
}

export type ForeignLog = { readonly fromId: string; readonly fromName: string; readonly count: number; readonly last: number; readonly receivedAt: Date; /** Two checkpoints with one number: their log was rewritten. */ readonly isForked: boolean }

/** Whose checkpoints are kept here. */
export async function foreignLogs({ organisation, tx }: Scope): Promise<ForeignLog[]> {
  return (await sql<ForeignLog>`
    select from_id as "fromId", max(from_name) as "fromName", count(*) as count, max(sequence) as last, max(received_at) as "receivedAt", count(*) > count(distinct (split_part(line, ' ', 3), sequence)) as "isForked"
    from access_foreign_checkpoint where organisation_id = ${organisation.id} group by from_id order by 2 limit 100`.execute(tx)).rows
}

/** Their lines, oldest first, as a file for verify-log. */
export async function foreignLines({ organisation, tx }: Scope, fromId: string): Promise<string[]> {
  const rows = await tx.selectFrom('access_foreign_checkpoint').select('line').where('organisation_id', '=', organisation.id).where('from_id', '=', fromId).orderBy('sequence').execute()
  return rows.map(({ line }) => line)
}
