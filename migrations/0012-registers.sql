-- Processors, systems and stores, and processor agreements; and from the processing activities to the first two.

create table processor (
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
  chamber_number text check (length(chamber_number) between 1 and 8),
  services text check (length(services) between 1 and 20000),
  country text,
  country_catalogue text generated always as ('country') stored,
  department uuid,
  owner uuid,
  contact text check (length(contact) between 1 and 300),
  contact_email text check (length(contact_email) between 1 and 300),
  contact_phone text check (length(contact_phone) between 1 and 60),
  out_of_hours text check (length(out_of_hours) between 1 and 300),
  reaches_participants boolean,
  last_audit_on date,
  audited_by text check (audited_by in ('own', 'independent')),
  note text check (length(note) between 1 and 20000),
  primary key (organisation_id, id),
  unique (organisation_id, number),
  foreign key (organisation_id, country_catalogue, country) references catalogue_term,
  foreign key (organisation_id, department) references department,
  foreign key (organisation_id, owner) references person
);

create index processor_sort_name on processor (organisation_id, sort_name, id);
create index processor_updated on processor (organisation_id, updated_at, id);
create index processor_status on processor (organisation_id, status, sort_name, id);
create index processor_review_due on processor (organisation_id, review_due_on, id);
create index processor_department on processor (organisation_id, department, sort_name, id);

create table processor_guarantees (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  kind text check (kind in ('iso_27001', 'nen_7510', 'isae_3402', 'tpm', 'data_pro', 'own_statement')),
  scope text check (length(scope) between 1 and 500),
  valid_until_on date,
  seen_on date,
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references processor on delete cascade
);

create table processor_sub_processors (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  name text check (length(name) between 1 and 300),
  service text check (length(service) between 1 and 1000),
  country text,
  country_catalogue text generated always as ('country') stored,
  consent text check (consent in ('none', 'conditional', 'given')),
  conditions text check (length(conditions) between 1 and 2000),
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references processor on delete cascade,
  foreign key (organisation_id, country_catalogue, country) references catalogue_term
);

call fence('processor', 'select, insert, update, delete', ':app_role');
call fence('processor_guarantees', 'select, insert, update, delete', ':app_role');
call fence('processor_sub_processors', 'select, insert, update, delete', ':app_role');

create table information_system (
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
  kind text check (kind in ('central', 'decentral', 'spreadsheet', 'paper', 'unstructured')),
  description text check (length(description) between 1 and 20000),
  department uuid,
  owner uuid,
  application_manager uuid,
  used_since_on date,
  user_count integer check (user_count between 0 and 10000000),
  is_source boolean,
  hosting text check (hosting in ('own', 'supplier', 'cloud')),
  supplier uuid,
  country text,
  country_catalogue text generated always as ('country') stored,
  availability text check (availability in ('low', 'medium', 'high')),
  integrity text check (integrity in ('low', 'medium', 'high')),
  confidentiality text check (confidentiality in ('low', 'medium', 'high')),
  is_portable boolean,
  is_encrypted boolean,
  is_encrypted_in_transit boolean,
  has_second_factor boolean,
  has_access_control boolean,
  has_logging boolean,
  security_audit_on date,
  backup text check (backup in ('daily', 'weekly', 'none')),
  retention_by text check (retention_by in ('automatic', 'manual', 'none')),
  note text check (length(note) between 1 and 20000),
  primary key (organisation_id, id),
  unique (organisation_id, number),
  foreign key (organisation_id, department) references department,
  foreign key (organisation_id, owner) references person,
  foreign key (organisation_id, application_manager) references person,
  foreign key (organisation_id, supplier) references processor,
  foreign key (organisation_id, country_catalogue, country) references catalogue_term
);

create index information_system_sort_name on information_system (organisation_id, sort_name, id);
create index information_system_updated on information_system (organisation_id, updated_at, id);
create index information_system_status on information_system (organisation_id, status, sort_name, id);
create index information_system_review_due on information_system (organisation_id, review_due_on, id);
create index information_system_department on information_system (organisation_id, department, sort_name, id);

create table information_system_data_categories (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  key text not null,
  catalogue text generated always as ('data-category') stored,
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references information_system on delete cascade,
  foreign key (organisation_id, catalogue, key) references catalogue_term
);
create index information_system_data_categories_key on information_system_data_categories (organisation_id, key, entry_id);

create index information_system_supplier on information_system (organisation_id, supplier, id);

call fence('information_system', 'select, insert, update, delete', ':app_role');
call fence('information_system_data_categories', 'select, insert, update, delete', ':app_role');

create table processor_agreement (
  organisation_id uuid not null references organisation,
  id uuid not null,
  status text not null check (status in ('draft', 'in_review', 'active', 'ended')),
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
  processor uuid,
  department uuid,
  owner uuid,
  main_contract text check (length(main_contract) between 1 and 300),
  model text check (model in ('own', 'processor')),
  model_motivation text check (length(model_motivation) between 1 and 4000),
  model_approved_on date,
  subjects text[] not null default '{}' check (subjects <@ array['scope', 'instructions', 'sub_processors', 'security', 'confidentiality', 'rights', 'duties', 'ending', 'audits', 'transfers', 'liability']),
  sub_processing text check (sub_processing in ('forbidden', 'specific', 'general')),
  breach_notice text check (breach_notice ~ '^P[0-9YMWDTHS]+$'),
  at_end text check (at_end in ('return', 'destroy', 'both')),
  liability_per_event integer check (liability_per_event between 0 and 100000000),
  liability_per_year integer check (liability_per_year between 0 and 100000000),
  starts_on date,
  ends_on date,
  signed_on date,
  is_signed_by_both boolean,
  note text check (length(note) between 1 and 20000),
  primary key (organisation_id, id),
  unique (organisation_id, number),
  foreign key (organisation_id, processor) references processor,
  foreign key (organisation_id, department) references department,
  foreign key (organisation_id, owner) references person
);

create index processor_agreement_sort_name on processor_agreement (organisation_id, sort_name, id);
create index processor_agreement_updated on processor_agreement (organisation_id, updated_at, id);
create index processor_agreement_status on processor_agreement (organisation_id, status, sort_name, id);
create index processor_agreement_review_due on processor_agreement (organisation_id, review_due_on, id);
create index processor_agreement_department on processor_agreement (organisation_id, department, sort_name, id);

create table processor_agreement_processings (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  processing uuid,
  note text check (length(note) between 1 and 1000),
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references processor_agreement on delete cascade,
  foreign key (organisation_id, processing) references processing_activity
);

create index processor_agreement_processor on processor_agreement (organisation_id, processor, id);

create index processor_agreement_processings_processing on processor_agreement_processings (organisation_id, processing, entry_id);

call fence('processor_agreement', 'select, insert, update, delete', ':app_role');
call fence('processor_agreement_processings', 'select, insert, update, delete', ':app_role');

alter table processing_activity_stores add column system uuid, add foreign key (organisation_id, system) references information_system;
create index processing_activity_stores_system on processing_activity_stores (organisation_id, system, entry_id);
alter table processing_activity_processors add column processor uuid, add foreign key (organisation_id, processor) references processor;
create index processing_activity_processors_processor on processing_activity_processors (organisation_id, processor, entry_id);
