// The fields that only some forms have. What is needed stands in the flow; the rest in parts that are shut until something stands in them.
import type { VNode } from 'preact';
import type { Field } from '../../../../platform/forms/fields.ts';
import { FoldedFields } from '../../../../platform/forms/folded.tsx';
import { FormField } from '../../../../platform/forms/render.tsx';
import type { Ui } from '../../../../platform/http/ui.ts';
import { bangkokDate, bangkokTime } from '../../../../thai/index.ts';
import { FieldsRow } from '../../../../ui/components/form.tsx';
import { secrecies, urgencies } from '../../domain/kinds.ts';
import type { FieldKey } from '../../domain/forms.ts';
import { toTextOf } from '../../domain/letter.ts';
import { messages as orderMessages } from '../../orders/messages.ts';
import { urgencyWords } from '../../shown.tsx';
import { composeForm, outsideFields } from './form.ts';
import type { ComposeData } from './load.ts';
import { messages } from './messages.ts';

export interface PartProps { readonly data: ComposeData; readonly ui: Ui; readonly action: string }

/** One addressee outside the house, as row `i`. The first of a letter to outside is what everybody fills in. */
export function OutsideRow({ data, ui, action, i, main }: PartProps & { i: number; main?: boolean }): VNode {
  const t = messages.in(ui.lang);
  const given = data.start.content.fields?.outside?.[i];
  const common = { ui, action, form: composeForm, name: 'outside' };
  const row = (
    <>
      <FormField {...common} inputName={`outside.${i}.name`} field={outsideFields.name as Field<unknown>} label={main ? t('outsideMain') : `${t('outsideName')} ${i + 1}`} value={given?.name} neededLater={main ?? false} />
      <FormField {...common} inputName={`outside.${i}.address`} field={outsideFields.address as Field<unknown>} label={main ? t('outsideMainAddress') : `${t('outsideAddress')} ${i + 1}`} value={given?.address} />
    </>
  );
  return main ? row : <FieldsRow>{row}</FieldsRow>;
}

/** Addressees outside the house from row `from` on, with empty rows for three more. */
export function OutsideRows({ from, ...part }: PartProps & { from: number }): VNode {
  const given = part.data.start.content.fields?.outside?.length ?? 0;
  return <>{Array.from({ length: Math.max(given, from) + 3 - from }, (_, i) => <OutsideRow {...part} i={from + i} />)}</>;
}

/** In the flow of the form: without them it cannot be issued, and the house does not know them. */
const inFlow: readonly FieldKey[] = ['issuer', 'edition', 'effective', 'holder'];

export function FormOwnFields({ data, ui, action }: PartProps): VNode {
  const fields = data.start.content.fields ?? {};
  return <>{inFlow.filter((key) => data.form.fields.includes(key)).map((key) => <OneField ui={ui} action={action} form={composeForm} name={key} value={fields[key]} neededLater={data.form.needed.includes(key)} />)}</>;
}

/** What an order does to earlier ones, by their numbers. */
export function EffectsPart({ data, ui, action }: PartProps): VNode | null {
  const { form, start } = data;
  if (!form.fields.includes('cancels')) return null;
  const fields = start.content.fields ?? {};
  const common = { ui, action, form: composeForm };
  return (
    <FoldedFields ui={ui} action={action} title={orderMessages.in(ui.lang)('effectsPart')} names={['cancels', 'amends']} filled={(fields.cancels ?? fields.amends) !== undefined}>
      <OneField {...common} name="cancels" value={fields.cancels} />
      <OneField {...common} name="amends" value={fields.amends} />
    </FoldedFields>
  );
}

export function ReferencesPart({ data, ui, action }: PartProps): VNode | null {
  const t = messages.in(ui.lang);
  const { form, start } = data;
  const common = { ui, action, form: composeForm };
  if (!form.fields.includes('references')) return null;
  const references = start.content.fields?.references ?? [];
  const enclosed = start.content.fields?.enclosed ?? [];
  const typed = references.filter((one) => one.letterId === undefined).map((one) => one.text).join('\n');
  return (
    <FoldedFields ui={ui} action={action} title={t('referencesPart')} names={['references', 'refLetters', 'enclosed']} filled={references.length + enclosed.length > 0}>
      <FormField {...common} name="references" rows={2} value={typed} />
      {data.referable.length > 0 ? (
        <details><summary>{t('refLetters')}</summary>
          <FormField {...common} name="refLetters" labelHidden value={references.flatMap((one) => (one.letterId === undefined ? [] : [String(one.letterId)]))} options={data.referable.map((one) => ({ value: String(one.id), label: one.text }))} />
        </details>
      ) : null}
      <OneField {...common} name="enclosed" value={enclosed} />
    </FoldedFields>
  );
}

