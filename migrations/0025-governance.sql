-- Governance: mandates, appointments of a data protection officer, portfolios, and who does what in each step (RACI).

create table mandate (
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
  holder uuid,
  holder_role text check (holder_role in ('process_owner', 'privacy_officer', 'ciso', 'iso')),
  holder_function text check (length(holder_function) between 1 and 200),
  substitute uuid,
  department uuid,
  powers text[] not null default '{}' check (powers <@ array['work_processes', 'purpose_and_means', 'allocate_means', 'responsibility', 'prepare_agreements', 'sign_agreements', 'infrastructure', 'archiving', 'impact_assessment', 'rights', 'report_processing', 'report_breaches']),
  limits text check (length(limits) between 1 and 20000),
  may_undermandate text check (may_undermandate in ('no', 'yes', 'with_consent')),
  body uuid,
  decided_on date,
  decision_reference text check (length(decision_reference) between 1 and 300),
  starts_on date,
  ends_on date,
  note text check (length(note) between 1 and 20000),
  primary key (organisation_id, id),
  unique (organisation_id, number),
  foreign key (organisation_id, holder) references person,
  foreign key (organisation_id, substitute) references person,
  foreign key (organisation_id, department) references department,
  foreign key (organisation_id, body) references governing_body
);

create index mandate_sort_name on mandate (organisation_id, sort_name, id);
create index mandate_updated on mandate (organisation_id, updated_at, id);
create index mandate_status on mandate (organisation_id, status, sort_name, id);
create index mandate_review_due on mandate (organisation_id, review_due_on, id);
create index mandate_findings on mandate (organisation_id, findings_blocking, findings_serious, findings_attention, id);
create index mandate_department on mandate (organisation_id, department, sort_name, id);

call fence('mandate', 'select, insert, update, delete', ':app_role');

create table dpo_appointment (
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
  outcome text check (outcome in ('own', 'shared', 'hired', 'none')),
  dpo uuid,
  assessment text check (length(assessment) between 1 and 20000),
  qualities text check (length(qualities) between 1 and 20000),
  body uuid,
  decided_on date,
  decision_reference text check (length(decision_reference) between 1 and 300),
  starts_on date,
  ends_on date,
  contact_email text check (length(contact_email) between 1 and 300),
  contact_phone text check (length(contact_phone) between 1 and 60),
  published_at text check (length(published_at) between 1 and 300),
  published_on date,
  registered_on date,
  registration_number text check (length(registration_number) between 1 and 60),
  independence text check (length(independence) between 1 and 20000),
  other_tasks text check (length(other_tasks) between 1 and 20000),
  note text check (length(note) between 1 and 20000),
  primary key (organisation_id, id),
  unique (organisation_id, number),
  foreign key (organisation_id, dpo) references person,
  foreign key (organisation_id, body) references governing_body
);

create index dpo_appointment_sort_name on dpo_appointment (organisation_id, sort_name, id);
create index dpo_appointment_updated on dpo_appointment (organisation_id, updated_at, id);
create index dpo_appointment_status on dpo_appointment (organisation_id, status, sort_name, id);
create index dpo_appointment_review_due on dpo_appointment (organisation_id, review_due_on, id);
create index dpo_appointment_findings on dpo_appointment (organisation_id, findings_blocking, findings_serious, findings_attention, id);

call fence('dpo_appointment', 'select, insert, update, delete', ':app_role');

create table portfolio (
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
  subject text check (subject in ('privacy', 'employees', 'public_order', 'own_processing', 'security')),
  body uuid,
  department uuid,
  holder uuid,
  holder_name text check (length(holder_name) between 1 and 200),
  substitute uuid,
  decided_on date,
  decision_reference text check (length(decision_reference) between 1 and 300),
  starts_on date,
  ends_on date,
  note text check (length(note) between 1 and 20000),
  primary key (organisation_id, id),
  unique (organisation_id, number),
  foreign key (organisation_id, body) references governing_body,
  foreign key (organisation_id, department) references department,
  foreign key (organisation_id, holder) references person,
  foreign key (organisation_id, substitute) references person
);

create index portfolio_sort_name on portfolio (organisation_id, sort_name, id);
create index portfolio_updated on portfolio (organisation_id, updated_at, id);
create index portfolio_status on portfolio (organisation_id, status, sort_name, id);
create index portfolio_review_due on portfolio (organisation_id, review_due_on, id);
create index portfolio_findings on portfolio (organisation_id, findings_blocking, findings_serious, findings_attention, id);
create index portfolio_department on portfolio (organisation_id, department, sort_name, id);

call fence('portfolio', 'select, insert, update, delete', ':app_role');

create table responsibility (
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
  process text check (process in ('register', 'agreements', 'meetings', 'breaches', 'advice', 'dpia', 'requests', 'procedures', 'other')),
  other_process text check (length(other_process) between 1 and 200),
  department uuid,
  sequence integer check (sequence between 1 and 999),
  nature text check (nature in ('work', 'coordination', 'advice', 'supervision')),
  step text check (length(step) between 1 and 60),
  responsible text[] not null default '{}' check (responsible <@ array['process_owner', 'privacy_officer', 'iso', 'ciso', 'dpo', 'management', 'portfolio_holder', 'employee']),
  accountable text[] not null default '{}' check (accountable <@ array['process_owner', 'privacy_officer', 'iso', 'ciso', 'dpo', 'management', 'portfolio_holder', 'employee']),
  consulted text[] not null default '{}' check (consulted <@ array['process_owner', 'privacy_officer', 'iso', 'ciso', 'dpo', 'management', 'portfolio_holder', 'employee']),
  informed text[] not null default '{}' check (informed <@ array['process_owner', 'privacy_officer', 'iso', 'ciso', 'dpo', 'management', 'portfolio_holder', 'employee']),
  note text check (length(note) between 1 and 20000),
  primary key (organisation_id, id),
  unique (organisation_id, number),
  foreign key (organisation_id, department) references department
);

create index responsibility_sort_name on responsibility (organisation_id, sort_name, id);
create index responsibility_updated on responsibility (organisation_id, updated_at, id);
create index responsibility_status on responsibility (organisation_id, status, sort_name, id);
create index responsibility_review_due on responsibility (organisation_id, review_due_on, id);
create index responsibility_findings on responsibility (organisation_id, findings_blocking, findings_serious, findings_attention, id);
create index responsibility_department on responsibility (organisation_id, department, sort_name, id);

call fence('responsibility', 'select, insert, update, delete', ':app_role');
