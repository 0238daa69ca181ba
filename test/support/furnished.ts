// Furnished: an entry of any register with everything that can hang on it, each with a word in it that stands nowhere else.
import { draftLetter } from '../../src/case-kit/letters/letters.ts'
import { standardLetters } from '../../src/case-kit/letters/standard-letters.ts'
import { newId } from '../../src/ground/ids.ts'
import { hasProposals } from '../../src/register-kit/lifecycle.ts'
import type { Register } from '../../src/register-kit/register.ts'
import { addRemark } from '../../src/register-kit/remarks.ts'
import type { Tenant } from './product.ts'
import type { Samples } from './sample-input.ts'
import { stockOf } from './stock.ts'

export type Furnished = Awaited<ReturnType<typeof furnishedEntry>>

/** In force, with a proposal where there can be one, a remark, a comment, an attachment, a shared view, an import that waits for a person, and a change that was made together with others. */
export async function furnishedEntry(house: Tenant, register: Register, samples: Samples, mark: string, writer: { personId: string }) {
  const input = { ...samples.input(register, 0), [register.named.title]: `${register.words.one.nl} ${mark}` }
  const [entry] = await stockOf(house, register, { status: register.lifecycle.inForce, proposal: hasProposals(register) ? 'draft' : 'none' }, [input])
  const [comment, attachment, view, file, importRun, cause] = [newId(), newId(), newId(), newId(), newId(), newId()] as const
  const remark = await house.scoped((scope) => addRemark(scope, register, entry!, { field: null, body: `Waarom ${mark}?` }))
  await house.scoped(async ({ tx, organisation, now }) => {
    const organisation_id = organisation.id
    const about = { organisation_id, register: register.key, person_id: writer.personId }
    const by = { created_by: writer.personId, created_at: now }
    await tx.insertInto('entry_comment').values({ ...about, id: comment, entry_id: entry!, body: `Klopt ${mark}?`, at: now }).execute()
    await tx.insertInto('stored_file').values({ organisation_id, id: file, key_sealed: Buffer.from(mark), content_type: 'application/pdf', size: 1, sha256: Buffer.alloc(32), created_at: now, kept_at: now }).execute()
    await tx.insertInto('stored_file_piece').values({ organisation_id, file_id: file, position: 0, bytes: Buffer.from(mark) }).execute()
    await tx.insertInto('entry_attachment').values({ ...about, id: attachment, entry_id: entry!, file_id: file, name: `${mark}.pdf`, at: now }).execute()
    await tx.insertInto('saved_view').values({ ...about, id: view, name: `Weergave ${mark}`, parameters: 'status=active', is_shared: true, created_at: now, updated_at: now }).execute()
    await tx.insertInto('import_run').values({ organisation_id, id: importRun, register: register.key, status: 'ready', file_name: `${mark}.csv`, file_digest: Buffer.from(mark), ...by }).execute()
    await tx.insertInto('import_row').values({ organisation_id, import_id: importRun, row_number: 1, cells: JSON.stringify([mark]) }).execute()
    await tx.insertInto('history_event').values({ organisation_id, id: newId(), register: register.key, entry_id: entry!, verb: 'change', person_id: writer.personId, at: now, cause_id: cause }).execute()
  })
  const template = standardLetters.find((one) => one.register === register.key && one.isForList !== true)
  // Of a register without letters no address names one.
  const letter = template ? await house.scoped((scope) => draftLetter(scope, register, entry!, template.key, { addressee: mark })) : newId()
  return { entry: entry!, letter, remark, comment, attachment, view, importRun, cause }
}
