// Schema: the tables as Kysely sees them. Made by `npm run db:types` from the migrations; don't edit.
import type { ColumnType } from 'kysely'

export type ArrayType<T> = ArrayTypeImpl<T> extends (infer U)[]
  ? U[]
  : ArrayTypeImpl<T>

export type ArrayTypeImpl<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S[], I[], U[]>
  : T[]

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>

export type Json = JsonValue

export type JsonArray = JsonValue[]

export type JsonObject = {
  [x: string]: JsonValue | undefined
}

export type JsonPrimitive = boolean | number | string | null

export type JsonValue = JsonArray | JsonObject | JsonPrimitive

export type Timestamp = ColumnType<Date, Date | string, Date | string>

export interface AccessBatch {
  checkpoint: number | null
  checkpoint_position: number | null
  digests: Buffer | null
  first_at: Timestamp
  held_count: Generated<number>
  id: string
  kind: string
  last_at: Timestamp
  organisation_id: string
  record_count: number
  removed_count: Generated<number>
  root: Buffer | null
  written_at: Timestamp
}

export interface AccessCheck {
  asked_at: Timestamp
  asked_by: string | null
  checked_records: Generated<number>
  done_at: Timestamp | null
  from_day: string | null
  id: string
  organisation_id: string
  outcome: Json | null
  state: Generated<string>
  total_records: number | null
  until_day: string | null
}

export interface AccessCheckpoint {
  batch_count: number
  digests: Buffer | null
  made_at: Timestamp
  organisation_id: string
  previous: Buffer | null
  record_count: number
  records_total: number
  root: Buffer
  sequence: number
  signature: Buffer
}

export interface AccessDayCount {
  activity: string
  day: string
  failed: number
  organisation_id: string
  records: number
  service: string
  subjects: number
}

export interface AccessEmployeeDay {
  activity: string
  actor_id: Buffer
  day: string
  organisation_id: string
  subjects: number
}

export interface AccessForeignCheckpoint {
  from_id: string
  from_name: string
  line: string
  made_at: Timestamp
  organisation_id: string
  received_at: Timestamp
  sequence: number
}

export interface AccessHold {
  about_sealed: Buffer | null
  actors: ArrayType<Buffer> | null
  case_reference: string | null
  ended_at: Timestamp | null
  ended_by: string | null
  holds_until: string | null
  id: string
  made_at: Timestamp
  made_by: string
  organisation_id: string
  reason: string
  starts_before: Timestamp | null
  starts_from: Timestamp | null
  subjects: ArrayType<Buffer> | null
  trace_id: Buffer | null
}

export interface AccessLogSetting {
  keep_for: Generated<string>
  organisation_id: string
  own_activity_id: string | null
  updated_at: Timestamp
  updated_by: string | null
}

export interface AccessLook {
  checkpoint: number
  day_on: string | null
  looked_at: Timestamp
  organisation_id: string
  position: Generated<number>
  steady_since: Timestamp | null
}

export interface AccessPublication {
  crossed_at: Timestamp | null
  crossed_sequence: number | null
  mail_to: string | null
  mailed_at: Timestamp | null
  mailed_sequence: number | null
  organisation_id: string
  to_slug: string | null
  updated_at: Timestamp
  updated_by: string | null
}

export interface AccessQuestion {
  asked_at: Timestamp
  asked_by: string
  found: number
  from_on: string | null
  id: string
  kind: string
  organisation_id: string
  reason: string
  reference: string | null
  sealed: Buffer
  until_on: string | null
}

export interface AccessRecord {
  activity: string
  actor_id: Buffer | null
  batch_id: string
  details: string | null
  ended_at: Timestamp
  is_secret: Generated<boolean>
  name: string
  organisation_id: string
  parent_span_id: Buffer | null
  position: number
  span_id: Buffer
  started_at: Timestamp
  status: string
  subject_id: Buffer | null
  subject_type: string | null
  trace_id: Buffer
}

export interface AccessRecordHeld {
  activity: string
  actor_id: Buffer | null
  batch_id: string
  details: string | null
  ended_at: Timestamp
  is_secret: Generated<boolean>
  name: string
  organisation_id: string
  parent_span_id: Buffer | null
  position: number
  span_id: Buffer
  started_at: Timestamp
  status: string
  subject_id: Buffer | null
  subject_type: string | null
  trace_id: Buffer
}

export interface AccessRemoval {
  begun_at: Timestamp
  finished_at: Timestamp | null
  id: string
  moved_count: Generated<number>
  organisation_id: string
  removed_before: Timestamp
  removed_count: Generated<number>
  worked_at: Timestamp
}

export interface AccessRemoved {
  batch_id: string
  from_position: number
  organisation_id: string
  removal_batch: string
  to_position: number
}

export interface AccessSignal {
  about: string
  actor_id: Buffer | null
  breach_id: string | null
  count: number
  day: string
  details: Json
  explanation: string | null
  first_at: Timestamp
  id: string
  kind: string
  last_at: Timestamp
  made_at: Timestamp
  organisation_id: string
  settled_at: Timestamp | null
  settled_by: string | null
  state: string
}

export interface AccessSignalSetting {
  organisation_id: string
  updated_at: Timestamp
  updated_by: string | null
  volume_least: number
  volume_times_own: number
  volume_times_peers: number
  watches_office_hours: boolean
}

export interface AccessSource {
  caretaker_id: string | null
  created_at: Timestamp
  created_by: string | null
  description: string | null
  ended_at: Timestamp | null
  ended_by: string | null
  id: string
  name: string
  organisation_id: string
  revision: Generated<number>
  silent_after_days: number | null
  system_id: string | null
}

export interface AccessSourceCredential {
  created_at: Timestamp
  created_by: string | null
  credential_hash: Buffer
  expires_on: string
  fingerprint: string | null
  id: string
  kind: string
  note: string | null
  organisation_id: string
  prefix: string
  revoked_at: Timestamp | null
  revoked_by: string | null
  source_id: string
}

export interface AccessSourceDay {
  day: string
  first_at: Timestamp
  last_at: Timestamp
  organisation_id: string
  record_count: number
  source_id: string
}

export interface AccessSubjectType {
  organisation_id: string
  type: string
}

export interface AccessWatch {
  ended_at: Timestamp | null
  ended_by: string | null
  id: string
  made_at: Timestamp
  made_by: string
  organisation_id: string
  reason: string
  sealed: Buffer
  until_on: string | null
}

export interface Account {
  created_at: Timestamp
  email: string | null
  id: string
  password_changed_at: Timestamp | null
  password_hash: string | null
  totp_confirmed_at: Timestamp | null
  totp_last_step: number | null
  totp_pending: Buffer | null
  totp_pending_at: Timestamp | null
  totp_secret: Buffer | null
}

export interface AgreementArticle {
  agreement_id: string
  article: string
  body: string
  changed_at: Timestamp
  changed_by: string | null
  organisation_id: string
}

export interface AgreementDecision {
  content: Buffer
  decided_at: Timestamp
  decided_by: string | null
  id: string
  item_key: string
  organisation_id: string
  outcome: string
  place: number | null
  reading_id: string
}

export interface AgreementFormer {
  content: Buffer
  decision_id: string
  item_key: string
  organisation_id: string
  place: number | null
  reading_id: string
  state: string
}

export interface AgreementPassage {
  content: Buffer
  file_id: string
  is_strong: boolean
  item_key: string
  organisation_id: string
  place: number
  position: number
  reading_id: string
}

export interface AgreementReading {
  asked_at: Timestamp
  asked_by: string | null
  because: string | null
  done: Generated<number>
  entry_id: string
  file_id: string | null
  format: string | null
  id: string
  name: string
  ocr_pages: Generated<number[]>
  organisation_id: string
  picture_pages: Generated<number[]>
  places: number | null
  read_at: Timestamp | null
  sha256: Buffer
  state: Generated<string>
  stopped_at: number | null
}

export interface AgreementRound {
  agreement_id: string
  answer: string | null
  answered_at: Timestamp | null
  answered_by: string | null
  is_by_portal: boolean | null
  note: string | null
  number: number
  organisation_id: string
  remarks: string | null
  sent_at: Timestamp
  sent_by: string | null
  text_number: number | null
}

export interface AgreementSignedFile {
  agreement_id: string
  attachment_id: string
  checked_at: Timestamp | null
  is_same: boolean | null
  marked_at: Timestamp
  marked_by: string | null
  name: string
  organisation_id: string
  sha256: Buffer
  version: number
}

export interface AgreementText {
  agreement_id: string
  content: Json
  digest: Buffer
  made_at: Timestamp
  made_by: string | null
  number: number
  organisation_id: string
  pdf: Buffer
  pdf_digest: Buffer
}

export interface AllowedNetwork {
  id: string
  network: string
  note: Generated<string>
  organisation_id: string
}

export interface AnswerPackage {
  asked_at: Timestamp
  asked_by: string | null
  attempts: Generated<number>
  code: Buffer | null
  consent_note: string | null
  consent_on: string | null
  content: Buffer | null
  destroyed_at: Timestamp | null
  done: Generated<number>
  downloads: Generated<number>
  ends_at: Timestamp
  entry_id: string
  file_id: string | null
  id: string
  kind: string
  language: string
  log_answer_id: string | null
  made_at: Timestamp | null
  most_downloads: number
  next_attempt_at: Timestamp | null
  organisation_id: string
  parts: Generated<number>
  register: string
  sha256: Buffer | null
  size: number | null
  state: string
  to_name: string | null
}

export interface ApiToken {
  created_at: Timestamp
  created_by: string | null
  expires_on: string
  id: string
  last_used_at: Timestamp | null
  last_used_ip: string | null
  may_write: boolean
  name: string
  organisation_id: string
  prefix: string
  registers: string[] | null
  revoked_at: Timestamp | null
  revoked_by: string | null
  token_hash: Buffer
}

export interface ApiTokenRole {
  department_id: string | null
  id: string
  organisation_id: string
  role: string
  token_id: string
}

export interface AppliedMigration {
  app_role: string
  applied_at: Generated<Timestamp>
  name: string
  sha256: string
}

export interface AssessmentAnswer {
  address: string
  assessment_id: string
  edited_at: Timestamp
  edited_by: string | null
  organisation_id: string
  revision: number
  reworded: Json | null
  said: Json | null
  taken_from: Json | null
  value: Json | null
}

export interface AssessmentAnswerChange {
  address: string
  assessment_id: string
  at: Timestamp
  becomes: Json | null
  by: string | null
  cause: string
  id: string
  organisation_id: string
  was: Json | null
}

export interface AssessmentBasis {
  assessment_id: string
  kept_at: Timestamp
  means: string[]
  organisation_id: string
  processing_id: string
  purposes: string[]
}

export interface AssessmentConflict {
  address: string
  assessment_id: string
  at: Timestamp
  by: string | null
  id: string
  organisation_id: string
  resolved_at: Timestamp | null
  resolved_by: string | null
  value: Json
}

