// An assessor's own desk: what is judged, one item at a time, and the end.
import type { VNode } from 'preact';
import { hidden, integer, keys, rows, text, textarea } from '../../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../../platform/forms/form.ts';
import { ActionForm, FormField } from '../../../../../platform/forms/render.tsx';
import { definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../../platform/result.ts';
import { momentWords } from '../../../../../platform/when.ts';
import { Attachment } from '../../../../../ui/components/attachment.tsx';
import { Button, ButtonLink, ButtonRow } from '../../../../../ui/components/button.tsx';
import { Inset } from '../../../../../ui/components/inset.tsx';
import { Notice } from '../../../../../ui/components/notice.tsx';
import { Panel, Section } from '../../../../../ui/components/panel.tsx';
import { StateMark } from '../../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../../ui/components/table.tsx';
import type { Fraction } from '../../../domain/numbers.ts';
import { scaled } from '../../../domain/numbers.ts';
import { allLevels } from '../../../domain/pmqa/levels.ts';
import type { AssessmentScore } from '../../../domain/pmqa/score.ts';
import { itemName, itemOf } from '../../load.ts';
import { messages as shared } from '../../messages.ts';
import { itemParams, yearParams } from '../../params.ts';
import { pointsText, scoreWords, YearHead, yearHref } from '../../shown.tsx';
import { numberText } from '../enter-results/page.tsx';
import { evidenceOf, type LevelEvidence } from '../fill-item/evidence.ts';
import { boxLabel } from '../fill-item/page.tsx';
import { readAssess, type AssessData } from './load.ts';
import { messages } from './messages.ts';

export const submitForm = defineForm({ remark: textarea({ label: messages.words('remark'), max: 4000, optional: true }) });

const boxes = keys(/^[1-9]\d?$/, { label: messages.words('boxes'), optional: true });
const resultFields = { id: integer({ label: { th: '', en: '' } }), value: text({ label: messages.words('value'), max: 40, optional: true }) };
export const assessForm = defineForm({
  basic: boxes, advance: boxes, significance: boxes,
  results: rows(resultFields, { label: messages.words('value'), optional: true }),
  remark: textarea({ label: messages.words('itemRemark'), max: 4000, optional: true }),
  rev: integer({ label: { th: '', en: '' } }),
  then: hidden({ optional: true }),
});

const pointsOf = (score: AssessmentScore, key: string): Fraction | undefined => score.categories.flatMap(({ items }) => items).find((one) => one.key === key)?.points;
export const assessHref = (year: number, item = ''): string => yearHref(year, `/assess${item ? `/${item}` : ''}`);

export const assessPage = definePage({
  path: '/performance/pmqa/:year/assess',
  permission: 'performance.assess',
  params: yearParams,
  async load(tx, { params, services }) {
    const data = await readAssess(tx, params.year, services);
    return data ? ok(data) : notFound();
  },
  title: (_data, ui) => ui.text(messages.words('title')),
  view: (data: AssessData, ui: Ui): VNode => {
    const t = messages.in(ui.lang);
    const s = shared.in(ui.lang);
    const { record, edition, me, own, keys: all } = data;
    const judged = new Set(own.map(({ item }) => item));
    const open = record.state === 'submitted' && me.submittedAt === null;
    const form = { ui, action: assessHref(record.year, '').concat('/submit'), form: submitForm };
    const missing = all.filter((key) => !judged.has(key));
    return (
      <div class="stack-l">
        <YearHead ui={ui} year={record.year} title={t('title')} sub={t('sub')} crumb={t('title')} />
        {me.submittedAt ? <Notice kind="done">{t('sent', { when: momentWords(ui.lang, me.submittedAt) })}</Notice> : record.state === 'submitted' ? null : <Notice>{t('notOpen')}</Notice>}
        <p><strong>{t('judged', { n: judged.size, of: all.length })}</strong> · {scoreWords(ui.lang, data.ownScore)}</p>
        <Table caption={t('title')} captionHidden rows={all} rowKey={(key) => key}
          columns={[
            { key: 'item', head: s('item'), kind: 'main', cell: (key) => { const words = `${key} ${ui.text(itemName(edition, key) ?? { th: '', en: '' })}`; return open ? <a href={assessHref(record.year, key)}>{words}</a> : words; } },
            { key: 'state', head: t('state'), cell: (key) => <StateMark kind={judged.has(key) ? 'done' : 'wait'}>{t(judged.has(key) ? 'done' : 'open')}</StateMark> },
            { key: 'self', head: t('selfPoints'), kind: 'num', cell: (key) => { const points = pointsOf(data.score, key); return points ? pointsText(points) : '–'; } },
            { key: 'own', head: t('ownPoints'), kind: 'num', cell: (key) => { const points = judged.has(key) ? pointsOf(data.ownScore, key) : undefined; return points ? pointsText(points) : '–'; } },
          ]} />
        {open ? (
          <Panel title={t('submit')}>
            {missing.length > 0 ? <p class="quiet">{t('unjudged', { what: missing.join(' ') })}</p> : (
              <ActionForm {...form} class="form">
                <FormField {...form} name="remark" value={me.remark} rows={3} />
                <p class="quiet">{t('submitNote')}</p>
                <ButtonRow><Button kind="main">{t('submit')}</Button></ButtonRow>
              </ActionForm>
            )}
          </Panel>
        ) : null}
      </div>
    );
  },
});

export interface AssessItem extends AssessData {
  readonly key: string;
  readonly evidence: readonly LevelEvidence[];
}

export const assessItemPage = definePage({
  path: '/performance/pmqa/:year/assess/:item',
  permission: 'performance.assess',
  params: itemParams,
  async load(tx, { params, services }) {
    const data = await readAssess(tx, params.year, services);
    if (!data || !data.keys.includes(params.item) || data.record.state !== 'submitted' || data.me.submittedAt) return notFound();
    const answer = data.answers.find(({ item }) => item === params.item);
    return ok({ ...data, key: params.item, evidence: answer ? await evidenceOf(tx, answer.id) : [] });
  },
  title: ({ key, edition }, ui) => messages.in(ui.lang)('item', { key, name: ui.text(itemName(edition, key) ?? { th: '', en: '' }) }),
  view: AssessItemView,
});

function AssessItemView(data: AssessItem, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { record, edition, key } = data;
  const item = itemOf(edition, key);
  const answer = data.answers.find((one) => one.item === key);
  const mine = data.own.find((one) => one.item === key);
  const action = assessHref(record.year, key);
  const form = { ui, action, form: assessForm };
  const title = t('item', { key, name: ui.text(itemName(edition, key) ?? { th: '', en: '' }) });
  const on = (list: readonly boolean[] | undefined) => (list ?? []).flatMap((one, at) => (one ? [String(at + 1)] : []));
  const lines = data.lines.filter((line) => line.item === key);
  const last = data.keys.at(-1) === key;
  return (
    <div class="stack-l">
      <YearHead ui={ui} year={record.year} title={title} crumb={title} />
      <ActionForm {...form} class="form" hidden={{ rev: String(mine?.rev ?? 0) }} draft={`pmqa-assess-${record.year}-${key}`}>
        {item ? allLevels.map((level) => (
          <Section title={s('levelHead', { name: s(`level.${level}`) })} aside={item.levels[level].gist}>
            <div class="stack">
              <Inset>
                <p>{on(answer?.ticks[level]).length > 0 ? t('claimedBoxes', { boxes: on(answer?.ticks[level]).join(', ') }) : t('claimedNone')}</p>
                {answer?.texts[level] ? <p class="pre">{answer.texts[level]}</p> : null}
                {data.evidence.filter((line) => line.level === level).map((line) => (line.href ? <Attachment name={line.title ?? ''} href={line.href} pages={line.pages} note={line.note || undefined} /> : null))}
              </Inset>
              <FormField {...form} name={level} value={on(mine?.ticks?.[level])} options={Array.from({ length: item.levels[level].boxes }, (_, at) => ({ value: String(at + 1), label: boxLabel(ui, item, level, at) }))} neededLater />
            </div>
          </Section>
        )) : lines.length === 0 ? <Notice>{t('noLines')}</Notice> : lines.map((line, at) => {
          const judged = mine?.results?.[String(line.id)];
          return (
            <div>
              <input type="hidden" name={`results.${at}.id`} value={line.id} />
              <FormField {...form} name="results" inputName={`results.${at}.value`} field={resultFields.value} hint={ui.text(messages.words('valueHint'))} size="s"
                label={t('valueOf', { name: line.name, value: numberText(line.value) || s('missing') })} value={mine ? (judged ? numberText(scaled(judged)) : '') : numberText(line.value)} />
            </div>
          );
        })}
        <FormField {...form} name="remark" value={mine?.remark} rows={3} />
        <ButtonRow>
          <Button kind="main" name="then" value={last ? '' : 'next'}>{last ? s('save') : t('saveNext')}</Button>
          <ButtonLink kind="quiet" href={assessHref(record.year)}>{s('cancel')}</ButtonLink>
        </ButtonRow>
      </ActionForm>
    </div>
  );
}
