import type { Actor } from '../../../../platform/access/actor.ts';
import type { Tx } from '../../../../platform/db/database.ts';
import type { DemoContext } from '../../../../platform/module.ts';
import { listPeople, unitsActiveOn } from '../../../organisation/index.ts';
import { readableResolutions } from '../../../meetings/index.ts';
import { cycleOfYear } from '../../store/cycles.ts';
import { changeIndicator, indicatorById, indicatorsOf, type Indicator } from '../../store/indicators.ts';
import { indexYear } from '../search.ts';
import { addLink, inputOf, saveForm, type LinkKind } from '../store/forms.ts';
import { addReformReport, addRisk, sayCannotDo } from '../store/notes.ts';
import { addProject } from '../store/projects.ts';
import { demoForms } from './content.ts';

const instant = (local: string) => new Date(`${local}:00+07:00`);

/** Everybody's row of the register stands behind the demo's writes; history carries people's names. */
const as = (tx: Tx, id: number, name: string): Tx => ({ ...tx, actor: { ...tx.actor, id, name } satisfies Actor }) as Tx;

const cabinet: readonly [LinkKind, string] = ['cabinet-resolution', 'มติคณะรัฐมนตรี วันที่ 15 กันยายน 2563 เรื่อง มาตรการปรับปรุงประสิทธิภาพในการปฏิบัติราชการ'];
const strategy: readonly [LinkKind, string] = ['national-strategy', 'ยุทธศาสตร์ชาติ ด้านการปรับสมดุลและพัฒนาระบบการบริหารจัดการภาครัฐ'];
const values: readonly [LinkKind, string] = ['master-plan', 'แผนแม่บทภายใต้ยุทธศาสตร์ชาติ ประเด็นที่ 10 การปรับเปลี่ยนค่านิยมและวัฒนธรรม'];
const reform: readonly [LinkKind, string] = ['reform-plan', 'แผนการปฏิรูปประเทศ ด้านสื่อสารมวลชน เทคโนโลยีสารสนเทศ'];
const links: Readonly<Record<string, readonly (readonly [LinkKind, string])[]>> = {
  '1': [strategy, reform, cabinet], '2': [['national-strategy', 'ยุทธศาสตร์ชาติ ด้านความมั่นคง'], values, cabinet], '3': [values, cabinet], '3.1': [values], '3.2': [['national-strategy', 'ยุทธศาสตร์ชาติ ด้านการสร้างความสามารถในการแข่งขัน'], values], '4': [strategy, cabinet], '5': [strategy, cabinet],
};
/** Media units do the work of these and own nothing. */
const doers: Readonly<Record<string, readonly string[]>> = { '3.1': ['สนข.', 'สพป.'], '3.2': ['สนข.'] };

