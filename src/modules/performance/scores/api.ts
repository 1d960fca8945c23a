import { z } from 'zod';
import { apiOfPage, type ModuleApi } from '../../../platform/http/api-contract.ts';
import { instant, list, oneOf, orNull, shape } from '../../../platform/http/api-shapes.ts';
import { round, scaledText, usualRounding, type Scaled } from '../domain/numbers.ts';
import { possibleClasses } from '../domain/ladder/total.ts';
import type { Sheet } from '../sheet.ts';
import { currentPage, headPage, type HeadPage } from './features/show-head/page.tsx';
import { scoresPage } from './features/show-scores/page.tsx';
import { scenariosPage } from './features/keep-scenarios/page.tsx';
import { snapshotPage, snapshotsPage } from './features/keep-snapshots/pages.tsx';
import { openDataPage } from './features/open-data/page.tsx';
import { tryPage } from './features/try-values/page.tsx';
import { unitPage } from './features/show-unit/page.tsx';
import { frozenSheet } from './domain/snapshot.ts';
import { standingOf } from './domain/standing.ts';
import { fractionText, scoreText, whyLines } from './shown.tsx';

const n = z.int();
const text = z.string();
/** Exact numbers go as text: `85.000`. */
const exact = orNull(z.string());
const totalShape = orNull(shape({ shown: exact, least: exact, most: exact, missing: list(text) }));
const lineShape = shape({
  key: text, name: text, component: text, owners: list(n), state: oneOf(['scored', 'missing', 'cancelled']), value: exact, month: orNull(n), asOf: orNull(instant), weight: exact, countedWeight: exact, score: exact, weighted: exact,
  standing: oneOf(['cancelled', 'no-ladder', 'missing', 'below', 'short', 'going', 'reached']), why: list(text),
});
const sheetShape = { fiscalYear: n, total: totalShape, reached: orNull(text), possible: list(text), lines: list(lineShape) };
const headShape = shape({ ...sheetShape, attention: list(shape({ kind: oneOf(['late', 'risk', 'due', 'question', 'news']), words: text, key: orNull(text) })) });

const plain = (value: Scaled | null | undefined): string | null => (value === null || value === undefined ? null : scaledText(value));

function totalOf(sheet: Sheet) {
  const { total } = sheet;
  return total ? { shown: total.shown === undefined ? null : scoreText(sheet, total.shown), least: scoreText(sheet, total.least), most: scoreText(sheet, total.most), missing: [...total.missing] } : null;
}

function linesOf(sheet: Sheet, lines = sheet.lines, month = 12) {
  return lines.map((line) => {
    const { indicator, explanation, result, weighted } = line;
    return {
      key: indicator.key, name: indicator.name, component: indicator.component, owners: indicator.units.filter(({ role }) => role === 'owner').map(({ unitId }) => unitId), state: weighted.state,
      value: plain(explanation?.value ?? result?.value), month: result?.month ?? null, asOf: result?.asOf ?? null, weight: plain(indicator.weight), countedWeight: scaledText(round(weighted.weight, usualRounding)),
      score: explanation ? scoreText(sheet, explanation.shown) : null, weighted: weighted.weighted ? fractionText(sheet, weighted.weighted) : null, standing: standingOf(line, sheet.results, month), why: whyLines(sheet, line, 'th'),
    };
  });
}

const sheetOf = (sheet: Sheet, month = 12) => ({
  fiscalYear: sheet.cycle.fiscalYear, total: totalOf(sheet), reached: sheet.reached?.key ?? null, possible: sheet.total ? possibleClasses(sheet.classes, sheet.total).map(({ key }) => key) : [], lines: linesOf(sheet, sheet.lines, month),
});

const headOf = ({ scored, attention, notBegun }: HeadPage) => ({
  ...(scored ? sheetOf(scored.sheet) : { fiscalYear: notBegun ?? 0, total: null, reached: null, possible: [], lines: [] }),
  attention: attention.map(({ kind, words, key }) => ({ kind, words: words.th, key: key ?? null })),
});

const headWords = { th: 'คะแนนของกรมและเรื่องที่ต้องดู', en: 'Where the department stands, and what asks for an eye' };
const snapshotShape = shape({ id: n, month: n, kind: oneOf(['round', 'asked']), reason: text, hash: text, at: instant, publishedAt: orNull(instant) });

