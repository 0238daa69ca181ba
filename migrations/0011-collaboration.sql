-- Collaboration around entries of any register: files with their bytes sealed, attachments, comments with mentions, and saved views of lists.

create table stored_file (
  organisation_id uuid not null references organisation,
  id uuid not null,
  -- The file's own key, sealed by a key derived from the organisation's: without either the bytes can't be read again, by nobody.
  key_sealed bytea not null,
  content_type text,
  size bigint check (size > 0),
  sha256 bytea check (length(sha256) = 32),
  created_at timestamptz not null,
  -- Null while the bytes come in, and until something is attached to them; what stays null is swept.
  kept_at timestamptz,
  primary key (organisation_id, id),
  check (kept_at is null or (content_type is not null and size is not null and sha256 is not null))
);
create index stored_file_arriving on stored_file (organisation_id, created_at) where kept_at is null;

create table stored_file_piece (
  organisation_id uuid not null,
  file_id uuid not null,
  position integer not null check (position >= 0),
  -- 12 bytes nonce, 16 bytes tag, then the cipher text.
  bytes bytea not null,
  primary key (organisation_id, file_id, position),
  foreign key (organisation_id, file_id) references stored_file on delete cascade
);
-- Sealed bytes can't be made smaller: trying costs time only.
alter table stored_file_piece alter column bytes set storage external;

create table entry_attachment (
  organisation_id uuid not null references organisation,
  id uuid not null,
  register text not null,
  entry_id uuid not null,
  file_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  description text check (length(description) between 1 and 500),
  person_id uuid not null,
  at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, file_id),
  foreign key (organisation_id, file_id) references stored_file,
  foreign key (organisation_id, person_id) references person
);
create index entry_attachment_entry on entry_attachment (organisation_id, register, entry_id, id);

create table entry_comment (
  organisation_id uuid not null references organisation,
  id uuid not null,
  register text not null,
  entry_id uuid not null,
  -- The comment that this one answers; answers aren't answered again.
  parent_id uuid,
  -- Null once it was withdrawn: then nothing of what was said is left.
  body text check (length(body) between 1 and 10000),
  person_id uuid not null,
  at timestamptz not null,
  changed_at timestamptz,
  withdrawn_at timestamptz,
  resolved_at timestamptz,
  resolved_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, parent_id) references entry_comment,
  foreign key (organisation_id, person_id) references person,
  foreign key (organisation_id, resolved_by) references person,
  check ((body is null) = (withdrawn_at is not null)),
  check ((resolved_at is null) = (resolved_by is null)),
  check (parent_id is null or resolved_at is null)
);
create index entry_comment_entry on entry_comment (organisation_id, register, entry_id, id);
create index entry_comment_parent on entry_comment (organisation_id, parent_id) where parent_id is not null;

-- What a comment said before it was changed.
create table entry_comment_earlier (
  organisation_id uuid not null,
  comment_id uuid not null,
  replaced_at timestamptz not null,
  body text not null,
  primary key (organisation_id, comment_id, replaced_at),
  foreign key (organisation_id, comment_id) references entry_comment on delete cascade
);

-- Who should see a comment: because the writer named them, or because it answers what they said.
create table comment_mention (
  organisation_id uuid not null,
  comment_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('named', 'answered')),
  seen_at timestamptz,
  primary key (organisation_id, comment_id, person_id),
  foreign key (organisation_id, comment_id) references entry_comment on delete cascade,
  foreign key (organisation_id, person_id) references person
);
create index comment_mention_unseen on comment_mention (organisation_id, person_id) where seen_at is null;

create table saved_view (
  organisation_id uuid not null references organisation,
  id uuid not null,
  register text not null,
  -- Who made it; it is this person's alone unless shared.
  person_id uuid not null,
  name text not null check (length(name) between 1 and 80),
  -- What stands behind the question mark of the list's address, without pages.
  parameters text not null check (length(parameters) <= 4000),
  is_shared boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person
);
create unique index saved_view_own on saved_view (organisation_id, register, person_id, lower(name)) where not is_shared;
create unique index saved_view_shared on saved_view (organisation_id, register, lower(name)) where is_shared;

-- The view with which a list opens for a person.
create table saved_view_default (
  organisation_id uuid not null references organisation,
  register text not null,
  person_id uuid not null,
  view_id uuid not null,
  primary key (organisation_id, register, person_id),
  foreign key (organisation_id, person_id) references person,
  foreign key (organisation_id, view_id) references saved_view on delete cascade
);

call fence('stored_file', 'select, insert, update, delete', ':app_role');
call fence('stored_file_piece', 'select, insert, delete', ':app_role');
call fence('entry_attachment', 'select, insert, delete', ':app_role');
call fence('entry_comment', 'select, insert, update, delete', ':app_role');
call fence('entry_comment_earlier', 'select, insert, delete', ':app_role');
call fence('comment_mention', 'select, insert, update, delete', ':app_role');
call fence('saved_view', 'select, insert, update, delete', ':app_role');
call fence('saved_view_default', 'select, insert, update, delete', ':app_role');
