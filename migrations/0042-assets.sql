-- Data carriers that were destroyed with their proof, and devices that people have of ours (W-06, N-62).

create table data_carrier (
  organisation_id uuid not null references organisation,
  id uuid not null,
  status text not null check (status in ('kept', 'destroyed', 'filed')),
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
  kind text check (kind in ('disk', 'tape', 'usb', 'server', 'copier', 'paper', 'other')),
  serial text check (length(serial) between 1 and 100),
  inventory text check (length(inventory) between 1 and 100),
  department uuid,
  owner uuid,
  system uuid,
  participant uuid,
  held text check (length(held) between 1 and 2000),
  destroyed_on date,
  method text check (method in ('shredded', 'degaussed', 'overwritten', 'crypto', 'burnt')),
  standard text check (length(standard) between 1 and 100),
  by text check (by in ('own', 'firm')),
  firm text check (length(firm) between 1 and 200),
  witness text check (length(witness) between 1 and 200),
  certificate text check (length(certificate) between 1 and 100),
  certificate_on date,
  note text check (length(note) between 1 and 20000),
  primary key (organisation_id, id),
  unique (organisation_id, number),
  foreign key (organisation_id, department) references department,
  foreign key (organisation_id, owner) references person,
  foreign key (organisation_id, system) references information_system,
  foreign key (organisation_id, participant) references participant
);

create index data_carrier_sort_name on data_carrier (organisation_id, sort_name, id);
create index data_carrier_updated on data_carrier (organisation_id, updated_at, id);
create index data_carrier_status on data_carrier (organisation_id, status, sort_name, id);
create index data_carrier_review_due on data_carrier (organisation_id, review_due_on, id);
create index data_carrier_findings on data_carrier (organisation_id, findings_blocking, findings_serious, findings_attention, id);
create index data_carrier_department on data_carrier (organisation_id, department, sort_name, id);

create index data_carrier_system on data_carrier (organisation_id, system, id);

call fence('data_carrier', 'select, insert, update, delete', ':app_role');

create table issued_device (
  organisation_id uuid not null references organisation,
  id uuid not null,
  status text not null check (status in ('issued', 'lost', 'returned', 'written_off')),
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
  kind text check (kind in ('laptop', 'phone', 'tablet', 'token', 'storage', 'other')),
  inventory text check (length(inventory) between 1 and 100),
  serial text check (length(serial) between 1 and 100),
  department uuid,
  holder uuid,
  outsider text check (length(outsider) between 1 and 200),
  issued_on date,
  instruction_on date,
  is_encrypted boolean,
  is_managed boolean,
  is_locked boolean,
  returned_on date,
  state text check (state in ('good', 'damaged', 'incomplete')),
  is_wiped boolean,
  lost_on date,
  lost_how text check (length(lost_how) between 1 and 3000),
  has_data boolean,
  is_wiped_afar boolean,
  breach uuid,
  note text check (length(note) between 1 and 20000),
  primary key (organisation_id, id),
  unique (organisation_id, number),
  foreign key (organisation_id, department) references department,
  foreign key (organisation_id, holder) references person,
  foreign key (organisation_id, breach) references breach
);

create index issued_device_sort_name on issued_device (organisation_id, sort_name, id);
create index issued_device_updated on issued_device (organisation_id, updated_at, id);
create index issued_device_status on issued_device (organisation_id, status, sort_name, id);
create index issued_device_review_due on issued_device (organisation_id, review_due_on, id);
create index issued_device_findings on issued_device (organisation_id, findings_blocking, findings_serious, findings_attention, id);
create index issued_device_department on issued_device (organisation_id, department, sort_name, id);

create index issued_device_breach on issued_device (organisation_id, breach, id);

call fence('issued_device', 'select, insert, update, delete', ':app_role');

create index issued_device_holder on issued_device (organisation_id, holder, id) where status in ('issued', 'lost');
