// The register of portfolios (N-07): who of the board or directors answers for privacy, for each body and subject.
import { plainLifecycle } from '../../register-kit/plain-lifecycle.ts'
import { declareRegister } from '../../register-kit/register.ts'
import { visibleToColleagues } from '../../register-kit/visibility.ts'
import { fields } from './declaration.ts'
import { besideOf, withSameSubject } from './facts.ts'
import { portfolioRules } from './rules.ts'

export const portfolios = declareRegister({
  key: 'portfolios', table: 'portfolio', path: 'portefeuilles', icon: 'building',
  words: {
    one: { nl: 'portefeuille', en: 'portfolio' }, many: { nl: 'Portefeuilles', en: 'Portfolios' }, article: 'de',
    lead: { nl: 'Wie in het bestuur of de directie aanspreekbaar is op privacy (art. 24 AVG).', en: 'Who of the board or directors answers for privacy (art. 24 GDPR).' },
    empty: { nl: 'Leg vast wie in het bestuur of de directie over privacy gaat, en voor wie uitzonderingen gelden.', en: 'Record who of the board or directors answers for privacy, and for what exceptions hold.' },
  },
  fields, schemaVersion: 1,
  sections: [
    { key: 'what', words: { nl: 'Wat', en: 'What' }, fields: ['name', 'number', 'subject', 'body', 'department'] },
    { key: 'who', words: { nl: 'Wie', en: 'Who' }, fields: ['holder', 'holder_name', 'substitute'] },
    { key: 'decision', words: { nl: 'Besluit en duur', en: 'Decision and duration' }, fields: ['decided_on', 'decision_reference', 'starts_on', 'ends_on', 'note'] },
  ],
  named: { title: 'name', number: { field: 'number', prefix: 'PF' }, department: 'department' },
  lifecycle: plainLifecycle({ edit: ['privacy_officer', 'administrator'], end: ['privacy_officer', 'administrator'], import: ['privacy_officer', 'administrator'] }, {
    active: { nl: 'Belegd', en: 'Held' }, ended: { nl: 'Afgelopen', en: 'Ended' }, end: { nl: 'Portefeuille beëindigen', en: 'End the portfolio' }, reopen: { nl: 'Weer beleggen', en: 'Give again' },
    endExplained: { nl: 'De houder is hier niet langer op aanspreekbaar. Leg vast wie het overneemt.', en: 'The holder answers for this no longer. Record who takes it over.' },
  }),
  rules: portfolioRules, reviewBy: 'review_every',
  list: {
    columns: ['number', 'subject', 'body', 'department', 'holder', 'holder_name', 'substitute', 'decided_on', 'starts_on', 'ends_on', 'status', 'findings', 'review_due_on', 'updated_at'],
    shown: ['subject', 'body', 'holder', 'holder_name', 'findings'],
    filters: [{ path: 'onderwerp', name: 'subject', field: 'subject' }, { path: 'orgaan', name: 'body', field: 'body' }, { path: 'afdeling', name: 'department', field: 'department' }, { path: 'houder', name: 'holder', field: 'holder' }],
  },
  visible: visibleToColleagues({ register: 'portfolios', inForce: 'active' }),
  contributes: [{ to: 'portfolios', key: 'beside', isForItself: true, facts: besideOf, reaches: withSameSubject }],
  check: ({ starts_on, ends_on }) => starts_on !== null && ends_on !== null && ends_on < starts_on ? [{ at: 'ends_on', message: { nl: 'Het einde ligt vóór het begin.', en: 'The end lies before the start.' } }] : [],
})
