import { createInterface } from 'node:readline/promises';
import type { Words } from '../platform/words.ts';

/** One of the commands of `npx krom`. */
export interface Command {
  /** As typed after `npx krom`: one word or two. */
  readonly name: string;
  /** Its options, as the help shows them. */
  readonly usage?: string;
  readonly purpose: Words;
  /** @returns the exit code: 0 done, 1 not done and said why, 2 called wrongly */
  run(args: string[]): Promise<number>;
}

/** Says in both languages why something was not done. @returns the exit code for that */
export function complain({ th, en }: Words): 1 {
  console.error(`${th}\n  ${en}`);
  return 1;
}

/** Asks at the terminal; empty where nobody sits there. */
export async function ask(question: string): Promise<string> {
  if (!process.stdin.isTTY) return '';
  const line = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await line.question(question);
  line.close();
  return answer.trim();
}
