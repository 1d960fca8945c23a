// Made by `npm run db:types` from db/migrations. Do not edit.
import type { ColumnType } from "kysely";

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

export type Json = JsonValue;

export type JsonArray = JsonValue[];

export type JsonObject = {
  [x: string]: JsonValue | undefined;
};

export type JsonPrimitive = boolean | number | string | null;

export type JsonValue = JsonArray | JsonObject | JsonPrimitive;

export type Numeric = ColumnType<string, number | string, number | string>;

export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export interface AssignmentsCommitteeMeeting {
  called_off_at: Timestamp | null;
  committee_id: number;
  held_on: string;
  noted_at: Timestamp;
  reference: string;
}

export interface AssignmentsTask {
  assigned_on: string;
  closed_at: Timestamp | null;
  closed_by: number | null;
  created_at: Timestamp;
  detail: Generated<string>;
  due_event: Json | null;
  due_on: string | null;
  event_due_on: string | null;
  falls_due: Generated<string | null>;
  follow_up_unit_id: number;
  id: Generated<number>;
  readers: number[];
  reopened: Generated<number>;
  reported_at: Timestamp | null;
  rev: Generated<number>;
  source_due: Json | null;
  source_href: Generated<string>;
  source_id: number | null;
  source_line: string | null;
  source_reference: Generated<string>;
  source_type: string;
  state: Generated<string>;
  title: string;
}

export interface AssignmentsTaskEvent {
  at: Timestamp;
  detail: Generated<Json>;
  id: Generated<number>;
  kind: string;
  note: Generated<string>;
  person_id: number;
  person_name: string;
  task_id: number;
}

export interface AssignmentsTaskParty {
  added_at: Timestamp;
  party_id: number;
  removed_at: Timestamp | null;
  role: string;
  task_id: number;
}

export interface CorrespondenceChainStep {
  at: Timestamp;
  authority: Json | null;
  by_name: string;
  by_person: number;
  by_title: Generated<string>;
  due_at: Timestamp | null;
  id: Generated<number>;
  kind: string;
  letter_id: number | null;
  note: Generated<string>;
  ordinal: number;
  purpose: string | null;
  received_letter_id: number;
  to_label: Generated<string>;
  to_position_id: number | null;
  verdict: string | null;
}

export interface CorrespondenceCounter {
  book: string;
  last_number: number;
  owner_unit_id: number;
  year: number;
}

export interface CorrespondenceDraftComment {
  id: Generated<number>;
  letter_id: number;
  quote: Generated<string>;
  resolved_at: Timestamp | null;
  resolved_by: number | null;
  resolved_by_name: string | null;
  said_at: Timestamp;
  said_by: number;
  said_by_name: string;
  version: number | null;
  words: string;
}

export interface CorrespondenceDraftShare {
  answered_at: Timestamp | null;
  answered_by_name: string | null;
  letter_id: number;
  shared_at: Timestamp;
  shared_by_name: string;
  unit_id: number;
}

export interface CorrespondenceDraftVersion {
  based_on: number | null;
  letter_id: number;
  n: number;
  saved_at: Timestamp;
  saved_by: number;
  saved_by_name: string;
  snapshot: Json;
  standing: Generated<string>;
}

export interface CorrespondenceEnclosureText {
  file_id: number;
  hash: string;
  letter_id: number;
  name: string;
  read_at: Timestamp;
  state: string;
  text: Generated<string>;
}

export interface CorrespondenceHandedOn {
  drafts: number;
  letters: number;
  successor_id: number;
  told_at: Timestamp;
  unit_id: number;
}

export interface CorrespondenceIncomingCounter {
  book: string;
  last_number: number;
  owner_unit_id: number;
  year: number;
}

export interface CorrespondenceIncomingStart {
  book: string;
  id: Generated<number>;
  next_number: number;
  owner_unit_id: number;
  previous_last: number;
  reason: string;
  set_at: Timestamp;
  set_by: number;
  set_by_name: string;
  year: number;
}

export interface CorrespondenceLetter {
  book: string;
  changed_at: Timestamp;
  circular: Generated<boolean>;
  correction_reason: string | null;
  draft_units: Generated<number[]>;
  drafted_at: Timestamp;
  drafted_by: number;
  drafted_by_name: string;
  file_hash: string | null;
  file_size: number | null;
  for_signature_at: Timestamp | null;
  from_short: Generated<string>;
  from_text: string;
  id: Generated<number>;
  issued_at: Timestamp | null;
  issued_by: number | null;
  issued_by_name: string | null;
  kind: string;
  letter_date: string | null;
  letter_year: Generated<number | null>;
  owner_unit_id: number;
  readers: Generated<number[]>;
  recall_reason: string | null;
  recalled_at: Timestamp | null;
  recalled_by_name: string | null;
  recipient_count: Generated<number>;
  reference: string | null;
  register_entry_id: number | null;
  replaced_by_letter_id: number | null;
  replaces_letter_id: number | null;
  reply_href: string | null;
  reply_label: string | null;
  respond_by: string | null;
  restricted: Generated<boolean | null>;
  salutation: Generated<string>;
  secrecy: Generated<string>;
  signed_how: string | null;
  signer_authority: Json | null;
  signer_name: string | null;
  signer_person_id: number | null;
  signer_position_id: number | null;
  signer_title: string | null;
  source_id: number | null;
  source_type: string | null;
  state: Generated<string>;
  sub_kind: string;
  subject: string;
  to_text: Generated<string>;
  urgency: Generated<string>;
  urgent_before: Timestamp | null;
  verification_token: string | null;
}

export interface CorrespondenceLetterAddressee {
  kind: string;
  label: string;
  letter_id: number;
  ordinal: number;
  target_id: number | null;
}

export interface CorrespondenceLetterBody {
  content: Json;
  enclosures: Generated<Json>;
  letter_id: number;
  owner_unit_id: number;
  readers: Generated<number[]>;
  restricted: Generated<boolean>;
}

export interface CorrespondenceLetterDispatch {
  address: Generated<string>;
  channel: string;
  letter_id: number;
  name: string;
  ordinal: number;
  sent_at: Timestamp;
  sent_by: number;
  sent_by_name: string;
}

export interface CorrespondenceLetterRecipient {
  acknowledged_at: Timestamp | null;
  acknowledged_by: number | null;
  acknowledged_by_name: string | null;
  circular_year: number | null;
  delivered_at: Timestamp;
  first_opened_at: Timestamp | null;
  first_opened_by: number | null;
  first_opened_by_name: string | null;
  instruction: string | null;
  label: string;
  letter_id: number;
  owner_unit_id: number;
  passed_by: number | null;
  passed_by_name: string | null;
  passed_from_id: number | null;
  recipient_id: number;
  recipient_kind: string;
}

export interface CorrespondenceLetterTemplate {
  active: Generated<boolean>;
  changed_at: Timestamp;
  changed_by: number;
  changed_by_name: string;
  content: Json;
  for_all: Generated<boolean>;
  form: string;
  id: Generated<number>;
  name: string;
  owner_unit_id: number;
  salutation: Generated<string>;
  subject: Generated<string>;
  used: Generated<number>;
}

export interface CorrespondenceMisspelling {
  active: Generated<boolean>;
  changed_at: Generated<Timestamp>;
  changed_by_name: Generated<string>;
  context: Generated<string[]>;
  id: Generated<number>;
  note: Generated<string>;
  right_word: string;
  wrong: string;
}

export interface CorrespondenceOrderEffect {
  by_date: string;
  by_reference: string;
  effect: string;
  entry_id: number;
  letter_id: number;
  owner_unit_id: number;
  reference: string;
  target_letter_id: number | null;
  undone_at: Timestamp | null;
}

export interface CorrespondenceReceivedAssignment {
  child_id: number | null;
  due_at: Timestamp | null;
  ended_at: Timestamp | null;
  ended_by_name: string | null;
  given_at: Timestamp;
  id: Generated<number>;
  label: string;
  note: Generated<string>;
  opened_at: Timestamp | null;
  opened_by_name: string | null;
  parked_at: Timestamp | null;
  person_id: number | null;
  received_letter_id: number;
  result: Generated<string>;
  state: string;
  step_id: number;
  turn: number;
  unit_id: number | null;
}

export interface CorrespondenceReceivedFile {
  file_id: number;
  hash: string;
  media_type: string;
  name: string;
  ordinal: number;
  read_at: Timestamp | null;
  read_state: Generated<string>;
  read_text: Generated<string>;
  received_letter_id: number;
  size: number;
}

