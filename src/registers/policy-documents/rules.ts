// Rules on policy documents: complete, in the tree, adopted, published, evaluated in time, and read (art. 24 lid 2 AVG; H-01, H-02, H-49, M-02, M-17, N-55, P-06, W-16).
import type { InputOf } from '../../register-kit/field-types.ts'
import type { Rule, RuleContext } from '../../register-kit/rules.ts'
import { type fields, levels, registerKey } from './declaration.ts'
import type { Standing } from './facts.ts'
import type { Level } from './tree.ts'

export type PolicyInput = InputOf<typeof fields>

const standing = ({ ownFact }: RuleContext) => ownFact?.('standing') as Standing | undefined
const order = Object.keys(levels) as Level[]

const all = {
  'text-missing': {
    field: 'text', severity: 'blocking', citation: 'art. 24 lid 2 AVG', norms: ['H-57', 'M-02'],
    words: { nl: 'Er is nog geen tekst.', en: 'There is no text yet.' }, advice: { nl: 'Schrijf de tekst, of plak hem uit uw document.', en: 'Write the text, or paste it from your document.' },
    finds: ({ text }) => text === null,
  },
  'circle': {
    field: 'parent', severity: 'blocking', citation: 'art. 24 lid 2 AVG', norms: ['H-02'],
    words: { nl: 'Dit document hangt onder zichzelf, via andere documenten.', en: 'This document hangs under itself, by way of other documents.' }, advice: { nl: 'Kies een ander document om onder te hangen.', en: 'Choose another document to hang under.' },
    finds: (_, context) => standing(context)?.isInCircle === true,
  },
  'kind-missing': {
    field: 'kind', severity: 'attention', citation: 'art. 24 lid 2 AVG', norms: ['H-02'],
    words: { nl: 'Er staat niet wat voor document dit is.', en: 'It doesn’t say what kind of document this is.' }, advice: { nl: 'Kies een soort.', en: 'Choose a kind.' },
    finds: ({ kind }) => kind === null,
  },
  'level-missing': {
    field: 'level', severity: 'attention', citation: 'art. 24 lid 2 AVG', norms: ['H-02'],
    words: { nl: 'Er staat niet op welk niveau dit document werkt.', en: 'It doesn’t say on which level this document works.' }, advice: { nl: 'Kies strategisch, tactisch of afdeling.', en: 'Choose strategic, tactical or department.' },
    finds: ({ level }) => level === null,
  },
  'audience-missing': {
    field: 'audience', severity: 'attention', citation: 'art. 12 lid 1 AVG', norms: ['H-49', 'M-17'],
    words: { nl: 'Er staat niet of dit document openbaar is.', en: 'It doesn’t say whether this document is public.' }, advice: { nl: 'Kies openbaar of alleen intern.', en: 'Choose public or internal only.' },
    finds: ({ audience }) => audience === null,
  },
  'parent-missing': {
    field: 'parent', severity: 'attention', citation: 'art. 24 lid 2 AVG', norms: ['H-02', 'N-55'],
    words: { nl: 'Deze werkwijze hangt nergens onder.', en: 'This procedure hangs under nothing.' }, advice: { nl: 'Kies het beleid waarvan dit een uitwerking is.', en: 'Choose the policy that this works out.' },
    finds: ({ level, parent }) => level === 'department' && parent === null,
  },
  'parent-lower': {
    field: 'parent', severity: 'attention', citation: 'art. 24 lid 2 AVG', norms: ['H-02'],
    words: { nl: 'Dit document hangt onder een document van een lager niveau.', en: 'This document hangs under a document of a lower level.' }, advice: { nl: 'Draai de twee om, of verbeter het niveau.', en: 'Turn the two around, or correct the level.' },
    finds: ({ level, parent }, { fact }) => level !== null && parent !== null && order.indexOf(fact?.(registerKey, parent, 'level') as Level) > order.indexOf(level),
  },
  'parent-withdrawn': {
    field: 'parent', severity: 'attention', citation: 'art. 24 lid 2 AVG', norms: ['H-02'],
    words: { nl: 'Het document waar dit onder hangt, is ingetrokken.', en: 'The document that this hangs under was withdrawn.' }, advice: { nl: 'Kies het document dat ervoor in de plaats kwam.', en: 'Choose the document that came in its place.' },
    finds: ({ parent }, { fact }) => parent !== null && fact?.(registerKey, parent, 'stage') === 'ended',
  },
  'not-adopted': {
    field: 'title', severity: 'serious', citation: 'art. 24 lid 2 AVG', norms: ['H-01', 'M-02', 'P-25'],
    words: { nl: 'Geen enkel orgaan heeft dit document vastgesteld.', en: 'No body has adopted this document.' }, advice: { nl: 'Leg vast wie het vaststelde, wanneer en met welk besluit.', en: 'Record who adopted it, when, and by which decision.' },
    finds: (_, context) => context.stage === 'active' && standing(context)?.adoptions === 0,
  },
  'not-in-force': {
    field: 'title', severity: 'attention', citation: 'art. 24 lid 2 AVG', norms: ['H-01', 'N-55', 'M-02'],
    words: { nl: 'Het document is vastgesteld, maar geldt vandaag voor niemand.', en: 'The document was adopted, but holds for nobody today.' }, advice: { nl: 'Publiceer het, of kijk na vanaf en tot wanneer het geldt.', en: 'Publish it, or check from and until when it holds.' },
    finds: (_, context) => { const found = standing(context); return context.stage === 'active' && found !== undefined && found.adoptions > 0 && !found.isInForce },
  },
  'bodies-behind': {
    field: 'title', severity: 'attention', citation: 'art. 24 lid 2 AVG', norms: ['H-01'],
    words: { nl: 'Voor dit orgaan geldt nog een oudere versie.', en: 'For this body an older version still holds.' }, advice: { nl: 'Leg de nieuwe versie ook aan dit orgaan voor.', en: 'Submit the new version to this body too.' },
    finds: (_, context) => context.stage === 'active' && (standing(context)?.behind ?? []),
  },
  'not-published': {
    field: 'audience', severity: 'serious', citation: 'art. 12 lid 1 AVG', norms: ['H-49', 'M-17', 'N-55', 'W-16'],
    words: { nl: 'Vastgesteld, maar niet gepubliceerd.', en: 'Adopted, but not published.' }, advice: { nl: 'Publiceer deze versie en schrijf erbij wat er veranderde.', en: 'Publish this version and say what changed.' },
    finds: ({ audience }, context) => { const found = standing(context); return context.stage === 'active' && audience === 'public' && found !== undefined && found.adoptions > 0 && !found.isPublished },
  },
  'evaluation-overdue': {
    field: 'evaluate_every', severity: 'attention', citation: 'art. 24 lid 1 AVG', norms: ['H-41', 'H-49', 'P-05'],
    words: { nl: 'De evaluatie is te laat.', en: 'The evaluation is overdue.' }, advice: { nl: 'Evalueer het document en leg de uitkomst vast.', en: 'Evaluate the document and record the outcome.' },
    finds: (_, { stage, reviewDueOn, today }) => stage === 'active' && reviewDueOn !== null && reviewDueOn < today && [reviewDueOn],
  },
  'reading-behind': {
    field: 'title', severity: 'attention', citation: 'art. 39 lid 1 onder b AVG', norms: ['M-02', 'P-06'],
    words: { nl: 'De leestermijn is voorbij en te weinig mensen hebben het gelezen.', en: 'The reading term is over and too few people have read it.' }, advice: { nl: 'Stuur een herinnering, of bespreek het in het werkoverleg.', en: 'Send a reminder, or talk about it in the team.' },
    finds: (_, context) => {
      const reading = standing(context)?.reading
      return context.stage === 'active' && reading !== undefined && reading.dueOn < context.today && reading.read * 100 < reading.asked * reading.aim && [`${reading.read}/${reading.asked}`]
    },
  },
  'remarks-open': {
    field: 'title', severity: 'attention', citation: 'art. 38 lid 1 en art. 39 lid 1 onder b AVG', norms: ['H-51'],
    words: { nl: 'Er is een opmerking die nog niet is beantwoord.', en: 'There is a remark that hasn’t been answered.' }, advice: { nl: 'Beantwoord de opmerking onder aan de pagina.', en: 'Answer the remark at the bottom of the page.' },
    finds: (_, { hasOpenRemarks }) => hasOpenRemarks === true,
  },
} as const satisfies Readonly<Record<string, Rule<PolicyInput>>>

export type PolicyRuleKey = keyof typeof all
export const policyRules: Readonly<Record<PolicyRuleKey, Rule<PolicyInput>>> = all
