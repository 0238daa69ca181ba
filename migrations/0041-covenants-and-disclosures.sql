-- Covenants and arrangements between controllers (art. 26 AVG; H-23, H-42, N-05, N-60), and disclosures to other controllers with what was given to whom (N-46, N-47, N-67, P-10).

create table covenant (
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
  name text check (length(name) between 1 and 200),
  number text check (length(number) between 1 and 60),
  kind text check (kind in ('covenant', 'joint', 'protocol')),
  department uuid,
  owner uuid,
  aim text check (length(aim) between 1 and 5000),
  relation text check (length(relation) between 1 and 5000),
  dpia_outcome text check (dpia_outcome in ('accepted', 'not_required', 'high')),
  dpia_on date,
  dpia_place text check (length(dpia_place) between 1 and 300),
  s_controller text check (length(s_controller) between 1 and 5000),
  s_scope text check (length(s_scope) between 1 and 5000),
  s_processing text check (length(s_processing) between 1 and 5000),
  s_management text check (length(s_management) between 1 and 5000),
  s_security text check (length(s_security) between 1 and 5000),
  s_confidentiality text check (length(s_confidentiality) between 1 and 5000),
  s_contact text check (length(s_contact) between 1 and 5000),
  s_duties text check (length(s_duties) between 1 and 5000),
  s_ending text check (length(s_ending) between 1 and 5000),
  s_audits text check (length(s_audits) between 1 and 5000),
  s_transfers text check (length(s_transfers) between 1 and 5000),
  rights_by text check (rights_by in ('partner_leads', 'us', 'each', 'together')),
  information_by text check (information_by in ('partner_leads', 'us', 'each', 'together')),
  breach_by text check (breach_by in ('partner_leads', 'us', 'each', 'together')),
  dpia_by text check (dpia_by in ('partner_leads', 'us', 'each', 'together')),
  transfer_moment text check (length(transfer_moment) between 1 and 5000),
  liability_split text check (length(liability_split) between 1 and 5000),
  liability_is_internal boolean,
  protocol text check (length(protocol) between 1 and 300),
  protocol_on date,
  essence text check (length(essence) between 1 and 10000),
  contact_point text check (length(contact_point) between 1 and 300),
  is_essence_public boolean,
  signed_on date,
  starts_on date,
  ends_on date,
  data_at_end text check (data_at_end in ('destroyed', 'returned', 'both', 'kept')),
  data_at_end_on date,
  note text check (length(note) between 1 and 20000),
  primary key (organisation_id, id),
  unique (organisation_id, number),
  foreign key (organisation_id, department) references department,
  foreign key (organisation_id, owner) references person
);

create index covenant_sort_name on covenant (organisation_id, sort_name, id);
create index covenant_updated on covenant (organisation_id, updated_at, id);
create index covenant_status on covenant (organisation_id, status, sort_name, id);
create index covenant_review_due on covenant (organisation_id, review_due_on, id);
create index covenant_findings on covenant (organisation_id, findings_blocking, findings_serious, findings_attention, id);
create index covenant_department on covenant (organisation_id, department, sort_name, id);

create table covenant_partners (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  organisation text check (length(organisation) between 1 and 200),
  role text check (role in ('joint', 'own', 'processor', 'other')),
  contact text check (length(contact) between 1 and 300),
  signed_on date,
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references covenant on delete cascade
);

create table covenant_processings (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  processing uuid,
  note text check (length(note) between 1 and 1000),
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references covenant on delete cascade,
  foreign key (organisation_id, processing) references processing_activity
);

create table covenant_transfers (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  country text,
  country_catalogue text generated always as ('country') stored,
  recipient text check (length(recipient) between 1 and 300),
  instrument text,
  instrument_catalogue text generated always as ('transfer-instrument') stored,
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references covenant on delete cascade,
  foreign key (organisation_id, country_catalogue, country) references catalogue_term,
  foreign key (organisation_id, instrument_catalogue, instrument) references catalogue_term
);

create index covenant_processings_processing on covenant_processings (organisation_id, processing, entry_id);

call fence('covenant', 'select, insert, update, delete', ':app_role');
call fence('covenant_partners', 'select, insert, update, delete', ':app_role');
call fence('covenant_processings', 'select, insert, update, delete', ':app_role');
call fence('covenant_transfers', 'select, insert, update, delete', ':app_role');

