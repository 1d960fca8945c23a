// The register of a department in 2563: rows carried over from paper by set-based statements, and circulars sent in the
// system through the module's own door, so that the next circular of กพร. is นร ๐๒๒๓/ว ๕๐๓.
import { sql } from 'kysely';
import type { Actor } from '../../../platform/access/actor.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { DemoContext } from '../../../platform/module.ts';
import { enqueue } from '../../../platform/jobs/jobs.ts';
import { orFail } from '../../../platform/result.ts';
import { calendarYear, localDate } from '../../../thai/index.ts';
import { clerksOfUnit, headOfUnit, headPositionOf, letterCodeOn, seatsOn, unitsActiveOn } from '../../organisation/index.ts';
import type { SeatRow, Unit } from '../../organisation/index.ts';
import type { Addressee, Recipient } from '../domain/letter.ts';
import { correctCircular, issueCircular, recallLetter } from '../index.ts';
import type { LetterOrder } from '../index.ts';
import { addGroup, setGroupMembers } from '../store/groups.ts';
import { issueNewLetter } from '../issue.ts';
import { demoOrders, paperOrderSubjects } from './orders.ts';
import { layTemplates } from './templates.ts';
import { demoCirculars, paperSubjects } from './letters.ts';
import type { DemoCircular } from './letters.ts';
import { layReceived } from './received.ts';
import { exportRegister } from '../registers/export-register-job.ts';
import { askForExport } from '../store/register-exports.ts';

/** Paper rows: unit, book, how many, and the day of the last, in whose year they stand. Circulars of กพร. end at ว ๔๙๖. */
const paperRegisters = [
  ['กพร.', 'circular', 118, '2018-12-27'],
  ['กพร.', 'outgoing', 306, '2018-12-28'],
  ['กพร.', 'circular', 496, '2020-10-07'],
  ['กพร.', 'outgoing', 1187, '2020-10-09'],
  ['สลก.', 'circular', 487, '2020-10-09'],
  ['สลก.', 'outgoing', 2310, '2020-10-30'],
  ['ศสช.', 'circular', 61, '2020-10-16'],
  ['ศสช.', 'outgoing', 884, '2020-10-30'],
  ['สนผ.', 'outgoing', 918, '2020-10-30'],
  ['สนข.', 'outgoing', 1907, '2020-10-30'],
  ['กปส.', 'order', 1350, '2020-10-09'],
] as const;

const workingGroup = ['สนข.', 'สปต.', 'สพป.', 'สนผ.', 'ศสช.', 'กคส.', 'กกร.', 'สลก.'];
/** Provincial offices that have not begun to use the system (20, as the meeting was told): they open nothing. */
const notInYet = new Set(['11', '17', '18', '23', '26', '27', '33', '35', '37', '38', '39', '49', '51', '54', '58', '61', '75', '85', '91', '96']);
/** A year that is over, whose registers go out as a package; 2562 is left for an old register that somebody brings in. */
const pastYear = 2561;
const day = '2020-10-30';
const instant = (local: string) => new Date(`${local}:00+07:00`);

/** The same transaction in the name of somebody of the demo: history should carry people's names. */
const as = (tx: Tx, id: number, name: string, units: readonly number[] = []): Tx => ({ ...tx, actor: { kind: 'person', id, name, principals: [id, ...units], permissions: new Map() } satisfies Actor }) as Tx;

