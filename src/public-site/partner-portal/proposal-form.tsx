// Proposal form: how a processor tells in its portal what has changed: the register's own fields, and what became of what it told before.
import { sayDay } from '../../ground/clock.ts'
import type { ReceivedFile } from '../../ground/files.ts'
import type { Fault } from '../../ground/refusals.ts'
import { say, t } from '../../ground/words.ts'
import { Button } from '../../page-kit/buttons.tsx'
import { Form, Section, SubmitBar } from '../../page-kit/form.tsx'
import { FileInput } from '../../page-kit/inputs.tsx'
import { applyRowAction, isRowAction } from '../../page-kit/row-actions.ts'
import { mostFormFileBytes, outsideKinds } from '../../case-kit/intake/form-files.ts'
import { type Fields as TypedFields, fieldsOf } from '../../people/form-input.ts'
import { saySize } from '../../register-kit/collaboration/attachments-part.tsx'
import type { AnyInput } from '../../register-kit/entry.ts'
import { FieldControl } from '../../register-kit/field-control.tsx'
import type { Fields } from '../../register-kit/field-types.ts'
import { formState, type FormState, rawFromInput } from '../../register-kit/form-state.ts'
import { rawFromForm } from '../../register-kit/form-values.ts'
import { type ProposalKind, proposalKinds } from '../../registers/processors/proposals/kinds.ts'
import { propose, proposalsOf, type Proposal, type ProposalState, withdrawProposal } from '../../registers/processors/proposals/proposals.ts'
import type { PartDoor, PartnerAsk } from './parts.ts'

/** What was typed into the form of one kind, where that was refused or got a row more. */
export type TypedProposal = { readonly kind: ProposalKind; readonly entries: TypedFields; readonly faults: readonly Fault[] }
type Draw = (ask: PartnerAsk, typed?: TypedProposal) => Promise<Response>

/** The addresses of the forms of these kinds, and of taking back; `draw` is the part's own page. */
export function proposalForms(door: PartDoor, kinds: readonly ProposalKind[], draw: Draw): void {
  for (const kind of kinds) {
    const again = (ask: PartnerAsk, entries: TypedFields, faults: readonly Fault[]) => draw(ask, { kind, entries, faults })
    if (kind === 'guarantee') {
      door.upload(`/${kind}/bestand`, { act: (ask, file, entries) => sent(ask, kind, entries, file), again })
      continue
    }
    door.post(`/${kind}`, {
      async act(ask, entries) {
        const action = entries.all('_action').at(-1)
        return isRowAction(action) ? again(ask, fieldsOf(applyRowAction(entries.entries.filter(([name]) => name !== '_action'), action!)), []) : sent(ask, kind, entries)
      }, again,
    })
  }
  door.post('/intrekken', {
    async act(ask, entries) {
      await withdrawProposal(ask.scope, ask.visit, entries.one('proposal'))
      return `${ask.at}?gedaan=ingetrokken`
    },
    again: (ask) => draw(ask),
  })
}

async function sent(ask: PartnerAsk, kind: ProposalKind, entries: TypedFields, file?: ReceivedFile): Promise<string> {
  await propose(ask.scope, ask.visit, kind, rawOf(kind, entries), file)
  return `${ask.at}?gedaan=gestuurd`
}

/** What the form shows: what was typed, else what stands in the register. */
export function proposalState(ask: PartnerAsk, kind: ProposalKind, known: AnyInput, typed: TypedProposal | undefined): Promise<FormState> {
  const fields: Fields = proposalKinds[kind].fields
  return formState(ask.scope, fields, typed?.kind === kind ? rawOf(kind, typed.entries) : rawFromInput(fields, known), typed?.kind === kind ? typed.faults : [])
}

export function ProposalForm({ ask, kind, state, button }: { ask: PartnerAsk; kind: ProposalKind; state: FormState; button: string }) {
  const { fields, required } = proposalKinds[kind]
  const isUpload = kind === 'guarantee'
  return (
    <Form action={isUpload ? `${ask.at}/${kind}/bestand` : `${ask.at}/${kind}`} files={isUpload}>
      {Object.entries(fields as Fields).map(([key, field]) => <FieldControl name={key} field={field} state={state} optional={!(required as readonly string[]).includes(key)} />)}
      {isUpload && <FileInput name="file" label={t('Bewijs', 'Proof')} hint={t('Het certificaat of de verklaring, als PDF of foto.', 'The certificate or statement, as a PDF or photo.')} accept={outsideKinds.endings} limit={saySize(mostFormFileBytes)} error={state.faults.find(({ at }) => at === 'file')?.message} />}
      <SubmitBar primary={button} />
    </Form>
  )
}

/** What was sent before, of these kinds, and what became of it; nothing else that is written about it. */
export async function earlierProposals(ask: PartnerAsk, kinds: readonly ProposalKind[]): Promise<readonly Proposal[]> {
  return (await proposalsOf(ask.scope, ask.visit.partyId)).filter(({ kind }) => kinds.includes(kind)).slice(0, 30)
}

export function Earlier({ ask, proposals }: { ask: PartnerAsk; proposals: readonly Proposal[] }) {
  if (proposals.length === 0) return null
  return (
    <Section heading={t('Wat u eerder stuurde', 'What you sent before')} id="eerder">
      <ul class="wb-values">
        {proposals.map(({ id, kind, content, madeAt, state, reason, fileName }) => (
          <li>
            {say(proposalKinds[kind].words)}{typeof content.name === 'string' && `: ${content.name}`}{fileName !== null && ` (${fileName})`}, {sayDay(madeAt)}: <strong>{sayFate(state)}</strong>
            {reason !== null && <><br /><span>{reason}</span></>}
            {state === 'open' && <form method="post" action={`${ask.at}/intrekken`}><input type="hidden" name="proposal" value={id} /><Button small look="subtle">{t('Intrekken', 'Take back')}<span class="wb-hidden"> {say(proposalKinds[kind].words)}</span></Button></form>}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function sayFate(state: ProposalState): string {
  switch (state) {
    case 'open': return t('wacht op antwoord', 'waits for an answer')
    case 'accepted': return t('akkoord', 'agreed')
    case 'refused': return t('niet akkoord', 'not agreed')
    case 'withdrawn': return t('ingetrokken', 'taken back')
  }
}

function rawOf(kind: ProposalKind, entries: TypedFields): Record<string, unknown> {
  return rawFromForm(proposalKinds[kind].fields, entries.entries.flatMap(([name, value]) => typeof value === 'string' ? [[name, value] as const] : []))
}

/** Said once, after a form was sent. */
export function sayDone(ask: PartnerAsk): string | undefined {
  switch (ask.c.req.query('gedaan')) {
    case 'gestuurd': return t('Verstuurd. Het geldt zodra wij het hebben bekeken; hieronder ziet u wat ermee gebeurt.', 'Sent. It holds once we have looked at it; below you see what becomes of it.')
    case 'ingetrokken': return t('Ingetrokken.', 'Taken back.')
    case 'opgeslagen': return t('Opgeslagen.', 'Saved.')
    default: return undefined
  }
}
