// Bare SQL: what the pages show, asked as somebody would who writes it by hand, as the application's login with the tenant set, in one transaction.
import pg from 'pg'

export type Question = readonly [text: string, values?: readonly unknown[]]
export type Bare = { ask(...questions: readonly Question[]): Promise<void>; end(): Promise<void> }

export async function openBare(appUrl: string, organisation: string): Promise<Bare> {
  const client = new pg.Client({ connectionString: appUrl })
  client.on('error', () => {})
  await client.connect()
  return {
    async ask(...questions) {
      await client.query('begin')
      await client.query(`select set_config('app.organisation', $1, true)`, [organisation])
      for (const [text, values] of questions) await client.query(text, values as unknown[])
      await client.query('commit')
    },
    end: () => client.end(),
  }
}

const own = (table: string) => `from ${table} t where t.organisation_id = $1`
const columns = `t.id, t.name, t.number, t.status, t.revision, t.updated_at, t.review_due_on, t.findings_blocking, t.findings_serious, t.findings_attention, t.department,
  (select d.name from department d where d.organisation_id = t.organisation_id and d.id = t.department) as department_name,
  (select p.status from entry_proposal p where p.organisation_id = t.organisation_id and p.register = 'processing-activities' and p.entry_id = t.id) as proposal`

/** The rows of a page and how many there are, counted up to 1,001. `where` may use $2 and further. */
export function listed(organisation: string, { where = '', order = 't.sort_name, t.id', size = 25, values = [] }: { where?: string; order?: string; size?: number; values?: readonly unknown[] } = {}): Question[] {
  const from = `${own('processing_activity')} ${where === '' ? '' : `and ${where}`}`
  return [
    [`select ${columns} ${from} order by ${order} limit ${size + 1}`, [organisation, ...values]],
    [`select count(*) from (select ${from} limit 1001) found`, [organisation, ...values]],
  ]
}

/** The views that a person keeps of a list. */
export const views = (organisation: string): Question => [`select * from saved_view t where t.organisation_id = $1 and t.register = 'processing-activities'`, [organisation]]

const terms = ['subject_categories', 'data_categories', 'sources', 'measures']
const rows = ['joint_controllers', 'purposes', 'legal_bases', 'sector_rules', 'special_exceptions', 'recipients', 'processors', 'transfers', 'retention_rules', 'stores', 'participants']
const children = [...terms, ...rows]

/** Entries with everything in them. */
export const entries = (organisation: string, ids: readonly string[]): Question => [
  `select t.*, ${children.map((child) => `(select jsonb_agg(c order by c.position) from processing_activity_${child} c where c.organisation_id = t.organisation_id and c.entry_id = t.id) as ${child}`).join(', ')}
    ${own('processing_activity')} and t.id = any($2)`, [organisation, ids],
]

const cells = [
  ...terms.map((child) => `select catalogue, key from processing_activity_${child} where organisation_id = $1 and entry_id = $2`),
  ...[['legal_bases', 'basis'], ['legal_bases', 'law'], ['sector_rules', 'law'], ['special_exceptions', 'exception'], ['recipients', 'recipient'], ['transfers', 'country'], ['transfers', 'instrument'], ['retention_rules', 'selection']]
    .map(([child, cell]) => `select ${cell}_catalogue, ${cell} from processing_activity_${child} where organisation_id = $1 and entry_id = $2`),
]

/** What the page of one entry shows: the entry, the labels of all it holds, and what others said of it or point at it with. */
export function entryPage(organisation: string, id: string): Question[] {
  const both = [organisation, id]
  return [
    entries(organisation, [id]),
    [`select t.catalogue, t.key, t.label_nl, t.marks, t.note_nl, t.citation ${own('catalogue_term')} and (t.catalogue, t.key) in (${cells.join(' union all ')})`, both],
    [`select d.id, d.name from processing_activity t join department d on d.organisation_id = t.organisation_id and d.id = t.department where t.organisation_id = $1 and t.id = $2
      union all select p.id, p.name from processing_activity t join person p on p.organisation_id = t.organisation_id and p.id in (t.owner, t.coordinating_owner) where t.organisation_id = $1 and t.id = $2
      union all select b.id, b.name from processing_activity t join governing_body b on b.organisation_id = t.organisation_id and b.id = t.controller_body where t.organisation_id = $1 and t.id = $2
      union all select s.id, s.name || s.status from processing_activity_stores c join information_system s on s.organisation_id = c.organisation_id and s.id = c.system where c.organisation_id = $1 and c.entry_id = $2
      union all select s.id, s.name || s.status from processing_activity_processors c join processor s on s.organisation_id = c.organisation_id and s.id = c.processor where c.organisation_id = $1 and c.entry_id = $2`, both],
    [`select * ${own('finding')} and t.register = 'processing-activities' and t.entry_id = $2`, both],
    [`select * ${own('entry_proposal')} and t.register = 'processing-activities' and t.entry_id = $2`, both],
    [`select t.*, p.name from entry_remark t left join person p on p.organisation_id = t.organisation_id and p.id = t.person_id where t.organisation_id = $1 and t.register = 'processing-activities' and t.entry_id = $2 order by t.id`, both],
    [`select t.*, p.name from entry_advice t left join person p on p.organisation_id = t.organisation_id and p.id = t.person_id where t.organisation_id = $1 and t.register = 'processing-activities' and t.entry_id = $2 order by t.at`, both],
    [`select t.*, p.name from entry_comment t left join person p on p.organisation_id = t.organisation_id and p.id = t.person_id where t.organisation_id = $1 and t.register = 'processing-activities' and t.entry_id = $2 order by t.id`, both],
    [`select t.*, f.size from entry_attachment t join stored_file f on f.organisation_id = t.organisation_id and f.id = t.file_id where t.organisation_id = $1 and t.register = 'processing-activities' and t.entry_id = $2`, both],
    [`select t.id, t.name, t.status ${own('processor_agreement')} and t.id in (select entry_id from processor_agreement_processings where organisation_id = $1 and processing = $2) order by t.sort_name limit 5`, both],
    [`select p.id, p.name ${own('person').replace('from person t', 'from person p').replaceAll('t.', 'p.')} and p.is_active order by p.name`, [organisation]],
  ]
}

/** What a form offers: the entry and everything that can be chosen. */
export function formPage(organisation: string, id: string): Question[] {
  const offered = (table: string) => `select t.id, t.name ${own(table)}`
  return [
    entries(organisation, [id]),
    [`select t.catalogue, t.key, t.label_nl, t.marks, t.note_nl, t.citation, t.term, t.disposal ${own('catalogue_term')} order by t.catalogue, t.position`, [organisation]],
    [['department', 'person', 'governing_body', 'participant'].map(offered).join(' union all '), [organisation]],
    [['information_system', 'processor'].map((table) => `(${offered(table)} and t.status <> 'ended' order by t.sort_name limit 1000)`).join(' union all '), [organisation]],
  ]
}
