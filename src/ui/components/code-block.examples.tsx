import { CodeBlock } from './code-block.tsx';
import type { Example } from '../example.ts';

export const examples: Example[] = [{ name: 'คำสั่งที่คัดลอกไปใช้', render: () => <CodeBlock label="ตัวอย่างคำขอ">{'curl https://krom.example.go.th/api/v1/inbox \\\n  -H "Authorization: Bearer krom_…"'}</CodeBlock> }];
