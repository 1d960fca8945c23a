// The rows of the editor: one line each, assignments under their resolution. Plain fields, so that it works without
// script; with script the boxes grow with their text.
import type { ComponentChildren, VNode } from 'preact';
import type { Ui } from '../../../../platform/http/ui.ts';
import { dayWords } from '../../../../platform/when.ts';
import { isLocalDate } from '../../../../thai/index.ts';
import { Checkboxes } from '../../../../ui/components/choices.tsx';
import { DateField } from '../../../../ui/components/date-field.tsx';
import { FieldsRow } from '../../../../ui/components/form.tsx';
import { Select } from '../../../../ui/components/select.tsx';
import { TextArea, TextField } from '../../../../ui/components/text-field.tsx';
import type { LineRow, TaskRow } from '../../domain/item-form.ts';
import { resolutionKinds } from '../../domain/minutes-document.ts';
import { resolutionKindWords } from '../../messages.ts';
import { lineKinds } from './form.ts';
import { messages } from './messages.ts';

export interface RowsProps {
  readonly ui: Ui;
  readonly lines: readonly LineRow[];
  readonly tasks: readonly TaskRow[];
  /** Words shown above a line: what another saved. */
  readonly above?: (lineId: string) => ComponentChildren;
  /** Id of the line after which an empty one is opened. */
  readonly openAfter?: string | undefined;
}

export const blankRow: LineRow = { id: '', kind: 'statement', speaker: '', label: '', level: 1, resolutions: [], text: '', remove: false };
const blankTask = (line: string): TaskRow => ({ line, id: '', owners: '', task: '', dueOn: '', dueEvent: '', support: '', evidence: '' });

/** Empty rows at the end of an item. */
const spare = 2;

export function LineRows({ ui, lines, tasks, above, openAfter }: RowsProps): VNode {
  const shown = withBlanks(lines, openAfter);
  let taskIndex = 0;
  return (
    <>
      {shown.map((row, index) => {
        const own = row.kind === 'resolution' && row.id !== '' ? [...tasks.filter((task) => task.line === row.id), blankTask(row.id)] : [];
        const from = taskIndex;
        taskIndex += own.length;
        return (
          <fieldset class="minutes-row" id={row.id ? `row-${row.id}` : undefined} data-kind={row.kind}>
            <legend>{row.id || row.text ? messages.in(ui.lang)('lineNo', { n: index + 1 }) : messages.in(ui.lang)('newLine')}</legend>
            {row.id ? above?.(row.id) : null}
            <Line ui={ui} row={row} index={index} />
            {own.length > 0 ? (
              <details class="minutes-tasks" open={own.length > 1 || row.resolutions.includes('assign')}>
                <summary>{messages.in(ui.lang)('taskOf')} ({own.length - 1})</summary>
                {own.map((task, n) => <Task ui={ui} task={task} index={from + n} />)}
              </details>
            ) : null}
            {row.id ? <Acts ui={ui} row={row} index={index} last={index === lines.length - 1} /> : null}
          </fieldset>
        );
      })}
    </>
  );
}

function withBlanks(lines: readonly LineRow[], openAfter: string | undefined): LineRow[] {
  const opened = openAfter === undefined ? [...lines] : lines.flatMap((row) => (row.id === openAfter ? [row, blankRow] : [row]));
  return [...opened, ...Array.from({ length: spare }, () => blankRow)];
}

function Line({ ui, row, index }: { ui: Ui; row: LineRow; index: number }): VNode {
  const t = messages.in(ui.lang);
  const name = (field: string) => `lines.${index}.${field}`;
  const fresh = row.id === '';
  const about = t('lineNo', { n: index + 1 });
  return (
    <>
      <input type="hidden" name={name('id')} value={row.id} />
      <FieldsRow>
        <Select name={name('kind')} label={t('kind')} optional value={fresh && row.text === '' ? '' : row.kind} empty={fresh ? t('chooseKind') : undefined} size="m"
          options={lineKinds.map((kind) => ({ value: kind, label: t(`kind_${kind}`) }))} />
        {fresh || row.kind === 'statement' ? <TextField name={name('speaker')} label={t('speaker')} optional value={row.speaker} size="m" /> : <input type="hidden" name={name('speaker')} value={row.speaker} />}
        {fresh || row.kind === 'list-item' || row.kind === 'resolution' ? <TextField name={name('label')} label={t('label')} optional value={row.label} size="xs" /> : <input type="hidden" name={name('label')} value={row.label} />}
        {row.kind === 'list-item' ? <TextField name={name('level')} label={t('level')} optional value={String(row.level)} size="xs" inputMode="numeric" /> : null}
      </FieldsRow>
      {row.kind === 'resolution' ? (
        <Checkboxes name={name('resolutions')} label={t('resolutions')} optional arrange="row" value={[...row.resolutions]} options={resolutionKinds.map((kind) => ({ value: kind, label: ui.text(resolutionKindWords[kind]) }))} />
      ) : null}
      <TextArea name={name('text')} label={`${t('text')} ${about}`} labelHidden optional value={row.text} rows={row.kind === 'table' ? 6 : 2} hint={row.kind === 'table' ? t('tableHint') : undefined} />
    </>
  );
}

function Acts({ ui, row, index, last }: { ui: Ui; row: LineRow; index: number; last: boolean }): VNode {
  const t = messages.in(ui.lang);
  const n = { n: index + 1 };
  const step = (value: string, label: string, about: string) => <button class="btn btn-quiet" name="step" value={`${value}:${row.id}`} aria-label={about}>{label}</button>;
  return (
    <div class="cluster minutes-acts">
      {index === 0 ? null : step('up', t('up'), t('upOf', n))}
      {last ? null : step('down', t('down'), t('downOf', n))}
      {step('after', t('after'), t('afterOf', n))}
      <label class="choice choice-inline"><input type="checkbox" name={`lines.${index}.remove`} value="1" checked={row.remove} /><span class="choice-text">{t('remove')}<span class="vh"> {index + 1}</span></span></label>
    </div>
  );
}

function Task({ ui, task, index }: { ui: Ui; task: TaskRow; index: number }): VNode {
  const t = messages.in(ui.lang);
  const name = (field: string) => `tasks.${index}.${field}`;
  return (
    <fieldset class="minutes-task">
      <legend>{task.id ? t('tasks') : t('newTask')}</legend>
      <input type="hidden" name={name('line')} value={task.line} />
      <input type="hidden" name={name('id')} value={task.id} />
      <TextField name={name('owners')} label={t('owners')} hint={t('ownersHint')} optional value={task.owners} />
      <TextArea name={name('task')} label={t('task')} optional value={task.task} rows={2} />
      <FieldsRow>
        <DateField name={name('dueOn')} label={t('dueOn')} optional value={isLocalDate(task.dueOn) ? dayWords(ui.lang, task.dueOn) : task.dueOn} />
        <TextField name={name('dueEvent')} label={t('dueEvent')} hint={t('dueEventHint')} optional value={task.dueEvent} />
      </FieldsRow>
      <FieldsRow>
        <TextField name={name('support')} label={t('support')} optional value={task.support} />
        <TextField name={name('evidence')} label={t('evidence')} optional value={task.evidence} />
      </FieldsRow>
    </fieldset>
  );
}
