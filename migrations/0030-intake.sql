-- Intake: forms that people fill in without an account, their files, the private links by which they follow their case, and the doors for employees, citizens and partners.

create table intake_form (
  organisation_id uuid not null references organisation,
  id uuid not null,
  -- Of a register of cases, and of its ways in.
  register text not null check (length(register) between 1 and 60),
  intake text not null check (length(intake) between 1 and 60),
  -- draft: being filled in; waiting: sent, the case is still to be made; held: a person looks first; received: the case is there; refused: it was no message.
  state text not null default 'draft' check (state in ('draft', 'waiting', 'held', 'received', 'refused')),
  -- Of the secret that only the visitor's browser has.
  browser_hash bytea not null,
  -- What was filled in, sealed: a draft with a key that needs the browser's secret; gone once the case is there.
  content bytea,
  language text not null check (language in ('nl', 'en')),
  begun_at timestamptz not null,
  expires_at timestamptz,
  sent_at timestamptz,
  number text check (length(number) between 1 and 60),
  -- Why it may be no message of a person.
  doubts text[] not null default '{}',
  entry_id uuid,
  attempts integer not null default 0,
  next_attempt_at timestamptz,
  settled_at timestamptz,
  settled_by uuid,
  reason text check (length(reason) between 1 and 500),
  -- Keyed digest of who was signed in at the portal.
  subject_hash bytea,
  primary key (organisation_id, id),
  foreign key (organisation_id, settled_by) references person,
  check ((state = 'draft') = (expires_at is not null)),
  check ((state = 'draft') = (sent_at is null)),
  check ((state = 'waiting') = (next_attempt_at is not null)),
  check (content is not null or state in ('received', 'refused')),
  check ((state = 'received') = (entry_id is not null))
);
create index intake_form_expires on intake_form (organisation_id, expires_at) where state = 'draft';
create index intake_form_next on intake_form (organisation_id, next_attempt_at) where next_attempt_at is not null;
create index intake_form_held on intake_form (organisation_id, sent_at) where state = 'held';
create index intake_form_entry on intake_form (organisation_id, register, entry_id) where entry_id is not null;
create index intake_form_subject on intake_form (organisation_id, subject_hash, sent_at) where subject_hash is not null;

create table intake_file (
  organisation_id uuid not null,
  form_id uuid not null,
  file_id uuid not null,
  position integer not null,
  -- Neutral: what the sender called it may hold somebody's name.
  name text not null check (length(name) between 1 and 120),
  primary key (organisation_id, form_id, position),
  unique (organisation_id, file_id),
  foreign key (organisation_id, form_id) references intake_form on delete cascade,
  foreign key (organisation_id, file_id) references stored_file on delete cascade
);

create table status_link (
  organisation_id uuid not null references organisation,
  id uuid not null,
  token_hash bytea not null,
  register text not null check (length(register) between 1 and 60),
  -- Until the case is there, the form that it will be made of.
  form_id uuid,
  entry_id uuid,
  created_at timestamptz not null,
  -- Null: as long as the case runs, and a year after.
  expires_at timestamptz,
  ended_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, token_hash),
  foreign key (organisation_id, form_id) references intake_form on delete cascade,
  check (form_id is not null or entry_id is not null)
);
create index status_link_entry on status_link (organisation_id, register, entry_id) where entry_id is not null;
create index status_link_form on status_link (organisation_id, form_id) where form_id is not null;

-- One secret address for the employees of an organisation that has no network of its own.
create table employee_door (
  organisation_id uuid primary key references organisation,
  token_hash bytea not null,
  made_at timestamptz not null,
  made_by uuid not null,
  foreign key (organisation_id, made_by) references person
);

-- Where citizens prove who they are (a broker for DigiD or eIDAS), by OpenID Connect.
create table portal_provider (
  organisation_id uuid primary key references organisation,
  label text not null check (length(label) between 1 and 80),
  issuer text not null,
  client_id text not null,
  client_secret bytea not null,
  scopes text not null,
  subject_claim text not null,
  name_claim text not null,
  birth_claim text not null,
  level_claim text not null,
  accepted_levels text[] not null default '{}',
  is_enabled boolean not null default false,
  revision integer not null default 1
);

-- A processor or participant who may report here: by a link and a code that is mailed.
create table portal_invitation (
  organisation_id uuid not null references organisation,
  id uuid not null,
  register text not null check (length(register) between 1 and 60),
  party_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  email text not null check (length(email) between 3 and 254),
  language text not null check (language in ('nl', 'en')),
  token_hash bytea not null,
  code_hash bytea,
  code_until timestamptz,
  code_tries integer not null default 0,
  made_at timestamptz not null,
  made_by uuid not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, token_hash),
  foreign key (organisation_id, made_by) references person
);

create table portal_session (
  organisation_id uuid not null references organisation,
  token_hash bytea not null,
  -- Keyed digest of the citizen's identifier, or the invitation of a partner.
  subject_hash bytea,
  invitation_id uuid,
  -- Name, day of birth and level as the provider said them, sealed.
  content bytea not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (organisation_id, token_hash),
  foreign key (organisation_id, invitation_id) references portal_invitation,
  check ((subject_hash is null) <> (invitation_id is null))
);
create index portal_session_expires on portal_session (organisation_id, expires_at);

-- A file that came by a form was brought by nobody who works here.
alter table entry_attachment alter column person_id drop not null;

call fence('intake_form', 'select, insert, update, delete', ':app_role');
call fence('intake_file', 'select, insert, update, delete', ':app_role');
call fence('status_link', 'select, insert, update, delete', ':app_role');
call fence('employee_door', 'select, insert, update, delete', ':app_role');
call fence('portal_provider', 'select, insert, update', ':app_role');
call fence('portal_invitation', 'select, insert, update, delete', ':app_role');
call fence('portal_session', 'select, insert, update, delete', ':app_role');

-- For intake_due below, which runs as the owner.
create policy doors on intake_form for select to current_user using (true);

-- Organisations with sent forms to make cases of, or drafts that are over: ids only, and each is then worked on within its own fence.
create function intake_due(moment timestamptz) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
  as $$ select o.id from organisation o where exists (select from intake_form f where f.organisation_id = o.id and f.next_attempt_at <= moment)
    or exists (select from intake_form f where f.organisation_id = o.id and f.state = 'draft' and f.expires_at <= moment) limit 1000 $$;
call only_for(':app_role', 'intake_due(timestamptz)');