export interface AssessmentCopy {
  assessment_id: string
  index: number
  item: string
  organisation_id: string
  parent: number | null
  position: number
  removed_at: Timestamp | null
}

export interface AssessmentFilling {
  assessment_id: string
  definition: string
  file_kept: Json | null
  frozen_at: Timestamp | null
  imported_at: Timestamp | null
  opened_at: Timestamp
  opened_by: string | null
  organisation_id: string
  processing: string | null
  version: string
}

export interface AssessmentPicture {
  assessment_id: string
  at: Timestamp
  bytes: Buffer
  content_type: string
  digest: string
  organisation_id: string
  size: number
}

export interface AssessmentPresence {
  assessment_id: string
  organisation_id: string
  person: string
  section: string
  seen_at: Timestamp
}

export interface AssessmentRemark {
  address: string
  assessment_id: string
  at: Timestamp
  by: string | null
  id: string
  organisation_id: string
  resolved_at: Timestamp | null
  resolved_by: string | null
  text: string
}

export interface AssessmentReport {
  assessment_id: string
  content: string
  digest: string
  made_at: Timestamp
  organisation_id: string
  version: number
}

export interface AssessmentSection {
  assessment_id: string
  completed_at: Timestamp
  completed_by: string | null
  organisation_id: string
  section: string
}

export interface Breach {
  action_taken: string | null
  advice: string | null
  advice_test: string | null
  advice_tested_at: Timestamp | null
  advised_at: Timestamp | null
  advised_by: string | null
  authority_number: string | null
  aware_at: Timestamp | null
  cause: string | null
  channel: string | null
  closed_note: string | null
  confirmed_at: Timestamp | null
  confirmed_by: string | null
  consequence_kinds: Generated<string[]>
  contained_at: Timestamp | null
  containment: string | null
  controller_name: string | null
  controller_told_at: Timestamp | null
  controller_told_note: string | null
  copy_where: string | null
  created_at: Timestamp
  created_by: string | null
  cyber_closed_at: Timestamp | null
  cyber_reported_at: Timestamp | null
  cyber_warned_at: Timestamp | null
  dangers: Generated<string[]>
  data_described: string | null
  delay_reason: string | null
  department: string | null
  dilemma: string | null
  dilemma_outcome: string | null
  directors_told_at: Timestamp | null
  discovered_at: Timestamp | null
  discovered_how: string | null
  dpo_warned_at: Timestamp | null
  draft_sent_at: Timestamp | null
  ended_on: string | null
  enisa_availability: string | null
  enisa_confidentiality: string | null
  enisa_data: string | null
  enisa_ease: string | null
  enisa_integrity: string | null
  enisa_lowered: Generated<string[]>
  enisa_malicious: boolean | null
  enisa_raised: Generated<string[]>
  evaluated_at: Timestamp | null
  evaluation: string | null
  findings_attention: Generated<number>
  findings_blocking: Generated<number>
  findings_serious: Generated<number>
  how_happened: string | null
  id: string
  imported_by: string | null
  inform_decided_at: Timestamp | null
  inform_decided_by: string | null
  inform_decision: string | null
  inform_exception: string | null
  inform_reasons: string | null
  informed_at: Timestamp | null
  informed_how: Generated<string[]>
  informed_number: number | null
  informed_text: string | null
  is_cyber: boolean | null
  is_ongoing: boolean | null
  is_security_incident: boolean | null
  judgement: string | null
  judgement_reasons: string | null
  kinds: Generated<string[]>
  language: string | null
  lessons: string | null
  likely_consequences: string | null
  manager_email: string | null
  name: string | null
  notified_at: Timestamp | null
  number: string | null
  occurred_from: Timestamp | null
  occurred_until: Timestamp | null
  organisation_id: string
  other_authorities: string | null
  owner: string | null
  participant: string | null
  police_notified_at: Timestamp | null
  processor: string | null
  protection: string | null
  protection_note: string | null
  received_at: Timestamp | null
  records_number: number | null
  regime: string | null
  report_decided_at: Timestamp | null
  report_decided_by: string | null
  report_decision: string | null
  report_ground: string | null
  report_reasons: string | null
  report_settled_at: Timestamp | null
  reporter_email: string | null
  reporter_name: string | null
  reporter_phone: string | null
  review_due_on: string | null
  reviewed_on: string | null
  revision: number
  risk: string | null
  role: string | null
  sort_name: string
  status: string
  subjects_max: number | null
  subjects_min: number | null
  updated_at: Timestamp
  updated_by: string | null
  version: Generated<number>
  weigh_reasons: string | null
  weighed_at: Timestamp | null
  weighed_by: string | null
  what_happened: string | null
  when_described: string | null
  where_happened: string | null
  who_involved: string | null
  why_happened: string | null
  withdrawn_at: Timestamp | null
}

export interface BreachAdditions {
  at: Timestamp | null
  entry_id: string
  organisation_id: string
  position: number
  text: string | null
  told_by: string | null
}

export interface BreachChecks {
  at: Timestamp | null
  by: string | null
  entry_id: string
  is_right: boolean | null
  organisation_id: string
  position: number
  remarks: string | null
}

export interface BreachCountries {
  catalogue: Generated<string | null>
  entry_id: string
  key: string
  organisation_id: string
  position: number
}

export interface BreachDataCategories {
  catalogue: Generated<string | null>
  entry_id: string
  key: string
  organisation_id: string
  position: number
}

export interface BreachMeasures {
  done_on: string | null
  due_on: string | null
  entry_id: string
  measure: string | null
  norm: string | null
  organisation_id: string
  owner: string | null
  position: number
}

export interface BreachNotifications {
  at: Timestamp | null
  entry_id: string
  kind: string | null
  note: string | null
  organisation_id: string
  position: number
}

export interface BreachProcessings {
  entry_id: string
  organisation_id: string
  position: number
  processing: string | null
}

export interface BreachSubjectCategories {
  catalogue: Generated<string | null>
  entry_id: string
  key: string
  organisation_id: string
  position: number
}

export interface BreachSystems {
  entry_id: string
  organisation_id: string
  position: number
  system: string | null
}

export interface CalendarFeed {
  created_at: Timestamp
  language: string
  organisation_id: string
  person_id: string
  read_on: string | null
  token_hash: Buffer
}

export interface CatalogueTerm {
  catalogue: string
  citation: string | null
  disposal: string | null
  is_active: Generated<boolean>
  key: string
  label_en: string
  label_nl: string
  law: string | null
  marks: Generated<string[]>
  note_nl: string | null
  organisation_id: string
  origin: string
  parent_key: string | null
  position: number
  synonyms: Generated<string[]>
  term: string | null
  valid_from: string | null
  valid_until: string | null
  version: string
}

export interface CollectionFile {
  at: Timestamp
  file_id: string
  id: string
  is_cleaned: Generated<boolean>
  is_given: boolean | null
  name: string
  organisation_id: string
  person_id: string | null
  task_id: string
}

export interface CollectionTask {
  about_id: string
  about_name: string
  accepted_at: Timestamp | null
  answer: Buffer | null
  answered_at: Timestamp | null
  answered_by: string | null
  asked: Buffer
  asked_at: Timestamp
  asked_by: string | null
  checked_at: Timestamp | null
  checked_by: string | null
  contact_email: string | null
  due_on: string
  entry_id: string
  id: string
  is_portable: Generated<boolean>
  language: Generated<string>
  late_told_at: Timestamp | null
  link_version: Generated<number>
  organisation_id: string
  others: string | null
  party: string
  period_from: string | null
  period_until: string | null
  person_id: string | null
  register: string
  reminded_at: Timestamp | null
  state: Generated<string>
}

export interface CommentMention {
  comment_id: string
  kind: string
  organisation_id: string
  person_id: string
  seen_at: Timestamp | null
}

export interface Complaint {
  answer: string | null
  answered_at: Timestamp | null
  breach: string | null
  changed_practice: string | null
  channel: string | null
  complained_about: string | null
  confirmed_at: Timestamp | null
  created_at: Timestamp
  created_by: string | null
  data_in_danger: boolean | null
  department: string | null
  description: string | null
  directors_told_at: Timestamp | null
  ended_on: string | null
  findings_attention: Generated<number>
  findings_blocking: Generated<number>
  findings_serious: Generated<number>
  handler: string | null
  heard_on: string | null
  hearing: string | null
  hearing_report: string | null
  id: string
  imported_by: string | null
  judgement: string | null
  judgement_reason: string | null
  kind: string | null
  language: string | null
  no_change_reason: string | null
  number: string | null
  organisation_id: string
  practice_measure: string | null
  practice_task: string | null
  practice_told_at: Timestamp | null
  processing: string | null
  received_at: Timestamp | null
  refusal_ground: string | null
  remedies_named: boolean | null
  reporter_address: string | null
  reporter_email: string | null
  reporter_name: string | null
  reporter_phone: string | null
  request: string | null
  review_due_on: string | null
  reviewed_on: string | null
  revision: number
  route: string | null
  significance: string | null
  significance_reason: string | null
  sort_name: string
  status: string
  talk_note: string | null
  talk_outcome: string | null
  title: string | null
  updated_at: Timestamp
  updated_by: string | null
  version: Generated<number>
  wish: string | null
}

export interface Covenant {
  aim: string | null
  assessment: string | null
  breach_by: string | null
  contact_point: string | null
  created_at: Timestamp
  created_by: string | null
  data_at_end: string | null
  data_at_end_on: string | null
  department: string | null
  dpia_by: string | null
  dpia_on: string | null
  dpia_outcome: string | null
  dpia_place: string | null
  ended_on: string | null
  ends_on: string | null
  essence: string | null
  findings_attention: Generated<number>
  findings_blocking: Generated<number>
  findings_serious: Generated<number>
  id: string
  imported_by: string | null
  information_by: string | null
  is_essence_public: boolean | null
  kind: string | null
  liability_is_internal: boolean | null
  liability_split: string | null
  name: string | null
  note: string | null
  number: string | null
  organisation_id: string
  owner: string | null
  protocol: string | null
  protocol_on: string | null
  relation: string | null
  review_due_on: string | null
  reviewed_on: string | null
  revision: number
  rights_by: string | null
  s_audits: string | null
  s_confidentiality: string | null
  s_contact: string | null
  s_controller: string | null
  s_duties: string | null
  s_ending: string | null
  s_management: string | null
  s_processing: string | null
  s_scope: string | null
  s_security: string | null
  s_transfers: string | null
  signed_on: string | null
  sort_name: string
  starts_on: string | null
  status: string
  transfer_moment: string | null
  updated_at: Timestamp
  updated_by: string | null
  version: Generated<number>
}

export interface CovenantPartners {
  contact: string | null
  entry_id: string
  organisation: string | null
  organisation_id: string
  position: number
  role: string | null
  signed_on: string | null
}

export interface CovenantProcessings {
  entry_id: string
  note: string | null
  organisation_id: string
  position: number
  processing: string | null
}

export interface CovenantTransfers {
  country: string | null
  country_catalogue: Generated<string | null>
  entry_id: string
  instrument: string | null
  instrument_catalogue: Generated<string | null>
  organisation_id: string
  position: number
  recipient: string | null
}

