-- Deadlines: the terms that run for entries, each kept with the rule and the version of the policy that it began under; and when an organisation works.

create table office_hours (
  organisation_id uuid not null references organisation,
  -- From 1 (Monday) to 7 (Sunday); a day without a row is a day on which nobody works. No rows at all: the usual hours.
  weekday smallint not null check (weekday between 1 and 7),
  opens text not null check (opens ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  closes text not null check (closes ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  primary key (organisation_id, weekday),
  check (opens < closes)
);

create table deadline (
  organisation_id uuid not null references organisation,
  id uuid not null,
  register text not null,
  entry_id uuid not null,
  -- Key in the register's declaration.
  kind text not null,
  regime text not null check (regime in ('eu', 'dutch', 'own')),
  -- The rule that gives the term.
  citation text not null,
  -- The term as it was when it began, and by how much it may be extended at most: a policy that changes later changes nothing here.
  duration text not null,
  clock text not null check (clock in ('calendar', 'elapsed', 'working')),
  extend_duration text,
  extend_clock text check (extend_clock in ('calendar', 'elapsed', 'working')),
  -- The organisation's hours where the term is counted by them; null: the usual ones, or not counted by.
  office_hours jsonb,
  policy text,
  policy_version text,
  -- Null while the organisation followed the profile as shipped.
  policy_version_id uuid,
  started_at timestamptz not null,
  -- The last day, for a term of days or longer.
  due_on date,
  -- The first moment that is too late.
  due_at timestamptz not null,
  -- As it was counted first, before anybody extended it or let it stand still.
  first_due_at timestamptz not null,
  -- The policy gives more time than the law, which goes first.
  is_cut boolean not null,
  -- How the end was found, step by step, and what the law also says: words in both languages, each with its article.
  steps jsonb not null,
  notes jsonb not null,
  remind_at timestamptz not null,
  reminded_at timestamptz,
  escalated_at timestamptz,
  suspended_at timestamptz,
  extended_at timestamptz,
  extended_by uuid,
  extension_duration text,
  extension_clock text,
  extension_reason text check (length(extension_reason) between 1 and 10000),
  met_at timestamptz,
  met_by text check (met_by in ('verb', 'status', 'field')),
  -- The entry ended without what the term was for.
  lapsed_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, extended_by) references person,
  check ((met_at is null) = (met_by is null)),
  check ((extend_duration is null) = (extend_clock is null)),
  check ((extended_at is null) = (extension_duration is null) and (extended_at is null) = (extension_clock is null) and (extended_at is null) = (extension_reason is null)),
  check (suspended_at is null or (met_at is null and lapsed_at is null))
);
create index deadline_entry on deadline (organisation_id, register, entry_id, id);
create unique index deadline_one_open on deadline (organisation_id, register, entry_id, kind) where met_at is null and lapsed_at is null;
create index deadline_due on deadline (organisation_id, due_at) where met_at is null and lapsed_at is null;
-- What the sweep still has to tell somebody.
create index deadline_remind on deadline (organisation_id, remind_at) where met_at is null and lapsed_at is null and suspended_at is null and reminded_at is null;
create index deadline_escalate on deadline (organisation_id, due_at) where met_at is null and lapsed_at is null and suspended_at is null and escalated_at is null;

-- Each time that a term stood still, with why (art. 12 lid 6 en overweging 63 AVG).
create table deadline_suspension (
  organisation_id uuid not null,
  deadline_id uuid not null,
  position integer not null check (position >= 0),
  ground text not null check (ground in ('identity', 'specification')),
  reason text not null check (length(reason) between 1 and 10000),
  from_at timestamptz not null,
  -- Null while it stands still.
  until_at timestamptz,
  person_id uuid,
  primary key (organisation_id, deadline_id, position),
  foreign key (organisation_id, deadline_id) references deadline on delete cascade,
  foreign key (organisation_id, person_id) references person,
  check (until_at >= from_at)
);

call fence('office_hours', 'select, insert, update, delete', ':app_role');
call fence('deadline', 'select, insert, update, delete', ':app_role');
call fence('deadline_suspension', 'select, insert, update', ':app_role');
