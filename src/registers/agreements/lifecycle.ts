// Lifecycle of a processor agreement: drawn up, talked over, tested, signed by both, in force, reviewed each year, renewed or ended (art. 28 lid 3 en 9 AVG; H-24, H-45, H-51, N-44).
import { dayOf } from '../../ground/clock.ts'
import { Invalid, Refused } from '../../ground/refusals.ts'
import { t } from '../../ground/words.ts'
import { changesBetween } from '../../register-kit/changes.ts'
import type { AnyInput, Entry } from '../../register-kit/entry.ts'
import { date, yesNo } from '../../register-kit/field-types.ts'
import { workingInput } from '../../register-kit/lifecycle.ts'
import type { Lifecycle, Outcome, Step, Verb } from '../../register-kit/register.ts'
import { testedLifecycle } from '../../register-kit/tested-lifecycle.ts'
import { fields } from './declaration.ts'
import { negotiationSteps } from './negotiation-steps.ts'
import { decideFrom } from './renewal.ts'
import type { AgreementInput } from './rules-shape.ts'
import { termSteps } from './term-steps.ts'

// The owner concludes and registers; privacy officer, CISO and ISO advise besides the DPO, who supervises (H-51).
const tested = testedLifecycle(fields, { edit: ['privacy_officer', 'process_owner'], test: ['dpo', 'ciso', 'iso'], decide: ['process_owner', 'privacy_officer'], import: ['privacy_officer'] }, {
  activate: { nl: 'Van kracht laten worden', en: 'Bring into force' },
  activateExplained: {
    nl: 'De overeenkomst is door beide partijen ondertekend en geldt vanaf de begindatum. Verwerkingen met deze verwerker zijn dan gedekt.',
    en: 'The agreement is signed by both parties and holds from its start date. Processing by this processor is then covered.',
  },
  testExplained: { nl: 'U kijkt of de overeenkomst regelt wat de wet vraagt, en adviseert. De eigenaar beslist en tekent.', en: 'You look whether the agreement covers what the law asks, and advise. The owner decides and signs.' },
  end: {
    words: { nl: 'Beëindigen', en: 'End' }, done: { nl: 'beëindigd', en: 'ended' },
    explain: {
      nl: 'De overeenkomst stopt. Schrijf op of de gegevens zijn teruggegeven of vernietigd, en waar het verslag daarvan is (art. 28 lid 3 onder g AVG).',
      en: 'The agreement ends. Write down whether the data were returned or destroyed, and where the report is (art. 28(3)(g) GDPR).',
    },
  },
})

const unlessThere = { nl: 'Nodig, tenzij dit al is ingevuld.', en: 'Needed, unless it is filled in already.' }
const signature = {
  signed_on: date('Ondertekend op', 'Signed on', { citation: 'art. 28 lid 9 AVG', help: unlessThere }),
  is_signed_by_both: yesNo('Door beide partijen ondertekend', 'Signed by both parties', { citation: 'art. 28 lid 9 AVG', help: unlessThere }),
}

const activate: Verb = tested.verbs.activate!
const { create, import: imported, advise, submit, change, propose, review, withdraw, remark, answer, end, drop_proposal, remove } = tested.verbs as Record<string, Verb> & typeof tested.verbs

export const agreementLifecycle: Lifecycle = {
  ...tested,
  statuses: { ...tested.statuses, active: { ...tested.statuses.active!, words: { nl: 'Van kracht', en: 'In force' } } },
  verbs: {
    create: create!, import: imported!, advise: advise!,
    activate: { ...activate, done: { nl: 'van kracht geworden', en: 'brought into force' }, fields: { ...signature, ...activate.fields }, act: bringIntoForce },
    ...negotiationSteps, submit: submit!, change: change!, propose: { ...propose!, act: (step) => propose!.act!({ ...step, entry: { ...step.entry, input: { ...step.entry.input, ...unsigned } } }) }, review: review!, ...termSteps,
    withdraw: withdraw!, remark: remark!, answer: answer!, end: end!, drop_proposal: drop_proposal!, remove: remove!,
  },
}

async function bringIntoForce(step: Step): Promise<Outcome> {
  const entry = signed(step.entry, step.values)
  refuseUnapproved(workingInput(entry) as AgreementInput, dayOf(step.scope.now))
  return await activate.act!({ ...step, entry: withPlan(withSignatures(entry, step.values)) }) as Outcome
}

/** The entry with the signatures that were filled in as it came into force. They are no other text than the one that was tested. */
function signed(entry: Entry, { signed_on, is_signed_by_both }: AnyInput): Entry {
  const added = { ...(signed_on ? { signed_on } : {}), ...(is_signed_by_both === null || is_signed_by_both === undefined ? {} : { is_signed_by_both }) }
  return withMore(entry, added)
}

/** When the decision on renewal begins, where nobody planned it. */
function withPlan(entry: Entry): Entry {
  const input = workingInput(entry) as AgreementInput
  return input.notice_from_on === null ? withMore(entry, { notice_from_on: decideFrom(input) }) : entry
}

function withMore(entry: Entry, more: AnyInput): Entry {
  return entry.proposal ? { ...entry, proposal: { ...entry.proposal, input: { ...entry.proposal.input, ...more } } } : { ...entry, input: { ...entry.input, ...more } }
}

/** The processor's own model only with a reason, and approved by the privacy officer (H-45). */
function refuseUnapproved({ model, model_motivation, model_approved_on }: AgreementInput, today: string): void {
  if (model !== 'processor' || (model_motivation !== null && model_approved_on !== null && model_approved_on <= today)) return
  throw new Invalid([{ at: 'model_approved_on', message: t('Het model van de verwerker is nog niet gemotiveerd en goedgekeurd door de privacy officer.', 'The processor’s model isn’t motivated and approved by the privacy officer yet.') }])
}

/** What both sides agreed on changes by both sides only, in writing (N-44): such a change comes with new signatures; what is our own affair keeps those that are there. */
function withSignatures(entry: Entry, values: AnyInput): Entry {
  if (!entry.proposal || (values.signed_on && values.is_signed_by_both === true)) return entry
  const changed = changesBetween(fields, entry.input, entry.proposal.input).map(({ field }) => field)
  if (changed.includes('signed_on')) return entry
  if (!changed.every((field) => ownAffairs.has(field))) throw new Refused(t('Deze wijziging geldt pas als beide partijen er opnieuw voor tekenen. Leg beide handtekeningen vast.', 'This change holds only once both parties have signed for it. Record both signatures.'))
  return withMore(entry, Object.fromEntries(Object.keys(unsigned).map((field) => [field, entry.input[field]])))
}

/** How a proposal begins: nobody has signed it or agreed to it yet. */
const unsigned = { negotiation: null, own_signatory: null, own_signatory_role: null, own_signed_on: null, their_signatory: null, their_signatory_role: null, their_signed_on: null }
/** What we keep for ourselves, and the processor has no part in. */
const ownAffairs: ReadonlySet<string> = new Set([...Object.keys(unsigned), 'number', 'department', 'owner', 'subjects', 'points', 'model_motivation', 'model_approved_on', 'brp_checked_on', 'notice_from_on', 'note'])
