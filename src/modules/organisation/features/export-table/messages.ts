import { defineMessages } from '../../../../platform/words.ts';

export const m = defineMessages({
  th: { xlsx: 'ส่งออก Excel', csv: 'ส่งออก CSV', import: 'นำเข้าจากไฟล์', label: 'ส่งออกและนำเข้า' },
  en: { xlsx: 'Export Excel', csv: 'Export CSV', import: 'Import from a file', label: 'Export and import' },
});
