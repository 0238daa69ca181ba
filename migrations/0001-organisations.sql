-- Organisations (the tenants) and what every room leans on: people, catalogues, history, findings, access records.
-- Every tenant table: organisation first in each key, forced row-level security, no rights beyond what the application needs.

create function app_organisation() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.organisation', true), '')::uuid $$;

-- Puts the tenant fence around a table and grants the application what it may do there.
create procedure fence(table_name text, rights text, grantee text) language plpgsql as $$
begin
  execute format('alter table %I enable row level security', table_name);
  execute format('alter table %I force row level security', table_name);
  execute format('create policy tenant on %I using (organisation_id = app_organisation()) with check (organisation_id = app_organisation())', table_name);
  if rights <> '' then
    execute format('grant %s on %I to %s', rights, table_name, grantee);
  end if;
end $$;

create table organisation (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z][a-z0-9-]{1,38}[a-z0-9]$'),
  name text not null,
  kind text not null check (kind in ('municipality', 'joint_body', 'service_organisation', 'firm')),
  profile text,
  key_wrapped bytea not null,
  is_demo boolean not null default false,
  -- Null follows the policy: a second factor is required unless the organisation's policy says otherwise.
  second_factor_required boolean not null default true,
  contact_address text,
  contact_email text,
  contact_phone text,
  dpo_contact text,
  website text,
  tooi_uri text,
  revision integer not null default 1,
  created_at timestamptz not null
);
alter table organisation enable row level security;
alter table organisation force row level security;
create policy tenant on organisation using (id = app_organisation()) with check (id = app_organisation());
-- For find_organisation below, which runs as the owner.
create policy doors on organisation for select to current_user using (true);
grant select, insert on organisation to :app_role;
grant update (name, profile, second_factor_required, contact_address, contact_email, contact_phone, dpo_contact, website, tooi_uri, revision) on organisation to :app_role;

create table governing_body (
  organisation_id uuid not null references organisation,
  id uuid not null,
  name text not null,
  position integer not null,
  is_active boolean not null default true,
  primary key (organisation_id, id),
  unique (organisation_id, name)
);

create table department (
  organisation_id uuid not null references organisation,
  id uuid not null,
  name text not null,
  parent_id uuid,
  is_active boolean not null default true,
  primary key (organisation_id, id),
  unique (organisation_id, name),
  foreign key (organisation_id, parent_id) references department
);

create table job_function (
  organisation_id uuid not null references organisation,
  id uuid not null,
  name text not null,
  primary key (organisation_id, id),
  unique (organisation_id, name)
);

create table person (
  organisation_id uuid not null references organisation,
  id uuid not null,
  account_id uuid,
  name text not null,
  email text not null,
  department_id uuid,
  job_function_id uuid,
  is_active boolean not null default true,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, department_id) references department,
  foreign key (organisation_id, job_function_id) references job_function
);
create unique index person_account on person (organisation_id, account_id);
create unique index person_email on person (organisation_id, lower(email));

create table role_assignment (
  organisation_id uuid not null references organisation,
  id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('dpo', 'privacy_officer', 'ciso', 'iso', 'process_owner', 'employee', 'auditor', 'administrator')),
  -- The department that the role reaches, with those below it; null is the whole organisation.
  department_id uuid,
  valid_from date not null,
  valid_until date,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person,
  foreign key (organisation_id, department_id) references department,
  check (role <> 'process_owner' or department_id is not null)
);
create index role_assignment_person on role_assignment (organisation_id, person_id);

-- Whom a service organisation serves. The participant's own data live in its own tenant; this holds only what is public about it.
create table participant (
  organisation_id uuid not null references organisation,
  id uuid not null,
  name text not null,
  kind text not null check (kind in ('municipality', 'joint_body', 'service_organisation', 'firm')),
  slug text,
  contact text,
  is_active boolean not null default true,
  primary key (organisation_id, id),
  unique (organisation_id, name)
);

