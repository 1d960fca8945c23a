/** A long list that one types into, and the search box. Without scripts: a text field with the browser's own list. */
import type { VNode } from 'preact';
import { useUi } from '../context.tsx';
import { one } from '../forms.ts';
import { Field, useWiring } from './field.tsx';
import type { FieldProps } from './field.tsx';
import { SearchIcon } from './icons.tsx';

export type ComboboxProps = FieldProps & {
  /** The text of `value` is what is sent: the server resolves names and codes, as it must without scripts. */
  options?: ReadonlyArray<{ value: string; hint?: string }>;
  /** Answers `?q=` with `[{value, hint?}]`, for lists too long for the page; needs scripts. */
  url?: string;
  placeholder?: string;
};

export function Combobox(props: ComboboxProps): VNode {
  const { t } = useUi();
  const wiring = useWiring(props);
  const listId = `${wiring.id}-list`;
  return (
    <Field props={props} wiring={wiring}>
      <div class="combo" data-combobox="" data-combobox-url={props.url} data-words-none={t('combobox.none')}>
        <input
          {...wiring} class="input" type="text" name={props.name} value={one(props.value)} list={props.options ? listId : undefined} placeholder={props.placeholder}
          autoComplete="off" disabled={props.disabled} required={!props.optional && !props.disabled}
        />
        {props.options ? (
          <datalist id={listId}>
            {props.options.map((option) => <option value={option.value} label={option.hint} />)}
          </datalist>
        ) : null}
      </div>
    </Field>
  );
}

export type SearchBoxProps = { action: string; name?: string; value?: string; label?: string; placeholder?: string; /** The one box of the page that the key `/` leads to. */ main?: boolean };

/** A search form of one box. It is a GET: its address can be kept and sent to others. */
export function SearchBox({ action, name = 'q', value, label, placeholder, main }: SearchBoxProps): VNode {
  const { t } = useUi();
  const wiring = useWiring({ name: `search-${name}` });
  return (
    <form class="search" role="search" action={action} method="get" aria-label={label ?? t('search.all')}>
      <SearchIcon />
      <label class="vh" for={wiring.id}>{label ?? t('search.all')}</label>
      <input id={wiring.id} name={name} type="search" value={value} placeholder={placeholder ?? t('search.placeholder')} autoComplete="off" data-key-search={main ? '' : undefined} />
      {main ? <kbd aria-hidden="true">/</kbd> : null}
    </form>
  );
}