create table disclosure (
  organisation_id uuid not null references organisation,
  id uuid not null,
  status text not null check (status in ('requested', 'granted', 'refused', 'ended')),
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
  name text check (length(name) between 1 and 200),
  number text check (length(number) between 1 and 60),
  kind text check (kind in ('standing', 'one_off')),
  department uuid,
  owner uuid,
  recipient text check (length(recipient) between 1 and 200),
  recipient_contact text check (length(recipient_contact) between 1 and 300),
  recipient_kind text,
  recipient_kind_catalogue text generated always as ('recipient') stored,
  processing uuid,
  asked_on date,
  relation text check (length(relation) between 1 and 5000),
  is_controller boolean,
  controller_checked_on date,
  purpose text check (length(purpose) between 1 and 5000),
  partner_basis text check (length(partner_basis) between 1 and 500),
  controllership text check (length(controllership) between 1 and 5000),
  security text check (length(security) between 1 and 5000),
  further_use text check (length(further_use) between 1 and 5000),
  starts_on date,
  own_basis text,
  own_basis_catalogue text generated always as ('legal-basis') stored,
  own_law text check (length(own_law) between 1 and 500),
  special_exception text,
  special_exception_catalogue text generated always as ('special-exception') stored,
  compatibility text check (compatibility in ('same', 'law', 'compatible', 'incompatible')),
  link text check (length(link) between 1 and 3000),
  context text check (length(context) between 1 and 3000),
  nature text check (length(nature) between 1 and 3000),
  consequences text check (length(consequences) between 1 and 3000),
  safeguards text check (length(safeguards) between 1 and 3000),
  secrecy text check (secrecy in ('none', 'lifted', 'forbids')),
  secrecy_note text check (length(secrecy_note) between 1 and 3000),
  has_task boolean,
  is_vital boolean,
  is_concrete boolean,
  has_consent boolean,
  consent_on date,
  is_consent_written boolean,
  asked_by_customer boolean,
  undertakes boolean,
  statistics text check (length(statistics) between 1 and 3000),
  ground text check (ground in ('task', 'vital', 'consent', 'duty', 'customer')),
  decided_on date,
  decided_by uuid,
  reason text check (length(reason) between 1 and 10000),
  policy_on date,
  protocol_sent_on date,
  protocol_known_on date,
  protocol_known_by text check (length(protocol_known_by) between 1 and 200),
  no_protocol text check (no_protocol in ('demand', 'vital')),
  ends_on date,
  note text check (length(note) between 1 and 20000),
  primary key (organisation_id, id),
  unique (organisation_id, number),
  foreign key (organisation_id, department) references department,
  foreign key (organisation_id, owner) references person,
  foreign key (organisation_id, recipient_kind_catalogue, recipient_kind) references catalogue_term,
  foreign key (organisation_id, processing) references processing_activity,
  foreign key (organisation_id, own_basis_catalogue, own_basis) references catalogue_term,
  foreign key (organisation_id, special_exception_catalogue, special_exception) references catalogue_term,
  foreign key (organisation_id, decided_by) references person
);

create index disclosure_sort_name on disclosure (organisation_id, sort_name, id);
create index disclosure_updated on disclosure (organisation_id, updated_at, id);
create index disclosure_status on disclosure (organisation_id, status, sort_name, id);
create index disclosure_review_due on disclosure (organisation_id, review_due_on, id);
create index disclosure_findings on disclosure (organisation_id, findings_blocking, findings_serious, findings_attention, id);
create index disclosure_department on disclosure (organisation_id, department, sort_name, id);

create table disclosure_data (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  what text check (length(what) between 1 and 300),
  category text,
  category_catalogue text generated always as ('data-category') stored,
  interest text check (length(interest) between 1 and 1000),
  is_given boolean,
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references disclosure on delete cascade,
  foreign key (organisation_id, category_catalogue, category) references catalogue_term
);

create index disclosure_processing on disclosure (organisation_id, processing, id);

call fence('disclosure', 'select, insert, update, delete', ':app_role');
call fence('disclosure_data', 'select, insert, update, delete', ':app_role');

-- What went out: a line for each time; `batch_id` ties the lines of one file. Only added to.
create table disclosed_data (
  organisation_id uuid not null references organisation,
  id uuid not null,
  disclosure_id uuid not null,
  disclosed_on date not null,
  what text not null check (length(what) between 1 and 2000),
  recipient text not null check (length(recipient) between 1 and 200),
  ground text not null check (ground in ('task', 'vital', 'consent', 'duty', 'customer')),
  people integer not null check (people between 1 and 100000000),
  note text check (length(note) between 1 and 2000),
  batch_id uuid,
  logged_at timestamptz not null,
  logged_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, disclosure_id) references disclosure,
  foreign key (organisation_id, logged_by) references person
);
create index disclosed_data_disclosure on disclosed_data (organisation_id, disclosure_id, disclosed_on desc, id desc);

-- Whose data they were, as marks under the organisation's own key: found again, never read back.
create table disclosed_subject (
  organisation_id uuid not null references organisation,
  log_id uuid not null,
  mark bytea not null check (length(mark) = 32),
  primary key (organisation_id, log_id, mark),
  foreign key (organisation_id, log_id) references disclosed_data on delete cascade
);
create index disclosed_subject_mark on disclosed_subject (organisation_id, mark, log_id);

-- What recipients were told of a change for somebody, or why they couldn't be (art. 19 AVG).
create table disclosed_notice (
  organisation_id uuid not null references organisation,
  id uuid not null,
  log_id uuid not null,
  mark bytea not null check (length(mark) = 32),
  kind text not null check (kind in ('rectification', 'erasure', 'restriction')),
  told_on date,
  why_not text check (length(why_not) between 1 and 1000),
  noted_at timestamptz not null,
  noted_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, log_id) references disclosed_data on delete cascade,
  foreign key (organisation_id, noted_by) references person,
  check ((told_on is null) <> (why_not is null))
);
create index disclosed_notice_log on disclosed_notice (organisation_id, log_id, id);

call fence('disclosed_data', 'select, insert', ':app_role');
call fence('disclosed_subject', 'select, insert', ':app_role');
call fence('disclosed_notice', 'select, insert', ':app_role');
