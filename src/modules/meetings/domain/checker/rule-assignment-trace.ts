// From the discussion to the resolution and back: who was given work and is missing from the resolution,
// who stands in the resolution without having been spoken of, who takes part but is not in the table.
import type { TextPart } from '../minutes-text.ts';
import { findingAt } from './finding.ts';
import type { Finding, KnownUnit, Rule } from './finding.ts';
import { abbreviationsIn, itemViews, labelsIn, leadingLabel } from './reading.ts';
import type { ItemView } from './reading.ts';
import { unitLookup } from './unit-lookup.ts';
import type { UnitLookup } from './unit-lookup.ts';

/** Words before a unit that give it work ("มอบหมายให้ X"); several units may follow one another. */
const given = /(?:มอบหมายให้|มอบหมาย|(?<!ส่ง)มอบให้|ขอความอนุเคราะห์|ขอความร่วมมือ|ขอให้|ฝาก(?:ให้)?|สั่งการให้|(?:^|\s)ให้)\s*$/u;
/** "ให้ X ทราบ" tells X something and gives it nothing to do. */
const toldOnly = /^\)?\s*(?:ได้)?(?:ทราบ|รับทราบ|เห็นชอบ|พิจารณา|อนุมัติ)/u;
/** Words after a unit by which it takes work on ("X จะรับไป…"). */
const takes = /^\s*(?:จะ)?(?:ขอ)?รับ(?:ไป|ที่จะ|ดำเนินการ|ผิดชอบ)/u;
const together = /(?:จะดำเนินการ|ดำเนินการ|จะทำงาน|จัดทำ)?ร่วมกับ\s*$/u;
const joins = /^\s*(?:,|และ|กับ|ร่วมกับ)?\s*$/u;
/** Reports of what superiors decided ("อธิบดีได้มอบหมายให้…") are not assignments of this meeting. */
const superiors = /(?:อธิบดี[^ ]*|ปลัดกระทรวง|รัฐมนตรี|ครม\.)\s*(?:ได้)?\s*$/u;

type Task = { readonly unit: KnownUnit; readonly part: TextPart; readonly start: number; readonly end: number; readonly how: 'given' | 'takes' | 'together' };

function tasksIn(part: TextPart, lookup: UnitLookup): Task[] {
  const found = abbreviationsIn(part.text).flatMap((a) => {
    const unit = lookup.meant(a.text);
    return unit && unit.kind === 'unit' ? [{ ...a, unit }] : [];
  });
  const tasks: Task[] = [];
  let previous: { end: number; how: Task['how'] } | undefined;
  for (const { unit, start, end } of found) {
    const written = part.text.slice(0, start).replace(/(?:รอง ?)?ผอ\.$/u, '');
    const inFull = `${unit.fullName} (`;
    const before = written.endsWith(inFull) ? written.slice(0, -inFull.length) : written;
    const cue = toldOnly.test(part.text.slice(end)) ? null : given.exec(before);
    const follows = previous !== undefined && joins.test(part.text.slice(previous.end, start));
    const how = cue && !isReported(before.slice(0, cue.index), lookup) ? 'given' : together.test(before) ? 'together' : takes.test(part.text.slice(end)) ? 'takes' : follows ? previous?.how : undefined;
    previous = how && { end, how };
    if (how) tasks.push({ unit, part, start, end, how });
  }
  return tasks;
}

function isReported(before: string, lookup: UnitLookup): boolean {
  const last = abbreviationsIn(before).at(-1);
  const follows = last !== undefined && /^\s*(?:ได้)?\s*$/u.test(before.slice(last.end));
  return superiors.test(before) || (follows && lookup.match(last.text).some((m) => m.unit.kind === 'department'));
}

function unitsNamed(parts: readonly TextPart[], lookup: UnitLookup): Set<KnownUnit> {
  return new Set(
    parts.flatMap((p) => {
      const byAbbreviation = abbreviationsIn(p.text).flatMap((a) => {
        const matches = lookup.match(a.text).map((m) => m.unit);
        const unit = lookup.meant(a.text);
        return unit ? [unit, ...matches] : [...matches, ...lookup.near(a.text).map((n) => n.unit)];
      });
      return byAbbreviation;
    }),
  );
}

function namedInFull(unit: KnownUnit, parts: readonly TextPart[]): boolean {
  return parts.some((p) => p.text.includes(unit.fullName) || (unit.headPosition !== undefined && p.text.includes(unit.headPosition)));
}

