// The register of processors: who processes personal data for us, with what guarantees and through whom (art. 28 AVG; H-43, H-64, M-08, N-43, W-08).
import { plainLifecycle } from '../../register-kit/plain-lifecycle.ts'
import { ownStart } from '../../register-kit/own-start.ts'
import { declareRegister } from '../../register-kit/register.ts'
import { visibleToColleagues } from '../../register-kit/visibility.ts'
import { isChamberNumber, sameChamberNumber, withChamberNumber } from './chamber-number.ts'
import { isLikeAddress } from './contact.ts'
import { fields } from './declaration.ts'
import { processorRules } from './rules.ts'

export const processors = declareRegister({
  key: 'processors', table: 'processor', path: 'verwerkers', icon: 'building',
  words: {
    one: { nl: 'verwerker', en: 'processor' }, many: { nl: 'Verwerkers', en: 'Processors' }, article: 'de',
    lead: { nl: 'Wie persoonsgegevens voor u verwerkt, met welke waarborgen (art. 28 AVG).', en: 'Who processes personal data for you, and with what guarantees (art. 28 GDPR).' },
    empty: { nl: 'Leg vast wie persoonsgegevens voor u verwerkt: leveranciers, hosters, drukkers. Met elk hoort een overeenkomst (art. 28 lid 3 AVG); Waarborg laat zien waar die ontbreekt.', en: 'Record who processes personal data for you: suppliers, hosters, printers. Each needs an agreement (art. 28(3) GDPR); Waarborg shows where it is missing.' },
  },
  fields, schemaVersion: 2,
  sections: [
    { key: 'who', words: { nl: 'Wie het is', en: 'Who it is' }, fields: ['name', 'number', 'chamber_number', 'services', 'country', 'reaches_participants'] },
    { key: 'contact', words: { nl: 'Contact', en: 'Contact' }, fields: ['department', 'owner', 'contact', 'contact_email', 'contact_phone', 'out_of_hours', 'contacts'] },
    { key: 'guarantees', words: { nl: 'Waarborgen en audits', en: 'Guarantees and audits' }, fields: ['security_measures', 'guarantees', 'last_audit_on', 'audited_by'] },
    { key: 'chain', words: { nl: 'Wie erachter zit', en: 'Who stands behind it' }, fields: ['sub_processors', 'note'] },
  ],
  named: { title: 'name', number: { field: 'number', prefix: 'P' }, department: 'department', owner: 'owner' },
  lifecycle: plainLifecycle({ edit: ['privacy_officer', 'process_owner'], end: ['privacy_officer'], import: ['privacy_officer'] }, {
    active: { nl: 'Actief', en: 'Active' }, ended: { nl: 'Beëindigd', en: 'Ended' }, end: { nl: 'Beëindigen', en: 'End' }, reopen: { nl: 'Weer inschakelen', en: 'Take up again' },
    endExplained: { nl: 'De verwerker werkt niet meer voor u. Schrijf op of de gegevens zijn teruggegeven of gewist (art. 28 lid 3 onder g AVG).', en: 'The processor no longer works for you. Write down whether the data were returned or erased (art. 28(3)(g) GDPR).' },
  }),
  rules: processorRules, reviewBy: 'agreement_review_every',
  list: {
    columns: ['number', 'country', 'department', 'owner', 'status', 'findings', 'review_due_on', 'updated_at', 'last_audit_on', 'reaches_participants'],
    shown: ['country', 'department', 'status', 'findings', 'updated_at'],
    filters: [
      { path: 'land', name: 'country', field: 'country' }, { path: 'afdeling', name: 'department', field: 'department' }, { path: 'waarborg', name: 'guarantee', field: 'guarantees.kind' },
      { path: 'subland', name: 'subProcessorCountry', field: 'sub_processors.country', words: { nl: 'Land van een subverwerker', en: 'Country of a sub-processor' } },
      { path: 'deelnemers', name: 'reachesParticipants', field: 'reaches_participants' }, { path: 'toestemming', name: 'subProcessorConsent', field: 'sub_processors.consent', words: { nl: 'Toestemming voor een subverwerker', en: 'Consent to a sub-processor' } },
    ],
  },
  start: ownStart,
  visible: visibleToColleagues({ register: 'processors', inForce: 'active' }),
  alsoDone: {
    partner_propose: { nl: 'voorgesteld door de verwerker', en: 'proposed by the processor' }, partner_accept: { nl: 'voorstel overgenomen', en: 'proposal taken over' }, partner_refuse: { nl: 'voorstel geweigerd', en: 'proposal refused' },
  },
  contributes: [{ to: 'processors', key: 'same-chamber-number', isForItself: true, facts: sameChamberNumber, reaches: withChamberNumber }],
  check: ({ chamber_number, contact_email }) => [
    ...(chamber_number === null || isChamberNumber(chamber_number) ? [] : [{ at: 'chamber_number', message: { nl: 'Een KvK-nummer heeft acht cijfers.', en: 'A chamber of commerce number has eight digits.' } }]),
    ...(contact_email === null || isLikeAddress(contact_email) ? [] : [{ at: 'contact_email', message: { nl: 'Dit is geen e-mailadres.', en: 'This is no e-mail address.' } }]),
  ],
})
