-- Questionnaires being filled in: one row an answer, so that several people can work at once; what each answer was before, what was said about it, and what two people wrote at the same time (art. 35 AVG).

create table assessment_filling (
  organisation_id uuid not null references organisation,
  -- The assessment that it belongs to; 0044 ties it.
  assessment_id uuid not null,
  definition text not null check (definition in ('dpia', 'prescan', 'iama')),
  version text not null check (version ~ '^\d+(\.\d+){0,2}$'),
  opened_at timestamptz not null,
  opened_by uuid,
  frozen_at timestamptz,
  -- The processing activity that answers were taken over from.
  processing uuid,
  -- What an imported file says that has no place of its own here, to be given back unchanged; null when it began here.
  file_kept jsonb,
  imported_at timestamptz,
  primary key (organisation_id, assessment_id)
);
create index assessment_filling_processing on assessment_filling (organisation_id, processing);
call fence('assessment_filling', 'select, insert, update, delete', ':app_role');

create table assessment_answer (
  organisation_id uuid not null references organisation,
  assessment_id uuid not null,
  -- As in the State's own files: 2.1.3, or 2.1.3[4].
  address text collate "C" not null check (length(address) between 1 and 120),
  -- Null is an answer too: “not applicable”, or one that was wiped.
  value jsonb,
  revision integer not null check (revision > 0),
  edited_at timestamptz not null,
  edited_by uuid,
  -- Of an imported answer: its moment and name as written, and keys that aren't known here.
  said jsonb,
  -- Taken over from the register: the field, and what it held.
  taken_from jsonb,
  -- The question reads otherwise since the answer was given: what it was, until a person confirms.
  reworded jsonb,
  primary key (organisation_id, assessment_id, address),
  foreign key (organisation_id, assessment_id) references assessment_filling on delete cascade,
  foreign key (organisation_id, edited_by) references person
);
create index assessment_answer_edited_by on assessment_answer (organisation_id, edited_by);
call fence('assessment_answer', 'select, insert, update, delete', ':app_role');

create table assessment_answer_change (
  organisation_id uuid not null references organisation,
  id uuid not null,
  assessment_id uuid not null,
  address text collate "C" not null,
  at timestamptz not null,
  by uuid,
  cause text not null check (cause in ('saved', 'chosen', 'imported', 'taken_over', 'removed', 'upgraded')),
  was jsonb,
  becomes jsonb,
  primary key (organisation_id, id),
  foreign key (organisation_id, assessment_id) references assessment_filling on delete cascade,
  foreign key (organisation_id, by) references person
);
create index assessment_answer_change_address on assessment_answer_change (organisation_id, assessment_id, address, id);
create index assessment_answer_change_by on assessment_answer_change (organisation_id, by);
call fence('assessment_answer_change', 'select, insert, delete', ':app_role');

-- What somebody wrote while another had changed the answer: kept until a person chooses.
create table assessment_conflict (
  organisation_id uuid not null references organisation,
  id uuid not null,
  assessment_id uuid not null,
  address text collate "C" not null,
  value jsonb not null,
  at timestamptz not null,
  by uuid,
  resolved_at timestamptz,
  resolved_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, assessment_id) references assessment_filling on delete cascade,
  foreign key (organisation_id, by) references person,
  foreign key (organisation_id, resolved_by) references person
);
create index assessment_conflict_open on assessment_conflict (organisation_id, assessment_id, address) where resolved_at is null;
create index assessment_conflict_by on assessment_conflict (organisation_id, by);
create index assessment_conflict_resolved_by on assessment_conflict (organisation_id, resolved_by);
call fence('assessment_conflict', 'select, insert, update, delete', ':app_role');

-- One time that a repeated group is there. Removed ones stay, so that no index is given twice.
create table assessment_copy (
  organisation_id uuid not null references organisation,
  assessment_id uuid not null,
  item text collate "C" not null,
  index integer not null check (index between 0 and 999999),
  parent integer,
  position integer not null,
  removed_at timestamptz,
  primary key (organisation_id, assessment_id, item, index),
  foreign key (organisation_id, assessment_id) references assessment_filling on delete cascade
);
call fence('assessment_copy', 'select, insert, update, delete', ':app_role');

create table assessment_section (
  organisation_id uuid not null references organisation,
  assessment_id uuid not null,
  section text collate "C" not null,
  completed_at timestamptz not null,
  completed_by uuid,
  primary key (organisation_id, assessment_id, section),
  foreign key (organisation_id, assessment_id) references assessment_filling on delete cascade,
  foreign key (organisation_id, completed_by) references person
);
create index assessment_section_completed_by on assessment_section (organisation_id, completed_by);
call fence('assessment_section', 'select, insert, delete', ':app_role');

create table assessment_remark (
  organisation_id uuid not null references organisation,
  id uuid not null,
  assessment_id uuid not null,
  address text collate "C" not null,
  text text not null check (length(text) between 1 and 4000),
  at timestamptz not null,
  by uuid,
  resolved_at timestamptz,
  resolved_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, assessment_id) references assessment_filling on delete cascade,
  foreign key (organisation_id, by) references person,
  foreign key (organisation_id, resolved_by) references person
);
create index assessment_remark_address on assessment_remark (organisation_id, assessment_id, address, id);
create index assessment_remark_by on assessment_remark (organisation_id, by);
create index assessment_remark_resolved_by on assessment_remark (organisation_id, resolved_by);
call fence('assessment_remark', 'select, insert, update, delete', ':app_role');

-- Who opened which section last; older than a few minutes it says nothing.
create table assessment_presence (
  organisation_id uuid not null references organisation,
  assessment_id uuid not null,
  person uuid not null,
  section text collate "C" not null,
  seen_at timestamptz not null,
  primary key (organisation_id, assessment_id, person),
  foreign key (organisation_id, assessment_id) references assessment_filling on delete cascade,
  foreign key (organisation_id, person) references person
);
create index assessment_presence_person on assessment_presence (organisation_id, person);
call fence('assessment_presence', 'select, insert, update, delete', ':app_role');

create table assessment_picture (
  organisation_id uuid not null references organisation,
  assessment_id uuid not null,
  -- SHA-256 of the picture, hex.
  digest text collate "C" not null check (digest ~ '^[0-9a-f]{64}$'),
  content_type text not null check (content_type in ('image/png', 'image/jpeg', 'image/gif', 'image/webp')),
  size integer not null check (size between 1 and 10485760),
  -- Sealed with the organisation's key.
  bytes bytea not null,
  at timestamptz not null,
  primary key (organisation_id, assessment_id, digest),
  foreign key (organisation_id, assessment_id) references assessment_filling on delete cascade
);
call fence('assessment_picture', 'select, insert, delete', ':app_role');
