/** The colours: written once, enough contrast in both themes, and the fallback for old browsers equal to the day side. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const styles = new URL('./styles/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, styles), 'utf8');
const tokens = new Map([...read('tokens.css').matchAll(/--([\w-]+): light-dark\((#\w{6}|rgb\([^)]*\)), (#\w{6}|rgb\([^)]*\))\)/g)].map(([, name, day, night]) => [name ?? '', { day: day ?? '', night: night ?? '' }]));

function channel(value: number): number {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

/** WCAG 2 relative luminance of #rrggbb. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => channel(Number.parseInt(colour.slice(at, at + 2), 16)));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['desk', 'surface', 'sunken', 'field'];
const washes = ['accent-wash', 'stamp-wash', 'done-wash', 'warn-wash'];
const text: Array<[ink: string, grounds: string[]]> = [
  ['ink', [...grounds, ...washes, 'selection']],
  ['ink-2', [...grounds, 'accent-wash']],
  ['ink-3', [...grounds]],
  ['accent', [...grounds, 'accent-wash']],
  ['accent-strong', [...grounds]],
  ['on-accent', ['accent', 'accent-strong']],
  ['stamp', [...grounds, 'accent-wash', 'stamp-wash']],
  ['done', [...grounds, 'accent-wash', 'done-wash']],
  ['warn', [...grounds, 'accent-wash', 'warn-wash']],
  ['desk', ['ink']],
  ['sheet-ink', ['sheet', 'sheet-mark']],
  ['sheet-ink-2', ['sheet']],
  ['sheet-stamp', ['sheet']],
  ['sheet-pen', ['sheet', 'sheet-mark']],
  ['sheet-del', ['sheet-del-wash']],
  ['sheet-ins', ['sheet-ins-wash']],
];
const edges: Array<[edge: string, grounds: string[]]> = [['edge', grounds], ['focus', [...grounds, 'accent-wash']], ['sheet-dots', ['sheet']], ['accent', ['rule']]];

describe.each(['day', 'night'] as const)('%s', (theme) => {
  const colour = (name: string): string => tokens.get(name)?.[theme] ?? `no token ${name}`;
  it.each(text.flatMap(([ink, on]) => on.map((ground) => [ink, ground] as const)))('%s on %s can be read (4.5:1)', (ink, ground) => {
    expect(contrast(colour(ink), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });
  it.each(edges.flatMap(([edge, on]) => on.map((ground) => [edge, ground] as const)))('%s on %s can be seen (3:1)', (edge, ground) => {
    expect(contrast(colour(edge), colour(ground))).toBeGreaterThanOrEqual(3);
  });
});

it('measures contrast as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

it('day.css repeats the day side of every token', () => {
  const day = new Map([...read('day.css').matchAll(/--([\w-]+): (#\w{6}|rgb\([^)]*\));/g)].map(([, name, value]) => [name ?? '', value ?? '']));
  expect(Object.fromEntries(day)).toEqual(Object.fromEntries([...tokens].map(([name, { day: value }]) => [name, value])));
});

it('no other style file names a colour, spaces letters, or justifies', () => {
  const files = readdirSync(styles, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.css') && !['tokens.css', 'day.css'].includes(name));
  expect(files.length).toBeGreaterThan(20);
  for (const name of files) {
    const plain = read(name).replace(/\/\*[\s\S]*?\*\//g, '');
    expect([name, plain.match(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(|letter-spacing|text-align:\s*justify|hyphens/gi)]).toEqual([name, null]);
  }
});

it('every style file is bundled, and every token that is used exists', () => {
  const main = read('main.css');
  const files = readdirSync(styles, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.css') && name !== 'main.css');
  expect(files.filter((name) => !main.includes(`"./${name}"`))).toEqual([]);
  const all = files.map(read).join('\n');
  const made = new Set([...all.matchAll(/(--[\w-]+):/g)].map(([, name]) => name));
  expect([...new Set([...all.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name))].filter((name) => !made.has(name))).toEqual([]);
});

it('every face keeps the room for stacked Thai marks', () => {
  const faces = read('fonts.css').split('@font-face').slice(1);
  expect(faces.length).toBe(8);
  expect(faces.every((face) => face.includes('ascent-override: 121%') && face.includes('descent-override: 39%'))).toBe(true);
});