export interface CrossingArrival {
  at: Timestamp
  kind: string
  message_id: string
  organisation_id: string
}

export interface CrossingMessage {
  attempts: Generated<number>
  content: Buffer | null
  created_at: Timestamp
  crossed_at: Timestamp | null
  id: string
  kind: string
  next_attempt_at: Timestamp | null
  organisation_id: string
  to_slug: string
}

export interface DataCarrier {
  by: string | null
  certificate: string | null
  certificate_on: string | null
  created_at: Timestamp
  created_by: string | null
  department: string | null
  destroyed_on: string | null
  ended_on: string | null
  findings_attention: Generated<number>
  findings_blocking: Generated<number>
  findings_serious: Generated<number>
  firm: string | null
  held: string | null
  id: string
  imported_by: string | null
  inventory: string | null
  kind: string | null
  method: string | null
  name: string | null
  note: string | null
  number: string | null
  organisation_id: string
  owner: string | null
  participant: string | null
  review_due_on: string | null
  reviewed_on: string | null
  revision: number
  serial: string | null
  sort_name: string
  standard: string | null
  status: string
  system: string | null
  updated_at: Timestamp
  updated_by: string | null
  version: Generated<number>
  witness: string | null
}

export interface Deadline {
  citation: string
  clock: string
  due_at: Timestamp
  due_on: string | null
  duration: string
  entry_id: string
  escalated_at: Timestamp | null
  extend_clock: string | null
  extend_duration: string | null
  extended_at: Timestamp | null
  extended_by: string | null
  extension_clock: string | null
  extension_duration: string | null
  extension_reason: string | null
  first_due_at: Timestamp
  id: string
  is_cut: boolean
  kind: string
  lapsed_at: Timestamp | null
  met_at: Timestamp | null
  met_by: string | null
  notes: Json
  office_hours: Json | null
  organisation_id: string
  policy: string | null
  policy_version: string | null
  policy_version_id: string | null
  regime: string
  register: string
  remind_at: Timestamp
  reminded_at: Timestamp | null
  started_at: Timestamp
  steps: Json
  suspended_at: Timestamp | null
}

export interface DeadlineSuspension {
  deadline_id: string
  from_at: Timestamp
  ground: string
  organisation_id: string
  person_id: string | null
  position: number
  reason: string
  until_at: Timestamp | null
}

export interface Department {
  id: string
  is_active: Generated<boolean>
  name: string
  organisation_id: string
  parent_id: string | null
}

export interface DisclosedData {
  batch_id: string | null
  disclosed_on: string
  disclosure_id: string
  ground: string
  id: string
  logged_at: Timestamp
  logged_by: string | null
  note: string | null
  organisation_id: string
  people: number
  recipient: string
  what: string
}

export interface DisclosedNotice {
  id: string
  kind: string
  log_id: string
  mark: Buffer
  noted_at: Timestamp
  noted_by: string | null
  organisation_id: string
  told_on: string | null
  why_not: string | null
}

export interface DisclosedSubject {
  log_id: string
  mark: Buffer
  organisation_id: string
}

export interface Disclosure {
  asked_by_customer: boolean | null
  asked_on: string | null
  compatibility: string | null
  consent_on: string | null
  consequences: string | null
  context: string | null
  controller_checked_on: string | null
  controllership: string | null
  created_at: Timestamp
  created_by: string | null
  decided_by: string | null
  decided_on: string | null
  department: string | null
  ended_on: string | null
  ends_on: string | null
  findings_attention: Generated<number>
  findings_blocking: Generated<number>
  findings_serious: Generated<number>
  further_use: string | null
  ground: string | null
  has_consent: boolean | null
  has_task: boolean | null
  id: string
  imported_by: string | null
  is_concrete: boolean | null
  is_consent_written: boolean | null
  is_controller: boolean | null
  is_vital: boolean | null
  kind: string | null
  link: string | null
  name: string | null
  nature: string | null
  no_protocol: string | null
  note: string | null
  number: string | null
  organisation_id: string
  own_basis: string | null
  own_basis_catalogue: Generated<string | null>
  own_law: string | null
  owner: string | null
  partner_basis: string | null
  policy_on: string | null
  processing: string | null
  protocol_known_by: string | null
  protocol_known_on: string | null
  protocol_sent_on: string | null
  purpose: string | null
  reason: string | null
  recipient: string | null
  recipient_contact: string | null
  recipient_kind: string | null
  recipient_kind_catalogue: Generated<string | null>
  relation: string | null
  review_due_on: string | null
  reviewed_on: string | null
  revision: number
  safeguards: string | null
  secrecy: string | null
  secrecy_note: string | null
  security: string | null
  sort_name: string
  special_exception: string | null
  special_exception_catalogue: Generated<string | null>
  starts_on: string | null
  statistics: string | null
  status: string
  undertakes: boolean | null
  updated_at: Timestamp
  updated_by: string | null
  version: Generated<number>
}

export interface DisclosureData {
  category: string | null
  category_catalogue: Generated<string | null>
  entry_id: string
  interest: string | null
  is_given: boolean | null
  organisation_id: string
  position: number
  what: string | null
}

export interface DpoAppointment {
  assessment: string | null
  body: string | null
  contact_email: string | null
  contact_phone: string | null
  created_at: Timestamp
  created_by: string | null
  decided_on: string | null
  decision_reference: string | null
  dpo: string | null
  ended_on: string | null
  ends_on: string | null
  findings_attention: Generated<number>
  findings_blocking: Generated<number>
  findings_serious: Generated<number>
  id: string
  imported_by: string | null
  independence: string | null
  name: string | null
  note: string | null
  number: string | null
  organisation_id: string
  other_tasks: string | null
  outcome: string | null
  published_at: string | null
  published_on: string | null
  qualities: string | null
  registered_on: string | null
  registration_number: string | null
  review_due_on: string | null
  reviewed_on: string | null
  revision: number
  sort_name: string
  starts_on: string | null
  status: string
  updated_at: Timestamp
  updated_by: string | null
  version: Generated<number>
}

export interface EmployeeDoor {
  made_at: Timestamp
  made_by: string
  organisation_id: string
  token_hash: Buffer
}

export interface EntryAdvice {
  actor_task: string | null
  at: Timestamp
  entry_id: string
  id: string
  note: string | null
  organisation_id: string
  outcome: string
  person_id: string | null
  register: string
  revision: number
}

export interface EntryAttachment {
  at: Timestamp
  description: string | null
  entry_id: string
  file_id: string
  id: string
  name: string
  organisation_id: string
  person_id: string | null
  register: string
}

export interface EntryComment {
  at: Timestamp
  body: string | null
  changed_at: Timestamp | null
  entry_id: string
  id: string
  organisation_id: string
  parent_id: string | null
  person_id: string
  register: string
  resolved_at: Timestamp | null
  resolved_by: string | null
  withdrawn_at: Timestamp | null
}

export interface EntryCommentEarlier {
  body: string
  comment_id: string
  organisation_id: string
  replaced_at: Timestamp
}

export interface EntryPopulation {
  entry_id: string
  organisation_id: string
  population: string
  register: string
}

export interface EntryProposal {
  base_version: number
  created_at: Timestamp
  created_by: string | null
  entry_id: string
  input: Json
  organisation_id: string
  register: string
  revision: number
  schema_version: number
  status: string
  updated_at: Timestamp
  updated_by: string | null
}

export interface EntryRemark {
  actor_task: string | null
  answer: string | null
  answered_at: Timestamp | null
  answered_by: string | null
  answered_task: string | null
  at: Timestamp
  body: string
  entry_id: string
  field: string | null
  id: string
  organisation_id: string
  person_id: string | null
  register: string
}

export interface EntrySearch {
  document: string
  entry_id: string
  letters: string
  organisation_id: string
  register: string
}

export interface EntryVersion {
  activated_at: Timestamp
  activated_by: string | null
  digest: Buffer
  entry_id: string
  note: string | null
  organisation_id: string
  register: string
  schema_version: number
  snapshot: Json
  version: number
}

export interface Finding {
  detail: Generated<string>
  entry_id: string
  field: string
  organisation_id: string
  register: string
  rule: string
  severity: string
  since: Timestamp
}

export interface ForwardedCase {
  accepted_at: Timestamp | null
  answered_at: Timestamp | null
  direction: string
  due_on: string | null
  entry_id: string
  id: string
  organisation_id: string
  other_name: string
  participant_id: string | null
  reference: string
  register: string
  sent_at: Timestamp
  sent_by: string | null
  started_at: Timestamp
  state: string
  tie_id: string | null
}

export interface GivenInstruction {
  answer: string | null
  created_by: string | null
  done: string | null
  done_on: string | null
  due_on: string | null
  given_by: string
  given_on: string
  id: string
  instruction: string
  kind: string
  note: string | null
  objection: string | null
  objection_article: string | null
  organisation_id: string
  other_name: string
  proof: string | null
  reference: string
  reply: string | null
  service: string | null
  state: string
  state_at: Timestamp
  tie_id: string
  title: string
}

export interface GoverningBody {
  id: string
  is_active: Generated<boolean>
  name: string
  organisation_id: string
  position: number
}

export interface HistoryChange {
  after: Json | null
  before: Json | null
  event_id: string
  field: string
  organisation_id: string
}

export interface HistoryEvent {
  actor_task: string | null
  at: Timestamp
  cause_id: string | null
  entry_id: string
  id: string
  note: string | null
  organisation_id: string
  person_id: string | null
  register: string
  revision: number | null
  verb: string
}

export interface IdentityLink {
  created_at: Timestamp
  issuer: string
  organisation_id: string
  person_id: string
  subject: string
}

export interface IdentityProvider {
  accepted_acr: Generated<string[]>
  accepted_amr: Generated<string[]>
  client_id: string
  client_secret: Buffer
  email_claim: Generated<string>
  groups_claim: Generated<string>
  is_enabled: Generated<boolean>
  issuer: string
  label: string
  may_create_persons: Generated<boolean>
  name_claim: Generated<string>
  organisation_id: string
  revision: Generated<number>
  scopes: Generated<string>
}

export interface IdentityProviderRole {
  department_id: string | null
  group_name: string
  id: string
  organisation_id: string
  role: string
}

