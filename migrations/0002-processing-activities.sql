-- The register of processing activities, and what the entries of every register share: versions, proposals, remarks, advice, search, imports.

create extension if not exists pg_trgm;
create extension if not exists btree_gin;

create table processing_activity (
  organisation_id uuid not null references organisation,
  id uuid not null,
  status text not null check (status in ('draft', 'in_review', 'active', 'ended')),
  -- Counts every change of the row: two people editing the same entry notice each other by it.
  revision integer not null,
  -- The version in force; 0 until the first activation.
  version integer not null default 0,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  reviewed_on date,
  review_due_on date,
  ended_on date,
  -- The import that brought it in as active, where one did.
  imported_by uuid,
  -- Name for ordering: folded to plain letters, compared by byte, so that the index serves under row-level security.
  sort_name text collate "C" not null,
  findings_blocking integer not null default 0,
  findings_serious integer not null default 0,
  findings_attention integer not null default 0,
  name text check (length(name) between 1 and 200),
  number text check (length(number) between 1 and 60),
  role text check (role in ('controller', 'joint_controller', 'processor')),
  regime text check (regime in ('gdpr', 'police')),
  description text check (length(description) between 1 and 20000),
  task text check (length(task) between 1 and 300),
  public_or_private text check (public_or_private in ('public', 'private')),
  controller_body uuid,
  department uuid,
  owner uuid,
  is_cross_team boolean,
  coordinating_owner uuid,
  further_use text check (length(further_use) between 1 and 20000),
  proportionality text check (length(proportionality) between 1 and 20000),
  subsidiarity text check (length(subsidiarity) between 1 and 20000),
  surplus_data text check (length(surplus_data) between 1 and 20000),
  consent_note text check (length(consent_note) between 1 and 20000),
  interests_note text check (length(interests_note) between 1 and 20000),
  data_note text check (length(data_note) between 1 and 20000),
  bsn_law text,
  bsn_law_catalogue text generated always as ('sector-law') stored,
  bsn_necessity text check (length(bsn_necessity) between 1 and 20000),
  sources_note text check (length(sources_note) between 1 and 20000),
  covenant text check (length(covenant) between 1 and 1000),
  is_erasure_possible boolean,
  erasure_note text check (length(erasure_note) between 1 and 20000),
  measures_note text check (length(measures_note) between 1 and 20000),
  automated_decisions boolean,
  automated_logic text check (length(automated_logic) between 1 and 20000),
  profiling boolean,
  profiling_note text check (length(profiling_note) between 1 and 20000),
  big_data boolean,
  tracking boolean,
  is_not_traceable boolean,
  is_announced boolean,
  camera boolean,
  camera_note text check (length(camera_note) between 1 and 20000),
  dashboard boolean,
  dashboard_purpose text check (length(dashboard_purpose) between 1 and 20000),
  dashboard_audience text check (length(dashboard_audience) between 1 and 20000),
  algorithm boolean,
  algorithm_uri text check (length(algorithm_uri) between 1 and 500),
  ai_act_class text check (ai_act_class in ('none', 'minimal', 'transparency', 'high', 'prohibited')),
  iama_outcome text check (length(iama_outcome) between 1 and 20000),
  pre_dpia_outcome text check (pre_dpia_outcome in ('dpia_required', 'dpia_advised', 'not_required')),
  pre_dpia_on date,
  pre_dpia_note text check (length(pre_dpia_note) between 1 and 20000),
  dpia_status text check (dpia_status in ('none', 'in_progress', 'done')),
  dpia_on date,
  police_basis text,
  police_basis_catalogue text generated always as ('wpg-basis') stored,
  police_authoriser text check (length(police_authoriser) between 1 and 300),
  police_logging boolean,
  police_audit_on date,
  received_from_police boolean,
  police_provision_purpose text check (length(police_provision_purpose) between 1 and 20000),
  police_secrecy boolean,
  service text,
  service_catalogue text generated always as ('service') stored,
  is_published boolean,
  not_published_reason text check (length(not_published_reason) between 1 and 20000),
  public_summary text check (length(public_summary) between 1 and 20000),
  primary key (organisation_id, id),
  unique (organisation_id, number),
  foreign key (organisation_id, controller_body) references governing_body,
  foreign key (organisation_id, department) references department,
  foreign key (organisation_id, owner) references person,
  foreign key (organisation_id, coordinating_owner) references person,
  foreign key (organisation_id, bsn_law_catalogue, bsn_law) references catalogue_term,
  foreign key (organisation_id, police_basis_catalogue, police_basis) references catalogue_term,
  foreign key (organisation_id, service_catalogue, service) references catalogue_term
);
create index processing_activity_sort_name on processing_activity (organisation_id, sort_name, id);
create index processing_activity_updated on processing_activity (organisation_id, updated_at, id);
create index processing_activity_status on processing_activity (organisation_id, status, sort_name, id);
create index processing_activity_department on processing_activity (organisation_id, department, sort_name, id);
create index processing_activity_review_due on processing_activity (organisation_id, review_due_on, id);

