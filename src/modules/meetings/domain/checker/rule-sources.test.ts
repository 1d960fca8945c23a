// No rule contains a string of the report: not its units, not its indicators, not a phrase of its text.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { minutesDraft } from '../../demo/minutes-draft.ts';
import { cast, castUnits } from '../../../organisation/demo/cast.ts';
import { textParts } from '../minutes-text.ts';
import { defaultVocabulary } from './vocabulary.ts';

const folder = new URL('.', import.meta.url);
const sources = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));

const specific = [
  ...castUnits.flatMap((u) => [u.abbreviation, u.fullName, ...u.variants]),
  'กปส', 'อปส', 'รปส', 'กปช', 'สนม', 'อกร', 'ลนภ', 'ลนค', 'ลนก', 'สพธอ', 'ก.พ.ร', 'กรมประชาสัมพันธ์', '1353', '๑๓๕๓', '282.31', '๒๘๒',
  'ข่าวปลอม', 'Fake', 'คลังข้อมูล', 'บัตรประจำตัว', 'สื่อมวลชนภายใน', 'PMQA', 'Masterpiece', 'Scorecard', 'e-Service', 'สารบรรณ', 'Certification', 'ธุรกรรม', 'วิสามัญ',
  'เจรจา', 'ภาพลักษณ์', 'ยุทธศาสตร์ชาติ', 'แผนการปฏิรูป', 'หน่วยกำกับ', 'หน่วยสื่อ', 'องค์การสู่ดิจิทัล', 'มาตรการปรับปรุง', 'Performance', 'Potential', 'ระบบราชการ',
];

/** General official words that any minutes contain, the report's too. */
const general = new Set([
  ...defaultVocabulary.jobTitles, ...defaultVocabulary.jobLevels, ...defaultVocabulary.nameBeginnings, defaultVocabulary.checkerCaption,
  'ขอความอนุเคราะห์', 'ประจำปีงบประมาณ',
]);

describe('rule sources', () => {
  it('are all read', () => {
    expect(sources.length).toBeGreaterThan(20);
  });

  it.each(sources)('$name has nothing of the report', ({ text }) => {
    expect(specific.filter((s) => text.includes(s))).toEqual([]);
    for (const person of cast) expect(text.includes(person.family)).toBe(false);
  });

  it.each(sources)('$name shares no phrase of some length with the demo minutes', ({ text }) => {
    const report = textParts(minutesDraft).map((p) => p.text).join('\n');
    const phrases = [...text.matchAll(/[\u0E00-\u0E4E]{16,}/gu)].map((m) => m[0]).filter((p) => !general.has(p));
    expect(phrases.filter((p) => report.includes(p))).toEqual([]);
  });
});
