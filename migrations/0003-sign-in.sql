-- Signing in: accounts and sessions are global, because one person may serve several organisations; all else is fenced per organisation.

create table account (
  id uuid primary key,
  -- Null for an account that exists only through an organisation's identity provider: it claims no address, so it can't be squatted.
  email text check (email = lower(email)),
  password_hash text,
  password_changed_at timestamptz,
  totp_secret bytea,
  totp_pending bytea,
  totp_pending_at timestamptz,
  -- The last time step whose code was used: a code works once.
  totp_last_step integer,
  totp_confirmed_at timestamptz,
  created_at timestamptz not null
);
create unique index account_email on account (email);

create table recovery_code (
  account_id uuid not null references account,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);

create table session (
  id uuid primary key,
  token_hash bytea not null unique,
  account_id uuid not null references account,
  -- A session by an organisation's identity provider opens that organisation only: another's provider can't vouch for this account.
  limited_to uuid references organisation,
  method text not null check (method in ('password', 'oidc', 'invitation', 'setup')),
  second_factor_at timestamptz,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  ip text not null,
  device text not null
);
create index session_account on session (account_id, last_seen_at);
create index session_expiry on session (expires_at);

-- How long a person or address must wait after failures. The key is a hash, so that it tells nothing about who exists.
create table sign_in_wait (
  key bytea primary key,
  failures integer not null,
  wait_until timestamptz not null,
  last_at timestamptz not null
);
create index sign_in_wait_age on sign_in_wait (last_at);

create table sign_in_event (
  id uuid primary key,
  at timestamptz not null,
  what text not null,
  account_id uuid references account,
  -- Null where no one organisation was meant: then each organisation of the account may see it.
  organisation_id uuid references organisation,
  ip text not null,
  device text not null
);
alter table sign_in_event enable row level security;
alter table sign_in_event force row level security;
create policy tenant on sign_in_event using (organisation_id is null or organisation_id = app_organisation())
  with check (organisation_id is null or organisation_id = app_organisation());
create index sign_in_event_account on sign_in_event (account_id, at);
create index sign_in_event_organisation on sign_in_event (organisation_id, at);

-- What somebody had typed when the session turned out to be over.
create table kept_form (
  id uuid primary key,
  account_id uuid references account,
  browser_hash bytea not null,
  content bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index kept_form_expiry on kept_form (expires_at);

-- The one-time code of the very first visit; one row at most.
create table setup_code (
  only_one boolean primary key default true check (only_one),
  code_hash bytea not null,
  created_at timestamptz not null
);

alter table person add foreign key (account_id) references account;
-- Not led by the organisation: this index serves memberships_of, before an organisation is known.
create index person_by_account on person (account_id) where account_id is not null;
create policy doors on person for select to current_user using (true);

alter table role_assignment add column source text not null default 'waarborg' check (source in ('waarborg', 'identity_provider'));
-- Management decides on purposes and means, which a DPO may not combine (art. 38 lid 6 AVG).
alter table job_function add column is_management boolean not null default false;

create table invitation (
  organisation_id uuid not null references organisation,
  id uuid not null,
  person_id uuid not null,
  purpose text not null check (purpose in ('join', 'reset_password')),
  token_hash bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, token_hash),
  foreign key (organisation_id, person_id) references person
);
create index invitation_person on invitation (organisation_id, person_id);

create table allowed_network (
  organisation_id uuid not null references organisation,
  id uuid not null,
  network cidr not null,
  note text not null default '',
  primary key (organisation_id, id),
  unique (organisation_id, network)
);

create table identity_provider (
  organisation_id uuid primary key references organisation,
  label text not null,
  issuer text not null,
  client_id text not null,
  client_secret bytea not null,
  scopes text not null default 'openid email profile',
  email_claim text not null default 'email',
  name_claim text not null default 'name',
  groups_claim text not null default 'groups',
  -- Values of acr or amr that count as a second factor; none means that the product asks for its own.
  accepted_acr text[] not null default '{}',
  accepted_amr text[] not null default '{}',
  may_create_persons boolean not null default false,
  is_enabled boolean not null default false,
  revision integer not null default 1
);

create table identity_provider_role (
  organisation_id uuid not null references organisation,
  id uuid not null,
  group_name text not null,
  role text not null check (role in ('dpo', 'privacy_officer', 'ciso', 'iso', 'process_owner', 'employee', 'auditor', 'administrator')),
  department_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, department_id) references department,
  check (role <> 'process_owner' or department_id is not null)
);
create unique index identity_provider_role_once on identity_provider_role (organisation_id, group_name, role, department_id) nulls not distinct;

create table identity_link (
  organisation_id uuid not null references organisation,
  issuer text not null,
  subject text not null,
  person_id uuid not null,
  created_at timestamptz not null,
  primary key (organisation_id, issuer, subject),
  foreign key (organisation_id, person_id) references person
);
create index identity_link_person on identity_link (organisation_id, person_id);

create table oidc_flow (
  organisation_id uuid not null references organisation,
  state_hash bytea not null,
  browser_hash bytea not null,
  content bytea not null,
  expires_at timestamptz not null,
  primary key (organisation_id, state_hash)
);

grant select, insert, update on account to :app_role;
grant select, insert, update, delete on recovery_code to :app_role;
grant select, insert, update, delete on session to :app_role;
grant select, insert, update, delete on sign_in_wait to :app_role;
grant select, insert on sign_in_event to :app_role;
grant select, insert, update, delete on kept_form to :app_role;
grant select, insert, update, delete on setup_code to :app_role;

call fence('invitation', 'select, insert, update', ':app_role');
call fence('allowed_network', 'select, insert, delete', ':app_role');
call fence('identity_provider', 'select, insert, update', ':app_role');
call fence('identity_provider_role', 'select, insert, delete', ':app_role');
call fence('identity_link', 'select, insert, delete', ':app_role');
call fence('oidc_flow', 'select, insert, delete', ':app_role');

-- Which organisations one account belongs to: needed right after sign-in, when no organisation is chosen yet.
create function memberships_of(wanted_account uuid)
  returns table (organisation_id uuid, slug text, name text, person_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select o.id, o.slug, o.name, p.id from person p join organisation o on o.id = p.organisation_id
        where p.account_id = wanted_account and p.is_active order by o.name $$;

call only_for(':app_role', 'memberships_of(uuid)');
