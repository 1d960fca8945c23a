import type { Words } from '../../platform/words.ts';

/** One thing that the doctor looked at. */
export interface Finding {
  /** Word for programs, as in `--json`: `database.server-version`. */
  readonly name: string;
  /** `warn`: the house works, a person should look. `fail`: it does not, or not safely. */
  readonly state: 'ok' | 'warn' | 'fail';
  readonly words: Words;
  /** One line: what to do. */
  readonly wayOut?: Words;
}

export const ok = (name: string, th: string, en: string): Finding => ({ name, state: 'ok', words: { th, en } });

/** Something that is not well, with the way out. */
export const not = (state: 'warn' | 'fail', name: string, words: Words, wayOut: Words): Finding => ({ name, state, words, wayOut });

/** Runs one look; what nobody expected is a finding too, so that one illness does not hide the others. */
export async function look(name: string, work: () => Promise<readonly Finding[] | Finding> | readonly Finding[] | Finding): Promise<readonly Finding[]> {
  try {
    return [await work()].flat();
  } catch (error) {
    return [not('fail', name, { th: `ตรวจไม่ได้: ${(error as Error).message}`, en: `Could not be looked at: ${(error as Error).message}` }, { th: 'แจ้งผู้พัฒนาพร้อมข้อความนี้', en: 'Tell the developers, with this line' })];
  }
}
