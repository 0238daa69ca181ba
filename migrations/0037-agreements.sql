-- Processor agreements whole: point by point, transfers, renewal, signatures of both, the end; the text that is made of them, the talks with the processor, and the signed file.
alter table processor_agreement
  add column points text[] not null default '{}' check (points <@ array['scope', 'instructions', 'unlawful', 'confidentiality', 'security', 'subconsent', 'subduties', 'subliable', 'rights', 'breach', 'assistance', 'ending', 'audits', 'transfers', 'liability', 'annexprocessings', 'annexsecurity', 'annexsubs', 'annexcontacts']),
  add column secrecy text check (secrecy in ('agreement', 'contract', 'statement', 'none')),
  add column promises text[] not null default '{}' check (promises <@ array['decides_nothing', 'verifies_demands', 'secrecy_survives', 'answers_for_subs', 'renegotiates']),
  add column is_brp boolean,
  add column brp_checked_on date,
  add column liability_excluded text[] not null default '{}' check (liability_excluded <@ array['death', 'injury', 'intent', 'property']),
  add column force_majeure text check (force_majeure in ('limited', 'law', 'wide')),
  add column governing_law text check (governing_law in ('dutch', 'other')),
  add column court text check (length(court) between 1 and 200),
  add column our_contact text check (length(our_contact) between 1 and 300),
  add column our_out_of_hours text check (length(our_out_of_hours) between 1 and 300),
  add column renewal text check (renewal in ('none', 'agreed', 'silent')),
  add column renewal_period text check (renewal_period ~ '^P[0-9YMWDTHS]+$'),
  add column notice_term text check (notice_term ~ '^P[0-9YMWDTHS]+$'),
  add column notice_from_on date,
  add column negotiation text check (negotiation in ('with_processor', 'remarks', 'agreed')),
  add column own_signatory text check (length(own_signatory) between 1 and 200),
  add column own_signatory_role text check (length(own_signatory_role) between 1 and 200),
  add column own_signed_on date,
  add column their_signatory text check (length(their_signatory) between 1 and 200),
  add column their_signatory_role text check (length(their_signatory_role) between 1 and 200),
  add column their_signed_on date,
  add column return_asked_on date,
  add column return_asked text check (return_asked in ('return', 'destroy', 'both')),
  add column return_format text check (length(return_format) between 1 and 500),
  add column return_by_on date,
  add column returned_on date,
  add column return_report text check (length(return_report) between 1 and 500);

create table processor_agreement_transfers (
  organisation_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  country text,
  country_catalogue text generated always as ('country') stored,
  instrument text check (instrument in ('adequacy', 'scc', 'bcr', 'derogation')),
  scc_module text check (scc_module in ('two', 'three', 'four')),
  adequacy_until date,
  assessed_on date,
  note text check (length(note) between 1 and 1000),
  primary key (organisation_id, entry_id, position),
  foreign key (organisation_id, entry_id) references processor_agreement on delete cascade,
  foreign key (organisation_id, country_catalogue, country) references catalogue_term
);
call fence('processor_agreement_transfers', 'select, insert, update, delete', ':app_role');

-- Articles that somebody worded otherwise than the standard text, until the next version is made.
create table agreement_article (
  organisation_id uuid not null references organisation,
  agreement_id uuid not null,
  article text not null check (article ~ '^[a-z_]{1,40}$'),
  body text not null check (length(body) between 1 and 20000),
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (organisation_id, agreement_id, article),
  foreign key (organisation_id, agreement_id) references processor_agreement on delete cascade,
  foreign key (organisation_id, changed_by) references person
);

-- Versions of the text, each frozen whole: the words, what stood in the registers, and the very file that is sent.
create table agreement_text (
  organisation_id uuid not null references organisation,
  agreement_id uuid not null,
  number integer not null check (number > 0),
  made_at timestamptz not null,
  made_by uuid,
  content jsonb not null,
  digest bytea not null check (length(digest) = 32),
  pdf bytea not null,
  pdf_digest bytea not null check (length(pdf_digest) = 32),
  primary key (organisation_id, agreement_id, number),
  foreign key (organisation_id, agreement_id) references processor_agreement on delete cascade,
  foreign key (organisation_id, made_by) references person
);

-- Rounds of the talks: what was sent to the processor, and what it answered.
create table agreement_round (
  organisation_id uuid not null references organisation,
  agreement_id uuid not null,
  number integer not null check (number > 0),
  -- None where the processor's own model is used.
  text_number integer,
  sent_at timestamptz not null,
  sent_by uuid,
  note text check (length(note) between 1 and 10000),
  answer text check (answer in ('agreed', 'remarks')),
  answered_at timestamptz,
  -- Who at the processor, as told.
  answered_by text check (length(answered_by) between 1 and 200),
  remarks text check (length(remarks) between 1 and 20000),
  is_by_portal boolean,
  primary key (organisation_id, agreement_id, number),
  foreign key (organisation_id, agreement_id) references processor_agreement on delete cascade,
  foreign key (organisation_id, agreement_id, text_number) references agreement_text,
  foreign key (organisation_id, sent_by) references person,
  check ((answer is null) = (answered_at is null))
);
create index agreement_round_text on agreement_round (organisation_id, agreement_id, text_number);

-- The signed file: which attachment it is, and its digest on that day, so that it shows when other bytes stand there.
create table agreement_signed_file (
  organisation_id uuid not null references organisation,
  agreement_id uuid not null,
  attachment_id uuid not null,
  name text not null,
  sha256 bytea not null check (length(sha256) = 32),
  version integer not null,
  marked_at timestamptz not null,
  marked_by uuid,
  checked_at timestamptz,
  is_same boolean,
  primary key (organisation_id, agreement_id, attachment_id),
  foreign key (organisation_id, agreement_id) references processor_agreement on delete cascade,
  foreign key (organisation_id, marked_by) references person
);

call fence('agreement_article', 'select, insert, update, delete', ':app_role');
call fence('agreement_text', 'select, insert', ':app_role');
call fence('agreement_round', 'select, insert, update', ':app_role');
call fence('agreement_signed_file', 'select, insert, update', ':app_role');