export interface ImpactAssessment {
  advice: string | null
  advice_asked_on: string | null
  advice_by: string | null
  advice_on: string | null
  advice_outcome: string | null
  answer: string | null
  answer_reasons: string | null
  answered_by: string | null
  answered_on: string | null
  asked_on: string | null
  authority_advice: string | null
  authority_answer: string | null
  authority_answered_on: string | null
  authority_asked_on: string | null
  authority_sent: string | null
  council_decision: string | null
  council_note: string | null
  council_on: string | null
  created_at: Timestamp
  created_by: string | null
  decided_by: string | null
  decided_on: string | null
  decision: string | null
  decision_note: string | null
  decision_number: string | null
  department: string | null
  editor: string | null
  ended_on: string | null
  findings_attention: Generated<number>
  findings_blocking: Generated<number>
  findings_serious: Generated<number>
  follows: string | null
  framework: string | null
  high_risk_stays: boolean | null
  id: string
  imported_by: string | null
  is_lawful: boolean | null
  is_published: boolean | null
  kind: string | null
  name: string | null
  needed_by: string | null
  note: string | null
  number: string | null
  organisation_id: string
  outcome: string | null
  outcome_reasons: string | null
  owner: string | null
  public_summary: string | null
  review_due_on: string | null
  review_from: string | null
  reviewed_on: string | null
  revision: number
  sort_name: string
  staff_watched: boolean | null
  started_on: string | null
  status: string
  subjects_asked: string | null
  subjects_how: string | null
  subjects_result: string | null
  subjects_why_not: string | null
  system: string | null
  test_actions: string | null
  test_outcome: string | null
  test_procedure: string | null
  tested_by: string | null
  tested_on: string | null
  updated_at: Timestamp
  updated_by: string | null
  version: Generated<number>
  why: string | null
  why_note: string | null
}

export interface ImpactAssessmentActions {
  action: string | null
  due_on: string | null
  entry_id: string
  organisation_id: string
  owner: string | null
  position: number
  task: string | null
}

export interface ImpactAssessmentProcessings {
  entry_id: string
  note: string | null
  organisation_id: string
  position: number
  processing: string | null
}

export interface ImpactAssessmentRequirements {
  entry_id: string
  organisation_id: string
  position: number
  requirement: string | null
  source: string | null
  subject: string | null
  weight: string | null
}

export interface ImpactAssessmentRisks {
  entry_id: string
  for_whom: string | null
  impact: number | null
  left_impact: number | null
  left_likelihood: number | null
  likelihood: number | null
  measures: string | null
  organisation_id: string
  position: number
  risk: string | null
  source: string | null
}

export interface ImpactAssessmentTeam {
  entry_id: string
  organisation_id: string
  part: string | null
  person: string | null
  position: number
}

export interface ImportMapping {
  choices: Json
  created_at: Timestamp
  created_by: string
  id: string
  name: string
  organisation_id: string
  register: string
}

export interface ImportQuestion {
  candidates: string[]
  catalogue: string
  count: number
  field: string
  import_id: string
  letters: string
  organisation_id: string
  text: string
}

export interface ImportRow {
  cells: Json
  entry_id: string | null
  import_id: string
  messages: Generated<Json>
  organisation_id: string
  outcome: string | null
  patch: Json | null
  read_messages: Generated<Json>
  row_number: number
}

export interface ImportRun {
  choices: Generated<Json>
  created_at: Timestamp
  created_by: string | null
  created_count: Generated<number>
  failure: string | null
  file_digest: Buffer
  file_name: string
  finished_at: Timestamp | null
  heading_row: number | null
  headings: Generated<Json>
  id: string
  notices: Generated<Json>
  organisation_id: string
  progress_count: Generated<number>
  refused_count: Generated<number>
  register: string
  row_count: Generated<number>
  sheet: string | null
  sheets: Generated<Json>
  status: string
  unchanged_count: Generated<number>
  updated_count: Generated<number>
  worked_at: Timestamp | null
}

export interface ImportValue {
  catalogue: string
  decided_at: Timestamp
  decided_by: string
  key: string | null
  letters: string
  organisation_id: string
}

export interface ImprovementMeasure {
  checked_on: string | null
  created_at: Timestamp
  created_by: string | null
  department: string | null
  description: string | null
  due_on: string | null
  ended_on: string | null
  evidence: string | null
  findings_attention: Generated<number>
  findings_blocking: Generated<number>
  findings_serious: Generated<number>
  follow_up: string | null
  follows: string | null
  id: string
  imported_by: string | null
  kind: string | null
  name: string | null
  number: string | null
  organisation_id: string
  owner: string | null
  result: string | null
  review_due_on: string | null
  reviewed_on: string | null
  revision: number
  sort_name: string
  status: string
  updated_at: Timestamp
  updated_by: string | null
  version: Generated<number>
}

export interface ImprovementMeasureNorms {
  entry_id: string
  norm: string | null
  organisation_id: string
  position: number
}

export interface InformationSystem {
  application_manager: string | null
  availability: string | null
  backup: string | null
  confidentiality: string | null
  country: string | null
  country_catalogue: Generated<string | null>
  created_at: Timestamp
  created_by: string | null
  department: string | null
  description: string | null
  ended_on: string | null
  findings_attention: Generated<number>
  findings_blocking: Generated<number>
  findings_serious: Generated<number>
  has_access_control: boolean | null
  has_logging: boolean | null
  has_second_factor: boolean | null
  hosting: string | null
  id: string
  imported_by: string | null
  integrity: string | null
  is_encrypted: boolean | null
  is_encrypted_in_transit: boolean | null
  is_portable: boolean | null
  is_source: boolean | null
  kind: string | null
  name: string | null
  note: string | null
  number: string | null
  organisation_id: string
  owner: string | null
  retention_by: string | null
  review_due_on: string | null
  reviewed_on: string | null
  revision: number
  security_audit_on: string | null
  sort_name: string
  status: string
  supplier: string | null
  updated_at: Timestamp
  updated_by: string | null
  used_since_on: string | null
  user_count: number | null
  version: Generated<number>
}

export interface InformationSystemDataCategories {
  catalogue: Generated<string | null>
  entry_id: string
  key: string
  organisation_id: string
  position: number
}

export interface Instruction {
  acknowledged_by: string | null
  acknowledged_on: string | null
  carried_out_on: string | null
  confirmed_on: string | null
  created_at: Timestamp
  created_by: string | null
  department: string | null
  document: string | null
  done: string | null
  due_on: string | null
  ended_on: string | null
  findings_attention: Generated<number>
  findings_blocking: Generated<number>
  findings_serious: Generated<number>
  given_by: string | null
  id: string
  imported_by: string | null
  instruction: string | null
  kind: string | null
  means: string | null
  name: string | null
  note: string | null
  number: string | null
  objected_on: string | null
  objection: string | null
  objection_answer: string | null
  objection_answered_on: string | null
  objection_article: string | null
  objection_told_on: string | null
  organisation_id: string
  owner: string | null
  participant: string | null
  processing: string | null
  proof: string | null
  received_on: string | null
  replaced_by: string | null
  reply: string | null
  review_due_on: string | null
  reviewed_on: string | null
  revision: number
  service: string | null
  sort_name: string
  status: string
  updated_at: Timestamp
  updated_by: string | null
  version: Generated<number>
  withdrawn_on: string | null
  withdrawn_reason: string | null
}

export interface IntakeFile {
  file_id: string
  form_id: string
  name: string
  organisation_id: string
  position: number
}

export interface IntakeForm {
  attempts: Generated<number>
  begun_at: Timestamp
  browser_hash: Buffer
  content: Buffer | null
  doubts: Generated<string[]>
  entry_id: string | null
  expires_at: Timestamp | null
  id: string
  intake: string
  language: string
  next_attempt_at: Timestamp | null
  number: string | null
  organisation_id: string
  reason: string | null
  register: string
  sent_at: Timestamp | null
  settled_at: Timestamp | null
  settled_by: string | null
  state: Generated<string>
  subject_hash: Buffer | null
}

export interface Invitation {
  created_at: Timestamp
  expires_at: Timestamp
  id: string
  organisation_id: string
  person_id: string
  purpose: string
  resets_second_factor: Generated<boolean>
  token_hash: Buffer
  used_at: Timestamp | null
}

export interface IssuedDevice {
  breach: string | null
  created_at: Timestamp
  created_by: string | null
  department: string | null
  ended_on: string | null
  findings_attention: Generated<number>
  findings_blocking: Generated<number>
  findings_serious: Generated<number>
  has_data: boolean | null
  holder: string | null
  id: string
  imported_by: string | null
  instruction_on: string | null
  inventory: string | null
  is_encrypted: boolean | null
  is_locked: boolean | null
  is_managed: boolean | null
  is_wiped: boolean | null
  is_wiped_afar: boolean | null
  issued_on: string | null
  kind: string | null
  lost_how: string | null
  lost_on: string | null
  name: string | null
  note: string | null
  number: string | null
  organisation_id: string
  outsider: string | null
  returned_on: string | null
  review_due_on: string | null
  reviewed_on: string | null
  revision: number
  serial: string | null
  sort_name: string
  state: string | null
  status: string
  updated_at: Timestamp
  updated_by: string | null
  version: Generated<number>
}

export interface JobFunction {
  id: string
  is_management: Generated<boolean>
  name: string
  organisation_id: string
}

export interface KeptForm {
  account_id: string | null
  browser_hash: Buffer
  content: Buffer
  created_at: Timestamp
  expires_at: Timestamp
  id: string
}

export interface Letter {
  address: string | null
  addressee: string | null
  body: string
  bsn_reason: string | null
  created_at: Timestamp
  created_by: string | null
  email: string | null
  entry_id: string
  id: string
  is_for_list: Generated<boolean>
  is_shown_outside: Generated<boolean>
  language: string
  organisation_id: string
  register: string
  revision: Generated<number>
  state: string
  subject: string
  template: string
  updated_at: Timestamp
  updated_by: string | null
  version: Generated<number>
}

export interface LetterList {
  created_at: Timestamp
  created_by: string | null
  destroyed_at: Timestamp | null
  digest: Buffer
  failed_count: number | null
  id: string
  letter_id: string
  organisation_id: string
  sent_count: number | null
  started_at: Timestamp | null
  state: string
  total: number
  version: number
  way: string | null
}

export interface LetterListRow {
  has_email: boolean
  list_id: string
  message_id: string | null
  organisation_id: string
  position: number
  receiver: Buffer
}

export interface LetterSending {
  at: Timestamp
  id: string
  letter_id: string
  message_id: string | null
  organisation_id: string
  person_id: string | null
  returned_at: Timestamp | null
  returned_note: string | null
  version: number
  way: string
}

export interface LetterVersion {
  address: string | null
  addressee: string | null
  body: string
  bsn_reason: string | null
  email: string | null
  finalised_at: Timestamp
  finalised_by: string | null
  letter_id: string
  number: number
  organisation_id: string
  pdf: Buffer | null
  pdf_digest: Buffer | null
  subject: string
}

export interface LogAnswer {
  act_count: number
  content: Buffer
  entry_id: string
  id: string
  known: Buffer
  made_at: Timestamp
  made_by: string | null
  organisation_id: string
  register: string
  version: number
  withheld_count: number
}

export interface MailChoice {
  digest: Generated<string>
  digest_on: string | null
  language: string
  organisation_id: string
  person_id: string
}

export interface MailMessage {
  attempts: Generated<number>
  content: Buffer | null
  created_at: Timestamp
  failed_at: Timestamp | null
  id: string
  is_kept: Generated<boolean>
  is_once: Generated<boolean>
  kind: string
  next_attempt_at: Timestamp | null
  once_key: string | null
  organisation_id: string
  person_id: string | null
  sent_at: Timestamp | null
  smtp_status: number | null
  state: Generated<string>
  trouble: string | null
  useless_at: Timestamp
}