create table processing_activity_joint_controllers (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  name text check (length(name) between 1 and 300),
  contact text check (length(contact) between 1 and 300),
  arrangement text check (length(arrangement) between 1 and 4000),
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references processing_activity on delete cascade
);

create table processing_activity_purposes (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  purpose text check (length(purpose) between 1 and 4000),
  kind text check (kind in ('main', 'sub', 'side')),
  compatibility text check (length(compatibility) between 1 and 4000),
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references processing_activity on delete cascade
);

create table processing_activity_legal_bases (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  basis text,
  basis_catalogue text generated always as ('legal-basis') stored,
  law text,
  law_catalogue text generated always as ('sector-law') stored,
  article text check (length(article) between 1 and 500),
  explanation text check (length(explanation) between 1 and 4000),
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references processing_activity on delete cascade,
  foreign key (organisation_id, basis_catalogue, basis) references catalogue_term,
  foreign key (organisation_id, law_catalogue, law) references catalogue_term
);

create table processing_activity_sector_rules (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  law text,
  law_catalogue text generated always as ('sector-law') stored,
  aspect text check (aspect in ('legal_basis', 'retention', 'rights', 'secrecy')),
  rule text check (length(rule) between 1 and 4000),
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references processing_activity on delete cascade,
  foreign key (organisation_id, law_catalogue, law) references catalogue_term
);

create table processing_activity_subject_categories (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  key text not null,
  catalogue text generated always as ('subject-category') stored,
  primary key (organisation_id, entry_id, key),
  foreign key (organisation_id, entry_id) references processing_activity on delete cascade,
  foreign key (organisation_id, catalogue, key) references catalogue_term
);
create index on processing_activity_subject_categories (organisation_id, key);

create table processing_activity_data_categories (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  key text not null,
  catalogue text generated always as ('data-category') stored,
  primary key (organisation_id, entry_id, key),
  foreign key (organisation_id, entry_id) references processing_activity on delete cascade,
  foreign key (organisation_id, catalogue, key) references catalogue_term
);
create index on processing_activity_data_categories (organisation_id, key);

create table processing_activity_special_exceptions (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  exception text,
  exception_catalogue text generated always as ('special-exception') stored,
  national_article text check (length(national_article) between 1 and 300),
  explanation text check (length(explanation) between 1 and 4000),
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references processing_activity on delete cascade,
  foreign key (organisation_id, exception_catalogue, exception) references catalogue_term
);

create table processing_activity_sources (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  key text not null,
  catalogue text generated always as ('data-source') stored,
  primary key (organisation_id, entry_id, key),
  foreign key (organisation_id, entry_id) references processing_activity on delete cascade,
  foreign key (organisation_id, catalogue, key) references catalogue_term
);
create index on processing_activity_sources (organisation_id, key);

create table processing_activity_recipients (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  recipient text,
  recipient_catalogue text generated always as ('recipient') stored,
  name text check (length(name) between 1 and 300),
  what text check (length(what) between 1 and 2000),
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references processing_activity on delete cascade,
  foreign key (organisation_id, recipient_catalogue, recipient) references catalogue_term
);

create table processing_activity_processors (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  name text check (length(name) between 1 and 300),
  service text check (length(service) between 1 and 1000),
  agreement text check (agreement in ('none', 'in_preparation', 'in_force', 'ended')),
  agreement_on date,
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references processing_activity on delete cascade
);

create table processing_activity_transfers (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  country text,
  country_catalogue text generated always as ('country') stored,
  recipient text check (length(recipient) between 1 and 300),
  instrument text,
  instrument_catalogue text generated always as ('transfer-instrument') stored,
  explanation text check (length(explanation) between 1 and 4000),
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references processing_activity on delete cascade,
  foreign key (organisation_id, country_catalogue, country) references catalogue_term,
  foreign key (organisation_id, instrument_catalogue, instrument) references catalogue_term
);

