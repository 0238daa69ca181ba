-- Management: tokens for programs, why a role was given and by whom, and which sessions visit an organisation.

create table api_token (
  organisation_id uuid not null references organisation,
  id uuid not null,
  name text not null,
  -- What may be shown of the token; the rest exists only as a hash.
  prefix text not null check (prefix ~ '^[a-z0-9]{8}$'),
  token_hash bytea not null check (length(token_hash) = 32),
  -- Keys of the registers it reaches; null is all of them.
  registers text[] check (cardinality(registers) > 0),
  may_write boolean not null,
  created_at timestamptz not null,
  created_by uuid,
  -- The last day on which it works.
  expires_on date not null,
  revoked_at timestamptz,
  revoked_by uuid,
  -- Written at most once a minute.
  last_used_at timestamptz,
  last_used_ip text,
  primary key (organisation_id, id),
  unique (organisation_id, prefix),
  foreign key (organisation_id, created_by) references person,
  foreign key (organisation_id, revoked_by) references person
);

-- A program doesn't manage people: it never holds the administrator's role.
create table api_token_role (
  organisation_id uuid not null references organisation,
  id uuid not null,
  token_id uuid not null,
  role text not null check (role in ('dpo', 'privacy_officer', 'ciso', 'iso', 'process_owner', 'employee', 'auditor')),
  department_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, token_id) references api_token,
  foreign key (organisation_id, department_id) references department,
  check (role <> 'process_owner' or department_id is not null)
);
create unique index api_token_role_once on api_token_role (organisation_id, token_id, role, department_id) nulls not distinct;

-- A session may open several organisations; each sees only what it did there. No reference to session: rows of before yesterday are
-- removed here, and a session that is removed elsewhere must not search all organisations.
create table session_visit (
  organisation_id uuid not null references organisation,
  session_id uuid not null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  ip text not null,
  device text not null,
  primary key (organisation_id, session_id)
);

alter table role_assignment add column reason text;
alter table role_assignment add column granted_at timestamptz;
alter table role_assignment add column granted_by uuid;
alter table role_assignment add foreign key (organisation_id, granted_by) references person;

-- What a token is and what was said of it stays as it was made; only its use and its end are written.
call fence('api_token', 'select, insert, update (last_used_at, last_used_ip, revoked_at, revoked_by)', ':app_role');
call fence('api_token_role', 'select, insert', ':app_role');
call fence('session_visit', 'select, insert, update, delete', ':app_role');
