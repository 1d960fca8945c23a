import { FileField, UploadProgress } from './file-field.tsx';
import { Progress } from './progress.tsx';
import type { Example } from '../example.ts';

export const examples: Example[] = [
  {
    name: 'แนบไฟล์',
    note: 'บอกชนิดและขนาดก่อนเลือก',
    render: () => (
      <div class="two">
        <FileField name="report" label="รายงานการประชุม" accept="application/pdf" acceptWords="PDF" maxBytes={20 * 1024 * 1024} />
        <FileField
          name="photo" label="รูปถ่าย" accept="image/jpeg,image/png" acceptWords="JPG หรือ PNG" maxBytes={5 * 1024 * 1024} error="ไฟล์ใหญ่ 8.4 MB ย่อรูปแล้วส่งใหม่"
          current={[{ id: 'p1', name: 'IMG_2087.jpg', href: '#file-field', bytes: 1_240_000 }]} removeName="remove-photo"
        />
      </div>
    ),
  },
  {
    name: 'ระหว่างส่ง',
    note: 'UploadProgress ซ่อนอยู่ในแบบฟอร์มจนกว่าจะส่ง หน้าตาเป็นดังนี้',
    render: () => (
      <div class="measure">
        <UploadProgress />
        <Progress label="รายงานความก้าวหน้า ไตรมาส ๑.pdf" value={8.2} max={12.4} words="8.2 จาก 12.4 MB" note="ส่งแล้ว 66% เหลือราว 8 วินาที ทำส่วนอื่นต่อได้" />
      </div>
    ),
  },
];
