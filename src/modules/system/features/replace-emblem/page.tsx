// The emblem of every official sheet: the stand-in until an administrator puts the official picture in.
import type { VNode } from 'preact';
import { files } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { ActionButton, ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { defineDownload, definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { ok } from '../../../../platform/result.ts';
import { storedEmblem } from '../../../../platform/settings/emblem.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { MemoHead, Sheet } from '../../../../ui/components/sheet.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { messages } from '../../messages.ts';

export const emblemAddress = '/system/emblem';
export const emblemForm = defineForm({ picture: files({ label: messages.words('emblem.file'), hint: messages.words('emblem.hint'), accept: ['png', 'jpeg'], maxFiles: 1 }) });

interface EmblemData { readonly replaced: boolean }

export const emblemPage = definePage({
  path: emblemAddress,
  permission: 'system.edit-settings',
  load: async (tx) => ok({ replaced: (await storedEmblem(tx)) !== undefined }),
  title: (_data, ui) => messages.in(ui.lang)('emblem.title'),
  view: (data: EmblemData, ui) => <Emblem data={data} ui={ui} />,
});

/** The picture itself, for sheets on screen. */
export const emblemPicture = defineDownload({
  path: '/emblem',
  permission: { public: 'the emblem of the department stands on every sheet that leaves the house' },
  async load(_tx, { services }) {
    const { bytes, type } = services.paper.emblem();
    return ok({ body: bytes, contentType: type, fileName: `emblem.${{ 'image/svg+xml': 'svg', 'image/png': 'png', 'image/jpeg': 'jpg' }[type]}`, disposition: 'inline' as const });
  },
});

function Emblem({ data, ui }: { data: EmblemData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const common = { ui, action: emblemAddress, form: emblemForm };
  return (
    <div class="stack-l">
      <PageHead title={t('emblem.title')} sub={t(data.replaced ? 'emblem.replaced' : 'emblem.standIn')} crumbs={[{ label: t('settings.title'), href: '/system/settings' }, { label: t('emblem.title') }]} />
      <div class="desk-narrow"><Sheet label={t('emblem.example')} free><MemoHead title="บันทึกข้อความ" lines={[]} /></Sheet></div>
      <ActionForm ui={ui} action={emblemAddress} form={emblemForm} class="form">
        <FormField {...common} name="picture" />
        <Button kind="main">{t('emblem.save')}</Button>
      </ActionForm>
      {data.replaced ? <ActionButton ui={ui} action={`${emblemAddress}/remove`}>{t('emblem.remove')}</ActionButton> : null}
    </div>
  );
}