export interface Mandate {
  body: string | null
  created_at: Timestamp
  created_by: string | null
  decided_on: string | null
  decision_reference: string | null
  department: string | null
  ended_on: string | null
  ends_on: string | null
  findings_attention: Generated<number>
  findings_blocking: Generated<number>
  findings_serious: Generated<number>
  holder: string | null
  holder_function: string | null
  holder_role: string | null
  id: string
  imported_by: string | null
  limits: string | null
  may_undermandate: string | null
  name: string | null
  note: string | null
  number: string | null
  organisation_id: string
  powers: Generated<string[]>
  review_due_on: string | null
  reviewed_on: string | null
  revision: number
  sort_name: string
  starts_on: string | null
  status: string
  substitute: string | null
  updated_at: Timestamp
  updated_by: string | null
  version: Generated<number>
}

export interface MarketingSuppression {
  added_at: Timestamp
  added_by: string | null
  entry_id: string | null
  kind: string
  organisation_id: string
  subject: Buffer
}

export interface NormSnapshot {
  attention: number
  conflicts: number
  day: string
  met: number
  not_measurable: number
  not_met: number
  organisation_id: string
  profile: string
  version: string
}

export interface NormStatement {
  document: string | null
  id: string
  norm: string
  organisation_id: string
  stands: string
  stated_at: Timestamp
  stated_by: string
  text: string
  valid_for: string
  withdrawn_at: Timestamp | null
  withdrawn_by: string | null
  withdrawn_reason: string | null
}

export interface NormStatusChange {
  day: string
  norm: string
  organisation_id: string
  status: string
}

export interface OfficeHours {
  closes: string
  opens: string
  organisation_id: string
  weekday: number
}

export interface OidcFlow {
  browser_hash: Buffer
  content: Buffer
  expires_at: Timestamp
  organisation_id: string
  state_hash: Buffer
}

export interface Organisation {
  contact_address: string | null
  contact_email: string | null
  contact_phone: string | null
  created_at: Timestamp
  dpo_contact: string | null
  id: string
  is_demo: Generated<boolean>
  key_wrapped: Buffer
  kind: string
  name: string
  profile: string | null
  revision: Generated<number>
  second_factor_required: Generated<boolean>
  slug: string
  tooi_uri: string | null
  website: string | null
}

export interface OrganisationTheme {
  accent: string | null
  letterhead: string | null
  logo: Buffer | null
  logo_type: string | null
  organisation_id: string
}

export interface OriginOfInstruction {
  entry_id: string
  invitation_id: string | null
  organisation_id: string
  reference: string
  tie_id: string | null
}

export interface PackageDownload {
  at: Timestamp
  id: string
  organisation_id: string
  package_id: string
  person_id: string | null
}

export interface Participant {
  contact: string | null
  id: string
  is_active: Generated<boolean>
  kind: string
  name: string
  organisation_id: string
  slug: string | null
}

export interface ParticipantTie {
  at: Timestamp
  by_person: string | null
  id: string
  organisation_id: string
  other_name: string
  other_slug: string
  participant_id: string | null
  reference: string
  side: string
  state: string
}

export interface PartnerProposal {
  content: Buffer
  decided_at: Timestamp | null
  decided_by: string | null
  file_id: string | null
  file_name: string | null
  id: string
  invitation_id: string
  kind: string
  made_at: Timestamp
  organisation_id: string
  processor: string
  reason: string | null
  state: string
}

export interface Passkey {
  account_id: string
  created_at: Timestamp
  credential_id: Buffer
  id: string
  last_used_at: Timestamp | null
  name: string
  public_key: Buffer
  refused_at: Timestamp | null
  sign_count: number
  transports: Generated<string[]>
}

export interface PasskeyChallenge {
  bound_to: Buffer
  challenge_hash: Buffer
  expires_at: Timestamp
  purpose: string
}

export interface Person {
  account_id: string | null
  created_at: Timestamp
  department_id: string | null
  email: string
  id: string
  is_active: Generated<boolean>
  job_function_id: string | null
  name: string
  organisation_id: string
}

export interface PolicyAdoption {
  adopted_on: string
  body_id: string | null
  body_key: string
  body_name: string
  decision_number: string | null
  document_id: string
  id: string
  in_force_from: string | null
  in_force_until: string | null
  organisation_id: string
  participant_id: string | null
  recorded_at: Timestamp
  recorded_by: string | null
  revoked_because: string | null
  revoked_on: string | null
  version: number
}

export interface PolicyAnnouncement {
  announced_at: Timestamp
  document_id: string
  organisation_id: string
  person_id: string
  version: number
}

export interface PolicyCampaign {
  aim: number
  closed_at: Timestamp | null
  department_id: string | null
  document_id: string
  due_on: string
  id: string
  organisation_id: string
  started_at: Timestamp
  started_by: string | null
  version: number
}

export interface PolicyDocument {
  audience: string | null
  created_at: Timestamp
  created_by: string | null
  department: string | null
  ended_on: string | null
  evaluate_every: string | null
  findings_attention: Generated<number>
  findings_blocking: Generated<number>
  findings_serious: Generated<number>
  id: string
  imported_by: string | null
  kind: string | null
  level: string | null
  note: string | null
  number: string | null
  organisation_id: string
  owner: string | null
  parent: string | null
  replaces: string | null
  review_due_on: string | null
  reviewed_on: string | null
  revision: number
  sort_name: string
  status: string
  summary: string | null
  text: string | null
  title: string | null
  updated_at: Timestamp
  updated_by: string | null
  version: Generated<number>
}

export interface PolicyProfileDraft {
  based_on: string
  changed_at: Timestamp
  changed_by: string | null
  content: Json
  created_at: Timestamp
  id: string
  note: string | null
  organisation_id: string
  proposed_at: Timestamp | null
  proposed_by: string | null
  revision: Generated<number>
  written_by: Generated<string[]>
}

export interface PolicyProfileVersion {
  adopted_at: Timestamp
  adopted_by: string
  based_on: string
  content: Json
  id: string
  note: string | null
  number: number
  organisation_id: string
  proposed_at: Timestamp
  proposed_by: string
  valid_from: string
}

export interface PolicyPublication {
  change_note: string | null
  document_id: string
  organisation_id: string
  published_by: string | null
  published_on: string
  version: number
}

export interface PolicyReader {
  acknowledged_at: Timestamp | null
  asked_at: Timestamp
  campaign_id: string
  organisation_id: string
  person_id: string
  reminded_at: Timestamp | null
}

export interface PortalInvitation {
  asked_at: Timestamp | null
  code_hash: Buffer | null
  code_tries: Generated<number>
  code_until: Timestamp | null
  confirmed_at: Timestamp | null
  email: string
  ended_at: Timestamp | null
  expires_at: Timestamp
  id: string
  language: string
  made_at: Timestamp
  made_by: string
  name: string
  organisation_id: string
  party_id: string
  register: string
  successor_of: string | null
  token_hash: Buffer
  totp_confirmed_at: Timestamp | null
  totp_last_step: number | null
  totp_pending: Buffer | null
  totp_secret: Buffer | null
}

export interface PortalProvider {
  accepted_levels: Generated<string[]>
  birth_claim: string
  client_id: string
  client_secret: Buffer
  is_enabled: Generated<boolean>
  issuer: string
  label: string
  level_claim: string
  name_claim: string
  organisation_id: string
  revision: Generated<number>
  scopes: string
  subject_claim: string
}

export interface PortalSession {
  content: Buffer
  created_at: Timestamp
  expires_at: Timestamp
  invitation_id: string | null
  organisation_id: string
  seen_at: Timestamp
  subject_hash: Buffer | null
  token_hash: Buffer
}

export interface Portfolio {
  body: string | null
  created_at: Timestamp
  created_by: string | null
  decided_on: string | null
  decision_reference: string | null
  department: string | null
  ended_on: string | null
  ends_on: string | null
  findings_attention: Generated<number>
  findings_blocking: Generated<number>
  findings_serious: Generated<number>
  holder: string | null
  holder_name: string | null
  id: string
  imported_by: string | null
  name: string | null
  note: string | null
  number: string | null
  organisation_id: string
  review_due_on: string | null
  reviewed_on: string | null
  revision: number
  sort_name: string
  starts_on: string | null
  status: string
  subject: string | null
  substitute: string | null
  updated_at: Timestamp
  updated_by: string | null
  version: Generated<number>
}

export interface PrivacyMeeting {
  created_at: Timestamp
  created_by: string | null
  department: string | null
  ended_on: string | null
  findings_attention: Generated<number>
  findings_blocking: Generated<number>
  findings_serious: Generated<number>
  held_on: string | null
  id: string
  imported_by: string | null
  kind: string | null
  minutes: string | null
  name: string | null
  number: string | null
  organisation_id: string
  place: string | null
  planned_on: string | null
  review_due_on: string | null
  reviewed_on: string | null
  revision: number
  sort_name: string
  status: string
  updated_at: Timestamp
  updated_by: string | null
  version: Generated<number>
}

export interface PrivacyMeetingActions {
  action: string | null
  done_on: string | null
  due_on: string | null
  entry_id: string
  organisation_id: string
  owner: string | null
  position: number
  task: string | null
}

export interface PrivacyMeetingAgenda {
  entry_id: string
  link: string | null
  matter: string | null
  note: string | null
  organisation_id: string
  position: number
}

export interface PrivacyMeetingDecisions {
  decision: string | null
  entry_id: string
  organisation_id: string
  position: number
  reason: string | null
}

export interface PrivacyMeetingParticipants {
  entry_id: string
  organisation_id: string
  part: string | null
  person: string | null
  position: number
  was_there: boolean | null
}

export interface PrivacyStatement {
  change_note: string | null
  content: Json
  digest: Buffer
  organisation_id: string
  published_at: Timestamp
  published_by: string | null
  sources: Json
  taken_back_at: Timestamp | null
  taken_back_by: string | null
  taken_back_note: string | null
  version: number
}

export interface PrivacyStatementNotice {
  content: Json
  entry_id: string
  entry_version: number
  organisation_id: string
  position: number
  version: number
}

