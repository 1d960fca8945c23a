// The demo's draft: meeting 1/2563 of the working group on indicators (order 1353/2563), told in our
// own words with the facts of the day. It carries the slips that real drafts carry, on purpose;
// inconsistencies.ts lists them. The people are invented.
import { castMembers, castParticipants, fullName } from '../../organisation/demo/cast.ts';
import type { CastPerson } from '../../organisation/demo/cast.ts';
import type { Member, MinutesDocument, Participant } from '../domain/minutes-document.ts';
import { agendaOne, agendaTwo } from './draft-agenda-1-2.ts';
import { agendaThree } from './draft-agenda-3.ts';
import { agendaFour } from './draft-agenda-4.ts';

const standsFor = { member: '', representative: 'ผู้แทน', acting: 'รักษาราชการแทน', participant: '' } as const;

function member(person: CastPerson): Member {
  return {
    id: `present-${person.id}`,
    partyId: person.id,
    personName: fullName(person),
    position: person.actingFor ? `${standsFor[person.kind]}${person.actingFor}` : person.position,
    role: person.role ?? '',
    kind: person.kind === 'participant' ? 'member' : person.kind,
    unit: person.unit,
    ...(person.actingFor && { actingFor: person.actingFor }),
  };
}

function participant(person: CastPerson): Participant {
  const slips = attendanceSlips[person.id];
  return {
    id: `present-${person.id}`,
    partyId: person.id,
    personName: fullName(person),
    position: slips?.position ?? person.position,
    unit: slips?.unit ?? person.unit,
  };
}

/** What the draft's list gets wrong about people whom the register knows rightly. */
const attendanceSlips: Readonly<Record<string, { unit?: string; position?: string }>> = {
  'person-15': { unit: 'กคค.' },
  'person-16': { unit: 'กคค.' },
  'person-23': { position: 'นักจัดการทั่วไปชำนาญการ' },
};

const meeting = 'การกำหนดตัวชี้วัดการประเมินส่วนราชการตามมาตรการปรับปรุงประสิทธิภาพในการปฏิบัติราชการ';
const circular = `รายงานการประชุม${meeting} ประจำปีงบประมาณ พ.ศ. ๒๕๖๔ ครั้งที่ ๑/๒๕๖๓`;

export const minutesDraft: MinutesDocument = {
  header: {
    titleLines: [meeting, 'งบประมาณ พ.ศ. ๒๕๖๔ ครั้งที่ ๑/๒๕๖๓'],
    committeeName: 'คณะทำงานพิจารณากำหนดตัวชี้วัดการประเมินส่วนราชการตามมาตรการปรับปรุงประสิทธิภาพในการปฏิบัติราชการ',
    number: 1,
    year: 2563,
    date: '2020-10-22',
    plannedStart: '10:00',
    plannedEnd: '14:00',
    actualStart: '10:00',
    actualEnd: '13:00',
    place: 'ห้องประชุม ๒๑๑A ชั้น ๒ อาคารกรมประชาสัมพันธ์',
    fiscalYear: 2564,
  },
  attendance: { members: castMembers.map(member), participants: castParticipants.map(participant), absent: [] },
  sections: [agendaOne, agendaTwo, agendaThree, agendaFour],
  signatures: {
    drafter: { personName: 'นางสาวมณีตา สกุลธรรม', position: 'นักประชาสัมพันธ์ปฏิบัติการ', caption: 'ผู้จัดรายงานการประชุม', partyId: 'person-33' },
    checker: { personName: 'นางดวงหทัย รัตนโยธิน', position: 'ผู้อำนวยการกลุ่มพัฒนาระบบบริหาร', caption: 'ผู้ตรวจรายงานการประชุม', partyId: 'person-10' },
  },
  covering: {
    subject: `ขอส่ง${circular}`,
    addressees: ['ผอ.สนช.', 'ผอ.สพต.', 'ผอ.สพป.', 'ผอ.สนผ.', 'ผอ.ศสช.', 'ผอ.กคส.', 'อกร.', 'ลนภ.'],
    replyReference: `ได้พิจารณารายงานการประชุมขอส่ง${circular} วันพฤหัสบดีที่ ๒๒ ตุลาคม ๒๕๖๓ แล้ว`,
    sentOn: '2020-11-03',
    answerBy: '2020-11-09',
  },
};