export interface CorrespondenceReceivedLetter {
  action_text: Generated<string>;
  assignment_id: number | null;
  book: string;
  carried_over: Generated<boolean>;
  channel: string;
  closed_at: Timestamp | null;
  closed_by_name: string | null;
  deemed_received_at: Timestamp;
  due_at: Timestamp | null;
  enclosures_text: Generated<string>;
  first_ordered_at: Timestamp | null;
  from_text: string;
  holder_label: Generated<string>;
  holder_opened_at: Timestamp | null;
  holder_opened_by_name: string | null;
  holder_position_id: number | null;
  holder_since: Timestamp | null;
  id: Generated<number>;
  import_id: number | null;
  letter_date: string | null;
  letter_id: number | null;
  number: number;
  origin_id: number | null;
  outcome: string | null;
  owner_unit_id: number;
  parked_at: Timestamp | null;
  parked_reason: string | null;
  readers: Generated<number[]>;
  received_at: Timestamp;
  reference: Generated<string>;
  registered_at: Timestamp;
  registered_by: number;
  registered_by_name: string;
  remark: Generated<string>;
  restricted: Generated<boolean | null>;
  secrecy: Generated<string>;
  sent_by: number | null;
  state: Generated<string>;
  steps: Generated<number>;
  subject: string;
  to_text: Generated<string>;
  urgency: Generated<string>;
  urgent_before: Timestamp | null;
  year: number;
}

export interface CorrespondenceReceivedReply {
  begun_at: Timestamp;
  closes: boolean;
  letter_id: number;
  received_letter_id: number;
}

export interface CorrespondenceRecipientGroup {
  active: Generated<boolean>;
  changed_at: Timestamp;
  id: Generated<number>;
  name: string;
  owner_unit_id: number;
}

export interface CorrespondenceRecipientGroupMember {
  group_id: number;
  label: string;
  ordinal: number;
  party_id: number;
  party_kind: string;
}

export interface CorrespondenceRegisterEntry {
  action_text: Generated<string>;
  back_date_reason: string | null;
  book: string;
  carried_over: Generated<boolean>;
  circular: Generated<boolean>;
  from_text: string;
  href: string | null;
  id: Generated<number>;
  import_id: number | null;
  letter_date: string;
  number: number;
  owner_unit_id: number;
  readers: Generated<number[]>;
  reference: string;
  registered_at: Timestamp;
  registered_by: number;
  registered_by_name: string;
  remark: Generated<string>;
  reserve_reason: string | null;
  reserved_until: Timestamp | null;
  restricted: Generated<boolean>;
  state: Generated<string>;
  subject: string;
  subject_id: number | null;
  subject_type: string;
  to_text: string;
  void_reason: string | null;
  voided_at: Timestamp | null;
  voided_by_name: string | null;
  year: number;
}

export interface CorrespondenceRegisterExport {
  all_parts: Generated<number>;
  asked_at: Timestamp;
  asked_by: number;
  asked_by_name: string;
  done_parts: Generated<number>;
  failure: string | null;
  file_hash: string | null;
  file_size: number | null;
  finished_at: Timestamp | null;
  id: Generated<number>;
  letter_files: number | null;
  owner_unit_id: number;
  received_rows: number | null;
  sent_rows: number | null;
  signed_by: string | null;
  state: Generated<string>;
  unit_label: string;
  void_rows: number | null;
  year: number;
}

export interface CorrespondenceRegisterImport {
  applied_at: Timestamp | null;
  applied_by_name: string | null;
  checked_at: Timestamp;
  columns: Generated<string[]>;
  counts: Generated<Json>;
  file_hash: string;
  file_id: number;
  file_name: string;
  form: string;
  id: Generated<number>;
  made_at: Timestamp;
  made_by: number;
  made_by_name: string;
  owner_unit_id: number;
  rechecks: Generated<number>;
  undo_reason: string | null;
  undone_at: Timestamp | null;
  undone_by_name: string | null;
  unknown_heads: Generated<string[]>;
  year: number;
}

export interface CorrespondenceRegisterImportRow {
  cells: Json;
  differs: Generated<boolean>;
  entry: Json | null;
  fingerprint: string;
  heading_day: string | null;
  import_id: number;
  label: string;
  owner_unit_id: number;
  problems: Generated<Json>;
  row_number: number;
  verdict: string;
}

export interface CorrespondenceSalutation {
  addressee_class: string;
  changed_at: Generated<Timestamp>;
  changed_by_name: Generated<string>;
  closing: Generated<string>;
  envelope: Generated<string>;
  id: Generated<number>;
  posts: Generated<string[]>;
  reader_pronoun: Generated<string>;
  salutation: string;
  sort_order: Generated<number>;
  source: Generated<string>;
  uncertain: Generated<boolean>;
  valid_from: string;
  valid_to: string | null;
  writer_pronoun: Generated<string>;
}

export interface CorrespondenceSeriesStart {
  book: string;
  id: Generated<number>;
  next_number: number;
  owner_unit_id: number;
  previous_last: number;
  reason: string;
  set_at: Timestamp;
  set_by: number;
  set_by_name: string;
  year: number;
}

export interface CorrespondenceUnitSetting {
  changed_at: Timestamp;
  changed_by: number;
  circular_series: Generated<string>;
  from_year: number;
  owner_unit_id: number;
  reason: string;
}

export interface MeetingsAgendaItem {
  added_at: Timestamp;
  added_by: number;
  body: Generated<string>;
  carried_from_open_point_id: number | null;
  id: Generated<number>;
  meeting_id: number;
  ordinal: number;
  presenter: Generated<string>;
  presenter_party_id: number | null;
  removed_at: Timestamp | null;
  section: string;
  title: Generated<string>;
}

export interface MeetingsAgendaPaper {
  added_at: Timestamp;
  added_by: number;
  agenda_item_id: number | null;
  file_id: number;
  id: Generated<number>;
  meeting_id: number;
  removed_at: Timestamp | null;
  title: string;
}

export interface MeetingsAnswerDraft {
  answer: string | null;
  answer_id: number;
  remarks: Generated<string>;
  saved_at: Timestamp;
  saved_by: number;
  saved_name: string;
}

export interface MeetingsAssignmentTask {
  assignment_key: string;
  line_id: string;
  minutes_id: number;
  started_at: Timestamp;
  task_id: number;
}

export interface MeetingsAttendance {
  acting_for: string | null;
  acting_for_position_id: number | null;
  acting_id: number | null;
  counts_for_quorum: Generated<boolean>;
  id: Generated<number>;
  kind: string;
  meeting_id: number;
  member_party_id: number | null;
  name: string;
  ordinal: number;
  person_id: number | null;
  position: Generated<string>;
  reason: Generated<string>;
  role: Generated<string>;
  unit: Generated<string>;
  unit_id: number | null;
}

export interface MeetingsCirculation {
  circulated_on: string;
  closed_at: Timestamp | null;
  closed_words: string | null;
  created_at: Timestamp;
  created_by: number;
  deadline_at: Timestamp;
  id: Generated<number>;
  letter_id: number | null;
  letter_number: string | null;
  meeting_id: number;
  minutes_id: number;
  owner_unit_id: number;
  readers: Generated<number[]>;
  replaces_id: number | null;
  respond_by: string;
  rule_words: string;
  signer_name: string | null;
  signer_position: string | null;
  urgency: string | null;
  version_id: number;
  withdrawn_at: Timestamp | null;
  withdrawn_reason: string | null;
}

export interface MeetingsCirculationAnswer {
  addressee_name: string;
  addressee_party_id: number;
  answer: string | null;
  answered_at: Timestamp | null;
  answered_by: number | null;
  answered_name: string | null;
  answered_on: string | null;
  answered_position: string | null;
  answerers: Generated<number[]>;
  authority: Json | null;
  circulation_id: number;
  deemed_at: Timestamp | null;
  deemed_rule: string | null;
  entered_at: Timestamp | null;
  entered_by: number | null;
  id: Generated<number>;
  late: Generated<boolean>;
  opened_at: Timestamp | null;
  opened_by: number | null;
  ordinal: number;
  remarks: Generated<string>;
  reminded_at: Timestamp | null;
  reminders: Generated<number>;
  scan_file_id: number | null;
  state: Generated<string>;
  unit: Generated<string>;
  unit_id: number | null;
  via: string | null;
}

