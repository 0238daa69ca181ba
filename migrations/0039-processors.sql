-- Processors deepened: contacts, proof, prior consent per sub-processor, the chain; audits; and what a processor proposes in its portal (art. 28 AVG; H-43, H-64, N-42, N-43, M-08, W-08).

alter table processor add column security_measures text check (length(security_measures) between 1 and 20000);
alter table processor_guarantees add column proof text check (length(proof) between 1 and 300);
create index processor_chamber_number on processor (organisation_id, chamber_number) where chamber_number is not null;

create table processor_contacts (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  purpose text check (purpose in ('breach', 'out_of_hours', 'security', 'privacy', 'contract', 'audit')),
  who text check (length(who) between 1 and 300),
  email text check (length(email) between 1 and 300),
  phone text check (length(phone) between 1 and 60),
  hours text check (length(hours) between 1 and 200),
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references processor on delete cascade
);

alter table processor_sub_processors
  add column engaged_by text check (length(engaged_by) between 1 and 300),
  add column reaches_participants boolean,
  add column since_on date,
  add column asked_on date,
  add column consented_on date,
  add column consented_by uuid,
  add column instrument text check (instrument in ('adequacy', 'scc', 'bcr', 'other')),
  add column transfer_consent_on date,
  add column stopped_on date,
  add column copies_deleted_on date,
  add foreign key (organisation_id, consented_by) references person,
  drop constraint processor_sub_processors_consent_check,
  add check (consent in ('none', 'asked', 'conditional', 'given', 'refused'));

create index processor_sub_processors_country on processor_sub_processors (organisation_id, country, entry_id);

call fence('processor_contacts', 'select, insert, update, delete', ':app_role');

create table processor_audit (
  organisation_id uuid not null references organisation,
  id uuid not null,
  status text not null check (status in ('prepared', 'announced', 'held', 'closed', 'cancelled')),
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
  manner text check (manner in ('own', 'independent', 'memorandum', 'own_statement')),
  auditor text check (length(auditor) between 1 and 300),
  subject text check (length(subject) between 1 and 4000),
  cause text check (length(cause) between 1 and 4000),
  cost_rule text check (cost_rule in ('us', 'processor', 'each', 'by_outcome')),
  announced_on date,
  planned_on date,
  held_on date,
  conclusion text check (conclusion in ('sufficient', 'improve', 'insufficient')),
  summary text check (length(summary) between 1 and 20000),
  report_on date,
  note text check (length(note) between 1 and 20000),
  primary key (organisation_id, id),
  unique (organisation_id, number),
  foreign key (organisation_id, processor) references processor,
  foreign key (organisation_id, department) references department,
  foreign key (organisation_id, owner) references person
);

create index processor_audit_sort_name on processor_audit (organisation_id, sort_name, id);
create index processor_audit_updated on processor_audit (organisation_id, updated_at, id);
create index processor_audit_status on processor_audit (organisation_id, status, sort_name, id);
create index processor_audit_review_due on processor_audit (organisation_id, review_due_on, id);
create index processor_audit_findings on processor_audit (organisation_id, findings_blocking, findings_serious, findings_attention, id);
create index processor_audit_department on processor_audit (organisation_id, department, sort_name, id);

create table processor_audit_questions (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  question text check (length(question) between 1 and 1000),
  answer text check (length(answer) between 1 and 4000),
  answered_on date,
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references processor_audit on delete cascade
);

create table processor_audit_points (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  finding text check (length(finding) between 1 and 2000),
  severity text check (severity in ('high', 'medium', 'low')),
  recommendation text check (length(recommendation) between 1 and 2000),
  due_on date,
  answer text check (length(answer) between 1 and 4000),
  done_on date,
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references processor_audit on delete cascade
);

create index processor_audit_processor on processor_audit (organisation_id, processor, id);

call fence('processor_audit', 'select, insert, update, delete', ':app_role');
call fence('processor_audit_questions', 'select, insert, update, delete', ':app_role');
call fence('processor_audit_points', 'select, insert, update, delete', ':app_role');

-- What somebody of a processor wrote in the portal and we haven't taken over yet. Content is sealed; once decided it stays as proof of what was asked and answered.
create table partner_proposal (
  organisation_id uuid not null references organisation,
  id uuid not null,
  processor uuid not null,
  kind text not null check (kind in ('contacts', 'security', 'guarantee', 'sub_processor', 'sub_processor_end', 'successor')),
  content bytea not null,
  file_id uuid,
  file_name text check (length(file_name) between 1 and 200),
  invitation_id uuid not null,
  made_at timestamptz not null,
  state text not null check (state in ('open', 'accepted', 'refused', 'withdrawn')),
  decided_at timestamptz,
  decided_by uuid,
  -- Said to the processor.
  reason text check (length(reason) between 1 and 2000),
  primary key (organisation_id, id),
  foreign key (organisation_id, processor) references processor on delete cascade,
  foreign key (organisation_id, invitation_id) references portal_invitation,
  foreign key (organisation_id, file_id) references stored_file,
  foreign key (organisation_id, decided_by) references person,
  check ((state = 'open') = (decided_at is null))
);
create index partner_proposal_processor on partner_proposal (organisation_id, processor, made_at);
create index partner_proposal_open on partner_proposal (organisation_id, made_at) where state = 'open';
call fence('partner_proposal', 'select, insert, update, delete', ':app_role');

-- Yearly confirmation, and an app as the second factor instead of a mailed code.
alter table portal_invitation
  add column confirmed_at timestamptz,
  add column asked_at timestamptz,
  add column successor_of uuid,
  add column totp_secret bytea,
  add column totp_pending bytea,
  add column totp_last_step bigint,
  add column totp_confirmed_at timestamptz,
  add foreign key (organisation_id, successor_of) references portal_invitation;
create index portal_invitation_party on portal_invitation (organisation_id, register, party_id);
