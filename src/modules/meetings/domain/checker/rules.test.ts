// Each rule on its own: what it must see, and the neighbour that it must leave alone.
import { describe, expect, it } from 'vitest';
import type { MinutesDocument, MinutesLine } from '../minutes-document.ts';
import { minutesDocumentSchema } from '../minutes-document.ts';
import { sampleMinutes } from '../testing/sample-minutes.ts';
import { checkMinutes } from './check-minutes.ts';
import type { CheckContext, KnownUnit } from './finding.ts';
import { findingKey } from './finding.ts';
import { officeCalendar } from './testing/scene.ts';
import { holidayMap } from '../../../../thai/holidays.ts';

const unit = (abbreviation: string, fullName: string, more: Partial<KnownUnit> = {}): KnownUnit => ({
  id: abbreviation, kind: 'unit', fullName, abbreviations: [{ text: abbreviation, standing: 'official' }], ...more,
});
const holidays = holidayMap();
const context: CheckContext = {
  calendar: officeCalendar,
  holidayName: (d) => holidays.get(d),
  sendDate: '2023-02-20',
  units: [
    unit('กตย.', 'กรมตัวอย่าง', { kind: 'department' }),
    unit('กกล.', 'กองกลาง', { headPosition: 'ผู้อำนวยการกองกลาง', headAbbreviation: 'ผอ.กกล.' }),
    unit('กสว.', 'กองสิ่งแวดล้อมอาคาร', { abbreviations: [{ text: 'กสว.', standing: 'official', from: '2022-01-01' }, { text: 'กสอ.', standing: 'official', to: '2021-12-31' }, { text: 'กสวอ.', standing: 'variant' }] }),
    unit('คกข.', 'คณะกรรมการขยะแห่งชาติ', { kind: 'committee' }),
  ],
};

const say = (id: string, text: string, speaker?: { name?: string; unit?: string; position?: string }): MinutesLine => ({ kind: 'statement', id, text, ...(speaker && { speaker }) });
const resolve = (id: string, text: string, more: Partial<Extract<MinutesLine, { kind: 'resolution' }>> = {}): MinutesLine => ({ kind: 'resolution', id, resolutions: ['agree'], text, assignments: [], ...more });
const item = (id: string, label: string, text: string, level = 1): MinutesLine => ({ kind: 'list-item', id, level, label, text });
const head = (id: string, text: string): MinutesLine => ({ kind: 'heading', id, text });
const table = (id: string, columns: string[], rows: string[][]): MinutesLine => ({ kind: 'table', id, columns, rows });
const agreed = resolve('r', 'เห็นชอบตามที่เสนอ');

/** Message keys found at a line (or anywhere), for lines put into the item for consideration. */
function keys(lines: MinutesLine[], at?: string, header: Partial<MinutesDocument['header']> = {}): string[] {
  const document = minutesDocumentSchema.parse(sampleMinutes(lines, header));
  return checkMinutes(document, context).filter((f) => at === undefined || f.ref.lineId === at).map((f) => f.messageKey);
}

describe('the sample', () => {
  it('gives no finding', () => {
    expect(checkMinutes(sampleMinutes(), context)).toEqual([]);
  });
});

