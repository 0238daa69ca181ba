-- Policy profiles of an organisation itself: one draft at most, and the versions that were adopted, which nothing changes afterwards.

create table policy_profile_draft (
  organisation_id uuid primary key references organisation,
  id uuid not null,
  -- What it was made from: the key of a shipped profile, or a version of the organisation's own (`versie 3`).
  based_on text not null check (length(based_on) between 1 and 200),
  -- A profile as it stands in a file, with the same checks behind it.
  content jsonb not null,
  -- What changes and why, for whoever adopts it.
  note text check (length(note) between 1 and 10000),
  revision integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by uuid,
  proposed_at timestamptz,
  proposed_by uuid,
  -- Everybody who wrote on it: they don't adopt it.
  written_by uuid[] not null default '{}',
  unique (organisation_id, id),
  foreign key (organisation_id, changed_by) references person,
  foreign key (organisation_id, proposed_by) references person,
  check ((proposed_at is null) = (proposed_by is null))
);

create table policy_profile_version (
  organisation_id uuid not null references organisation,
  id uuid not null,
  number integer not null check (number > 0),
  based_on text not null,
  content jsonb not null,
  note text,
  proposed_at timestamptz not null,
  proposed_by uuid not null,
  adopted_at timestamptz not null,
  adopted_by uuid not null,
  valid_from date not null,
  primary key (organisation_id, id),
  unique (organisation_id, number),
  foreign key (organisation_id, proposed_by) references person,
  foreign key (organisation_id, adopted_by) references person
);
create index policy_profile_version_in_force on policy_profile_version (organisation_id, valid_from, number);

call fence('policy_profile_draft', 'select, insert, update, delete', ':app_role');
-- No right to change or remove: a version that was adopted stays what it was.
call fence('policy_profile_version', 'select, insert', ':app_role');
