import { LanguageSwitch } from './language-switch.tsx';
import type { Example } from '../example.ts';

export const examples: Example[] = [
  {
    name: 'สลับภาษา',
    render: () => (
      <div class="cluster cluster-wide">
        <LanguageSwitch hrefs={{ th: '#language-switch', en: '#language-switch' }} />
        <LanguageSwitch action="#language-switch" />
      </div>
    ),
  },
];
