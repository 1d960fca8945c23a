// Requests in a list, each with its score both ways until it is decided.
import type { ComponentChildren, VNode } from 'preact';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { Table } from '../../../../../ui/components/table.tsx';
import type { Sheet } from '../../../sheet.ts';
import { messages as shared } from '../../messages.ts';
import { changesHref } from '../../params.ts';
import { lineOf } from '../../score.ts';
import { askedValue, day, ScoreWords } from '../../shown.tsx';
import type { ChangeRequest } from '../../store/changes.ts';
import { messages } from './messages.ts';
import { bothWays, changedText, changeMark } from './shown.tsx';

export function ChangeTable({ ui, sheet, changes, empty }: { ui: Ui; sheet: Sheet; changes: readonly ChangeRequest[]; empty?: ComponentChildren }): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const year = sheet.cycle.fiscalYear;
  const none = askedValue(undefined);
  const of = new Map(sheet.indicators.map((one) => [one.id, one]));
  const unit = (one: ChangeRequest) => (one.kind === 'weight' ? '' : (of.get(one.indicatorId)?.unitOfMeasure ?? ''));
  const score = (one: ChangeRequest, side: 'old' | 'new') => {
    const under = bothWays(sheet, one, none)[side];
    return <ScoreWords ui={ui} line={lineOf(under, one.indicatorId)} sheet={under} />;
  };
  return (
    <Table caption={s('changes')} captionHidden rows={changes} rowKey={({ id }) => String(id)} isVoid={({ state }) => state === 'withdrawn'} empty={empty}
      columns={[
        { key: 'request', head: t('kind'), kind: 'main', cell: (one) => <><a href={changesHref(year, `/${one.id}`)}>{t(`kind.${one.kind}`)} {of.get(one.indicatorId)?.key}</a><div class="quiet small regular">{t(`ground.${one.ground}`)}</div></> },
        { key: 'old', head: t('old'), cell: (one) => changedText(one.before, unit(one)) },
        { key: 'new', head: t('new'), cell: (one) => changedText(one.wanted, unit(one)) },
        { key: 'scoreOld', head: t('scoreOld'), cell: (one) => (one.kind === 'indicator' ? '' : score(one, 'old')) },
        { key: 'scoreNew', head: t('scoreNew'), cell: (one) => (one.kind === 'indicator' ? '' : score(one, 'new')) },
        { key: 'asked', head: t('askedOn'), kind: 'nowrap', cell: (one) => <>{day(ui, one.askedOn)}<div class="quiet small">{one.personName}</div></> },
        { key: 'state', head: t('state'), cell: (one) => changeMark(ui, one) },
      ]} />
  );
}
