// The register of processor agreements (art. 28 lid 3 AVG; H-24, H-43, H-44): tested before they come into force, and what that means for processors and systems.
import { ownStart } from '../../register-kit/own-start.ts'
import { declareRegister } from '../../register-kit/register.ts'
import { visibleToColleagues } from '../../register-kit/visibility.ts'
import { fields } from './declaration.ts'
import { countInForce, subProcessingInForce } from './in-force.ts'
import { agreementLifecycle } from './lifecycle.ts'
import { agreementRules } from './rules.ts'

export const agreements = declareRegister({
  key: 'agreements', table: 'processor_agreement', path: 'verwerkersovereenkomsten', icon: 'document',
  words: {
    one: { nl: 'verwerkersovereenkomst', en: 'processor agreement' }, many: { nl: 'Verwerkersovereenkomsten', en: 'Processor agreements' }, article: 'de',
    lead: { nl: 'Wat u met elke verwerker hebt afgesproken (art. 28 lid 3 AVG).', en: 'What you agreed with each processor (art. 28(3) GDPR).' },
    empty: { nl: 'Leg elke verwerkersovereenkomst vast, met wat erin is geregeld en tot wanneer zij loopt. Gegevens delen mag pas als zij van kracht is.', en: 'Record each processor agreement, with what it covers and until when it runs. Data may be shared only once it is in force.' },
  },
  fields, schemaVersion: 1,
  sections: [
    { key: 'what', words: { nl: 'Met wie en waarvoor', en: 'With whom, and what for' }, fields: ['name', 'number', 'processor', 'department', 'owner', 'main_contract', 'processings', 'our_contact', 'our_out_of_hours'] },
    { key: 'content', words: { nl: 'Wat erin staat', en: 'What it covers' }, fields: ['model', 'model_motivation', 'model_approved_on', 'subjects', 'points', 'secrecy', 'sub_processing', 'breach_notice', 'at_end', 'promises', 'is_brp', 'brp_checked_on', 'transfers'] },
    { key: 'liability', words: { nl: 'Aansprakelijkheid en recht', en: 'Liability and law' }, fields: ['liability_per_event', 'liability_per_year', 'liability_excluded', 'force_majeure', 'governing_law', 'court'] },
    { key: 'term', words: { nl: 'Ondertekening en looptijd', en: 'Signature and term' }, fields: ['negotiation', 'own_signatory', 'own_signatory_role', 'own_signed_on', 'their_signatory', 'their_signatory_role', 'their_signed_on', 'signed_on', 'is_signed_by_both', 'starts_on', 'ends_on', 'renewal', 'renewal_period', 'notice_term', 'notice_from_on', 'note'] },
    {
      key: 'ending', words: { nl: 'Na afloop', en: 'At the end' }, fields: ['return_asked_on', 'return_asked', 'return_format', 'return_by_on', 'returned_on', 'return_report'],
      concerns: ({ return_asked_on }) => return_asked_on !== null && return_asked_on !== undefined && return_asked_on !== '',
    },
  ],
  named: { title: 'name', number: { field: 'number', prefix: 'O' }, department: 'department', owner: 'owner' },
  lifecycle: agreementLifecycle,
  deadlines: {
    renewal: {
      words: { nl: 'Beslissen over verlengen of opzeggen', en: 'Decide on renewal or notice' }, startsAt: { field: 'notice_from_on' }, endsBy: { verbs: ['renew'], statuses: ['ended'] },
      appliesTo: ({ renewal }) => renewal === 'silent', term: { fallback: { duration: 'P1M', clock: 'calendar' }, regime: 'own', citation: 'eigen beleid' },
    },
    return: {
      words: { nl: 'Gegevens terug of vernietigd', en: 'Data returned or destroyed' }, startsAt: { field: 'return_asked_on' }, endsBy: { verbs: ['record_return'], field: 'returned_on' },
      term: { fallback: { duration: 'P1M', clock: 'calendar' }, regime: 'own', citation: 'art. 28 lid 3 onder g AVG' },
    },
  },
  alsoDone: {
    word_article: { nl: 'artikel aangepast', en: 'article reworded' }, make_text: { nl: 'versie van de tekst gemaakt', en: 'version of the text made' },
    check_passages: { nl: 'tekst naast de checklist gelegd', en: 'text laid beside the checklist' },
    mark_signed: { nl: 'getekend exemplaar aangewezen', en: 'signed copy pointed out' }, check_signed: { nl: 'getekend exemplaar nagekeken', en: 'signed copy checked' },
  },
  rules: agreementRules, reviewBy: 'agreement_review_every',
  list: {
    columns: ['number', 'processor', 'department', 'owner', 'status', 'findings', 'review_due_on', 'updated_at', 'starts_on', 'ends_on', 'signed_on', 'model', 'negotiation', 'due_at'],
    shown: ['processor', 'status', 'ends_on', 'findings'],
    filters: [
      { path: 'verwerker', name: 'processor', field: 'processor' }, { path: 'afdeling', name: 'department', field: 'department' }, { path: 'model', name: 'model', field: 'model' }, { path: 'overleg', name: 'negotiation', field: 'negotiation' },
      { path: 'subverwerkers', name: 'subProcessing', field: 'sub_processing' }, { path: 'verwerking', name: 'processing', field: 'processings.processing' },
    ],
  },
  start: ownStart,
  visible: visibleToColleagues({ register: 'agreements', inForce: 'active' }),
  contributes: [{ to: 'processors', key: 'agreements', facts: countInForce }, { to: 'processors', key: 'sub-processing', isForItself: true, facts: subProcessingInForce }],
  check: ({ starts_on, ends_on, return_asked_on, returned_on }) => [
    ...(starts_on !== null && ends_on !== null && ends_on < starts_on ? [{ at: 'ends_on', message: { nl: 'Het einde ligt vóór het begin.', en: 'The end lies before the start.' } }] : []),
    ...(return_asked_on !== null && returned_on !== null && returned_on < return_asked_on ? [{ at: 'returned_on', message: { nl: 'Dit is vóór de dag van de vraag.', en: 'This is before the day of the request.' } }] : []),
  ],
})
