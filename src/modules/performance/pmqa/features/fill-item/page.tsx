// One item: boxes and explanations of its three levels, and their evidence.
import type { VNode } from 'preact';
import { ActionForm, FormField, stateFor } from '../../../../../platform/forms/render.tsx';
import { definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../../ui/components/button.tsx';
import { AutosaveStatus, FormSection } from '../../../../../ui/components/form.tsx';
import { Notice } from '../../../../../ui/components/notice.tsx';
import { Section } from '../../../../../ui/components/panel.tsx';
import { scaledText } from '../../../domain/numbers.ts';
import { itemsOf, type Item } from '../../../domain/pmqa/edition.ts';
import { allLevels, type Level } from '../../../domain/pmqa/levels.ts';
import { itemPoints, levelReached, topPoints, type Ticks } from '../../../domain/pmqa/score.ts';
import { itemOf, readBasics, type YearBasics } from '../../load.ts';
import { messages as shared } from '../../messages.ts';
import { itemParams } from '../../params.ts';
import { LockedNotice, pointsText, SavedMeanwhile, savedWords, YearHead, yearHref } from '../../shown.tsx';
import { answerOf, type Answer } from '../../store/answers.ts';
import { evidenceOf, type LevelEvidence } from './evidence.ts';
import { EvidencePart } from './evidence-part.tsx';
import { itemForm, noTicks } from './form.ts';
import { messages } from './messages.ts';

export interface ItemData extends YearBasics {
  readonly item: Item;
  readonly answer: Answer | undefined;
  readonly evidence: readonly LevelEvidence[];
}

export const itemHref = (year: number, item: string): string => yearHref(year, `/items/${item}`);

export const itemPage = definePage({
  path: '/performance/pmqa/:year/items/:item',
  permission: 'performance.read',
  params: itemParams,
  async load(tx, { params, services }) {
    const basics = await readBasics(tx, params.year, services);
    const item = basics && itemOf(basics.edition, params.item);
    if (!basics || !item) return notFound();
    const answer = await answerOf(tx, basics.record.id, item.key);
    return ok({ ...basics, item, answer, evidence: answer ? await evidenceOf(tx, answer.id) : [] });
  },
  title: ({ item }, ui) => messages.in(ui.lang)('title', { key: item.key, name: ui.text(item.name) }),
  view: ItemView,
});

const levelName = (ui: Ui, level: Level): string => shared.in(ui.lang)(`level.${level}`);
const chosen = (boxes: readonly boolean[] | undefined): string[] => (boxes ?? []).flatMap((on, at) => (on ? [String(at + 1)] : []));

/** What a box says; criteria without texts have numbers only. */
export function boxLabel(ui: Ui, item: Item, level: Level, at: number): string {
  return item.levels[level].texts?.[at] ?? messages.in(ui.lang)('unknownBox', { n: at + 1 });
}

function ItemView(data: ItemData, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const { record, edition, item, answer } = data;
  const all = itemsOf(edition);
  const at = all.findIndex(({ key }) => key === item.key);
  const [before, after] = [all[at - 1], all[at + 1]];
  const ticks = answer?.ticks ?? noTicks(item);
  const reached = levelReached(item, ticks);
  return (
    <div class="stack-l">
      <YearHead ui={ui} year={record.year} title={t('title', { key: item.key, name: ui.text(item.name) })} crumb={`${item.key} ${ui.text(item.name)}`} />
      <div class="spread">
        <p id="item-score" data-autosave-refresh="">
          <strong>{t('points', { points: pointsText(itemPoints(edition, item, ticks)), top: scaledText(topPoints(edition)) })}</strong> · {reached ? t('level', { level: levelName(ui, reached) }) : t('levelNone')}
        </p>
        <p class="cluster">
          {before ? <a href={itemHref(record.year, before.key)}>← {before.key}<span class="vh"> {t('previous')}</span></a> : null}
          {after ? <a href={itemHref(record.year, after.key)}>{after.key} →<span class="vh"> {t('next')}</span></a> : null}
        </p>
      </div>
      {allLevels.some((level) => !item.levels[level].texts) ? <Notice>{t('textsMissing')}</Notice> : null}
      {data.mayFill ? <Fill data={data} ui={ui} ticks={ticks} after={after} /> : <Read data={data} ui={ui} ticks={ticks} />}
      <EvidencePart data={data} ui={ui} />
    </div>
  );
}

function Fill({ data: { record, item, answer }, ui, ticks, after }: { data: ItemData; ui: Ui; ticks: Ticks; after: Item | undefined }): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const action = itemHref(record.year, item.key);
  const form = { ui, action, form: itemForm };
  const sent = stateFor(ui, action).values.rev;
  const late = answer !== undefined && sent !== undefined && sent !== String(answer.rev);
  return (
    <>
      {late ? (
        <SavedMeanwhile ui={ui} saved={answer}>
          {allLevels.map((level) => {
            const on = chosen(answer.ticks[level]);
            return <p class="pre">{on.length > 0 ? t('savedTicks', { level: levelName(ui, level), boxes: on.join(', ') }) : t('savedNone', { level: levelName(ui, level) })} · {answer.texts[level] || t('noText')}</p>;
          })}
        </SavedMeanwhile>
      ) : null}
      <ActionForm {...form} class="form" hidden={{ rev: String(answer?.rev ?? 0) }} draft={`pmqa-${record.year}-${item.key}`} autosave={{ saving: s('autosaving'), saved: s('autosaved'), failed: s('autosaveFailed') }}>
        {allLevels.map((level) => (
          <FormSection title={s('levelHead', { name: levelName(ui, level) })} note={item.levels[level].gist}>
            <div class="stack" id={level}>
              <FormField {...form} name={level} value={chosen(ticks[level])} neededLater options={Array.from({ length: item.levels[level].boxes }, (_, at) => ({ value: String(at + 1), label: boxLabel(ui, item, level, at) }))} />
              <FormField {...form} name={`${level}Text`} value={answer?.texts[level]} rows={3} neededLater label={t('explanationOf', { level: levelName(ui, level) })} />
            </div>
          </FormSection>
        ))}
        <ButtonRow>
          <Button kind="main">{s('save')}</Button>
          {after ? <Button name="then" value="next">{t('saveNext')}</Button> : null}
          <ButtonLink kind="quiet" href={yearHref(record.year)}>{s('cancel')}</ButtonLink>
        </ButtonRow>
        <AutosaveStatus>{savedWords(ui, answer)}</AutosaveStatus>
      </ActionForm>
      <p class="quiet mid">{t('counts')}</p>
    </>
  );
}

function Read({ data, ui, ticks }: { data: ItemData; ui: Ui; ticks: Ticks }): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { item, answer } = data;
  return (
    <div class="stack-l">
      <LockedNotice ui={ui} data={data} />
      {allLevels.map((level) => (
        <Section title={s('levelHead', { name: levelName(ui, level) })} aside={item.levels[level].gist} level={3}>
          <ul class="stack-s">{ticks[level].map((on, at) => <li>{on ? '☑' : '☐'} {boxLabel(ui, item, level, at)}</li>)}</ul>
          <p class="pre measure">{answer?.texts[level] || <span class="quiet">{t('noText')}</span>}</p>
        </Section>
      ))}
      <p class="quiet">{savedWords(ui, answer)}</p>
    </div>
  );
}