export function UrgencyPart({ data, ui, action }: PartProps): VNode {
  const t = messages.in(ui.lang);
  const { form, draft } = data;
  const common = { ui, action, form: composeForm };
  const before = draft?.urgentBefore ?? null;
  const urgency = draft?.urgency ?? 'ordinary';
  const secrecy = draft?.secrecy ?? 'none';
  const filled = before !== null || secrecy !== 'none' || urgency !== 'ordinary' || (draft?.respondBy ?? null) !== null;
  return (
    <FoldedFields
      ui={ui} action={action} title={t(form.speed ? 'urgencyPart' : 'secrecy')} note={form.speed ? `${ui.text(urgencyWords[urgency])} · ${t(`secrecy.${secrecy}`)}` : t(`secrecy.${secrecy}`)}
      names={['urgency', 'respondBy', 'secrecy', 'urgentDay', 'urgentTime']} usual={{ urgency: 'ordinary', secrecy: 'none' }} filled={filled}
    >
      {form.speed
        ? <FormField {...common} name="urgency" as="radios" arrange="row" value={urgency} options={urgencies.map((one) => ({ value: one, label: ui.text(urgencyWords[one]) }))} />
        : <input type="hidden" name="urgency" value="ordinary" />}
      {form.speed ? (
        <>
          <FormField {...common} name="respondBy" value={draft?.respondBy} />
          <FieldsRow>
            <FormField {...common} name="urgentDay" value={before ? bangkokDate(before) : undefined} />
            <FormField {...common} name="urgentTime" value={before ? bangkokTime(before) : undefined} size="s" />
          </FieldsRow>
        </>
      ) : null}
      <FormField {...common} name="secrecy" as="radios" arrange="row" value={secrecy} options={secrecies.map((one) => ({ value: one, label: t(`secrecy.${one}`) }))} />
    </FoldedFields>
  );
}

const inHead: readonly FieldKey[] = ['agency', 'closing', 'ownerUnit', 'contacts', 'copies'];

/** What stands at the head and the foot of the sheet: the house knows it, so it is opened only to be changed. */
export function HeadPart({ data, ui, action }: PartProps): VNode | null {
  const t = messages.in(ui.lang);
  const { form, start, draft } = data;
  const common = { ui, action, form: composeForm };
  const fields = start.content.fields ?? {};
  const salutation = draft || start.templateId !== null ? start.salutation : '';
  // Printed words that were made from the names are made again, so that they follow the choice.
  const made = draft ? [toTextOf({ ...draft, toText: '' }), toTextOf({ ...draft, toText: '' }, data.book.headsOfUnits)] : [];
  const typedTo = draft && !made.includes(draft.toText) ? draft.toText : '';
  const keys = inHead.filter((key) => form.fields.includes(key));
  const words = [salutation, fields.closing, ...(form.fields.includes('agency') ? (fields.agency ?? []).slice(0, 1) : []), fields.ownerUnit].filter((text) => text !== undefined && text !== '');
  if (keys.length === 0 && !form.salutation && form.addressed !== 'needed') return null;
  return (
    <FoldedFields
      ui={ui} action={action} title={t('headPart')} note={words.length > 0 ? words.join(' · ') : undefined} names={['salutation', 'toText', ...keys]}
      usual={{ salutation, ...Object.fromEntries(keys.map((key) => [key, shownValue(fields[key]) ?? ''])) }} filled={typedTo !== '' || (fields.copies ?? []).length > 0}
    >
      {form.salutation ? <FormField {...common} name="salutation" value={salutation} size="m" /> : null}
      {form.addressed === 'needed' ? <FormField {...common} name="toText" value={typedTo} /> : null}
      {keys.map((key) => <OneField {...common} name={key} value={fields[key]} neededLater={form.needed.includes(key)} />)}
    </FoldedFields>
  );
}

const shownValue = (value: unknown): string | undefined => (Array.isArray(value) ? value.join('\n') : typeof value === 'string' ? value : undefined);

/** A field by its kind: lists are boxes with one entry a line. */
function OneField({ value, ...rest }: { ui: Ui; action: string; form: typeof composeForm; name: string; value: unknown; neededLater?: boolean }): VNode {
  return <FormField {...rest} value={shownValue(value)} rows={2} />;
}
