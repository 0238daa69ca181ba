-- Collecting data for a case, the answer package for the person, and forwarding a case between a service organisation and its participant (H-27 to H-29, H-35, P-20, W-12).

create table collection_task (
  organisation_id uuid not null references organisation,
  id uuid not null,
  -- The case; of whichever register, as with attachments.
  register text not null,
  entry_id uuid not null,
  party text not null check (party in ('department', 'system', 'processor', 'participant')),
  -- The department, system, processor or participant, and its name as it was when it was asked.
  about_id uuid not null,
  about_name text not null check (length(about_name) between 1 and 300),
  -- A colleague, or somebody elsewhere who gets a private link.
  person_id uuid,
  contact_email text check (length(contact_email) between 3 and 254),
  language text not null default 'nl' check (language in ('nl', 'en')),
  -- What is asked, and what is needed to find the person: sealed with the organisation's key. So is what was answered.
  asked bytea not null,
  answer bytea,
  period_from date,
  period_until date,
  due_on date not null,
  state text not null default 'asked' check (state in ('asked', 'accepted', 'delivered', 'nothing_found', 'refused', 'withdrawn')),
  -- Counts up when the private link is made anew: an older one then leads nowhere.
  link_version integer not null default 1,
  asked_at timestamptz not null,
  asked_by uuid,
  accepted_at timestamptz,
  answered_at timestamptz,
  answered_by uuid,
  -- The check on other people's data (art. 15 lid 4 AVG): what stood in it, who looked and when.
  checked_at timestamptz,
  checked_by uuid,
  others text check (others in ('none', 'anonymised', 'withheld')),
  -- Given by the person, by consent or contract, and processed by automated means (art. 20 lid 1 AVG).
  is_portable boolean not null default false,
  reminded_at timestamptz,
  late_told_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person,
  foreign key (organisation_id, asked_by) references person,
  foreign key (organisation_id, answered_by) references person,
  foreign key (organisation_id, checked_by) references person,
  check ((person_id is null) <> (contact_email is null)),
  check ((checked_at is null) = (others is null)),
  check (checked_at is null or state in ('delivered', 'nothing_found')),
  check (period_from is null or period_until is null or period_from <= period_until)
);
create index collection_task_entry on collection_task (organisation_id, register, entry_id, id);
create index collection_task_person on collection_task (organisation_id, person_id, due_on) where state in ('asked', 'accepted');
create index collection_task_due on collection_task (organisation_id, due_on) where state in ('asked', 'accepted');

create table collection_file (
  organisation_id uuid not null references organisation,
  id uuid not null,
  task_id uuid not null,
  file_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  at timestamptz not null,
  -- The colleague who brought it; null for somebody elsewhere.
  person_id uuid,
  -- Made by whoever checked: a version without other people's data.
  is_cleaned boolean not null default false,
  -- Whether it goes to the person; null until it was checked.
  is_given boolean,
  primary key (organisation_id, id),
  unique (organisation_id, file_id),
  foreign key (organisation_id, task_id) references collection_task,
  foreign key (organisation_id, file_id) references stored_file,
  foreign key (organisation_id, person_id) references person
);
create index collection_file_task on collection_file (organisation_id, task_id, id);

create table answer_package (
  organisation_id uuid not null references organisation,
  id uuid not null,
  register text not null,
  entry_id uuid not null,
  kind text not null check (kind in ('access', 'portability')),
  state text not null check (state in ('waiting', 'making', 'ready', 'failed', 'destroyed')),
  language text not null check (language in ('nl', 'en')),
  -- What the answer says, frozen when it was asked for and sealed; gone with the file.
  content bytea,
  -- The code that opens it, sealed; told apart from the link.
  code bytea,
  -- Another organisation that it goes to, with the written consent of the person (art. 20 lid 2 AVG).
  to_name text check (length(to_name) between 1 and 200),
  consent_on date,
  consent_note text check (length(consent_note) between 1 and 1000),
  file_id uuid,
  size bigint,
  sha256 bytea,
  done integer not null default 0,
  parts integer not null default 1,
  attempts integer not null default 0,
  next_attempt_at timestamptz,
  asked_at timestamptz not null,
  asked_by uuid,
  made_at timestamptz,
  ends_at timestamptz not null,
  most_downloads integer not null check (most_downloads between 1 and 50),
  downloads integer not null default 0,
  destroyed_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, file_id),
  foreign key (organisation_id, file_id) references stored_file,
  foreign key (organisation_id, asked_by) references person,
  check ((state = 'ready') = (file_id is not null)),
  check ((next_attempt_at is not null) = (state in ('waiting', 'making'))),
  check ((content is null) = (state in ('destroyed'))),
  check ((to_name is null) = (consent_on is null) and (to_name is null) = (consent_note is null)),
  check (downloads <= most_downloads)
);
create index answer_package_entry on answer_package (organisation_id, register, entry_id, id);
create index answer_package_due on answer_package (organisation_id, next_attempt_at) where next_attempt_at is not null;
create index answer_package_ends on answer_package (organisation_id, ends_at) where state <> 'destroyed';

