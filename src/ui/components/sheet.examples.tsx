import { MemoHead, Resolution, Sheet, SheetLine, SheetSign } from './sheet.tsx';
import { DiffText } from './diff-text.tsx';
import type { Example } from '../example.ts';

export const examples: Example[] = [
  {
    name: 'บันทึกข้อความ',
    note: 'วาดเป็นแผ่นที่จะเป็นจริง บนโทรศัพท์จัดใหม่ให้อ่านได้',
    render: () => (
      <div class="measure">
        <Sheet label="บันทึกข้อความ นร ๐๒๒๓/ว ๕๐๓" near>
          <MemoHead
            title="บันทึกข้อความ" urgent="ด่วนที่สุด"
            lines={[
              [{ label: 'ส่วนราชการ', value: 'กลุ่มพัฒนาระบบบริหาร โทร. ๐ ๒๐๐๐ ๐๐๐๐' }],
              [{ label: 'ที่', value: 'นร ๐๒๒๓/ว ๕๐๓' }, { label: 'วันที่', value: '๓ พฤศจิกายน ๒๕๖๓' }],
              [{ label: 'เรื่อง', value: 'ขอให้พิจารณารับรองรายงานการประชุม ครั้งที่ ๑/๒๕๖๓' }],
            ]}
          />
          <p class="flat gap">เรียน&ensp;ผอ.สนข. ผอ.สปต. และ ลนก.</p>
          <p>ฝ่ายเลขานุการได้จัดทำรายงานการประชุมแล้ว ขอได้โปรดตรวจและแจ้งผลภายในวันที่ ๙ พฤศจิกายน ๒๕๖๓ หากไม่แจ้งภายในกำหนด ให้ถือว่าท่านรับรองรายงานการประชุมโดยไม่มีการแก้ไข</p>
          <p class="gap-s">จึงเรียนมาเพื่อโปรดพิจารณา</p>
          <SheetSign lines={['(นางอรพิน แก้วประภา)', 'ผู้อำนวยการกลุ่มพัฒนาระบบบริหาร']} />
        </Sheet>
      </div>
    ),
  },
  {
    name: 'รายงานการประชุม มีเลขบรรทัด มติ และรอยแก้',
    render: () => (
      <div class="measure">
        <Sheet label="รายงานการประชุม หน้า ๓" pageNo="๓" catchword="ประธานสอบถาม" secrecy="ลับ">
          <SheetLine as="h2" id="example-l14">๓.๑ ตัวชี้วัดที่ ๑ การพัฒนาระบบคลังข้อมูลข่าวสาร</SheetLine>
          <SheetLine id="example-l16" no="๑๖" at={1} href="#example-l16" marked>
            ผู้แทน ศสช. เสนอให้แยกคลังข้อมูลข่าวสารออกจากระบบต่อต้านข่าวปลอม และให้มีชุดข้อมูลในปีงบประมาณ พ.ศ. ๒๕๖๔ จำนวน{' '}
            <DiffText runs={[{ kind: 'del', text: '๒' }, { kind: 'same', text: ' ' }, { kind: 'ins', text: '๓' }]} /> ชุด
          </SheetLine>
          <Resolution label="มติที่ประชุม" id="example-r1">เห็นชอบตัวชี้วัดที่ ๑ น้ำหนักร้อยละ ๑๕</Resolution>
        </Sheet>
      </div>
    ),
  },
];
