-- Keeping the access log: holds, what retention took away, held records of months that are over, and the month itself (docs/decisions/0033-access-log.md).

-- How much of a batch is no longer in the months: taken away, or moved aside because it is held.
alter table access_batch add column removed_count integer not null default 0, add column held_count integer not null default 0, add check (removed_count + held_count between 0 and record_count);
create index access_batch_left on access_batch (organisation_id, first_at, id) where removed_count + held_count < record_count;
create index access_batch_aside on access_batch (organisation_id, id) where held_count > 0 and kind <> 'removal';
grant update (removed_count, held_count) on access_batch to :app_role;

-- Positions of a batch that were taken away, and the removal that did it. The digests of the batch's records (access_batch.digests) stay while something of it is left,
-- so that the root can be checked. Rows never change.
create table access_removed (
  organisation_id uuid not null,
  batch_id uuid not null,
  from_position integer not null check (from_position >= 0),
  to_position integer not null,
  removal_batch uuid not null,
  primary key (organisation_id, batch_id, from_position),
  check (to_position >= from_position),
  foreign key (organisation_id, batch_id) references access_batch,
  foreign key (organisation_id, removal_batch) references access_batch
);
create index access_removed_by on access_removed (organisation_id, removal_batch, batch_id, from_position);
call fence('access_removed', 'select, insert', ':app_role');

-- Held records of which the month is otherwise over for the organisation, and the records of removals, which stay.
create table access_record_held (like access_record including defaults including constraints, primary key (organisation_id, batch_id, position));
create index access_record_held_subject on access_record_held (organisation_id, subject_id, started_at) where subject_id is not null;
create index access_record_held_actor on access_record_held (organisation_id, actor_id, started_at) where actor_id is not null;
create index access_record_held_trace on access_record_held (organisation_id, trace_id, span_id);
create index access_record_held_activity on access_record_held (organisation_id, activity, started_at);
call fence('access_record_held', 'select', ':app_role');

-- What must not be taken away yet: every record that answers all of what is filled in here.
create table access_hold (
  organisation_id uuid not null references organisation,
  id uuid not null,
  -- Pseudonyms under every key there was; null: not by this.
  subjects bytea[] check (cardinality(subjects) > 0),
  actors bytea[] check (cardinality(actors) > 0),
  trace_id bytea check (length(trace_id) = 16),
  starts_from timestamptz,
  starts_before timestamptz,
  -- Whom it is about, sealed, so that it also holds under a new key; gone when the keys are destroyed.
  about_sealed bytea,
  reason text not null,
  -- The case that it is for, as people know it: a number, or an address.
  case_reference text,
  holds_until date,
  made_at timestamptz not null,
  made_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, made_by) references person,
  foreign key (organisation_id, ended_by) references person,
  check (subjects is not null or actors is not null or trace_id is not null or starts_from is not null or starts_before is not null),
  check (starts_before > starts_from)
);
create index access_hold_open on access_hold (organisation_id) where ended_at is null;
call fence('access_hold', 'select, insert, update (subjects, actors, about_sealed, ended_at, ended_by)', ':app_role');

-- One run of retention that took something away or moved it aside, with how far it is.
create table access_removal (
  organisation_id uuid not null references organisation,
  id uuid not null,
  begun_at timestamptz not null,
  worked_at timestamptz not null,
  finished_at timestamptz,
  removed_before timestamptz not null,
  removed_count bigint not null default 0,
  moved_count bigint not null default 0,
  primary key (organisation_id, id)
);
call fence('access_removal', 'select, insert, update (worked_at, finished_at, removed_count, moved_count)', ':app_role');

-- Whether a hold keeps this record: itself, the act above it or the data subject below it, so that who acted and on whom stay together.
create function access_is_held(record access_record, as_of timestamptz) returns boolean
  language sql stable set search_path = public, pg_temp as $$
  select exists (select from access_hold h where h.organisation_id = record.organisation_id and h.ended_at is null and (h.holds_until is null or h.holds_until >= (as_of at time zone 'Europe/Amsterdam')::date)
    and (h.trace_id is null or h.trace_id = record.trace_id) and (h.starts_from is null or record.started_at >= h.starts_from) and (h.starts_before is null or record.started_at < h.starts_before)
    and (h.subjects is null or record.subject_id = any (h.subjects)
      or exists (select from access_record c where c.organisation_id = record.organisation_id and c.trace_id = record.trace_id and c.parent_span_id = record.span_id and c.subject_id = any (h.subjects)
        and c.started_at between record.started_at - interval '1 day' and record.started_at + interval '1 day')
      or exists (select from access_record_held c where c.organisation_id = record.organisation_id and c.trace_id = record.trace_id and c.parent_span_id = record.span_id and c.subject_id = any (h.subjects)))
    and (h.actors is null or record.actor_id = any (h.actors)
      or exists (select from access_record p where p.organisation_id = record.organisation_id and p.trace_id = record.trace_id and p.span_id = record.parent_span_id and p.actor_id = any (h.actors)
        and p.started_at between record.started_at - interval '1 day' and record.started_at + interval '1 day')
      or exists (select from access_record_held p where p.organisation_id = record.organisation_id and p.trace_id = record.trace_id and p.span_id = record.parent_span_id and p.actor_id = any (h.actors))))
