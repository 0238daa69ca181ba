-- Sources of the access log: which applications of the organisation may log, what they show to come in, and how much came from them.

create table access_source (
  organisation_id uuid not null references organisation,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  description text,
  -- Which entry of the register of systems it is, and who looks after it.
  system_id uuid,
  caretaker_id uuid,
  -- After so many days without a record somebody should look; null: it may be silent for as long as it likes.
  silent_after_days integer check (silent_after_days between 1 and 365),
  revision integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, system_id) references information_system,
  foreign key (organisation_id, caretaker_id) references person,
  foreign key (organisation_id, created_by) references person,
  foreign key (organisation_id, ended_by) references person
);
create index access_source_system on access_source (organisation_id, system_id) where system_id is not null;
call fence('access_source', 'select, insert, update', ':app_role');

-- What a source shows to come in. Several at once, so that one can be renewed without a gap.
create table access_source_credential (
  organisation_id uuid not null,
  id uuid not null,
  source_id uuid not null,
  kind text not null check (kind in ('token', 'certificate')),
  -- The visible part, by which people tell them apart; with a certificate it is also what the application sends to say which source it is.
  prefix text not null check (prefix ~ '^[a-z0-9]{8}$'),
  -- SHA-256 of the whole token, or of the visible part with the certificate's fingerprint.
  credential_hash bytea not null check (length(credential_hash) = 32),
  -- SHA-256 of the certificate, in hex; it is no secret.
  fingerprint text check (fingerprint ~ '^[0-9a-f]{64}$'),
  note text,
  created_at timestamptz not null,
  created_by uuid,
  expires_on date not null,
  revoked_at timestamptz,
  revoked_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, source_id) references access_source,
  foreign key (organisation_id, created_by) references person,
  foreign key (organisation_id, revoked_by) references person,
  unique (organisation_id, credential_hash),
  check ((kind = 'certificate') = (fingerprint is not null))
);
create index access_source_credential_source on access_source_credential (organisation_id, source_id);
-- Not led by the organisation: this index serves find_log_source, before an organisation is known.
create index access_source_credential_by_hash on access_source_credential (credential_hash) where revoked_at is null;
call fence('access_source_credential', 'select, insert, update (revoked_at, revoked_by)', ':app_role');

-- How much came from a source on a day; written at most once a minute.
create table access_source_day (
  organisation_id uuid not null,
  source_id uuid not null,
  day date not null,
  record_count bigint not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (organisation_id, source_id, day),
  foreign key (organisation_id, source_id) references access_source
);
call fence('access_source_day', 'select, insert, update (record_count, last_at)', ':app_role');

-- From what an application shows to the organisation that gave it, or none. Whether it still works is asked within the organisation's own fence.
create policy doors on access_source_credential for select to current_user using (revoked_at is null);
create function find_log_source(wanted_hash bytea)
  returns table (id uuid, slug text, name text, kind text, profile text, key_wrapped bytea, is_demo boolean, second_factor_required boolean, credential_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select o.id, o.slug, o.name, o.kind, o.profile, o.key_wrapped, o.is_demo, o.second_factor_required, k.id
        from access_source_credential k join organisation o on o.id = k.organisation_id
        where k.credential_hash = wanted_hash and k.revoked_at is null limit 1 $$;
call only_for(':app_role', 'find_log_source(bytea)');
