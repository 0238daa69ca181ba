-- Requests of data subjects, whose data may not be used meanwhile, and who gets no marketing (H-27..H-36, N-19..N-21, M-12..M-14, W-12, P-18..P-21).

create table subject_request (
  organisation_id uuid not null references organisation,
  id uuid not null,
  status text not null check (status in ('received', 'identified', 'scoped', 'collecting', 'decided', 'answered', 'told', 'closed', 'withdrawn', 'forwarded')),
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
  title text check (length(title) between 1 and 200),
  number text check (length(number) between 1 and 60),
  "right" text check ("right" in ('information', 'access', 'rectification', 'erasure', 'restriction', 'recipients', 'portability', 'objection', 'marketing', 'automated', 'police_access', 'police_correction')),
  under_brp boolean,
  received_at timestamptz,
  channel text check (channel in ('portal', 'web', 'desk', 'letter', 'email', 'phone', 'colleague', 'processor', 'participant', 'other')),
  language text check (language in ('nl', 'en')),
  request text check (length(request) between 1 and 20000),
  subject_name text check (length(subject_name) between 1 and 200),
  subject_email text check (length(subject_email) between 1 and 254),
  subject_phone text check (length(subject_phone) between 1 and 40),
  subject_address text check (length(subject_address) between 1 and 500),
  subject_birth_date date,
  subject_reference text check (length(subject_reference) between 1 and 100),
  subject_kind text check (subject_kind in ('self', 'minor', 'ward', 'deceased')),
  representative_name text check (length(representative_name) between 1 and 200),
  representative_email text check (length(representative_email) between 1 and 254),
  representative_address text check (length(representative_address) between 1 and 500),
  representative_role text check (representative_role in ('parent', 'guardian', 'lawyer', 'authorised', 'heir')),
  representative_proof text check (length(representative_proof) between 1 and 2000),
  about text check (length(about) between 1 and 5000),
  period_from date,
  period_until date,
  department uuid,
  handler uuid,
  taken_with uuid,
  identity_means text check (identity_means in ('portal', 'account', 'shown', 'video', 'questions', 'known_contact', 'representative', 'participant', 'not_needed')),
  identity_checked_on date,
  identity_checked_by uuid,
  identity_note text check (length(identity_note) between 1 and 2000),
  extended_on date,
  extension_told_on date,
  default_received_on date,
  restricted_on date,
  restriction_case text check (restriction_case in ('accuracy_contested', 'unlawful_not_erased', 'needed_for_claim', 'objection_pending')),
  restriction_lifted_on date,
  lift_told_on date,
  suppressed_on date,
  forwarded_to uuid,
  forwarded_on date,
  end_note text check (length(end_note) between 1 and 5000),
  note text check (length(note) between 1 and 1000),
  bases text[] not null default '{}' check (bases <@ array['consent', 'contract', 'legal_obligation', 'vital_interest', 'public_task', 'legitimate_interest']),
  is_marketing boolean,
  is_automated boolean,
  is_provided boolean,
  is_decided_by_computer boolean,
  decided_case text check (decided_case in ('not_needed', 'consent_withdrawn', 'objected', 'unlawful', 'legal_duty', 'child_service', 'accuracy_contested', 'unlawful_not_erased', 'needed_for_claim', 'objection_pending', 'inaccurate', 'incomplete')),
  outcome text check (outcome in ('granted', 'partial', 'refused', 'not_taken_up', 'nothing_held')),
  grounds text[] not null default '{}' check (grounds <@ array['unfounded', 'excessive', 'not_identified', 'not_entitled', 'deceased', 'not_ours', 'municipal_records', 'police_interest', 'case_not_met', 'informed_already', 'informing_impossible', 'obtained_by_law', 'professional_secrecy', 'rights_of_others', 'expression', 'legal_duty', 'public_task', 'public_health', 'archiving', 'legal_claim', 'portability_public_task', 'compelling_grounds', 'research_public_interest', 'computer_contract', 'computer_consent', 'computer_law', 'research', 'archive', 'public_register', 'uavg_a', 'uavg_b', 'uavg_c', 'uavg_d', 'uavg_e', 'uavg_f', 'uavg_g', 'uavg_h', 'uavg_i', 'uavg_j', 'administrative_burden', 'no_motive']),
  weighing text check (length(weighing) between 1 and 10000),
  law text check (length(law) between 1 and 300),
  essence_kept boolean,
  is_necessary boolean,
  is_proportionate boolean,
  is_seen_by_person boolean,
  granted_part text check (length(granted_part) between 1 and 5000),
  refused_part text check (length(refused_part) between 1 and 5000),
  reasons text check (length(reasons) between 1 and 10000),
  decided_on date,
  decided_by uuid,
  decided_for uuid,
  mandate uuid,
  answer text check (length(answer) between 1 and 20000),
  answered_on date,
  no_recipients boolean,
  objection_kind text check (objection_kind in ('objection', 'petition', 'appeal', 'mediation')),
  objection_received_on date,
  objection_counts_from date,
  objection_outcome text check (objection_outcome in ('upheld', 'partly', 'dismissed', 'inadmissible', 'withdrawn')),
  objection_decided_on date,
  hours_spent integer check (hours_spent between 0 and 10000),
  primary key (organisation_id, id),
  unique (organisation_id, number),
  foreign key (organisation_id, department) references department,
  foreign key (organisation_id, handler) references person,
  foreign key (organisation_id, taken_with) references subject_request,
  foreign key (organisation_id, identity_checked_by) references person,
  foreign key (organisation_id, forwarded_to) references participant,
  foreign key (organisation_id, decided_by) references person,
  foreign key (organisation_id, decided_for) references governing_body,
  foreign key (organisation_id, mandate) references mandate
);

