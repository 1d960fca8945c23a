import { Steps } from './steps.tsx';
import type { Example } from '../example.ts';

export const examples: Example[] = [{ name: 'ขั้นของแบบฟอร์มหลายหน้า', render: () => <Steps title="ต่ออายุบัตร" current={3} total={5} remaining="เหลืออีกประมาณ 4 นาที" /> }];
