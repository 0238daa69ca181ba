-- Tasks: the activities that privacy asks of people; who takes them over; and what was told to whoever is accountable when they were late.

create table task (
  organisation_id uuid not null references organisation,
  id uuid not null,
  status text not null check (status in ('open', 'done', 'dropped')),
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
  description text check (length(description) between 1 and 20000),
  norm text check (length(norm) between 1 and 10),
  department uuid,
  owner uuid,
  role text check (role in ('privacy_officer', 'dpo', 'process_owner', 'ciso', 'iso', 'administrator')),
  stand_in uuid,
  stand_in_until date,
  stand_in_note text check (length(stand_in_note) between 1 and 2000),
  due_on date,
  recurrence text check (recurrence in ('once', 'month', 'quarter', 'half_year', 'year')),
  series_from date,
  follows uuid,
  processing uuid,
  system uuid,
  processor uuid,
  agreement uuid,
  progress text check (length(progress) between 1 and 20000),
  done_on date,
  outcome text check (length(outcome) between 1 and 20000),
  primary key (organisation_id, id),
  unique (organisation_id, number),
  foreign key (organisation_id, department) references department,
  foreign key (organisation_id, owner) references person,
  foreign key (organisation_id, stand_in) references person,
  foreign key (organisation_id, follows) references task,
  foreign key (organisation_id, processing) references processing_activity,
  foreign key (organisation_id, system) references information_system,
  foreign key (organisation_id, processor) references processor,
  foreign key (organisation_id, agreement) references processor_agreement
);

create index task_sort_name on task (organisation_id, sort_name, id);
create index task_updated on task (organisation_id, updated_at, id);
create index task_status on task (organisation_id, status, sort_name, id);
create index task_review_due on task (organisation_id, review_due_on, id);
create index task_findings on task (organisation_id, findings_blocking, findings_serious, findings_attention, id);
create index task_department on task (organisation_id, department, sort_name, id);
create index task_follows on task (organisation_id, follows, id);
create index task_processing on task (organisation_id, processing, id);
create index task_system on task (organisation_id, system, id);
create index task_processor on task (organisation_id, processor, id);
create index task_agreement on task (organisation_id, agreement, id);
create index task_owner on task (organisation_id, owner, id) where status = 'open';
create index task_stand_in on task (organisation_id, stand_in, id) where status = 'open';

call fence('task', 'select, insert, update, delete', ':app_role');

-- A message that may be made twice (a job that runs again after a crash) is kept once.
alter table mail_message add column once_key text check (length(once_key) between 1 and 200);
create unique index mail_message_once on mail_message (organisation_id, once_key);

-- Who takes over somebody's tasks while that person is away.
create table work_absence (
  organisation_id uuid not null references organisation,
  person_id uuid not null,
  stand_in_id uuid not null,
  from_on date not null,
  until_on date not null,
  note text check (length(note) between 1 and 2000),
  created_at timestamptz not null,
  primary key (organisation_id, person_id),
  foreign key (organisation_id, person_id) references person,
  foreign key (organisation_id, stand_in_id) references person,
  check (from_on <= until_on),
  check (stand_in_id <> person_id)
);
create index work_absence_stand_in on work_absence (organisation_id, stand_in_id);

-- What was told to whoever is accountable for it: once for each day on which it was due.
create table work_escalation (
  organisation_id uuid not null references organisation,
  item text not null check (length(item) between 1 and 200),
  due_on date not null,
  person_id uuid not null,
  told_on date not null,
  primary key (organisation_id, item, due_on, person_id),
  foreign key (organisation_id, person_id) references person
);

create table work_setting (
  organisation_id uuid not null references organisation,
  -- Days after which something late is told to whoever is accountable; null: never.
  escalate_after_days integer check (escalate_after_days between 1 and 365),
  primary key (organisation_id)
);

call fence('work_absence', 'select, insert, update, delete', ':app_role');
call fence('work_escalation', 'select, insert, update, delete', ':app_role');
call fence('work_setting', 'select, insert, update, delete', ':app_role');
