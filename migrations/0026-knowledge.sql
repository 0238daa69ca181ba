-- What colleagues ask, how they work, and where it is talked over: questions from the work floor, work instructions, privacy meetings (N-15, N-54, H-52).

create table question (
  organisation_id uuid not null references organisation,
  id uuid not null,
  status text not null check (status in ('open', 'answered', 'published', 'closed')),
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
  subject text check (subject in ('allowed', 'sharing', 'rights', 'breaches', 'retention', 'processors', 'special', 'images', 'security', 'other')),
  question text check (length(question) between 1 and 20000),
  department uuid,
  processing uuid,
  is_private boolean,
  answer text check (length(answer) between 1 and 20000),
  sources text check (length(sources) between 1 and 1000),
  answered_by uuid,
  answered_on date,
  primary key (organisation_id, id),
  unique (organisation_id, number),
  foreign key (organisation_id, department) references department,
  foreign key (organisation_id, processing) references processing_activity,
  foreign key (organisation_id, answered_by) references person
);

create index question_sort_name on question (organisation_id, sort_name, id);
create index question_updated on question (organisation_id, updated_at, id);
create index question_status on question (organisation_id, status, sort_name, id);
create index question_review_due on question (organisation_id, review_due_on, id);
create index question_findings on question (organisation_id, findings_blocking, findings_serious, findings_attention, id);
create index question_department on question (organisation_id, department, sort_name, id);

create index question_processing on question (organisation_id, processing, id);

call fence('question', 'select, insert, update, delete', ':app_role');

create table work_instruction (
  organisation_id uuid not null references organisation,
  id uuid not null,
  status text not null check (status in ('draft', 'active', 'ended')),
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
  subject text check (subject in ('rights', 'objections', 'archives', 'cameras', 'bsn', 'breaches', 'identity_documents', 'devices', 'other')),
  summary text check (length(summary) between 1 and 500),
  audience text check (length(audience) between 1 and 300),
  body text check (length(body) between 1 and 50000),
  department uuid,
  owner uuid,
  citation text check (length(citation) between 1 and 300),
  primary key (organisation_id, id),
  unique (organisation_id, number),
  foreign key (organisation_id, department) references department,
  foreign key (organisation_id, owner) references person
);

create index work_instruction_sort_name on work_instruction (organisation_id, sort_name, id);
create index work_instruction_updated on work_instruction (organisation_id, updated_at, id);
create index work_instruction_status on work_instruction (organisation_id, status, sort_name, id);
create index work_instruction_review_due on work_instruction (organisation_id, review_due_on, id);
create index work_instruction_findings on work_instruction (organisation_id, findings_blocking, findings_serious, findings_attention, id);
create index work_instruction_department on work_instruction (organisation_id, department, sort_name, id);

call fence('work_instruction', 'select, insert, update, delete', ':app_role');

create table privacy_meeting (
  organisation_id uuid not null references organisation,
  id uuid not null,
  status text not null check (status in ('planned', 'held', 'cancelled')),
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
  kind text check (kind in ('privacy', 'department', 'management')),
  department uuid,
  planned_on date,
  place text check (length(place) between 1 and 300),
  held_on date,
  minutes text check (length(minutes) between 1 and 50000),
  primary key (organisation_id, id),
  unique (organisation_id, number),
  foreign key (organisation_id, department) references department
);

create index privacy_meeting_sort_name on privacy_meeting (organisation_id, sort_name, id);
create index privacy_meeting_updated on privacy_meeting (organisation_id, updated_at, id);
create index privacy_meeting_status on privacy_meeting (organisation_id, status, sort_name, id);
create index privacy_meeting_review_due on privacy_meeting (organisation_id, review_due_on, id);
create index privacy_meeting_findings on privacy_meeting (organisation_id, findings_blocking, findings_serious, findings_attention, id);

create table privacy_meeting_participants (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  person uuid,
  part text check (part in ('chair', 'member', 'guest')),
  was_there boolean,
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references privacy_meeting on delete cascade,
  foreign key (organisation_id, person) references person
);

create table privacy_meeting_agenda (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  matter text check (length(matter) between 1 and 500),
  link text check (length(link) between 1 and 500),
  note text check (length(note) between 1 and 2000),
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references privacy_meeting on delete cascade
);

create table privacy_meeting_decisions (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  decision text check (length(decision) between 1 and 2000),
  reason text check (length(reason) between 1 and 2000),
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references privacy_meeting on delete cascade
);

create table privacy_meeting_actions (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  action text check (length(action) between 1 and 1000),
  owner uuid,
  due_on date,
  done_on date,
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references privacy_meeting on delete cascade,
  foreign key (organisation_id, owner) references person
);

call fence('privacy_meeting', 'select, insert, update, delete', ':app_role');
call fence('privacy_meeting_participants', 'select, insert, update, delete', ':app_role');
call fence('privacy_meeting_agenda', 'select, insert, update, delete', ':app_role');
call fence('privacy_meeting_decisions', 'select, insert, update, delete', ':app_role');
call fence('privacy_meeting_actions', 'select, insert, update, delete', ':app_role');
