// To whom a letter goes: in the flow where the form prints it, in a part of its own where it is only sent around.
import type { VNode } from 'preact';
import { FoldedFields, standsOpen } from '../../../../platform/forms/folded.tsx';
import { FormField } from '../../../../platform/forms/render.tsx';
import { FormSection } from '../../../../ui/components/form.tsx';
import { composeForm } from './form.ts';
import { OutsideRow, OutsideRows } from './form-fields.tsx';
import type { PartProps } from './form-fields.tsx';
import { messages } from './messages.ts';

const inHouse = ['allUnits', 'groups', 'units', 'positions', 'committees'] as const;

/** Letters to outside begin with an addressee outside; those of the house with units and people of the house. */
const outsideFirst = ({ data }: PartProps): boolean => data.form.outside && data.form.kind !== 'internal';

/** The addressees that a form of this kind usually has. */
export function MainRecipients(part: PartProps): VNode | null {
  const t = messages.in(part.ui.lang);
  if (part.data.form.addressed !== 'needed') return null;
  if (!outsideFirst(part)) return <FormSection title={t('toSection')} note={t('toNote')}><InHouse {...part} /></FormSection>;
  return <OutsideRow {...part} i={0} main />;
}

/** The other addressees, shut until there are some. */
export function OtherRecipients(part: PartProps): VNode | null {
  const { data, ui, action } = part;
  const t = messages.in(ui.lang);
  const { form, draft } = data;
  const outside = data.start.content.fields?.outside?.length ?? 0;
  const house = (title: string) => (
    <FoldedFields ui={ui} action={action} title={title} note={t('toNote')} names={inHouse} filled={(draft?.addressees.length ?? 0) > 0}><InHouse {...part} /></FoldedFields>
  );
  if (form.addressed === 'copies') return house(t('inHouseCopies'));
  if (!form.outside) return null;
  const first = outsideFirst(part) ? 1 : 0;
  return (
    <>
      <FoldedFields ui={ui} action={action} title={t(first === 1 ? 'outsideMore' : 'outsidePart')} note={t('outsideNote')} names={first === 1 ? Array.from({ length: 30 }, (_, i) => `outside.${i + 1}`) : ['outside']} filled={outside > first}>
        <OutsideRows {...part} from={first} />
      </FoldedFields>
      {first === 1 ? house(t('inHouse')) : null}
    </>
  );
}

function InHouse({ data, ui, action }: PartProps): VNode {
  const t = messages.in(ui.lang);
  const { draft, book, groups } = data;
  const common = { ui, action, form: composeForm };
  const chosen = (kind: string) => draft?.addressees.filter((one) => one.kind === kind).map((one) => String(one.targetId)) ?? [];
  const asOptions = (list: readonly { id: number; label: string; name?: string }[]) => list.map((one) => ({ value: String(one.id), label: one.label, ...(one.name && one.name !== one.label ? { hint: one.name } : {}) }));
  return (
    <>
      <FormField {...common} name="allUnits" value={draft?.addressees.some((one) => one.kind === 'all-units') ?? false} />
      {groups.length > 0 ? <FormField {...common} name="groups" value={chosen('group')} options={groups.map((group) => ({ value: String(group.id), label: `${group.name} (${group.members})` }))} /> : null}
      <Folded label={t('units')} name="units" ui={ui} action={action} chosen={chosen('unit')}><FormField {...common} name="units" arrange="two" value={chosen('unit')} options={asOptions(book.units)} labelHidden /></Folded>
      <Folded label={t('positions')} name="positions" ui={ui} action={action} chosen={chosen('position')}><FormField {...common} name="positions" arrange="two" value={chosen('position')} options={asOptions(book.positions)} labelHidden /></Folded>
      {book.committees.length > 0 ? (
        <Folded label={t('committees')} name="committees" ui={ui} action={action} chosen={chosen('committee')}><FormField {...common} name="committees" value={chosen('committee')} options={asOptions(book.committees)} labelHidden /></Folded>
      ) : null}
    </>
  );
}

/** A long list of choices, shut until it is wanted. */
function Folded({ label, name, ui, action, chosen, children }: Pick<PartProps, 'ui' | 'action'> & { label: string; name: string; chosen: readonly string[]; children: VNode }): VNode {
  const open = standsOpen({ ui, action, names: [name], filled: chosen.length > 0 });
  return <details open={open}><summary>{chosen.length > 0 ? `${label} (${chosen.length})` : label}</summary>{children}</details>;
}
