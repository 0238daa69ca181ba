-- Public site: what an organisation says to citizens beside its register, which parts are public, and each privacy statement as it was published.

create table public_text (
  organisation_id uuid not null references organisation,
  id uuid not null,
  status text not null check (status in ('active', 'ended')),
  revision integer not null,
  version integer not null default 0,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  reviewed_on date,
  review_due_on date,
  ended_on date,
  imported_by uuid,
  sort_name text collate "C" not null,
  findings_blocking integer not null default 0,
  findings_serious integer not null default 0,
  findings_attention integer not null default 0,
  name text check (length(name) between 1 and 200),
  name_en text check (length(name_en) between 1 and 200),
  number text check (length(number) between 1 and 60),
  place text check (place in ('introduction', 'section', 'processing')),
  rank integer check (rank between 1 and 999),
  processing uuid,
  text text check (length(text) between 1 and 20000),
  text_en text check (length(text_en) between 1 and 20000),
  provision text check (provision in ('statutory', 'contractual', 'needed', 'voluntary', 'not_asked')),
  consequence text check (length(consequence) between 1 and 2000),
  consequence_en text check (length(consequence_en) between 1 and 2000),
  interest text check (length(interest) between 1 and 2000),
  interest_en text check (length(interest_en) between 1 and 2000),
  safeguards text check (length(safeguards) between 1 and 2000),
  safeguards_en text check (length(safeguards_en) between 1 and 2000),
  note text check (length(note) between 1 and 20000),
  primary key (organisation_id, id),
  unique (organisation_id, number),
  foreign key (organisation_id, processing) references processing_activity
);

create index public_text_sort_name on public_text (organisation_id, sort_name, id);
create index public_text_updated on public_text (organisation_id, updated_at, id);
create index public_text_status on public_text (organisation_id, status, sort_name, id);
create index public_text_review_due on public_text (organisation_id, review_due_on, id);
create index public_text_findings on public_text (organisation_id, findings_blocking, findings_serious, findings_attention, id);

create index public_text_processing on public_text (organisation_id, processing, id);

call fence('public_text', 'select, insert, update, delete', ':app_role');

-- One row an organisation, once somebody chose something; without it everything is open and nothing is claimed.
create table public_site (
  organisation_id uuid not null references organisation,
  revision integer not null,
  is_open boolean not null,
  shows_register boolean not null,
  shows_policies boolean not null,
  -- The accessibility statement: what an outside party found, and what is known to be wrong.
  audited_on date,
  audited_by text check (length(audited_by) between 1 and 200),
  meets_all boolean,
  audit_report text check (length(audit_report) between 1 and 500),
  audit_planned_on date,
  known_issues text check (length(known_issues) between 1 and 8000),
  known_issues_en text check (length(known_issues_en) between 1 and 8000),
  accessibility_contact text check (length(accessibility_contact) between 1 and 300),
  signed_by text check (length(signed_by) between 1 and 200),
  security_contact text check (length(security_contact) between 1 and 300),
  security_until date,
  updated_at timestamptz not null,
  updated_by uuid,
  primary key (organisation_id)
);

create table privacy_statement (
  organisation_id uuid not null references organisation,
  version integer not null check (version > 0),
  published_at timestamptz not null,
  published_by uuid,
  change_note text check (length(change_note) between 1 and 2000),
  -- What it was made of: versions of entries, and a digest of the rest; so that it shows when the register has moved on.
  sources jsonb not null,
  -- The words as they were published, in both languages; a later release of the product changes nothing in them.
  content jsonb not null,
  digest bytea not null check (length(digest) = 32),
  taken_back_at timestamptz,
  taken_back_by uuid,
  taken_back_note text check (length(taken_back_note) between 1 and 2000),
  primary key (organisation_id, version),
  foreign key (organisation_id, published_by) references person,
  foreign key (organisation_id, taken_back_by) references person,
  check ((taken_back_at is null) = (taken_back_note is null))
);
create index privacy_statement_published on privacy_statement (organisation_id, published_at, version);

-- What a statement says of one processing activity.
create table privacy_statement_notice (
  organisation_id uuid not null references organisation,
  version integer not null,
  entry_id uuid not null,
  entry_version integer not null,
  position integer not null,
  content jsonb not null,
  primary key (organisation_id, version, entry_id),
  foreign key (organisation_id, version) references privacy_statement
);

call fence('public_site', 'select, insert, update', ':app_role');
call fence('privacy_statement', 'select, insert, update', ':app_role');
call fence('privacy_statement_notice', 'select, insert', ':app_role');
