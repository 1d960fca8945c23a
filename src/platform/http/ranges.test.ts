import { expect, it } from 'vitest';
import { rangeOf } from './ranges.ts';

it.each([
  ['bytes=0-9', { start: 0, end: 9 }], ['bytes=90-', { start: 90, end: 99 }], ['bytes=-10', { start: 90, end: 99 }], ['bytes=-500', { start: 0, end: 99 }], ['bytes=50-5000', { start: 50, end: 99 }],
  ['bytes=100-', 'none'], ['bytes=-0', 'none'], ['bytes=9-2', undefined], ['bytes=-', undefined], ['bytes=0-1,5-6', undefined], ['lines=1-2', undefined], [undefined, undefined],
])('%s of a hundred bytes', (header, range) => {
  expect(rangeOf(header, 100)).toEqual(range);
});
