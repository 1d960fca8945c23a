import { describe, expect, it } from 'vitest';
import { wordRuns } from './difference.ts';
import { isDayOrHour, partOfWords, runsInWords, wordsOfPart } from './part-words.ts';

describe('days and hours of the head', () => {
  it('are read and typed as people write them', () => {
    expect([wordsOfPart('date', '2020-10-22'), wordsOfPart('plannedStart', '09:30'), wordsOfPart('place', 'ห้อง 211A')]).toEqual(['22 ตุลาคม 2563', '09.30 น.', 'ห้อง 211A']);
    expect([partOfWords('date', '๒๓ ต.ค. ๖๓'), partOfWords('actualEnd', '๑๓.๐๐ น.'), partOfWords('place', 'ห้อง 1')]).toEqual(['2020-10-23', '13:00', 'ห้อง 1']);
    expect([partOfWords('date', '31 ก.พ. 2563'), partOfWords('plannedEnd', 'เย็น')]).toEqual([undefined, undefined]);
    expect(['date', 'plannedStart', 'title:0', 'text'].map(isDayOrHour)).toEqual([true, true, false, false]);
  });

  it('show a change in words, never in the form that is kept', () => {
    const runs = runsInWords(wordRuns('2020-10-22', '2020-10-23').map((run) => ({ ...run, ...(run.kind === 'same' ? {} : { suggestionId: '7' }) })), (text) => wordsOfPart('date', text));
    expect(runs.filter((run) => run.kind !== 'ins').map((run) => run.text).join('')).toBe('22 ตุลาคม 2563');
    expect(runs.filter((run) => run.kind !== 'del').map((run) => run.text).join('')).toBe('23 ตุลาคม 2563');
    expect(runs.filter((run) => run.kind !== 'same').every((run) => run.suggestionId === '7')).toBe(true);
  });
});