export interface MeetingsConsultation {
  answer_id: number;
  answered_at: Timestamp | null;
  asked_at: Timestamp;
  asked_by: number;
  asked_name: string;
  id: Generated<number>;
  note: Generated<string>;
  nothing_to_add: Generated<boolean>;
  opened_at: Timestamp | null;
  person_id: number;
  person_name: string;
  remark: string | null;
  withdrawn_at: Timestamp | null;
}

export interface MeetingsInvitation {
  answerers: Generated<number[]>;
  counts_for_quorum: Generated<boolean>;
  id: Generated<number>;
  kind: string;
  meeting_id: number;
  name: string;
  opened_at: Timestamp | null;
  ordinal: number;
  party_id: number;
  person_id: number | null;
  position: Generated<string>;
  position_id: number | null;
  reason: string | null;
  replied_at: Timestamp | null;
  replied_by: number | null;
  reply: Generated<string>;
  reply_via: string | null;
  representative_name: string | null;
  representative_person_id: number | null;
  representative_position: string | null;
  role: Generated<string>;
  sent_at: Timestamp | null;
  unit: Generated<string>;
  unit_id: number | null;
  withdrawn_at: Timestamp | null;
}

export interface MeetingsMeeting {
  actual_ends_at: string | null;
  actual_starts_at: string | null;
  calendar_sequence: Generated<number>;
  committee_id: number;
  committee_name: string;
  created_at: Timestamp;
  created_by: number;
  ends_at: string;
  fiscal_year: number | null;
  held_on: string;
  id: Generated<number>;
  invitation_letter_id: number | null;
  invitation_number: string | null;
  invited_on: string | null;
  link: string | null;
  number: number;
  owner_unit_id: number;
  place: string | null;
  quorum_met: boolean | null;
  quorum_present: number | null;
  quorum_required: number | null;
  quorum_rule: string | null;
  readers: Generated<number[]>;
  rev: Generated<number>;
  sections: string[];
  starts_at: string;
  state: Generated<string>;
  title: string;
  updated_at: Timestamp;
  year_be: number;
}

export interface MeetingsMeetingChange {
  after: Json;
  at: Timestamp;
  before: Json;
  by_name: string;
  by_person_id: number;
  id: Generated<number>;
  kind: string;
  meeting_id: number;
  reason: Generated<string>;
}

export interface MeetingsMinutes {
  certified_at: Timestamp | null;
  certified_how: string | null;
  certified_in_meeting_id: number | null;
  certified_on: string | null;
  certified_pdf_hash: string | null;
  certified_reference: string | null;
  certified_words: string | null;
  checker_id: number | null;
  created_at: Timestamp;
  created_by: number;
  current_version_id: number | null;
  drafter_id: number | null;
  id: Generated<number>;
  meeting_id: number;
  owner_unit_id: number;
  state: Generated<string>;
  verify_token: string | null;
}

export interface MeetingsMinutesRevision {
  content: Json;
  rev: number;
  saved_at: Timestamp;
  saved_by: number;
  saved_name: string;
  version_id: number;
}

export interface MeetingsMinutesVersion {
  certified_pdf_file_id: number | null;
  changes: Generated<Json>;
  checked_at: Timestamp | null;
  checked_authority: Json | null;
  checked_by: number | null;
  checked_name: string | null;
  checked_position: string | null;
  content: Json;
  content_hash: string;
  created_at: Timestamp;
  created_by: number;
  difference_pdf_file_id: number | null;
  drafted_at: Timestamp | null;
  drafted_authority: Json | null;
  drafted_by: number | null;
  drafted_name: string | null;
  drafted_position: string | null;
  id: Generated<number>;
  locked_at: Timestamp | null;
  made_from: Generated<string>;
  minutes_id: number;
  number: number;
  owner_unit_id: number;
  pdf_file_id: number | null;
  readers: Generated<number[]>;
  rev: Generated<number>;
  updated_at: Timestamp;
  updated_by: number;
  updated_name: string;
}

export interface MeetingsOpenPoint {
  agenda_number: string;
  carried_at: Timestamp | null;
  carried_to_item_id: number | null;
  carried_to_meeting_id: number | null;
  closed_at: Timestamp | null;
  closed_by: number | null;
  closed_name: string | null;
  closed_reason: string | null;
  committee_id: number;
  id: Generated<number>;
  item_title: string;
  line_id: string;
  meeting_id: number;
  minutes_id: number;
  owner_unit_id: number;
  raised_on: string;
  readers: Generated<number[]>;
  removed_at: Timestamp | null;
  state: Generated<string>;
  text: string;
}

export interface MeetingsResolution {
  agenda_number: string;
  announced_at: Timestamp | null;
  announced_by: number | null;
  assignments: Generated<Json>;
  id: Generated<number>;
  item_title: string;
  kinds: string[];
  label: string | null;
  line_id: string;
  meeting_id: number;
  minutes_id: number;
  ordinal: number;
  owner_unit_id: number;
  readers: Generated<number[]>;
  removed_at: Timestamp | null;
  section: string;
  text: string;
}

export interface MeetingsSeries {
  committee_id: number;
  last_number: number;
  year_be: number;
}

export interface MeetingsSignatureUndone {
  at: Timestamp;
  by_name: string;
  by_person_id: number;
  id: Generated<number>;
  reason: string;
  version_id: number;
  was: Json;
  who: string;
}

export interface MeetingsSuggestion {
  answer_id: number | null;
  change: Json;
  circulation_id: number;
  consultation_id: number | null;
  created_at: Timestamp;
  decided_at: Timestamp | null;
  decided_by: number | null;
  decided_change: Json | null;
  decided_name: string | null;
  decision_reason: string | null;
  id: Generated<number>;
  in_version_id: number | null;
  late: Generated<boolean>;
  line_id: string;
  original: string;
  person_id: number;
  person_name: string;
  proposed: string;
  reason: Generated<string>;
  state: Generated<string>;
  submitted_at: Timestamp | null;
  taken_over_at: Timestamp | null;
  unit: Generated<string>;
  version_id: number;
  withdrawn_at: Timestamp | null;
}

export interface OrganisationAccount {
  created_at: Generated<Timestamp>;
  disabled_at: Timestamp | null;
  last_sign_in_at: Timestamp | null;
  login: string;
  must_change: Generated<boolean>;
  password_hash: string;
  password_set_at: Generated<Timestamp>;
  person_id: number;
}

export interface OrganisationActing {
  committee_id: number | null;
  ended_at: Timestamp | null;
  ended_reason: string | null;
  id: Generated<number>;
  kind: string;
  order_date: string | null;
  order_file_id: number | null;
  order_number: Generated<string>;
  person_id: number;
  position_id: number;
  powers: Generated<string>;
  reason: string;
  valid_from: string;
  valid_to: string | null;
}

export interface OrganisationApiToken {
  created_at: Timestamp;
  ending: string;
  expires_on: string;
  id: Generated<number>;
  last_used_at: Timestamp | null;
  name: string;
  person_id: number;
  revoked_at: Timestamp | null;
  revoked_by: number | null;
  scopes: string[];
  token_hash: Buffer;
}

export interface OrganisationCeremonyUsed {
  id: string;
  until: Timestamp;
}

export interface OrganisationCommittee {
  duties: Generated<string>;
  duties_file_id: number | null;
  id: Generated<number>;
  kind: string;
  name_en: Generated<string>;
  name_th: string;
  order_date: string;
  order_href: string | null;
  order_number: string;
  quorum_a: Generated<number>;
  quorum_b: Generated<number>;
  quorum_counts_representatives: Generated<boolean>;
  quorum_kind: Generated<string>;
  quorum_needs_chair: Generated<boolean>;
  secretariat_unit_id: number;
  short_name: Generated<string>;
  valid_from: string;
  valid_to: string | null;
}

export interface OrganisationCommitteeMember {
  committee_id: number;
  end_order_href: string | null;
  id: Generated<number>;
  order_date: string | null;
  order_href: string | null;
  order_number: Generated<string>;
  person_id: number | null;
  position_id: number | null;
  role: string;
  sort_order: Generated<number>;
  valid_from: string;
  valid_to: string | null;
}

export interface OrganisationFactorRemoval {
  decided_at: Timestamp | null;
  decided_by: number | null;
  expires_at: Timestamp;
  id: Generated<number>;
  outcome: string | null;
  person_id: number;
  reason: string;
  started_at: Generated<Timestamp>;
  started_by: number;
}

export interface OrganisationHolding {
  id: Generated<number>;
  main: Generated<boolean>;
  order_date: string | null;
  order_number: Generated<string>;
  person_id: number;
  position_id: number;
  valid_from: string;
  valid_to: string | null;
}