export const assignmentTrace: Rule = {
  code: 'assignment-trace',
  check(document, context) {
    const lookup = unitLookup(context, document.header.date);
    const { classifiers } = context.vocabulary;
    const views = itemViews(document).filter((v) => ['for-consideration', 'other', 'matters-arising'].includes(v.section.section.kind));
    const findings: Finding[] = [];
    for (const section of Map.groupBy(views, (v) => v.section.section.id).values()) {
      // The resolution of several items may stand together after the last of them.
      const shared = section.filter((v) => v.item.title === '' && v.lines.some((l) => l.line.kind === 'resolution'));
      for (const view of section.filter((v) => v.item.title !== '' || section.length === 1)) {
        const decided = [view, ...shared];
        findings.push(...traceItem(view, decided, lookup), ...partners(view, lookup, classifiers));
      }
    }
    return findings;
  },
};

function isDiscussion(p: TextPart): boolean {
  return p.ref.field === 'text' && (p.kind === 'statement' || p.kind === 'list-item');
}

function traceItem(view: ItemView, decided: readonly ItemView[], lookup: UnitLookup): Finding[] {
  const discussion = view.parts.filter(isDiscussion);
  const from = view.lines.findIndex((l) => l.line.kind === 'resolution');
  const resolutionParts = decided.flatMap((v) => {
    const first = v === view ? from : 0;
    if (first < 0) return [];
    const ids = new Set(v.lines.slice(first).filter((l) => ['resolution', 'table', 'list-item'].includes(l.line.kind)).map((l) => l.line.id));
    return v.parts.filter((p) => ids.has(p.ref.lineId));
  });
  if (resolutionParts.length === 0) return [];
  const resolved = unitsNamed(resolutionParts, lookup);
  const said = unitsNamed(view.parts.filter((p) => p.kind === 'table' || !resolutionParts.includes(p)), lookup);
  const findings: Finding[] = [];
  const reportedUnits = new Set<KnownUnit>();
  for (const task of discussion.flatMap((p) => tasksIn(p, lookup))) {
    if (task.how === 'together' || resolved.has(task.unit) || reportedUnits.has(task.unit) || namedInFull(task.unit, resolutionParts)) continue;
    reportedUnits.add(task.unit);
    findings.push(findingAt('assignment-trace', task.part, 'warning', 'owner-not-resolved', { unit: lookup.official(task.unit) }, { span: [task.start, task.end] }));
  }
  // The reverse, for resolutions of this item alone: owners that nobody spoke of.
  if (decided.length > 1) return findings;
  for (const { line, place } of view.lines) {
    if (line.kind !== 'resolution') continue;
    for (const owner of line.assignments.flatMap((a) => a.owners)) {
      const unit = abbreviationsIn(owner.text).map((a) => lookup.meant(a.text))[0];
      const earlier = view.parts.filter((p) => p.ref.lineId !== line.id && !resolutionParts.includes(p));
      if (!unit || unit.kind !== 'unit' || said.has(unit) || namedInFull(unit, earlier)) continue;
      findings.push(findingAt('assignment-trace', { ref: { lineId: line.id, field: 'text' }, place }, 'ask', 'owner-not-discussed', { unit: lookup.official(unit) }));
    }
  }
  return findings;
}

/** "X ร่วมกับ Y" under the heading of a numbered thing, whose row in the resolution's table does not name Y. */
function partners(view: ItemView, lookup: UnitLookup, classifiers: readonly string[]): Finding[] {
  const rows = new Map<string, string>();
  for (const { line } of view.lines) {
    if (line.kind !== 'table') continue;
    const column = line.columns.findIndex((head) => /หน่วย|ผู้รับผิดชอบ|เจ้าภาพ/u.test(head));
    if (column < 0) continue;
    let key: string | undefined;
    for (const cells of line.rows) {
      const lead = cells.map((c) => leadingLabel(c, classifiers)).find(Boolean);
      if (lead) key = `${lead.word} ${lead.number}`;
      if (key) rows.set(key, `${rows.get(key) ?? ''} ${cells[column] ?? ''}`.trim());
    }
  }
  if (rows.size === 0) return [];
  const findings: Finding[] = [];
  const told = new Set<string>();
  let heading: string | undefined;
  for (const part of view.parts) {
    if (part.kind === 'heading') {
      const lead = labelsIn(part.text, classifiers)[0];
      heading = lead && `${lead.word} ${lead.number}`;
    }
    const cell = heading === undefined ? undefined : rows.get(heading);
    if (heading === undefined || cell === undefined || cell === '' || !isDiscussion(part)) continue;
    const inRow = unitsNamed([{ ...part, text: cell }], lookup);
    for (const task of tasksIn(part, lookup).filter((t) => t.how !== 'takes' && !inRow.has(t.unit))) {
      const key = `${heading} ${task.unit.id}`;
      if (told.has(key)) continue;
      told.add(key);
      findings.push(
        findingAt('assignment-trace', part, 'ask', 'partner-not-in-table', { unit: lookup.official(task.unit), label: heading.replace(' ', 'ที่ '), cell }, { span: [task.start, task.end] }),
      );
    }
  }
  return findings;
}
