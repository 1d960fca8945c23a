// Components with their guidelines and parts, nested as they belong together.
import type { VNode } from 'preact';
import { Checkbox } from '../../../../../ui/components/choices.tsx';
import { FormSection } from '../../../../../ui/components/form.tsx';
import type { TypedComponent, TypedTag } from '../../domain/typed.ts';
import { messages as shared } from '../../messages.ts';
import { messages } from './messages.ts';
import { AddButton, Choice, freshNumber, Names, RowSet, Text, type RowsProps } from './rows.tsx';

const blank = (n: string, within: string): TypedComponent => ({ n, within, was: '', key: '', th: '', en: '', weight: '', kind: '', tagNeeded: false, remove: false });

export function ComponentRows(props: RowsProps): VNode {
  const { ui, typed, add } = props;
  const t = messages.in(ui.lang);
  const main = typed.components.filter(({ within }) => within === '');
  const fresh = freshNumber(typed.components);
  return (
    <div id="components"><FormSection title={t('components')} note={t('componentsText')}>
      {main.map((row) => <One props={props} row={row} fresh={fresh} />)}
      {add === 'component' ? <One props={props} row={blank(fresh, '')} fresh={fresh} /> : null}
      <AddButton props={props} what="component" label="addComponent" />
    </FormSection></div>
  );
}

function One({ props, row, fresh }: { props: RowsProps; row: TypedComponent; fresh: string }): VNode {
  const { ui, typed, add } = props;
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const name = `components.${row.n}`;
  const isNew = !typed.components.includes(row);
  const isPart = row.within !== '';
  const parts = isPart ? [] : [...typed.components.filter(({ within }) => within === row.n), ...(add === `part:${row.n}` ? [blank(fresh, row.n)] : [])];
  const legend = isNew ? t(isPart ? 'newPart' : 'newComponent') : t(isPart ? 'partOf' : 'componentOf', { key: row.key });
  return (
    <RowSet props={props} name={name} n={row.n} legend={legend} fresh={isNew} removed={row.remove} up={typed.components.find(({ within }) => within === row.within) !== row}>
      {isNew ? null : <p class={isPart ? 'strong' : 'strong large'} aria-hidden="true">{legend}</p>}
      <input type="hidden" name={`${name}.within`} value={row.within} />
      <input type="hidden" name={`${name}.was`} value={row.was} />
      <Names props={props} name={name} th={row.th} en={row.en} />
      <div class="figures-row">
        <Text props={props} name={`${name}.key`} value={row.key} label="key" size="s" />
        <Text props={props} name={`${name}.weight`} value={row.weight} label="weight" size="s" />
        {isPart ? null : <Choice props={props} name={`${name}.kind`} value={row.kind} label="kind" empty="kindOpen" options={(['performance', 'potential'] as const).map((value) => ({ value, label: s(value) }))} />}
      </div>
      {isNew ? null : <Tags props={props} row={row} />}
      {parts.map((part) => <One props={props} row={part} fresh={fresh} />)}
      {isPart || isNew ? null : <div><AddButton props={props} what={`part:${row.n}`} label="addPart" /></div>}
    </RowSet>
  );
}

/** Guidelines of one component, folded where there are none. */
function Tags({ props, row }: { props: RowsProps; row: TypedComponent }): VNode {
  const { ui, typed, add } = props;
  const t = messages.in(ui.lang);
  const own = typed.tags.filter(({ of }) => of === row.n);
  const opened = add === `tag:${row.n}`;
  const rows: readonly TypedTag[] = [...own, ...(opened ? [{ n: freshNumber(typed.tags), of: row.n, key: '', th: '', en: '', remove: false }] : [])];
  return (
    <details class="fold" open={opened || own.some(({ n }) => props.error(`tags.${n}.th`) !== undefined)}>
      <summary>{t('tags')} ({own.length})</summary>
      <div class="stack">
        {rows.map((tag) => (
          <RowSet props={props} name={`tags.${tag.n}`} n={tag.n} legend={tag.th || t('addTag')} fresh={!own.includes(tag)} removed={tag.remove}>
            <input type="hidden" name={`tags.${tag.n}.of`} value={tag.of} />
            <input type="hidden" name={`tags.${tag.n}.key`} value={tag.key} />
            <Names props={props} name={`tags.${tag.n}`} th={tag.th} en={tag.en} />
          </RowSet>
        ))}
        <Checkbox name={`components.${row.n}.tagNeeded`} label={t('tagNeeded')} value="1" checked={row.tagNeeded} />
        <div><AddButton props={props} what={`tag:${row.n}`} label="addTag" /></div>
      </div>
    </details>
  );
}