create table processing_activity_retention_rules (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  applies_to text check (length(applies_to) between 1 and 1000),
  source text check (source in ('sector_law', 'selection_list', 'own')),
  selection text,
  selection_catalogue text generated always as ('selection-list') stored,
  law text check (length(law) between 1 and 500),
  term text check (term ~ '^P[0-9YMWDTHS]+$'),
  starts_at text check (length(starts_at) between 1 and 500),
  disposal text check (disposal in ('destroy', 'keep_permanently')),
  explanation text check (length(explanation) between 1 and 4000),
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references processing_activity on delete cascade,
  foreign key (organisation_id, selection_catalogue, selection) references catalogue_term
);

create table processing_activity_stores (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  name text check (length(name) between 1 and 300),
  kind text check (kind in ('central', 'decentral', 'spreadsheet', 'paper', 'unstructured')),
  is_portable boolean,
  is_encrypted boolean,
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references processing_activity on delete cascade
);

create table processing_activity_measures (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  key text not null,
  catalogue text generated always as ('measure') stored,
  primary key (organisation_id, entry_id, key),
  foreign key (organisation_id, entry_id) references processing_activity on delete cascade,
  foreign key (organisation_id, catalogue, key) references catalogue_term
);
create index on processing_activity_measures (organisation_id, key);

create table processing_activity_participants (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  participant uuid,
  categories text check (length(categories) between 1 and 4000),
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references processing_activity on delete cascade,
  foreign key (organisation_id, participant) references participant
);

call fence('processing_activity', 'select, insert, update, delete', ':app_role');
call fence('processing_activity_joint_controllers', 'select, insert, update, delete', ':app_role');
call fence('processing_activity_purposes', 'select, insert, update, delete', ':app_role');
call fence('processing_activity_legal_bases', 'select, insert, update, delete', ':app_role');
call fence('processing_activity_sector_rules', 'select, insert, update, delete', ':app_role');
call fence('processing_activity_subject_categories', 'select, insert, update, delete', ':app_role');
call fence('processing_activity_data_categories', 'select, insert, update, delete', ':app_role');
call fence('processing_activity_special_exceptions', 'select, insert, update, delete', ':app_role');
call fence('processing_activity_sources', 'select, insert, update, delete', ':app_role');
call fence('processing_activity_recipients', 'select, insert, update, delete', ':app_role');
call fence('processing_activity_processors', 'select, insert, update, delete', ':app_role');
call fence('processing_activity_transfers', 'select, insert, update, delete', ':app_role');
call fence('processing_activity_retention_rules', 'select, insert, update, delete', ':app_role');
call fence('processing_activity_stores', 'select, insert, update, delete', ':app_role');
call fence('processing_activity_measures', 'select, insert, update, delete', ':app_role');
call fence('processing_activity_participants', 'select, insert, update, delete', ':app_role');

-- A frozen version of an entry: what public pages and comparisons read. Append-only by grant.
create table entry_version (
  organisation_id uuid not null references organisation,
  register text not null,
  entry_id uuid not null,
  version integer not null,
  schema_version integer not null,
  snapshot jsonb not null,
  -- SHA-256 of the canonical snapshot.
  digest bytea not null check (length(digest) = 32),
  activated_at timestamptz not null,
  activated_by uuid,
  note text,
  primary key (organisation_id, register, entry_id, version),
  foreign key (organisation_id, activated_by) references person
);
call fence('entry_version', 'select, insert', ':app_role');

-- A proposed change to an active entry: a draft of the input beside it, until it is activated.
create table entry_proposal (
  organisation_id uuid not null references organisation,
  register text not null,
  entry_id uuid not null,
  status text not null check (status in ('draft', 'in_review')),
  revision integer not null,
  base_version integer not null,
  schema_version integer not null,
  input jsonb not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  primary key (organisation_id, register, entry_id)
);
call fence('entry_proposal', 'select, insert, update, delete', ':app_role');

-- What the tester found when an entry was offered: one row a test. Append-only.
create table entry_advice (
  organisation_id uuid not null references organisation,
  id uuid not null,
  register text not null,
  entry_id uuid not null,
  -- The revision that was tested, of the entry or of its proposal.
  revision integer not null,
  outcome text not null check (outcome in ('agreed', 'remarks', 'negative')),
  note text,
  person_id uuid not null,
  at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person
);
create index entry_advice_entry on entry_advice (organisation_id, register, entry_id, at);
call fence('entry_advice', 'select, insert', ':app_role');

create table entry_remark (
  organisation_id uuid not null references organisation,
  id uuid not null,
  register text not null,
  entry_id uuid not null,
  field text,
  body text not null check (length(body) between 1 and 10000),
  person_id uuid not null,
  at timestamptz not null,
  answer text check (length(answer) between 1 and 10000),
  answered_by uuid,
  answered_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person,
  foreign key (organisation_id, answered_by) references person
);
create index entry_remark_entry on entry_remark (organisation_id, register, entry_id, id);
create index entry_remark_open on entry_remark (organisation_id, register, entry_id) where answer is null;
call fence('entry_remark', 'select, insert, update', ':app_role');