create index subject_request_sort_name on subject_request (organisation_id, sort_name, id);
create index subject_request_updated on subject_request (organisation_id, updated_at, id);
create index subject_request_status on subject_request (organisation_id, status, sort_name, id);
create index subject_request_review_due on subject_request (organisation_id, review_due_on, id);
create index subject_request_findings on subject_request (organisation_id, findings_blocking, findings_serious, findings_attention, id);
create index subject_request_department on subject_request (organisation_id, department, sort_name, id);

create table subject_request_processings (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  processing uuid,
  note text check (length(note) between 1 and 500),
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references subject_request on delete cascade,
  foreign key (organisation_id, processing) references processing_activity
);

create table subject_request_additions (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  at timestamptz,
  text text check (length(text) between 1 and 5000),
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references subject_request on delete cascade
);

create table subject_request_considerations (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  consideration text check (consideration in ('purposes', 'categories', 'scope', 'safeguards', 'controllers', 'storage', 'risks', 'telling')),
  answer text check (length(answer) between 1 and 5000),
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references subject_request on delete cascade
);

create table subject_request_recipients (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  recipient text check (length(recipient) between 1 and 200),
  what text check (length(what) between 1 and 500),
  told_on date,
  why_not text check (length(why_not) between 1 and 500),
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references subject_request on delete cascade
);

create index subject_request_processings_processing on subject_request_processings (organisation_id, processing, entry_id);

create index subject_request_taken_with on subject_request (organisation_id, taken_with, id);

create index subject_request_mandate on subject_request (organisation_id, mandate, id);

call fence('subject_request', 'select, insert, update, delete', ':app_role');
call fence('subject_request_processings', 'select, insert, update, delete', ':app_role');
call fence('subject_request_additions', 'select, insert, update, delete', ':app_role');
call fence('subject_request_considerations', 'select, insert, update, delete', ':app_role');
call fence('subject_request_recipients', 'select, insert, update, delete', ':app_role');

-- The desk asks whether somebody asked before, and what came in between two days.
create index subject_request_email on subject_request (organisation_id, subject_email, id);
create index subject_request_received on subject_request (organisation_id, received_at, id);

-- Whose data are kept but not used (art. 18 AVG): a keyed pseudonym of what tells somebody apart, for one processing activity or for all. Not a foreign key to the request: the mark outlives it.
create table restriction (
  organisation_id uuid not null references organisation,
  id uuid not null,
  subject bytea not null check (length(subject) = 32),
  processing uuid,
  why text not null check (why in ('accuracy_contested', 'unlawful_not_erased', 'needed_for_claim', 'objection_pending')),
  entry_id uuid not null,
  from_at timestamptz not null,
  until_at timestamptz check (until_at >= from_at),
  marked_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, processing) references processing_activity
);

create index restriction_subject on restriction (organisation_id, subject, from_at);
create index restriction_entry on restriction (organisation_id, entry_id, id);
create index restriction_processing on restriction (organisation_id, processing, id);

-- To whom no marketing goes (art. 21 lid 3 AVG): nobody can read an address or number from it.
create table marketing_suppression (
  organisation_id uuid not null references organisation,
  subject bytea not null check (length(subject) = 32),
  kind text not null check (kind in ('email', 'phone')),
  entry_id uuid,
  added_at timestamptz not null,
  added_by uuid,
  primary key (organisation_id, subject)
);

create index marketing_suppression_added on marketing_suppression (organisation_id, added_at, subject);

call fence('restriction', 'select, insert, update', ':app_role');
call fence('marketing_suppression', 'select, insert, delete', ':app_role');
