import { ButtonLink } from './button.tsx';
import { PageHead } from './page-head.tsx';
import type { Example } from '../example.ts';

export const examples: Example[] = [
  {
    name: 'หัวหน้า',
    render: () => (
      <PageHead
        level={2} title="ทะเบียนหนังสือส่ง พ.ศ. 2563" sub="ข้อมูล ณ 6 พ.ย. 2563 14.32 น."
        actions={<><ButtonLink kind="main" href="#page-head">ร่างหนังสือ</ButtonLink><ButtonLink href="#page-head">ส่งออก</ButtonLink></>}
      />
    ),
  },
];
