-- Policy documents: their tree and text, which body adopted which version, what is public, who was told and who has read it.

create table policy_document (
  organisation_id uuid not null references organisation,
  id uuid not null,
  status text not null check (status in ('draft', 'in_review', 'active', 'ended')),
  revision integer not null,
  version integer not null default 0,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  reviewed_on date,
  review_due_on date,
  ended_on date,
  imported_by uuid,
  sort_name text collate "C" not null,
  findings_blocking integer not null default 0,
  findings_serious integer not null default 0,
  findings_attention integer not null default 0,
  title text check (length(title) between 1 and 200),
  number text check (length(number) between 1 and 60),
  kind text check (kind in ('privacy_policy', 'security_policy', 'department_procedure', 'privacy_statement', 'regulation', 'other')),
  level text check (level in ('strategic', 'tactical', 'department')),
  audience text check (audience in ('public', 'internal')),
  parent uuid,
  replaces uuid,
  department uuid,
  owner uuid,
  summary text check (length(summary) between 1 and 2000),
  text text check (length(text) between 1 and 100000),
  evaluate_every text check (evaluate_every ~ '^P[0-9YMWDTHS]+$'),
  note text check (length(note) between 1 and 20000),
  primary key (organisation_id, id),
  unique (organisation_id, number),
  foreign key (organisation_id, parent) references policy_document,
  foreign key (organisation_id, replaces) references policy_document,
  foreign key (organisation_id, department) references department,
  foreign key (organisation_id, owner) references person
);

create index policy_document_sort_name on policy_document (organisation_id, sort_name, id);
create index policy_document_updated on policy_document (organisation_id, updated_at, id);
create index policy_document_status on policy_document (organisation_id, status, sort_name, id);
create index policy_document_review_due on policy_document (organisation_id, review_due_on, id);
create index policy_document_findings on policy_document (organisation_id, findings_blocking, findings_serious, findings_attention, id);
create index policy_document_department on policy_document (organisation_id, department, sort_name, id);

create index policy_document_parent on policy_document (organisation_id, parent, id);

create index policy_document_replaces on policy_document (organisation_id, replaces, id);

call fence('policy_document', 'select, insert, update, delete', ':app_role');

-- A version binds a body from and until a day. The body may be of a participant that the organisation serves; its name is kept as it was then.
create table policy_adoption (
  organisation_id uuid not null references organisation,
  id uuid not null,
  document_id uuid not null,
  version integer not null,
  body_id uuid,
  participant_id uuid,
  -- The same for the same body, however it is typed.
  body_key text not null,
  body_name text not null,
  adopted_on date not null,
  decision_number text check (length(decision_number) between 1 and 100),
  -- Null while it waits for publication.
  in_force_from date,
  -- The last day; before in_force_from where it was overtaken before it began.
  in_force_until date,
  revoked_on date,
  revoked_because text,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, document_id) references policy_document,
  foreign key (organisation_id, body_id) references governing_body,
  foreign key (organisation_id, participant_id) references participant,
  foreign key (organisation_id, recorded_by) references person,
  check ((body_id is null) <> (participant_id is null)),
  check (in_force_from is null or in_force_from >= adopted_on),
  check ((revoked_on is null) = (revoked_because is null))
);
create unique index policy_adoption_once on policy_adoption (organisation_id, document_id, version, body_key) where revoked_on is null;
create index policy_adoption_body on policy_adoption (organisation_id, body_key, document_id);

create table policy_publication (
  organisation_id uuid not null references organisation,
  document_id uuid not null,
  version integer not null,
  published_on date not null,
  change_note text check (length(change_note) between 1 and 4000),
  published_by uuid,
  primary key (organisation_id, document_id, version),
  foreign key (organisation_id, document_id) references policy_document,
  foreign key (organisation_id, published_by) references person
);

-- Who was told of which version by e-mail: nobody twice.
create table policy_announcement (
  organisation_id uuid not null references organisation,
  document_id uuid not null,
  version integer not null,
  person_id uuid not null,
  announced_at timestamptz not null,
  primary key (organisation_id, document_id, version, person_id),
  foreign key (organisation_id, document_id) references policy_document,
  foreign key (organisation_id, person_id) references person
);

create table policy_campaign (
  organisation_id uuid not null references organisation,
  id uuid not null,
  document_id uuid not null,
  version integer not null,
  started_at timestamptz not null,
  started_by uuid,
  due_on date not null,
  -- Percent of the people that must have read it by then.
  aim integer not null check (aim between 1 and 100),
  department_id uuid,
  closed_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, document_id) references policy_document,
  foreign key (organisation_id, started_by) references person,
  foreign key (organisation_id, department_id) references department
);
create unique index policy_campaign_running on policy_campaign (organisation_id, document_id) where closed_at is null;
create index policy_campaign_last on policy_campaign (organisation_id, document_id, started_at, id);

create table policy_reader (
  organisation_id uuid not null references organisation,
  campaign_id uuid not null,
  person_id uuid not null,
  asked_at timestamptz not null,
  reminded_at timestamptz,
  acknowledged_at timestamptz,
  primary key (organisation_id, campaign_id, person_id),
  foreign key (organisation_id, campaign_id) references policy_campaign,
  foreign key (organisation_id, person_id) references person
);
create index policy_reader_person on policy_reader (organisation_id, person_id, campaign_id);

call fence('policy_adoption', 'select, insert, update', ':app_role');
call fence('policy_publication', 'select, insert, delete', ':app_role');
call fence('policy_announcement', 'select, insert', ':app_role');
call fence('policy_campaign', 'select, insert, update', ':app_role');
call fence('policy_reader', 'select, insert, update', ':app_role');
