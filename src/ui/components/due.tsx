/** When something is due: in working days while near, as a date when far, in words when it hangs on an event. */
import type { VNode } from 'preact';
import { useUi } from '../context.tsx';

export type DueProps = {
  /** Working days left as the office calendar counts them: 0 is today, below 0 is over. Left out when far or unknown. */
  workingDays?: number;
  /** The day in words ("30 พ.ย."), or the event ("เมื่อได้รับ"). Shown when `workingDays` is left out, and told otherwise. */
  when?: string;
  /** The legal day as ISO date, for machines. */
  iso?: string;
  /** Working days from which it is shown as near. */
  soon?: number;
  /** Says "วันทำการ" too, where no column head does. */
  full?: boolean;
};

export function Due({ workingDays, when, iso, soon = 2, full }: DueProps): VNode {
  const { t, format } = useUi();
  if (workingDays === undefined) return <Told iso={iso} look="due">{when ?? t('due.none')}</Told>;
  const kind = workingDays < 0 ? 'over' : 'days';
  const words = workingDays === 0 ? t('due.today') : t(full ? `due.${kind}.full` : `due.${kind}`, { n: format.number(Math.abs(workingDays)) });
  const look = workingDays <= 0 ? 'due due-now' : workingDays <= soon ? 'due due-soon' : 'due';
  return <Told iso={iso} look={look} title={when}>{words}</Told>;
}

function Told({ iso, look, title, children }: { iso: string | undefined; look: string; title?: string; children: string }): VNode {
  return iso ? <time class={look} dateTime={iso} title={title}>{children}</time> : <span class={look} title={title}>{children}</span>;
}
