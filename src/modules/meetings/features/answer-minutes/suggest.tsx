// The line that is being corrected: its text to change in place, or words to add, or the line to take out.
import type { VNode } from 'preact';
import { ActionForm, FormField, stateFor } from '../../../../platform/forms/render.tsx';
import type { Ui } from '../../../../platform/http/ui.ts';
import { toThaiDigits } from '../../../../thai/index.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { Select } from '../../../../ui/components/select.tsx';
import { Panel } from '../../../../ui/components/panel.tsx';
import { placeOf } from '../../circulation/papers.ts';
import { asSuggestion, partName, partsOfLine, suggestionMessages } from '../../circulation/suggestions.ts';
import { lineIndex, plainLine, readText } from '../../domain/minutes-text.ts';
import type { MinutesDocument } from '../../domain/minutes-document.ts';
import { wordsOfPart } from '../../domain/part-words.ts';
import { applyCorrections } from '../../domain/suggestions.ts';
import type { SuggestionRow } from '../../store/suggestions.ts';
import { lineNumbers } from '../../minutes-sheet.tsx';
import { suggestionForm } from './form.ts';

export interface SuggestProps {
  readonly ui: Ui;
  readonly content: MinutesDocument;
  /** Where the suggestion is posted. */
  readonly action: string;
  readonly line: string;
  readonly field: string | undefined;
  readonly editing: SuggestionRow | undefined;
  /** Address of this screen with another query. */
  readonly href: (query: Record<string, string>, anchor?: string) => string;
  /** Part of the minutes on show, whose lines are offered in the list. */
  readonly part: string | undefined;
}

/** Text before anything was typed: of the suggestion that is reworded, else the line's own. */
function startText(content: MinutesDocument, lineId: string, field: string, editing: SuggestionRow | undefined): string {
  if (editing?.change.kind === 'insert') return plainLine(editing.change.line);
  const { document } = applyCorrections(content, editing?.change.kind === 'replace' ? [asSuggestion(editing)] : []);
  return wordsOfPart(field, readText(document, { lineId, field }) ?? '');
}

export function SuggestForm({ ui, content, action, line, field, editing, href, part }: SuggestProps): VNode | null {
  const t = suggestionMessages.in(ui.lang);
  const parts = partsOfLine(content, line);
  const chosen = parts.find((one) => one.ref.field === field) ?? parts[0];
  if (!chosen) return null;
  const state = stateFor(ui, action);
  const common = { ui, action, form: suggestionForm };
  const onAgenda = lineIndex(content).some((entry) => entry.line.id === line);
  const typedKind = state.values['kind'];
  const kind = typeof typedKind === 'string' ? typedKind : editing && editing.change.kind !== 'assignments' ? editing.change.kind : 'replace';
  const others = parts.filter((one) => one !== chosen && one.text !== '');
  const where: Record<string, string> = part ? { part } : {};
  return (
    <Panel title={t('chosen', { place: placeOf(content, line, chosen.ref.field) })} id="suggest">
      <LinePicker ui={ui} content={content} line={line} part={part} href={href} />
      <ActionForm ui={ui} action={action} form={suggestionForm} class="form" scope="s" hidden={{ lineId: line, field: chosen.ref.field, ...(editing ? { suggestion: String(editing.id) } : {}) }}>
        {onAgenda ? (
          <FormField {...common} name="kind" as="radios" value={kind} options={(['replace', 'insert', 'remove'] as const).map((value) => ({ value, label: t(value) }))} />
        ) : <input type="hidden" name="kind" value="replace" />}
        <FormField {...common} name="text" rows={3} value={toThaiDigitsWhere(startText(content, line, chosen.ref.field, editing))} label={parts.length > 1 && chosen.ref.field !== 'text' ? `${t('text')} (${ui.text(partName(chosen.ref.field))})` : undefined} />
        {others.length > 0 ? (
          <details class="mid">
            <summary>{t('otherParts')}</summary>
            <ul class="stack-s">{others.map((one) => <li><a href={href({ ...where, line, field: one.ref.field }, '#suggest')}>{ui.text(partName(one.ref.field))}: {wordsOfPart(one.ref.field, one.text)}</a></li>)}</ul>
          </details>
        ) : null}
        <FormField {...common} name="reason" value={editing?.reason} />
        <ButtonRow>
          <Button>{editing ? t('saveChange') : t('add')}</Button>
          <ButtonLink kind="quiet" href={href(where)}>{t('cancel')}</ButtonLink>
        </ButtonRow>
      </ActionForm>
    </Panel>
  );
}

const toThaiDigitsWhere = (text: string) => (/[๐-๙]/u.test(text) ? toThaiDigits(text) : text);

/** Chooses a line without its number: for a phone, where numbers are hidden, and for the keyboard. */
function LinePicker({ ui, content, line, part, href }: Pick<SuggestProps, 'ui' | 'content' | 'line' | 'part' | 'href'>): VNode {
  const numbers = lineNumbers(content);
  const sections = content.sections.filter((one) => part === undefined || one.id === part);
  const lines = (sections.length > 0 ? sections : content.sections).flatMap((section) => section.items.flatMap((item) => item.lines));
  const words = ui.lang === 'th' ? ['เลือกบรรทัด', 'ไป'] as const : ['Line', 'Go'] as const;
  const [path = ''] = href({}).split('?');
  return (
    <form class="only-phone line-picker" action={`${path}#suggest`} method="get">
      {part ? <input type="hidden" name="part" value={part} /> : null}
      <Select name="line" label={words[0]} value={line} submitOnChange options={lines.map((one) => ({ value: one.id, label: `${numbers.get(one.id) ?? ''} ${plainLine(one).slice(0, 60)}` }))} />
      <button class="btn no-js-only">{words[1]}</button>
    </form>
  );
}
