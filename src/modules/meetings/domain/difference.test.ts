import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedBlocks, compareMinutes, wordRuns } from './difference.ts';
import { mapTexts, textParts } from './minutes-text.ts';
import { applyCorrections, suggestionSchema } from './suggestions.ts';
import { sampleMinutes } from './testing/sample-minutes.ts';

const vocabulary = ['ประชุม', 'คณะทำงาน', 'เห็นชอบ', ' ', 'พ.ศ. ', '๒๕๖๖', 'ก', 'น้ำ', 'ร้อยละ', 'และ', '(', ')', 'e-Service', 'ๆ', '่', '\n', '👍'];
const phrase = fc.array(fc.oneof(fc.constantFrom(...vocabulary), fc.string({ unit: 'grapheme', maxLength: 3 })), { maxLength: 25 }).map((w) => w.join(''));

describe('words that changed', () => {
  it('keep both texts exactly recoverable', () => {
    fc.assert(fc.property(phrase, phrase, (before, after) => {
      const runs = wordRuns(before, after);
      expect(runs.filter((r) => r.kind !== 'ins').map((r) => r.text).join('')).toBe(before);
      expect(runs.filter((r) => r.kind !== 'del').map((r) => r.text).join('')).toBe(after);
      expect(runs.every((r) => r.text !== '')).toBe(true);
    }), { numRuns: 500 });
  });

  it('never leave a letter or two alone between two changes', () => {
    fc.assert(fc.property(phrase, phrase, (before, after) => {
      const runs = wordRuns(before, after);
      for (const run of runs.slice(1, -1)) {
        if (run.kind === 'same') expect(run.text.replace(/[\s\p{M}]/gu, '').length).toBeGreaterThan(2);
      }
    }), { numRuns: 500 });
  });

  it('are whole Thai words', () => {
    expect(wordRuns('คณะทำงานเห็นชอบแผนปฏิบัติการ', 'คณะทำงานอนุมัติแผนปฏิบัติการ')).toEqual([
      { kind: 'same', text: 'คณะทำงาน' },
      { kind: 'del', text: 'เห็นชอบ' },
      { kind: 'ins', text: 'อนุมัติ' },
      { kind: 'same', text: 'แผนปฏิบัติการ' },
    ]);
  });

  it('show an insertion as an insertion only', () => {
    const runs = wordRuns('จัดส่งคู่มือภายในเดือนมีนาคม', 'จัดส่งคู่มือและสื่อการสอนภายในเดือนมีนาคม');
    expect(runs.map((r) => r.kind)).toEqual(['same', 'ins', 'same']);
  });
});

describe('two versions', () => {
  const document = sampleMinutes();

  it('that are equal have no changed block', () => {
    expect(changedBlocks(compareMinutes(document, document))).toEqual([]);
  });

  it('tie every changed run to its suggestion, two in one line apart', () => {
    const make = (id: string, original: string, proposed: string) =>
      suggestionSchema.parse({ id, reason: '', change: { kind: 'replace', lineId: 'l5', original, proposed } });
    const { document: after, changes } = applyCorrections(document, [make('a', 'เห็นชอบ', 'อนุมัติ'), make('b', 'คู่มือ', 'แนวทาง')]);
    const [block, ...more] = changedBlocks(compareMinutes(document, after, changes));
    expect(more).toEqual([]);
    expect(block).toMatchObject({ lineId: 'l5', status: 'changed', suggestionIds: ['a', 'b'] });
    expect(block?.parts[0]?.runs.filter((r) => r.kind !== 'same')).toEqual([
      { kind: 'del', text: 'เห็นชอบ', suggestionId: 'a' },
      { kind: 'ins', text: 'อนุมัติ', suggestionId: 'a' },
      { kind: 'del', text: 'คู่มือ', suggestionId: 'b' },
      { kind: 'ins', text: 'แนวทาง', suggestionId: 'b' },
    ]);
  });

  it('show added, removed and moved lines and a changed due date', () => {
    const [l3, l4, l5] = document.sections[1]!.items[0]!.lines;
    if (!l3 || !l4 || l5?.kind !== 'resolution') throw new Error('sample changed');
    const due = { kind: 'date' as const, date: '2023-03-31' };
    const after = sampleMinutes([
      { ...l5, assignments: l5.assignments.map((a) => ({ ...a, due })) },
      l3,
      { id: 'new', kind: 'open-point', text: 'ยังไม่ได้ข้อสรุป' },
    ]);
    const status = Object.fromEntries(changedBlocks(compareMinutes(document, after)).map((b) => [b.lineId, b.moved ? `${b.status} moved` : b.status]));
    expect(status['new']).toBe('added');
    expect(status['l4']).toBe('removed');
    expect(status['l5']).toMatch(/^changed/u);
    expect(Object.values(status).some((s) => s.endsWith('moved'))).toBe(true);
  });

  it('lose no text: every text of both versions stands in the difference', () => {
    fc.assert(fc.property(fc.infiniteStream(phrase), (stream) => {
      const after = mapTexts(document, (text, ref) => (ref.lineId === 'header' ? text : `${text}${stream.next().value ?? ''}`));
      const joined = (skip: 'ins' | 'del') => compareMinutes(document, after).flatMap((b) => b.parts.filter((p) => !p.ref.field.endsWith(':due')).map((p) => p.runs.filter((r) => r.kind !== skip).map((r) => r.text).join('')));
      expect(joined('ins')).toEqual(textParts(document).map((p) => p.text));
      expect(joined('del')).toEqual(textParts(after).map((p) => p.text));
    }), { numRuns: 40 });
  });
});
