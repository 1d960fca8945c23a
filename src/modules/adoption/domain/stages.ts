import type { Words } from '../../../platform/words.ts';

/** The steps by which the department moves over (resolution on agenda 4.1): each a kind of letter that is sent in Krom. */
export const stages = [1, 2, 3, 4] as const;
export type Stage = (typeof stages)[number];

export const stageNames: Readonly<Record<Stage, Words>> = {
  1: { th: 'หนังสือเวียนถึงทุกหน่วยงาน', en: 'Circulars to all units' },
  2: { th: 'หนังสือภายในสำนัก/กอง', en: 'Letters inside a bureau' },
  3: { th: 'หนังสือข้ามหน่วยงาน', en: 'Letters across units' },
  4: { th: 'หนังสือถึงภายนอก ลงนามด้วยใบรับรองอิเล็กทรอนิกส์', en: 'Letters to outside, signed with a certificate' },
};

export const stageShort: Readonly<Record<Stage, Words>> = {
  1: { th: 'หนังสือเวียน', en: 'Circulars' },
  2: { th: 'ภายในสำนัก/กอง', en: 'Inside a bureau' },
  3: { th: 'ข้ามหน่วยงาน', en: 'Across units' },
  4: { th: 'ถึงภายนอก', en: 'To outside' },
};

/** What a unit did with letters of one stage in a period. */
export interface Done {
  readonly sent: number;
  readonly received: number;
  readonly opened: number;
  readonly acknowledged: number;
}

export const nothingDone: Done = { sent: 0, received: 0, opened: 0, acknowledged: 0 };

/** `moved`: uses the stage; `reads`: only opens what reaches it; `missing`: something reached it and was not opened; `idle`: there was nothing to do. */
export type Standing = 'moved' | 'reads' | 'missing' | 'idle';

/**
 * Whether a unit moved over at a stage. Stage 1 is to send and receive circulars, so a unit that opens them has moved;
 * from stage 2 on only a letter of its own counts: reading alone shows nothing of its own paper.
 */
export function standingOf(stage: Stage, { sent, received, opened }: Done): Standing {
  if (sent > 0) return 'moved';
  if (opened > 0) return stage === 1 ? 'moved' : 'reads';
  return received > 0 ? 'missing' : 'idle';
}

/** A unit is in when it did anything at all in Krom: sent one letter or opened one. */
export function isIn(done: readonly Done[]): boolean {
  return done.some(({ sent, opened }) => sent > 0 || opened > 0);
}
