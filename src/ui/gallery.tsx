/** Every component in every state, on one page: documentation, test and input for axe. Mounted at /components. */
import type { VNode } from 'preact';
import { IdScope } from './context.tsx';
import { exampleSets } from './examples.ts';
import type { ExampleSet } from './examples.ts';
import { PageHead } from './components/page-head.tsx';

const colours: ReadonlyArray<readonly [string, string]> = [
  ['desk', 'พื้นโต๊ะ'], ['surface', 'พื้นงาน'], ['sunken', 'ใต้กระดาษ'], ['field', 'ช่องกรอก'], ['sheet', 'กระดาษ'], ['rule', 'เส้นคั่น'], ['edge', 'ขอบช่องกรอก'],
  ['ink', 'หมึก'], ['ink-2', 'หมึกรอง'], ['ink-3', 'หมึกจาง'], ['accent', 'ปากกา: กดได้'], ['accent-wash', 'เลือกอยู่'],
  ['stamp', 'ด่วน ลับ ผิด'], ['warn', 'ใกล้กำหนด'], ['done', 'เสร็จแล้ว'], ['focus', 'วงโฟกัส'],
];

/** The body of the page; a layout goes around it. */
export function Gallery(): VNode {
  return (
    <>
      <PageHead title="ชิ้นส่วนและค่าตั้งต้น" sub="ทุกชิ้นในทุกสภาพ ดูได้ทั้งสว่างและมืด จอกว้างและโทรศัพท์ (สลับสีที่หัวข้อ สีหน้าจอ)" />
      <ul class="gallery-index">
        {exampleSets.map((set) => <li><a href={`#${set.component}`}>{set.title}</a></li>)}
      </ul>
      <Colours />
      <Letters />
      {exampleSets.map((set) => <Spec set={set} />)}
    </>
  );
}

function Spec({ set }: { set: ExampleSet }): VNode {
  return (
    <section class="spec" id={set.component}>
      <div class="spec-head">
        <h2>{set.title}</h2>
        <p lang="en">{set.component}</p>
      </div>
      <div class="spec-body">
        {set.examples.map((example, at) => (
          <div>
            <p class="spec-name">{example.note ? `${example.name}: ${example.note}` : example.name}</p>
            <IdScope prefix={`${set.component}-${at + 1}`}>{example.render()}</IdScope>
          </div>
        ))}
      </div>
    </section>
  );
}

function Colours(): VNode {
  return (
    <section class="spec" id="colours">
      <div class="spec-head"><h2>สี</h2><p>น้ำเงินคือปากกาที่ลงนาม แดงคือตราของสำนักงาน</p></div>
      <ul class="swatches">
        {colours.map(([name, words]) => (
          <li class="swatch"><span class={`swatch-${name}`} /><span><b lang="en">{name}</b><br /><span class="quiet">{words}</span></span></li>
        ))}
      </ul>
    </section>
  );
}

function Letters(): VNode {
  return (
    <section class="spec" id="letters">
      <div class="spec-head"><h2>ตัวอักษร</h2><p>สารบรรณมีหัว เลขกว้างเท่ากัน ไม่แยกช่องไฟ</p></div>
      <div class="stack-s">
        <p class="figure">74.782 <span class="small quiet regular">44 ตัวเลขเดียวต่อหน้า</span></p>
        <p class="heading-xl">รับรองรายงานการประชุม <span class="small quiet regular">28</span></p>
        <p class="large strong">ผลการพิจารณา <span class="small quiet regular">22</span></p>
        <p>ที่ประชุมมีมติเห็นชอบ ผู้กำกับตัวชี้วัดส่งรายละเอียดภายในวันที่ 26 ต.ค. 2563 <span class="small quiet">18</span></p>
        <p class="mid">ข้อความในตารางและคำอธิบายใต้ช่องกรอก <span class="small quiet">16.5</span></p>
        <p class="small">หัวตาราง เวลา ตราด่วน ไม่ใช้กับเนื้อความ <span class="quiet">15</span></p>
      </div>
    </section>
  );
}
