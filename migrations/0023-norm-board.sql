-- Live norms: which kinds of entries each entry belongs to, what people state on norms, how norms stood each day; improvement measures and year plans.

-- Kinds of entries that a norm may concern, kept beside the findings so that norms are counted without reading entries.
create table entry_population (
  organisation_id uuid not null references organisation,
  register text not null,
  population text not null,
  entry_id uuid not null,
  primary key (organisation_id, register, population, entry_id)
);
create index entry_population_entry on entry_population (organisation_id, register, entry_id);

-- What a person states on a norm that no data can measure. Never changed; a statement that is taken back keeps its row.
create table norm_statement (
  organisation_id uuid not null references organisation,
  id uuid not null,
  norm text not null check (norm ~ '^[A-Z]-[0-9]{2}$'),
  stands text not null check (stands in ('met', 'attention', 'not_met')),
  text text not null check (length(text) between 1 and 5000),
  -- Address or name of the document it rests on; files are attachments.
  document text check (length(document) between 1 and 1000),
  valid_for text not null check (valid_for ~ '^P[0-9YMWDTHS]+$'),
  stated_at timestamptz not null,
  stated_by uuid not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_reason text check (length(withdrawn_reason) between 1 and 1000),
  primary key (organisation_id, id),
  foreign key (organisation_id, stated_by) references person,
  foreign key (organisation_id, withdrawn_by) references person,
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_reason is null))
);
create index norm_statement_norm on norm_statement (organisation_id, norm, stated_at);

-- A day on which the norms were looked at; a day without a row was not.
create table norm_snapshot (
  organisation_id uuid not null references organisation,
  day date not null,
  profile text not null,
  version text not null,
  met integer not null,
  attention integer not null,
  not_met integer not null,
  not_measurable integer not null,
  conflicts integer not null,
  primary key (organisation_id, day)
);

-- How a norm stood from a day on, until its next row; `gone`: the policy no longer has it.
create table norm_status_change (
  organisation_id uuid not null,
  norm text not null,
  day date not null,
  status text not null check (status in ('met', 'attention', 'not_met', 'not_measurable', 'conflicts', 'gone')),
  primary key (organisation_id, norm, day),
  foreign key (organisation_id, day) references norm_snapshot
);

call fence('entry_population', 'select, insert, delete', ':app_role');
call fence('norm_statement', 'select, insert, update (withdrawn_at, withdrawn_by, withdrawn_reason)', ':app_role');
call fence('norm_snapshot', 'select, insert', ':app_role');
call fence('norm_status_change', 'select, insert', ':app_role');

create table improvement_measure (
  organisation_id uuid not null references organisation,
  id uuid not null,
  status text not null check (status in ('plan', 'do', 'check', 'act', 'closed')),
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
  number text check (length(number) between 1 and 60),
  kind text check (kind in ('once', 'recurring')),
  department uuid,
  owner uuid,
  due_on date,
  description text check (length(description) between 1 and 20000),
  checked_on date,
  result text check (length(result) between 1 and 20000),
  evidence text check (length(evidence) between 1 and 1000),
  follow_up text check (length(follow_up) between 1 and 20000),
  follows uuid,
  primary key (organisation_id, id),
  unique (organisation_id, number),
  foreign key (organisation_id, department) references department,
  foreign key (organisation_id, owner) references person,
  foreign key (organisation_id, follows) references improvement_measure
);

create index improvement_measure_sort_name on improvement_measure (organisation_id, sort_name, id);
create index improvement_measure_updated on improvement_measure (organisation_id, updated_at, id);
create index improvement_measure_status on improvement_measure (organisation_id, status, sort_name, id);
create index improvement_measure_review_due on improvement_measure (organisation_id, review_due_on, id);
create index improvement_measure_findings on improvement_measure (organisation_id, findings_blocking, findings_serious, findings_attention, id);
create index improvement_measure_department on improvement_measure (organisation_id, department, sort_name, id);

create table improvement_measure_norms (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  norm text check (length(norm) between 1 and 10),
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references improvement_measure on delete cascade
);

create index improvement_measure_follows on improvement_measure (organisation_id, follows, id);
create index improvement_measure_norms_norm on improvement_measure_norms (organisation_id, norm, entry_id);

call fence('improvement_measure', 'select, insert, update, delete', ':app_role');
call fence('improvement_measure_norms', 'select, insert, update, delete', ':app_role');

create table year_plan (
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
  number text check (length(number) between 1 and 60),
  year integer check (year between 2018 and 2100),
  department uuid,
  owner uuid,
  goals text check (length(goals) between 1 and 20000),
  means text check (length(means) between 1 and 20000),
  budget integer check (budget between 0 and 1000000000),
  last_result text check (length(last_result) between 1 and 20000),
  judged_by uuid,
  judged_on date,
  judgement text check (judgement in ('agreed', 'remarks', 'refused')),
  note text check (length(note) between 1 and 20000),
  primary key (organisation_id, id),
  unique (organisation_id, number),
  foreign key (organisation_id, department) references department,
  foreign key (organisation_id, owner) references person,
  foreign key (organisation_id, judged_by) references governing_body
);

create index year_plan_sort_name on year_plan (organisation_id, sort_name, id);
create index year_plan_updated on year_plan (organisation_id, updated_at, id);
create index year_plan_status on year_plan (organisation_id, status, sort_name, id);
create index year_plan_review_due on year_plan (organisation_id, review_due_on, id);
create index year_plan_findings on year_plan (organisation_id, findings_blocking, findings_serious, findings_attention, id);
create index year_plan_department on year_plan (organisation_id, department, sort_name, id);

create table year_plan_activities (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  activity text check (length(activity) between 1 and 500),
  planned_on date,
  state text check (state in ('planned', 'done', 'dropped')),
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references year_plan on delete cascade
);

call fence('year_plan', 'select, insert, update, delete', ':app_role');
call fence('year_plan_activities', 'select, insert, update, delete', ':app_role');
