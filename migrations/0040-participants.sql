-- Participants: the catalogue of services that they take, the instructions that they give, and what is shared with them (art. 28 lid 3 onder a en art. 30 lid 2 AVG; W-02, W-05).

create table service (
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
  kind text,
  kind_catalogue text generated always as ('service') stored,
  description text check (length(description) between 1 and 20000),
  department uuid,
  owner uuid,
  contact text check (length(contact) between 1 and 300),
  out_of_hours text check (length(out_of_hours) between 1 and 300),
  security_level text check (security_level in ('standard', 'raised', 'high')),
  note text check (length(note) between 1 and 20000),
  primary key (organisation_id, id),
  unique (organisation_id, number),
  foreign key (organisation_id, kind_catalogue, kind) references catalogue_term,
  foreign key (organisation_id, department) references department,
  foreign key (organisation_id, owner) references person
);

create index service_sort_name on service (organisation_id, sort_name, id);
create index service_updated on service (organisation_id, updated_at, id);
create index service_status on service (organisation_id, status, sort_name, id);
create index service_review_due on service (organisation_id, review_due_on, id);
create index service_findings on service (organisation_id, findings_blocking, findings_serious, findings_attention, id);
create index service_department on service (organisation_id, department, sort_name, id);

create table service_participants (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  participant uuid,
  since_on date,
  until_on date,
  agreement text check (length(agreement) between 1 and 200),
  agreement_on date,
  agreement_until_on date,
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references service on delete cascade,
  foreign key (organisation_id, participant) references participant
);

create table service_processings (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  processing uuid,
  note text check (length(note) between 1 and 1000),
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references service on delete cascade,
  foreign key (organisation_id, processing) references processing_activity
);

create table service_systems (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  system uuid,
  note text check (length(note) between 1 and 1000),
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references service on delete cascade,
  foreign key (organisation_id, system) references information_system
);

create table service_sub_processors (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  processor uuid,
  what text check (length(what) between 1 and 1000),
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references service on delete cascade,
  foreign key (organisation_id, processor) references processor
);

create table service_measures (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  key text not null,
  catalogue text generated always as ('measure') stored,
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references service on delete cascade,
  foreign key (organisation_id, catalogue, key) references catalogue_term
);
create index service_measures_key on service_measures (organisation_id, key, entry_id);

create index service_processings_processing on service_processings (organisation_id, processing, entry_id);

create index service_systems_system on service_systems (organisation_id, system, entry_id);

create index service_sub_processors_processor on service_sub_processors (organisation_id, processor, entry_id);

call fence('service', 'select, insert, update, delete', ':app_role');
call fence('service_participants', 'select, insert, update, delete', ':app_role');
call fence('service_processings', 'select, insert, update, delete', ':app_role');
call fence('service_systems', 'select, insert, update, delete', ':app_role');
call fence('service_sub_processors', 'select, insert, update, delete', ':app_role');
call fence('service_measures', 'select, insert, update, delete', ':app_role');

create table instruction (
  organisation_id uuid not null references organisation,
  id uuid not null,
  status text not null check (status in ('received', 'acknowledged', 'objected', 'carried_out', 'withdrawn')),
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
  participant uuid,
  kind text check (kind in ('begin', 'change', 'stop', 'erase', 'hand_over', 'transfer', 'security', 'sub_processor', 'rights', 'other')),
  instruction text check (length(instruction) between 1 and 20000),
  service uuid,
  processing uuid,
  received_on date,
  given_by text check (length(given_by) between 1 and 200),
  means text check (means in ('agreement', 'letter', 'email', 'portal', 'here', 'meeting', 'spoken')),
  confirmed_on date,
  document text check (length(document) between 1 and 500),
  due_on date,
  department uuid,
  owner uuid,
  note text check (length(note) between 1 and 20000),
  acknowledged_on date,
  acknowledged_by uuid,
  reply text check (length(reply) between 1 and 5000),
  objected_on date,
  objection text check (length(objection) between 1 and 10000),
  objection_article text check (length(objection_article) between 1 and 300),
  objection_told_on date,
  objection_answered_on date,
  objection_answer text check (length(objection_answer) between 1 and 10000),
  carried_out_on date,
  done text check (length(done) between 1 and 10000),
  proof text check (length(proof) between 1 and 1000),
  withdrawn_on date,
  withdrawn_reason text check (length(withdrawn_reason) between 1 and 10000),
  replaced_by uuid,
  primary key (organisation_id, id),
  unique (organisation_id, number),
  foreign key (organisation_id, participant) references participant,
  foreign key (organisation_id, service) references service,
  foreign key (organisation_id, processing) references processing_activity,
  foreign key (organisation_id, department) references department,
  foreign key (organisation_id, owner) references person,
  foreign key (organisation_id, acknowledged_by) references person,
  foreign key (organisation_id, replaced_by) references instruction
);

