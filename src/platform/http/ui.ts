import type { Actor } from '../access/actor.ts';
import type { FormState } from '../forms/form.ts';
import type { Language, Words } from '../words.ts';

/** What every view gets besides its data. Views are pure: the same data and `Ui` give the same page. */
export interface Ui {
  readonly lang: Language;
  readonly theme: 'light' | 'dark' | undefined;
  readonly actor: Actor;
  /** Path with query of this request, for links back and the language switch. */
  readonly url: string;
  readonly requestId: string;
  /** The legal instant at which the page is made. */
  readonly now: Date;
  /** The form as typed and its errors (empty on a first view). */
  readonly form: FormState;
  /** What the action before left to be seen once and never again: a new token. */
  readonly shownOnce?: string | undefined;
  /** Value of the hidden `_key` field: forgery token and idempotency key in one; new at each call. */
  formKey(): string;
  /** The actor's words: `ui.text({th, en})`. */
  text(words: Words): string;
  /** Whether the actor may (in that unit). */
  can(permission: string, unitId?: number): boolean;
}
