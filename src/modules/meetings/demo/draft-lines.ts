// Short builders for the lines of the demo minutes.
import type { Assignment, Due, MinutesLine, ResolutionKind, Speaker } from '../domain/minutes-document.ts';

/** Something said; `who` is the speaker as printed, null for what the minutes tell themselves. */
export function said(id: string, who: Speaker | null, text: string): MinutesLine {
  return who ? { kind: 'statement', id, speaker: who, text } : { kind: 'statement', id, text };
}

export function head(id: string, text: string): MinutesLine {
  return { kind: 'heading', id, text };
}

export function listed(id: string, label: string, text: string, level = 1): MinutesLine {
  return { kind: 'list-item', id, level, label, text };
}

export function resolved(id: string, resolutions: ResolutionKind[], text: string, label?: string, assignments: Assignment[] = []): MinutesLine {
  return { kind: 'resolution', id, resolutions, text, assignments, ...(label && { label }) };
}

export function task(id: string, owners: string[], what: string, due: Due = { kind: 'none' }, supportUnits: string[] = []): Assignment {
  return { id, owners: owners.map((text) => ({ text })), task: what, due, supportUnits: supportUnits.map((text) => ({ text })) };
}

export const chair: Speaker = { position: 'ประธาน', partyId: 'person-01' };
export const secretary: Speaker = { position: 'ผอ.กพร.', partyId: 'person-10' };
