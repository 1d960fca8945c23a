// A request in words, and the sheet both ways.
import type { VNode } from 'preact';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { StateMark } from '../../../../../ui/components/state-mark.tsx';
import { scaled } from '../../../domain/numbers.ts';
import type { Sheet } from '../../../sheet.ts';
import { ladderText } from '../../domain/read-ladder.ts';
import { supposed } from '../../score.ts';
import type { Asked } from '../../shown.tsx';
import type { ChangeRequest, Changed } from '../../store/changes.ts';
import { messages } from './messages.ts';

const marks = { asked: 'wait', accepted: 'done', refused: 'late', withdrawn: 'void' } as const;

export const changeMark = (ui: Ui, { state, lateReason }: Pick<ChangeRequest, 'state' | 'lateReason'>): VNode => {
  const t = messages.in(ui.lang);
  return <><StateMark kind={marks[state]}>{t(`state.${state}`)}</StateMark>{lateReason === null ? null : <div><StateMark kind="risk" wrap>{t('lateMark')}</StateMark></div>}</>;
};

/** Old or new in words. */
export function changedText({ ladder, weight, name, value }: Changed, unit = ''): string {
  if (ladder !== undefined) return ladder === null ? '-' : `${ladderText(ladder)}${unit ? ` ${unit}` : ''}`;
  if (weight !== undefined) return weight ?? '-';
  if (value !== undefined) return value === null ? '-' : `${value}${unit ? ` ${unit}` : ''}`;
  return name ?? '';
}

/** The sheet under the old and under the new; the same result, unless the result itself is in question. */
export function bothWays(sheet: Sheet, { indicatorId, before, wanted }: Pick<ChangeRequest, 'indicatorId' | 'before' | 'wanted'>, asked: Asked): { readonly old: Sheet; readonly new: Sheet } {
  const under = ({ ladder, weight, value }: Changed) => supposed(sheet, {
    indicatorIds: [indicatorId], ladder, weight: weight === undefined || weight === null ? undefined : scaled(weight),
    value: value === undefined || value === null ? asked.value : scaled(value),
  });
  return { old: under(before), new: under(wanted) };
}