create table catalogue_term (
  organisation_id uuid not null references organisation,
  catalogue text not null,
  key text not null,
  label_nl text not null,
  label_en text not null,
  note_nl text,
  parent_key text,
  marks text[] not null default '{}',
  citation text,
  law text,
  term text,
  disposal text check (disposal in ('destroy', 'keep_permanently')),
  valid_from date,
  valid_until date,
  position integer not null,
  origin text not null,
  version text not null,
  synonyms text[] not null default '{}',
  is_active boolean not null default true,
  primary key (organisation_id, catalogue, key)
);

-- History: one row a verb, with its field changes. Append-only by grant: the application can't change or remove it.
create table history_event (
  organisation_id uuid not null references organisation,
  id uuid not null,
  register text not null,
  entry_id uuid not null,
  verb text not null,
  -- The person, or null for the system (then `actor_task` says which task).
  person_id uuid,
  actor_task text,
  at timestamptz not null,
  -- The entry's revision after this event; null when the verb changed no field.
  revision integer,
  note text,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person
);
create index history_event_entry on history_event (organisation_id, register, entry_id, id);

create table history_change (
  organisation_id uuid not null references organisation,
  event_id uuid not null,
  field text not null,
  before jsonb,
  after jsonb,
  primary key (organisation_id, event_id, field),
  foreign key (organisation_id, event_id) references history_event
);

create table finding (
  organisation_id uuid not null references organisation,
  register text not null,
  entry_id uuid not null,
  rule text not null,
  -- The field beside which it is shown.
  field text not null,
  severity text not null check (severity in ('blocking', 'serious', 'attention')),
  -- Which value it concerns, where a field has several.
  detail text not null default '',
  since timestamptz not null,
  primary key (organisation_id, register, entry_id, rule, detail)
);
create index finding_rule on finding (organisation_id, register, rule, entry_id);

-- Who used whose data, when, for which activity (Logboek Dataverwerkingen 1.0.0): append-only, a partition a month.
create table access_record (
  organisation_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  trace_id bytea not null check (length(trace_id) = 16),
  span_id bytea not null check (length(span_id) = 8),
  parent_span_id bytea check (length(parent_span_id) = 8),
  name text not null,
  activity_uri text not null,
  actor_id bytea,
  subject_id bytea,
  subject_type text,
  status text not null check (status in ('Unset', 'Ok', 'Error')),
  primary key (organisation_id, at, id)
) partition by range (at);
create index access_record_subject on access_record (organisation_id, subject_id, at);
create table access_record_default partition of access_record default;

call fence('governing_body', 'select, insert, update', ':app_role');
call fence('department', 'select, insert, update', ':app_role');
call fence('job_function', 'select, insert, update', ':app_role');
call fence('person', 'select, insert, update', ':app_role');
call fence('role_assignment', 'select, insert, update, delete', ':app_role');
call fence('participant', 'select, insert, update', ':app_role');
call fence('catalogue_term', 'select, insert, update', ':app_role');
call fence('history_event', 'select, insert', ':app_role');
call fence('history_change', 'select, insert', ':app_role');
call fence('finding', 'select, insert, update, delete', ':app_role');
call fence('access_record', 'select, insert', ':app_role');
call fence('access_record_default', '', ':app_role');

-- For a function that runs with the owner's rights: nobody but the application may call it. Such a function names pg_temp last in its
-- search path: otherwise a temporary table of the caller's making would come before the real one.
create procedure only_for(grantee text, signature text) language plpgsql as $$
begin
  execute format('revoke execute on function %s from public', signature);
  execute format('grant execute on function %s to %s', signature, grantee);
end $$;

-- The doors that must work before an organisation is known. Each gives one organisation or none, never a list of them.
create function find_organisation(wanted_slug text)
  returns table (id uuid, slug text, name text, kind text, profile text, key_wrapped bytea, is_demo boolean, second_factor_required boolean)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select o.id, o.slug, o.name, o.kind, o.profile, o.key_wrapped, o.is_demo, o.second_factor_required from organisation o where o.slug = wanted_slug $$;

create function has_organisations() returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from organisation) $$;

-- For work over all organisations, such as the daily sweep: ids only, and each is then worked on within its own fence.
create function organisation_ids() returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
  as $$ select id from organisation order by id $$;

call only_for(':app_role', 'find_organisation(text)');
call only_for(':app_role', 'has_organisations()');
call only_for(':app_role', 'organisation_ids()');
