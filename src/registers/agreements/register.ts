// The register of processor agreements (art. 28 lid 3 AVG; H-24, H-43, H-44): tested before they come into force, and what that means for processors and systems.
import { sql } from 'kysely'
import { dayOf } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'
import { declareRegister } from '../../register-kit/register.ts'
import { testedLifecycle } from '../../register-kit/tested-lifecycle.ts'
import { visibleToColleagues } from '../../register-kit/visibility.ts'
import { fields } from './declaration.ts'
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
    { key: 'what', words: { nl: 'Met wie en waarvoor', en: 'With whom, and what for' }, fields: ['name', 'number', 'processor', 'department', 'owner', 'main_contract', 'processings'] },
    { key: 'content', words: { nl: 'Wat erin staat', en: 'What it covers' }, fields: ['model', 'model_motivation', 'model_approved_on', 'subjects', 'sub_processing', 'breach_notice', 'at_end', 'liability_per_event', 'liability_per_year'] },
    { key: 'term', words: { nl: 'Ondertekening en looptijd', en: 'Signature and term' }, fields: ['signed_on', 'is_signed_by_both', 'starts_on', 'ends_on', 'note'] },
  ],
  named: { title: 'name', number: { field: 'number', prefix: 'O' }, department: 'department', owner: 'owner' },
  // The owner concludes and registers; privacy officer, CISO and ISO advise besides the DPO, who supervises (H-51).
  lifecycle: testedLifecycle(fields, { edit: ['privacy_officer', 'process_owner'], test: ['dpo', 'ciso', 'iso'], decide: ['process_owner', 'privacy_officer'], import: ['privacy_officer'] }, {
    activate: { nl: 'Van kracht laten worden', en: 'Bring into force' },
    activateExplained: { nl: 'De overeenkomst is ondertekend en geldt vanaf nu. Verwerkingen met deze verwerker zijn dan gedekt (H-24).', en: 'The agreement is signed and holds from now on. Processing by this processor is then covered (H-24).' },
    testExplained: { nl: 'U kijkt of de overeenkomst regelt wat de wet vraagt, en adviseert. De eigenaar beslist.', en: 'You look whether the agreement covers what the law asks, and advise. The owner decides.' },
    end: {
      words: { nl: 'Beëindigen', en: 'End' }, done: { nl: 'beëindigd', en: 'ended' },
      explain: { nl: 'De overeenkomst stopt. Schrijf op of de gegevens zijn teruggegeven of vernietigd, en waar het verslag daarvan is (art. 28 lid 3 onder g AVG).', en: 'The agreement ends. Write down whether the data were returned or destroyed, and where the report is (art. 28(3)(g) GDPR).' },
    },
  }),
  rules: agreementRules, reviewBy: 'agreement_review_every',
  list: {
    columns: ['number', 'processor', 'department', 'owner', 'status', 'findings', 'review_due_on', 'updated_at', 'starts_on', 'ends_on', 'signed_on', 'model'],
    shown: ['processor', 'status', 'ends_on', 'findings', 'review_due_on'],
    filters: [
      { path: 'verwerker', name: 'processor', field: 'processor' }, { path: 'afdeling', name: 'department', field: 'department' }, { path: 'model', name: 'model', field: 'model' },
      { path: 'subverwerkers', name: 'subProcessing', field: 'sub_processing' }, { path: 'verwerking', name: 'processing', field: 'processings.processing' },
    ],
  },
  visible: visibleToColleagues({ register: 'agreements', inForce: 'active' }),
  contributes: [{ to: 'processors', key: 'agreements', facts: inForcePerProcessor }],
  check: ({ starts_on, ends_on }) => starts_on !== null && ends_on !== null && ends_on < starts_on ? [{ at: 'ends_on', message: { nl: 'Het einde ligt vóór het begin.', en: 'The end lies before the start.' } }] : [],
})

/** How many agreements with each processor are in force today: active, begun and not past their end (H-24). */
async function inForcePerProcessor(scope: Scope, ids: readonly string[]): Promise<Map<string, number>> {
  const today = dayOf(scope.now)
  const found = await sql<{ id: string; count: number }>`
    select t.processor as id, count(*) as count from processor_agreement t
    where t.organisation_id = ${scope.organisation.id} and t.processor = any(${ids}::uuid[]) and t.status = 'active' and (t.starts_on is null or t.starts_on <= ${today}) and (t.ends_on is null or t.ends_on >= ${today})
    group by t.processor`.execute(scope.tx)
  return new Map([...ids.map((id) => [id, 0] as const), ...found.rows.map(({ id, count }) => [id, count] as const)])
}
