import { afterAll, describe, expect, it, vi } from 'vitest';
import { exampleMemo, exampleMinutes } from './examples.ts';
import { splitPages } from './preview.ts';
import { qrSvg } from './qr.ts';
import { testRenderer } from './testing/tools.ts';

vi.setConfig({ testTimeout: 60_000 }); // real PDFs on a machine that may be busy

const renderer = testRenderer();
afterAll(() => renderer.close());

describe('pages for the screen', () => {
  it('are one SVG each, with every shape they use and none of another page', async () => {
    const result = await renderer.renderSvgPages(exampleMinutes(4));
    const pages = result.ok ? result.value : [];
    expect(pages).toHaveLength(6);
    pages.forEach((page, i) => {
      expect(page).toMatch(/^<svg [^>]*viewBox="0 [\d.]+ 595\.2756 841\.8898">/);
      expect(Number(/viewBox="0 ([\d.]+)/.exec(page)?.[1])).toBeCloseTo(i * 841.8898, 2);
      const defined = new Set([...page.matchAll(/<symbol id="([^"]+)"/g)].map((m) => m[1]));
      const referred = new Set([...page.matchAll(/href="#([^"]+)"/g)].map((m) => m[1]));
      expect(referred.size).toBeGreaterThan(20);
      expect(defined).toEqual(referred);
      expect(page).not.toMatch(/<script|<foreignObject|\son\w+=|https?:\/\/(?!www\.w3\.org)/);
    });
  });

  it('show the emblem and the QR code', async () => {
    const plain = await renderer.renderSvgPages(exampleMemo);
    const withCode = await renderer.renderSvgPages(exampleMemo, { verify: { url: 'https://krom.example.go.th/v/1', text: 'ตรวจสอบ', page: 'first' } });
    const length = (result: typeof plain): number => (result.ok ? (result.value[0]?.length ?? 0) : 0);
    expect(length(plain)).toBeGreaterThan(10_000);
    expect(length(withCode)).toBeGreaterThan(length(plain));
  });

  it('refuses output of another shape instead of showing something wrong', () => {
    expect(() => splitPages('<svg>\n    <g></g>\n</svg>', 2)).toThrow(/expected 2 pages/);
  });
});

describe('QR code', () => {
  it('is the same for the same text and another for another', () => {
    expect(qrSvg('https://krom.example.go.th/v/1')).toBe(qrSvg('https://krom.example.go.th/v/1'));
    expect(qrSvg('https://krom.example.go.th/v/1')).not.toBe(qrSvg('https://krom.example.go.th/v/2'));
    expect(qrSvg('x')).toMatch(/viewBox="0 0 29 29"/); // version 1 has 21 modules, and four quiet ones on each side
    expect(() => qrSvg('x'.repeat(3000))).toThrow();
  });
});