export interface OrganisationIdentity {
  id: Generated<number>;
  issuer: string;
  last_used_at: Timestamp | null;
  linked_at: Generated<Timestamp>;
  linked_by: string;
  person_id: number;
  provider_id: number;
  removed_at: Timestamp | null;
  subject: string;
}

export interface OrganisationIdentityProvider {
  active: Generated<boolean>;
  authentication: string;
  changed_at: Generated<Timestamp>;
  client_id: string;
  client_secret: string;
  created_at: Generated<Timestamp>;
  id: Generated<number>;
  issuer: string;
  label_en: string;
  label_th: string;
  match_by: string;
  match_claim: string;
  scopes: string[];
  sort_order: Generated<number>;
  strong_values: Generated<string[]>;
}

export interface OrganisationKnownBrowser {
  browser: Buffer;
  first_seen_at: Generated<Timestamp>;
  last_seen_at: Generated<Timestamp>;
  person_id: number;
}

export interface OrganisationNationalId {
  changed_at: Generated<Timestamp>;
  changed_by: number;
  hash: Buffer;
  last_digits: string;
  person_id: number;
}

export interface OrganisationOfficeDay {
  announced_on: string | null;
  changed_at: Generated<Timestamp>;
  day: string;
  id: Generated<number>;
  kind: string;
  name_en: Generated<string>;
  name_th: string;
  source: Generated<string>;
  uncertain: Generated<boolean>;
  unit_id: number | null;
  withdrawn_at: Timestamp | null;
}

export interface OrganisationOfficeHours {
  closes: string;
  id: Generated<number>;
  opens: string;
  source: Generated<string>;
  valid_from: string;
  valid_to: string | null;
  weekend: Generated<number[]>;
}

export interface OrganisationPasskey {
  counter: number;
  created_at: Generated<Timestamp>;
  credential_id: string;
  id: Generated<number>;
  last_used_at: Timestamp | null;
  name: string;
  person_id: number;
  public_key: Buffer;
  removed_at: Timestamp | null;
  synced: boolean;
  transports: Generated<string[]>;
  user_handle: Buffer;
}

export interface OrganisationPasswordReset {
  created_at: Generated<Timestamp>;
  expires_at: Timestamp;
  person_id: number;
  token_hash: Buffer;
  used_at: Timestamp | null;
}

export interface OrganisationPerson {
  changed_at: Generated<Timestamp>;
  email: string | null;
  family: string;
  family_en: Generated<string>;
  given: string;
  given_en: Generated<string>;
  id: Generated<number>;
  left_on: string | null;
  left_reason: string | null;
  phone: string | null;
  title: string;
}

export interface OrganisationPosition {
  abbreviation: Generated<string>;
  head_of_unit: Generated<boolean>;
  id: Generated<number>;
  kind: string;
  level: Generated<string>;
  rank: Generated<number>;
  seat_number: Generated<string>;
  title_en: Generated<string>;
  title_th: string;
  unit_id: number;
  valid_from: string;
  valid_to: string | null;
}

export interface OrganisationPreference {
  language: string | null;
  person_id: number;
  theme: string | null;
}

export interface OrganisationRecoveryCode {
  code_hash: Buffer;
  made_at: Generated<Timestamp>;
  person_id: number;
  used_at: Timestamp | null;
}

export interface OrganisationRoleGrant {
  granted_by: Generated<number>;
  holders_of: string | null;
  id: Generated<number>;
  own_unit: Generated<boolean>;
  person_id: number | null;
  position_id: number | null;
  reason: Generated<string>;
  revoked_at: Timestamp | null;
  revoked_by: number | null;
  role: string;
  unit_id: number | null;
  valid_from: string;
  valid_to: string | null;
}

export interface OrganisationRolePermission {
  allowed: boolean;
  changed_at: Generated<Timestamp>;
  changed_by: Generated<number>;
  permission: string;
  reason: Generated<string>;
  role: string;
}

export interface OrganisationSession {
  created_at: Generated<Timestamp>;
  ended_at: Timestamp | null;
  expires_at: Timestamp;
  id: Generated<number>;
  ip: Generated<string>;
  last_seen_at: Generated<Timestamp>;
  must_set_up: Generated<boolean>;
  person_id: number;
  token_hash: Buffer;
  user_agent: Generated<string>;
}

export interface OrganisationSignInAttempt {
  failures: Generated<number>;
  key: string;
  last_at: Generated<Timestamp>;
}

export interface OrganisationSignInHistory {
  at: Generated<Timestamp>;
  id: Generated<number>;
  ip: string;
  method: string;
  new_browser: Generated<boolean>;
  person_id: number;
  reason: string | null;
  result: string;
  second: string | null;
  session_id: number | null;
  user_agent: string;
}

export interface OrganisationSignInStep {
  browser: Buffer | null;
  closed_at: Timestamp | null;
  created_at: Generated<Timestamp>;
  detail: Generated<Json>;
  expires_at: Timestamp;
  failures: Generated<number>;
  login: Generated<string>;
  method: string;
  next: Generated<string>;
  person_id: number;
  token_hash: Buffer;
}

export interface OrganisationTableImport {
  applied_at: Timestamp | null;
  checked_at: Generated<Timestamp>;
  columns: Generated<string[]>;
  counts: Generated<Json>;
  created_at: Generated<Timestamp>;
  file_hash: string;
  file_id: number;
  file_name: string;
  id: Generated<number>;
  kind: string;
  owner_id: number;
  rechecks: Generated<number>;
  unknown_heads: Generated<string[]>;
}

export interface OrganisationTableImportRow {
  cells: Json;
  changes: Json;
  differs: Generated<boolean>;
  fingerprint: string;
  import_id: number;
  label: string;
  owner_id: number;
  problems: Json;
  record_id: number | null;
  row_number: number;
  verdict: string;
}

export interface OrganisationTotp {
  confirmed_at: Timestamp | null;
  last_step: Generated<number>;
  pending_at: Timestamp | null;
  pending_secret: string | null;
  person_id: number;
  sealed_secret: string | null;
}

export interface OrganisationUnit {
  changed_at: Generated<Timestamp>;
  closed_on: string | null;
  id: Generated<number>;
  kind: string;
  opened_on: string;
  phone: string | null;
  province_code: string | null;
  sort_order: Generated<number>;
}

export interface OrganisationUnitAbbreviation {
  id: Generated<number>;
  kind: string;
  note: Generated<string>;
  text: string;
  unit_id: number;
  valid_from: string;
  valid_to: string | null;
}

export interface OrganisationUnitCode {
  digits: string;
  id: Generated<number>;
  letters: string;
  source: Generated<string>;
  unit_id: number;
  valid_from: string;
  valid_to: string | null;
}

export interface OrganisationUnitName {
  en: string;
  id: Generated<number>;
  source: Generated<string>;
  th: string;
  unit_id: number;
  valid_from: string;
  valid_to: string | null;
}

export interface OrganisationUnitPlacement {
  id: Generated<number>;
  parent_id: number | null;
  path: number[];
  unit_id: number;
  valid_from: string;
  valid_to: string | null;
}

export interface OrganisationUnitSuccession {
  entered_at: Timestamp;
  from_day: string;
  id: Generated<number>;
  order_text: string;
  successor_id: number;
  unit_id: number;
  withdraw_reason: string | null;
  withdrawn_at: Timestamp | null;
}

export interface PerformanceAgreement {
  changed_at: Timestamp;
  content: Json;
  content_hash: string;
  executive_position_id: number;
  head_position_id: number;
  id: Generated<number>;
  proposed_at: Timestamp;
  proposed_by: number;
  proposed_by_name: string;
  return_reason: string | null;
  scorecard_id: number;
  state: Generated<string>;
  version: number;
}

export interface PerformanceAgreementReader {
  agreement_id: number;
  person_id: number;
  person_name: string;
  unit_id: number;
}

export interface PerformanceAgreementReading {
  agreement_id: number;
  at: Timestamp;
  person_id: number;
}

export interface PerformanceAgreementSignature {
  agreement_id: number;
  at: Timestamp;
  authority: Json;
  content_hash: string;
  person_id: number;
  person_name: string;
  position_title: string;
  role: string;
  signed_on: string;
}

export interface PerformanceBook {
  asked_at: Timestamp;
  asked_by: number;
  asked_by_name: string;
  cycle_id: number;
  file_hash: string | null;
  file_size: number | null;
  id: Generated<number>;
  made_at: Timestamp | null;
  missing: number | null;
  month: number;
  pages: number | null;
  state: Generated<string>;
  total: Numeric | null;
  why_failed: string | null;
}

