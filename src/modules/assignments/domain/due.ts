// When a task falls due: on a day, or on an event whose day may not be known yet.

/** When a task falls due without a day: on an event. */
export interface DueEvent {
  readonly kind: 'committee-meeting' | 'in-words';
  /** For a committee's next meeting. */
  readonly committeeId?: number;
  /** The event as said: "การประชุม กปช. ครั้งต่อไป". */
  readonly words: string;
}

/** A due day or event, as its source says it. */
export interface Due {
  /** `YYYY-MM-DD`. */
  readonly dueOn: string | null;
  readonly dueEvent: DueEvent | null;
}

const sameEvent = (a: DueEvent | null, b: DueEvent | null): boolean =>
  a === null || b === null ? a === b : a.kind === b.kind && a.committeeId === b.committeeId && a.words === b.words;

/** Whether two say the same, in whatever order a database gave the keys. */
export function sameDue(a: Due, b: Due): boolean {
  return a.dueOn === b.dueOn && sameEvent(a.dueEvent, b.dueEvent);
}

/**
 * What holds when a source is read again: a day that people moved by hand stays until the source itself says another.
 * @param said what the source said last; null where it is not known, then what holds is taken for it
 */
export function dueAfterSource(holds: Due, said: Due | null, saysNow: Due): Due {
  return sameDue(said ?? holds, saysNow) ? holds : saysNow;
}