create index instruction_sort_name on instruction (organisation_id, sort_name, id);
create index instruction_updated on instruction (organisation_id, updated_at, id);
create index instruction_status on instruction (organisation_id, status, sort_name, id);
create index instruction_review_due on instruction (organisation_id, review_due_on, id);
create index instruction_findings on instruction (organisation_id, findings_blocking, findings_serious, findings_attention, id);
create index instruction_department on instruction (organisation_id, department, sort_name, id);

create index instruction_service on instruction (organisation_id, service, id);

create index instruction_processing on instruction (organisation_id, processing, id);

create index instruction_replaced_by on instruction (organisation_id, replaced_by, id);

call fence('instruction', 'select, insert, update, delete', ':app_role');

create index instruction_participant on instruction (organisation_id, participant, id);
create index service_participants_participant on service_participants (organisation_id, participant, entry_id);

-- Where an instruction came from when its participant gave it itself: over a tie with its own organisation here, or through the portal.
create table origin_of_instruction (
  organisation_id uuid not null references organisation,
  entry_id uuid not null,
  -- Over a tie the same on both sides, and it says nothing.
  reference uuid not null,
  tie_id uuid,
  invitation_id uuid,
  primary key (organisation_id, entry_id),
  unique (organisation_id, reference),
  foreign key (organisation_id, entry_id) references instruction on delete cascade,
  foreign key (organisation_id, tie_id) references participant_tie,
  foreign key (organisation_id, invitation_id) references portal_invitation,
  check ((tie_id is null) <> (invitation_id is null))
);

-- What an organisation told its service organisation to do, on the side of the one that is served; of the other side it knows the state and what was told with it.
create table given_instruction (
  organisation_id uuid not null references organisation,
  id uuid not null,
  reference uuid not null,
  tie_id uuid not null,
  other_name text not null check (length(other_name) between 1 and 200),
  title text not null check (length(title) between 1 and 200),
  kind text not null check (kind in ('begin', 'change', 'stop', 'erase', 'hand_over', 'transfer', 'security', 'sub_processor', 'rights', 'other')),
  instruction text not null check (length(instruction) between 1 and 20000),
  service text check (length(service) between 1 and 200),
  given_by text not null check (length(given_by) between 1 and 200),
  given_on date not null,
  due_on date,
  -- Never crosses.
  note text check (length(note) between 1 and 20000),
  state text not null check (state in ('sent', 'received', 'acknowledged', 'objected', 'carried_out', 'withdrawn', 'refused')),
  state_at timestamptz not null,
  reply text,
  objection text,
  objection_article text,
  answer text,
  done text,
  done_on date,
  proof text,
  created_by uuid,
  primary key (organisation_id, id),
  unique (organisation_id, reference),
  foreign key (organisation_id, tie_id) references participant_tie,
  foreign key (organisation_id, created_by) references person
);

call fence('origin_of_instruction', 'select, insert, delete', ':app_role');
call fence('given_instruction', 'select, insert, update', ':app_role');

-- Two tied organisations may also tell each other what a topic says (src/case-kit/forwarding/topics.ts).
alter table crossing_message drop constraint crossing_message_kind_check;
alter table crossing_message add constraint crossing_message_kind_check check (kind in ('tie', 'tie-answer', 'case', 'standing', 'message'));
