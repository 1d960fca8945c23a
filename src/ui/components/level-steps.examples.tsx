import { LevelSteps } from './level-steps.tsx';
import type { Example } from '../example.ts';

export const examples: Example[] = [
  { name: 'ได้ระดับ 3.5', render: () => <LevelSteps label="ค่าของระดับ 1 ถึง 5" values={['60', '70', '80', '90', '100']} reached={3.5} /> },
  { name: 'ยังไม่มีผล', render: () => <LevelSteps label="ค่าของระดับ 1 ถึง 5" values={['1', '2', '3', '4', '5']} /> },
];
