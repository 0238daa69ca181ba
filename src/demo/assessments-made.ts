// Assessments made: what was looked into beforehand in the demo world, and how far each came: concluded, waiting for advice or for the authority, just asked for. All of it is invented.
import type { AssessmentInput, Kind } from '../registers/assessments/declaration.ts'
import type { Doer } from './life.ts'

/** What was done, so many days ago, by whom, the first deed first. */
export type Deed = readonly [verb: string, ago: number, by: Doer, values?: Readonly<Record<string, unknown>>]
/** `about`: an activity that is in force, one that is still a draft, or none. */
export type AssessmentSketch = { readonly kind: Kind; readonly what: string; readonly ago: number; readonly about: 'active' | 'draft' | 'algorithm' | 'none'; readonly input: Partial<AssessmentInput>; readonly answers?: Readonly<Record<string, string[]>>; readonly deeds: readonly Deed[] }

const risk = (text: string, for_whom: string, before: readonly [number, number], measures: string, left: readonly [number, number]): AssessmentInput['risks'][number] =>
  ({ risk: text, for_whom, source: null, likelihood: before[0], impact: before[1], measures, left_likelihood: left[0], left_impact: left[1] })
const consulted = { subjects_asked: 'asked', subjects_how: 'Een gesprek met twaalf mensen om wie het gaat.', subjects_result: 'Zij willen weten wie meekijkt. Dat staat nu in de brief.', subjects_why_not: null }
const notWatched = { staff_watched: false, council_decision: null, council_on: null, council_note: null }
const decided = { decided_on: null, decided_by: null, decision_number: null, decision_note: null }

export const sketches: readonly AssessmentSketch[] = [
  {
    kind: 'dpia', what: 'DPIA', ago: 200, about: 'active', input: {
      why: 'risk_changed', risks: [
        risk('Een collega zonder reden kijkt in een dossier', 'Iedereen in de registratie', [3, 4], 'Logging, en elke maand een steekproef.', [2, 4]),
        risk('Gegevens blijven te lang staan', 'Mensen van wie de zaak is gesloten', [4, 3], 'Wissen op termijn.', [1, 3]),
      ], actions: [{ action: 'Steekproef op het logboek inrichten', owner: null, due_on: null, task: null }],
    },
    deeds: [
      ['begin', 198, 'owner'], ['go_on', 190, 'officer'], ['consult', 186, 'officer', consulted], ['council', 185, 'officer', notWatched], ['ask_advice', 184, 'officer'],
      ['advise', 178, 'dpo', { advice_outcome: 'conditions', advice: 'Begin pas als het logboek wordt nagekeken.' }], ['answer_advice', 176, 'owner', { answer: 'followed', answer_reasons: null }],
      ['adopt', 175, 'owner', { decision: 'after_actions', ...decided }], ['finish_tasks', 140, 'owner'], ['finish_actions', 139, 'owner'], ['test_actions', 130, 'dpo', { test_outcome: 'sufficient', test_actions: 'Drie steekproeven gezien.', test_procedure: 'De juiste mensen deden mee, en op tijd.' }],
    ],
  },
  {
    kind: 'pre_dpia', what: 'Pre-DPIA', ago: 9, about: 'draft', input: { why: 'new_processing' }, answers: { '4.1': ['Lijst EDPB: Gebruik van nieuwe technologieën', 'Lijst EDPB: Grootschalige gegevensverwerkingen'] },
    deeds: [['begin', 8, 'owner'], ['answers', 7, 'owner'], ['ask_advice', 3, 'owner']],
  },
  {
    kind: 'purchase', what: 'Vooronderzoek: afsprakensysteem voor de balie', ago: 120, about: 'none', input: {
      why: 'purchase', requirements: [
        { requirement: 'Inloggen in twee stappen voor medewerkers', subject: 'security', weight: 'must', source: 'art. 32 AVG' }, { requirement: 'Gegevens van een afspraak zijn na een maand te wissen', subject: 'privacy', weight: 'must', source: 'art. 5 lid 1 onder e AVG' },
        { requirement: 'Opslag binnen de Europese Economische Ruimte', subject: 'privacy', weight: 'must', source: 'art. 44 AVG' }, { requirement: 'Een logboek van wie wat bekeek', subject: 'security', weight: 'wish', source: 'art. 32 AVG' },
      ],
    },
    deeds: [['begin', 118, 'owner'], ['ask_advice', 112, 'owner'], ['advise_beforehand', 110, 'officer', { advice_outcome: 'positive', advice: 'Volledig. Neem de lijst mee in de uitvraag.' }], ['set_requirements', 108, 'owner', { decided_on: null, decision_note: null }]],
  },
  {
    kind: 'dpia', what: 'DPIA', ago: 40, about: 'draft', input: { why: 'new_technology', risks: [risk('Mensen worden gevolgd zonder dat zij het merken', 'Bezoekers', [5, 4], 'Minder meten, en borden.', [3, 4])] },
    deeds: [
      ['begin', 39, 'owner'], ['go_on', 35, 'officer'], ['consult', 33, 'officer', { subjects_asked: 'not_asked', subjects_how: null, subjects_result: null, subjects_why_not: 'Het gaat om voorbijgangers; wij vroegen het de wijkraad.' }], ['council', 33, 'officer', notWatched], ['ask_advice', 30, 'officer'],
      ['advise', 26, 'dpo', { advice_outcome: 'negative', advice: 'Het risico blijft hoog. Raadpleeg de AP of doe het niet.' }], ['answer_advice', 24, 'owner', { answer: 'followed', answer_reasons: null }],
      ['adopt', 22, 'owner', { decision: 'start', ...decided }], ['ask_authority', 20, 'owner', { asked_on: null, authority_sent: 'De DPIA, de maatregelen en het advies van de FG.' }],
    ],
  },
  { kind: 'iama', what: 'IAMA', ago: 5, about: 'algorithm', input: { why: 'new_technology' }, deeds: [] },
]
