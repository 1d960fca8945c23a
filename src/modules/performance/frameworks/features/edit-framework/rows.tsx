// Fields of the editor, section by section. Each list has a button that saves and opens one empty row.
import type { ComponentChildren, VNode } from 'preact';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { Button } from '../../../../../ui/components/button.tsx';
import { FieldsRow, FormSection } from '../../../../../ui/components/form.tsx';
import { Select, type Option } from '../../../../../ui/components/select.tsx';
import { TextArea, TextField } from '../../../../../ui/components/text-field.tsx';
import type { Framework } from '../../../domain/framework/framework.ts';
import { noteFields, placeWords } from '../../domain/places.ts';
import type { TypedFramework } from '../../domain/typed.ts';
import { messages as shared } from '../../messages.ts';
import { messages } from './messages.ts';

export interface RowsProps {
  readonly ui: Ui;
  readonly typed: TypedFramework;
  /** As it was saved: what the choices are made of. */
  readonly framework: Framework;
  readonly error: (name: string) => string | undefined;
  readonly add: string | undefined;
}

type Key = Parameters<ReturnType<typeof messages.in>>[0];

/** A plain field by its name; optional ones do not say so on every row. */
export function Text({ props, name, value, label, size, hint }: { props: RowsProps; name: string; value: string; label: Key; size?: 'xs' | 's' | 'm'; hint?: Key }): VNode {
  const t = messages.in(props.ui.lang);
  return <TextField name={name} label={t(label)} value={value} error={props.error(name)} size={size} {...(hint ? { hint: t(hint) } : {})} {...(size === 's' || size === 'xs' ? { inputMode: 'decimal' as const } : {})} />;
}

export function Choice({ props, name, value, label, options, empty }: { props: RowsProps; name: string; value: string; label: Key; options: readonly Option[]; empty?: Key }): VNode {
  const t = messages.in(props.ui.lang);
  return <Select name={name} label={t(label)} value={value} error={props.error(name)} options={options} {...(empty ? { empty: t(empty) } : {})} />;
}

/** Thai and English name side by side. */
export function Names({ props, name, th, en }: { props: RowsProps; name: string; th: string; en: string }): VNode {
  return <div class="names-row"><Text props={props} name={`${name}.th`} value={th} label="thName" /><Text props={props} name={`${name}.en`} value={en} label="enName" /></div>;
}

/** One row under its name, with the tick that takes it away. */
export function RowSet({ props, name, n, legend, fresh, removed, up, children }: { props: RowsProps; name: string; n: string; legend: string; fresh: boolean; removed: boolean; /** It has a row above that it can go before. */ up?: boolean; children: ComponentChildren }): VNode {
  const t = messages.in(props.ui.lang);
  return (
    <fieldset class="row-set">
      <legend class={fresh ? undefined : 'vh'}>{legend}</legend>
      <input type="hidden" name={`${name}.n`} value={n} />
      {children}
      {fresh ? null : (
        <div class="cluster">
          <label class="choice choice-inline"><input type="checkbox" name={`${name}.remove`} value="1" checked={removed} /><span class="choice-text">{t('remove')}<span class="vh"> {legend}</span></span></label>
          {up ? <Button kind="quiet" name="step" value={`up:${name.split('.')[0]}:${n}`}>{t('up')}<span class="vh"> {legend}</span></Button> : null}
        </div>
      )}
    </fieldset>
  );
}

export function AddButton({ props, what, label }: { props: RowsProps; what: string; label: Key }): VNode {
  return <Button kind="quiet" name="step" value={`add:${what}`}>{messages.in(props.ui.lang)(label)}</Button>;
}

/** Number of a row that is opened empty: after all others of its list. */
export const freshNumber = (rows: readonly { readonly n: string }[]): string => String(rows.reduce((most, { n }) => Math.max(most, Number(n) || 0), -1) + 1);