export async function demo({ tx, services, at }: DemoContext): Promise<void> {
  const units = new Map((await unitsActiveOn(tx, day)).filter((unit) => unit.abbreviation).map((unit) => [unit.abbreviation, unit]));
  const unitOf = (abbreviation: string): Unit => {
    const unit = units.get(abbreviation);
    if (!unit) throw new Error(`demo: no unit ${abbreviation}`);
    return unit;
  };
  for (const [unit, book, count, until] of paperRegisters) await layPaper(tx, unitOf(unit), book, count, until);

  const outside = new Set((await unitsActiveOn(tx, day)).filter((unit) => unit.kind === 'provincial-office' && notInYet.has(unit.provinceCode ?? '')).map((unit) => unit.id));
  // Where the post of the head is vacant, the clerk's desk opens.
  const heads = (await seatsOn(tx, day, { kind: 'head' })).filter((seat) => seat.head && !outside.has(seat.unitId)).map((seat) => (seat.holderId === null ? { ...seat, holderId: 0, holderName: 'งานสารบรรณ' } : seat));
  const central = [...workingGroup, 'กพร.', 'กกจ.', 'กตส.'].map(unitOf);
  const members = (list: readonly Unit[]): Recipient[] => list.map((unit) => ({ id: unit.id, kind: 'unit', label: unit.abbreviation }));
  for (const [owner, name, list] of [
    ['กพร.', 'หน่วยงานในคณะทำงานตัวชี้วัด', workingGroup.map(unitOf)],
    ['กพร.', 'หน่วยงานส่วนกลาง', central.filter((unit) => unit.abbreviation !== 'กพร.')],
    ['สลก.', 'หน่วยงานส่วนกลาง', central.filter((unit) => unit.abbreviation !== 'สลก.')],
  ] as const) {
    const id = await addGroup(tx, unitOf(owner).id, name, services.clock.now());
    if (id !== undefined) await setGroupMembers(tx, id, members(list));
  }

  await layTemplates(tx, unitOf('สลก.').id, services.clock.now());
  const sent = new Map<string, number>();
  for (const circular of demoCirculars) {
    const unit = unitOf(circular.unit);
    const chosen = circular.to === 'working-group' ? workingGroup.map(unitOf) : central.filter((one) => one.id !== unit.id);
    const addressees: Addressee[] = circular.to === 'all-units' ? [{ kind: 'all-units', targetId: null, label: 'ทุกหน่วยงานในกรม' }] : members(chosen).map((one) => ({ kind: 'unit', targetId: one.id, label: one.label }));
    at(instant(circular.at));
    sent.set(circular.key, await send(tx, services, circular, unit, addressees, sent));
  }
  for (const circular of demoCirculars) {
    const id = sent.get(circular.key) ?? 0;
    await layReceipts(tx, id, circular, heads);
    if (!circular.recalled) continue;
    at(instant(circular.recalled.at));
    const { id: unitId } = unitOf(circular.unit);
    const head = await headOfUnit(tx, unitId, day);
    orFail(await recallLetter(as(tx, head?.personId ?? 0, head?.name ?? '', [unitId]), services, id, circular.recalled.reason));
  }
  for (const order of demoOrders) {
    const { id, name } = unitOf(order.unit);
    at(instant(order.at));
    const seat = await headPositionOf(tx, id, services.clock.today());
    const head = await headOfUnit(tx, id, services.clock.today());
    if (!seat || !head) throw new Error(`demo: ${order.unit} has no head`);
    orFail(await issueNewLetter(as(tx, head.personId, head.name, [id]), services, {
      kind: 'directive', subKind: 'order', circular: false, fromUnitId: id, signerPositionId: seat.id, subject: order.subject,
      content: { paragraphs: [...order.paragraphs], fields: { issuer: order.unit === 'กปส.' ? name : `${name} ${unitOf('กปส.').name}`, effective: 'บัดนี้เป็นต้นไป', ...order.fields } },
      enclosures: [], addressees: order.copies.map((short) => ({ kind: 'unit', targetId: unitOf(short).id, label: short })), toText: '', salutation: '', urgency: 'ordinary', secrecy: 'none', respondBy: null, reply: null, source: null, replaces: null,
    }));
  }
  await layReceived({ tx, services, at });
  await layToBeSigned({ tx, services, at }, unitOf('สลก.'), unitOf('กปส.'));
  await layPackage({ tx, services, at }, unitOf('กพร.'));
}

