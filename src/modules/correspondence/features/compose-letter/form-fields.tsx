// The fields that only some forms have: above the text what stands in the head of the sheet, below it what closes it.
import type { VNode } from 'preact';
import type { Field } from '../../../../platform/forms/fields.ts';
import { FormField } from '../../../../platform/forms/render.tsx';
import type { Ui } from '../../../../platform/http/ui.ts';
import { bangkokDate, bangkokTime } from '../../../../thai/index.ts';
import { FieldsRow, FormSection } from '../../../../ui/components/form.tsx';
import { secrecies } from '../../domain/kinds.ts';
import type { FieldKey } from '../../domain/forms.ts';
import { fieldNames } from '../../field-names.ts';
import { composeForm, outsideFields } from './form.ts';
import type { ComposeData } from './load.ts';
import { messages } from './messages.ts';

export interface PartProps { readonly data: ComposeData; readonly ui: Ui; readonly action: string }

/** Addressees outside the house, with empty rows for three more. */
export function OutsideFields({ data, ui, action }: PartProps): VNode | null {
  const t = messages.in(ui.lang);
  if (!data.form.outside) return null;
  const given = data.start.content.fields?.outside ?? [];
  const common = { ui, action, form: composeForm, name: 'outside' };
  return (
    <FormSection title={ui.text(fieldNames.outside)} note={t('outsideNote')}>
      {Array.from({ length: given.length + (given.length === 0 ? 2 : 3) }, (_, i) => (
        <FieldsRow>
          <FormField {...common} inputName={`outside.${i}.name`} field={outsideFields.name as Field<unknown>} label={`${t('outsideName')} ${i + 1}`} value={given[i]?.name} />
          <FormField {...common} inputName={`outside.${i}.address`} field={outsideFields.address as Field<unknown>} label={`${t('outsideAddress')} ${i + 1}`} value={given[i]?.address} />
        </FieldsRow>
      ))}
    </FormSection>
  );
}

const inHead: readonly FieldKey[] = ['agency', 'issuer', 'edition'];

export function HeadFields({ data, ui, action }: PartProps): VNode {
  const t = messages.in(ui.lang);
  const { form, start } = data;
  const common = { ui, action, form: composeForm };
  const fields = start.content.fields ?? {};
  const references = fields.references ?? [];
  return (
    <>
      {form.salutation ? <FormField {...common} name="salutation" value={data.draft || start.templateId !== null ? start.salutation : ''} size="m" /> : null}
      {inHead.filter((key) => form.fields.includes(key)).map((key) => <OneField {...common} name={key} value={fields[key]} />)}
      {form.fields.includes('references') ? (
        <>
          <FormField {...common} name="references" rows={2} value={references.filter((one) => one.letterId === undefined).map((one) => one.text).join('\n')} />
          {data.referable.length > 0 ? (
            <details><summary>{t('refLetters')}</summary>
              <FormField {...common} name="refLetters" labelHidden value={references.flatMap((one) => (one.letterId === undefined ? [] : [String(one.letterId)]))} options={data.referable.map((one) => ({ value: String(one.id), label: one.text }))} />
            </details>
          ) : null}
        </>
      ) : null}
      {form.fields.includes('enclosed') ? <OneField {...common} name="enclosed" value={fields.enclosed} /> : null}
    </>
  );
}

const inFoot: readonly FieldKey[] = ['effective', 'closing', 'ownerUnit', 'contacts', 'copies', 'holder'];

export function FootFields({ data, ui, action }: PartProps): VNode {
  const t = messages.in(ui.lang);
  const { form, start, draft } = data;
  const common = { ui, action, form: composeForm };
  const fields = start.content.fields ?? {};
  const before = draft?.urgentBefore ?? null;
  const secret = draft !== null && draft.secrecy !== 'none';
  return (
    <>
      {inFoot.filter((key) => form.fields.includes(key)).map((key) => <OneField {...common} name={key} value={fields[key]} />)}
      {form.speed ? <FormField {...common} name="respondBy" value={draft?.respondBy} /> : null}
      <details open={before !== null || secret}><summary>{t('secrecySection')}</summary>
        <FormField {...common} name="secrecy" as="radios" arrange="row" value={draft?.secrecy ?? 'none'} options={secrecies.map((one) => ({ value: one, label: t(`secrecy.${one}`) }))} />
        {form.speed ? (
          <FieldsRow>
            <FormField {...common} name="urgentDay" value={before ? bangkokDate(before) : undefined} />
            <FormField {...common} name="urgentTime" value={before ? bangkokTime(before) : undefined} size="s" />
          </FieldsRow>
        ) : null}
      </details>
    </>
  );
}

/** A field by its kind: lists are boxes with one entry a line. */
function OneField({ value, ...rest }: { ui: Ui; action: string; form: typeof composeForm; name: string; value: unknown }): VNode {
  const text = Array.isArray(value) ? value.join('\n') : typeof value === 'string' ? value : undefined;
  return <FormField {...rest} value={text} rows={2} />;
}
