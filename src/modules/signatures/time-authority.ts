import { listSetting, readSetting } from '../../platform/settings/settings.ts';
import type { ReadTx } from '../../platform/db/database.ts';

/** Who stamps the time of signatures (RFC 3161), by address. Empty: signatures bear the time of the house alone (PAdES B-B). */
export const timeAuthorities = listSetting<string>({
  name: 'signatures.time-stamp-authority',
  title: { th: 'ผู้ให้บริการประทับเวลาลายมือชื่อ', en: 'Time-stamp authority' },
  hint: { th: 'ที่อยู่ของบริการประทับเวลา (RFC 3161) หนึ่งบรรทัด เว้นว่างหากยังไม่ใช้ ลายมือชื่อจะใช้เวลาที่ระบบบันทึก', en: 'Address of the service (RFC 3161), one line. Empty: signatures bear the time of this system' },
  usual: [],
  read: (line) => (URL.canParse(line) && /^https?:$/.test(new URL(line).protocol) ? line : undefined),
  write: (url) => url,
  accept: (stored) => (Array.isArray(stored) && stored.every((one) => typeof one === 'string') ? stored : undefined),
});

/** The authority in force; undefined where none is set. */
export async function timeAuthority(tx: ReadTx): Promise<{ readonly url: string } | undefined> {
  const [url] = await readSetting(tx, timeAuthorities);
  return url === undefined ? undefined : { url };
}
