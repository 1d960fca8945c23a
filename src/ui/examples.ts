/** All examples, in the order in which the gallery shows them. A test fails when a component is missing here. */
import type { Example } from './example.ts';
import { examples as attachment } from './components/attachment.examples.tsx';
import { examples as button } from './components/button.examples.tsx';
import { examples as checks } from './components/checks.examples.tsx';
import { examples as choices } from './components/choices.examples.tsx';
import { examples as codeBlock } from './components/code-block.examples.tsx';
import { examples as combobox } from './components/combobox.examples.tsx';
import { examples as copyable } from './components/copyable.examples.tsx';
import { examples as crumbs } from './components/crumbs.examples.tsx';
import { examples as dateField } from './components/date-field.examples.tsx';
import { examples as definitionList } from './components/definition-list.examples.tsx';
import { examples as dialog } from './components/dialog.examples.tsx';
import { examples as diffText } from './components/diff-text.examples.tsx';
import { examples as due } from './components/due.examples.tsx';
import { examples as emptyState } from './components/empty-state.examples.tsx';
import { examples as errorPage } from './components/error-page.examples.tsx';
import { examples as errorSummary } from './components/error-summary.examples.tsx';
import { examples as field } from './components/field.examples.tsx';
import { examples as fileField } from './components/file-field.examples.tsx';
import { examples as filterBar } from './components/filter-bar.examples.tsx';
import { examples as flash } from './components/flash.examples.tsx';
import { examples as form } from './components/form.examples.tsx';
import { examples as icons } from './components/icons.examples.tsx';
import { examples as inset } from './components/inset.examples.tsx';
import { examples as keyHints } from './components/key-hints.examples.tsx';
import { examples as languageSwitch } from './components/language-switch.examples.tsx';
import { examples as menu } from './components/menu.examples.tsx';
import { examples as monthStrip } from './components/month-strip.examples.tsx';
import { examples as notice } from './components/notice.examples.tsx';
import { examples as pageHead } from './components/page-head.examples.tsx';
import { examples as pager } from './components/pager.examples.tsx';
import { examples as panel } from './components/panel.examples.tsx';
import { examples as passwordField } from './components/password-field.examples.tsx';
import { examples as personName } from './components/person-name.examples.tsx';
import { examples as progress } from './components/progress.examples.tsx';
import { examples as rowList } from './components/row-list.examples.tsx';
import { examples as select } from './components/select.examples.tsx';
import { examples as sheet } from './components/sheet.examples.tsx';
import { examples as skeleton } from './components/skeleton.examples.tsx';
import { examples as stamp } from './components/stamp.examples.tsx';
import { examples as stateList } from './components/state-list.examples.tsx';
import { examples as stateMark } from './components/state-mark.examples.tsx';
import { examples as steps } from './components/steps.examples.tsx';
import { examples as table } from './components/table.examples.tsx';
import { examples as tabs } from './components/tabs.examples.tsx';
import { examples as textField } from './components/text-field.examples.tsx';
import { examples as themeSwitch } from './components/theme-switch.examples.tsx';
import { examples as tileMap } from './components/tile-map.examples.tsx';
import { examples as timeline } from './components/timeline.examples.tsx';
import { examples as unitTag } from './components/unit-tag.examples.tsx';

export type ExampleSet = { /** File name of the component, its anchor in the gallery. */ component: string; title: string; examples: readonly Example[] };

export const exampleSets: readonly ExampleSet[] = [
  { component: 'button', title: 'ปุ่ม', examples: button },
  { component: 'text-field', title: 'ช่องข้อความ', examples: textField },
  { component: 'date-field', title: 'วันที่ เวลา', examples: dateField },
  { component: 'select', title: 'เลือกจากรายการ', examples: select },
  { component: 'combobox', title: 'พิมพ์เพื่อเลือก ค้น', examples: combobox },
  { component: 'choices', title: 'ตัวเลือก', examples: choices },
  { component: 'file-field', title: 'ส่งไฟล์', examples: fileField },
  { component: 'password-field', title: 'รหัสผ่าน', examples: passwordField },
  { component: 'field', title: 'กรอบของช่อง', examples: field },
  { component: 'form', title: 'แบบฟอร์ม', examples: form },
  { component: 'error-summary', title: 'สรุปข้อผิด', examples: errorSummary },
  { component: 'notice', title: 'ข้อควรทราบ', examples: notice },
  { component: 'flash', title: 'ข้อความสั้น', examples: flash },
  { component: 'dialog', title: 'กล่องถาม', examples: dialog },
  { component: 'row-list', title: 'แถวของเรื่อง', examples: rowList },
  { component: 'table', title: 'ตาราง', examples: table },
  { component: 'filter-bar', title: 'ตัวกรอง', examples: filterBar },
  { component: 'pager', title: 'แบ่งหน้า', examples: pager },
  { component: 'tabs', title: 'ส่วนของหน้า', examples: tabs },
  { component: 'crumbs', title: 'ทางกลับ', examples: crumbs },
  { component: 'page-head', title: 'หัวหน้า', examples: pageHead },
  { component: 'panel', title: 'กรอบ', examples: panel },
  { component: 'definition-list', title: 'ข้อเท็จจริง', examples: definitionList },
  { component: 'timeline', title: 'ทางเดิน', examples: timeline },
  { component: 'steps', title: 'ขั้น', examples: steps },
  { component: 'checks', title: 'ผลการตรวจ', examples: checks },
  { component: 'stamp', title: 'ตรา', examples: stamp },
  { component: 'state-mark', title: 'สถานะ', examples: stateMark },
  { component: 'due', title: 'กำหนด', examples: due },
  { component: 'sheet', title: 'กระดาษ', examples: sheet },
  { component: 'diff-text', title: 'รอยแก้', examples: diffText },
  { component: 'inset', title: 'ข้อเสนอ', examples: inset },
  { component: 'state-list', title: 'ใครตอบแล้ว', examples: stateList },
  { component: 'person-name', title: 'ชื่อคน', examples: personName },
  { component: 'unit-tag', title: 'หน่วยงาน', examples: unitTag },
  { component: 'attachment', title: 'เอกสารแนบ', examples: attachment },
  { component: 'progress', title: 'ความคืบหน้า', examples: progress },
  { component: 'empty-state', title: 'ว่าง', examples: emptyState },
  { component: 'skeleton', title: 'กำลังโหลด', examples: skeleton },
  { component: 'error-page', title: 'หน้าข้อผิด', examples: errorPage },
  { component: 'tile-map', title: 'แผนที่จังหวัด', examples: tileMap },
  { component: 'month-strip', title: 'แผน 12 เดือน', examples: monthStrip },
  { component: 'menu', title: 'รายการใต้คำ', examples: menu },
  { component: 'theme-switch', title: 'สีหน้าจอ', examples: themeSwitch },
  { component: 'language-switch', title: 'ภาษา', examples: languageSwitch },
  { component: 'key-hints', title: 'ปุ่มลัด', examples: keyHints },
  { component: 'copyable', title: 'คัดลอก', examples: copyable },
  { component: 'code-block', title: 'คำสั่งและตัวอย่าง', examples: codeBlock },
  { component: 'icons', title: 'ภาพเล็ก', examples: icons },
];
