// Every value that was ever entered, with who, when, from where, as of when.
import type { VNode } from 'preact';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { momentWords } from '../../../../../platform/when.ts';
import { Section } from '../../../../../ui/components/panel.tsx';
import { StateMark } from '../../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../../ui/components/table.tsx';
import { scaledText } from '../../../domain/numbers.ts';
import type { ReportData } from '../../report-data.ts';
import { asOfWords, roundWords } from '../../shown.tsx';
import { messages } from './messages.ts';
import { DetailOf } from './value-detail.tsx';

export function ValuesSection({ data, ui }: { data: ReportData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const counting = new Map(data.results.toReversed().map((result) => [result.roundId, result.id]));
  return (
    <Section title={t('values')} id="values">
      <Table caption={t('values')} captionHidden rows={data.results} rowKey={({ id }) => String(id)} isVoid={({ value }) => value === null} empty={<p class="quiet">{t('valuesNone')}</p>}
        columns={[
          { key: 'round', head: t('v_round'), kind: 'nowrap', cell: ({ month }) => ui.text(roundWords({ month })) },
          { key: 'value', head: t('v_value'), kind: 'main', cell: (result) => <>{result.value === null ? t('tookBack') : scaledText(result.value, { grouped: true })}{counting.get(result.roundId) === result.id && result.value !== null ? <> <StateMark kind="done">{t('counts')}</StateMark></> : null}</> },
          { key: 'asOf', head: t('v_asOf'), kind: 'nowrap', cell: ({ asOf }) => asOfWords(asOf, ui) },
          { key: 'source', head: t('v_source'), cell: ({ source, measureName }) => (source === 'measure' ? t('source.measure', { name: measureName ?? '' }) : t('source.manual')) },
          { key: 'by', head: t('v_by'), cell: ({ personName, at }) => <>{personName}<div class="quiet mid">{momentWords(ui.lang, at)}</div></> },
          { key: 'note', head: t('v_note'), kind: 'wide', cell: (result) => <>{result.note}{Object.keys(result.detail).length > 0 && !('withdrawn' in result.detail) ? <details><summary>{t('detail')}</summary><DetailOf result={result} ui={ui} /></details> : null}</> },
        ]} />
    </Section>
  );
}
