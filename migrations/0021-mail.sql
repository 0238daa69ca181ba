-- Mail: messages that wait to be sent, what each person wants to get by mail, and the secret address of a person's calendar.

create table mail_message (
  organisation_id uuid not null references organisation,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind ~ '^[a-z][a-z-]{1,39}$'),
  -- Language, subject, lines and link, sealed with the organisation's key; gone as soon as nobody needs it to send.
  content bytea,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed', 'dropped')),
  -- How often it was tried; counted before sending, so that a crash counts too.
  attempts integer not null default 0,
  -- When it is to be tried next; while it is being sent: when that counts as lost. Null when there is nothing left to do.
  next_attempt_at timestamptz,
  created_at timestamptz not null,
  -- What is sent later than this helps nobody: a link that has ended, yesterday's list.
  useless_at timestamptz not null,
  sent_at timestamptz,
  failed_at timestamptz,
  trouble text,
  smtp_status integer,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person,
  check ((next_attempt_at is null) = (state in ('sent', 'failed', 'dropped'))),
  check (content is not null or state in ('sent', 'dropped'))
);
create index mail_message_due on mail_message (organisation_id, next_attempt_at) where next_attempt_at is not null;
create index mail_message_state on mail_message (organisation_id, state, id);

create table mail_choice (
  organisation_id uuid not null references organisation,
  person_id uuid not null,
  language text not null check (language in ('nl', 'en')),
  digest text not null default 'none' check (digest in ('none', 'daily', 'weekly')),
  -- The day of the last digest: never two on one day, however many processes send them.
  digest_on date,
  primary key (organisation_id, person_id),
  foreign key (organisation_id, person_id) references person
);
create index mail_choice_digest on mail_choice (organisation_id, digest) where digest <> 'none';

create table calendar_feed (
  organisation_id uuid not null references organisation,
  person_id uuid not null,
  token_hash bytea not null,
  language text not null check (language in ('nl', 'en')),
  created_at timestamptz not null,
  -- The last day on which some program read it: shown to the person, so that an unknown reader stands out.
  read_on date,
  primary key (organisation_id, person_id),
  foreign key (organisation_id, person_id) references person
);
create unique index calendar_feed_token on calendar_feed (organisation_id, token_hash);

call fence('mail_message', 'select, insert, update, delete', ':app_role');
call fence('mail_choice', 'select, insert, update, delete', ':app_role');
call fence('calendar_feed', 'select, insert, update, delete', ':app_role');

-- For mail_due below, which runs as the owner.
create policy doors on mail_message for select to current_user using (true);

-- Organisations with mail to send now: ids only, and each is then worked on within its own fence.
create function mail_due(moment timestamptz) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
  as $$ select o.id from organisation o where exists (select from mail_message m where m.organisation_id = o.id and m.next_attempt_at <= moment) limit 1000 $$;
call only_for(':app_role', 'mail_due(timestamptz)');
