/** Thai text, days and numbers: pure functions, no I/O, no clock. The only door of this folder. */
export * from './parsed.ts';
export * from './digits.ts';
export * from './dates.ts';
export * from './months.ts';
export * from './date-format.ts';
export * from './date-parse.ts';
export * from './times.ts';
export * from './years.ts';
export * from './office-calendar.ts';
export * from './holidays.ts';
export * from './abbreviations.ts';
export * from './normalise.ts';
export { insertBreaks } from './break.ts';
export type { BreakOptions } from './break.ts';
export * from './clusters.ts';
export * from './dictionary.ts';
export * from './segment.ts';