/** A letter to outside that is issued and waits for the certificate of the director-general: the request comes with its PDF. */
async function layToBeSigned({ tx, services, at }: DemoContext, unit: Unit, department: Unit): Promise<void> {
  at(instant('2020-11-02T11:20'));
  const seat = await headPositionOf(tx, department.id, services.clock.today());
  const head = await headOfUnit(tx, department.id, services.clock.today());
  if (!seat || !head) throw new Error('demo: the department has no head');
  orFail(await issueNewLetter(as(tx, head.personId, head.name, [unit.id, seat.id]), services, {
    kind: 'external', subKind: 'external', circular: false, fromUnitId: unit.id, signerPositionId: seat.id, subject: 'ขอเชิญร่วมประชุมหารือการเชื่อมโยงระบบสารบรรณอิเล็กทรอนิกส์',
    content: {
      paragraphs: [
        'ด้วยกรมประชาสัมพันธ์อยู่ระหว่างพัฒนาระบบสารบรรณอิเล็กทรอนิกส์ เพื่อรับและส่งหนังสือราชการระหว่างส่วนราชการโดยไม่ใช้กระดาษ',
        'กรมประชาสัมพันธ์จึงขอเชิญท่านหรือผู้แทนเข้าร่วมประชุมหารือ ในวันพุธที่ 18 พฤศจิกายน 2563 เวลา 09.30 น. ณ ห้องประชุม 2 กรมประชาสัมพันธ์',
        'จึงเรียนมาเพื่อโปรดพิจารณา และแจ้งชื่อผู้เข้าร่วมประชุมภายในวันที่ 12 พฤศจิกายน 2563 จะขอบคุณยิ่ง',
      ],
      fields: {
        outside: [{ name: 'ผู้อำนวยการสำนักงานดิจิทัลตัวอย่าง' }], agency: ['กรมประชาสัมพันธ์', 'ถนนตัวอย่าง เขตตัวอย่าง กรุงเทพฯ'], closing: 'ขอแสดงความนับถือ',
        ownerUnit: unit.name, contacts: ['โทร. 0 2000 0000 ต่อ 1101'],
      },
      certificate: true,
    },
    enclosures: [], addressees: [], toText: 'ผู้อำนวยการสำนักงานดิจิทัลตัวอย่าง', salutation: 'เรียน', urgency: 'ordinary', secrecy: 'none', respondBy: null, reply: null, source: null, replaces: null,
  }));
}

/** The registers of the year that is over, asked for by the clerk; the job makes the package once the house runs. */
async function layPackage({ tx, services, at }: DemoContext, unit: Unit): Promise<void> {
  at(instant('2020-11-02T16:10'));
  const clerks = await clerksOfUnit(tx, unit.id, day);
  const seats = await seatsOn(tx, day, { unitId: unit.id });
  // The one who sits in the unit: the department's own clerks may act in it too.
  const clerk = clerks.find((one) => seats.some((seat) => seat.holderId === one.personId)) ?? clerks[0];
  const exportId = await askForExport(as(tx, clerk?.personId ?? 0, clerk?.name ?? '', [unit.id]), { unitId: unit.id, unitLabel: `${unit.abbreviation} ${unit.name}`, year: pastYear, at: services.clock.now() });
  await enqueue(tx, exportRegister, { exportId });
}

async function send(tx: Tx, services: DemoContext['services'], circular: DemoCircular, unit: Unit, addressees: readonly Addressee[], sent: ReadonlyMap<string, number>): Promise<number> {
  const today = services.clock.today();
  const seat = await headPositionOf(tx, unit.id, today);
  const head = await headOfUnit(tx, unit.id, today);
  if (!seat || !head) throw new Error(`demo: ${circular.unit} has no head`);
  const signer = as(tx, head.personId, head.name, [unit.id]);
  const order: LetterOrder = {
    fromUnitId: unit.id, signerPositionId: seat.id, subject: circular.subject, paragraphs: circular.paragraphs, addressees, urgency: circular.urgency, respondBy: circular.respondBy,
    // Heads are addressed by their posts, as offices do on paper.
    toText: circular.to === 'working-group' ? 'ผอ.สนข. ผอ.สปต. ผอ.สพป. ผอ.สนผ. ผอ.ศสช. ผอ.กคส. ผอ.กกร. และ ลนก.' : circular.to === 'central' ? 'หัวหน้าหน่วยงานส่วนกลาง' : 'หัวหน้าหน่วยงานทุกหน่วยงาน',
  };
  const { replaces } = circular;
  const issued = orFail(replaces ? await correctCircular(signer, services, sent.get(replaces.key) ?? 0, replaces.reason, order) : await issueCircular(signer, services, order));
  return issued.letterId;
}

