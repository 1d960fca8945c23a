// Rules of a plan that no single field can check.
import { fail, ok } from '../../../../platform/result.ts';
import type { Result } from '../../../../platform/result.ts';
import type { Words } from '../../../../platform/words.ts';
import { messages } from './messages.ts';

export interface Details {
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string | undefined;
  readonly link: string | undefined;
  readonly fiscalYear: number | undefined;
}

/** The details as kept, or words at the fields that contradict each other. */
export function checkDetails(details: Details): Result<{ title: string; startsAt: string; endsAt: string; place: string | null; link: string | null; fiscalYear: number | null }> {
  const fields: Record<string, Words> = {};
  if (details.endsAt <= details.startsAt) fields['endsAt'] = messages.words('endsBeforeStart');
  if (details.place === undefined && details.link === undefined) fields['place'] = messages.words('nowhere');
  if (details.link !== undefined && !isHttps(details.link)) fields['link'] = messages.words('badLink');
  const [first] = Object.values(fields);
  if (first) return fail('BAD_DETAILS', first, { fields });
  return ok({
    title: details.title, startsAt: details.startsAt, endsAt: details.endsAt, place: details.place ?? null, link: details.link ?? null, fiscalYear: details.fiscalYear ?? null,
  });
}

/** Only https: a link of another kind could run a script when pressed. */
function isHttps(text: string): boolean {
  try {
    return new URL(text).protocol === 'https:';
  } catch {
    return false;
  }
}