export interface ProcessingActivity {
  ai_act_class: string | null
  algorithm: boolean | null
  algorithm_uri: string | null
  automated_decisions: boolean | null
  automated_logic: string | null
  big_data: boolean | null
  bsn_law: string | null
  bsn_law_catalogue: Generated<string | null>
  bsn_necessity: string | null
  camera: boolean | null
  camera_note: string | null
  consent_note: string | null
  controller_body: string | null
  coordinating_owner: string | null
  covenant: string | null
  created_at: Timestamp
  created_by: string | null
  dashboard: boolean | null
  dashboard_audience: string | null
  dashboard_purpose: string | null
  data_note: string | null
  department: string | null
  description: string | null
  dpia_on: string | null
  dpia_status: string | null
  ended_on: string | null
  erasure_note: string | null
  findings_attention: Generated<number>
  findings_blocking: Generated<number>
  findings_serious: Generated<number>
  further_use: string | null
  iama_outcome: string | null
  id: string
  imported_by: string | null
  interests_note: string | null
  is_announced: boolean | null
  is_cross_team: boolean | null
  is_erasure_possible: boolean | null
  is_not_traceable: boolean | null
  is_published: boolean | null
  measures_note: string | null
  name: string | null
  not_published_reason: string | null
  number: string | null
  organisation_id: string
  owner: string | null
  police_audit_on: string | null
  police_authoriser: string | null
  police_basis: string | null
  police_basis_catalogue: Generated<string | null>
  police_logging: boolean | null
  police_provision_purpose: string | null
  police_reaudit_on: string | null
  police_report_on: string | null
  police_secrecy: boolean | null
  pre_dpia_note: string | null
  pre_dpia_on: string | null
  pre_dpia_outcome: string | null
  profiling: boolean | null
  profiling_note: string | null
  proportionality: string | null
  public_or_private: string | null
  public_summary: string | null
  received_from_police: boolean | null
  regime: string | null
  review_due_on: string | null
  reviewed_on: string | null
  revision: number
  role: string | null
  service: string | null
  service_catalogue: Generated<string | null>
  sort_name: string
  sources_note: string | null
  status: string
  subsidiarity: string | null
  surplus_data: string | null
  task: string | null
  tracking: boolean | null
  updated_at: Timestamp
  updated_by: string | null
  version: Generated<number>
  withheld_ground: string | null
}

export interface ProcessingActivityDataCategories {
  catalogue: Generated<string | null>
  entry_id: string
  key: string
  organisation_id: string
  position: number
}

export interface ProcessingActivityJointControllers {
  arrangement: string | null
  contact: string | null
  entry_id: string
  name: string | null
  organisation_id: string
  position: number
}

export interface ProcessingActivityLegalBases {
  article: string | null
  basis: string | null
  basis_catalogue: Generated<string | null>
  entry_id: string
  explanation: string | null
  law: string | null
  law_catalogue: Generated<string | null>
  organisation_id: string
  position: number
}

export interface ProcessingActivityMeasures {
  catalogue: Generated<string | null>
  entry_id: string
  key: string
  organisation_id: string
  position: number
}

export interface ProcessingActivityParticipants {
  categories: string | null
  entry_id: string
  organisation_id: string
  participant: string | null
  position: number
}

export interface ProcessingActivityProcessors {
  agreement: string | null
  agreement_on: string | null
  entry_id: string
  name: string | null
  organisation_id: string
  position: number
  processor: string | null
  service: string | null
}

export interface ProcessingActivityPurposes {
  compatibility: string | null
  entry_id: string
  kind: string | null
  organisation_id: string
  position: number
  purpose: string | null
}

export interface ProcessingActivityRecipients {
  entry_id: string
  name: string | null
  organisation_id: string
  position: number
  recipient: string | null
  recipient_catalogue: Generated<string | null>
  what: string | null
}

export interface ProcessingActivityRetentionRules {
  applies_to: string | null
  disposal: string | null
  entry_id: string
  explanation: string | null
  law: string | null
  organisation_id: string
  position: number
  selection: string | null
  selection_catalogue: Generated<string | null>
  source: string | null
  starts_at: string | null
  term: string | null
}

export interface ProcessingActivitySectorRules {
  aspect: string | null
  entry_id: string
  law: string | null
  law_catalogue: Generated<string | null>
  organisation_id: string
  position: number
  rule: string | null
}

export interface ProcessingActivitySources {
  catalogue: Generated<string | null>
  entry_id: string
  key: string
  organisation_id: string
  position: number
}

export interface ProcessingActivitySpecialExceptions {
  entry_id: string
  exception: string | null
  exception_catalogue: Generated<string | null>
  explanation: string | null
  national_article: string | null
  organisation_id: string
  position: number
}

export interface ProcessingActivityStores {
  entry_id: string
  is_encrypted: boolean | null
  is_portable: boolean | null
  kind: string | null
  name: string | null
  organisation_id: string
  position: number
  system: string | null
}

export interface ProcessingActivitySubjectCategories {
  catalogue: Generated<string | null>
  entry_id: string
  key: string
  organisation_id: string
  position: number
}

export interface ProcessingActivityTransfers {
  country: string | null
  country_catalogue: Generated<string | null>
  entry_id: string
  explanation: string | null
  instrument: string | null
  instrument_catalogue: Generated<string | null>
  organisation_id: string
  position: number
  recipient: string | null
}

export interface Processor {
  audited_by: string | null
  chamber_number: string | null
  contact: string | null
  contact_email: string | null
  contact_phone: string | null
  country: string | null
  country_catalogue: Generated<string | null>
  created_at: Timestamp
  created_by: string | null
  department: string | null
  ended_on: string | null
  findings_attention: Generated<number>
  findings_blocking: Generated<number>
  findings_serious: Generated<number>
  id: string
  imported_by: string | null
  last_audit_on: string | null
  name: string | null
  note: string | null
  number: string | null
  organisation_id: string
  out_of_hours: string | null
  owner: string | null
  reaches_participants: boolean | null
  review_due_on: string | null
  reviewed_on: string | null
  revision: number
  security_measures: string | null
  services: string | null
  sort_name: string
  status: string
  updated_at: Timestamp
  updated_by: string | null
  version: Generated<number>
}

export interface ProcessorAgreement {
  at_end: string | null
  breach_notice: string | null
  brp_checked_on: string | null
  court: string | null
  created_at: Timestamp
  created_by: string | null
  department: string | null
  ended_on: string | null
  ends_on: string | null
  findings_attention: Generated<number>
  findings_blocking: Generated<number>
  findings_serious: Generated<number>
  force_majeure: string | null
  governing_law: string | null
  id: string
  imported_by: string | null
  is_brp: boolean | null
  is_signed_by_both: boolean | null
  liability_excluded: Generated<string[]>
  liability_per_event: number | null
  liability_per_year: number | null
  main_contract: string | null
  model: string | null
  model_approved_on: string | null
  model_motivation: string | null
  name: string | null
  negotiation: string | null
  note: string | null
  notice_from_on: string | null
  notice_term: string | null
  number: string | null
  organisation_id: string
  our_contact: string | null
  our_out_of_hours: string | null
  own_signatory: string | null
  own_signatory_role: string | null
  own_signed_on: string | null
  owner: string | null
  points: Generated<string[]>
  processor: string | null
  promises: Generated<string[]>
  renewal: string | null
  renewal_period: string | null
  return_asked: string | null
  return_asked_on: string | null
  return_by_on: string | null
  return_format: string | null
  return_report: string | null
  returned_on: string | null
  review_due_on: string | null
  reviewed_on: string | null
  revision: number
  secrecy: string | null
  signed_on: string | null
  sort_name: string
  starts_on: string | null
  status: string
  sub_processing: string | null
  subjects: Generated<string[]>
  their_signatory: string | null
  their_signatory_role: string | null
  their_signed_on: string | null
  updated_at: Timestamp
  updated_by: string | null
  version: Generated<number>
}

export interface ProcessorAgreementProcessings {
  entry_id: string
  note: string | null
  organisation_id: string
  position: number
  processing: string | null
}

export interface ProcessorAgreementTransfers {
  adequacy_until: string | null
  assessed_on: string | null
  country: string | null
  country_catalogue: Generated<string | null>
  entry_id: string
  instrument: string | null
  note: string | null
  organisation_id: string
  position: number
  scc_module: string | null
}

export interface ProcessorAudit {
  announced_on: string | null
  auditor: string | null
  cause: string | null
  conclusion: string | null
  cost_rule: string | null
  created_at: Timestamp
  created_by: string | null
  department: string | null
  ended_on: string | null
  findings_attention: Generated<number>
  findings_blocking: Generated<number>
  findings_serious: Generated<number>
  held_on: string | null
  id: string
  imported_by: string | null
  manner: string | null
  name: string | null
  note: string | null
  number: string | null
  organisation_id: string
  owner: string | null
  planned_on: string | null
  processor: string | null
  report_on: string | null
  review_due_on: string | null
  reviewed_on: string | null
  revision: number
  sort_name: string
  status: string
  subject: string | null
  summary: string | null
  updated_at: Timestamp
  updated_by: string | null
  version: Generated<number>
}

export interface ProcessorAuditPoints {
  answer: string | null
  done_on: string | null
  due_on: string | null
  entry_id: string
  finding: string | null
  organisation_id: string
  position: number
  recommendation: string | null
  severity: string | null
}

export interface ProcessorAuditQuestions {
  answer: string | null
  answered_on: string | null
  entry_id: string
  organisation_id: string
  position: number
  question: string | null
}

export interface ProcessorContacts {
  email: string | null
  entry_id: string
  hours: string | null
  organisation_id: string
  phone: string | null
  position: number
  purpose: string | null
  who: string | null
}

export interface ProcessorGuarantees {
  entry_id: string
  kind: string | null
  organisation_id: string
  position: number
  proof: string | null
  scope: string | null
  seen_on: string | null
  valid_until_on: string | null
}

export interface ProcessorSubProcessors {
  asked_on: string | null
  conditions: string | null
  consent: string | null
  consented_by: string | null
  consented_on: string | null
  copies_deleted_on: string | null
  country: string | null
  country_catalogue: Generated<string | null>
  engaged_by: string | null
  entry_id: string
  instrument: string | null
  name: string | null
  organisation_id: string
  position: number
  reaches_participants: boolean | null
  service: string | null
  since_on: string | null
  stopped_on: string | null
  transfer_consent_on: string | null
}

export interface PublicSite {
  accessibility_contact: string | null
  audit_planned_on: string | null
  audit_report: string | null
  audited_by: string | null
  audited_on: string | null
  is_open: boolean
  known_issues: string | null
  known_issues_en: string | null
  meets_all: boolean | null
  organisation_id: string
  revision: number
  security_contact: string | null
  security_until: string | null
  shows_policies: boolean
  shows_register: boolean
  signed_by: string | null
  updated_at: Timestamp
  updated_by: string | null
}

export interface PublicText {
  consequence: string | null
  consequence_en: string | null
  created_at: Timestamp
  created_by: string | null
  ended_on: string | null
  findings_attention: Generated<number>
  findings_blocking: Generated<number>
  findings_serious: Generated<number>
  id: string
  imported_by: string | null
  interest: string | null
  interest_en: string | null
  name: string | null
  name_en: string | null
  note: string | null
  number: string | null
  organisation_id: string
  place: string | null
  processing: string | null
  provision: string | null
  rank: number | null
  review_due_on: string | null
  reviewed_on: string | null
  revision: number
  safeguards: string | null
  safeguards_en: string | null
  sort_name: string
  status: string
  text: string | null
  text_en: string | null
  updated_at: Timestamp
  updated_by: string | null
  version: Generated<number>
}

