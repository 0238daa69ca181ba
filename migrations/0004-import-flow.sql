-- Imports: what the check of a file leaves behind until somebody confirms it, and the questions that a person decides.

-- An import by the command line is the system's; it has no person.
alter table import_run alter column created_by drop not null;
-- When the job last said how far it is: a run that stands still can be started again.
alter table import_run add column worked_at timestamptz;
alter table import_run add column sheets jsonb not null default '[]';
alter table import_run add column heading_row integer;

-- What reading the file had to say about the row; `messages` is what the check says.
alter table import_row add column read_messages jsonb not null default '[]';
-- What the row becomes: {"set": {field: value}, "notes": {field: [line]}}.
alter table import_row add column patch jsonb;
create index import_row_outcome on import_row (organisation_id, import_id, outcome, row_number);

-- A text in the file that isn't surely a value: once per text, for a person to decide.
create table import_question (
  organisation_id uuid not null,
  import_id uuid not null,
  -- A catalogue, `reference:department`, or `choice:role`.
  catalogue text not null,
  letters text not null,
  field text not null,
  text text not null,
  count integer not null,
  candidates text[] not null,
  primary key (organisation_id, import_id, catalogue, letters),
  foreign key (organisation_id, import_id) references import_run on delete cascade
);
call fence('import_question', 'select, insert, update, delete', ':app_role');

-- The event that a change belongs to has this very check already; twice it takes a third of the time of writing history.
alter table history_change drop constraint history_change_organisation_id_fkey;
