// The minutes of a meeting as data: one schema, one type. Nothing here reads or writes anything.
//
// Every text that a person can correct is addressed by (id, field); see minutes-text.ts.
// Ids are given by the caller and stay the same from version to version, so that two versions
// can be compared line by line and a suggestion finds its line again.
import { z } from 'zod';

const isoDate = z.iso.date();
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, 'HH:MM');
const id = z.string().min(1);
const text = z.string();

/** A Buddhist-era year that can stand in minutes (2475 is the first with a parliament; 2743 = 2200 CE). */
const buddhistYear = z.int().min(2475).max(2743);

/**
 * Kinds of agenda sections. Five come from the annex of the regulation on official correspondence
 * (แจ้งให้ทราบ, รับรองรายงาน, สืบเนื่อง, พิจารณา, อื่น ๆ); `for-information` is in daily use beside them.
 */
export const sectionKinds = [
  'chair-informs',
  'adopt-previous',
  'matters-arising',
  'for-information',
  'for-consideration',
  'other',
] as const;
export type SectionKind = (typeof sectionKinds)[number];

/** Printed title of each section kind. */
export const sectionTitles: Readonly<Record<SectionKind, string>> = {
  'chair-informs': 'เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ',
  'adopt-previous': 'เรื่องรับรองรายงานการประชุม',
  'matters-arising': 'เรื่องสืบเนื่อง',
  'for-information': 'เรื่องเพื่อทราบ',
  'for-consideration': 'เรื่องเพื่อพิจารณา',
  other: 'เรื่องอื่น ๆ',
};

/** What a resolution decides. One resolution may do several things at once. */
export const resolutionKinds = [
  'acknowledge',
  'agree',
  'approve',
  'adopt',
  'assign',
  'postpone',
  'reject',
  'other',
] as const;
export type ResolutionKind = (typeof resolutionKinds)[number];

/** Printed word of each resolution kind; `other` prints nothing of its own. */
export const resolutionWords: Readonly<Record<ResolutionKind, string>> = {
  acknowledge: 'รับทราบ',
  agree: 'เห็นชอบ',
  approve: 'อนุมัติ',
  adopt: 'รับรอง',
  assign: 'มอบหมาย',
  postpone: 'เลื่อนการพิจารณา',
  reject: 'ไม่เห็นชอบ',
  other: '',
};

/** A unit, person or position as written, tied to the organisation when the writer picked it from the list. */
export const partyRefSchema = z.object({ text: z.string().min(1), partyId: id.optional() });
export type PartyRef = z.infer<typeof partyRefSchema>;

/**
 * When an assignment falls due: on a day, on an event ("the committee's next meeting"), or not fixed.
 * `date.from` marks the first day when the minutes give a span (a month).
 */
export const dueSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('date'), date: isoDate, from: isoDate.optional() }),
  z.object({ kind: z.literal('event'), event: z.string().min(1) }),
  z.object({ kind: z.literal('none') }),
]);
export type Due = z.infer<typeof dueSchema>;

export const assignmentSchema = z.object({
  id,
  owners: z.array(partyRefSchema),
  task: z.string().min(1),
  due: dueSchema,
  supportUnits: z.array(partyRefSchema).default([]),
  /** What will show that it was done, in words. */
  evidence: z.string().optional(),
});
export type Assignment = z.infer<typeof assignmentSchema>;

/** Who speaks, as printed: any of name (นางสาวก.ฯ), position (ผอ.xxx.) and unit abbreviation. */
export const speakerSchema = z.object({
  name: z.string().optional(),
  position: z.string().optional(),
  unit: z.string().optional(),
  partyId: id.optional(),
});
export type Speaker = z.infer<typeof speakerSchema>;

