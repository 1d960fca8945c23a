import { z } from 'zod';
import { apiOfPage, type ModuleApi } from '../../../platform/http/api-contract.ts';
import { instant, list, oneOf, orNull, shape } from '../../../platform/http/api-shapes.ts';
import { checkFramework } from '../domain/framework/check-framework.ts';
import { scaledText, type Scaled } from '../domain/numbers.ts';
import { agencyKinds } from './domain/agency.ts';
import { comparePage } from './features/compare-years/page.tsx';
import { listPage } from './features/list-frameworks/page.tsx';
import { showPage } from './features/show-framework/page.tsx';
import { statedKinds } from './store/stated-results.ts';
import type { KeptFramework } from './store/frameworks.ts';

const n = z.int();
/** Exact numbers are texts: a program's floating point would not keep them. */
const number = orNull(z.string());
const text = (value: Scaled | null | undefined): string | null => (value === null || value === undefined ? null : scaledText(value));
const edition = { id: n, fiscalYear: n, agency: oneOf(agencyKinds), edition: n, state: oneOf(['draft', 'used', 'retired']), usedAt: orNull(instant), open: n, toConfirm: n, rev: n };
const editionOf = ({ id, fiscalYear, agency, edition: no, state, usedAt, content, rev }: KeptFramework) => ({
  id, fiscalYear, agency, edition: no, state, usedAt, rev, open: content.notes.filter(({ certainty }) => certainty === 'open').length, toConfirm: content.notes.filter(({ certainty }) => certainty === 'to-confirm').length,
});

export const api: ModuleApi = {
  reads: [
    apiOfPage(listPage, {
      summary: { th: 'กรอบการประเมินของแต่ละปี', en: 'Frameworks of evaluation by year' },
      answer: shape({ items: list(shape(edition)) }),
      of: ({ shown }) => ({ items: shown.map(editionOf) }),
    }),
    apiOfPage(showPage, {
      summary: { th: 'กรอบการประเมินหนึ่งฉบับ พร้อมผลตรวจ', en: 'One framework with what its check finds' },
      answer: shape({
        ...edition, name: z.string(), weightSum: number, components: list(shape({ key: z.string(), name: z.string(), weight: number, parts: list(shape({ key: z.string(), name: z.string(), weight: number })) })),
        findings: list(shape({ code: z.string(), severity: oneOf(['error', 'warning']), field: z.string() })),
      }),
      of: ({ kept }) => ({
        ...editionOf(kept), name: kept.content.name.th, weightSum: kept.content.weightSum,
        components: kept.content.components.map(({ key, name, weight, parts }) => ({ key, name: name.th, weight, parts: (parts ?? []).map((part) => ({ key: part.key, name: part.name.th, weight: part.weight })) })),
        findings: checkFramework(kept.content).map(({ code, severity, field }) => ({ code, severity, field })),
      }),
    }),
    apiOfPage(comparePage, {
      summary: { th: 'ผลการประเมินหลายปีบนมาตรเดียวกัน', en: 'Results of several years on one scale' },
      answer: shape({
        items: list(shape({ fiscalYear: n, frameworkId: orNull(n), total: number, class: orNull(z.string()), performance: number, potential: number, source: orNull(z.string()) })),
        stated: list(shape({ id: n, fiscalYear: n, kind: oneOf(statedKinds), subject: z.string(), score: number, best: number, grade: z.string(), words: z.string(), source: z.string() })),
      }),
      of: ({ years, subjects }) => ({
        items: years.map(({ fiscalYear, framework, compared, className, source }) => ({
          fiscalYear, frameworkId: framework?.id ?? null, total: text(compared.total), class: className?.th ?? null, performance: text(compared.kinds.performance.score), potential: text(compared.kinds.potential.score), source: source?.th ?? null,
        })),
        stated: [...years.flatMap(({ stated }) => (stated ? [stated] : [])), ...subjects.flatMap(({ lines }) => lines)]
          .map(({ id, fiscalYear, kind, subject, score, best, grade, words, source }) => ({ id, fiscalYear, kind, subject, score: text(score), best: text(best), grade, words, source })),
      }),
    }),
  ],
  writes: {
    '/performance/frameworks/shipped': { th: 'นำเข้ากรอบการประเมินที่มากับระบบ', en: 'Bring in a framework of the system' },
    '/performance/frameworks/new': { th: 'ทำร่างกรอบการประเมิน', en: 'Make the draft of a framework' },
    '/performance/frameworks/import': { th: 'นำเข้ากรอบการประเมินจากไฟล์ JSON', en: 'Bring in a framework from a JSON file' },
    '/performance/frameworks/:id/edit': { th: 'แก้ไขร่างกรอบการประเมิน', en: 'Change the draft of a framework' },
    '/performance/frameworks/:id/use': { th: 'เริ่มใช้กรอบการประเมิน', en: 'Put a framework into use' },
    '/performance/frameworks/:id/delete': { th: 'ลบร่างกรอบการประเมิน', en: 'Delete the draft of a framework' },
    '/performance/frameworks/compare': { th: 'บันทึกผลของปีจากเอกสาร', en: 'Note the result of a year from a paper' },
    '/performance/frameworks/compare/:id/remove': { th: 'นำบันทึกผลของปีออก', en: 'Take a note of a year away' },
  },
  files: { '/performance/frameworks/:id/file.json': { th: 'กรอบการประเมินเป็นไฟล์ JSON', en: 'The framework as a JSON file' } },
  none: {
    'GET /performance/frameworks/new': 'an empty form: the call that makes a draft says what it takes',
    'GET /performance/frameworks/import': 'an empty form: the call that brings a file in says what it takes',
    'GET /performance/frameworks/:id/edit': 'the fields of a draft: its file has all of them',
    'ASK /performance/frameworks/:id/edit/check': 'findings while somebody types: the framework itself gives them',
  },
};