const empty = { remove: false, key: '', th: '', en: '' };

export function GeneralFields(props: RowsProps): VNode {
  const { ui, typed } = props;
  const t = messages.in(ui.lang);
  return (
    <FormSection title={t('general')}>
      <Text props={props} name="nameTh" value={typed.nameTh} label="nameTh" />
      <Text props={props} name="nameEn" value={typed.nameEn} label="nameEn" />
      <Text props={props} name="weightSum" value={typed.weightSum} label="weightSum" size="s" hint="weightSumHint" />
    </FormSection>
  );
}

export function RuleRows(props: RowsProps): VNode {
  const { ui, typed, framework, add } = props;
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const kind = add?.startsWith('rule:') ? add.slice('rule:'.length) : undefined;
  const rows = [...typed.rules, ...(kind ? [{ n: freshNumber(typed.rules), remove: false, kind, component: '', tag: '', counts: 'numbered', min: '', max: '' }] : [])];
  const all = framework.components.flatMap((component) => [component, ...(component.parts ?? [])]);
  const components = all.map(({ key, name }) => ({ value: key, label: `${key} ${ui.text(name)}` }));
  const tags = all.flatMap(({ key, tags: list }) => (list ?? []).map((tag) => ({ value: tag.key, label: `${key}: ${ui.text(tag.name)}` })));
  return (
    <div id="rules"><FormSection title={t('rules')}>
      {rows.map((row, at) => {
        const name = `rules.${row.n}`;
        const ruleKind = row.kind === 'must-include' || row.kind === 'statement' ? row.kind : 'count';
        return (
          <RowSet props={props} name={name} n={row.n} legend={`${t('ruleN', { n: at + 1 })}: ${t(`rule.${ruleKind}`)}`} fresh={at >= typed.rules.length} removed={row.remove} up={at > 0}>
            <p class="strong">{at + 1}. {t(`rule.${ruleKind}`)}</p>
            <input type="hidden" name={`${name}.kind`} value={ruleKind} />
            <div class="names-row">
              <Choice props={props} name={`${name}.component`} value={row.component} label="component" options={components} empty="choose" />
              {ruleKind === 'count'
                ? <Choice props={props} name={`${name}.counts`} value={row.counts} label="counts" options={(['numbered', 'scored'] as const).map((value) => ({ value, label: s(`counts.${value}`) }))} />
                : <Choice props={props} name={`${name}.tag`} value={row.tag} label="tag" options={tags} empty="choose" />}
            </div>
            <FieldsRow>
              {ruleKind === 'statement' ? null : <Text props={props} name={`${name}.min`} value={row.min} label="min" size="xs" />}
              {ruleKind === 'count' ? <Text props={props} name={`${name}.max`} value={row.max} label="max" size="xs" /> : null}
            </FieldsRow>
          </RowSet>
        );
      })}
      <div class="cluster"><AddButton props={props} what="rule:count" label="addCount" /><AddButton props={props} what="rule:must-include" label="addMust" /><AddButton props={props} what="rule:statement" label="addStatement" /></div>
    </FormSection></div>
  );
}

export function StepRows(props: RowsProps): VNode {
  const { ui, typed, add } = props;
  const t = messages.in(ui.lang);
  const rows = [...typed.steps, ...(add === 'step' ? [{ ...empty, n: freshNumber(typed.steps), score: '' }] : [])];
  return (
    <div id="scale"><FormSection title={t('scale')} note={t('scaleText')}>
      {rows.map((row, at) => (
        <RowSet props={props} name={`steps.${row.n}`} n={row.n} legend={t('stepN', { n: at + 1 })} fresh={at >= typed.steps.length} removed={row.remove} up={at > 0}>
          <div class="numbered-row"><Text props={props} name={`steps.${row.n}.score`} value={row.score} label="score" size="s" /><Names props={props} name={`steps.${row.n}`} th={row.th} en={row.en} /></div>
        </RowSet>
      ))}
      <AddButton props={props} what="step" label="addStep" />
      <Choice props={props} name="below" value={typed.below} label="below" options={(['zero', 'slope', 'lowest'] as const).map((value) => ({ value, label: shared.in(ui.lang)(`below.${value}`) }))} />
    </FormSection></div>
  );
}

