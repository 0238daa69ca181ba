// Lifecycle of a processor agreement: tested before it is signed, and in force only with both signatures, which are asked as it comes into force (art. 28 lid 3 en 9 AVG; H-24, H-51).
import type { AnyInput, Entry } from '../../register-kit/entry.ts'
import { date, yesNo } from '../../register-kit/field-types.ts'
import type { Lifecycle, Verb } from '../../register-kit/register.ts'
import { testedLifecycle } from '../../register-kit/tested-lifecycle.ts'
import { fields } from './declaration.ts'

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

export const agreementLifecycle: Lifecycle = {
  ...tested,
  statuses: { ...tested.statuses, active: { ...tested.statuses.active!, words: { nl: 'Van kracht', en: 'In force' } } },
  verbs: { ...tested.verbs, activate: { ...activate, done: { nl: 'van kracht geworden', en: 'brought into force' }, fields: { ...signature, ...activate.fields }, act: (step) => activate.act!({ ...step, entry: signed(step.entry, step.values) }) } },
}

/** The entry with the signatures that were filled in as it came into force. They are no other text than the one that was tested. */
function signed(entry: Entry, { signed_on, is_signed_by_both }: AnyInput): Entry {
  const added = { ...(signed_on ? { signed_on } : {}), ...(is_signed_by_both === null || is_signed_by_both === undefined ? {} : { is_signed_by_both }) }
  return entry.proposal ? { ...entry, proposal: { ...entry.proposal, input: { ...entry.proposal.input, ...added } } } : { ...entry, input: { ...entry.input, ...added } }
}
