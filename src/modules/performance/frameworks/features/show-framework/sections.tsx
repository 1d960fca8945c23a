// A framework as it is read: components and weights, rules in words, scale, classes, calculation, each with what is not certain about it.
import type { VNode } from 'preact';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { DefinitionList } from '../../../../../ui/components/definition-list.tsx';
import { Section } from '../../../../../ui/components/panel.tsx';
import { Table } from '../../../../../ui/components/table.tsx';
import { allComponents, type Component, type Framework } from '../../../domain/framework/framework.ts';
import { placeWords, sectionOf, type Section as Place } from '../../domain/places.ts';
import { messages as shared } from '../../messages.ts';
import { classRanges, NoteLines, ruleWords, WeightBar } from '../../shown.tsx';
import { messages } from './messages.ts';

interface Part { readonly ui: Ui; readonly framework: Framework }

function Notes({ ui, framework, of }: Part & { of: readonly Place[] }): VNode | null {
  const notes = framework.notes.filter(({ field }) => of.includes(sectionOf(field)));
  return <NoteLines ui={ui} notes={notes} where={({ field }) => placeWords(framework, field)} />;
}

const Unknown = ({ ui }: { ui: Ui }): VNode => <span class="quiet">{shared.in(ui.lang)('unknown')}</span>;

export function Components({ ui, framework }: Part): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const main = new Set(framework.components);
  const tags = ({ tags: list, tagNeeded }: Component) => (list ? <>{list.map((tag) => ui.text(tag.name)).join(' · ')}{tagNeeded ? <span class="quiet"> ({t('tagNeeded')})</span> : null}</> : null);
  return (
    <Section title={t('components')}>
      <div class="stack">
        <WeightBar ui={ui} framework={framework} />
        <Table caption={t('components')} captionHidden rows={allComponents(framework)} rowKey={({ key }) => key}
          footer={framework.weightSum === null ? undefined : { name: t('sum'), weight: framework.weightSum }}
          columns={[
            { key: 'name', head: s('component'), kind: 'main', cell: (one) => <span class={main.has(one) ? undefined : 'part-name'}>{one.key} {ui.text(one.name)}</span> },
            { key: 'weight', head: s('weight'), kind: 'num', cell: (one) => (one.weight === null ? <Unknown ui={ui} /> : main.has(one) ? <strong>{one.weight}</strong> : one.weight) },
            { key: 'kind', head: t('kind'), cell: (one) => (main.has(one) ? (one.kind === null ? <Unknown ui={ui} /> : s(one.kind)) : null) },
            { key: 'tags', head: t('tags'), kind: 'wide', cell: tags },
          ]} />
        <Notes ui={ui} framework={framework} of={['components']} />
      </div>
    </Section>
  );
}

export function Rules({ ui, framework }: Part): VNode {
  const t = messages.in(ui.lang);
  return (
    <Section title={t('rules')}>
      <div class="stack">
        {framework.rules.length === 0 ? <p class="quiet">{t('rulesNone')}</p> : <ol class="stack-s">{framework.rules.map((rule, at) => <li>{at + 1}. {ruleWords(ui, framework, rule)}</li>)}</ol>}
        <Notes ui={ui} framework={framework} of={['rules']} />
      </div>
    </Section>
  );
}

export function ScaleAndClasses({ ui, framework }: Part): VNode {
  const t = messages.in(ui.lang);
  const { scale, classes } = framework;
  return (
    <div class="two">
      <Section title={t('scale')}>
        <div class="stack">
          {scale === null ? <p><Unknown ui={ui} /></p> : (
            <>
              <Table caption={t('scale')} captionHidden cards={false} rows={scale.scores.map((score, at) => ({ score, at }))} rowKey={({ at }) => String(at)}
                columns={[{ key: 'step', head: t('step'), kind: 'main', cell: ({ at }) => ui.text(scale.names[at] ?? { th: String(at + 1), en: String(at + 1) }) }, { key: 'score', head: t('score'), kind: 'num', cell: ({ score }) => score }]} />
              <p>{t('below', { what: shared.in(ui.lang)(`below.${scale.below}`) })}</p>
            </>
          )}
          <Notes ui={ui} framework={framework} of={['scale']} />
        </div>
      </Section>
      <Section title={t('classes')}>
        <div class="stack">
          {classes === null ? <p><Unknown ui={ui} /></p> : (
            <Table caption={t('classes')} captionHidden cards={false} rows={classRanges(ui, classes)} rowKey={({ name }) => name}
              columns={[{ key: 'class', head: t('class'), kind: 'main', cell: ({ name }) => name }, { key: 'range', head: t('range'), kind: 'num', cell: ({ range }) => range }]} />
          )}
          <Notes ui={ui} framework={framework} of={['classes']} />
        </div>
      </Section>
    </div>
  );
}

export function Calculation({ ui, framework }: Part): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { rounds, rounding, cancelled } = framework;
  return (
    <Section title={t('how')}>
      <div class="stack">
        <DefinitionList items={[
          { term: t('rounds'), value: rounds === null ? <Unknown ui={ui} /> : t('months', { list: rounds.join(' · ') }) },
          { term: t('rounding'), value: rounding === null ? <Unknown ui={ui} /> : t('roundingOf', { places: rounding.places, mode: s(`mode.${rounding.mode}`), at: s(`at.${rounding.at}`) }) },
          { term: t('cancelled'), value: cancelled === null ? <Unknown ui={ui} /> : s(`cancelled.${cancelled}`) },
        ]} />
        <Notes ui={ui} framework={framework} of={['rounds', 'rounding', 'cancelled']} />
      </div>
    </Section>
  );
}

/** Notes about the framework as a whole. */
export function OtherNotes({ ui, framework }: Part): VNode | null {
  if (!framework.notes.some(({ field }) => sectionOf(field) === 'name')) return null;
  return <Section title={messages.in(ui.lang)('otherNotes')}><Notes ui={ui} framework={framework} of={['name']} /></Section>;
}
