-- The register of breaches and security incidents: report, facts, weighing, decisions and lessons (art. 33 lid 5 AVG).

create table breach (
  organisation_id uuid not null references organisation,
  id uuid not null,
  status text not null check (status in ('reported', 'investigating', 'weighed', 'to_report', 'unconfirmed', 'handled', 'evaluated', 'closed', 'no_breach')),
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
  channel text check (channel in ('colleague', 'portal', 'web', 'desk', 'letter', 'email', 'phone', 'processor', 'participant', 'other')),
  language text check (language in ('nl', 'en')),
  received_at timestamptz,
  reporter_name text check (length(reporter_name) between 1 and 300),
  reporter_email text check (length(reporter_email) between 1 and 300),
  reporter_phone text check (length(reporter_phone) between 1 and 60),
  manager_email text check (length(manager_email) between 1 and 300),
  department uuid,
  owner uuid,
  who_involved text check (length(who_involved) between 1 and 5000),
  what_happened text check (length(what_happened) between 1 and 20000),
  data_described text check (length(data_described) between 1 and 5000),
  where_happened text check (length(where_happened) between 1 and 5000),
  how_happened text check (length(how_happened) between 1 and 5000),
  why_happened text check (length(why_happened) between 1 and 5000),
  when_described text check (length(when_described) between 1 and 500),
  action_taken text check (length(action_taken) between 1 and 5000),
  copy_where text check (length(copy_where) between 1 and 2000),
  is_security_incident boolean,
  judgement text check (judgement in ('yes', 'doubt', 'no')),
  judgement_reasons text check (length(judgement_reasons) between 1 and 5000),
  dangers text[] not null default '{}' check (dangers <@ array['customers', 'processes', 'finance', 'reputation']),
  occurred_from timestamptz,
  occurred_until timestamptz,
  is_ongoing boolean,
  discovered_at timestamptz,
  discovered_how text check (length(discovered_how) between 1 and 5000),
  aware_at timestamptz,
  role text check (role in ('controller', 'processor', 'joint')),
  regime text check (regime in ('gdpr', 'wpg', 'both')),
  participant uuid,
  controller_name text check (length(controller_name) between 1 and 300),
  processor uuid,
  kinds text[] not null default '{}' check (kinds <@ array['confidentiality', 'integrity', 'availability']),
  cause text check (cause in ('misdirected', 'lost_device', 'lost_mail', 'hacking', 'disposal', 'published', 'wrong_customer', 'spoken', 'insider', 'other')),
  subjects_min integer check (subjects_min between 0 and 1000000000),
  subjects_max integer check (subjects_max between 0 and 1000000000),
  records_number integer check (records_number between 0 and 1000000000),
  protection text check (protection in ('yes', 'partly', 'no', 'unknown')),
  protection_note text check (length(protection_note) between 1 and 5000),
  containment text check (length(containment) between 1 and 20000),
  contained_at timestamptz,
  dpo_warned_at timestamptz,
  directors_told_at timestamptz,
  enisa_data text check (enisa_data in ('simple', 'behavioural', 'financial', 'sensitive')),
  enisa_raised text[] not null default '{}' check (enisa_raised <@ array['volume', 'critical', 'vulnerable', 'profiling']),
  enisa_lowered text[] not null default '{}' check (enisa_lowered <@ array['public', 'inaccurate', 'few']),
  enisa_ease text check (enisa_ease in ('negligible', 'limited', 'significant', 'maximum')),
  enisa_confidentiality text check (enisa_confidentiality in ('none', 'known', 'unknown')),
  enisa_integrity text check (enisa_integrity in ('none', 'recoverable', 'unrecoverable')),
  enisa_availability text check (enisa_availability in ('none', 'temporary', 'lost')),
  enisa_malicious boolean,
  consequence_kinds text[] not null default '{}' check (consequence_kinds <@ array['stigma', 'health', 'fraud', 'phishing', 'financial', 'reputation', 'control', 'discrimination', 'other']),
  likely_consequences text check (length(likely_consequences) between 1 and 20000),
  risk text check (risk in ('unlikely', 'risk', 'high')),
  weigh_reasons text check (length(weigh_reasons) between 1 and 20000),
  weighed_at timestamptz,
  weighed_by uuid,
  advice text check (length(advice) between 1 and 20000),
  advised_at timestamptz,
  advised_by uuid,
  dilemma text check (length(dilemma) between 1 and 5000),
  dilemma_outcome text check (length(dilemma_outcome) between 1 and 5000),
  report_decision text check (report_decision in ('report', 'not_report')),
  report_ground text check (report_ground in ('risk_unlikely', 'unintelligible', 'reported_by_other', 'no_special_data')),
  report_reasons text check (length(report_reasons) between 1 and 20000),
  report_decided_at timestamptz,
  report_decided_by uuid,
  confirmed_at timestamptz,
  confirmed_by uuid,
  draft_sent_at timestamptz,
  report_settled_at timestamptz,
  notified_at timestamptz,
  authority_number text check (length(authority_number) between 1 and 100),
  delay_reason text check (length(delay_reason) between 1 and 20000),
  withdrawn_at timestamptz,
  other_authorities text check (length(other_authorities) between 1 and 1000),
  inform_decision text check (inform_decision in ('inform', 'not_inform')),
  inform_exception text check (inform_exception in ('no_high_risk', 'unintelligible', 'risk_removed', 'public_notice', 'restricted')),
  inform_reasons text check (length(inform_reasons) between 1 and 20000),
  inform_decided_at timestamptz,
  inform_decided_by uuid,
  informed_at timestamptz,
  informed_how text[] not null default '{}' check (informed_how <@ array['letter', 'email', 'phone', 'talk', 'website', 'text', 'other']),
  informed_number integer check (informed_number between 0 and 1000000000),
  informed_text text check (length(informed_text) between 1 and 20000),
  controller_told_at timestamptz,
  controller_told_note text check (length(controller_told_note) between 1 and 5000),
  police_notified_at timestamptz,
  is_cyber boolean,
  cyber_warned_at timestamptz,
  cyber_reported_at timestamptz,
  cyber_closed_at timestamptz,
  lessons text check (length(lessons) between 1 and 20000),
  evaluation text check (length(evaluation) between 1 and 20000),
  evaluated_at timestamptz,
  advice_test text check (length(advice_test) between 1 and 5000),
  advice_tested_at timestamptz,
  closed_note text check (length(closed_note) between 1 and 5000),
  primary key (organisation_id, id),
  unique (organisation_id, number),
  foreign key (organisation_id, department) references department,
  foreign key (organisation_id, owner) references person,
  foreign key (organisation_id, participant) references participant,
  foreign key (organisation_id, processor) references processor,
  foreign key (organisation_id, weighed_by) references person,
  foreign key (organisation_id, advised_by) references person,
  foreign key (organisation_id, report_decided_by) references person,
  foreign key (organisation_id, confirmed_by) references person,
  foreign key (organisation_id, inform_decided_by) references person
);

