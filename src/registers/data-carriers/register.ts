// The register of data carriers: what held data and was destroyed, with the proof (art. 5 lid 2 en 32 AVG; W-06).
import { sql } from 'kysely'
import { dayOf } from '../../ground/clock.ts'
import { Invalid } from '../../ground/refusals.ts'
import type { Role, Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { asNextVersion, changeVerb, createVerb, importVerb, removeMistakeVerb } from '../../register-kit/lifecycle-acts.ts'
import { declareRegister, type Outcome, type Step, type Work } from '../../register-kit/register.ts'
import { visibleToColleagues } from '../../register-kit/visibility.ts'
import { fields } from './declaration.ts'
import { carrierRules } from './rules.ts'

const keepers: readonly Role[] = ['privacy_officer', 'process_owner', 'ciso', 'iso']
const isKept = ({ status }: Work) => status === 'kept'
const isDestroyed = ({ status }: Work) => status === 'destroyed'
const { destroyed_on, method, standard, by, firm, witness, certificate, certificate_on } = fields

export const dataCarriers = declareRegister({
  key: 'data-carriers', table: 'data_carrier', path: 'gegevensdragers', icon: 'document',
  words: {
    one: { nl: 'gegevensdrager', en: 'data carrier' }, many: { nl: 'Gegevensdragers', en: 'Data carriers' }, article: 'de',
    lead: { nl: 'Wat gegevens droeg en is vernietigd: wanneer, hoe, door wie en met welk bewijs (art. 32 lid 1 AVG).', en: 'What held data and was destroyed: when, how, by whom and with which proof (art. 32(1) GDPR).' },
    empty: { nl: 'Leg elke schijf, tape of stick vast die weg moet, en bewaar het bewijs van vernietiging.', en: 'Record each disk, tape or stick that must go, and keep the proof of destruction.' },
  },
  fields, schemaVersion: 1,
  sections: [
    { key: 'what', words: { nl: 'De drager', en: 'The carrier' }, fields: ['name', 'number', 'kind', 'serial', 'inventory', 'department', 'owner', 'system', 'participant', 'held'] },
    { key: 'destroyed', words: { nl: 'Vernietiging en bewijs', en: 'Destruction and proof' }, fields: ['destroyed_on', 'method', 'standard', 'by', 'firm', 'witness', 'certificate', 'certificate_on', 'note'] },
  ],
  named: { title: 'name', number: { field: 'number', prefix: 'GD' }, department: 'department', owner: 'owner' },
  lifecycle: {
    // What is destroyed without its proof on file is still work: it has findings until the proof is there.
    statuses: {
      kept: { words: { nl: 'Nog niet vernietigd', en: 'Not destroyed yet' }, tone: 'info', stage: 'active' }, destroyed: { words: { nl: 'Vernietigd', en: 'Destroyed' }, tone: 'positive', stage: 'active' },
      filed: { words: { nl: 'Afgerond, met bewijs', en: 'Finished, with proof' }, tone: 'neutral', stage: 'ended' },
    },
    start: 'kept', inForce: 'destroyed', concluded: ['filed'],
    verbs: {
      create: createVerb(keepers), import: importVerb(['privacy_officer', 'ciso', 'iso']),
      destroy: {
        words: { nl: 'Vernietigd', en: 'Destroyed' }, done: { nl: 'vernietigd', en: 'destroyed' }, roles: keepers, when: isKept, offered: 'form', resource: 'destructions',
        explain: { nl: 'Schrijf op hoe en door wie. Het bewijs mag later komen; tot dan blijft dit open staan.', en: 'Write down how and by whom. The proof may come later; until then this stays open.' },
        fields: { destroyed_on, method, standard, by, firm, witness, certificate, certificate_on }, required: ['destroyed_on', 'method', 'by'], act: (step) => noted(step, 'destroyed'),
      },
      prove: {
        words: { nl: 'Bewijs opbergen', en: 'File the proof' }, done: { nl: 'bewijs opgeborgen', en: 'proof filed' }, roles: keepers, when: isDestroyed, offered: 'form', resource: 'proofs',
        explain: { nl: 'Vul het nummer in en voeg het certificaat toe als bijlage. Daarmee is dit klaar.', en: 'Fill in the number and attach the certificate. With that this is done.' },
        fields: { certificate, certificate_on }, required: ['certificate', 'certificate_on'], act: (step) => noted(step, 'filed'),
      },
      change: changeVerb(keepers),
      undo: {
        words: { nl: 'Toch niet vernietigd', en: 'Not destroyed after all' }, done: { nl: 'weer open', en: 'open again' }, roles: keepers, when: ({ status }) => status !== 'kept', offered: 'button', resource: 'reopenings',
        act: async (step): Promise<Outcome> => withStatus(await asNextVersion(step, { ...step.entry.input, destroyed_on: null }), { status: 'kept', ended_on: null }),
      },
      remove: removeMistakeVerb(['privacy_officer']),
    },
  },
  rules: carrierRules,
  list: {
    columns: ['number', 'kind', 'serial', 'inventory', 'department', 'owner', 'system', 'participant', 'status', 'destroyed_on', 'method', 'by', 'certificate', 'findings', 'updated_at'],
    shown: ['kind', 'serial', 'status', 'destroyed_on', 'certificate', 'findings'],
    filters: [
      { path: 'soort', name: 'kind', field: 'kind' }, { path: 'afdeling', name: 'department', field: 'department' }, { path: 'systeem', name: 'system', field: 'system' },
      { path: 'deelnemer', name: 'participant', field: 'participant' }, { path: 'hoe', name: 'method', field: 'method' },
    ],
  },
  visible: visibleToColleagues({ register: 'data-carriers', inForce: 'none: colleagues need no list of carriers' }),
  contributes: [{ to: 'data-carriers', key: 'attachments', isForItself: true, facts: attachmentsOf, reaches: async () => [] }],
})

async function attachmentsOf(scope: Scope, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; count: number }>`select w.id, count(a.id)::integer as count from unnest(${ids}::uuid[]) w(id)
    left join entry_attachment a on a.organisation_id = ${scope.organisation.id} and a.register = 'data-carriers' and a.entry_id = w.id group by w.id`.execute(scope.tx)
  return new Map(rows.map(({ id, count }) => [id, count]))
}

async function noted(step: Step, status: 'destroyed' | 'filed'): Promise<Outcome> {
  const { scope, entry, values } = step
  for (const key of ['destroyed_on', 'certificate_on']) {
    if (typeof values[key] === 'string' && values[key] > dayOf(scope.now)) throw new Invalid([{ at: key, message: t('Deze dag moet nog komen.', 'This day is still to come.') }])
  }
  const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
  return withStatus(await asNextVersion(step, { ...entry.input, ...filled }), { status, ended_on: status === 'filed' ? dayOf(scope.now) : null })
}

function withStatus(outcome: Outcome, system: NonNullable<Outcome['system']>): Outcome {
  return { ...outcome, system: { ...outcome.system, ...system } }
}
