// Rules on portfolios: somebody of the board or directors answers for it, one at a time, by a decision that still holds, and never the DPO (art. 24 en 38 AVG; N-07, H-59).
import { dayAfter } from '../../ground/clock.ts'
import type { InputOf } from '../../register-kit/field-types.ts'
import type { Rule, RuleContext } from '../../register-kit/rules.ts'
import type { fields } from './declaration.ts'
import type { Beside } from './facts.ts'

export type PortfolioInput = InputOf<typeof fields>

const norms = ['N-07']
const beside = ({ ownFact }: RuleContext) => ownFact?.('beside') as Beside | undefined

export const portfolioRules = {
  'holder-missing': {
    field: 'holder', severity: 'serious', citation: 'art. 24 lid 1 AVG', norms,
    words: { nl: 'Er staat niet wie de portefeuillehouder is.', en: 'It doesn’t say who the portfolio holder is.' }, advice: { nl: 'Kies een persoon, of vul de naam of het ambt in.', en: 'Choose a person, or fill in the name or the office.' },
    finds: ({ holder, holder_name }) => holder === null && holder_name === null,
  },
  'holder-is-dpo': {
    field: 'holder', severity: 'serious', citation: 'art. 38 lid 6 AVG', norms: ['N-07', 'N-13'],
    words: { nl: 'De FG heeft of vervangt deze portefeuille, en moet toezien op wat de houder besluit.', en: 'The DPO holds this portfolio or is its substitute, and must supervise what the holder decides.' }, advice: { nl: 'Geef de portefeuille aan een ander.', en: 'Give the portfolio to somebody else.' },
    finds: (_, context) => beside(context)?.isDpo === true,
  },
  'subject-missing': {
    field: 'subject', severity: 'attention', citation: 'art. 24 lid 1 AVG', norms,
    words: { nl: 'Er staat niet waarvoor de portefeuille geldt.', en: 'It doesn’t say what the portfolio is for.' }, advice: { nl: 'Kies het onderwerp.', en: 'Choose the subject.' },
    finds: ({ subject }) => subject === null,
  },
  'subject-twice': {
    field: 'subject', severity: 'serious', citation: 'art. 24 lid 1 AVG', norms,
    words: { nl: 'Twee portefeuilles hebben hetzelfde onderwerp. Het is dan niet duidelijk wie erover gaat.', en: 'Two portfolios have the same subject. It isn’t clear then who decides.' }, advice: { nl: 'Laat het bestuur kiezen, en beëindig de andere.', en: 'Have the board choose, and end the other one.' },
    finds: (_, context) => beside(context)?.others ?? [],
  },
  'substitute-is-holder': {
    field: 'substitute', severity: 'serious', citation: 'art. 24 lid 1 AVG', norms,
    words: { nl: 'De vervanger is dezelfde persoon als de portefeuillehouder.', en: 'The substitute is the same person as the portfolio holder.' }, advice: { nl: 'Kies een ander als vervanger, of laat de vervanger leeg.', en: 'Choose somebody else as the substitute, or leave it empty.' },
    finds: ({ holder, substitute }) => substitute !== null && substitute === holder,
  },
  'body-missing': {
    field: 'body', severity: 'serious', citation: 'art. 24 lid 1 AVG', norms,
    words: { nl: 'Er staat niet namens welk orgaan.', en: 'It doesn’t say in the name of which body.' }, advice: { nl: 'Kies het orgaan dat verwerkingsverantwoordelijke is.', en: 'Choose the body that is the controller.' },
    finds: ({ body }) => body === null,
  },
  'decision-missing': {
    field: 'decided_on', severity: 'attention', citation: 'art. 24 lid 1 AVG', norms,
    words: { nl: 'Er is geen besluit bekend.', en: 'No decision is known.' }, advice: { nl: 'Vul de datum van de portefeuilleverdeling in.', en: 'Fill in the date on which portfolios were divided.' },
    finds: ({ decided_on }) => decided_on === null,
  },
  'portfolio-over': {
    field: 'ends_on', severity: 'serious', citation: 'art. 24 lid 1 AVG', norms,
    words: { nl: 'Deze portefeuille geldt niet meer.', en: 'This portfolio holds no longer.' }, advice: { nl: 'Leg de nieuwe verdeling vast, of beëindig deze.', en: 'Record the new division, or end this one.' },
    finds: ({ ends_on }, { today }) => ends_on !== null && ends_on < today,
  },
  'ends-soon': {
    field: 'ends_on', severity: 'attention', citation: 'art. 24 lid 1 AVG', norms,
    words: { nl: 'Deze portefeuille loopt binnen twee maanden af.', en: 'This portfolio ends within two months.' }, advice: { nl: 'Vraag wie haar overneemt.', en: 'Ask who takes it over.' },
    finds: ({ ends_on }, { today }) => ends_on !== null && ends_on >= today && ends_on <= dayAfter(today, 'P2M'),
  },
} as const satisfies Readonly<Record<string, Rule<PortfolioInput>>>