export interface Question {
  answer: string | null
  answered_by: string | null
  answered_on: string | null
  created_at: Timestamp
  created_by: string | null
  department: string | null
  ended_on: string | null
  findings_attention: Generated<number>
  findings_blocking: Generated<number>
  findings_serious: Generated<number>
  id: string
  imported_by: string | null
  is_private: boolean | null
  number: string | null
  organisation_id: string
  processing: string | null
  question: string | null
  review_due_on: string | null
  reviewed_on: string | null
  revision: number
  sort_name: string
  sources: string | null
  status: string
  subject: string | null
  title: string | null
  updated_at: Timestamp
  updated_by: string | null
  version: Generated<number>
}

export interface RecoveryCode {
  account_id: string
  code_hash: Buffer
  used_at: Timestamp | null
}

export interface Responsibility {
  accountable: Generated<string[]>
  consulted: Generated<string[]>
  created_at: Timestamp
  created_by: string | null
  department: string | null
  ended_on: string | null
  findings_attention: Generated<number>
  findings_blocking: Generated<number>
  findings_serious: Generated<number>
  id: string
  imported_by: string | null
  informed: Generated<string[]>
  name: string | null
  nature: string | null
  note: string | null
  number: string | null
  organisation_id: string
  other_process: string | null
  process: string | null
  responsible: Generated<string[]>
  review_due_on: string | null
  reviewed_on: string | null
  revision: number
  sequence: number | null
  sort_name: string
  status: string
  step: string | null
  updated_at: Timestamp
  updated_by: string | null
  version: Generated<number>
}

export interface Restriction {
  entry_id: string
  from_at: Timestamp
  id: string
  marked_by: string | null
  organisation_id: string
  processing: string | null
  subject: Buffer
  until_at: Timestamp | null
  why: string
}

export interface RiskFramework {
  adopted_by: string | null
  adopted_on: string | null
  appetite: string | null
  appetite_note: string | null
  ciso_check: string | null
  ciso_checked_on: string | null
  created_at: Timestamp
  created_by: string | null
  decision_number: string | null
  dpo_check: string | null
  dpo_checked_on: string | null
  ended_on: string | null
  findings_attention: Generated<number>
  findings_blocking: Generated<number>
  findings_serious: Generated<number>
  high_from: number | null
  id: string
  imported_by: string | null
  isms_place: string | null
  medium_from: number | null
  name: string | null
  note: string | null
  number: string | null
  organisation_id: string
  replaces: string | null
  report: string | null
  reported_on: string | null
  review_due_on: string | null
  reviewed_on: string | null
  revision: number
  sort_name: string
  status: string
  updated_at: Timestamp
  updated_by: string | null
  version: Generated<number>
  very_high_from: number | null
}

export interface RiskFrameworkImpacts {
  entry_id: string
  level: number | null
  meaning: string | null
  name: string | null
  organisation_id: string
  position: number
}

export interface RiskFrameworkLikelihoods {
  entry_id: string
  level: number | null
  meaning: string | null
  name: string | null
  organisation_id: string
  position: number
}

export interface RoleAssignment {
  department_id: string | null
  granted_at: Timestamp | null
  granted_by: string | null
  id: string
  organisation_id: string
  person_id: string
  reason: string | null
  role: string
  source: Generated<string>
  valid_from: string
  valid_until: string | null
}

export interface SavedView {
  created_at: Timestamp
  id: string
  is_shared: boolean
  name: string
  organisation_id: string
  parameters: string
  person_id: string
  register: string
  updated_at: Timestamp
}

export interface SavedViewDefault {
  organisation_id: string
  person_id: string
  register: string
  view_id: string
}

export interface Service {
  contact: string | null
  created_at: Timestamp
  created_by: string | null
  department: string | null
  description: string | null
  ended_on: string | null
  findings_attention: Generated<number>
  findings_blocking: Generated<number>
  findings_serious: Generated<number>
  id: string
  imported_by: string | null
  kind: string | null
  kind_catalogue: Generated<string | null>
  name: string | null
  note: string | null
  number: string | null
  organisation_id: string
  out_of_hours: string | null
  owner: string | null
  review_due_on: string | null
  reviewed_on: string | null
  revision: number
  security_level: string | null
  sort_name: string
  status: string
  updated_at: Timestamp
  updated_by: string | null
  version: Generated<number>
}

export interface ServiceMeasures {
  catalogue: Generated<string | null>
  entry_id: string
  key: string
  organisation_id: string
  position: number
}

export interface ServiceParticipants {
  agreement: string | null
  agreement_on: string | null
  agreement_until_on: string | null
  entry_id: string
  organisation_id: string
  participant: string | null
  position: number
  since_on: string | null
  until_on: string | null
}

export interface ServiceProcessings {
  entry_id: string
  note: string | null
  organisation_id: string
  position: number
  processing: string | null
}

export interface ServiceSubProcessors {
  entry_id: string
  organisation_id: string
  position: number
  processor: string | null
  what: string | null
}

export interface ServiceSystems {
  entry_id: string
  note: string | null
  organisation_id: string
  position: number
  system: string | null
}

export interface Session {
  account_id: string
  created_at: Timestamp
  device: string
  ended_at: Timestamp | null
  expires_at: Timestamp
  id: string
  ip: string
  last_seen_at: Timestamp
  limited_to: string | null
  method: string
  proved_at: Timestamp
  second_factor_at: Timestamp | null
  token_hash: Buffer
}

export interface SessionVisit {
  device: string
  first_seen_at: Timestamp
  ip: string
  last_seen_at: Timestamp
  organisation_id: string
  session_id: string
}

export interface SetupCode {
  code_hash: Buffer
  created_at: Timestamp
  only_one: Generated<boolean>
}

export interface SignInEvent {
  account_id: string | null
  at: Timestamp
  device: string
  id: string
  ip: string
  organisation_id: string | null
  what: string
}

export interface SignInWait {
  failures: number
  key: Buffer
  last_at: Timestamp
  wait_until: Timestamp
}

export interface StatusLink {
  created_at: Timestamp
  ended_at: Timestamp | null
  entry_id: string | null
  expires_at: Timestamp | null
  form_id: string | null
  id: string
  organisation_id: string
  register: string
  token_hash: Buffer
}

export interface StoredFile {
  content_type: string | null
  created_at: Timestamp
  id: string
  kept_at: Timestamp | null
  key_sealed: Buffer
  organisation_id: string
  sha256: Buffer | null
  size: number | null
}

export interface StoredFilePiece {
  bytes: Buffer
  file_id: string
  organisation_id: string
  position: number
}

export interface SubjectRequest {
  about: string | null
  answer: string | null
  answered_on: string | null
  bases: Generated<string[]>
  channel: string | null
  created_at: Timestamp
  created_by: string | null
  decided_by: string | null
  decided_case: string | null
  decided_for: string | null
  decided_on: string | null
  default_received_on: string | null
  department: string | null
  end_note: string | null
  ended_on: string | null
  essence_kept: boolean | null
  extended_on: string | null
  extension_told_on: string | null
  findings_attention: Generated<number>
  findings_blocking: Generated<number>
  findings_serious: Generated<number>
  forwarded_on: string | null
  forwarded_to: string | null
  granted_part: string | null
  grounds: Generated<string[]>
  handler: string | null
  hours_spent: number | null
  id: string
  identity_checked_by: string | null
  identity_checked_on: string | null
  identity_means: string | null
  identity_note: string | null
  imported_by: string | null
  is_automated: boolean | null
  is_decided_by_computer: boolean | null
  is_marketing: boolean | null
  is_necessary: boolean | null
  is_proportionate: boolean | null
  is_provided: boolean | null
  is_seen_by_person: boolean | null
  language: string | null
  law: string | null
  lift_told_on: string | null
  mandate: string | null
  no_recipients: boolean | null
  note: string | null
  number: string | null
  objection_counts_from: string | null
  objection_decided_on: string | null
  objection_kind: string | null
  objection_outcome: string | null
  objection_received_on: string | null
  organisation_id: string
  outcome: string | null
  period_from: string | null
  period_until: string | null
  reasons: string | null
  received_at: Timestamp | null
  refused_part: string | null
  representative_address: string | null
  representative_email: string | null
  representative_name: string | null
  representative_proof: string | null
  representative_role: string | null
  request: string | null
  restricted_on: string | null
  restriction_case: string | null
  restriction_lifted_on: string | null
  review_due_on: string | null
  reviewed_on: string | null
  revision: number
  right: string | null
  sort_name: string
  status: string
  subject_address: string | null
  subject_birth_date: string | null
  subject_email: string | null
  subject_kind: string | null
  subject_name: string | null
  subject_phone: string | null
  subject_reference: string | null
  suppressed_on: string | null
  taken_with: string | null
  title: string | null
  under_brp: boolean | null
  updated_at: Timestamp
  updated_by: string | null
  version: Generated<number>
  weighing: string | null
}

export interface SubjectRequestAdditions {
  at: Timestamp | null
  entry_id: string
  organisation_id: string
  position: number
  text: string | null
}

export interface SubjectRequestConsiderations {
  answer: string | null
  consideration: string | null
  entry_id: string
  organisation_id: string
  position: number
}

export interface SubjectRequestProcessings {
  entry_id: string
  note: string | null
  organisation_id: string
  position: number
  processing: string | null
}

export interface SubjectRequestRecipients {
  entry_id: string
  organisation_id: string
  position: number
  recipient: string | null
  told_on: string | null
  what: string | null
  why_not: string | null
}

export interface Task {
  agreement: string | null
  created_at: Timestamp
  created_by: string | null
  department: string | null
  description: string | null
  done_on: string | null
  due_on: string | null
  ended_on: string | null
  findings_attention: Generated<number>
  findings_blocking: Generated<number>
  findings_serious: Generated<number>
  follows: string | null
  id: string
  imported_by: string | null
  name: string | null
  norm: string | null
  number: string | null
  organisation_id: string
  outcome: string | null
  owner: string | null
  processing: string | null
  processor: string | null
  progress: string | null
  recurrence: string | null
  review_due_on: string | null
  reviewed_on: string | null
  revision: number
  role: string | null
  series_from: string | null
  sort_name: string
  stand_in: string | null
  stand_in_note: string | null
  stand_in_until: string | null
  status: string
  system: string | null
  updated_at: Timestamp
  updated_by: string | null
  version: Generated<number>
}

export interface WebhookDelivery {
  at: Timestamp
  attempt: Generated<number>
  due_at: Timestamp | null
  entry_id: string
  entry_status: string
  event_id: string
  last_at: Timestamp | null
  last_ms: number | null
  last_status: number | null
  organisation_id: string
  register: string
  revision: number | null
  state: Generated<string>
  subscription_id: string
  trouble: string | null
  verb: string
}

export interface WebhookSubscription {
  created_at: Timestamp
  created_by: string | null
  failing_since: Timestamp | null
  failures: Generated<number>
  held_until: Timestamp | null
  id: string
  name: string
  organisation_id: string
  paused_at: Timestamp | null
  paused_because: string | null
  previous_secret: Buffer | null
  previous_until: Timestamp | null
  registers: string[]
  revision: Generated<number>
  secret: Buffer
  status: string
  target: string
  verbs: string[]
}