export interface PerformanceCalendarDay {
  begins_on: string | null;
  certainty: Generated<string>;
  changed_at: Timestamp;
  changed_by: number;
  cycle_id: number;
  ends_on: string;
  id: Generated<number>;
  kind: string;
  month: number | null;
  note: Generated<string>;
  rev: Generated<number>;
  source: Generated<string>;
  title: string;
  withdrawn_at: Timestamp | null;
}

export interface PerformanceCannotDo {
  answer: string | null;
  answered_by: number | null;
  answered_by_name: string | null;
  answered_on: string | null;
  at: Timestamp;
  id: Generated<number>;
  indicator_id: number;
  person_id: number;
  person_name: string;
  reason: string;
  said_on: string;
  unit_id: number;
  what: string;
}

export interface PerformanceCascadeRule {
  changed_at: Timestamp;
  changed_by: number;
  indicator_id: number;
  rule: string;
}

export interface PerformanceChangeRequest {
  asked_on: string;
  at: Timestamp;
  before: Json;
  cut_off_on: string | null;
  cycle_id: number;
  decided_at: Timestamp | null;
  decided_on: string | null;
  decider_id: number | null;
  decider_name: string | null;
  decision: string | null;
  decision_reference: Generated<string>;
  evidence: Generated<string>;
  ground: string;
  id: Generated<number>;
  indicator_id: number;
  kind: string;
  late_reason: string | null;
  letter_id: number | null;
  letter_reference: Generated<string>;
  person_id: number;
  person_name: string;
  reason: string;
  rev: Generated<number>;
  round_id: number | null;
  state: Generated<string>;
  target_id: number | null;
  unit_id: number;
  wanted: Json;
}

export interface PerformanceContinuation {
  added_at: Timestamp;
  added_by: number;
  earlier_id: number;
  indicator_id: number;
  note: Generated<string>;
}

export interface PerformanceCountingAuthority {
  at: Timestamp;
  authority: string;
  decided_on: string;
  id: Generated<number>;
  indicator_id: number;
  person_id: number;
  person_name: string;
  reason: string;
  reference: Generated<string>;
}

export interface PerformanceCycle {
  changed_at: Timestamp;
  changed_by: number;
  closed_at: Timestamp | null;
  department_id: number;
  fiscal_year: number;
  framework_id: number;
  id: Generated<number>;
  keeper_unit_id: number;
  rev: Generated<number>;
  state: Generated<string>;
}

export interface PerformanceFormImport {
  applied: number | null;
  applied_at: Timestamp | null;
  cycle_id: number;
  file_name: string;
  id: Generated<number>;
  made_at: Timestamp;
  made_by: number;
  rows: Json;
}

export interface PerformanceFramework {
  agency: string;
  changed_at: Timestamp;
  changed_by: number;
  content: Json;
  edition: number;
  fiscal_year: number;
  id: Generated<number>;
  rev: Generated<number>;
  state: Generated<string>;
  used_at: Timestamp | null;
}

export interface PerformanceFrameworkEvent {
  at: Timestamp;
  framework_id: number;
  id: Generated<number>;
  kind: string;
  person_id: number;
  person_name: string;
  sections: Generated<string[]>;
}

export interface PerformanceIndicator {
  better: Generated<string>;
  cancel_reason: string | null;
  cancelled_on: string | null;
  changed_at: Timestamp;
  changed_by: number;
  component: string;
  cycle_id: number;
  editors: number[];
  id: Generated<number>;
  key: string;
  kind: Generated<string>;
  ladder: Json | null;
  measure_name: string | null;
  measuring: Generated<string>;
  name: string;
  parent_id: number | null;
  place: number;
  places: Generated<number>;
  rev: Generated<number>;
  state: Generated<string>;
  tags: Generated<string[]>;
  unit_of_measure: Generated<string>;
  weight: Numeric | null;
}

export interface PerformanceIndicatorForm {
  changed_at: Timestamp;
  changed_by: number;
  content: Json;
  indicator_id: number;
  rev: Generated<number>;
}

export interface PerformanceIndicatorFormVersion {
  at: Timestamp;
  content: Json;
  indicator_id: number;
  person_id: number;
  person_name: string;
  rev: number;
}

export interface PerformanceIndicatorLink {
  added_at: Timestamp;
  added_by: number;
  href: Generated<string>;
  id: Generated<number>;
  indicator_id: number;
  kind: string;
  record_id: number | null;
  record_type: string | null;
  removed_at: Timestamp | null;
  title: string;
}

export interface PerformanceIndicatorMeasuring {
  changed_at: Timestamp;
  changed_by: number;
  content: Json;
  indicator_id: number;
  rev: Generated<number>;
}

export interface PerformanceIndicatorUnit {
  indicator_id: number;
  role: string;
  unit_id: number;
}

export interface PerformanceMasterpiece {
  added_at: Timestamp;
  added_by: number;
  area: Generated<string>;
  clip_href: Generated<string>;
  id: Generated<number>;
  picture_href: Generated<string>;
  removed_at: Timestamp | null;
  scorecard_id: number;
  story: Generated<string>;
  title: string;
}

export interface PerformanceOpenQuestion {
  asked_on: string;
  at: Timestamp;
  changed_at: Timestamp;
  changed_by: number;
  chosen: number | null;
  cycle_id: number;
  decided_on: string | null;
  decider: string;
  decision: string | null;
  decision_reference: Generated<string>;
  detail: Generated<string>;
  id: Generated<number>;
  indicator_ids: Generated<number[]>;
  person_id: number;
  person_name: string;
  point_href: Generated<string>;
  question: string;
  rev: Generated<number>;
  state: Generated<string>;
}

export interface PerformancePmqaAnswer {
  assessment_id: number;
  changed_at: Timestamp;
  changed_by: number;
  changed_by_name: string;
  id: Generated<number>;
  item: string;
  rev: Generated<number>;
  texts: Json;
  ticks: Json;
}

export interface PerformancePmqaAssessment {
  changed_at: Timestamp;
  changed_by: number;
  closes_on: string;
  edition_id: number;
  editors: number[];
  fiscal_year: number;
  id: Generated<number>;
  keeper_unit_id: number;
  rev: Generated<number>;
  state: Generated<string>;
}

export interface PerformancePmqaAssessor {
  assessment_id: number;
  id: Generated<number>;
  named_at: Timestamp;
  named_by: number;
  person_id: number;
  person_name: string;
  released_at: Timestamp | null;
  remark: Generated<string>;
  submitted_at: Timestamp | null;
}

export interface PerformancePmqaAssessorAnswer {
  assessor_id: number;
  changed_at: Timestamp;
  item: string;
  remark: Generated<string>;
  results: Json | null;
  rev: Generated<number>;
  ticks: Json | null;
}

export interface PerformancePmqaEdition {
  changed_at: Timestamp;
  changed_by: number;
  content: Json;
  id: Generated<number>;
  key: string;
  rev: Generated<number>;
  state: Generated<string>;
  used_at: Timestamp | null;
}

export interface PerformancePmqaEditionImport {
  applied_at: Timestamp | null;
  base_id: number;
  content: Json | null;
  edition_id: number | null;
  file_name: string;
  id: Generated<number>;
  made_at: Timestamp;
  made_by: number;
  rows: Json;
}

export interface PerformancePmqaEvent {
  assessment_id: number;
  at: Timestamp;
  id: Generated<number>;
  kind: string;
  note: Generated<string>;
  person_id: number;
  person_name: string;
}

export interface PerformancePmqaFollowUp {
  at: Timestamp;
  id: Generated<number>;
  line_id: number;
  month: number;
  person_id: number;
  person_name: string;
  standing: string;
  text: string;
}

export interface PerformancePmqaOutcome {
  added_at: Timestamp;
  added_by: number;
  added_by_name: string;
  assessment_id: number | null;
  dated: string;
  fiscal_year: number;
  group_name: Generated<string>;
  id: Generated<number>;
  kind: string;
  shares: Generated<Json>;
  source: string;
  total: Numeric;
}

export interface PerformancePmqaPlanLine {
  assessment_id: number;
  changed_at: Timestamp;
  changed_by: number;
  done_on: string | null;
  due_on: string;
  id: Generated<number>;
  item: string;
  removed_at: Timestamp | null;
  rev: Generated<number>;
  unit_id: number;
  what: string;
}

export interface PerformancePmqaProfile {
  assessment_id: number;
  changed_at: Timestamp;
  changed_by: number;
  changed_by_name: string;
  rev: Generated<number>;
  section: string;
  text: string;
}

