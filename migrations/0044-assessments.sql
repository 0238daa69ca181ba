-- Assessments beforehand (preliminary investigations, pre-DPIAs, DPIAs, IAMAs) and the risk frameworks by which they weigh (art. 35 en 36 AVG; H-14, H-15, H-19, H-20, H-55, H-66).

create table risk_framework (
  organisation_id uuid not null references organisation,
  id uuid not null,
  status text not null check (status in ('draft', 'adopted', 'ended')),
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
  medium_from integer check (medium_from between 2 and 36),
  high_from integer check (high_from between 2 and 36),
  very_high_from integer check (very_high_from between 2 and 36),
  appetite text check (appetite in ('low', 'medium', 'high')),
  appetite_note text check (length(appetite_note) between 1 and 10000),
  replaces uuid,
  adopted_on date,
  adopted_by text check (length(adopted_by) between 1 and 200),
  decision_number text check (length(decision_number) between 1 and 100),
  ciso_checked_on date,
  ciso_check text check (length(ciso_check) between 1 and 10000),
  dpo_checked_on date,
  dpo_check text check (length(dpo_check) between 1 and 10000),
  reported_on date,
  report text check (length(report) between 1 and 20000),
  isms_place text check (length(isms_place) between 1 and 300),
  note text check (length(note) between 1 and 20000),
  primary key (organisation_id, id),
  unique (organisation_id, number),
  foreign key (organisation_id, replaces) references risk_framework
);

create index risk_framework_sort_name on risk_framework (organisation_id, sort_name, id);
create index risk_framework_updated on risk_framework (organisation_id, updated_at, id);
create index risk_framework_status on risk_framework (organisation_id, status, sort_name, id);
create index risk_framework_review_due on risk_framework (organisation_id, review_due_on, id);
create index risk_framework_findings on risk_framework (organisation_id, findings_blocking, findings_serious, findings_attention, id);

create table risk_framework_likelihoods (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  level integer check (level between 1 and 6),
  name text check (length(name) between 1 and 80),
  meaning text check (length(meaning) between 1 and 300),
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references risk_framework on delete cascade
);

create table risk_framework_impacts (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  level integer check (level between 1 and 6),
  name text check (length(name) between 1 and 80),
  meaning text check (length(meaning) between 1 and 300),
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references risk_framework on delete cascade
);

create index risk_framework_replaces on risk_framework (organisation_id, replaces, id);

call fence('risk_framework', 'select, insert, update, delete', ':app_role');
call fence('risk_framework_likelihoods', 'select, insert, update, delete', ':app_role');
call fence('risk_framework_impacts', 'select, insert, update, delete', ':app_role');

create table impact_assessment (
  organisation_id uuid not null references organisation,
  id uuid not null,
  status text not null check (status in ('asked', 'filling', 'weighing', 'at_adviser', 'advised', 'deciding', 'consulting', 'carrying_out', 'testing', 'concluded', 'archived', 'stopped')),
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
  kind text check (kind in ('purchase', 'pre_dpia', 'dpia', 'iama')),
  why text check (why in ('new_processing', 'changed_purpose', 'new_technology', 'risk_changed', 'never_done', 'three_years', 'purchase', 'cooperation')),
  why_note text check (length(why_note) between 1 and 5000),
  system uuid,
  follows uuid,
  department uuid,
  owner uuid,
  editor uuid,
  asked_on date,
  started_on date,
  needed_by date,
  framework uuid,
  subjects_asked text check (subjects_asked in ('asked', 'not_asked')),
  subjects_how text check (length(subjects_how) between 1 and 5000),
  subjects_result text check (length(subjects_result) between 1 and 10000),
  subjects_why_not text check (length(subjects_why_not) between 1 and 5000),
  staff_watched boolean,
  council_decision text check (council_decision in ('consented', 'refused', 'court')),
  council_on date,
  council_note text check (length(council_note) between 1 and 10000),
  advice_asked_on date,
  advice_outcome text check (advice_outcome in ('positive', 'conditions', 'negative')),
  advice text check (length(advice) between 1 and 20000),
  advice_on date,
  advice_by uuid,
  answer text check (answer in ('followed', 'partly', 'deviated')),
  answer_reasons text check (length(answer_reasons) between 1 and 10000),
  answered_on date,
  answered_by uuid,
  is_lawful boolean,
  outcome text check (outcome in ('dpia_required', 'dpia_advised', 'not_required')),
  outcome_reasons text check (length(outcome_reasons) between 1 and 10000),
  decision text check (decision in ('start', 'after_actions', 'not_start')),
  decided_on date,
  decided_by uuid,
  decision_number text check (length(decision_number) between 1 and 100),
  decision_note text check (length(decision_note) between 1 and 10000),
  high_risk_stays boolean,
  authority_asked_on date,
  authority_sent text check (length(authority_sent) between 1 and 10000),
  authority_answer text check (authority_answer in ('no_objection', 'advice', 'forbidden', 'silent')),
  authority_answered_on date,
  authority_advice text check (length(authority_advice) between 1 and 20000),
  test_outcome text check (test_outcome in ('sufficient', 'insufficient')),
  test_actions text check (length(test_actions) between 1 and 10000),
  test_procedure text check (length(test_procedure) between 1 and 10000),
  tested_on date,
  tested_by uuid,
  review_from date,
  is_published boolean,
  public_summary text check (length(public_summary) between 1 and 5000),
  note text check (length(note) between 1 and 20000),
  primary key (organisation_id, id),
  unique (organisation_id, number),
  foreign key (organisation_id, system) references information_system,
  foreign key (organisation_id, follows) references impact_assessment,
  foreign key (organisation_id, department) references department,
  foreign key (organisation_id, owner) references person,
  foreign key (organisation_id, editor) references person,
  foreign key (organisation_id, framework) references risk_framework,
  foreign key (organisation_id, advice_by) references person,
  foreign key (organisation_id, answered_by) references person,
  foreign key (organisation_id, decided_by) references governing_body,
  foreign key (organisation_id, tested_by) references person
);

