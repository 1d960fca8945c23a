import { benchMemoPdf } from './memo-pdf.ts';

const parts: Record<string, () => Promise<void>> = { memo: benchMemoPdf };
const wanted = process.argv.slice(2);
for (const [name, run] of Object.entries(parts)) if (wanted.length === 0 || wanted.includes(name)) await run();
process.exit(0);