export interface PerformancePmqaResult {
  assessment_id: number;
  better: Generated<string>;
  changed_at: Timestamp;
  changed_by: number;
  changed_by_name: string;
  id: Generated<number>;
  item: string;
  kind: string;
  ladder: string | null;
  name: string;
  note: Generated<string>;
  removed_at: Timestamp | null;
  rev: Generated<number>;
  target: Numeric | null;
  unit_of_measure: Generated<string>;
  value: Numeric | null;
  value_before: Numeric | null;
  value_last: Numeric | null;
}

export interface PerformanceProject {
  budget: Numeric;
  changed_at: Timestamp;
  changed_by: number;
  cycle_id: number;
  id: Generated<number>;
  name: string;
  note: Generated<string>;
  rev: Generated<number>;
  source: Generated<string>;
  unit_id: number;
  withdrawn_at: Timestamp | null;
}

export interface PerformanceProjectIndicator {
  indicator_id: number;
  project_id: number;
}

export interface PerformanceQuestionAnswer {
  ladder: Json | null;
  place: number;
  question_id: number;
  said_by: Generated<string>;
  text: string;
  weight: Numeric | null;
}

export interface PerformanceReformReport {
  at: Timestamp;
  href: Generated<string>;
  id: Generated<number>;
  indicator_id: number;
  person_id: number;
  person_name: string;
  reference: Generated<string>;
  reported: string;
  sent_on: string;
  title: string;
  withdrawn_at: Timestamp | null;
  withdrawn_reason: string | null;
}

export interface PerformanceReportCard {
  changed_at: Timestamp;
  changed_by: number;
  content: Json;
  indicator_id: number;
  rev: Generated<number>;
  round_id: number;
}

export interface PerformanceReportCardVersion {
  at: Timestamp;
  content: Json;
  indicator_id: number;
  person_id: number;
  person_name: string;
  rev: number;
  round_id: number;
}

export interface PerformanceResult {
  as_of: Timestamp;
  at: Timestamp;
  denominator: Numeric | null;
  detail: Generated<Json>;
  id: Generated<number>;
  indicator_id: number;
  margin: Numeric | null;
  measure_name: string | null;
  note: Generated<string>;
  numerator: Numeric | null;
  person_id: number;
  person_name: string;
  round_id: number;
  source: string;
  value: Numeric | null;
}

export interface PerformanceResultImport {
  applied: number | null;
  applied_at: Timestamp | null;
  file_name: string;
  id: Generated<number>;
  made_at: Timestamp;
  made_by: number;
  round_id: number;
  rows: Json;
}

export interface PerformanceRisk {
  answer: Generated<string>;
  chance: number;
  changed_at: Timestamp;
  changed_by: number;
  effect: number;
  id: Generated<number>;
  indicator_id: number;
  owner_unit_id: number | null;
  rev: Generated<number>;
  risk: string;
  state: Generated<string>;
}

export interface PerformanceRound {
  closed_at: Timestamp | null;
  cycle_id: number;
  due_on: string;
  id: Generated<number>;
  kind: string;
  month: number | null;
  note: Generated<string>;
  opened_at: Timestamp;
  opened_by: number;
  rev: Generated<number>;
}

export interface PerformanceScenario {
  at: Timestamp;
  changed_at: Timestamp;
  cycle_id: number;
  id: Generated<number>;
  name: string;
  person_id: number;
  person_name: string;
  removed_at: Timestamp | null;
  rev: Generated<number>;
  unit_id: number;
  values: Json;
}

export interface PerformanceScorecard {
  changed_at: Timestamp;
  changed_by: number;
  cycle_id: number;
  editors: number[];
  executive_position_id: number | null;
  id: Generated<number>;
  places: Generated<number>;
  rev: Generated<number>;
  unit_id: number;
  weight_sum: Generated<number>;
}

export interface PerformanceScorecardLine {
  better: Generated<string>;
  cannot_by: string | null;
  cannot_on: string | null;
  cannot_reason: string | null;
  changed_at: Timestamp;
  changed_by: number;
  contribution: Numeric | null;
  id: Generated<number>;
  indicator_id: number | null;
  indicator_key: string | null;
  kind: string;
  ladder: Json;
  measure_name: string | null;
  place: number;
  removed_at: Timestamp | null;
  rev: Generated<number>;
  scorecard_id: number;
  title: string;
  topic: string | null;
  unit_of_measure: Generated<string>;
  weight: Numeric;
}

export interface PerformanceScorecardResult {
  as_of: Timestamp;
  at: Timestamp;
  evidence: Generated<string>;
  id: Generated<number>;
  line_id: number;
  measure_name: string | null;
  month: number;
  person_id: number;
  person_name: string;
  source: string;
  value: Numeric | null;
}

export interface PerformanceScoreSnapshot {
  at: Timestamp;
  content: Json;
  cycle_id: number;
  fiscal_year: number;
  hash: string;
  id: Generated<number>;
  kind: string;
  month: number;
  person_id: number;
  person_name: string;
  publish_note: Generated<string>;
  published_at: Timestamp | null;
  published_by: number | null;
  reason: string;
  round_id: number | null;
}

export interface PerformanceStatedResult {
  best: Numeric | null;
  component: string | null;
  fiscal_year: number;
  grade: Generated<string>;
  id: Generated<number>;
  kind: string;
  removed_at: Timestamp | null;
  score: Numeric | null;
  source: string;
  stated_at: Timestamp;
  stated_by: number;
  subject: Generated<string>;
  words: Generated<string>;
}

export interface PerformanceStatement {
  changed_at: Timestamp;
  changed_by: number;
  component: string;
  cycle_id: number;
  tag: string;
  text: string;
}

export interface PerformanceStep {
  by_whom: Generated<string>;
  changed_at: Timestamp;
  changed_by: number;
  done_on: string | null;
  from_month: number | null;
  id: Generated<number>;
  indicator_id: number;
  note: Generated<string>;
  place: number;
  planned_on: string | null;
  proof: Generated<string>;
  reference: Generated<string>;
  removed_at: Timestamp | null;
  rev: Generated<number>;
  state: Generated<string>;
  title: string;
  to_month: number | null;
  weight: Numeric | null;
}

export interface PerformanceStepEvent {
  at: Timestamp;
  detail: Generated<Json>;
  id: Generated<number>;
  kind: string;
  note: Generated<string>;
  person_id: number;
  person_name: string;
  step_id: number;
}

export interface PerformanceSubmission {
  changed_at: Timestamp;
  id: Generated<number>;
  indicator_id: number;
  rev: Generated<number>;
  round_id: number;
  state: Generated<string>;
}

export interface PerformanceSubmissionEvent {
  at: Timestamp;
  id: Generated<number>;
  kind: string;
  note: Generated<string>;
  person_id: number;
  person_name: string;
  submission_id: number;
}

export interface PerformanceTarget {
  at: Timestamp;
  authority: string;
  decided_on: string;
  id: Generated<number>;
  indicator_id: number;
  ladder: Json | null;
  letter_id: number | null;
  person_id: number;
  person_name: string;
  reason: Generated<string>;
  reference: Generated<string>;
  stage: string;
  weight: Numeric | null;
  weight_ground: string | null;
  year_said: number | null;
}

export interface PerformanceYearPlan {
  changed_at: Timestamp;
  changed_by: number;
  fiscal_year: number;
  indicator_id: number;
  phase: string;
  rev: Generated<number>;
  text: string;
}

export interface PlatformAccessLog {
  actor_id: number;
  actor_kind: string;
  actor_name: string;
  at: Timestamp;
  id: Generated<number>;
  recorded_at: Generated<Timestamp>;
  request_id: string | null;
  secrecy: string | null;
  subject_id: number;
  subject_type: string;
}

export interface PlatformAudit {
  action: string;
  actor_id: number;
  actor_kind: string;
  actor_name: string;
  at: Timestamp;
  authority: Generated<Json>;
  detail: Generated<Json>;
  id: Generated<number>;
  recorded_at: Generated<Timestamp>;
  request_id: string | null;
  subject_id: number | null;
  subject_type: string;
  txid: Generated<string>;
  unit_id: number | null;
}

export interface PlatformAuditSeal {
  batch: number;
  form: number;
  from_txid: string;
  hash: Buffer;
  key_id: string;
  previous_hash: Buffer;
  row_count: number;
  row_marks: Buffer;
  rows_hash: Buffer;
  sealed_at: Timestamp;
  signature: Buffer;
  to_txid: string;
}

