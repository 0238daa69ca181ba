-- Proof of the access log: the digests that name a changed record, where checkpoints were published, checkpoints of others, and checks that people asked for (docs/logboek.md).

-- The digests of a batch's records one after another, 32 bytes each: the root says that something was changed, these say which record. Null where the batch
-- has one record (its digest is the root), and once nothing of the batch is left. Not trusted: the root over them must be the batch's own.
alter table access_batch add column digests bytea check (length(digests) = 32 * record_count);
alter table access_batch alter column digests set storage external;
grant update (digests) on access_batch to :app_role;

-- The same for a checkpoint's batches.
alter table access_checkpoint add column digests bytea check (length(digests) = 32 * batch_count);
alter table access_checkpoint alter column digests set storage external;

-- Where checkpoints go besides the folder, by the organisation's choice.
create table access_publication (
  organisation_id uuid not null references organisation primary key,
  -- Address outside, once a day; another organisation of this installation, once a day.
  mail_to text check (length(mail_to) between 3 and 254),
  to_slug text check (length(to_slug) between 3 and 40),
  -- What was sent last.
  mailed_sequence integer,
  mailed_at timestamptz,
  crossed_sequence integer,
  crossed_at timestamptz,
  updated_at timestamptz not null,
  updated_by uuid
);
call fence('access_publication', 'select, insert, update', ':app_role');

-- Checkpoints of another organisation of this installation, kept here so that it can't rewrite them unseen. They come over a tie that both agreed to.
create table access_foreign_checkpoint (
  organisation_id uuid not null references organisation,
  -- The tie over which they came.
  from_id uuid not null,
  sequence integer not null check (sequence > 0),
  from_name text not null check (length(from_name) between 1 and 200),
  made_at timestamptz not null,
  -- The line as it was published (src/access-log/proof/published-line.ts).
  line text not null check (length(line) between 1 and 1000),
  received_at timestamptz not null,
  primary key (organisation_id, from_id, sequence, line)
);
call fence('access_foreign_checkpoint', 'select, insert', ':app_role');

-- A check that somebody asked for: how far it is, and what came out. It stays.
create table access_check (
  organisation_id uuid not null references organisation,
  id uuid not null,
  asked_by uuid,
  asked_at timestamptz not null,
  -- Checkpoints made from this day up to and with that one; null is all.
  from_day date,
  until_day date,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'sound', 'faulty', 'failed')),
  checked_records bigint not null default 0,
  total_records bigint,
  -- What verify says, as JSON: ids, numbers and moments.
  outcome jsonb,
  done_at timestamptz,
  primary key (organisation_id, id)
);
call fence('access_check', 'select, insert, update', ':app_role');
create index access_check_waiting on access_check (organisation_id, id) where state = 'waiting';

-- For the job: which organisations wait for a check. Ids only.
create policy doors on access_check for select to current_user using (state = 'waiting');
create function access_checks_waiting() returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
  as $$ select distinct organisation_id from access_check where state = 'waiting' $$;
call only_for(':app_role', 'access_checks_waiting()');
