import { describe, expect, it } from 'vitest';
import { linesOf, movedLine, rowsOf } from './item-form.ts';
import type { LineRow, TaskRow } from './item-form.ts';
import type { AgendaItem, MinutesLine } from './minutes-document.ts';
import { mergeLines } from './merge-lines.ts';

const item: AgendaItem = {
  id: 'item-1', title: 'เรื่อง',
  lines: [
    { kind: 'statement', id: 's', speaker: { name: 'นางสาวก.ฯ', unit: 'กพร.', partyId: '7' }, text: 'แจ้งว่า' },
    { kind: 'list-item', id: 'l', level: 2, label: '๑.', text: 'ข้อหนึ่ง' },
    { kind: 'table', id: 't', columns: ['ก', 'ข'], rows: [['1', '2'], ['3', '']] },
    { kind: 'resolution', id: 'r', resolutions: ['agree', 'assign'], text: 'เห็นชอบ', assignments: [
      { id: 'a', owners: [{ text: 'สลก.', partyId: '9' }], task: 'ขับเคลื่อน', due: { kind: 'date', date: '2020-11-30', from: '2020-11-01' }, supportUnits: [{ text: 'ศสช.' }] },
    ] },
    { kind: 'open-point', id: 'o', text: 'ยังไม่ได้ข้อยุติ' },
  ],
};
let n = 0;
const context = { newId: () => `new-${++n}`, parties: new Map([['กคส.', 11], ['ศสช.', 12]]) };
const blank: LineRow = { id: '', kind: 'statement', speaker: '', label: '', level: 1, resolutions: [], text: '', remove: false };
const task: TaskRow = { line: 'r', id: '', owners: '', task: '', dueOn: '', dueEvent: '', support: '', evidence: '' };

describe('an item as rows', () => {
  it('comes back as it was, parts that rows do not show included', () => {
    const { lines, tasks } = rowsOf(item);
    const back = linesOf(item.lines, lines, tasks, { ...context, parties: new Map() });
    expect(back).toEqual(item.lines);
  });

  it('takes new lines with ids of their own, and drops emptied, removed and blank ones', () => {
    const { lines } = rowsOf(item);
    const next = linesOf(item.lines, [{ ...lines[0]!, text: ' ' }, { ...lines[1]!, remove: true }, blank, { ...blank, kind: 'heading', text: 'หัวข้อ' }], [], context);
    expect(next).toEqual([{ kind: 'heading', id: expect.stringMatching(/^new-/u), text: 'หัวข้อ' }]);
  });

  it('reads a speaker as a post, or as a name with a unit', () => {
    const say = (speaker: string) => linesOf([], [{ ...blank, text: 'ก', speaker }], [], context)[0];
    expect(say('ผอ.กพร.')).toMatchObject({ speaker: { position: 'ผอ.กพร.' } });
    expect(say('นายก.ฯ ศสช.')).toMatchObject({ speaker: { name: 'นายก.ฯ', unit: 'ศสช.' } });
  });

  it('makes an assignment of owners and a day, ties units to the register, and marks the resolution', () => {
    const [line] = linesOf([], [{ ...blank, id: 'r', kind: 'resolution', text: 'ให้หารือ' }], [{ ...task, owners: 'กคส. และ กกร.', dueEvent: 'การประชุมครั้งต่อไป' }, task], context);
    expect(line).toMatchObject({
      resolutions: ['assign'],
      assignments: [{ owners: [{ text: 'กคส.', partyId: '11' }, { text: 'กกร.' }], task: 'ให้หารือ', due: { kind: 'event', event: 'การประชุมครั้งต่อไป' } }],
    });
  });

  it('keeps a resolution of kinds alone', () => {
    expect(linesOf([], [{ ...blank, kind: 'resolution', resolutions: ['acknowledge'] }], [], context)).toHaveLength(1);
  });

  it('moves a line one place', () => {
    expect(movedLine(item.lines, 'l', -1).map((line) => line.id)).toEqual(['l', 's', 't', 'r', 'o']);
  });
});

describe('lines of two writers', () => {
  const line = (id: string, text: string): MinutesLine => ({ kind: 'statement', id, text });
  const base = [line('a', 'ก'), line('b', 'ข'), line('c', 'ค')];

  it('are put together when they touched different lines', () => {
    const merged = mergeLines(base, [line('a', 'ก2'), line('b', 'ข'), line('x', 'ใหม่'), line('c', 'ค')], [line('a', 'ก'), line('b', 'ข2'), line('y', 'ของฉัน'), line('c', 'ค')]);
    expect(merged.conflicts).toEqual([]);
    expect(merged.lines.map((one) => [one.id, one.kind === 'statement' ? one.text : ''])).toEqual([['a', 'ก2'], ['b', 'ข2'], ['y', 'ของฉัน'], ['x', 'ใหม่'], ['c', 'ค']]);
  });

  it('leave a line that both changed to a person, mine shown, theirs kept', () => {
    const merged = mergeLines(base, [line('a', 'เขา'), line('b', 'ข'), line('c', 'ค')], [line('a', 'ฉัน'), line('b', 'ข'), line('c', 'ค')]);
    expect(merged.conflicts).toEqual([{ lineId: 'a', theirs: line('a', 'เขา'), mine: line('a', 'ฉัน') }]);
    expect(merged.lines[0]).toEqual(line('a', 'ฉัน'));
  });

  it('lose nothing when one took out what the other changed', () => {
    expect(mergeLines(base, base.slice(1), [line('a', 'ฉัน'), ...base.slice(1)])).toMatchObject({ conflicts: [{ lineId: 'a', theirs: undefined }], lines: [line('a', 'ฉัน'), {}, {}] });
    expect(mergeLines(base, [line('a', 'เขา'), ...base.slice(1)], base.slice(1)).lines[0]).toEqual(line('a', 'เขา'));
  });

  it('let a line go that one took out and the other left alone', () => {
    expect(mergeLines(base, base, base.slice(1)).lines.map((one) => one.id)).toEqual(['b', 'c']);
  });

  it('keep my order when only I moved', () => {
    expect(mergeLines(base, base, [base[1]!, base[0]!, base[2]!]).lines.map((one) => one.id)).toEqual(['b', 'a', 'c']);
  });
});
