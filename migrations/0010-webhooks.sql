-- Webhooks: which programs are told of changes, and the outbox of what they were told. Ids only: no row holds a field's value or a name of a person.

create table webhook_subscription (
  organisation_id uuid not null references organisation,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  target text not null check (length(target) between 9 and 1000),
  -- Empty stands for all, those that come later too.
  registers text[] not null,
  verbs text[] not null,
  status text not null check (status in ('active', 'paused')),
  -- Who or what paused it: a person, a day of failures, or the target that said 410 Gone.
  paused_because text check (paused_because in ('person', 'failures', 'gone')),
  paused_at timestamptz,
  secret bytea not null,
  -- After a rotation both secrets sign, until this moment.
  previous_secret bytea,
  previous_until timestamptz,
  -- The first failure since the last success; null while all goes well.
  failing_since timestamptz,
  failures integer not null default 0,
  -- No delivery before this moment: a target in trouble is asked seldom, however much waits for it.
  held_until timestamptz,
  revision integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, created_by) references person,
  check ((status = 'paused') = (paused_because is not null))
);
create index webhook_subscription_active on webhook_subscription (organisation_id) where status = 'active';

-- One row for each happening and subscription; written in the transaction of the act, so that neither exists without the other.
create table webhook_delivery (
  organisation_id uuid not null,
  subscription_id uuid not null,
  -- Id of the event: the same for every subscription, every attempt and every replay.
  event_id uuid not null,
  at timestamptz not null,
  register text not null,
  entry_id uuid not null,
  verb text not null,
  revision integer,
  entry_status text not null,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'delivered', 'given_up')),
  -- How often it was sent; counted before sending, so that a crash counts too.
  attempt integer not null default 0,
  -- When it is to be sent next; while it is being sent: when that counts as lost. Null when there is nothing left to do.
  due_at timestamptz,
  last_at timestamptz,
  last_status integer,
  last_ms integer,
  trouble text,
  primary key (organisation_id, subscription_id, event_id),
  foreign key (organisation_id, subscription_id) references webhook_subscription on delete cascade,
  check ((due_at is null) = (state in ('delivered', 'given_up')))
);
create index webhook_delivery_due on webhook_delivery (organisation_id, subscription_id, due_at) where due_at is not null;
create index webhook_delivery_given_up on webhook_delivery (organisation_id, subscription_id) where state = 'given_up';

call fence('webhook_subscription', 'select, insert, update, delete', ':app_role');
call fence('webhook_delivery', 'select, insert, update, delete', ':app_role');

-- For webhook_due below, which runs as the owner.
create policy doors on webhook_subscription for select to current_user using (true);
create policy doors on webhook_delivery for select to current_user using (true);

-- Organisations with something to send now, to targets that fail or to those that don't: ids only, and each is then worked on within its own fence.
create function webhook_due(moment timestamptz, is_failing boolean) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
  as $$ select distinct s.organisation_id from webhook_subscription s
        where s.status = 'active' and (s.failing_since is not null) = is_failing and (s.held_until is null or s.held_until <= moment)
          and exists (select from webhook_delivery d where d.organisation_id = s.organisation_id and d.subscription_id = s.id and d.due_at <= moment)
        limit 1000 $$;
call only_for(':app_role', 'webhook_due(timestamptz, boolean)');
