import { Crumbs } from './crumbs.tsx';
import type { Example } from '../example.ts';

export const examples: Example[] = [
  { name: 'ทางกลับ', render: () => <Crumbs items={[{ label: 'ทะเบียนหนังสือ', href: '#crumbs' }, { label: 'หนังสือเวียน', href: '#crumbs' }, { label: 'นร ๐๒๒๓/ว ๕๐๓' }]} /> },
];
