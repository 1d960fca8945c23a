// What a value is made of, as it was kept with it: steps, counts of a survey, records of a measure.
import type { VNode } from 'preact';
import type { Ui } from '../../../../../platform/http/ui.ts';
import type { MeasureRecord } from '../../../../../platform/measures/measures.ts';
import { dayWords } from '../../../../../platform/when.ts';
import { isLocalDate } from '../../../../../thai/index.ts';
import { StateMark } from '../../../../../ui/components/state-mark.tsx';
import { scaledText } from '../../../domain/numbers.ts';
import type { StoredResult } from '../../../store/results.ts';
import { messages } from './messages.ts';

interface Detail {
  readonly rule?: 'cumulative' | 'counted';
  readonly steps?: readonly { readonly step: number; readonly title?: string; readonly done: boolean | null; readonly doneOn?: string | null; readonly reference?: string; readonly proof?: string }[];
  readonly idle?: readonly number[];
  readonly levels?: readonly { readonly level: string; readonly yes: number; readonly asked: number; readonly share: string; readonly low: string; readonly high: string }[];
  readonly method?: string;
  readonly group?: string | number;
  readonly source?: string;
  readonly newUsers?: number;
  readonly renewals?: number;
  readonly satisfaction?: string;
  readonly records?: readonly MeasureRecord[];
  readonly recordCount?: number;
}

const shownRecords = 50;

export function DetailOf({ result, ui }: { result: Pick<StoredResult, 'detail' | 'numerator' | 'denominator'>; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const detail = result.detail as Detail;
  return (
    <div class="stack-s">
      {result.numerator !== null ? <p>{scaledText(result.numerator, { grouped: true })}{result.denominator === null ? '' : ` ÷ ${scaledText(result.denominator, { grouped: true })}`}</p> : null}
      {detail.steps ? (
        <>
          {detail.rule ? <p class="quiet">{t(`rule.${detail.rule}`)}</p> : null}
          <ul>
            {detail.steps.map(({ step, title, done, doneOn, reference, proof }) => (
              <li><StateMark kind={done ? 'done' : 'wait'} wrap>{`${t('stepN', { n: step })}${title ? ` ${title}` : ''}`}</StateMark>
                <span class="quiet mid">{[doneOn && isLocalDate(doneOn) ? dayWords(ui.lang, doneOn) : '', reference, proof].filter(Boolean).map((fact) => ` · ${fact}`).join('')}</span></li>
            ))}
          </ul>
        </>
      ) : null}
      {detail.idle && detail.idle.length > 0 ? <p class="quiet">{t('stepsIdle', { steps: detail.idle.join(', ') })}</p> : null}
      {detail.levels ? <ul>{detail.levels.map(({ low, high, share, ...level }) => <li>{t('levelLine', { ...level, share: short(share), low: short(low), high: short(high) })}</li>)}</ul> : null}
      {detail.method ? <p class="pre">{detail.method}</p> : null}
      {detail.group !== undefined && detail.group !== '' ? <p>{t('inGroup', { group: detail.group })}</p> : null}
      {detail.source ? <p>{detail.source}</p> : null}
      {detail.newUsers !== undefined || detail.renewals !== undefined ? <p>{t('people', { a: detail.newUsers ?? '–', b: detail.renewals ?? '–' })}</p> : null}
      {detail.satisfaction ? <p>{t('satisfied', { n: detail.satisfaction })}</p> : null}
      {detail.records ? (
        <>
          <p>{t('recordsOf', { n: detail.recordCount ?? detail.records.length })}</p>
          <ul>{detail.records.slice(0, shownRecords).map((record) => <li>{record.href ? <a href={record.href}>{record.reference}</a> : record.reference} {record.title}</li>)}</ul>
          {(detail.recordCount ?? 0) > shownRecords ? <p class="quiet">{t('moreRecords', { shown: shownRecords, n: detail.recordCount ?? 0 })}</p> : null}
        </>
      ) : null}
    </div>
  );
}

/** Two places are enough to read a share. */
export const short = (text: string): string => text.replace(/(\.\d{2})\d+$/, '$1');
