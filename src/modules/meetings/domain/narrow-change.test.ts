import { describe, expect, it } from 'vitest';
import { narrowChange } from './narrow-change.ts';

const text = 'จำนวน ๒ ชุด คือ ข่าวกลาง และเว็บไซต์กรม';

/** What the correction makes of the text. */
function applied(before: string, after: string): string | undefined {
  const change = narrowChange(before, after);
  if (!change) return undefined;
  expect(before.slice(change.offset, change.offset + change.original.length)).toBe(change.original);
  return before.slice(0, change.offset) + change.proposed + before.slice(change.offset + change.original.length);
}

describe('the smallest change', () => {
  it('holds the changed words only', () => {
    const change = narrowChange(text, text.replace('๒', '๓'));
    expect(change).toMatchObject({ original: '๒', proposed: '๓', offset: 6 });
  });

  it('keeps a word beside a pure insertion, at the beginning, in the middle and at the end', () => {
    for (const after of [`ให้มี${text}`, text.replace('คือ', 'คือ ระบบ'), `${text} ด้วย`]) {
      expect(applied(text, after)).toBe(after);
      expect(narrowChange(text, after)?.original).not.toBe('');
    }
  });

  it('can take words out, or everything', () => {
    expect(applied(text, text.replace(' และเว็บไซต์กรม', ''))).toBe('จำนวน ๒ ชุด คือ ข่าวกลาง');
    expect(applied(text, '')).toBe('');
  });

  it('is nothing when nothing was changed, and takes an empty text', () => {
    expect(narrowChange(text, text)).toBeUndefined();
    expect(narrowChange('', 'ใหม่')).toEqual({ original: '', proposed: 'ใหม่', offset: 0 });
  });
});
