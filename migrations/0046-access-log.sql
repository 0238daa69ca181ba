-- The access log: records in months, the batches they were written in, and the signed checkpoints that chain those batches (docs/decisions/0033-access-log.md).

-- Months of the log stand in a schema of their own: the application reads and writes them through access_record, within the tenant fence.
-- COPY is refused under row-level security, so the application may also add to a month itself: add only, and for the organisation that the
-- transaction is about (a check in the month; not valid, so that a restore needs no organisation). What is there it can't see or change that way.
create schema access_months;
grant usage on schema access_months to :app_role;

alter table access_record rename to access_record_before;
alter index access_record_pkey rename to access_record_before_pkey;
alter index access_record_subject rename to access_record_before_subject;

create table access_record (
  organisation_id uuid not null,
  trace_id bytea not null check (length(trace_id) = 16),
  span_id bytea not null check (length(span_id) = 8),
  started_at timestamptz not null,
  ended_at timestamptz not null,
  parent_span_id bytea check (length(parent_span_id) = 8),
  status text not null check (status in ('Unset', 'Ok', 'Error')),
  name text not null,
  -- Which processing activity, as the sender names it (a URI into the register).
  activity text not null,
  -- Pseudonyms under the organisation's log key (src/ground/log-keys.ts): who acted, and whose data.
  actor_id bytea check (length(actor_id) = 32),
  subject_id bytea check (length(subject_id) = 32),
  subject_type text,
  -- Under secrecy: withheld from the data subject by rule, and counted.
  is_secret boolean not null default false,
  -- The rest of resource and attributes, JSON as it was digested.
  details text,
  -- Where it stands in what was written together; its digest is leaf `position` of the batch's tree.
  batch_id uuid not null,
  position integer not null,
  -- A retry has the same four, whenever it comes.
  primary key (organisation_id, trace_id, span_id, started_at)
) partition by range (started_at);
create index access_record_subject on access_record (organisation_id, subject_id, started_at) where subject_id is not null;
create index access_record_actor on access_record (organisation_id, actor_id, started_at) where actor_id is not null;
create index access_record_activity on access_record (organisation_id, activity, started_at);
-- To read a batch back: batches have ids that grow, and lie together on disk.
create index access_record_batch on access_record using brin (organisation_id, batch_id) with (pages_per_range = 16);
call fence('access_record', 'select, insert', ':app_role');

-- What was written together, in one transaction with its records.
create table access_batch (
  organisation_id uuid not null references organisation,
  id uuid not null,
  written_at timestamptz not null,
  -- own: the product's own acts; received: from an application; removal: what retention took away; before: from before batches.
  kind text not null check (kind in ('own', 'received', 'removal', 'before')),
  record_count integer not null check (record_count > 0),
  -- Between which starts its records lie, so that they can be found in their months.
  first_at timestamptz not null,
  last_at timestamptz not null,
  -- RFC 6962 root over its records; only of kind `before` it waits for the sealer.
  root bytea check (length(root) = 32),
  checkpoint integer,
  checkpoint_position integer,
  primary key (organisation_id, id),
  check ((checkpoint is null) = (checkpoint_position is null)),
  check (root is not null or (kind = 'before' and checkpoint is null))
);
create index access_batch_unsealed on access_batch (organisation_id, id) where checkpoint is null;
create index access_batch_checkpoint on access_batch (organisation_id, checkpoint, checkpoint_position) where checkpoint is not null;
call fence('access_batch', 'select, insert, update (root, checkpoint, checkpoint_position)', ':app_role');

create table access_checkpoint (
  organisation_id uuid not null references organisation,
  sequence integer not null check (sequence > 0),
  made_at timestamptz not null,
  batch_count integer not null check (batch_count > 0),
  record_count bigint not null,
  -- Of all checkpoints up to and with this one.
  records_total bigint not null,
  -- RFC 6962 root over its batches; SHA-256 of the previous checkpoint's text; Ed25519 over this one's text.
  root bytea not null check (length(root) = 32),
  previous bytea check (length(previous) = 32),
  signature bytea not null check (length(signature) = 64),
  primary key (organisation_id, sequence),
  check ((previous is null) = (sequence = 1))
);
call fence('access_checkpoint', 'select, insert', ':app_role');

-- How an organisation keeps its log; none is as the defaults say.
create table access_log_setting (
  organisation_id uuid not null references organisation primary key,
  -- The entry of the register of processing activities that describes what this product itself does with personal data.
  own_activity_id uuid,
  -- ISO 8601 duration after which a record is removed.
  keep_for text not null default 'P5Y',
  updated_at timestamptz not null,
  updated_by uuid
);
call fence('access_log_setting', 'select, insert, update', ':app_role');

-- Makes the month in which this moment lies; to be called by itself, outside any larger transaction. Gives true when it stood there already. Not before the AVG applied (25 May 2018),
-- and not further ahead than the application asks for its own clock: who sends records is held to less (src/access-log/ingest).
create function keep_access_month(moment timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  first date := date_trunc('month', moment at time zone 'UTC')::date;
  month text := to_char(first, '"m"YYYY_MM');
begin
  if first < date '2018-05-01' or first >= date '2100-01-01' then
    raise exception 'no month of the access log: %', first using errcode = '22008';
  end if;
  if to_regclass(format('access_months.%I', month)) is not null then return true; end if;
  perform pg_advisory_xact_lock(hashtext('access_months'));
  if to_regclass(format('access_months.%I', month)) is not null then return true; end if;
  begin
    execute format('create table access_months.%I (like access_record including defaults including constraints including storage)', month);
    execute format('alter table access_months.%I add constraint fence check (organisation_id is not distinct from app_organisation()) not valid', month);
    execute format('grant insert on access_months.%I to :app_role', month);
    execute format('alter table access_record attach partition access_months.%I for values from (%L) to (%L)', month, first::timestamp at time zone 'UTC', (first + interval '1 month')::timestamp at time zone 'UTC');
  exception when duplicate_table then
    -- Somebody made it while we waited; what we had looked up was of before.
    return true;
  end;
  return false;
end $$;
call only_for(':app_role', 'keep_access_month(timestamptz)');

-- For the sealer: which organisations have something that isn't sealed yet. Ids only; each is then worked on within its own fence.
create policy doors on access_batch for select to current_user using (checkpoint is null);
create function organisations_to_seal() returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
  as $$ select distinct organisation_id from access_batch where checkpoint is null $$;
call only_for(':app_role', 'organisations_to_seal()');

-- What was logged before there were batches: one batch for each organisation, whose root the sealer works out.
do $$
declare
  one uuid;
begin
  for one in select organisation_ids() loop
    perform set_config('app.organisation', one::text, true);
    perform keep_access_month(month) from (select distinct date_trunc('month', at) as month from access_record_before) as months;
    insert into access_record (organisation_id, trace_id, span_id, started_at, ended_at, parent_span_id, status, name, activity, actor_id, subject_id, subject_type, batch_id, position)
      select organisation_id, trace_id, span_id, date_trunc('milliseconds', at), date_trunc('milliseconds', at), parent_span_id, status, name, activity_uri, actor_id, subject_id, subject_type, one, row_number() over (order by at, id) - 1
      from access_record_before;
    insert into access_batch (organisation_id, id, written_at, kind, record_count, first_at, last_at)
      select one, one, max(at), 'before', count(*), date_trunc('milliseconds', min(at)), date_trunc('milliseconds', max(at)) from access_record_before having count(*) > 0;
  end loop;
  perform set_config('app.organisation', '', true);
end $$;
drop table access_record_before;
