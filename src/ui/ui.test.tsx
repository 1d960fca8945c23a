/** Walks every component through its examples: they exist, render in both languages, carry no inline style, no double ids, no unlabelled input. */
import { readFileSync, readdirSync } from 'node:fs';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { defaultFormatters, fieldId, makeUi, UiContext } from './context.tsx';
import { exampleSets } from './examples.ts';
import { fieldOf, many, one, summaryOf } from './forms.ts';
import { Gallery } from './gallery.tsx';
import { OfficeLayout } from './layouts/office.tsx';
import { renderPage } from './layouts/document.tsx';
import { provinces } from './provinces.ts';
import { toneOf } from './components/tile-map.tsx';
import { Due } from './components/due.tsx';
import { ErrorSummary } from './components/error-summary.tsx';
import { TextArea, TextField } from './components/text-field.tsx';

const here = new URL('./', import.meta.url);
const componentFiles = readdirSync(new URL('components/', here)).filter((name) => name.endsWith('.tsx') && !name.includes('.examples.') && !name.includes('.test.'));

type Tag = { name: string; attributes: Map<string, string>; inLabel: boolean };

/** The opening tags of a piece of HTML that Preact wrote (so: quoted attributes, balanced labels). */
function tagsOf(html: string): Tag[] {
  let labels = 0;
  return [...html.matchAll(/<(\/?)([a-z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/gi)].flatMap(([, close, name, rest]) => {
    if (name === 'label') labels += close ? -1 : 1;
    if (close) return [];
    const attributes = new Map([...(rest ?? '').matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, key, value]) => [(key ?? '').toLowerCase(), value ?? ''] as const));
    return [{ name: name ?? '', attributes, inLabel: labels > 0 }];
  });
}

function unlabelled(html: string): string[] {
  const tags = tagsOf(html);
  const targets = new Set(tags.filter((tag) => tag.name === 'label').map((tag) => tag.attributes.get('for')));
  return tags.filter((tag) => ['input', 'select', 'textarea'].includes(tag.name) && tag.attributes.get('type') !== 'hidden')
    .filter((tag) => !tag.inLabel && !tag.attributes.has('aria-label') && !targets.has(tag.attributes.get('id')))
    .map((tag) => tag.attributes.get('name') ?? '?');
}

function brokenReferences(html: string): string[] {
  const tags = tagsOf(html);
  const ids = new Set(tags.flatMap((tag) => tag.attributes.get('id') ?? []));
  return tags.flatMap((tag) => ['aria-describedby', 'aria-labelledby', 'aria-controls', 'for', 'list'].flatMap((key) => (tag.attributes.get(key) ?? '').split(' ').filter((id) => id !== '' && !ids.has(id))));
}

function doubleIds(html: string): string[] {
  const ids = tagsOf(html).flatMap((tag) => tag.attributes.get('id') ?? []);
  return ids.filter((id, at) => ids.indexOf(id) !== at);
}

it('every component file has examples in the gallery', () => {
  const shown = exampleSets.filter((set) => set.examples.length > 0).map((set) => `${set.component}.tsx`);
  expect([...componentFiles].sort()).toEqual([...shown].sort());
});

