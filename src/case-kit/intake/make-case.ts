// Make case: a form that was sent becomes a case of its register, as of the moment it was sent, with its files and its link.
import { seal, unseal } from '../../ground/keys.ts'
import type { Organisation, Scope } from '../../ground/scope.ts'
import type { AnyInput } from '../../register-kit/entry.ts'
import { attachFiles } from './form-files.ts'
import type { WayIn } from './forms.ts'

export type SentForm = { readonly id: string; readonly sentAt: Date; readonly input: AnyInput }

/** In the scope's transaction. @throws Invalid where the register doesn't take it */
export async function makeCase(scope: Scope, { cases, intake }: WayIn, form: SentForm): Promise<{ readonly id: string; readonly number: string }> {
  const { register } = cases
  // Its terms run from when it was sent, however long it waited here.
  const atSending: Scope = { ...scope, now: form.sentAt, actor: { kind: 'system', task: 'intake' } }
  const made = await intake.receive(atSending, form.input)
  await attachFiles(atSending, register.key, made.id, form.id)
  await scope.tx.updateTable('intake_form').set({ state: 'received', entry_id: made.id, number: made.number, content: null, next_attempt_at: null, settled_at: scope.now })
    .where('organisation_id', '=', scope.organisation.id).where('id', '=', form.id).execute()
  await scope.tx.updateTable('status_link').set({ entry_id: made.id }).where('organisation_id', '=', scope.organisation.id).where('form_id', '=', form.id).execute()
  return made
}

/** What waits to become a case can be opened by the organisation, no longer by the browser. */
export function sealInput(organisation: Organisation, id: string, input: AnyInput): Buffer {
  return seal(organisation.key, `intake-sent:${id}`, JSON.stringify(input))
}

export function openInput(organisation: Organisation, id: string, content: Buffer): AnyInput {
  return JSON.parse(unseal(organisation.key, `intake-sent:${id}`, content).toString('utf8')) as AnyInput
}
