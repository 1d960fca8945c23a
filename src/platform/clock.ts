/**
 * The only clock of the house (design rule 10). Legal time is real time plus an offset; the offset is zero except in
 * a demo, where moving it lets a deadline pass. Sessions and rate limits use the machine's own time, never this one.
 */
export interface Clock {
  /** The legal instant. */
  now(): Date;
  /** The legal day in Asia/Bangkok, `YYYY-MM-DD` (C.E.). */
  today(): string;
  /** Milliseconds added to the machine's time. */
  readonly offset: number;
}

const bangkokDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Bangkok', year: 'numeric', month: '2-digit', day: '2-digit' });

/** The day in Bangkok at an instant, `YYYY-MM-DD`. */
export function bangkokDate(instant: Date): string {
  return bangkokDay.format(instant);
}

/** A clock whose offset can be moved; `real` is for tests that need a still clock. */
export class MovableClock implements Clock {
  offset: number;
  readonly #real: () => number;
  constructor(offset = 0, real: () => number = Date.now) {
    this.offset = offset;
    this.#real = real;
  }
  now(): Date {
    return new Date(this.#real() + this.offset);
  }
  today(): string {
    return bangkokDate(this.now());
  }
  /** Sets the clock to a legal instant; it runs on from there. */
  moveTo(instant: Date): void {
    this.offset = instant.getTime() - this.#real();
  }
}