create table package_download (
  organisation_id uuid not null references organisation,
  id uuid not null,
  package_id uuid not null,
  at timestamptz not null,
  -- The colleague who looked at it; null for whoever has the link and the code.
  person_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, package_id) references answer_package,
  foreign key (organisation_id, person_id) references person
);
create index package_download_package on package_download (organisation_id, package_id, id);

-- Two organisations of this installation that said so both: one serves the other. Each keeps its own row; of the other it knows what is public.
create table participant_tie (
  organisation_id uuid not null references organisation,
  id uuid not null,
  -- The same on both sides, and says nothing.
  reference uuid not null,
  side text not null check (side in ('serves', 'served')),
  -- On the side that serves: which of its participants this is.
  participant_id uuid,
  other_slug text not null check (length(other_slug) between 3 and 40),
  other_name text not null check (length(other_name) between 1 and 200),
  state text not null check (state in ('offered', 'agreed', 'refused', 'ended')),
  at timestamptz not null,
  by_person uuid,
  primary key (organisation_id, id),
  unique (organisation_id, reference),
  foreign key (organisation_id, participant_id) references participant,
  foreign key (organisation_id, by_person) references person,
  check ((side = 'serves') = (participant_id is not null))
);
create unique index participant_tie_participant on participant_tie (organisation_id, participant_id) where state in ('offered', 'agreed');

-- What waits to cross to another organisation, sealed; a job that opens each organisation's own scope in turn carries it.
create table crossing_message (
  organisation_id uuid not null references organisation,
  id uuid not null,
  to_slug text not null,
  kind text not null check (kind in ('tie', 'tie-answer', 'case', 'standing')),
  -- Gone as soon as it is across.
  content bytea,
  created_at timestamptz not null,
  attempts integer not null default 0,
  next_attempt_at timestamptz,
  crossed_at timestamptz,
  primary key (organisation_id, id),
  check (content is not null or next_attempt_at is null)
);
create index crossing_message_due on crossing_message (organisation_id, next_attempt_at) where next_attempt_at is not null;

-- What came across: kept so that the same message never does its work twice.
create table crossing_arrival (
  organisation_id uuid not null references organisation,
  message_id uuid not null,
  kind text not null,
  at timestamptz not null,
  primary key (organisation_id, message_id)
);

create table forwarded_case (
  organisation_id uuid not null references organisation,
  id uuid not null,
  -- The same on both sides; no number, no name and no text of the other side is kept beside it.
  reference uuid not null,
  direction text not null check (direction in ('out', 'in')),
  register text not null,
  entry_id uuid not null,
  participant_id uuid,
  -- Null where the participant doesn't work here, and the clock is followed by hand.
  tie_id uuid,
  other_name text not null check (length(other_name) between 1 and 200),
  state text not null check (state in ('sent', 'received', 'accepted', 'answered', 'refused')),
  -- When the service organisation received the case: the participant's clock began then.
  started_at timestamptz not null,
  due_on date,
  sent_at timestamptz not null,
  sent_by uuid,
  accepted_at timestamptz,
  answered_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, reference),
  foreign key (organisation_id, participant_id) references participant,
  foreign key (organisation_id, tie_id) references participant_tie,
  foreign key (organisation_id, sent_by) references person,
  check (direction = 'out' or tie_id is not null)
);
create index forwarded_case_entry on forwarded_case (organisation_id, register, entry_id, id);
create index forwarded_case_open on forwarded_case (organisation_id, id) where direction = 'in' and state in ('received', 'accepted');

call fence('collection_task', 'select, insert, update, delete', ':app_role');
call fence('collection_file', 'select, insert, update, delete', ':app_role');
call fence('answer_package', 'select, insert, update, delete', ':app_role');
call fence('package_download', 'select, insert, delete', ':app_role');
call fence('participant_tie', 'select, insert, update', ':app_role');
call fence('crossing_message', 'select, insert, update, delete', ':app_role');
call fence('crossing_arrival', 'select, insert, delete', ':app_role');
call fence('forwarded_case', 'select, insert, update, delete', ':app_role');

-- For the functions below, which run as the owner.
create policy doors on answer_package for select to current_user using (true);
create policy doors on crossing_message for select to current_user using (true);
create policy doors on forwarded_case for select to current_user using (true);

-- Organisations with a package to make, a message to bring across or a standing to tell: ids only, and each is then worked on within its own fence.
create function packages_due(moment timestamptz) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
  as $$ select o.id from organisation o where exists (select from answer_package p where p.organisation_id = o.id and p.next_attempt_at <= moment) limit 1000 $$;
create function crossings_due(moment timestamptz) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
  as $$ select o.id from organisation o where exists (select from crossing_message m where m.organisation_id = o.id and m.next_attempt_at <= moment) limit 1000 $$;
create function standings_open() returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
  as $$ select o.id from organisation o where exists (select from forwarded_case f where f.organisation_id = o.id and f.direction = 'in' and f.state in ('received', 'accepted')) $$;
call only_for(':app_role', 'packages_due(timestamptz)');
call only_for(':app_role', 'crossings_due(timestamptz)');
call only_for(':app_role', 'standings_open()');
