// What if: values as fields of an address, the total that comes of them, and the cheapest way to a class. Works without script.
import type { VNode } from 'preact';
import { definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../../ui/components/button.tsx';
import { Form, FieldsRow } from '../../../../../ui/components/form.tsx';
import { Notice } from '../../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { Select } from '../../../../../ui/components/select.tsx';
import { TextField } from '../../../../../ui/components/text-field.tsx';
import { scaledText } from '../../../domain/numbers.ts';
import { costField } from '../../domain/what-if.ts';
import { yearParams } from '../../load.ts';
import { messages as shared } from '../../messages.ts';
import { classWords, ScoreTabs } from '../../shown.tsx';
import { targetRung } from '../../domain/standing.ts';
import { messages as domain } from '../../domain/messages.ts';
import { Outcome, SaveScenario } from './outcome.tsx';
import { readTry, tryAddress, tryQuery, type TryPage } from './load.ts';
import { TryTable } from './table.tsx';
import { messages } from './messages.ts';

export const tryPage = definePage({
  path: '/performance/:year/what-if',
  permission: 'performance.read',
  params: yearParams,
  query: tryQuery,
  async load(tx, { params, query, services, actor, form }) {
    const found = await readTry(tx, params.year, query, { services, actor, form: form.values });
    return found ? ok(found) : notFound(shared.words('noYear'));
  },
  title: ({ scored }, ui) => ui.text(messages.words('title', { year: scored.year })),
  view: TryView,
});

function TryView(data: TryPage, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { scored, typing, tried, query, frameworks } = data;
  const { year, sheet } = scored;
  const wrong = Object.keys(typing.errors).length > 0 || data.scoreWrong;
  const rungs = (which: 'target' | 'top') => new Map(sheet.lines.flatMap(({ indicator, ladder }) => {
    const rung = ladder && indicator.state !== 'cancelled' ? (which === 'target' ? targetRung(ladder) : ladder.rungs.at(-1)) : undefined;
    return rung ? [[indicator.key, rung.value] as const] : [];
  }));
  return (
    <div class="stack-l">
      <PageHead title={t('title', { year })} sub={t('sub')} crumbs={[{ label: s('module'), href: `/performance/${year}` }, { label: s('tabWhatIf') }]} />
      <ScoreTabs ui={ui} year={year} at="/what-if" />
      {wrong ? <Notice kind="warn">{t('wrong')}</Notice> : null}
      <Outcome data={data} ui={ui} />
      <Form method="get" action={`/performance/${year}/what-if`} label={t('form')} class="stack" hidden={data.scenario ? { scenario: String(data.scenario.id) } : {}}>
        <TryTable data={data} ui={ui} />
        <FieldsRow>
          <Select name="wish" label={t('wish')} value={query.wish ?? ''} optional empty={t('wishNone')} options={tried.sheet.classes.toSorted((a, b) => (a.from < b.from ? 1 : -1)).map(({ key, from }) => ({ value: key, label: `${classWords(tried.sheet, key, ui.lang)} (${scaledText(from)})` }))} />
          <TextField name="score" label={t('score')} value={query.score ?? ''} optional size="s" inputMode="decimal" {...(data.scoreWrong ? { error: domain.in(ui.lang)('typed.not-a-number') } : {})} />
          <Select name="framework" label={t('framework')} value={String(query.framework ?? year)} options={frameworks.map((one) => ({ value: String(one), label: one === year ? t('frameworkOwn') : s('year', { year: one }) }))} />
        </FieldsRow>
        <details class="fold" open={typing.costs.size > 0 || Object.keys(typing.errors).some((name) => name.startsWith('c-'))}>
          <summary>{t('costs')}</summary>
          <p class="hint measure">{t('costsNote')}</p>
          <div class="three">
            {sheet.lines.filter(({ indicator }) => indicator.state !== 'cancelled').map(({ indicator: { key } }) => {
              const error = typing.errors[costField(key)];
              return <TextField name={costField(key)} label={t('costOf', { key })} value={typing.typed[costField(key)] ?? ''} optional size="s" inputMode="decimal" {...(error ? { error: ui.text(error) } : {})} />;
            })}
          </div>
        </details>
        <ButtonRow>
          <Button kind="main">{t('calculate')}</Button>
          <ButtonLink href={tryAddress(year, rungs('target'))}>{t('targets')}</ButtonLink>
          <ButtonLink href={tryAddress(year, rungs('top'))}>{t('tops')}</ButtonLink>
          <ButtonLink kind="quiet" href={`/performance/${year}/what-if`}>{t('reset')}</ButtonLink>
        </ButtonRow>
      </Form>
      <SaveScenario data={data} ui={ui} />
    </div>
  );
}
