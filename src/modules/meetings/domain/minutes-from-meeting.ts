// Minutes as they begin: header from the plan, attendance from the list, one item for each matter of the agenda.
import type { AgendaItem, AgendaSection, MinutesDocument, SectionKind, Signature } from './minutes-document.ts';

export interface MeetingFacts {
  readonly title: string;
  readonly committeeName: string;
  readonly number: number;
  readonly yearBe: number;
  readonly fiscalYear: number | null;
  readonly heldOn: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly actualStartsAt: string | null;
  readonly actualEndsAt: string | null;
  /** As printed after ณ. */
  readonly place: string;
  /** As printed: "ครั้งที่ ๑/๒๕๖๓". */
  readonly reference: string;
}

export interface AgendaFacts {
  readonly sections: readonly SectionKind[];
  /** In their order. */
  readonly items: readonly { readonly id: number; readonly section: SectionKind; readonly title: string }[];
}

export interface AttendanceFacts {
  readonly id: number;
  readonly kind: 'member' | 'representative' | 'acting' | 'participant' | 'absent';
  readonly personId: number | null;
  readonly name: string;
  readonly position: string;
  readonly role: string;
  readonly unit: string;
  readonly actingFor: string | null;
  readonly memberPartyId: number | null;
  readonly reason: string;
}

/** Id of the item of the minutes that belongs to a matter of the agenda. */
export const agendaItemKey = (agendaItemId: number): string => `item-${agendaItemId}`;
const bareItemKey = (section: SectionKind): string => `item-${section}`;

export const captions = { drafter: 'ผู้จดรายงานการประชุม', checker: 'ผู้ตรวจรายงานการประชุม' } as const;

/** The first version: everything but what was said. */
export function minutesFrom(meeting: MeetingFacts, agenda: AgendaFacts, attendance: readonly AttendanceFacts[], signatures: { drafter: Signature; checker: Signature }): MinutesDocument {
  const bare: MinutesDocument = { header: header(meeting), attendance: { members: [], participants: [], absent: [] }, sections: [], signatures };
  return withAttendance(withAgenda(bare, agenda), attendance);
}

function header(meeting: MeetingFacts): MinutesDocument['header'] {
  return {
    titleLines: [meeting.title, meeting.reference], committeeName: meeting.committeeName, number: meeting.number, year: meeting.yearBe, date: meeting.heldOn,
    plannedStart: meeting.startsAt, plannedEnd: meeting.endsAt, actualStart: meeting.actualStartsAt ?? meeting.startsAt, actualEnd: meeting.actualEndsAt ?? meeting.endsAt,
    place: meeting.place, ...(meeting.fiscalYear === null ? {} : { fiscalYear: meeting.fiscalYear }),
  };
}

/** Times as they were; the rest of the header is the writer's. */
export function withTimes(document: MinutesDocument, times: { actualStart: string; actualEnd: string | null }): MinutesDocument {
  return { ...document, header: { ...document.header, actualStart: times.actualStart, actualEnd: times.actualEnd ?? document.header.actualEnd } };
}

/**
 * Sections and items as the agenda has them now. What was written stays with its item; an item that left the agenda
 * stays while it has lines. `retitled` is the agenda item whose title was just changed; other titles are the writer's.
 */
export function withAgenda(document: MinutesDocument, agenda: AgendaFacts, retitled?: number): MinutesDocument {
  const written = new Map(document.sections.flatMap((section) => section.items.map((item) => [item.id, item] as const)));
  const placed = new Set<string>();
  const sections = agenda.sections.map((kind): AgendaSection => {
    const before = document.sections.find((section) => section.kind === kind);
    const items = agenda.items.filter((item) => item.section === kind).map((item): AgendaItem => {
      const key = agendaItemKey(item.id);
      placed.add(key);
      const old = written.get(key);
      if (!old) return { id: key, title: item.title, lines: [] };
      return item.id === retitled ? { ...old, title: item.title } : old;
    });
    const rest = (before?.items ?? []).filter((item) => !placed.has(item.id) && !agenda.items.some((one) => agendaItemKey(one.id) === item.id) && item.lines.length > 0);
    const all = [...items, ...rest];
    return { id: before?.id ?? `section-${kind}`, kind, items: all.length > 0 ? all : [written.get(bareItemKey(kind)) ?? { id: bareItemKey(kind), title: '', lines: [] }] };
  });
  const kept = document.sections.filter((section) => !agenda.sections.includes(section.kind) && section.items.some((item) => item.lines.length > 0));
  return { ...document, sections: [...sections, ...kept] };
}

const standsFor = { representative: 'ผู้แทน', acting: 'รักษาราชการแทน' } as const;

/** The three lists as they were recorded. */
export function withAttendance(document: MinutesDocument, rows: readonly AttendanceFacts[]): MinutesDocument {
  const party = (row: AttendanceFacts) => (row.personId === null ? {} : { partyId: String(row.personId) });
  const id = (row: AttendanceFacts) => `present-${row.personId ?? row.memberPartyId ?? `x${row.id}`}`;
  return {
    ...document,
    attendance: {
      members: rows.flatMap((row) => {
        if (row.kind === 'participant' || row.kind === 'absent') return [];
        const position = row.kind === 'member' ? row.position : `${standsFor[row.kind]}${row.actingFor ?? row.position}`;
        return [{ id: id(row), personName: row.name, position, role: row.role, kind: row.kind, unit: row.unit, ...(row.kind === 'member' || row.actingFor === null ? {} : { actingFor: row.actingFor }), ...party(row) }];
      }),
      participants: rows.filter((row) => row.kind === 'participant').map((row) => ({ id: id(row), personName: row.name, position: row.position, unit: row.unit, ...party(row) })),
      absent: rows.filter((row) => row.kind === 'absent').map((row) => ({ id: `absent-${row.memberPartyId ?? row.id}`, personName: row.name, position: row.position, unit: row.unit, role: row.role, reason: row.reason, ...party(row) })),
    },
  };
}
