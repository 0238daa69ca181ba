// The register of public texts (H-10, H-11, P-17): paragraphs of the privacy statement and what is said at a form. What is kept here is a draft; citizens read what was published (public-site).
import { plainLifecycle } from '../../register-kit/plain-lifecycle.ts'
import { declareRegister } from '../../register-kit/register.ts'
import { visibleToColleagues } from '../../register-kit/visibility.ts'
import { fields, registerKey, table } from './declaration.ts'
import { publicTextRules } from './rules.ts'

export const publicTexts = declareRegister({
  key: registerKey, table, path: 'openbare-teksten', icon: 'document',
  words: {
    one: { nl: 'openbare tekst', en: 'public text' }, many: { nl: 'Openbare teksten', en: 'Public texts' }, article: 'de',
    lead: { nl: 'Wat u inwoners vertelt naast wat uw register al zegt. Inwoners lezen het zodra u de privacyverklaring publiceert.', en: 'What you tell citizens besides what your register says. Citizens read it once you publish the privacy statement.' },
    empty: { nl: 'Schrijf een inleiding voor de privacyverklaring, een eigen paragraaf, of wat er bij één verwerking hoort.', en: 'Write an introduction to the privacy statement, a paragraph of your own, or what belongs to one processing activity.' },
  },
  fields, schemaVersion: 1,
  sections: [
    { key: 'what', words: { nl: 'Wat en waar', en: 'What and where' }, fields: ['name', 'name_en', 'number', 'place', 'rank', 'processing'] },
    { key: 'text', words: { nl: 'De tekst', en: 'The text' }, fields: ['text', 'text_en'] },
    { key: 'asking', words: { nl: 'Bij het vragen van gegevens', en: 'When data are asked for' }, fields: ['provision', 'consequence', 'consequence_en', 'interest', 'interest_en', 'safeguards', 'safeguards_en', 'note'] },
  ],
  named: { title: 'name', number: { field: 'number', prefix: 'OT' } },
  lifecycle: plainLifecycle({ edit: ['privacy_officer'], end: ['privacy_officer'], import: ['privacy_officer'] }, {
    active: { nl: 'In gebruik', en: 'In use' }, ended: { nl: 'Vervallen', en: 'Withdrawn' }, end: { nl: 'Tekst laten vervallen', en: 'Withdraw the text' }, reopen: { nl: 'Weer gebruiken', en: 'Use again' },
    endExplained: { nl: 'De tekst komt niet meer in een volgende versie van de privacyverklaring.', en: 'The text is no longer in a next version of the privacy statement.' },
  }),
  rules: publicTextRules, reviewBy: 'review_every',
  list: {
    columns: ['number', 'name_en', 'place', 'rank', 'processing', 'provision', 'status', 'findings', 'review_due_on', 'updated_at'],
    shown: ['place', 'processing', 'findings', 'updated_at'],
    filters: [{ path: 'plaats', name: 'place', field: 'place' }, { path: 'verwerking', name: 'processing', field: 'processing' }],
  },
  visible: visibleToColleagues({ register: registerKey, inForce: 'active' }),
})
