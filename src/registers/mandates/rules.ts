// Rules on mandates: given by a body in writing, to somebody who isn't the DPO, with another person as substitute, and within its term (afdeling 10.1.1 Awb; N-09).
import { dayAfter } from '../../ground/clock.ts'
import type { InputOf } from '../../register-kit/field-types.ts'
import type { Rule, RuleContext } from '../../register-kit/rules.ts'
import type { fields } from './declaration.ts'
import type { HeldBy } from './facts.ts'

export type MandateInput = InputOf<typeof fields>

const norms = ['N-09']
const heldBy = ({ ownFact }: RuleContext) => ownFact?.('holder') as HeldBy | undefined
const hasHolder = ({ holder, holder_role, holder_function }: MandateInput) => holder !== null || holder_role !== null || holder_function !== null

export const mandateRules = {
  'holder-missing': {
    field: 'holder', severity: 'serious', citation: 'art. 10:3 Awb; art. 24 lid 1 AVG', norms,
    words: { nl: 'Er staat niet wie het mandaat heeft.', en: 'It doesn’t say who holds the mandate.' }, advice: { nl: 'Kies een persoon of een rol, of vul een functie in.', en: 'Choose a person or a role, or fill in a job function.' },
    finds: (input) => !hasHolder(input),
  },
  'nobody-holds': {
    field: 'holder_function', severity: 'attention', citation: 'art. 10:3 Awb; art. 24 lid 1 AVG', norms,
    words: { nl: 'Niemand heeft deze rol of functie, dus niemand heeft dit mandaat.', en: 'Nobody has this role or job function, so nobody holds this mandate.' }, advice: { nl: 'Schrijf de functie zoals zij bij de personen staat, geef de rol, of kies een persoon.', en: 'Write the function as it stands with the persons, give the role, or choose a person.' },
    finds: (input, context) => hasHolder(input) && heldBy(context)?.holders === 0,
  },
  'holder-is-dpo': {
    field: 'holder', severity: 'serious', citation: 'art. 38 lid 6 AVG', norms: ['N-09', 'N-13'],
    words: { nl: 'De FG heeft of vervangt dit mandaat, en moet toezien op wat daarmee wordt besloten.', en: 'The DPO holds this mandate or is its substitute, and must supervise what is decided by it.' }, advice: { nl: 'Geef het mandaat aan een ander. De FG adviseert en beslist niet.', en: 'Give the mandate to somebody else. The DPO advises and doesn’t decide.' },
    finds: (_, context) => heldBy(context)?.isDpo === true,
  },
  'substitute-is-holder': {
    field: 'substitute', severity: 'serious', citation: 'art. 10:3 Awb; art. 24 lid 1 AVG', norms,
    words: { nl: 'De vervanger is dezelfde persoon als wie het mandaat heeft.', en: 'The substitute is the same person as the holder.' }, advice: { nl: 'Kies een ander als vervanger, of laat de vervanger leeg.', en: 'Choose somebody else as the substitute, or leave it empty.' },
    finds: ({ holder, substitute }) => substitute !== null && substitute === holder,
  },
  'powers-missing': {
    field: 'powers', severity: 'serious', citation: 'art. 10:3 Awb; art. 24 lid 1 AVG', norms,
    words: { nl: 'Er staat niet wat met dit mandaat mag.', en: 'It doesn’t say what this mandate allows.' }, advice: { nl: 'Kies de bevoegdheden uit het besluit.', en: 'Choose the powers from the decision.' },
    finds: (input) => input.powers.length === 0,
  },
  'body-missing': {
    field: 'body', severity: 'serious', citation: 'art. 10:3 Awb; art. 24 lid 1 AVG', norms,
    words: { nl: 'Er staat niet van welk orgaan het mandaat komt.', en: 'It doesn’t say which body gave the mandate.' }, advice: { nl: 'Kies het orgaan in welks naam wordt besloten.', en: 'Choose the body in whose name is decided.' },
    finds: ({ body }) => body === null,
  },
  'decision-missing': {
    field: 'decided_on', severity: 'serious', citation: 'art. 10:5 lid 2 Awb; art. 24 lid 1 AVG', norms,
    words: { nl: 'Er is geen schriftelijk besluit bekend.', en: 'No written decision is known.' }, advice: { nl: 'Vul de datum en het kenmerk van het mandaatbesluit in.', en: 'Fill in date and reference of the decision.' },
    finds: ({ decided_on, decision_reference }) => decided_on === null || decision_reference === null,
  },
  'starts-before-decision': {
    field: 'starts_on', severity: 'serious', citation: 'art. 10:5 Awb; art. 24 lid 1 AVG', norms,
    words: { nl: 'Het mandaat begint voordat erover is besloten.', en: 'The mandate begins before it was decided on.' }, advice: { nl: 'Laat het beginnen op of na de dag van het besluit.', en: 'Let it begin on or after the day of the decision.' },
    finds: ({ starts_on, decided_on }) => starts_on !== null && decided_on !== null && starts_on < decided_on,
  },
  'mandate-over': {
    field: 'ends_on', severity: 'serious', citation: 'art. 10:8 Awb; art. 24 lid 1 AVG', norms,
    words: { nl: 'Het mandaat geldt niet meer.', en: 'The mandate holds no longer.' }, advice: { nl: 'Laat een nieuw besluit nemen, of trek het mandaat hier in.', en: 'Have a new decision taken, or withdraw the mandate here.' },
    finds: ({ ends_on }, { today }) => ends_on !== null && ends_on < today,
  },
  'ends-soon': {
    field: 'ends_on', severity: 'attention', citation: 'art. 10:8 Awb; art. 24 lid 1 AVG', norms,
    words: { nl: 'Het mandaat loopt binnen twee maanden af.', en: 'The mandate ends within two months.' }, advice: { nl: 'Bereid een nieuw besluit voor, als het mandaat nodig blijft.', en: 'Prepare a new decision, if the mandate stays needed.' },
    finds: ({ ends_on }, { today }) => ends_on !== null && ends_on >= today && ends_on <= dayAfter(today, 'P2M'),
  },
  'undermandate-unanswered': {
    field: 'may_undermandate', severity: 'attention', citation: 'art. 10:9 Awb; art. 24 lid 1 AVG', norms,
    words: { nl: 'Er staat niet of ondermandaat mag.', en: 'It doesn’t say whether undermandate is allowed.' }, advice: { nl: 'Kies wat het besluit daarover zegt. Zwijgt het, dan mag het niet.', en: 'Choose what the decision says. If it is silent, it isn’t allowed.' },
    finds: ({ may_undermandate }) => may_undermandate === null,
  },
} as const satisfies Readonly<Record<string, Rule<MandateInput>>>
