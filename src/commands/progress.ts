import type { Progress } from '../backup/backup.ts';
import type { Words } from '../platform/words.ts';

const stages: Readonly<Record<Progress['stage'], Words>> = {
  check: { th: 'ตรวจไฟล์สำรอง', en: 'checking the file' },
  compare: { th: 'คำนวณค่าแฮชของข้อมูล', en: 'hashing the content' },
  database: { th: 'ฐานข้อมูล', en: 'database' },
  files: { th: 'ไฟล์', en: 'files' },
  keys: { th: 'กุญแจ', en: 'keys' },
  prove: { th: 'พิสูจน์ว่าตรงกัน', en: 'proving that it is the same' },
};

/** Shows how far long work is: one line that renews itself at a terminal, one line a stage elsewhere. */
export function progressTeller(): (progress: Progress) => void {
  let shown = '';
  let at = 0;
  return ({ stage, done, total }) => {
    const words = `${stages[stage].th} / ${stages[stage].en}`;
    if (!process.stdout.isTTY) {
      if (stage !== shown) console.log(`${words}…`);
      shown = stage;
      return;
    }
    if (stage === shown && Date.now() - at < 200 && done !== total) return;
    if (shown !== '' && stage !== shown) process.stdout.write('\n');
    const part = done !== undefined && total ? ` ${Math.min(100, Math.floor((done / total) * 100))}%` : '';
    process.stdout.write(`\r${words}${part}\x1b[K`);
    shown = stage;
    at = Date.now();
  };
}

/** Ends the line that renews itself. */
export function endProgress(): void {
  if (process.stdout.isTTY) process.stdout.write('\n');
}
