import { describe, expect, it } from 'vitest';
import { readText } from './minutes-text.ts';
import { applyCorrections, applyDecisions, applySuggestion, decisionSchema, suggestionSchema } from './suggestions.ts';
import type { Suggestion } from './suggestions.ts';
import { sampleMinutes } from './testing/sample-minutes.ts';

const document = sampleMinutes();
const text = { lineId: 'l5', field: 'text' };

function replace(id: string, original: string, proposed: string, more: Record<string, unknown> = {}): Suggestion {
  return suggestionSchema.parse({ id, reason: 'ตามบันทึกของหน่วยงาน', change: { kind: 'replace', lineId: 'l5', original, proposed, ...more } });
}

describe('a suggestion', () => {
  it('replaces a part of the text and tells where', () => {
    const result = applySuggestion(document, replace('s1', 'จัดทำคู่มือ', 'จัดทำคู่มือและสื่อ'));
    expect(result.ok && readText(result.document, text)).toBe('เห็นชอบ และมอบหมายให้ กสว. จัดทำคู่มือและสื่อ');
    const start = 'เห็นชอบ และมอบหมายให้ กสว. '.length;
    expect(result.ok && result.change).toMatchObject({ suggestionId: 's1', oldSpan: [start, start + 11], newSpan: [start, start + 18] });
  });

  it('is a conflict with the text found when the original is no longer there', () => {
    const result = applySuggestion(document, replace('s1', 'จัดทำแผน', 'x'));
    expect(result).toMatchObject({ ok: false, conflict: { code: 'original-changed', found: 'เห็นชอบ และมอบหมายให้ กสว. จัดทำคู่มือ' } });
  });

  it('is a conflict when the original stands there twice, unless the offset tells which', () => {
    expect(applySuggestion(document, replace('s1', 'ม', 'น'))).toMatchObject({ ok: false, conflict: { code: 'original-ambiguous' } });
    const second = 'เห็นชอบ และ'.length;
    const result = applySuggestion(document, replace('s1', 'ม', 'น', { offset: second }));
    expect(result.ok && readText(result.document, text)).toContain('และนอบหมาย');
  });

  it('tells a line that is gone from a field that is gone', () => {
    expect(applySuggestion(document, replace('s1', 'x', 'y', { lineId: 'nowhere' }))).toMatchObject({ conflict: { code: 'line-gone' } });
    expect(applySuggestion(document, replace('s1', 'x', 'y', { lineId: 'l4', field: 'cell:9:9' }))).toMatchObject({ conflict: { code: 'field-gone' } });
  });

  it('corrects a table cell, a name in the list and the closing time', () => {
    const result = applyCorrections(document, [
      replace('s1', '๔๐', '๓๐', { lineId: 'l4', field: 'cell:1:1' }),
      replace('s2', 'นาดี', 'นาดีเลิศ', { lineId: 'm2', field: 'personName' }),
      replace('s3', '12:00', '11:30', { lineId: 'header', field: 'actualEnd' }),
    ]);
    expect(result.conflicts).toEqual([]);
    expect(result.document.header.actualEnd).toBe('11:30');
    expect(result.document.attendance.members[1]?.personName).toBe('นางสาวขวัญข้าว นาดีเลิศ');
  });

  it('cannot make minutes that are not valid', () => {
    const result = applyCorrections(document, [replace('s1', '12:00', 'เที่ยง', { lineId: 'header', field: 'actualEnd' })]);
    expect(result).toMatchObject({ document, conflicts: [{ code: 'invalid-result' }] });
  });

  it('inserts, removes and gives an assignment a date', () => {
    const line = document.sections[1]!.items[0]!.lines[2]!;
    if (line.kind !== 'resolution') throw new Error('sample changed');
    const proposed = line.assignments.map((a) => ({ ...a, due: { kind: 'event' as const, event: 'การประชุมครั้งถัดไป' } }));
    const result = applyCorrections(document, [
      { id: 's1', reason: '', change: { kind: 'insert', lineId: 'l3', line: { id: 'new', kind: 'open-point', text: 'ยังไม่ได้ข้อสรุป' } } },
      { id: 's2', reason: '', change: { kind: 'assignments', lineId: 'l5', original: line.assignments, proposed } },
      { id: 's3', reason: '', change: { kind: 'remove', lineId: 'l1', original: document.sections[0]!.items[0]!.lines[0]! } },
    ]);
    expect(result.conflicts).toEqual([]);
    expect(result.document.sections[1]?.items[0]?.lines.map((l) => l.id)).toEqual(['l3', 'new', 'l4', 'l5']);
    expect(result.document.sections[1]?.items[0]?.lines[3]).toMatchObject({ assignments: proposed });
    expect(result.document.sections[0]?.items[0]?.lines.map((l) => l.id)).toEqual(['l2']);
  });
});

describe('several suggestions', () => {
  it('that put lines in at one place keep their order', () => {
    const point = (id: string): Suggestion => ({ id, reason: '', change: { kind: 'insert', lineId: 'l3', line: { id: `new-${id}`, kind: 'open-point', text: id } } });
    const result = applyCorrections(document, [point('a'), point('b')]);
    expect(result.document.sections[1]?.items[0]?.lines.map((l) => l.id)).toEqual(['l3', 'new-a', 'new-b', 'l4', 'l5']);
  });

  it('apply on one text at once, whatever their order', () => {
    const a = replace('a', 'เห็นชอบ', 'อนุมัติ');
    const b = replace('b', 'คู่มือ', 'แนวทาง');
    const one = applyCorrections(document, [a, b]);
    const two = applyCorrections(document, [b, a]);
    expect(one.document).toEqual(two.document);
    expect(readText(one.document, text)).toBe('อนุมัติ และมอบหมายให้ กสว. จัดทำแนวทาง');
  });

  it('that overlap: the first stays, the other is a conflict', () => {
    const result = applyCorrections(document, [replace('a', 'จัดทำคู่มือ', 'ทำสื่อ'), replace('b', 'คู่มือ', 'แนวทาง')]);
    expect(result.conflicts).toEqual([{ suggestionId: 'b', code: 'overlaps-accepted' }]);
  });

  it('only those accepted change the minutes', () => {
    const decisions = [
      decisionSchema.parse({ suggestionId: 'a', outcome: 'accept' }),
      decisionSchema.parse({ suggestionId: 'b', outcome: 'decline', reason: 'ตรงตามที่บันทึกเสียง' }),
    ];
    const result = applyDecisions(document, [replace('a', 'เห็นชอบ', 'อนุมัติ'), replace('b', 'คู่มือ', 'แนวทาง')], decisions);
    expect(result.changes.map((c) => c.suggestionId)).toEqual(['a']);
  });

  it('a refusal needs a reason', () => {
    expect(decisionSchema.safeParse({ suggestionId: 'a', outcome: 'decline', reason: '  ' }).success).toBe(false);
  });
});
