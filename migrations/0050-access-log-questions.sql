-- Questions to the access log and what it signals by itself: who asked what and why, counts by day, persons to watch over, and findings that wait for an explanation.

-- Each question that somebody asked. By whom or what was asked is sealed (the organisation's key); pseudonyms aren't kept, so that destroying the log's keys leaves no way back.
create table access_question (
  organisation_id uuid not null references organisation,
  id uuid not null,
  asked_at timestamptz not null,
  asked_by uuid not null,
  -- subject: who saw this person; employee: what did this employee see; trace: one act.
  kind text not null check (kind in ('subject', 'employee', 'trace')),
  sealed bytea not null,
  reason text not null check (length(reason) between 10 and 1000),
  -- Number of the case or incident that it belongs to.
  reference text check (length(reference) between 1 and 60),
  from_on date,
  until_on date,
  -- How many records were found then, counted up to 10,001.
  found integer not null check (found >= 0),
  primary key (organisation_id, id),
  foreign key (organisation_id, asked_by) references person
);
call fence('access_question', 'select, insert', ':app_role');

-- How far the counts and signals are: the last sealed batch that was read, and the last day over which was looked.
create table access_look (
  organisation_id uuid not null references organisation primary key,
  checkpoint integer not null,
  position integer not null default -1,
  looked_at timestamptz not null,
  day_on date
);
call fence('access_look', 'select, insert, update', ':app_role');

-- Records by day, activity and application, added up from what was sealed. What is one too many for a day is counted together (both texts empty).
create table access_day_count (
  organisation_id uuid not null references organisation,
  day date not null,
  activity text collate "C" not null,
  service text collate "C" not null,
  records bigint not null,
  subjects bigint not null,
  failed bigint not null,
  primary key (organisation_id, day, activity, service)
);
call fence('access_day_count', 'select, insert, update, delete', ':app_role');

-- Kinds of identifiers under which applications name data subjects.
create table access_subject_type (
  organisation_id uuid not null references organisation,
  type text collate "C" not null check (length(type) between 1 and 200),
  primary key (organisation_id, type)
);
call fence('access_subject_type', 'select, insert', ':app_role');

-- Of how many different people an employee used data on a day, in all (activity empty) and by activity. Kept for as long as signals compare with it.
create table access_employee_day (
  organisation_id uuid not null references organisation,
  day date not null,
  actor_id bytea not null check (length(actor_id) = 32),
  activity text collate "C" not null,
  subjects integer not null check (subjects > 0),
  primary key (organisation_id, day, actor_id, activity)
);
create index access_employee_day_actor on access_employee_day (organisation_id, actor_id, day) where activity = '';
call fence('access_employee_day', 'select, insert, delete', ':app_role');

-- What counts as unusual here; none is as the defaults say (src/access-log/signals/signal-rules.ts).
create table access_signal_setting (
  organisation_id uuid not null references organisation primary key,
  volume_least integer not null check (volume_least between 1 and 100000),
  volume_times_own integer not null check (volume_times_own between 2 and 100),
  volume_times_peers integer not null check (volume_times_peers between 2 and 100),
  watches_office_hours boolean not null,
  updated_at timestamptz not null,
  updated_by uuid
);
call fence('access_signal_setting', 'select, insert, update', ':app_role');

-- Whom to watch over: by what applications name them and how people call them, both sealed.
create table access_watch (
  organisation_id uuid not null references organisation,
  id uuid not null,
  sealed bytea not null,
  reason text not null check (length(reason) between 1 and 1000),
  until_on date,
  made_at timestamptz not null,
  made_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, made_by) references person,
  foreign key (organisation_id, ended_by) references person
);
call fence('access_watch', 'select, insert, update (sealed, ended_at, ended_by)', ':app_role');

-- One for each kind, day and employee (or activity, or source): `about` says which, `count` how often.
create table access_signal (
  organisation_id uuid not null references organisation,
  id uuid not null,
  kind text not null check (kind in ('unknown_activity', 'outside_hours', 'colleague', 'watched', 'volume', 'silent_source')),
  day date not null,
  -- Who acted: hex of the pseudonym; an activity or source where it is about that.
  about text collate "C" not null check (length(about) between 1 and 500),
  actor_id bytea check (length(actor_id) = 32),
  -- Id of the watch, the first name of the act, the figures that were compared.
  details jsonb not null,
  count bigint not null check (count > 0),
  first_at timestamptz not null,
  last_at timestamptz not null,
  state text not null check (state in ('open', 'explained', 'incident')),
  explanation text check (length(explanation) between 1 and 2000),
  breach_id uuid,
  settled_at timestamptz,
  settled_by uuid,
  made_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, kind, day, about),
  foreign key (organisation_id, settled_by) references person,
  foreign key (organisation_id, breach_id) references breach on delete set null (breach_id),
  check ((state = 'open') = (settled_at is null))
);
create index access_signal_open on access_signal (organisation_id, day, id) where state = 'open';
create index access_signal_breach on access_signal (organisation_id, breach_id) where breach_id is not null;
call fence('access_signal', 'select, insert, update', ':app_role');