describe.each(exampleSets.map((set) => [set.component, set] as const))('%s', (_name, set) => {
  it.each(set.examples.map((example) => [example.name, example] as const))('%s', (_example, example) => {
    for (const lang of ['th', 'en'] as const) {
      const html = renderToString(<UiContext.Provider value={makeUi(lang)}>{example.render()}</UiContext.Provider>);
      expect(html.length).toBeGreaterThan(20);
      expect(html).not.toMatch(/\sstyle=/);
      expect(html).not.toMatch(/\son[a-z]+=/);
      expect(html.replace(/\sdata-[\w-]+="[^"]*"/g, '')).not.toMatch(/undefined|\[object|\{\w+\}/);
      expect(doubleIds(html)).toEqual([]);
      expect(unlabelled(html)).toEqual([]);
      expect(brokenReferences(html)).toEqual([]);
    }
  });
});

it('the checks above can fail', () => {
  expect(unlabelled('<input id="a" name="x"/><label for="b">y</label>')).toEqual(['x']);
  expect(doubleIds('<p id="a"></p><p id="a"></p>')).toEqual(['a']);
  expect(brokenReferences('<p aria-describedby="a b"></p><p id="b"></p>')).toEqual(['a']);
});

it('the whole gallery in the office layout has no double ids, no inline style or script, no broken reference', () => {
  const html = renderPage(
    <OfficeLayout
      ui={makeUi('th', 'dark')} title="ชิ้นส่วน" assets={{ css: '/a.css', js: '/a.js' }} search={{ action: '/search' }} stream="/live" person="p1"
      me={{ label: 'ผอ.ศสช.', items: [{ label: 'ออกจากระบบ', action: '/sign-out', clearsDrafts: true }] }}
      nav={[{ items: [{ label: 'รอฉันดำเนินการ', href: '/', count: 17, current: true, key: 'inbox' }] }]} flash={[{ text: 'บันทึกแล้ว' }]}
    >
      <Gallery />
    </OfficeLayout>,
  );
  expect(html.startsWith('<!doctype html><html lang="th" data-theme="dark"')).toBe(true);
  expect(doubleIds(html)).toEqual([]);
  expect(brokenReferences(html)).toEqual([]);
  expect(unlabelled(html)).toEqual([]);
  expect(html).not.toMatch(/\sstyle=|<style/);
  expect([...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)).toEqual(['<script type="module" src="/a.js" data-turbo-track="reload">']);
  expect(html).toContain('id="nav-inbox"');
});

describe('fields', () => {
  it('put label, hint, error and control in that order and keep what was typed', () => {
    const html = renderToString(<TextField name="a[0].b" label="ป้าย" hint="คำอธิบาย" error="ผิด" value={'"><b>'} />);
    const at = ['ป้าย', 'คำอธิบาย', 'ผิด', '<input'].map((part) => html.indexOf(part));
    expect([...at].sort((x, y) => x - y)).toEqual(at);
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('aria-describedby="f-a-0-b-hint f-a-0-b-error"');
    expect(html).toContain('value="&quot;>&lt;b>"');
  });

  it('say how many signs are left, counting letters as people see code points', () => {
    expect(renderToString(<TextArea name="a" label="a" maxLength={10} value="กำ" />)).toContain('เหลือ 8 อักษร');
  });

  it('lead from the error summary to the field, in the order on screen', () => {
    const state = { fields: { b: { error: 'ข' }, a: { value: '1', error: 'ก' }, c: {} }, errors: ['ทั้งหมด'] };
    expect(summaryOf(state, ['a', 'b', 'c'])).toEqual([{ message: 'ทั้งหมด' }, { name: 'a', message: 'ก' }, { name: 'b', message: 'ข' }]);
    expect(renderToString(<ErrorSummary errors={summaryOf(state, ['a'])} />)).toContain(`href="#${fieldId('a')}"`);
    expect(renderToString(<ErrorSummary errors={[]} />)).toBe('');
    expect(fieldOf(state, 'a')).toEqual({ name: 'a', value: '1', error: 'ก' });
    expect([one(['x', 'y']), many('x'), many(undefined)]).toEqual(['x', ['x'], []]);
  });
});

it('due: today and over in red, near in amber, far plain, and English', () => {
  const shown = [-1, 0, 2, 3].map((days) => renderToString(<Due workingDays={days} />));
  expect(shown).toEqual(['<span class="due due-now">เกิน 1 วัน</span>', '<span class="due due-now">วันนี้</span>', '<span class="due due-soon">2 วัน</span>', '<span class="due">3 วัน</span>']);
  expect(renderToString(<UiContext.Provider value={makeUi('en')}><Due workingDays={2} full /></UiContext.Provider>)).toContain('2 working days left');
});

it('file sizes and numbers', () => {
  expect([0, 1023, 1024, 1_572_864].map(defaultFormatters.fileSize)).toEqual(['0 B', '1023 B', '1 KB', '1.5 MB']);
  expect(defaultFormatters.number(1234.5)).toBe('1,234.5');
});

it('the tile grid holds 77 provinces, each in a place of its own', () => {
  expect(new Set(provinces.map((province) => `${province.column},${province.row}`)).size).toBe(77);
  expect(new Set(provinces.map((province) => province.short)).size).toBe(77);
  expect(new Set(provinces.map((province) => province.code)).size).toBe(77);
  expect(provinces.every((province) => province.column >= 1 && province.column <= 10 && province.row >= 1 && province.row <= 17)).toBe(true);
  expect([0, 20, 59, 60, 80].map((value) => toneOf(value, [20, 40, 60, 80]))).toEqual([1, 2, 3, 4, 5]);
});

it('every file stays small', () => {
  const long = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(tsx?|css)$/.test(name))
    .filter((name) => readFileSync(new URL(name, here), 'utf8').split('\n').length > 320);
  expect(long).toEqual([]);
});