export function ClassRows(props: RowsProps): VNode {
  const { ui, typed, add } = props;
  const t = messages.in(ui.lang);
  const rows = [...typed.classes, ...(add === 'class' ? [{ ...empty, n: freshNumber(typed.classes), from: '' }] : [])];
  return (
    <div id="classes"><FormSection title={t('classes')} note={t('classesText')}>
      {rows.map((row, at) => (
        <RowSet props={props} name={`classes.${row.n}`} n={row.n} legend={row.th || t('addClass')} fresh={at >= typed.classes.length} removed={row.remove}>
          <input type="hidden" name={`classes.${row.n}.key`} value={row.key} />
          <div class="numbered-row"><Text props={props} name={`classes.${row.n}.from`} value={row.from} label="from" size="s" /><Names props={props} name={`classes.${row.n}`} th={row.th} en={row.en} /></div>
        </RowSet>
      ))}
      <AddButton props={props} what="class" label="addClass" />
    </FormSection></div>
  );
}

export function CalculationFields(props: RowsProps): VNode {
  const { ui, typed } = props;
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  return (
    <FormSection title={t('calculation')}>
      <Text props={props} name="rounds" value={typed.rounds} label="rounds" size="m" hint="roundsHint" />
      <Choice props={props} name="cancelled" value={typed.cancelled} label="cancelled" empty="unknown" options={(['spread', 'drop'] as const).map((value) => ({ value, label: s(`cancelled.${value}`) }))} />
      <Text props={props} name="places" value={typed.places} label="places" size="xs" hint="placesHint" />
      <div class="names-row">
        <Choice props={props} name="mode" value={typed.mode} label="mode" options={(['half-away', 'half-even', 'down', 'up'] as const).map((value) => ({ value, label: s(`mode.${value}`) }))} />
        <Choice props={props} name="roundAt" value={typed.roundAt} label="roundAt" options={(['end', 'line'] as const).map((value) => ({ value, label: s(`at.${value}`) }))} />
      </div>
    </FormSection>
  );
}

export function NoteRows(props: RowsProps): VNode {
  const { ui, typed, framework, add } = props;
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const rows = [...typed.notes, ...(add === 'note' ? [{ ...empty, n: freshNumber(typed.notes), field: '', certainty: 'open' }] : [])];
  const options = (field: string) => [...new Set([...(field === '' ? [] : [field]), ...noteFields(framework)])].map((value) => ({ value, label: ui.text(placeWords(framework, value)) }));
  return (
    <div id="notes"><FormSection title={t('notes')} note={t('notesText')}>
      {rows.map((row, at) => (
        <RowSet props={props} name={`notes.${row.n}`} n={row.n} legend={row.th || t('addNote')} fresh={at >= typed.notes.length} removed={row.remove}>
          <div class="names-row">
            <Choice props={props} name={`notes.${row.n}.field`} value={row.field} label="noteOf" options={options(row.field)} empty="choose" />
            <Choice props={props} name={`notes.${row.n}.certainty`} value={row.certainty} label="certainty" options={(['open', 'to-confirm'] as const).map((value) => ({ value, label: s(`note.${value}`) }))} />
            <TextArea name={`notes.${row.n}.th`} label={t('note')} value={row.th} error={props.error(`notes.${row.n}.th`)} rows={1} />
            <TextArea name={`notes.${row.n}.en`} label={t('noteEn')} value={row.en} optional rows={1} />
          </div>
        </RowSet>
      ))}
      <AddButton props={props} what="note" label="addNote" />
    </FormSection></div>
  );
}
