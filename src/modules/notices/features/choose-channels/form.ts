import { checkbox, choice, time, type Field } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import type { How, NewsKind } from '../../../../platform/notify/news-kind.ts';
import { channels } from '../../channels/channels.ts';
import { digestRhythms } from '../../domain/digest-day.ts';
import { messages } from '../../messages.ts';

const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** Name of the field of one kind and channel. */
export const routeField = (channel: string, kind: NewsKind): string => `${channel}-${kind.key.replaceAll('.', '-')}`;

/** Hours and rhythm, and one choice for each kind and channel. */
export function choicesForm(kinds: readonly NewsKind[]) {
  const routes: Record<string, Field<How>> = {};
  for (const channel of channels) {
    for (const kind of kinds) routes[routeField(channel.key, kind)] = choice(channel.hows, { label: { th: `${channel.title.th}: ${kind.title.th}`, en: `${channel.title.en}: ${kind.title.en}` } }) as Field<How>;
  }
  return defineForm({
    ...routes,
    digest: choice(digestRhythms, { label: messages.words('digest') }),
    digestAt: time({ label: messages.words('digestAt') }),
    digestWeekday: choice(weekdays, { label: messages.words('digestWeekday') }),
    workingDays: checkbox({ label: messages.words('workingDays'), hint: messages.words('workingDaysHint') }),
    quiet: checkbox({ label: messages.words('quiet') }),
    quietFrom: time({ label: messages.words('quietFrom') }),
    quietTo: time({ label: messages.words('quietTo') }),
    mostUrgent: checkbox({ label: messages.words('mostUrgent') }),
  });
}