$$;

-- Takes away the records of these batches of the organisation that are over their term and aren't held, and gives back which for the proof; `aside`: of those that were moved aside.
-- The term is what the organisation laid down, never less than half a year. Only what was sealed goes, and never the record of a removal.
create function take_access_records(as_of timestamptz, wanted uuid[], aside boolean) returns table (batch_id uuid, "position" integer)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  mine uuid := app_organisation();
  term interval := greatest(coalesce((select keep_for from access_log_setting where organisation_id = mine), 'P5Y')::interval, interval '6 months');
  has_holds boolean := exists (select from access_hold where organisation_id = mine and ended_at is null);
  these uuid[];
  first timestamptz;
  last timestamptz;
begin
  select array_agg(b.id order by b.id), min(b.first_at), max(b.last_at) into these, first, last
    from access_batch b where b.organisation_id = mine and b.id = any (wanted) and b.kind <> 'removal' and b.checkpoint is not null;
  if these is null then return; end if;
  if aside then
    return query delete from access_record_held r where r.organisation_id = mine and r.batch_id = any (these) and r.started_at < as_of - term
      and (not has_holds or not access_is_held(row(r.*)::access_record, as_of)) returning r.batch_id, r.position;
  else
    return query delete from access_record r where r.organisation_id = mine and r.batch_id between these[1] and these[cardinality(these)] and r.batch_id = any (these)
      and r.started_at between first and last and r.started_at < as_of - term and (not has_holds or not access_is_held(r, as_of)) returning r.batch_id, r.position;
  end if;
end $$;
call only_for(':app_role', 'take_access_records(timestamptz, uuid[], boolean)');

-- Moves aside what is left of these batches in months that are over by the organisation's term: what is held, and the records of removals.
create function move_access_records(as_of timestamptz, wanted uuid[]) returns table (batch_id uuid, moved bigint)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  mine uuid := app_organisation();
  term interval := greatest(coalesce((select keep_for from access_log_setting where organisation_id = mine), 'P5Y')::interval, interval '6 months');
  these uuid[];
  first timestamptz;
  last timestamptz;
begin
  select array_agg(b.id order by b.id), min(b.first_at), max(b.last_at) into these, first, last from access_batch b where b.organisation_id = mine and b.id = any (wanted) and b.checkpoint is not null;
  if these is null then return; end if;
  return query with gone as (
      delete from access_record r where r.organisation_id = mine and r.batch_id between these[1] and these[cardinality(these)] and r.batch_id = any (these)
        and r.started_at between first and last and r.started_at < date_trunc('month', (as_of - term) at time zone 'UTC') at time zone 'UTC' returning r.*),
    aside as (insert into access_record_held select * from gone)
    select gone.batch_id, count(*) from gone group by 1;
end $$;
call only_for(':app_role', 'move_access_records(timestamptz, uuid[])');

-- Drops a month in which no organisation has a record any more. Writers of that month are kept out while it is looked at; readers wait only for the drop itself,
-- and who can't have the lock within a second gives up (tomorrow is another day). Gives true when it was dropped.
create function drop_access_month(month date) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  name text := to_char(month, '"m"YYYY_MM');
  has_records boolean;
begin
  perform set_config('lock_timeout', '1000', true);
  perform pg_advisory_xact_lock(hashtext('access_months'));
  if to_regclass(format('access_months.%I', name)) is null then return false; end if;
  execute format('lock table access_months.%I in share row exclusive mode', name);
  execute format('select exists (select from access_months.%I)', name) into has_records;
  if has_records then return false; end if;
  lock table access_record in access exclusive mode;
  execute format('drop table access_months.%I', name);
  return true;
end $$;
call only_for(':app_role', 'drop_access_month(date)');