export interface WorkAbsence {
  created_at: Timestamp
  from_on: string
  note: string | null
  organisation_id: string
  person_id: string
  stand_in_id: string
  until_on: string
}

export interface WorkEscalation {
  due_on: string
  item: string
  organisation_id: string
  person_id: string
  told_on: string
}

export interface WorkInstruction {
  audience: string | null
  body: string | null
  citation: string | null
  created_at: Timestamp
  created_by: string | null
  department: string | null
  ended_on: string | null
  findings_attention: Generated<number>
  findings_blocking: Generated<number>
  findings_serious: Generated<number>
  id: string
  imported_by: string | null
  name: string | null
  number: string | null
  organisation_id: string
  owner: string | null
  review_due_on: string | null
  reviewed_on: string | null
  revision: number
  sort_name: string
  status: string
  subject: string | null
  summary: string | null
  updated_at: Timestamp
  updated_by: string | null
  version: Generated<number>
}

export interface WorkSetting {
  escalate_after_days: number | null
  organisation_id: string
}

export interface YearPlan {
  budget: number | null
  created_at: Timestamp
  created_by: string | null
  department: string | null
  ended_on: string | null
  findings_attention: Generated<number>
  findings_blocking: Generated<number>
  findings_serious: Generated<number>
  goals: string | null
  id: string
  imported_by: string | null
  judged_by: string | null
  judged_on: string | null
  judgement: string | null
  last_result: string | null
  means: string | null
  name: string | null
  note: string | null
  number: string | null
  organisation_id: string
  owner: string | null
  review_due_on: string | null
  reviewed_on: string | null
  revision: number
  sort_name: string
  status: string
  updated_at: Timestamp
  updated_by: string | null
  version: Generated<number>
  year: number | null
}

export interface YearPlanActivities {
  activity: string | null
  entry_id: string
  organisation_id: string
  planned_on: string | null
  position: number
  state: string | null
}

export interface DB {
  access_batch: AccessBatch
  access_check: AccessCheck
  access_checkpoint: AccessCheckpoint
  access_day_count: AccessDayCount
  access_employee_day: AccessEmployeeDay
  access_foreign_checkpoint: AccessForeignCheckpoint
  access_hold: AccessHold
  access_log_setting: AccessLogSetting
  access_look: AccessLook
  access_publication: AccessPublication
  access_question: AccessQuestion
  access_record: AccessRecord
  access_record_held: AccessRecordHeld
  access_removal: AccessRemoval
  access_removed: AccessRemoved
  access_signal: AccessSignal
  access_signal_setting: AccessSignalSetting
  access_source: AccessSource
  access_source_credential: AccessSourceCredential
  access_source_day: AccessSourceDay
  access_subject_type: AccessSubjectType
  access_watch: AccessWatch
  account: Account
  agreement_article: AgreementArticle
  agreement_decision: AgreementDecision
  agreement_former: AgreementFormer
  agreement_passage: AgreementPassage
  agreement_reading: AgreementReading
  agreement_round: AgreementRound
  agreement_signed_file: AgreementSignedFile
  agreement_text: AgreementText
  allowed_network: AllowedNetwork
  answer_package: AnswerPackage
  api_token: ApiToken
  api_token_role: ApiTokenRole
  applied_migration: AppliedMigration
  assessment_answer: AssessmentAnswer
  assessment_answer_change: AssessmentAnswerChange
  assessment_basis: AssessmentBasis
  assessment_conflict: AssessmentConflict
  assessment_copy: AssessmentCopy
  assessment_filling: AssessmentFilling
  assessment_picture: AssessmentPicture
  assessment_presence: AssessmentPresence
  assessment_remark: AssessmentRemark
  assessment_report: AssessmentReport
  assessment_section: AssessmentSection
  breach: Breach
  breach_additions: BreachAdditions
  breach_checks: BreachChecks
  breach_countries: BreachCountries
  breach_data_categories: BreachDataCategories
  breach_measures: BreachMeasures
  breach_notifications: BreachNotifications
  breach_processings: BreachProcessings
  breach_subject_categories: BreachSubjectCategories
  breach_systems: BreachSystems
  calendar_feed: CalendarFeed
  catalogue_term: CatalogueTerm
  collection_file: CollectionFile
  collection_task: CollectionTask
  comment_mention: CommentMention
  complaint: Complaint
  covenant: Covenant
  covenant_partners: CovenantPartners
  covenant_processings: CovenantProcessings
  covenant_transfers: CovenantTransfers
  crossing_arrival: CrossingArrival
  crossing_message: CrossingMessage
  data_carrier: DataCarrier
  deadline: Deadline
  deadline_suspension: DeadlineSuspension
  department: Department
  disclosed_data: DisclosedData
  disclosed_notice: DisclosedNotice
  disclosed_subject: DisclosedSubject
  disclosure: Disclosure
  disclosure_data: DisclosureData
  dpo_appointment: DpoAppointment
  employee_door: EmployeeDoor
  entry_advice: EntryAdvice
  entry_attachment: EntryAttachment
  entry_comment: EntryComment
  entry_comment_earlier: EntryCommentEarlier
  entry_population: EntryPopulation
  entry_proposal: EntryProposal
  entry_remark: EntryRemark
  entry_search: EntrySearch
  entry_version: EntryVersion
  finding: Finding
  forwarded_case: ForwardedCase
  given_instruction: GivenInstruction
  governing_body: GoverningBody
  history_change: HistoryChange
  history_event: HistoryEvent
  identity_link: IdentityLink
  identity_provider: IdentityProvider
  identity_provider_role: IdentityProviderRole
  impact_assessment: ImpactAssessment
  impact_assessment_actions: ImpactAssessmentActions
  impact_assessment_processings: ImpactAssessmentProcessings
  impact_assessment_requirements: ImpactAssessmentRequirements
  impact_assessment_risks: ImpactAssessmentRisks
  impact_assessment_team: ImpactAssessmentTeam
  import_mapping: ImportMapping
  import_question: ImportQuestion
  import_row: ImportRow
  import_run: ImportRun
  import_value: ImportValue
  improvement_measure: ImprovementMeasure
  improvement_measure_norms: ImprovementMeasureNorms
  information_system: InformationSystem
  information_system_data_categories: InformationSystemDataCategories
  instruction: Instruction
  intake_file: IntakeFile
  intake_form: IntakeForm
  invitation: Invitation
  issued_device: IssuedDevice
  job_function: JobFunction
  kept_form: KeptForm
  letter: Letter
  letter_list: LetterList
  letter_list_row: LetterListRow
  letter_sending: LetterSending
  letter_version: LetterVersion
  log_answer: LogAnswer
  mail_choice: MailChoice
  mail_message: MailMessage
  mandate: Mandate
  marketing_suppression: MarketingSuppression
  norm_snapshot: NormSnapshot
  norm_statement: NormStatement
  norm_status_change: NormStatusChange
  office_hours: OfficeHours
  oidc_flow: OidcFlow
  organisation: Organisation
  organisation_theme: OrganisationTheme
  origin_of_instruction: OriginOfInstruction
  package_download: PackageDownload
  participant: Participant
  participant_tie: ParticipantTie
  partner_proposal: PartnerProposal
  passkey: Passkey
  passkey_challenge: PasskeyChallenge
  person: Person
  policy_adoption: PolicyAdoption
  policy_announcement: PolicyAnnouncement
  policy_campaign: PolicyCampaign
  policy_document: PolicyDocument
  policy_profile_draft: PolicyProfileDraft
  policy_profile_version: PolicyProfileVersion
  policy_publication: PolicyPublication
  policy_reader: PolicyReader
  portal_invitation: PortalInvitation
  portal_provider: PortalProvider
  portal_session: PortalSession
  portfolio: Portfolio
  privacy_meeting: PrivacyMeeting
  privacy_meeting_actions: PrivacyMeetingActions
  privacy_meeting_agenda: PrivacyMeetingAgenda
  privacy_meeting_decisions: PrivacyMeetingDecisions
  privacy_meeting_participants: PrivacyMeetingParticipants
  privacy_statement: PrivacyStatement
  privacy_statement_notice: PrivacyStatementNotice
  processing_activity: ProcessingActivity
  processing_activity_data_categories: ProcessingActivityDataCategories
  processing_activity_joint_controllers: ProcessingActivityJointControllers
  processing_activity_legal_bases: ProcessingActivityLegalBases
  processing_activity_measures: ProcessingActivityMeasures
  processing_activity_participants: ProcessingActivityParticipants
  processing_activity_processors: ProcessingActivityProcessors
  processing_activity_purposes: ProcessingActivityPurposes
  processing_activity_recipients: ProcessingActivityRecipients
  processing_activity_retention_rules: ProcessingActivityRetentionRules
  processing_activity_sector_rules: ProcessingActivitySectorRules
  processing_activity_sources: ProcessingActivitySources
  processing_activity_special_exceptions: ProcessingActivitySpecialExceptions
  processing_activity_stores: ProcessingActivityStores
  processing_activity_subject_categories: ProcessingActivitySubjectCategories
  processing_activity_transfers: ProcessingActivityTransfers
  processor: Processor
  processor_agreement: ProcessorAgreement
  processor_agreement_processings: ProcessorAgreementProcessings
  processor_agreement_transfers: ProcessorAgreementTransfers
  processor_audit: ProcessorAudit
  processor_audit_points: ProcessorAuditPoints
  processor_audit_questions: ProcessorAuditQuestions
  processor_contacts: ProcessorContacts
  processor_guarantees: ProcessorGuarantees
  processor_sub_processors: ProcessorSubProcessors
  public_site: PublicSite
  public_text: PublicText
  question: Question
  recovery_code: RecoveryCode
  responsibility: Responsibility
  restriction: Restriction
  risk_framework: RiskFramework
  risk_framework_impacts: RiskFrameworkImpacts
  risk_framework_likelihoods: RiskFrameworkLikelihoods
  role_assignment: RoleAssignment
  saved_view: SavedView
  saved_view_default: SavedViewDefault
  service: Service
  service_measures: ServiceMeasures
  service_participants: ServiceParticipants
  service_processings: ServiceProcessings
  service_sub_processors: ServiceSubProcessors
  service_systems: ServiceSystems
  session: Session
  session_visit: SessionVisit
  setup_code: SetupCode
  sign_in_event: SignInEvent
  sign_in_wait: SignInWait
  status_link: StatusLink
  stored_file: StoredFile
  stored_file_piece: StoredFilePiece
  subject_request: SubjectRequest
  subject_request_additions: SubjectRequestAdditions
  subject_request_considerations: SubjectRequestConsiderations
  subject_request_processings: SubjectRequestProcessings
  subject_request_recipients: SubjectRequestRecipients
  task: Task
  webhook_delivery: WebhookDelivery
  webhook_subscription: WebhookSubscription
  work_absence: WorkAbsence
  work_escalation: WorkEscalation
  work_instruction: WorkInstruction
  work_setting: WorkSetting
  year_plan: YearPlan
  year_plan_activities: YearPlanActivities
}