describe.each<[string, MinutesLine[], string, string]>([
  ['a resolution for another year', [resolve('x', 'เห็นชอบแผน ประจำปีงบประมาณ พ.ศ. ๒๕๖๗')], 'x', 'year-resolution'],
  ['weights that do not sum', [table('x', ['รายการ', 'น้ำหนัก'], [['ก', '๖๐'], ['ข', '๓๐']]), agreed], 'x', 'weight-sum'],
  ['a total that is not the sum', [table('x', ['รายการ', 'คะแนนเต็ม'], [['ก', '๖๐'], ['ข', '๓๐'], ['รวม', '๑๐๐']]), agreed], 'x', 'weight-sum'],
  ['sub-rows that do not make their row', [table('x', ['รายการ', 'น้ำหนัก'], [['๑. ก', '๖๐'], ['๑.๑ ข', '๓๐'], ['๑.๒ ค', '๒๐'], ['๒. ง', '๔๐']]), agreed], 'x', 'weight-children'],
  ['a weight said otherwise', [head('h', 'โครงการที่ ๑ ก'), say('x', 'น้ำหนักร้อยละ ๕๐'), table('t', ['รายการ', 'น้ำหนัก'], [['โครงการที่ ๑ ก', '๖๐'], ['โครงการที่ ๒ ข', '๔๐']]), agreed], 'x', 'weight-statement'],
  ['a count in words', [say('x', 'เสนอสามเรื่อง ดังนี้'), item('i1', '๑.', 'ก'), item('i2', '๒.', 'ข'), agreed], 'x', 'count-list'],
  ['a count within a sentence', [say('x', 'มี ๓ กลุ่ม ได้แก่ กลุ่มที่ ๑ ก และกลุ่มที่ ๒ ข'), agreed], 'x', 'count-list'],
  ['people counted wrongly', [say('x', 'มีผู้เข้าร่วมประชุม ๓ คน'), agreed], 'x', 'count-attendance'],
  ['a jump in the numbering', [item('i1', '๑.', 'ก'), item('x', '๓.', 'ข'), agreed], 'x', 'numbering-gap'],
  ['a number twice', [resolve('i1', 'ตามที่เสนอ', { label: '๑.' }), resolve('x', 'ข', { label: '๑.' }), resolve('y', 'ค', { label: '๑.' })], 'y', ''],
  ['an unknown abbreviation', [say('x', 'ให้ ฮฮฮ. ทราบ'), agreed], 'x', 'unit-unknown'],
  ['a near miss of one', [say('x', 'ประสาน กสร. แล้ว'), agreed], 'x', 'unit-near'],
  ['a variant', [say('x', 'ประสาน กสวอ. แล้ว'), agreed], 'x', 'unit-variant'],
  ['one no longer in force', [say('x', 'ประสาน กสอ. แล้ว'), agreed], 'x', 'unit-expired'],
  ['a name that lacks letters', [say('x', 'ประสานกองสิ่งวดล้อมอาคารแล้ว'), agreed], 'x', 'unit-full-name'],
  ['a name spelt otherwise', [say('x', 'แจ้งว่า พร้อม', { name: 'นายคมสันต์ฯ' }), agreed], 'x', 'name-variant'],
  ['another title before a name', [say('x', 'ขอบคุณนางขวัญข้าว นาดี'), agreed], 'x', 'name-title'],
  ['a speaker of another unit', [say('x', 'แจ้งว่า พร้อม', { name: 'นายคมสันฯ', unit: 'กกล.' }), agreed], 'x', 'speaker-unit'],
  ['a proposal that nobody decided', [say('x', 'จึงขอเสนอให้จัดซื้อเครื่องบดอัดกระดาษเพิ่ม'), resolve('r', 'เห็นชอบแผนลดปริมาณขยะ')], 'x', 'proposal-undecided'],
  ['an open point', [{ kind: 'open-point', id: 'x', text: 'วงเงินยังไม่มีข้อยุติ' }, agreed], 'x', 'open-point'],
  ['no resolution', [say('l3', 'เสนอแผน')], 'i2', 'resolution-missing'],
  ['a wrong weekday', [say('x', 'นัดหมายวันศุกร์ที่ ๑๕ มีนาคม ๒๕๖๖'), agreed], 'x', 'weekday-mismatch'],
  ['a day that does not exist', [say('x', 'นัดหมายวันที่ ๓๑ เมษายน ๒๕๖๖'), agreed], 'x', 'date-impossible'],
  ['a range backwards', [say('x', 'แผน พ.ศ. ๒๕๗๐ - ๒๕๖๖'), agreed], 'x', 'range-reversed'],
  ['steps that go back', [item('i', 'ขั้นตอนที่ ๑', 'ภายในเดือนมีนาคม ๒๕๖๖ ก'), item('x', 'ขั้นตอนที่ ๒', 'ภายในเดือนกุมภาพันธ์ ๒๕๖๖ ข'), agreed], 'x', 'steps-backwards'],
  ['what is not done and will be', [say('i', 'ปีนี้ไม่มีการประเมินผล'), say('x', 'จะประเมินผลในเดือนหน้า'), agreed], 'x', 'negated-then-done'],
  ['what will be done and is done', [say('i', 'โครงการแยกขยะอินทรีย์ครบวงจรจะนำเสนออธิบดี'), say('x', 'ได้นำเสนอโครงการแยกขยะอินทรีย์ครบวงจรต่ออธิบดีแล้ว'), agreed], 'x', 'planned-and-done'],
  ['a yearly figure from months', [say('x', 'สถิติ ๔ เดือน พบว่าลดได้ ๙ ตัน/ปี'), agreed], 'x', 'annual-figure'],
  ['mixed digits', [say('x', 'วงเงิน ๑2๐ บาท'), agreed], 'x', 'digits-mixed'],
  ['a word twice', [say('x', 'ผลจากการการประเมิน'), agreed], 'x', 'word-repeat'],
  ['a misspelling', [say('x', 'ขออนุญาติใช้ห้อง'), agreed], 'x', 'misspelling'],
  ['a numbered thing named two ways', [head('x', 'โครงการที่ ๑ คัดแยกขยะ'), table('t', ['รายการ', 'งบประมาณ'], [['โครงการที่ ๑ : การคัดแยกขยะมูลฝอย', '๕']]), agreed], 'x', 'item-name'],
  ['a long name spelt two ways', [say('i', 'ตามระเบียบกระทรวงว่าด้วยการจัดการของเสียอันตราย'), say('j', 'ตามระเบียบกระทรวงว่าด้วยการจัดการของเสียอันตราย'), say('x', 'ตามระเบียบกระทวงว่าด้วยการจัดการของเสียอันตราย'), agreed], 'x', 'name-two-ways'],
  ['work given and not resolved', [say('x', 'มอบหมายให้ กกล. จัดซื้อถังขยะ'), resolve('r', 'เห็นชอบตามที่เสนอ')], 'x', 'owner-not-resolved'],
  ['a committee with a budget', [say('i', 'กตย. เสนอแผน'), say('x', 'งบประมาณของ คกข. ลดลง'), agreed], 'x', ''],
])('%s', (_name, lines, at, key) => {
  it(key === '' ? 'is left alone' : `is ${key}`, () => {
    if (key === '') expect(keys(lines, at)).toEqual([]);
    else expect(keys(lines, at)).toContain(key);
  });
});

