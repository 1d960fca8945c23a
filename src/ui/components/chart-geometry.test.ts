/** From numbers to places on a drawing. */
import { describe, expect, it } from 'vitest';
import { bandPath, domainOf, linePath, placeIn, radarPath, rowsFor, shareOf, spoke, ticksOf, widthOf } from './chart-geometry.ts';

describe('places', () => {
  it('grow with the value, downwards where the range is turned, and stay at the edge beyond the domain', () => {
    const up = placeIn([50, 90], [216, 22]);
    expect([50, 70, 90].map(up)).toEqual([216, 119, 22]);
    expect([0, 1000].map(up)).toEqual([216, 22]);
  });

  it('are shares of the width between nothing and all, whatever is asked', () => {
    expect([0, 62.1, 91.555, 100].map((value) => shareOf(value, 100))).toEqual(['0%', '62.1%', '91.56%', '100%']);
    expect([shareOf(-3, 100), shareOf(140, 100), shareOf(5, 0)]).toEqual(['0%', '100%', '0%']);
  });

  it('have a domain with air that two equal values or none do not make empty', () => {
    expect(domainOf([70, 80])).toEqual([69.2, 80.8]);
    expect(domainOf([50], [50])).toEqual([45, 55]);
    expect(domainOf([0])).toEqual([-1, 1]);
    expect(domainOf([])).toEqual([0, 1]);
    expect(ticksOf([50, 90], 4)).toEqual([50, 60, 70, 80, 90]);
  });
});

describe('lines', () => {
  it('break where a value is missing', () => {
    expect(linePath([{ x: 0, y: 1 }, { x: 10, y: 2 }, null, { x: 30, y: 4 }, { x: 40, y: 5 }])).toBe('M0,1L10,2M30,4L40,5');
    expect(linePath([])).toBe('');
    expect(bandPath([{ x: 0, low: 10, high: 0 }, { x: 5, low: 8, high: 2 }])).toBe('M0,0L5,2L5,8L0,10Z');
    expect(bandPath([null, null])).toBe('');
  });

  it('of a radar begin at the top, go clockwise, and close only when nothing is missing', () => {
    expect(spoke(0, 4, 500, 500, 100)).toEqual({ x: 0, y: -100 });
    expect(spoke(1, 4, 250, 500, 100)).toEqual({ x: 50, y: -0 });
    const whole = radarPath([500, 250, 0, 500], 500, 100);
    expect(whole).toMatch(/^M0,-100L50,0L0,0L-100,0L/);
    expect(whole.endsWith('Z')).toBe(true);
    const open = radarPath([500, null, 500, 500], 500, 100);
    expect(open.endsWith('Z')).toBe(false);
    expect(open.match(/M/g)).toHaveLength(2);
    expect(radarPath([], 500, 100)).toBe('');
  });
});

describe('labels', () => {
  it('that would touch go to rows of their own, and Thai marks take no width', () => {
    expect(rowsFor([10, 20, 100], [30, 30, 30])).toEqual([0, 1, 0]);
    expect(rowsFor([100, 10], [30, 30])).toEqual([0, 0]);
    expect(widthOf('ที่', 10)).toBe(widthOf('ท', 10));
  });
});
