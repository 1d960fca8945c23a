import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import { ok } from '../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { messages } from '../../messages.ts';
import { listNotices } from '../../store/notices.ts';
import { noticeForm } from './form.ts';

export const writeNoticePage = definePage({
  path: '/privacy/notices/new',
  permission: 'privacy.keep',
  async load(tx, { services }) {
    return ok({ before: (await listNotices(tx))[0], today: services.clock.today() });
  },
  title: (_data, ui) => ui.text(messages.words('notice.write')),
  view({ before, today }, ui) {
    const t = messages.in(ui.lang);
    const common = { ui, action: '/privacy/notices', form: noticeForm };
    return (
      <>
        <PageHead title={t('notice.write')} crumbs={[{ label: t('notice.title'), href: '/privacy' }, { label: t('notice.write') }]} />
        <ActionForm {...common} class="form">
          <FormField {...common} name="textTh" value={before?.textTh} rows={12} />
          <FormField {...common} name="textEn" value={before?.textEn} rows={12} />
          <FormField {...common} name="changes" />
          <FormField {...common} name="validFrom" value={today} />
          <ButtonRow><Button kind="main">{t('notice.publish')}</Button><ButtonLink href="/privacy">{ui.text({ th: 'กลับ', en: 'Back' })}</ButtonLink></ButtonRow>
        </ActionForm>
      </>
    );
  },
});