/** Opened and acknowledged by heads, minutes to hours after it arrived. */
async function layReceipts(tx: Tx, letterId: number, circular: DemoCircular, heads: readonly SeatRow[]): Promise<void> {
  await sql`
    with head as (
      select * from unnest(${heads.map((seat) => seat.unitId)}::int[], ${heads.map((seat) => seat.holderId)}::int[], ${heads.map((seat) => seat.holderName)}::text[]) as h (unit_id, person_id, name)
    ), chosen as (
      select r.recipient_id, h.person_id, h.name, row_number() over (order by md5(r.recipient_id || ${circular.key})) as n, count(*) over () as "all"
      from correspondence.letter_recipient r join head h on h.unit_id = r.recipient_id where r.letter_id = ${letterId}
    )
    update correspondence.letter_recipient r set
      first_opened_at = r.delivered_at + make_interval(mins => (4 + c.n * 7 % 301)::int), first_opened_by = c.person_id, first_opened_by_name = c.name,
      acknowledged_at = case when c.n <= ${circular.acknowledged}::numeric * c."all" then r.delivered_at + make_interval(mins => (9 + c.n * 7 % 301)::int) end,
      acknowledged_by = case when c.n <= ${circular.acknowledged}::numeric * c."all" then c.person_id end,
      acknowledged_by_name = case when c.n <= ${circular.acknowledged}::numeric * c."all" then c.name end
    from chosen c where r.letter_id = ${letterId} and r.recipient_id = c.recipient_id and c.n <= ${circular.opened}::numeric * c."all"`.execute(tx.db);
}

/** One paper register as one statement: rows spread over the working days of the year up to `until`, a few voided. */
async function layPaper(tx: Tx, unit: Unit, book: 'circular' | 'outgoing' | 'order', count: number, until: string): Promise<void> {
  const code = (await letterCodeOn(tx, unit.id, until)) ?? '';
  const year = calendarYear(localDate(until));
  const first = `${until.slice(0, 4)}-01-02`;
  const subjects = [...(book === 'order' ? paperOrderSubjects : paperSubjects[book])];
  await sql`
    with spread as (
      select n, date ${sql.lit(first)} + ((n - 1) * (date ${sql.lit(until)} - date ${sql.lit(first)}) / ${count - 1}) as d from generate_series(1, ${count}::int) n
    ), working as (
      select n, d - case extract(isodow from d) when 6 then 1 when 7 then 2 else 0 end as d from spread
    )
    insert into correspondence.register_entry (owner_unit_id, book, year, number, reference, circular, letter_date, from_text, to_text, subject,
      action_text, remark, subject_type, registered_at, registered_by, registered_by_name, state, void_reason, voided_at, voided_by_name)
    select ${unit.id}::int, ${book}, ${year}, n, case when ${book === 'order'} then n || '/' || ${year}::text else ${code}::text || '/' || case when ${book === 'circular'} then 'ว ' else '' end || n end, ${book === 'circular'}, d, ${unit.abbreviation},
      case when ${book === 'circular'} then 'ทุกหน่วยงาน' when ${book === 'order'} then 'ผู้เกี่ยวข้อง' else (array['สลก.', 'กคส.', 'สนผ.', 'กกจ.', 'ศสช.'])[1 + n % 5] end,
      replace((${subjects}::text[])[1 + (n * 7) % ${subjects.length}], '{n}', (1 + n % 12)::text),
      case when ${book === 'circular'} then 'แจ้งเวียนแล้ว' else 'จัดส่งแล้ว' end, 'ยกจากทะเบียนกระดาษ', 'paper',
      (d + time '10:00') at time zone 'Asia/Bangkok', 0, 'ทะเบียนกระดาษ',
      case when n % 167 = 0 then 'void' else 'valid' end, case when n % 167 = 0 then 'ออกเลขซ้ำกับเรื่องเดิม' end,
      case when n % 167 = 0 then (d + time '14:00') at time zone 'Asia/Bangkok' end, case when n % 167 = 0 then 'ทะเบียนกระดาษ' end
    from working order by n`.execute(tx.db);
  await sql`insert into correspondence.counter (owner_unit_id, book, year, last_number) values (${unit.id}, ${book}, ${year}, ${count})`.execute(tx.db);
}
