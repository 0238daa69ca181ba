-- Passages of an uploaded agreement beside the checklist: what was read, what was found, and what a person decided (art. 28 lid 3 AVG; H-44). The text of the document itself isn't kept: the file is.

create table agreement_reading (
  organisation_id uuid not null references organisation,
  id uuid not null,
  entry_id uuid not null,
  -- The file among the attachments; null once it was removed.
  file_id uuid,
  name text not null check (length(name) between 1 and 120),
  sha256 bytea not null check (length(sha256) = 32),
  state text not null default 'waiting' check (state in ('waiting', 'reading', 'read', 'unreadable', 'failed')),
  -- Why nothing could be read, and how far it came.
  because text check (because in ('empty', 'not-a-document', 'old-office', 'other-format', 'password', 'macros', 'damaged', 'references', 'too-large', 'too-many-places', 'too-much-text', 'too-much-memory', 'too-slow')),
  stopped_at integer check (stopped_at > 0),
  format text check (format in ('pdf', 'docx', 'odt')),
  -- Pages or paragraphs, and how many were read so far.
  places integer check (places >= 0),
  done integer not null default 0 check (done >= 0),
  -- Pages of which the letters were guessed by a machine, and pages without any.
  ocr_pages integer[] not null default '{}',
  picture_pages integer[] not null default '{}',
  asked_by uuid,
  asked_at timestamptz not null,
  read_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, entry_id) references processor_agreement on delete cascade,
  foreign key (organisation_id, file_id) references stored_file on delete set null (file_id),
  foreign key (organisation_id, asked_by) references person,
  check ((state = 'unreadable') = (because is not null)),
  check ((state = 'read') = (read_at is not null and format is not null))
);
create index agreement_reading_entry on agreement_reading (organisation_id, entry_id, id);
create index agreement_reading_file on agreement_reading (organisation_id, file_id);

-- What the finder proposes. It goes with the file.
create table agreement_passage (
  organisation_id uuid not null references organisation,
  reading_id uuid not null,
  item_key text not null check (length(item_key) between 1 and 40),
  position integer not null,
  file_id uuid not null,
  place integer not null check (place > 0),
  is_strong boolean not null,
  -- Quote, heading and the words by which it was found: sealed with the organisation's key.
  content bytea not null,
  primary key (organisation_id, reading_id, item_key, position),
  foreign key (organisation_id, reading_id) references agreement_reading on delete cascade,
  foreign key (organisation_id, file_id) references stored_file on delete cascade
);
create index agreement_passage_file on agreement_passage (organisation_id, file_id);

-- What a person decided; the newest of a point holds, the earlier ones stay.
create table agreement_decision (
  organisation_id uuid not null references organisation,
  id uuid not null,
  reading_id uuid not null,
  item_key text not null check (length(item_key) between 1 and 40),
  outcome text not null check (outcome in ('covered', 'partly', 'not_covered')),
  place integer check (place > 0),
  -- Quote and note: sealed.
  content bytea not null,
  decided_by uuid,
  decided_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, reading_id) references agreement_reading on delete cascade,
  foreign key (organisation_id, decided_by) references person
);
create index agreement_decision_reading on agreement_decision (organisation_id, reading_id, item_key, id);

-- What became of the passages that were decided on in the document before.
create table agreement_former (
  organisation_id uuid not null references organisation,
  reading_id uuid not null,
  item_key text not null,
  decision_id uuid not null,
  state text not null check (state in ('same', 'changed', 'gone', 'none')),
  place integer check (place > 0),
  -- The passage as it stands in the newer document: sealed.
  content bytea not null,
  primary key (organisation_id, reading_id, item_key),
  foreign key (organisation_id, reading_id) references agreement_reading on delete cascade,
  foreign key (organisation_id, decision_id) references agreement_decision on delete cascade
);
create index agreement_former_decision on agreement_former (organisation_id, decision_id);

call fence('agreement_reading', 'select, insert, update, delete', ':app_role');
call fence('agreement_passage', 'select, insert, delete', ':app_role');
call fence('agreement_decision', 'select, insert', ':app_role');
call fence('agreement_former', 'select, insert', ':app_role');
