import { ThemeSwitch } from './theme-switch.tsx';
import type { Example } from '../example.ts';

export const examples: Example[] = [{ name: 'สลับสีของหน้าจอ', render: () => <ThemeSwitch action="#theme-switch" /> }];
