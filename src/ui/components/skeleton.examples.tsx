import { Skeleton } from './skeleton.tsx';
import type { Example } from '../example.ts';

export const examples: Example[] = [{ name: 'กำลังโหลด', render: () => <div class="two"><Skeleton lines={4} /><Skeleton rows lines={3} /></div> }];
