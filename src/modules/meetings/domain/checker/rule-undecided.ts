// Points left open: marked ones, proposals that no resolution takes up, items without a resolution.
import { splitWords } from '../words.ts';
import { findingAt } from './finding.ts';
import type { Finding, Rule, RuleContext } from './finding.ts';
import { itemViews } from './reading.ts';
import type { ItemView } from './reading.ts';

/** A proposal up to where its sentence ends (two spaces, a new clause, or the end). */
const proposals = [
  /(?:จึงขอเสนอ|ขอเสนอ|เสนอขอ)(?:ให้|ที่ประชุม(?:พิจารณา)?(?:ให้)?|ว่า)?\s*(.{12,160}?)(?=\s(?:เพื่อ|ทั้งนี้|เนื่องจาก|โดย|ซึ่ง|ส่วน)|$)/gu,
  /(?:ขอ)((?:(?!ขอ).){8,90}?)ได้หรือไม่/gu,
];
const asProposed = /ตามที่.{0,40}?เสนอ|ตามข้อเสนอ|ตามความเห็น/u;

export const undecided: Rule = {
  code: 'undecided',
  check(document, context) {
    const findings: Finding[] = [];
    const views = itemViews(document);
    for (const view of views) {
      for (const { line, place } of view.lines) {
        if (line.kind === 'open-point') findings.push(findingAt('undecided', { ref: { lineId: line.id, field: 'text' }, place }, 'ask', 'open-point'));
      }
      const { kind, id } = view.section.section;
      if (kind !== 'for-consideration' && kind !== 'matters-arising' && kind !== 'adopt-previous') continue;
      const sharing = views.filter((v) => v.section.section.id === id && (v === view || v.item.title === ''));
      const decided = sharing.some((v) => v.lines.some((l) => l.line.kind === 'resolution'));
      const first = view.parts[0];
      if (!decided && view.item.title !== '' && first) {
        findings.push(findingAt('undecided', first, 'warning', 'resolution-missing', { item: view.item.title }));
      } else if (kind === 'for-consideration') findings.push(...openProposals(view, sharing, context));
    }
    return findings;
  },
};

function openProposals(view: ItemView, sharing: readonly ItemView[], context: RuleContext): Finding[] {
  const resolution = sharing
    .flatMap((v) => v.parts.filter((p) => p.kind === 'resolution' || p.kind === 'table' || p.kind === 'open-point'))
    .map((p) => p.text)
    .join(' ');
  if (asProposed.test(resolution)) return [];
  const common = new Set(context.vocabulary.commonWords);
  const content = (text: string) => splitWords(text).filter((w) => /\p{L}/u.test(w) && w.length >= 2 && !common.has(w));
  const decidedWords = new Set(content(resolution));
  return view.parts
    .filter((p) => p.kind === 'statement' && p.ref.field === 'text')
    .flatMap((part) =>
      proposals.flatMap((pattern) =>
        [...part.text.matchAll(pattern)].flatMap((m) => {
          const proposal = (m[1] ?? '').trim();
          const words = content(proposal);
          const share = words.filter((w) => decidedWords.has(w)).length / Math.max(1, words.length);
          if (words.length === 0 || share >= context.parameters.decidedShare) return [];
          return [findingAt('undecided', part, 'ask', 'proposal-undecided', { proposal }, { span: [m.index, m.index + m[0].length] })];
        }),
      ),
    );
}