/** The forms of 2564 as their owners handed them in, what the lines serve, two projects, a report of the reform plan, risks, and what cannot be done yet. */
export async function demo({ tx, services, at }: DemoContext): Promise<void> {
  const cycle = await cycleOfYear(tx, 2564);
  if (!cycle) return;
  const units = new Map((await unitsActiveOn(tx, '2020-10-22')).map(({ abbreviation, id }) => [abbreviation, id]));
  const people = new Map((await listPeople(tx, '2020-10-22', { limit: 10_000 })).map(({ name, id }) => [name, id]));
  const person = (name: string): Tx => {
    const id = people.get(name);
    if (id === undefined) throw new Error(`demo: ${name} is not in the register`);
    return as(tx, id, name);
  };
  const unit = (short: string): number => units.get(short) as number;
  const now = () => services.clock.now();
  const all = new Map((await indicatorsOf(tx, cycle.id)).map((one) => [one.key, one]));
  const line = (key: string): Indicator => all.get(key) as Indicator;

  at(instant('2020-10-22T15:30'));
  const keeper = person('นายปกรณ์ ลาภวิเศษ');
  const resolution = (await readableResolutions(tx)).find(({ text, heldOn }) => heldOn === '2020-10-22' && text.includes('เห็นชอบกรอบตัวชี้วัด'));
  for (const [key, served] of Object.entries(links)) {
    for (const [kind, title] of served) await addLink(keeper, line(key).id, { kind, title, href: '', recordType: null, recordId: null }, now());
    if (resolution) await addLink(keeper, line(key).id, { kind: 'meeting-resolution', title: resolution.title, href: resolution.href, recordType: 'meetings.resolution', recordId: resolution.id }, now());
  }
  for (const [key, shorts] of Object.entries(doers)) {
    const one = line(key);
    await changeIndicator(keeper, cycle, one, { ...inputOf(one), units: [...one.units, ...shorts.map((short) => ({ role: 'doer' as const, unitId: unit(short) }))] }, now());
  }

  // The plan's owner began on the first working day; the rest came on the last.
  at(instant('2020-10-26T08:50'));
  const plan = demoForms.find(({ key }) => key === '2') as (typeof demoForms)[number];
  const draft = { ...plan.content, criteria: [], conditions: '', sixMonths: '', steps: plan.content.steps.slice(0, 2) };
  const facts = ({ kind, better, unitOfMeasure, places }: Indicator) => ({ kind, better, unitOfMeasure, places });
  await saveForm(person(plan.by), cycle, line('2'), { ...draft, ...facts(line('2')) }, 0, now());
  for (const { key, by, at: when, content } of demoForms.toSorted((a, b) => a.at.localeCompare(b.at))) {
    at(instant(when));
    const one = await indicatorById(tx, line(key).id) as Indicator;
    await saveForm(person(by), cycle, one, { ...content, ...facts(one) }, key === '2' ? 1 : 0, now());
  }

  at(instant('2020-10-27T09:30'));
  const planner = person('นางสาววริศรา ธนโชติ');
  const computing = person('นายชนินทร์ พูนทวี');
  await addProject(planner, cycle.id, { name: 'โครงการประชาสัมพันธ์ยุทธศาสตร์ชาติและภาพลักษณ์ประเทศไทย (ข้อมูลตัวอย่าง)', unitId: unit('สนผ.'), budget: '86450000.00', source: 'งบประมาณรายจ่ายประจำปี พ.ศ. 2564', note: '', indicatorIds: [line('3.1').id, line('3.2').id] }, now());
  await addProject(computing, cycle.id, { name: 'โครงการพัฒนาระบบคลังข้อมูลข่าวสารเพื่อการประชาสัมพันธ์เชิงรุก (ข้อมูลตัวอย่าง)', unitId: unit('ศสช.'), budget: '18725500.50', source: 'งบประมาณรายจ่ายประจำปี พ.ศ. 2564', note: 'รวมซอฟต์แวร์และอุปกรณ์', indicatorIds: [line('1').id] }, now());
  await addReformReport(planner, line('1').id, {
    title: 'รายงานความก้าวหน้าตามแผนการปฏิรูปประเทศ ด้านสื่อสารมวลชน รอบกันยายน 2563', reference: 'นร 0206/1187', href: '', sentOn: '2020-10-15',
    reported: 'จัดทำแนวคิดระบบคลังข้อมูลข่าวสารและประมาณการงบประมาณแล้ว ปีงบประมาณ พ.ศ. 2564 จะจัดทำกรอบแนวทาง ธรรมาภิบาลข้อมูล และชุดข้อมูลตั้งต้น 3 ชุด กำหนดแล้วเสร็จทั้งระบบในปีงบประมาณ พ.ศ. 2565',
  }, now());
  await addRisk(planner, line('2').id, { risk: 'คณะกรรมการประชาสัมพันธ์แห่งชาติ (กปช.) อาจไม่มีการประชุมภายในปีงบประมาณ พ.ศ. 2564', chance: 3, effect: 3, answer: 'เสนออธิบดีในฐานะเลขานุการ กปช. เห็นชอบร่างไว้ก่อน และขอให้บรรจุเป็นวาระเวียน', ownerUnitId: unit('สนผ.'), state: 'open' }, now());
  await addRisk(keeper, line('2').id, { risk: 'สำนักงาน ก.พ.ร. อาจปรับค่าเป้าหมายขั้นสูงเป็น กปช. เห็นชอบ', chance: 2, effect: 3, answer: 'เตรียมคำชี้แจงกรอบเวลาของแผนระดับชาติเสนอคณะกรรมการของสำนักงาน ก.พ.ร.', ownerUnitId: unit('กพร.'), state: 'watched' }, now());
  await addRisk(computing, line('1').id, { risk: 'การจัดซื้อซอฟต์แวร์และอุปกรณ์ล่าช้ากว่าแผน', chance: 2, effect: 2, answer: 'เริ่มจัดทำขอบเขตงานในไตรมาสแรก', ownerUnitId: unit('ศสช.'), state: 'open' }, now());
  at(instant('2020-10-28T10:15'));
  await sayCannotDo(person('นางสาวลลิตภัทร ธำรงรัตน์'), line('4').id, { unitId: unit('กคส.'), what: 'รับชำระเงินทางออนไลน์ (ขั้นที่ 2) ภายในปีงบประมาณ พ.ศ. 2564', reason: 'ต้องหารือแนวปฏิบัติการรับเงินผ่านระบบอิเล็กทรอนิกส์กับกรมบัญชีกลางและทดลองระบบก่อน คาดว่าพร้อมในปีงบประมาณ พ.ศ. 2565', saidOn: '2020-10-28' }, now());
  await indexYear(tx, cycle);
}
