/** A text in the two languages of the house. Thai is the source; English must say the same. */
export interface Words {
  readonly th: string;
  readonly en: string;
}

export type Language = keyof Words;

type Params = Readonly<Record<string, string | number>>;

function fill(template: string, params?: Params): string {
  if (!params) return template;
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : String(value);
  });
}

export interface Messages<Key extends string> {
  /** The words of one key in both languages, parameters filled in. */
  words(key: Key, params?: Params): Words;
  /** A translator for one language: `const t = messages.in(ui.lang); t('save')`. */
  in(lang: Language): (key: Key, params?: Params) => string;
  readonly th: Readonly<Record<Key, string>>;
  readonly en: Readonly<Record<Key, string>>;
}

/**
 * The messages of one module. Thai is written first; the compiler refuses an English table that lacks a key or has
 * one too many. Parameters stand as `{name}`.
 */
export function defineMessages<Th extends Record<string, string>>(tables: {
  th: Th;
  en: { [K in keyof Th]: string };
}): Messages<Extract<keyof Th, string>> {
  type Key = Extract<keyof Th, string>;
  const { th, en } = tables;
  const translator = (table: Record<string, string>) => (key: Key, params?: Params) => fill(table[key] ?? key, params);
  const inLanguage = { th: translator(th), en: translator(en) };
  return {
    words: (key, params) => ({ th: inLanguage.th(key, params), en: inLanguage.en(key, params) }),
    in: (lang) => inLanguage[lang],
    th: th as Readonly<Record<Key, string>>,
    en: en as Readonly<Record<Key, string>>,
  };
}
