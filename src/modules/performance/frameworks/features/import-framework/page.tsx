import type { VNode } from 'preact';
import { ActionForm, FormField } from '../../../../../platform/forms/render.tsx';
import { definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { ok } from '../../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../../ui/components/button.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { messages as shared } from '../../messages.ts';
import { frameworksHref } from '../../shown.tsx';
import { importForm } from './form.ts';
import { messages } from './messages.ts';

export const importPage = definePage({
  path: `${frameworksHref}/import`,
  permission: 'performance.keep',
  load: async () => ok({}),
  title: (_data, ui) => ui.text(messages.words('title')),
  view: ImportView,
});

function ImportView(_data: object, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const action = `${frameworksHref}/import`;
  return (
    <div class="stack-l">
      <PageHead title={t('title')} sub={t('sub')} crumbs={[{ label: shared.in(ui.lang)('room'), href: frameworksHref }, { label: t('title') }]} />
      <ActionForm ui={ui} action={action} form={importForm}>
        <FormField ui={ui} action={action} form={importForm} name="file" />
        <ButtonRow><Button kind="main">{t('bring')}</Button><ButtonLink kind="quiet" href={frameworksHref}>{shared.in(ui.lang)('room')}</ButtonLink></ButtonRow>
      </ActionForm>
    </div>
  );
}
