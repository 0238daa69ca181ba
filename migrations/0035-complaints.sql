-- Complaints and questions of people from outside (hoofdstuk 9 Awb; H-32, W-13, W-18, P-13).

create table complaint (
  organisation_id uuid not null references organisation,
  id uuid not null,
  status text not null check (status in ('received', 'handling', 'answered', 'closed', 'withdrawn')),
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
  kind text check (kind in ('complaint', 'question', 'handling')),
  description text check (length(description) between 1 and 20000),
  wish text check (length(wish) between 1 and 5000),
  department uuid,
  complained_about uuid,
  processing uuid,
  request uuid,
  breach uuid,
  received_at timestamptz,
  channel text check (channel in ('portal', 'web', 'desk', 'letter', 'email', 'phone', 'colleague', 'processor', 'participant', 'other')),
  reporter_name text check (length(reporter_name) between 1 and 200),
  reporter_email text check (length(reporter_email) between 1 and 254),
  reporter_phone text check (length(reporter_phone) between 1 and 40),
  reporter_address text check (length(reporter_address) between 1 and 500),
  language text check (language in ('nl', 'en')),
  confirmed_at timestamptz,
  significance text check (significance in ('none', 'potential', 'significant')),
  significance_reason text check (length(significance_reason) between 1 and 5000),
  data_in_danger boolean,
  directors_told_at timestamptz,
  route text check (route in ('governing_body', 'management', 'dpo', 'privacy_officer')),
  handler uuid,
  talk_outcome text check (talk_outcome in ('agreed', 'not_agreed', 'declined')),
  talk_note text check (length(talk_note) between 1 and 10000),
  hearing text check (hearing in ('heard', 'waived', 'clearly_unfounded', 'no_answer')),
  heard_on date,
  hearing_report text check (length(hearing_report) between 1 and 20000),
  judgement text check (judgement in ('founded', 'partly', 'unfounded', 'not_taken_up')),
  judgement_reason text check (length(judgement_reason) between 1 and 20000),
  refusal_ground text check (refusal_ground in ('handled_before', 'over_a_year', 'objection', 'appeal', 'other_court', 'criminal', 'no_interest')),
  answer text check (length(answer) between 1 and 20000),
  answered_at timestamptz,
  remedies_named boolean,
  changed_practice text check (length(changed_practice) between 1 and 10000),
  practice_task uuid,
  practice_measure uuid,
  no_change_reason text check (length(no_change_reason) between 1 and 5000),
  practice_told_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, number),
  foreign key (organisation_id, department) references department,
  foreign key (organisation_id, complained_about) references person,
  foreign key (organisation_id, processing) references processing_activity,
  foreign key (organisation_id, request) references subject_request,
  foreign key (organisation_id, breach) references breach,
  foreign key (organisation_id, handler) references person,
  foreign key (organisation_id, practice_task) references task,
  foreign key (organisation_id, practice_measure) references improvement_measure
);

create index complaint_sort_name on complaint (organisation_id, sort_name, id);
create index complaint_updated on complaint (organisation_id, updated_at, id);
create index complaint_status on complaint (organisation_id, status, sort_name, id);
create index complaint_review_due on complaint (organisation_id, review_due_on, id);
create index complaint_findings on complaint (organisation_id, findings_blocking, findings_serious, findings_attention, id);
create index complaint_department on complaint (organisation_id, department, sort_name, id);

create index complaint_processing on complaint (organisation_id, processing, id);

create index complaint_request on complaint (organisation_id, request, id);

create index complaint_breach on complaint (organisation_id, breach, id);

create index complaint_practice_task on complaint (organisation_id, practice_task, id);

create index complaint_practice_measure on complaint (organisation_id, practice_measure, id);

call fence('complaint', 'select, insert, update, delete', ':app_role');
