// Rules on the appointment of a DPO: qualified, independent, published and told to the supervisor; and no DPO only after a test (art. 37 en 38 AVG; N-13, M-06, W-14, P-04).
import { dayAfter } from '../../ground/clock.ts'
import type { InputOf } from '../../register-kit/field-types.ts'
import type { Rule, RuleContext } from '../../register-kit/rules.ts'
import { sayConflicting } from '../../people/roles.ts'
import type { fields } from './declaration.ts'
import type { Standing } from './facts.ts'

export type AppointmentInput = InputOf<typeof fields>

const norms = ['N-13', 'M-06']
const standing = ({ ownFact }: RuleContext) => ownFact?.('standing') as Standing | undefined
const isAppointed = ({ outcome }: AppointmentInput) => outcome !== 'none'

export const appointmentRules = {
  'dpo-missing': {
    field: 'dpo', severity: 'serious', citation: 'art. 37 lid 1 AVG', norms,
    words: { nl: 'Er staat niet wie de FG is.', en: 'It doesn’t say who the DPO is.' }, advice: { nl: 'Kies de persoon, of kies bij Uitkomst dat er na een toets geen FG is.', en: 'Choose the person, or choose at Outcome that there is no DPO after a test.' },
    finds: (input) => isAppointed(input) && input.dpo === null,
  },
  'role-missing': {
    field: 'dpo', severity: 'attention', citation: 'art. 38 lid 1 AVG', norms,
    words: { nl: 'Deze persoon heeft hier niet de rol van FG, en kan dus niet overal bij.', en: 'This person doesn’t have the role of DPO here, and so can’t reach everything.' }, advice: { nl: 'Vraag een beheerder om de rol te geven.', en: 'Ask an administrator to give the role.' },
    finds: (_, context) => standing(context)?.hasRole === false,
  },
  'conflicting-role': {
    field: 'dpo', severity: 'serious', citation: 'art. 38 lid 6 AVG', norms: [...norms, 'W-14'],
    words: { nl: 'De FG heeft ook een taak die niet samengaat met onafhankelijk toezicht.', en: 'The DPO also has a task that doesn’t go together with independent supervision.' }, advice: { nl: 'Geef die taak aan een ander, of wijs een andere FG aan.', en: 'Give that task to somebody else, or appoint another DPO.' },
    finds: (_, context) => (standing(context)?.conflicts ?? []).map((one) => sayConflicting(one)),
  },
  'test-missing': {
    field: 'assessment', severity: 'serious', citation: 'art. 37 lid 1 onder b en c AVG', norms: ['P-04'],
    words: { nl: 'Er is geen FG, en er staat niet waarom dat mag.', en: 'There is no DPO, and it doesn’t say why that is allowed.' }, advice: { nl: 'Schrijf de toets op: geen observatie op grote schaal, geen bijzondere gegevens op grote schaal.', en: 'Write the test: no monitoring on a large scale, no special data on a large scale.' },
    finds: ({ outcome, assessment }) => outcome === 'none' && assessment === null,
  },
  'public-body-without': {
    field: 'outcome', severity: 'serious', citation: 'art. 37 lid 1 onder a AVG', norms: ['M-06'],
    words: { nl: 'Een overheidsorganisatie moet een FG hebben.', en: 'A public body must have a DPO.' }, advice: { nl: 'Wijs een FG aan; dat mag ook samen met andere organisaties.', en: 'Appoint a DPO; that may be done together with other organisations.' },
    finds: ({ outcome }, { organisationKind }) => outcome === 'none' && organisationKind !== 'firm',
  },
  'body-missing': {
    field: 'body', severity: 'serious', citation: 'art. 37 lid 1 AVG', norms,
    words: { nl: 'Er staat niet wie de FG heeft aangewezen.', en: 'It doesn’t say who appointed the DPO.' }, advice: { nl: 'Kies het orgaan dat het besluit nam.', en: 'Choose the body that took the decision.' },
    finds: ({ body }) => body === null,
  },
  'decision-missing': {
    field: 'decided_on', severity: 'serious', citation: 'art. 37 lid 1 AVG', norms,
    words: { nl: 'Er is geen besluit bekend.', en: 'No decision is known.' }, advice: { nl: 'Vul de datum van het besluit in.', en: 'Fill in the date of the decision.' },
    finds: ({ decided_on }) => decided_on === null,
  },
  'not-registered': {
    field: 'registered_on', severity: 'serious', citation: 'art. 37 lid 7 AVG', norms: [...norms, 'W-14'],
    words: { nl: 'De FG is niet aangemeld bij de Autoriteit Persoonsgegevens.', en: 'The DPO isn’t registered with the supervisory authority.' }, advice: { nl: 'Meld de FG aan en vul de datum en het nummer in.', en: 'Register the DPO and fill in the date and the number.' },
    finds: (input, { today }) => isAppointed(input) && (input.registered_on === null || input.registered_on > today),
  },
  'number-missing': {
    field: 'registration_number', severity: 'attention', citation: 'art. 37 lid 7 AVG', norms,
    words: { nl: 'Het nummer van de aanmelding ontbreekt.', en: 'The number of the registration is missing.' }, advice: { nl: 'Neem het nummer over uit de bevestiging van de AP.', en: 'Take the number from the authority’s confirmation.' },
    finds: (input) => isAppointed(input) && input.registered_on !== null && input.registration_number === null,
  },
  'not-published': {
    field: 'published_on', severity: 'serious', citation: 'art. 37 lid 7 AVG', norms: [...norms, 'W-14'],
    words: { nl: 'De contactgegevens van de FG zijn niet bekendgemaakt.', en: 'The contact details of the DPO aren’t published.' }, advice: { nl: 'Vul een e-mailadres of telefoonnummer in, en waar en wanneer u het bekendmaakte.', en: 'Fill in an e-mail address or telephone number, and where and when you published it.' },
    finds: (input, { today }) => isAppointed(input) && ((input.contact_email === null && input.contact_phone === null) || input.published_at === null || input.published_on === null || input.published_on > today),
  },
  'qualities-missing': {
    field: 'qualities', severity: 'attention', citation: 'art. 37 lid 5 AVG', norms: ['N-13'],
    words: { nl: 'Er staat niet waaruit de deskundigheid van de FG blijkt.', en: 'It doesn’t say what shows the DPO’s expertise.' }, advice: { nl: 'Noem opleiding en ervaring in enkele woorden.', en: 'Name education and experience in a few words.' },
    finds: (input) => isAppointed(input) && input.qualities === null,
  },
  'independence-missing': {
    field: 'independence', severity: 'serious', citation: 'art. 38 lid 3 AVG', norms: [...norms, 'W-14'],
    words: { nl: 'Er staat niet hoe de FG onafhankelijk kan werken.', en: 'It doesn’t say how the DPO can work independently.' }, advice: { nl: 'Leg vast aan wie de FG verslag doet en dat niemand instructies geeft.', en: 'Record to whom the DPO reports and that nobody gives instructions.' },
    finds: (input) => isAppointed(input) && input.independence === null,
  },
  'appointment-over': {
    field: 'ends_on', severity: 'serious', citation: 'art. 37 lid 1 AVG', norms,
    words: { nl: 'De aanwijzing geldt niet meer.', en: 'The appointment holds no longer.' }, advice: { nl: 'Laat een nieuw besluit nemen en meld de wisseling bij de AP.', en: 'Have a new decision taken and tell the authority of the change.' },
    finds: ({ ends_on }, { today }) => ends_on !== null && ends_on < today,
  },
  'ends-soon': {
    field: 'ends_on', severity: 'attention', citation: 'art. 37 lid 1 AVG', norms,
    words: { nl: 'De aanwijzing loopt binnen drie maanden af.', en: 'The appointment ends within three months.' }, advice: { nl: 'Bereid een nieuw besluit voor, zodat er geen dag zonder FG is.', en: 'Prepare a new decision, so that there is no day without a DPO.' },
    finds: ({ ends_on }, { today }) => ends_on !== null && ends_on >= today && ends_on <= dayAfter(today, 'P3M'),
  },
} as const satisfies Readonly<Record<string, Rule<AppointmentInput>>>