export interface PlatformBackup {
  cause: string;
  damaged: number | null;
  drill_ok: boolean | null;
  drill_words: Json | null;
  drilled_at: Timestamp | null;
  error: Json | null;
  file: string;
  files: number | null;
  finished_at: Timestamp | null;
  id: Generated<number>;
  kind: string;
  removed_at: Timestamp | null;
  row_count: number | null;
  sha256: string | null;
  size: number | null;
  started_at: Generated<Timestamp>;
  state: Generated<string>;
  tables: number | null;
  told: Generated<boolean>;
}

export interface PlatformDiscardedJob {
  attempts: number;
  created_at: Timestamp;
  discarded_at: Generated<Timestamp>;
  discarded_by: number;
  id: number;
  last_error: string | null;
  payload: Json;
  reason: string;
  task: string;
}

export interface PlatformEvidence {
  added_at: Generated<Timestamp>;
  added_by: number;
  content_hash: string;
  dated: string;
  for_id: number;
  for_type: string;
  id: Generated<number>;
  note: Generated<string>;
  of_id: number;
  of_type: string;
  readers: number[];
  title: string;
  withdrawn_at: Timestamp | null;
  withdrawn_by: number | null;
  withdrawn_reason: string | null;
}

export interface PlatformFile {
  created_at: Generated<Timestamp>;
  facts: Generated<Json>;
  hash: string;
  id: Generated<number>;
  media_type: string;
  name: string;
  readers: Generated<number[]>;
  size: number;
  taken_at: Timestamp | null;
  unit_id: number | null;
  uploaded_by: number;
}

export interface PlatformFormRescue {
  at: Generated<Timestamp>;
  body: Buffer;
  path: string;
  token_hash: Buffer;
}

export interface PlatformIdempotency {
  action: string;
  actor_id: number;
  answer: Json;
  at: Generated<Timestamp>;
  body_hash: Buffer;
  key: string;
}

export interface PlatformLineCode {
  code: string;
  expires_at: Timestamp;
  person_id: number;
  used_at: Timestamp | null;
}

export interface PlatformLineEvent {
  at: Generated<Timestamp>;
  id: string;
}

export interface PlatformLineLink {
  line_user_id: string;
  linked_at: Generated<Timestamp>;
  person_id: number;
}

export interface PlatformLineMessage {
  attempts: Generated<number>;
  body: string;
  created_at: Generated<Timestamp>;
  id: string;
  last_error: string | null;
  line_user_id: string;
  person_id: number;
  request_id: string | null;
  sent_at: Timestamp | null;
  state: Generated<string>;
}

export interface PlatformMail {
  attempts: Generated<number>;
  body: string;
  created_at: Generated<Timestamp>;
  html: string | null;
  id: string;
  last_error: string | null;
  message_id: string;
  response: string | null;
  sent_at: Timestamp | null;
  state: Generated<string>;
  subject: string;
  to_address: string;
}

export interface PlatformNotification {
  created_at: Generated<Timestamp>;
  href: string;
  id: Generated<number>;
  kind: Generated<string>;
  person_id: number;
  read_at: Timestamp | null;
  secret: Generated<boolean>;
  urgency: string | null;
  words: Json;
}

export interface PlatformNotificationChoice {
  changed_at: Generated<Timestamp>;
  digest: string;
  digest_at: string;
  digest_weekday: number;
  most_urgent_passes: boolean;
  person_id: number;
  quiet: boolean;
  quiet_from: string;
  quiet_to: string;
  working_days: boolean;
}

export interface PlatformNotificationDelivery {
  channel: string;
  made_at: Generated<Timestamp>;
  notification_id: number;
  person_id: number;
  state: string;
}

export interface PlatformNotificationDigest {
  day: string;
  made_at: Generated<Timestamp>;
  news: number;
  person_id: number;
  sent: boolean;
  waiting: number;
}

export interface PlatformNotificationRoute {
  channel: string;
  how: string;
  kind: string;
  person_id: number;
}

export interface PlatformProgramNeeds {
  migration: string;
  since: Generated<Timestamp>;
  why_en: string;
  why_th: string;
}

export interface PlatformSearchDocument {
  body: string;
  day: string | null;
  doc_id: number;
  folded: string;
  grams: number[] | null;
  href: string;
  id: Generated<number>;
  indexed_at: Generated<Timestamp>;
  readers: number[];
  reference: string | null;
  reference_folded: string | null;
  title: string;
  title_folded: string;
  type: string;
  unit_id: number | null;
  words: number[] | null;
}

export interface PlatformSearchGramCount {
  gram: number;
  share: number;
}

export interface PlatformSearchRenewal {
  after_id: Generated<number>;
  asked_by_name: Generated<string>;
  done: Generated<number>;
  finished_at: Timestamp | null;
  id: Generated<number>;
  started_at: Generated<Timestamp>;
  total: Generated<number>;
  words: string[] | null;
}

export interface PlatformSearchTerm {
  changed_at: Generated<Timestamp>;
  changed_by: Generated<number>;
  changed_by_name: Generated<string>;
  id: Generated<number>;
  kind: string;
  note: Generated<string>;
  removed_at: Timestamp | null;
  words: string[];
}

export interface PlatformSearchWordCount {
  docs: number;
  word: number;
}

export interface PlatformSetting {
  changed_at: Generated<Timestamp>;
  changed_by: Generated<number>;
  name: string;
  value: Json;
}

export interface PlatformTimer {
  cancelled_at: Timestamp | null;
  /**
   * Set for timers that come back every legal day at this Bangkok time.
   */
  daily_at: string | null;
  due_at: Timestamp;
  fired_at: Timestamp | null;
  id: Generated<number>;
  job: string;
  key: string | null;
  payload: Json;
}

export interface PlatformWebhook {
  acts: string[];
  created_at: Generated<Timestamp>;
  created_by: number;
  gone_at: Timestamp | null;
  id: Generated<number>;
  name: string;
  old_secret: string | null;
  old_until: Timestamp | null;
  paused_at: Timestamp | null;
  removed_at: Timestamp | null;
  secret: string;
  seen_by: number;
  seen_until: Timestamp;
  url: string;
}

export interface PlatformWebhookDelivery {
  answer: number | null;
  attempts: Generated<number>;
  event_id: string;
  id: Generated<number>;
  last_error: string | null;
  state: Generated<string>;
  tried_at: Timestamp | null;
  webhook_id: number;
}

export interface PlatformWebhookEvent {
  act: string;
  at: Timestamp;
  id: Generated<string>;
  made_at: Generated<Timestamp>;
  subject_id: number | null;
  subject_type: string;
}

export interface PlatformWorker {
  host: string;
  id: string;
  seen_at: Generated<Timestamp>;
  started_at: Generated<Timestamp>;
}

