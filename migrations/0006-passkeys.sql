-- Passkeys, the moment somebody last proved who they are, recovery of the second factor by link, and forgetting old sign-ins.

-- Global as accounts are: a passkey belongs to a person, whichever organisation that person works for.
create table passkey (
  id uuid primary key,
  account_id uuid not null references account,
  credential_id bytea not null unique,
  public_key bytea not null,
  sign_count bigint not null,
  transports text[] not null default '{}',
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  -- Its counter ran back, so perhaps a copy is about: from then on neither the key nor the copy opens anything.
  refused_at timestamptz
);
create index passkey_account on passkey (account_id, created_at);

-- A challenge lives for a few minutes, works once, and only in the session or browser that asked for it.
create table passkey_challenge (
  challenge_hash bytea primary key,
  purpose text not null check (purpose in ('register', 'sign_in', 'second_step')),
  bound_to bytea not null,
  expires_at timestamptz not null
);
create index passkey_challenge_expiry on passkey_challenge (expires_at);

grant select, insert, update, delete on passkey to :app_role;
grant select, insert, delete on passkey_challenge to :app_role;

alter table session drop constraint session_method_check;
alter table session add constraint session_method_check check (method in ('password', 'oidc', 'invitation', 'setup', 'passkey'));
-- When the holder last proved who they are: by signing in, the second step, or the password asked again.
alter table session add column proved_at timestamptz;
update session set proved_at = coalesce(second_factor_at, created_at);
alter table session alter column proved_at set not null;

-- An administrator chose that this link also takes the second factor away.
alter table invitation add column resets_second_factor boolean not null default false;

-- The application may add sign-in events and nothing else; forgetting the old ones goes through this door only. Those of the
-- organisation of the transaction, or without one those that name none. @returns how many went, at most `most`.
create function forget_sign_in_events(older_than timestamptz, most integer) returns integer
  language plpgsql security definer set search_path = public, pg_temp
  as $$
declare
  gone integer;
begin
  -- Two statements, because `is not distinct from` finds no index.
  if app_organisation() is null then
    delete from sign_in_event where id in (select id from sign_in_event where organisation_id is null and at < older_than order by at limit most);
  else
    delete from sign_in_event where id in (select id from sign_in_event where organisation_id = app_organisation() and at < older_than order by at limit most);
  end if;
  get diagnostics gone = row_count;
  return gone;
end $$;
call only_for(':app_role', 'forget_sign_in_events(timestamptz, integer)');
