// The register of instructions: what participants told their processor to do, acknowledged, carried out or refused with the law in hand (art. 28 lid 3 onder a AVG; W-02).
import { dayOf } from '../../ground/clock.ts'
import { declareRegister } from '../../register-kit/register.ts'
import { fields } from './declaration.ts'
import { instructionLifecycle } from './lifecycle.ts'
import { serviceNotTaken } from './not-taken.ts'
import { type InstructionInput, instructionRules, isWaiting } from './rules.ts'
import { visibleInstructions } from './visibility.ts'

export const instructions = declareRegister({
  key: 'instructions', table: 'instruction', path: 'instructies', icon: 'flag',
  words: {
    one: { nl: 'instructie', en: 'instruction' }, many: { nl: 'Instructies', en: 'Instructions' }, article: 'de',
    lead: { nl: 'Wat deelnemers u opdragen, en wat u ermee deed (art. 28 lid 3 onder a AVG).', en: 'What participants tell you to do, and what you did about it (art. 28(3)(a) GDPR).' },
    empty: { nl: 'Leg elke instructie van een deelnemer vast. Een verwerker doet alleen wat hem schriftelijk is opgedragen.', en: 'Record each instruction of a participant. A processor does only what it was told in writing.' },
  },
  fields, schemaVersion: 1,
  sections: [
    { key: 'what', words: { nl: 'Wat er gevraagd is', en: 'What was asked' }, fields: ['name', 'number', 'participant', 'kind', 'instruction', 'service', 'processing'] },
    { key: 'came', words: { nl: 'Hoe de instructie kwam', en: 'How the instruction came' }, fields: ['received_on', 'given_by', 'means', 'confirmed_on', 'document', 'due_on'] },
    { key: 'here', words: { nl: 'Bij ons', en: 'Here' }, fields: ['department', 'owner', 'note'] },
    { key: 'acknowledged', words: { nl: 'Bevestiging', en: 'Acknowledgement' }, fields: ['acknowledged_on', 'acknowledged_by', 'reply'] },
    { key: 'objection', words: { nl: 'Mag dit wel?', en: 'Is this allowed?' }, fields: ['objected_on', 'objection', 'objection_article', 'objection_told_on', 'objection_answered_on', 'objection_answer'], concerns: ({ objected_on }) => Boolean(objected_on) },
    { key: 'done', words: { nl: 'Uitvoering', en: 'Carrying out' }, fields: ['carried_out_on', 'done', 'proof'] },
    { key: 'withdrawn', words: { nl: 'Intrekking', en: 'Withdrawal' }, fields: ['withdrawn_on', 'withdrawn_reason', 'replaced_by'], concerns: ({ withdrawn_on }) => Boolean(withdrawn_on) },
  ],
  named: { title: 'name', number: { field: 'number', prefix: 'I' }, department: 'department', owner: 'owner' },
  lifecycle: instructionLifecycle, rules: instructionRules,
  deadlines: {
    acknowledge: {
      words: { nl: 'Bevestigen', en: 'Acknowledge' }, startsAt: { field: 'received_on' }, endsBy: { statuses: ['acknowledged', 'objected'] },
      term: { fallback: { duration: 'P5D', clock: 'working' }, regime: 'own', citation: 'art. 28 lid 3 onder a AVG' },
    },
    carry_out: {
      words: { nl: 'Uitvoeren', en: 'Carry out' }, startsAt: { field: 'acknowledged_on' }, endsBy: { field: 'carried_out_on' }, appliesTo: (input) => !isWaiting(input as InstructionInput),
      term: { fallback: { duration: 'P1M', clock: 'calendar' }, regime: 'own', citation: 'art. 28 lid 3 onder a AVG' },
    },
  },
  list: {
    columns: ['number', 'participant', 'kind', 'service', 'processing', 'department', 'owner', 'status', 'due_at', 'due_on', 'received_on', 'carried_out_on', 'findings', 'updated_at'],
    shown: ['participant', 'kind', 'status', 'due_at', 'findings'],
    order: 'due_at',
    filters: [
      { path: 'deelnemer', name: 'participant', field: 'participant' }, { path: 'soort', name: 'kind', field: 'kind' }, { path: 'dienst', name: 'service', field: 'service' }, { path: 'verwerking', name: 'processing', field: 'processing' },
      { path: 'afdeling', name: 'department', field: 'department' }, { path: 'wie', name: 'owner', field: 'owner' },
    ],
  },
  visible: visibleInstructions, isPersonal: true,
  alsoDone: {
    came_across: { nl: 'gekomen uit de omgeving van de deelnemer', en: 'came from the participant’s own organisation here' }, came_by_portal: { nl: 'gekomen via het portaal', en: 'came through the portal' },
    told_across: { nl: 'stand aan de deelnemer doorgegeven', en: 'state told to the participant' },
  },
  contributes: [{ to: 'instructions', key: 'service-not-taken', isForItself: true, facts: serviceNotTaken }],
  start: ({ now }) => ({ received_on: dayOf(now) }),
  check: ({ received_on, carried_out_on, withdrawn_on }) => [
    ...(received_on !== null && carried_out_on !== null && carried_out_on < received_on ? [{ at: 'carried_out_on', message: { nl: 'De uitvoering ligt vóór de ontvangst.', en: 'The carrying out lies before the receipt.' } }] : []),
    ...(received_on !== null && withdrawn_on !== null && withdrawn_on < received_on ? [{ at: 'withdrawn_on', message: { nl: 'De intrekking ligt vóór de ontvangst.', en: 'The withdrawal lies before the receipt.' } }] : []),
  ],
})