create index impact_assessment_sort_name on impact_assessment (organisation_id, sort_name, id);
create index impact_assessment_updated on impact_assessment (organisation_id, updated_at, id);
create index impact_assessment_status on impact_assessment (organisation_id, status, sort_name, id);
create index impact_assessment_review_due on impact_assessment (organisation_id, review_due_on, id);
create index impact_assessment_findings on impact_assessment (organisation_id, findings_blocking, findings_serious, findings_attention, id);
create index impact_assessment_department on impact_assessment (organisation_id, department, sort_name, id);

create table impact_assessment_processings (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  processing uuid,
  note text check (length(note) between 1 and 300),
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references impact_assessment on delete cascade,
  foreign key (organisation_id, processing) references processing_activity
);

create table impact_assessment_team (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  person uuid,
  part text check (part in ('privacy_officer', 'iso', 'ciso', 'adviser', 'expert', 'user')),
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references impact_assessment on delete cascade,
  foreign key (organisation_id, person) references person
);

create table impact_assessment_risks (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  risk text check (length(risk) between 1 and 2000),
  for_whom text check (length(for_whom) between 1 and 300),
  source text check (length(source) between 1 and 300),
  likelihood integer check (likelihood between 1 and 6),
  impact integer check (impact between 1 and 6),
  measures text check (length(measures) between 1 and 2000),
  left_likelihood integer check (left_likelihood between 1 and 6),
  left_impact integer check (left_impact between 1 and 6),
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references impact_assessment on delete cascade
);

create table impact_assessment_requirements (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  requirement text check (length(requirement) between 1 and 2000),
  subject text check (subject in ('security', 'privacy')),
  weight text check (weight in ('must', 'wish')),
  source text check (length(source) between 1 and 300),
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references impact_assessment on delete cascade
);

create table impact_assessment_actions (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  action text check (length(action) between 1 and 200),
  owner uuid,
  due_on date,
  task uuid,
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references impact_assessment on delete cascade,
  foreign key (organisation_id, owner) references person,
  foreign key (organisation_id, task) references task
);

create index assessment_processings_processing on impact_assessment_processings (organisation_id, processing, entry_id);

create index impact_assessment_system on impact_assessment (organisation_id, system, id);

create index impact_assessment_follows on impact_assessment (organisation_id, follows, id);

create index impact_assessment_framework on impact_assessment (organisation_id, framework, id);

create index assessment_actions_task on impact_assessment_actions (organisation_id, task, entry_id);

call fence('impact_assessment', 'select, insert, update, delete', ':app_role');
call fence('impact_assessment_processings', 'select, insert, update, delete', ':app_role');
call fence('impact_assessment_team', 'select, insert, update, delete', ':app_role');
call fence('impact_assessment_risks', 'select, insert, update, delete', ':app_role');
call fence('impact_assessment_requirements', 'select, insert, update, delete', ':app_role');
call fence('impact_assessment_actions', 'select, insert, update, delete', ':app_role');

-- Of which purposes and means an assessment was made, so that what came since stands out (art. 35 lid 11 AVG).
create table assessment_basis (
  organisation_id uuid not null references organisation,
  assessment_id uuid not null,
  processing_id uuid not null,
  purposes text[] not null,
  means text[] not null,
  kept_at timestamptz not null,
  primary key (organisation_id, assessment_id, processing_id),
  foreign key (organisation_id, assessment_id) references impact_assessment on delete cascade,
  foreign key (organisation_id, processing_id) references processing_activity on delete cascade
);
create index assessment_basis_processing on assessment_basis (organisation_id, processing_id);
call fence('assessment_basis', 'select, insert, update, delete', ':app_role');

-- The report as it was adopted, word for word; the digest is over the text as it is kept.
create table assessment_report (
  organisation_id uuid not null references organisation,
  assessment_id uuid not null,
  version integer not null,
  content text not null,
  -- SHA-256, hex.
  digest text collate "C" not null check (digest ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null,
  primary key (organisation_id, assessment_id, version),
  foreign key (organisation_id, assessment_id) references impact_assessment on delete cascade
);
call fence('assessment_report', 'select, insert, delete', ':app_role');

-- A questionnaire that is filled in belongs to its assessment.
alter table assessment_filling add foreign key (organisation_id, assessment_id) references impact_assessment on delete cascade;
alter table assessment_filling add foreign key (organisation_id, processing) references processing_activity on delete set null (processing);
alter table assessment_filling add foreign key (organisation_id, opened_by) references person;
create index assessment_filling_opened_by on assessment_filling (organisation_id, opened_by);

-- The authority's term stands still while it waits for what it asked (art. 36 lid 2 AVG).
alter table deadline_suspension drop constraint deadline_suspension_ground_check;
alter table deadline_suspension add constraint deadline_suspension_ground_check check (ground in ('identity', 'specification', 'information'));