describe('due dates', () => {
  const due = (date: string, text = 'มอบหมายให้ กสว. จัดทำคู่มือ') =>
    keys([say('s', 'กสว. เสนอแผน'), resolve('x', text, { assignments: [{ id: 'a', owners: [{ text: 'กสว.' }], task: 'จัดทำคู่มือ', due: { kind: 'date', date }, supportUnits: [] }] })], 'x');

  it('on a working day after the minutes went out is fine', () => {
    expect(due('2023-03-15')).toEqual([]);
  });
  it.each([
    ['2023-03-06', 'due-holiday'],
    ['2023-03-11', 'due-weekend'],
    ['2023-02-17', 'due-before-sending'],
    ['2023-02-10', 'due-before-meeting'],
  ])('%s is %s', (date, key) => {
    expect(due(date)).toContain(key);
  });
  it('that the text gives otherwise differ', () => {
    expect(due('2023-03-15', 'มอบหมายให้ กสว. จัดทำคู่มือ ภายในวันที่ ๑๖ มีนาคม ๒๕๖๖')).toContain('due-differs');
  });
  it('before sending are fine when the minutes say that work starts at once', () => {
    expect(due('2023-02-17', 'มอบหมายให้ กสว. จัดทำคู่มือ โดยเริ่มตั้งแต่วันประชุม')).toEqual([]);
  });
});

describe('assignments', () => {
  const given = (owners: string[], dueKind: 'none' | 'event' = 'event') =>
    keys([say('s', 'กสว. เสนอแผน'), resolve('x', 'มอบหมายงาน', { assignments: [{ id: 'a', owners: owners.map((text) => ({ text })), task: 'งาน', due: dueKind === 'none' ? { kind: 'none' } : { kind: 'event', event: 'ประชุมครั้งหน้า' }, supportUnits: [] }] })], 'x');

  it('with owner and event are fine', () => expect(given(['กสว.'])).toEqual([]));
  it('need an owner', () => expect(given([])).toContain('assignment-owner'));
  it('need an owner with a name', () => expect(given(['ทุกหน่วยงาน'])).toContain('assignment-vague'));
  it('need a date or an event', () => expect(given(['กสว.'], 'none')).toContain('assignment-date'));
  it('in words only are not recorded', () => expect(keys([resolve('x', 'มอบหมายให้ กสว. จัดทำคู่มือ')], 'x')).toContain('assignment-missing'));
});

describe('the header', () => {
  it.each<[string, Partial<MinutesDocument['header']>, string]>([
    ['closing long before plan', { actualEnd: '11:00' }, 'time-early'],
    ['closing long after plan', { actualEnd: '13:00' }, 'time-late'],
    ['closing before opening', { actualEnd: '09:00' }, 'time-order'],
    ['a year of the title', { fiscalYear: 2567 }, 'year-title'],
    ['a year of the number', { year: 2565 }, 'meeting-year'],
    ['a title without number', { titleLines: ['คณะทำงานจัดการขยะ'] }, 'title-number'],
  ])('%s', (_name, header, key) => {
    expect(keys([agreed], undefined, header)).toContain(key);
  });

  it('closing a quarter of an hour late is no matter', () => {
    expect(keys([agreed], 'header', { actualEnd: '12:15' })).toEqual([]);
  });
});

describe('the checker', () => {
  it('can be told other thresholds', () => {
    const document = sampleMinutes(undefined, { actualEnd: '11:00' });
    expect(checkMinutes(document, { ...context, parameters: { endToleranceMinutes: 90 } })).toEqual([]);
  });

  it('keeps the key of a finding when text before it changes', () => {
    const [a] = checkMinutes(sampleMinutes([say('x', 'ประสาน กสวอ. แล้ว'), agreed]), context);
    const [b] = checkMinutes(sampleMinutes([say('x', 'ในวันนี้ได้ประสาน กสวอ. แล้ว'), agreed]), context);
    expect(a && b && findingKey(a) === findingKey(b)).toBe(true);
    expect(a?.span).not.toEqual(b?.span);
  });
});