export interface DB {
  "assignments.committee_meeting": AssignmentsCommitteeMeeting;
  "assignments.task": AssignmentsTask;
  "assignments.task_event": AssignmentsTaskEvent;
  "assignments.task_party": AssignmentsTaskParty;
  "correspondence.chain_step": CorrespondenceChainStep;
  "correspondence.counter": CorrespondenceCounter;
  "correspondence.draft_comment": CorrespondenceDraftComment;
  "correspondence.draft_share": CorrespondenceDraftShare;
  "correspondence.draft_version": CorrespondenceDraftVersion;
  "correspondence.enclosure_text": CorrespondenceEnclosureText;
  "correspondence.handed_on": CorrespondenceHandedOn;
  "correspondence.incoming_counter": CorrespondenceIncomingCounter;
  "correspondence.incoming_start": CorrespondenceIncomingStart;
  "correspondence.letter": CorrespondenceLetter;
  "correspondence.letter_addressee": CorrespondenceLetterAddressee;
  "correspondence.letter_body": CorrespondenceLetterBody;
  "correspondence.letter_dispatch": CorrespondenceLetterDispatch;
  "correspondence.letter_recipient": CorrespondenceLetterRecipient;
  "correspondence.letter_template": CorrespondenceLetterTemplate;
  "correspondence.misspelling": CorrespondenceMisspelling;
  "correspondence.order_effect": CorrespondenceOrderEffect;
  "correspondence.received_assignment": CorrespondenceReceivedAssignment;
  "correspondence.received_file": CorrespondenceReceivedFile;
  "correspondence.received_letter": CorrespondenceReceivedLetter;
  "correspondence.received_reply": CorrespondenceReceivedReply;
  "correspondence.recipient_group": CorrespondenceRecipientGroup;
  "correspondence.recipient_group_member": CorrespondenceRecipientGroupMember;
  "correspondence.register_entry": CorrespondenceRegisterEntry;
  "correspondence.register_export": CorrespondenceRegisterExport;
  "correspondence.register_import": CorrespondenceRegisterImport;
  "correspondence.register_import_row": CorrespondenceRegisterImportRow;
  "correspondence.salutation": CorrespondenceSalutation;
  "correspondence.series_start": CorrespondenceSeriesStart;
  "correspondence.unit_setting": CorrespondenceUnitSetting;
  "meetings.agenda_item": MeetingsAgendaItem;
  "meetings.agenda_paper": MeetingsAgendaPaper;
  "meetings.answer_draft": MeetingsAnswerDraft;
  "meetings.assignment_task": MeetingsAssignmentTask;
  "meetings.attendance": MeetingsAttendance;
  "meetings.circulation": MeetingsCirculation;
  "meetings.circulation_answer": MeetingsCirculationAnswer;
  "meetings.consultation": MeetingsConsultation;
  "meetings.invitation": MeetingsInvitation;
  "meetings.meeting": MeetingsMeeting;
  "meetings.meeting_change": MeetingsMeetingChange;
  "meetings.minutes": MeetingsMinutes;
  "meetings.minutes_revision": MeetingsMinutesRevision;
  "meetings.minutes_version": MeetingsMinutesVersion;
  "meetings.open_point": MeetingsOpenPoint;
  "meetings.resolution": MeetingsResolution;
  "meetings.series": MeetingsSeries;
  "meetings.signature_undone": MeetingsSignatureUndone;
  "meetings.suggestion": MeetingsSuggestion;
  "organisation.account": OrganisationAccount;
  "organisation.acting": OrganisationActing;
  "organisation.api_token": OrganisationApiToken;
  "organisation.ceremony_used": OrganisationCeremonyUsed;
  "organisation.committee": OrganisationCommittee;
  "organisation.committee_member": OrganisationCommitteeMember;
  "organisation.factor_removal": OrganisationFactorRemoval;
  "organisation.holding": OrganisationHolding;
  "organisation.identity": OrganisationIdentity;
  "organisation.identity_provider": OrganisationIdentityProvider;
  "organisation.known_browser": OrganisationKnownBrowser;
  "organisation.national_id": OrganisationNationalId;
  "organisation.office_day": OrganisationOfficeDay;
  "organisation.office_hours": OrganisationOfficeHours;
  "organisation.passkey": OrganisationPasskey;
  "organisation.password_reset": OrganisationPasswordReset;
  "organisation.person": OrganisationPerson;
  "organisation.position": OrganisationPosition;
  "organisation.preference": OrganisationPreference;
  "organisation.recovery_code": OrganisationRecoveryCode;
  "organisation.role_grant": OrganisationRoleGrant;
  "organisation.role_permission": OrganisationRolePermission;
  "organisation.session": OrganisationSession;
  "organisation.sign_in_attempt": OrganisationSignInAttempt;
  "organisation.sign_in_history": OrganisationSignInHistory;
  "organisation.sign_in_step": OrganisationSignInStep;
  "organisation.table_import": OrganisationTableImport;
  "organisation.table_import_row": OrganisationTableImportRow;
  "organisation.totp": OrganisationTotp;
  "organisation.unit": OrganisationUnit;
  "organisation.unit_abbreviation": OrganisationUnitAbbreviation;
  "organisation.unit_code": OrganisationUnitCode;
  "organisation.unit_name": OrganisationUnitName;
  "organisation.unit_placement": OrganisationUnitPlacement;
  "organisation.unit_succession": OrganisationUnitSuccession;
  "performance.agreement": PerformanceAgreement;
  "performance.agreement_reader": PerformanceAgreementReader;
  "performance.agreement_reading": PerformanceAgreementReading;
  "performance.agreement_signature": PerformanceAgreementSignature;
  "performance.book": PerformanceBook;
  "performance.calendar_day": PerformanceCalendarDay;
  "performance.cannot_do": PerformanceCannotDo;
  "performance.cascade_rule": PerformanceCascadeRule;
  "performance.change_request": PerformanceChangeRequest;
  "performance.continuation": PerformanceContinuation;
  "performance.counting_authority": PerformanceCountingAuthority;
  "performance.cycle": PerformanceCycle;
  "performance.form_import": PerformanceFormImport;
  "performance.framework": PerformanceFramework;
  "performance.framework_event": PerformanceFrameworkEvent;
  "performance.indicator": PerformanceIndicator;
  "performance.indicator_form": PerformanceIndicatorForm;
  "performance.indicator_form_version": PerformanceIndicatorFormVersion;
  "performance.indicator_link": PerformanceIndicatorLink;
  "performance.indicator_measuring": PerformanceIndicatorMeasuring;
  "performance.indicator_unit": PerformanceIndicatorUnit;
  "performance.masterpiece": PerformanceMasterpiece;
  "performance.open_question": PerformanceOpenQuestion;
  "performance.pmqa_answer": PerformancePmqaAnswer;
  "performance.pmqa_assessment": PerformancePmqaAssessment;
  "performance.pmqa_assessor": PerformancePmqaAssessor;
  "performance.pmqa_assessor_answer": PerformancePmqaAssessorAnswer;
  "performance.pmqa_edition": PerformancePmqaEdition;
  "performance.pmqa_edition_import": PerformancePmqaEditionImport;
  "performance.pmqa_event": PerformancePmqaEvent;
  "performance.pmqa_follow_up": PerformancePmqaFollowUp;
  "performance.pmqa_outcome": PerformancePmqaOutcome;
  "performance.pmqa_plan_line": PerformancePmqaPlanLine;
  "performance.pmqa_profile": PerformancePmqaProfile;
  "performance.pmqa_result": PerformancePmqaResult;
  "performance.project": PerformanceProject;
  "performance.project_indicator": PerformanceProjectIndicator;
  "performance.question_answer": PerformanceQuestionAnswer;
  "performance.reform_report": PerformanceReformReport;
  "performance.report_card": PerformanceReportCard;
  "performance.report_card_version": PerformanceReportCardVersion;
  "performance.result": PerformanceResult;
  "performance.result_import": PerformanceResultImport;
  "performance.risk": PerformanceRisk;
  "performance.round": PerformanceRound;
  "performance.scenario": PerformanceScenario;
  "performance.score_snapshot": PerformanceScoreSnapshot;
  "performance.scorecard": PerformanceScorecard;
  "performance.scorecard_line": PerformanceScorecardLine;
  "performance.scorecard_result": PerformanceScorecardResult;
  "performance.stated_result": PerformanceStatedResult;
  "performance.statement": PerformanceStatement;
  "performance.step": PerformanceStep;
  "performance.step_event": PerformanceStepEvent;
  "performance.submission": PerformanceSubmission;
  "performance.submission_event": PerformanceSubmissionEvent;
  "performance.target": PerformanceTarget;
  "performance.year_plan": PerformanceYearPlan;
  "platform.access_log": PlatformAccessLog;
  "platform.audit": PlatformAudit;
  "platform.audit_seal": PlatformAuditSeal;
  "platform.backup": PlatformBackup;
  "platform.discarded_job": PlatformDiscardedJob;
  "platform.evidence": PlatformEvidence;
  "platform.file": PlatformFile;
  "platform.form_rescue": PlatformFormRescue;
  "platform.idempotency": PlatformIdempotency;
  "platform.line_code": PlatformLineCode;
  "platform.line_event": PlatformLineEvent;
  "platform.line_link": PlatformLineLink;
  "platform.line_message": PlatformLineMessage;
  "platform.mail": PlatformMail;
  "platform.notification": PlatformNotification;
  "platform.notification_choice": PlatformNotificationChoice;
  "platform.notification_delivery": PlatformNotificationDelivery;
  "platform.notification_digest": PlatformNotificationDigest;
  "platform.notification_route": PlatformNotificationRoute;
  "platform.program_needs": PlatformProgramNeeds;
  "platform.search_document": PlatformSearchDocument;
  "platform.search_gram_count": PlatformSearchGramCount;
  "platform.search_renewal": PlatformSearchRenewal;
  "platform.search_term": PlatformSearchTerm;
  "platform.search_word_count": PlatformSearchWordCount;
  "platform.setting": PlatformSetting;
  "platform.timer": PlatformTimer;
  "platform.webhook": PlatformWebhook;
  "platform.webhook_delivery": PlatformWebhookDelivery;
  "platform.webhook_event": PlatformWebhookEvent;
  "platform.worker": PlatformWorker;
}
