-- Letters of cases: drafts, what was frozen when it became final, how it was sent; lists of many receivers, which are destroyed after sending; and mail to people who aren't colleagues.

create table letter (
  organisation_id uuid not null references organisation,
  id uuid not null,
  register text not null,
  entry_id uuid not null,
  -- Key of the standard letter that it began as; `own` for one that was written from nothing.
  template text not null check (template ~ '^[a-z][a-z0-9-]{1,59}$'),
  language text not null check (language in ('nl', 'en')),
  addressee text check (length(addressee) <= 200),
  address text check (length(address) <= 500),
  email text check (length(email) <= 254),
  subject text not null check (length(subject) <= 200),
  body text not null check (length(body) <= 50000),
  -- Why a citizen service number stands in it (N-31).
  bsn_reason text check (length(bsn_reason) <= 500),
  -- A letter to many: its names and addresses come from a list.
  is_for_list boolean not null default false,
  state text not null check (state in ('draft', 'final', 'sent', 'withdrawn')),
  -- Counts changes, so that two people don't overwrite each other.
  revision integer not null default 1,
  -- The last frozen version; 0 before there is one.
  version integer not null default 0,
  -- What is shown of it on the case's page for outsiders.
  is_shown_outside boolean not null default true,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, created_by) references person,
  foreign key (organisation_id, updated_by) references person,
  check (version > 0 or state in ('draft', 'withdrawn'))
);
create index letter_entry on letter (organisation_id, register, entry_id, id);

create table letter_version (
  organisation_id uuid not null,
  letter_id uuid not null,
  number integer not null check (number > 0),
  addressee text,
  address text,
  email text,
  subject text not null,
  body text not null,
  bsn_reason text,
  -- As it was printed, sealed with the organisation's key; null for a letter to many, which is printed for each.
  pdf bytea,
  pdf_digest bytea check (length(pdf_digest) = 32),
  finalised_at timestamptz not null,
  finalised_by uuid,
  primary key (organisation_id, letter_id, number),
  foreign key (organisation_id, letter_id) references letter on delete cascade,
  foreign key (organisation_id, finalised_by) references person
);
-- Sealed bytes can't be made smaller.
alter table letter_version alter column pdf set storage external;

alter table mail_message alter column person_id drop not null;
-- Never brought again by itself when it isn't sure whether the mail server took it: then a person decides.
alter table mail_message add column is_once boolean not null default false;
-- Belongs to something that shows how it went: not forgotten while that is there.
alter table mail_message add column is_kept boolean not null default false;
alter table mail_message drop constraint mail_message_state_check;
alter table mail_message add constraint mail_message_state_check check (state in ('waiting', 'sending', 'sent', 'failed', 'uncertain', 'dropped'));
alter table mail_message drop constraint mail_message_check;
alter table mail_message add constraint mail_message_check check ((next_attempt_at is null) = (state in ('sent', 'failed', 'uncertain', 'dropped')));

create table letter_sending (
  organisation_id uuid not null,
  id uuid not null,
  letter_id uuid not null,
  version integer not null,
  way text not null check (way in ('email_attachment', 'email_link', 'post', 'handed')),
  at timestamptz not null,
  person_id uuid,
  -- The message in the outbox, which knows how far it is.
  message_id uuid,
  -- It came back: a wrong address, a full mailbox, a house that nobody lives in.
  returned_at timestamptz,
  returned_note text check (length(returned_note) <= 500),
  primary key (organisation_id, id),
  foreign key (organisation_id, letter_id, version) references letter_version on delete cascade,
  foreign key (organisation_id, person_id) references person,
  check ((way in ('post', 'handed')) = (message_id is null))
);
create index letter_sending_letter on letter_sending (organisation_id, letter_id, id);
create index letter_sending_message on letter_sending (organisation_id, message_id) where message_id is not null;

create table letter_list (
  organisation_id uuid not null references organisation,
  id uuid not null,
  letter_id uuid not null,
  version integer not null,
  way text check (way in ('email', 'print')),
  state text not null check (state in ('ready', 'sending', 'sent', 'destroyed')),
  total integer not null,
  -- Of the file that was uploaded and of what was in it: a proof of what was destroyed, by which nothing can be read back.
  digest bytea not null check (length(digest) = 32),
  -- How it went, kept when the rows are gone.
  sent_count integer,
  failed_count integer,
  created_at timestamptz not null,
  created_by uuid,
  started_at timestamptz,
  destroyed_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, letter_id, version) references letter_version on delete cascade,
  foreign key (organisation_id, created_by) references person,
  check ((state = 'destroyed') = (destroyed_at is not null))
);
create index letter_list_letter on letter_list (organisation_id, letter_id, id);

create table letter_list_row (
  organisation_id uuid not null,
  list_id uuid not null,
  position integer not null,
  -- Name, e-mail and address, sealed with the organisation's key.
  receiver bytea not null,
  has_email boolean not null,
  -- Set in the transaction that puts the message in the outbox: after a crash nobody gets a second.
  message_id uuid,
  primary key (organisation_id, list_id, position),
  foreign key (organisation_id, list_id) references letter_list on delete cascade
);
create index letter_list_row_waiting on letter_list_row (organisation_id, list_id, position) where message_id is null;

call fence('letter', 'select, insert, update, delete', ':app_role');
call fence('letter_version', 'select, insert, delete', ':app_role');
call fence('letter_sending', 'select, insert, update, delete', ':app_role');
call fence('letter_list', 'select, insert, update, delete', ':app_role');
call fence('letter_list_row', 'select, insert, update, delete', ':app_role');