export const api: ModuleApi = {
  reads: [
    apiOfPage(currentPage, { summary: headWords, answer: headShape, of: headOf }),
    apiOfPage(headPage, { summary: headWords, answer: headShape, of: headOf }),
    apiOfPage(scoresPage, {
      summary: { th: 'ใบคะแนนพร้อมที่มาของทุกคะแนน', en: 'The score sheet with the reason of every score' },
      answer: shape({ ...sheetShape, month: n }), of: ({ sheet, month }) => ({ ...sheetOf(sheet, month), month }),
    }),
    apiOfPage(tryPage, {
      summary: { th: 'คะแนนที่จะได้ หากผลเป็นค่าที่ลอง (v-<ลำดับ>=ค่า)', en: 'What supposed values (v-<number>=value) would earn' },
      answer: shape({ ...sheetShape, next: list(shape({ key: text, to: text, gain: text })), way: orNull(shape({ kind: oneOf(['reached', 'way', 'impossible']), need: text, moves: list(shape({ key: text, from: text, to: text, gain: text })) })) }),
      of: ({ tried: { sheet }, steps, way }) => ({
        ...sheetOf(sheet), next: steps.map(({ key, to, gain }) => ({ key, to: scaledText(to), gain: fractionText(sheet, gain) })),
        way: way ? { kind: way.way.kind, need: fractionText(sheet, way.need), moves: way.way.moves.map(({ key, from, to, gain }) => ({ key, from: scaledText(from), to: scaledText(to), gain: fractionText(sheet, gain) })) } : null,
      }),
    }),
    apiOfPage(scenariosPage, {
      summary: { th: 'แบบจำลองคะแนนที่บันทึก', en: 'Saved scenarios' },
      answer: shape({ items: list(shape({ id: n, name: text, unitId: n, changedAt: instant, rev: n, values: list(shape({ key: text, value: text })), total: totalShape })) }),
      of: ({ scenarios }) => ({ items: scenarios.map((one) => ({ id: one.id, name: one.name, unitId: one.unitId, changedAt: one.changedAt, rev: one.rev, values: [...one.values].map(([key, value]) => ({ key, value: scaledText(value) })), total: totalOf(one.sheet) })) }),
    }),
    apiOfPage(snapshotsPage, { summary: { th: 'สำเนาคะแนนของปี', en: 'Frozen sheets of a year' }, answer: shape({ items: list(snapshotShape) }), of: ({ snapshots }) => ({ items: [...snapshots] }) }),
    apiOfPage(snapshotPage, {
      summary: { th: 'สำเนาคะแนนฉบับหนึ่ง และที่ต่างจากปัจจุบัน', en: 'A frozen sheet, and how it differs from now' },
      answer: shape({ snapshot: snapshotShape, whole: z.boolean(), sheet: frozenSheet, differences: list(shape({ key: text, what: text, before: text, after: text })) }),
      of: ({ snapshot, differences }) => ({ snapshot, whole: snapshot.whole, sheet: snapshot.content, differences: [...differences] }),
    }),
    apiOfPage(unitPage, {
      summary: { th: 'ตัวชี้วัดที่หน่วยงานกำกับ ดำเนินการ และสนับสนุน', en: 'Indicators that a unit owns, does and supports' },
      answer: shape({ unitId: n, owner: list(lineShape), doer: list(lineShape), support: list(lineShape) }),
      of: ({ scored: { sheet }, unit, held }) => ({ unitId: unit.id, owner: linesOf(sheet, held.owner), doer: linesOf(sheet, held.doer), support: linesOf(sheet, held.support) }),
    }),
    apiOfPage(openDataPage, {
      summary: { th: 'คะแนนที่เผยแพร่เป็นข้อมูลเปิด', en: 'Scores published as open data' },
      answer: shape({ fiscalYear: n, licence: list(text), sha256: orNull(text), publishedAt: orNull(instant), sheet: orNull(frozenSheet), years: list(n) }),
      of: ({ year, snapshot, licence, years }) => ({ fiscalYear: year, licence: [...licence], sha256: snapshot?.hash ?? null, publishedAt: snapshot?.publishedAt ?? null, sheet: snapshot?.content ?? null, years: [...years] }),
    }),
  ],
  writes: {
    '/performance/:year/what-if': { th: 'บันทึกค่าที่ลองเป็นแบบจำลอง', en: 'Save supposed values as a scenario' },
    '/performance/:year/scenarios/:scenario/remove': { th: 'นำแบบจำลองออก', en: 'Remove a scenario' },
    '/performance/:year/snapshots': { th: 'เก็บสำเนาคะแนนตามที่เป็นอยู่', en: 'Freeze the score sheet as it stands' },
    '/performance/:year/snapshots/:snapshot/publish': { th: 'เผยแพร่สำเนาคะแนนเป็นข้อมูลเปิด', en: 'Publish a frozen sheet as open data' },
  },
  files: {
    '/performance/:year/scores.xlsx': { th: 'ใบคะแนนเป็น Excel', en: 'The score sheet as Excel' },
    '/performance/:year/scores.csv': { th: 'ใบคะแนนเป็น CSV', en: 'The score sheet as CSV' },
    '/performance/:year/open-data/scores.csv': { th: 'คะแนนที่เผยแพร่เป็น CSV', en: 'Published scores as CSV' },
    '/performance/:year/open-data/scores.json': { th: 'คะแนนที่เผยแพร่เป็น JSON พร้อมพจนานุกรมข้อมูล', en: 'Published scores as JSON with their dictionary' },
  },
};
