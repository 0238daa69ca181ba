-- Answers from the access log: what a citizen who asks for access is told of who used the data (art. 15 AVG), frozen, and what is withheld on which ground.

-- On which ground acts of this activity are left out of such an answer: the confidential variant of an activity (Logboek Dataverwerkingen; art. 41 lid 1 UAVG, art. 15 lid 4 AVG).
alter table processing_activity add withheld_ground text
  check (withheld_ground in ('uavg_a', 'uavg_b', 'uavg_c', 'uavg_d', 'uavg_e', 'uavg_f', 'uavg_g', 'uavg_h', 'uavg_i', 'uavg_j', 'rights_of_others'));

-- Each version as it was frozen: a correction is a new one, and the old stays.
create table log_answer (
  organisation_id uuid not null references organisation,
  id uuid not null,
  register text not null,
  entry_id uuid not null,
  version integer not null check (version > 0),
  -- By what the person is known (kinds and values), and what the answer says: both sealed.
  known bytea not null,
  content bytea not null,
  act_count integer not null check (act_count >= 0),
  withheld_count integer not null check (withheld_count >= 0),
  made_at timestamptz not null,
  made_by uuid,
  primary key (organisation_id, id),
  unique (organisation_id, register, entry_id, version),
  foreign key (organisation_id, made_by) references person
);
call fence('log_answer', 'select, insert', ':app_role');

-- How the log is used at an incident is a subject of a work instruction (N-39).
alter table work_instruction drop constraint work_instruction_subject_check;
alter table work_instruction add constraint work_instruction_subject_check
  check (subject in ('rights', 'objections', 'archives', 'cameras', 'bsn', 'breaches', 'identity_documents', 'devices', 'access_log', 'other'));

-- The version that goes along in a package: readable for its person while the package is.
alter table answer_package add log_answer_id uuid, add foreign key (organisation_id, log_answer_id) references log_answer;
create index answer_package_log on answer_package (organisation_id, log_answer_id) where log_answer_id is not null;
