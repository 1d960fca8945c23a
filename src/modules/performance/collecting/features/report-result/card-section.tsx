// The report card of a round, and the states in which it was saved.
import type { VNode } from 'preact';
import { ActionForm, FormField, stateFor } from '../../../../../platform/forms/render.tsx';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { momentWords } from '../../../../../platform/when.ts';
import { Button } from '../../../../../ui/components/button.tsx';
import { DefinitionList } from '../../../../../ui/components/definition-list.tsx';
import { Section } from '../../../../../ui/components/panel.tsx';
import { cardFields, emptyCard, mergeCards, type CardContent } from '../../domain/merge-card.ts';
import { messages as shared } from '../../messages.ts';
import type { ReportData } from '../../report-data.ts';
import { resultHref } from '../../shown.tsx';
import { cardForm } from './forms.ts';
import { messages } from './messages.ts';

export function CardSection({ data, ui }: { data: ReportData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const { card, versions } = data;
  return (
    <Section title={t('card')} id="card">
      {data.writes ? <CardForm data={data} ui={ui} /> : card ? <CardText content={card.content} ui={ui} /> : <p class="quiet">{t('cardEmpty')}</p>}
      {versions.length > 0 ? (
        <details>
          <summary>{t('cardVersions', { n: versions.length })}</summary>
          {versions.map((version) => (
            <details class="step-more">
              <summary>{t('cardBy', { rev: version.rev, name: version.personName, when: momentWords(ui.lang, version.at) })}</summary>
              <CardText content={version.content} ui={ui} />
            </details>
          ))}
        </details>
      ) : null}
    </Section>
  );
}

function CardText({ content, ui }: { content: CardContent; ui: Ui }): VNode {
  const s = shared.in(ui.lang);
  return <DefinitionList ruled items={cardFields.map((field) => ({ term: s(`card.${field}`), value: content[field] ? <span class="pre">{content[field]}</span> : '' }))} />;
}

/**
 * What is typed is kept on this device too until it is saved. After a clash the form goes on from what the other saved:
 * the fields that only the other changed show those words, the others mine.
 */
function CardForm({ data, ui: given }: { data: ReportData; ui: Ui }): VNode {
  const { card, indicator, at, cycle } = data;
  const action = `${resultHref(cycle, indicator.key, at?.round)}/card`;
  const { rev, ui } = afterClash(data, given, action);
  const t = messages.in(ui.lang);
  return (
    <ActionForm ui={ui} action={action} form={cardForm} scope="card" guard draft={`result-card-${indicator.id}-${at?.round.id}-${rev}`} hidden={{ rev }}>
      {cardFields.map((name) => <FormField ui={ui} action={action} form={cardForm} name={name} rows={name === 'achieved' ? 6 : 3} value={card?.content[name]} />)}
      <Button>{t('cardSave')}</Button>
    </ActionForm>
  );
}

function afterClash({ card, versions }: ReportData, ui: Ui, action: string): { readonly rev: string; readonly ui: Ui } {
  const { values, errors } = stateFor(ui, action);
  const began = values['rev'];
  if (typeof began !== 'string') return { rev: String(card?.rev ?? 0), ui };
  const base = began === '0' ? emptyCard : versions.find(({ rev }) => String(rev) === began)?.content;
  if (!card || !base || Object.keys(errors).length === 0) return { rev: began, ui };
  const typed = (field: (typeof cardFields)[number]) => { const value = values[field]; return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : ''; };
  const mine = Object.fromEntries(cardFields.map((field) => [field, typed(field)])) as unknown as CardContent;
  return { rev: String(card.rev), ui: { ...ui, form: { ...ui.form, values: { ...values, ...mergeCards(base, mine, card.content).content } } } };
}