-- Search. The named exception to the fence: full text and trigrams can't use their index under row-level security, so this table is
-- reached only through the functions below, which apply the organisation themselves. The application has no rights on it.
create table entry_search (
  organisation_id uuid not null,
  register text not null,
  entry_id uuid not null,
  document tsvector not null,
  letters text not null,
  primary key (organisation_id, register, entry_id)
);
create index entry_search_document on entry_search using gin (organisation_id, document);
create index entry_search_letters on entry_search using gin (organisation_id, letters gin_trgm_ops);

-- Replaces the search text of entries. Shape of `entries`: [{"id": uuid, "letters": text}], already folded to plain lower case.
create function put_search(wanted_register text, entries jsonb) returns void
  language sql security definer set search_path = public, pg_temp
  as $$
    insert into entry_search (organisation_id, register, entry_id, document, letters)
    select app_organisation(), wanted_register, (e->>'id')::uuid, to_tsvector('dutch', e->>'letters'), e->>'letters'
    from jsonb_array_elements(entries) e
    on conflict (organisation_id, register, entry_id) do update set document = excluded.document, letters = excluded.letters
  $$;

create function drop_search(wanted_register text, ids uuid[]) returns void
  language sql security definer set search_path = public, pg_temp
  as $$ delete from entry_search where organisation_id = app_organisation() and register = wanted_register and entry_id = any(ids) $$;

-- Entries that hold all the words (in any Dutch form) or the letters as they stand. `pattern` is a LIKE pattern with its signs escaped.
create function find_entries(wanted_register text, words text, pattern text) returns setof uuid
  language plpgsql stable security definer set search_path = public, pg_temp
  as $$
    begin
      return query execute
        'select entry_id from entry_search where organisation_id = $1 and register = $2 and document @@ plainto_tsquery(''dutch'', $3)
         union
         select entry_id from entry_search where organisation_id = $1 and register = $2 and letters like $4'
        using app_organisation(), wanted_register, words, pattern;
    end
  $$;

call only_for(':app_role', 'put_search(text, jsonb)');
call only_for(':app_role', 'drop_search(text, uuid[])');
call only_for(':app_role', 'find_entries(text, text, text)');

-- Imports: a file that was read, how its columns were mapped, and what each row became.
create table import_run (
  organisation_id uuid not null references organisation,
  id uuid not null,
  register text not null,
  status text not null check (status in ('reading', 'mapping', 'checking', 'ready', 'writing', 'done', 'undoing', 'undone', 'failed', 'cancelled')),
  file_name text not null,
  file_digest bytea not null,
  sheet text,
  notices jsonb not null default '[]',
  headings jsonb not null default '[]',
  -- What the person chose: column to field, key field, state of new entries, default department.
  choices jsonb not null default '{}',
  row_count integer not null default 0,
  progress_count integer not null default 0,
  created_count integer not null default 0,
  updated_count integer not null default 0,
  unchanged_count integer not null default 0,
  refused_count integer not null default 0,
  failure text,
  created_by uuid not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, created_by) references person
);
create table import_row (
  organisation_id uuid not null,
  import_id uuid not null,
  row_number integer not null,
  cells jsonb not null,
  messages jsonb not null default '[]',
  outcome text check (outcome in ('create', 'update', 'unchanged', 'refuse')),
  entry_id uuid,
  primary key (organisation_id, import_id, row_number),
  foreign key (organisation_id, import_id) references import_run on delete cascade
);
create table import_mapping (
  organisation_id uuid not null references organisation,
  id uuid not null,
  register text not null,
  name text not null,
  choices jsonb not null,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, register, name)
);
-- How a person decided that a text in a file is to be read; a null key leaves the text out.
create table import_value (
  organisation_id uuid not null references organisation,
  catalogue text not null,
  letters text not null,
  key text,
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (organisation_id, catalogue, letters)
);
call fence('import_run', 'select, insert, update', ':app_role');
call fence('import_row', 'select, insert, update, delete', ':app_role');
call fence('import_mapping', 'select, insert, update, delete', ':app_role');
call fence('import_value', 'select, insert, update, delete', ':app_role');

-- The import (or other larger work) of which a history event is part.
alter table history_event add column cause_id uuid;
create index history_event_cause on history_event (organisation_id, cause_id);
