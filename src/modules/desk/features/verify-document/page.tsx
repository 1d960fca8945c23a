import type { VNode } from 'preact';
import { z } from 'zod';
import type { PublicDocument, PublicDocumentSource } from '../../../../platform/documents/public-document.ts';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { ok } from '../../../../platform/result.ts';
import { formatDate, formatEnglishDate, localDate } from '../../../../thai/index.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { TextField } from '../../../../ui/components/text-field.tsx';
import { messages } from '../../messages.ts';

interface VerifyData {
  readonly code: string | undefined;
  readonly document: PublicDocument | undefined;
}

const reason = { public: 'whoever holds a printed document may check that it is real; only facts printed on it are told' };

function pageAt(path: '/verify' | '/verify/:code', sources: () => readonly PublicDocumentSource[]) {
  return definePage({
    path,
    permission: reason,
    layout: 'public',
    params: z.object({ code: z.string().max(100).optional() }),
    query: z.object({ code: z.string().trim().max(100).optional() }),
    async load(tx, { params, query }) {
      const code = params.code ?? query.code;
      let document: PublicDocument | undefined;
      if (code) {
        for (const source of sources()) {
          document = await source.find(tx, code);
          if (document) break;
        }
      }
      return ok({ code: code || undefined, document });
    },
    title: (_data: VerifyData, ui) => messages.in(ui.lang)('verify.title'),
    view: (data: VerifyData, ui) => <Verify data={data} ui={ui} />,
  });
}

/** The public pages behind the QR of an issued document. */
export function verifyPages(sources: () => readonly PublicDocumentSource[]) {
  return [pageAt('/verify', sources), pageAt('/verify/:code', sources)];
}

function Verify({ data, ui }: { data: VerifyData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const { document } = data;
  return (
    <div class="stack-l measure">
      <div>
        <h1>{t('verify.title')}</h1>
        <p class="quiet">{t('verify.sub')}</p>
      </div>
      {document ? <Verdict document={document} ui={ui} /> : null}
      {data.code && !document ? (
        <Notice kind="error" title={t('verify.none')}>
          {t('verify.none.text')}
        </Notice>
      ) : null}
      <form method="get" action="/verify" class="form">
        <TextField name="code" label={t('verify.code')} hint={t('verify.ask')} value={document ? '' : data.code} maxLength={100} size="m" />
        <Button kind={document ? 'plain' : 'main'}>{t('verify.submit')}</Button>
      </form>
    </div>
  );
}

function Verdict({ document, ui }: { document: PublicDocument; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const date = localDate(document.date);
  return (
    <div class="stack">
      <Notice kind={document.state === 'valid' ? 'done' : 'warn'} title={t(`verify.${document.state}`)} />
      <dl class="dl">
        <dt>{t('verify.kind')}</dt>
        <dd>{ui.text(document.kind)}</dd>
        <dt>{t('verify.number')}</dt>
        <dd>{document.number}</dd>
        <dt>{t('verify.date')}</dt>
        <dd>{ui.lang === 'th' ? formatDate(date) : formatEnglishDate(date)}</dd>
        <dt>{t('verify.unit')}</dt>
        <dd>{document.unit}</dd>
        {document.subject ? (
          <>
            <dt>{t('verify.subject')}</dt>
            <dd>{document.subject}</dd>
          </>
        ) : null}
        {document.contentHash ? (
          <>
            <dt>{t('verify.hash')}</dt>
            <dd>
              <code>{document.contentHash}</code>
              <p class="hint">{t('verify.hash.hint')}</p>
            </dd>
          </>
        ) : null}
      </dl>
    </div>
  );
}
