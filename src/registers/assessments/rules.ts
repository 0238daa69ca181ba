// Rules on assessments: what they rest on, who takes part, advice and its answer, risks that stay, actions in time, and looking again (art. 35, 36 en 39 AVG; H-14, H-15, H-20, H-55, H-66, N-33).
import type { Rule, RuleContext } from '../../register-kit/rules.ts'
import type { AssessmentInput } from './declaration.ts'
import type { Standing } from './facts.ts'
import { viewFaults } from './may-proceed.ts'

const standing = ({ ownFact }: RuleContext) => ownFact?.('standing') as Standing | undefined
const isFull = ({ kind }: AssessmentInput) => kind === 'dpia' || kind === 'iama'
const isAdopted = ({ stage }: RuleContext) => stage === 'active'

const all = {
  'kind-missing': {
    field: 'kind', severity: 'blocking', citation: 'art. 35 lid 1 AVG', norms: [],
    words: { nl: 'Er staat niet wat voor toets dit is.', en: 'It doesn’t say which kind of assessment this is.' }, advice: { nl: 'Kies de soort.', en: 'Choose the kind.' },
    finds: ({ kind }) => kind === null,
  },
  'owner-missing': {
    field: 'owner', severity: 'blocking', citation: 'art. 24 lid 1 en art. 35 lid 1 AVG', norms: ['H-55'],
    words: { nl: 'Er is geen eigenaar.', en: 'There is no owner.' }, advice: { nl: 'Kies wie de toets vraagt, laat uitvoeren en op het advies antwoordt.', en: 'Choose who asks for the assessment, has it carried out and answers the advice.' },
    finds: ({ owner }) => owner === null,
  },
  'dpo-leads': {
    field: 'owner', severity: 'blocking', citation: 'art. 35 lid 1 en 2, art. 38 lid 6 en art. 39 lid 1 onder c AVG', norms: ['H-55', 'N-33'],
    words: { nl: 'De FG leidt of schrijft deze toets. Dat kan niet: de FG adviseert en houdt toezicht.', en: 'The DPO leads or writes this assessment, which can’t be: the DPO advises and supervises.' }, advice: { nl: 'Kies een ander. In het team kan de FG adviseur zijn.', en: 'Choose somebody else. In the team the DPO can be adviser.' },
    finds: (_, context) => (standing(context)?.dpoIn.length ?? 0) > 0,
  },
  'processing-missing': {
    field: 'processings', severity: 'attention', citation: 'art. 35 lid 1 AVG', norms: ['H-19'],
    words: { nl: 'Er staat niet over welke verwerking dit gaat.', en: 'It doesn’t say which processing activity this is about.' }, advice: { nl: 'Kies de verwerking. Staat zij nog niet in het register? Maak dan eerst een concept.', en: 'Choose the activity. Isn’t it in the register yet? Then make a draft first.' },
    finds: ({ kind, processings }) => kind !== 'purchase' && !processings.some(({ processing }) => processing !== null),
  },
  'requirements-missing': {
    field: 'requirements', severity: 'serious', citation: 'art. 25 lid 1 en art. 32 lid 1 AVG', norms: ['H-14'],
    words: { nl: 'Het vooronderzoek geeft geen eisen voor beveiliging en privacy.', en: 'The investigation yields no requirements for security and privacy.' }, advice: { nl: 'Leg de eisen vast die met de inkoop meegaan: van beide soorten ten minste één.', en: 'Record the requirements that go with the purchase: at least one of each kind.' },
    finds: ({ kind, requirements, started_on }) => kind === 'purchase' && started_on !== null && !(requirements.some(({ subject }) => subject === 'security') && requirements.some(({ subject }) => subject === 'privacy')),
  },
  'writers-missing': {
    field: 'team', severity: 'attention', citation: 'art. 32 lid 1 AVG', norms: ['H-55', 'H-66'],
    words: { nl: 'De privacybeheerder en de ISO doen niet allebei mee.', en: 'The privacy manager and the ISO don’t both take part.' }, advice: { nl: 'Zet hen in het team: zij schrijven en bewaren het rapport.', en: 'Put them in the team: they write and keep the report.' },
    finds: ({ team, started_on, ...input }) => isFull({ team, started_on, ...input }) && started_on !== null && !(['privacy_officer', 'iso'] as const).every((part) => team.some((member) => member.part === part && member.person !== null)),
  },
  'framework-missing': {
    field: 'framework', severity: 'attention', citation: 'art. 35 lid 7 onder c AVG', norms: ['H-55'],
    words: { nl: 'Er is geen vastgesteld risicokader: Waarborg rekent met een gewone schaal.', en: 'There is no adopted risk framework: Waarborg counts with a usual scale.' }, advice: { nl: 'Laat het managementteam een risicokader vaststellen, en kies het hier.', en: 'Have the management team adopt a risk framework, and choose it here.' },
    finds: ({ framework, started_on, ...input }) => isFull({ framework, started_on, ...input }) && started_on !== null && framework === null,
  },
  'views-missing': {
    field: 'subjects_asked', severity: 'serious', citation: 'art. 35 lid 9 AVG', norms: ['H-55'],
    words: { nl: 'De mening van betrokkenen is niet vastgelegd, of waarom u haar niet vroeg.', en: 'The views of data subjects aren’t recorded, nor why you didn’t ask them.' }, advice: { nl: 'Leg vast hoe u het vroeg en wat eruit kwam, of waarom niet.', en: 'Record how you asked and what came of it, or why not.' },
    finds: (input, context) => isFull(input) && isAdopted(context) && viewFaults(input).length > 0,
  },
  'council-missing': {
    field: 'council_decision', severity: 'serious', citation: 'art. 27 lid 1 onder k en l WOR', norms: ['H-55'],
    words: { nl: 'Medewerkers worden gevolgd of gecontroleerd, maar de ondernemingsraad stemde niet in.', en: 'Employees are watched or checked, but the works council didn’t consent.' }, advice: { nl: 'Vraag instemming vóór het besluit.', en: 'Ask for consent before the decision.' },
    finds: ({ staff_watched, council_decision, started_on }) => started_on !== null && staff_watched === true && council_decision !== 'consented' && council_decision !== 'court',
  },
  'advice-missing': {
    field: 'advice', severity: 'serious', citation: 'art. 35 lid 2 en art. 39 lid 1 onder c AVG', norms: ['H-14', 'H-15', 'H-55'],
    words: { nl: 'De toets is vastgesteld zonder advies.', en: 'The assessment was adopted without advice.' }, advice: { nl: 'Vraag alsnog advies, of leg vast wat de FG adviseerde.', en: 'Ask for advice yet, or record what the DPO advised.' },
    finds: ({ advice_on }, context) => isAdopted(context) && advice_on === null,
  },
  'answer-unexplained': {
    field: 'answer_reasons', severity: 'serious', citation: 'art. 35 lid 2 en art. 5 lid 2 AVG', norms: ['H-55'],
    words: { nl: 'Er is van het advies afgeweken zonder reden.', en: 'The advice was deviated from without a reason.' }, advice: { nl: 'Schrijf op waarom het advies niet is gevolgd.', en: 'Write down why the advice wasn’t followed.' },
    finds: ({ answer, answer_reasons }) => (answer === 'partly' || answer === 'deviated') && answer_reasons === null,
  },
  'above-appetite': {
    field: 'risks', severity: 'attention', citation: 'art. 24 lid 1 en art. 35 lid 7 onder d AVG', norms: [],
    words: { nl: 'Dit risico blijft hoger dan u accepteert.', en: 'This risk stays higher than you accept.' }, advice: { nl: 'Neem meer maatregelen, of laat vastleggen wie dit accepteert en waarom.', en: 'Take more measures, or have it recorded who accepts this and why.' },
    finds: (input, context) => isFull(input) && (standing(context)?.aboveAppetite.map((place) => `rij ${place}`) ?? false),
  },
  'authority-unasked': {
    field: 'authority_asked_on', severity: 'serious', citation: 'art. 36 lid 1 AVG', norms: ['H-19'],
    words: { nl: 'Er blijft een hoog risico, maar de AP is niet geraadpleegd.', en: 'A high risk stays, but the authority wasn’t consulted.' }, advice: { nl: 'Raadpleeg de AP voordat de verwerking begint.', en: 'Consult the authority before the processing begins.' },
    finds: ({ kind, high_risk_stays, decision, authority_asked_on }, context) => kind === 'dpia' && isAdopted(context) && high_risk_stays === true && decision !== 'not_start' && authority_asked_on === null,
  },
  'actions-late': {
    field: 'actions', severity: 'attention', citation: 'art. 35 lid 7 onder d AVG', norms: ['H-55'],
    words: { nl: 'Een actie is te laat.', en: 'An action is late.' }, advice: { nl: 'Voer haar uit, of spreek een nieuwe dag af bij de taak.', en: 'Carry it out, or agree on another day at the task.' },
    finds: (_, context) => isAdopted(context) && (standing(context)?.lateActions ?? false),
  },
  'test-missing': {
    field: 'test_outcome', severity: 'attention', citation: 'art. 39 lid 1 onder b en c AVG', norms: ['H-55'],
    words: { nl: 'De FG heeft de acties, de werkwijze en de resultaten niet getoetst.', en: 'The DPO hasn’t tested the actions, the procedure and the results.' }, advice: { nl: 'Laat de FG toetsen, ook als de toets van vóór Waarborg is.', en: 'Have the DPO test it, also where the assessment is of before Waarborg.' },
    finds: (input, context) => isFull(input) && isAdopted(context) && context.isImported && input.tested_on === null,
  },
  'review-late': {
    field: 'review_from', severity: 'serious', citation: 'art. 35 lid 11 AVG', norms: ['H-20', 'H-66', 'N-33'],
    words: { nl: 'De toets had al opnieuw bekeken moeten zijn.', en: 'The assessment should have been looked at again by now.' }, advice: { nl: 'Kies “Opnieuw bekeken” als alles nog klopt, of doe de toets opnieuw.', en: 'Choose “Reviewed” if all is still right, or do the assessment again.' },
    finds: (_, context) => isAdopted(context) && standing(context)?.isReviewLate === true,
  },
  'processing-changed': {
    field: 'processings', severity: 'serious', citation: 'art. 35 lid 11 AVG', norms: ['H-20', 'H-66'],
    words: { nl: 'De verwerking heeft een doel of techniek die er bij deze toets niet was.', en: 'The activity has a purpose or technology that wasn’t there at this assessment.' }, advice: { nl: 'Doe de toets opnieuw, of leg vast dat zij nog klopt.', en: 'Do the assessment again, or record that it is still right.' },
    finds: (_, context) => isAdopted(context) && (standing(context)?.outgrown ?? false),
  },
  'decision-undated': {
    field: 'decided_on', severity: 'attention', citation: 'art. 5 lid 2 AVG', norms: ['H-66'],
    words: { nl: 'Er staat niet wanneer de toets is vastgesteld.', en: 'It doesn’t say when the assessment was adopted.' }, advice: { nl: 'Deze toets kwam binnen zonder datum. Doe haar opnieuw, of lees haar in met de datum.', en: 'This assessment came in without a date. Do it again, or import it with its date.' },
    finds: ({ decided_on }, context) => isAdopted(context) && decided_on === null,
  },
} as const satisfies Readonly<Record<string, Rule<AssessmentInput>>>

export type AssessmentRuleKey = keyof typeof all
export const assessmentRules: Readonly<Record<AssessmentRuleKey, Rule<AssessmentInput>>> = all
