import { describe, expect, it } from 'vitest';
import { checkMinutes } from '../domain/checker/check-minutes.ts';
import { findingMessage } from '../domain/checker/messages.ts';
import type { Finding } from '../domain/checker/finding.ts';
import { changedBlocks, compareMinutes } from '../domain/difference.ts';
import { minutesDocumentSchema } from '../domain/minutes-document.ts';
import { textParts } from '../domain/minutes-text.ts';
import { demoCheckContext } from './check-context.ts';
import { inconsistencies } from './inconsistencies.ts';
import type { Inconsistency } from './inconsistencies.ts';
import { acceptedCorrections, declinedCorrections } from './minutes-corrections.ts';
import { correctionRound, minutesCertified } from './minutes-certified.ts';
import { minutesDraft } from './minutes-draft.ts';

function findingsOf(all: readonly Finding[], { rules, lineIds }: Inconsistency): Finding[] {
  return all.filter((f) => rules.includes(f.rule) && lineIds.includes(f.ref.lineId));
}

describe('the demo draft', () => {
  const found = checkMinutes(minutesDraft, demoCheckContext);

  it('is valid and carries the thirty-four inconsistencies, each at texts that exist', () => {
    expect(minutesDocumentSchema.safeParse(minutesDraft).success).toBe(true);
    expect(inconsistencies.map((i) => i.number)).toEqual(Array.from({ length: 34 }, (_, n) => n + 1));
    const ids = new Set(textParts(minutesDraft).map((p) => p.ref.lineId));
    for (const { lineIds } of inconsistencies) for (const id of lineIds) expect(ids).toContain(id);
  });

  it('is found out in every point that the rules are expected to find, at least fifteen', () => {
    const expected = inconsistencies.filter((i) => i.rules.length > 0);
    const missed = expected.filter((i) => findingsOf(found, i).length === 0);
    expect(missed.map((i) => i.number)).toEqual([]);
    expect(expected.length).toBeGreaterThanOrEqual(15);
  });

  it('names all five misspelt people', () => {
    const lines = found.filter((f) => f.rule === 'person-name').map((f) => f.ref.lineId);
    expect(new Set(lines).size).toBe(5);
  });
});

describe('the certified version', () => {
  const found = checkMinutes(minutesCertified, demoCheckContext);

  it('is the draft with every accepted correction and no conflict', () => {
    expect(correctionRound.conflicts).toEqual([]);
    expect(new Set(correctionRound.changes.map((c) => c.suggestionId))).toEqual(new Set(acceptedCorrections.map((c) => c.id)));
    expect(minutesDocumentSchema.safeParse(minutesCertified).success).toBe(true);
  });

  it('has none of the inconsistencies that were corrected', () => {
    const left = inconsistencies.filter((i) => i.outcome === 'corrected').flatMap((i) => findingsOf(found, i).map((f) => `${i.number}: ${findingMessage(f)}`));
    expect(left).toEqual([]);
  });

  it('leaves the checker nothing to warn about but what is held open', () => {
    expect(found.filter((f) => f.severity !== 'ask').map((f) => `${f.rule} ${f.ref.lineId}`)).toEqual([]);
  });

  it('differs from the draft only where a suggestion says so', () => {
    const changed = changedBlocks(compareMinutes(minutesDraft, minutesCertified, correctionRound.changes));
    for (const block of changed) {
      expect(block.suggestionIds, block.lineId).not.toEqual([]);
      for (const part of block.parts) for (const run of part.runs) if (run.kind !== 'same') expect(run.suggestionId, `${block.lineId} ${part.ref.field}`).toBeDefined();
    }
    const tied = new Set(changed.flatMap((b) => b.suggestionIds));
    expect(acceptedCorrections.filter((c) => !tied.has(c.id)).map((c) => c.id)).toEqual([]);
    for (const { suggestion } of declinedCorrections) expect(tied).not.toContain(suggestion.id);
  });
});
