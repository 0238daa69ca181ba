// Lifecycle of a covenant: tested, signed by all, in force, checked each year, and ended once the data were returned or destroyed (art. 26 AVG; H-23, H-42).
import { dayOf } from '../../ground/clock.ts'
import { type Fault, Invalid } from '../../ground/refusals.ts'
import { t } from '../../ground/words.ts'
import type { Entry } from '../../register-kit/entry.ts'
import { date, longText } from '../../register-kit/field-types.ts'
import { workingInput } from '../../register-kit/lifecycle.ts'
import { nextVersion } from '../../register-kit/lifecycle-acts.ts'
import type { Lifecycle, Outcome, Step, Verb } from '../../register-kit/register.ts'
import { testedLifecycle } from '../../register-kit/tested-lifecycle.ts'
import { fields } from './declaration.ts'
import type { CovenantInput } from './rules.ts'

const tested = testedLifecycle(fields, { edit: ['privacy_officer', 'process_owner'], test: ['dpo', 'ciso', 'iso'], decide: ['process_owner', 'privacy_officer'], import: ['privacy_officer'] }, {
  activate: { nl: 'Van kracht laten worden', en: 'Bring into force' },
  activateExplained: {
    nl: 'Alle partners hebben getekend. Gegevens delen mag vanaf de begindatum.',
    en: 'All partners have signed. Data may be shared from the start date.',
  },
  testExplained: { nl: 'U kijkt of alle onderwerpen zijn geregeld en of de DPIA klopt, en adviseert. De eigenaar beslist en tekent.', en: 'You look whether all subjects are covered and the DPIA is right, and advise. The owner decides and signs.' },
  end: { words: { nl: 'Beëindigen', en: 'End' }, done: { nl: 'beëindigd', en: 'ended' }, explain: { nl: 'De samenwerking stopt. Dat kan pas als u weet wat er met de gegevens is gebeurd: teruggegeven, vernietigd, of ieder houdt wat van hem is.', en: 'The cooperation ends. That can be done once you know what became of the data: returned, destroyed, or each keeps what is theirs.' } },
})

const { activate, end } = tested.verbs as { activate: Verb; end: Verb }

export const covenantLifecycle: Lifecycle = {
  ...tested,
  statuses: { ...tested.statuses, active: { ...tested.statuses.active!, words: { nl: 'Van kracht', en: 'In force' } } },
  verbs: {
    ...tested.verbs,
    activate: {
      ...activate, done: { nl: 'van kracht geworden', en: 'brought into force' },
      fields: { signed_on: date('Door alle partners ondertekend op', 'Signed by all partners on', { citation: 'art. 26 lid 1 AVG', help: { nl: 'Nodig, tenzij de data er al staan.', en: 'Needed, unless the dates are there already.' } }), ...activate.fields },
      act: (step) => activate.act!({ ...step, entry: signed(step) }),
    },
    end: {
      ...end,
      fields: { data_at_end: fields.data_at_end, data_at_end_on: fields.data_at_end_on, reason: longText('Waarom stopt het, en waar staat het verslag', 'Why it ends, and where the report is', { most: 10_000 }) },
      required: ['data_at_end', 'data_at_end_on', 'reason'], act: endCovenant,
    },
  },
}

/** The entry with the signatures that were filled in as it comes into force: no other text than the one that was tested. @throws Invalid when a signature is missing */
function signed({ scope, entry, values }: Step): Entry {
  const input = workingInput(entry) as CovenantInput
  const on = values.signed_on as string | null | undefined ?? null
  const partners = input.partners.map((partner) => ({ ...partner, signed_on: partner.signed_on ?? on }))
  const added = { ...input, signed_on: input.signed_on ?? on, partners }
  const faults: Fault[] = []
  if (added.signed_on === null || partners.some(({ organisation, signed_on }) => organisation !== null && signed_on === null)) faults.push({ at: 'signed_on', message: t('Nog niet iedereen heeft getekend. Vul in wanneer dat gebeurde.', 'Not everybody has signed yet. Fill in when they did.') })
  if (on !== null && on > dayOf(scope.now)) faults.push({ at: 'signed_on', message: t('Deze dag moet nog komen.', 'This day is still to come.') })
  if (faults.length > 0) throw new Invalid(faults)
  return entry.proposal ? { ...entry, proposal: { ...entry.proposal, input: added } } : { ...entry, input: added }
}

async function endCovenant(step: Step): Promise<Outcome> {
  const { scope, entry, values } = step
  const { data_at_end, data_at_end_on, reason } = values as { data_at_end: string; data_at_end_on: string; reason: string }
  if (data_at_end_on > dayOf(scope.now)) throw new Invalid([{ at: 'data_at_end_on', message: t('Deze dag moet nog komen. Beëindig pas als het is gebeurd.', 'This day is still to come. End it once it was done.') }])
  const input = { ...entry.input, data_at_end, data_at_end_on }
  return { input, note: reason, system: { status: 'ended', ended_on: dayOf(scope.now), review_due_on: null, version: await nextVersion(step, input, reason) } }
}
