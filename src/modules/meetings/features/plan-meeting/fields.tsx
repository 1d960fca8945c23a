// The fields that planning and editing a meeting share.
import type { VNode } from 'preact';
import type { AnyForm } from '../../../../platform/forms/form.ts';
import { FormField } from '../../../../platform/forms/render.tsx';
import type { Ui } from '../../../../platform/http/ui.ts';
import { FieldsRow } from '../../../../ui/components/form.tsx';
import type { MeetingRow } from '../../store/meetings.ts';

export function DetailFields({ ui, action, form, meeting, date }: { ui: Ui; action: string; form: AnyForm; meeting?: MeetingRow; date?: VNode }): VNode {
  const common = { ui, action, form };
  return (
    <>
      <FormField {...common} name="title" value={meeting?.title} />
      <FieldsRow>
        {date ?? null}
        <FormField {...common} name="startsAt" value={meeting?.startsAt} />
        <FormField {...common} name="endsAt" value={meeting?.endsAt} />
      </FieldsRow>
      <FormField {...common} name="place" value={meeting?.place} />
      <FormField {...common} name="link" value={meeting?.link} />
      <FormField {...common} name="fiscalYear" value={meeting?.fiscalYear} />
    </>
  );
}