export const lineSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('statement'), id, speaker: speakerSchema.optional(), text }),
  z.object({ kind: z.literal('heading'), id, text }),
  z.object({
    kind: z.literal('list-item'),
    id,
    level: z.int().min(1).max(4),
    /** Printed label such as "๑." or "ขั้นที่ ๑"; left out for a dash. */
    label: z.string().optional(),
    text,
  }),
  z.object({ kind: z.literal('table'), id, columns: z.array(text).min(1), rows: z.array(z.array(text)) }),
  z.object({
    kind: z.literal('resolution'),
    id,
    resolutions: z.array(z.enum(resolutionKinds)).min(1),
    label: z.string().optional(),
    text,
    assignments: z.array(assignmentSchema).default([]),
  }),
  /** A question that got no decision and must stay visible. */
  z.object({ kind: z.literal('open-point'), id, text }),
]);
export type MinutesLine = z.infer<typeof lineSchema>;
export type LineKind = MinutesLine['kind'];
export type ResolutionLine = Extract<MinutesLine, { kind: 'resolution' }>;
export type TableLine = Extract<MinutesLine, { kind: 'table' }>;

export const agendaItemSchema = z.object({
  id,
  /** Empty: the lines stand directly under the section, and the item takes no number. */
  title: text,
  lines: z.array(lineSchema),
});
export type AgendaItem = z.infer<typeof agendaItemSchema>;

export const agendaSectionSchema = z.object({ id, kind: z.enum(sectionKinds), items: z.array(agendaItemSchema) });
export type AgendaSection = z.infer<typeof agendaSectionSchema>;

export const attendanceKinds = ['member', 'representative', 'acting'] as const;
export type AttendanceKind = (typeof attendanceKinds)[number];

export const memberSchema = z.object({
  id,
  personName: z.string().min(1),
  /** As printed: "ผู้แทนผู้อำนวยการกองคลัง" when `kind` is representative. */
  position: text,
  /** Role in the committee: "ประธาน", "คณะทำงาน", "คณะทำงานและเลขานุการ". */
  role: text,
  kind: z.enum(attendanceKinds),
  unit: text,
  /** The post that a representative or acting person stands for. */
  actingFor: z.string().optional(),
  partyId: id.optional(),
});
export type Member = z.infer<typeof memberSchema>;

export const participantSchema = z.object({
  id,
  personName: z.string().min(1),
  position: text,
  unit: text,
  partyId: id.optional(),
});
export type Participant = z.infer<typeof participantSchema>;

export const absentSchema = participantSchema.extend({ role: text, reason: text });
export type Absent = z.infer<typeof absentSchema>;

export const signatureSchema = z.object({
  /** As written over the dotted line, when it differs from the printed name. */
  signedAs: z.string().optional(),
  personName: z.string().min(1),
  position: text,
  /** "ผู้จดรายงานการประชุม" / "ผู้ตรวจรายงานการประชุม". */
  caption: text,
  partyId: id.optional(),
});
export type Signature = z.infer<typeof signatureSchema>;

export const headerSchema = z.object({
  /** The lines under "รายงานการประชุม": name of the meeting, fiscal year, number. */
  titleLines: z.array(z.string().min(1)).min(1),
  committeeName: z.string().min(1),
  /** Meeting number within the year: ครั้งที่ number/year. */
  number: z.int().positive(),
  year: buddhistYear,
  date: isoDate,
  plannedStart: clockTime,
  plannedEnd: clockTime,
  actualStart: clockTime,
  actualEnd: clockTime,
  place: z.string().min(1),
  fiscalYear: buddhistYear.optional(),
});
export type MinutesHeader = z.infer<typeof headerSchema>;

/** The memo and the reply form that go out with the minutes; checked together with them. */
export const coveringSchema = z.object({
  subject: text,
  addressees: z.array(text),
  replyReference: text,
  sentOn: isoDate.optional(),
  answerBy: isoDate.optional(),
});
export type Covering = z.infer<typeof coveringSchema>;

export const minutesDocumentSchema = z.object({
  header: headerSchema,
  attendance: z.object({
    members: z.array(memberSchema),
    participants: z.array(participantSchema),
    absent: z.array(absentSchema),
  }),
  sections: z.array(agendaSectionSchema),
  signatures: z.object({ drafter: signatureSchema, checker: signatureSchema }),
  covering: coveringSchema.optional(),
});

/** A whole set of minutes. Dates are ISO (CE), years Buddhist era, times 'HH:MM' in Asia/Bangkok. */
export type MinutesDocument = z.infer<typeof minutesDocumentSchema>;