create index breach_sort_name on breach (organisation_id, sort_name, id);
create index breach_updated on breach (organisation_id, updated_at, id);
create index breach_status on breach (organisation_id, status, sort_name, id);
create index breach_review_due on breach (organisation_id, review_due_on, id);
create index breach_findings on breach (organisation_id, findings_blocking, findings_serious, findings_attention, id);
create index breach_department on breach (organisation_id, department, sort_name, id);

create table breach_processings (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  processing uuid,
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references breach on delete cascade,
  foreign key (organisation_id, processing) references processing_activity
);

create table breach_systems (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  system uuid,
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references breach on delete cascade,
  foreign key (organisation_id, system) references information_system
);

create table breach_data_categories (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  key text not null,
  catalogue text generated always as ('data-category') stored,
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references breach on delete cascade,
  foreign key (organisation_id, catalogue, key) references catalogue_term
);
create index breach_data_categories_key on breach_data_categories (organisation_id, key, entry_id);

create table breach_subject_categories (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  key text not null,
  catalogue text generated always as ('subject-category') stored,
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references breach on delete cascade,
  foreign key (organisation_id, catalogue, key) references catalogue_term
);
create index breach_subject_categories_key on breach_subject_categories (organisation_id, key, entry_id);

create table breach_countries (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  key text not null,
  catalogue text generated always as ('country') stored,
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references breach on delete cascade,
  foreign key (organisation_id, catalogue, key) references catalogue_term
);
create index breach_countries_key on breach_countries (organisation_id, key, entry_id);

create table breach_checks (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  by text check (by in ('reporter', 'manager', 'colleague')),
  at timestamptz,
  is_right boolean,
  remarks text check (length(remarks) between 1 and 5000),
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references breach on delete cascade
);

create table breach_notifications (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  kind text check (kind in ('first', 'follow_up', 'withdrawal')),
  at timestamptz,
  note text check (length(note) between 1 and 5000),
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references breach on delete cascade
);

create table breach_measures (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  measure text check (length(measure) between 1 and 1000),
  norm text check (length(norm) between 1 and 10),
  owner uuid,
  due_on date,
  done_on date,
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references breach on delete cascade,
  foreign key (organisation_id, owner) references person
);

create table breach_additions (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  at timestamptz,
  told_by text check (length(told_by) between 1 and 200),
  text text check (length(text) between 1 and 5000),
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references breach on delete cascade
);

create index breach_processor on breach (organisation_id, processor, id);

create index breach_processings_processing on breach_processings (organisation_id, processing, entry_id);

create index breach_systems_system on breach_systems (organisation_id, system, entry_id);

call fence('breach', 'select, insert, update, delete', ':app_role');
call fence('breach_processings', 'select, insert, update, delete', ':app_role');
call fence('breach_systems', 'select, insert, update, delete', ':app_role');
call fence('breach_data_categories', 'select, insert, update, delete', ':app_role');
call fence('breach_subject_categories', 'select, insert, update, delete', ':app_role');
call fence('breach_countries', 'select, insert, update, delete', ':app_role');
call fence('breach_checks', 'select, insert, update, delete', ':app_role');
call fence('breach_notifications', 'select, insert, update, delete', ':app_role');
call fence('breach_measures', 'select, insert, update, delete', ':app_role');
call fence('breach_additions', 'select, insert, update, delete', ':app_role');
