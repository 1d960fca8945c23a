import type { KromModule } from '../../platform/module.ts';
import type { Words } from '../../platform/words.ts';
import { testEvent } from './acts.ts';

/** The acts of one module, as they can be chosen. */
export interface ActGroup {
  readonly module: string;
  readonly title: Words;
  readonly acts: readonly { readonly code: string; readonly words: Words }[];
}

/** All of a module, also acts that it will have later. */
export const allOf = (module: string): string => `${module}.*`;

/** Heads of acts whose code begins with no module in the list. */
const heads: Readonly<Record<string, Words>> = { platform: { th: 'ส่วนกลางของระบบ', en: 'The system itself' }, desk: { th: 'โต๊ะทำงาน', en: 'Desk' } };

/**
 * Acts of all modules by the first part of their code, which is what an event is chosen by; those that a module tells
 * for the platform stand under their own head.
 */
export function actCatalogue(modules: readonly KromModule[]): readonly ActGroup[] {
  const acts = modules.flatMap((module) => Object.entries(module.acts ?? {}).map(([code, words]) => ({ code, words })));
  const titles = new Map(modules.map((module) => [module.name, module.title]));
  const groups = Map.groupBy(acts, (act) => act.code.split('.')[0] as string);
  return [...groups].map(([module, own]) => ({ module, title: titles.get(module) ?? heads[module] ?? { th: module, en: module }, acts: own.toSorted((a, b) => (a.code < b.code ? -1 : 1)) }));
}

/** Words of an act; its code where no module tells it any more. */
export function wordsOfAct(catalogue: readonly ActGroup[], code: string): Words {
  if (code === testEvent.code) return testEvent.words;
  return catalogue.flatMap((group) => group.acts).find((act) => act.code === code)?.words ?? { th: code, en: code };
}
