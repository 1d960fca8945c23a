import { Copyable } from './copyable.tsx';
import type { Example } from '../example.ts';

export const examples: Example[] = [{ name: 'ค่าที่คัดลอกได้', render: () => <Copyable value="นร ๐๒๒๓/ว ๕๐๓" label="เลขที่หนังสือ" /> }];
