/** What every component may ask for without being handed it: language, theme, words, formatters, and the scope of ids. */
import { createContext } from 'preact';
import type { ComponentChildren, VNode } from 'preact';
import { useContext } from 'preact/hooks';
import { uiMessages } from './messages.ts';
import type { UiMessageKey } from './messages.ts';

export type Lang = 'th' | 'en';
export type Theme = 'system' | 'light' | 'dark';
export type Translate = (key: UiMessageKey, params?: Readonly<Record<string, string | number>>) => string;

/** How values become words on screen. The application may hand in its own (for office days, for Thai digits). */
export type Formatters = {
  /** A count or score: Arabic digits, grouped. */
  number: (value: number) => string;
  /** Bytes as people read them, in steps of 1,024. */
  fileSize: (bytes: number) => string;
};

export type Ui = { lang: Lang; theme: Theme; t: Translate; format: Formatters };

const plainNumber = new Intl.NumberFormat('en-US', { maximumFractionDigits: 3 });
const sizeNumber = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

export const defaultFormatters: Formatters = {
  number: (value) => plainNumber.format(value),
  fileSize: (bytes) => {
    if (bytes < 1024) return `${bytes} B`;
    if (bytes < 1024 * 1024) return `${sizeNumber.format(bytes / 1024)} KB`;
    if (bytes < 1024 ** 3) return `${sizeNumber.format(bytes / 1024 ** 2)} MB`;
    return `${sizeNumber.format(bytes / 1024 ** 3)} GB`;
  },
};

/** Makes the value of the context for one request. */
export function makeUi(lang: Lang = 'th', theme: Theme = 'system', formatters: Partial<Formatters> = {}): Ui {
  const words = uiMessages[lang];
  const t: Translate = (key, params) => {
    const text: string = words[key];
    if (!params) return text;
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
  };
  return { lang, theme, t, format: { ...defaultFormatters, ...formatters } };
}

export const UiContext = createContext<Ui>(makeUi());

/** The language, theme, words and formatters of this request. */
export function useUi(): Ui {
  return useContext(UiContext);
}

const IdContext = createContext('');

/** Gives everything inside ids of their own, for a second form with the same field names on one page. */
export function IdScope({ prefix, children }: { prefix: string; children: ComponentChildren }): VNode {
  const outer = useContext(IdContext);
  return <IdContext.Provider value={`${outer}${prefix}-`}>{children}</IdContext.Provider>;
}

/** The id of the field `name` here; links of an error summary use the same rule. */
export function useFieldId(name: string): string {
  return fieldId(name, useContext(IdContext));
}

/** A function that makes ids here, for components that need several. */
export function useIds(): (name: string) => string {
  const prefix = useContext(IdContext);
  return (name) => fieldId(name, prefix);
}

/** `items[0].name` → `f-items-0-name`, with the prefix of the scope before it. */
export function fieldId(name: string, prefix = ''): string {
  return `${prefix}f-${name.replace(/[^\p{L}\p{N}_-]+/gu, '-').replace(/-+$/, '')}`;
}
