// Anybody may show a PDF and hear who signed it. The file stays in memory and is forgotten with the answer.
import type { VNode } from 'preact';
import { reasonWords, verifyPdf } from '../../../../paper/index.ts';
import type { CertificateFacts, PdfReport, SignatureReport } from '../../../../paper/index.ts';
import { systemActor } from '../../../../platform/access/actor.ts';
import { defineInspection, definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { ok } from '../../../../platform/result.ts';
import type { Result } from '../../../../platform/result.ts';
import { dayWords, momentWords } from '../../../../platform/when.ts';
import { bangkokDate } from '../../../../thai/index.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { DefinitionList } from '../../../../ui/components/definition-list.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { StateMark } from '../../../../ui/components/state-mark.tsx';
import { messages } from '../../messages.ts';
import { revocationSetting } from '../../service-settings.ts';
import { houseTrust } from '../../trust.ts';

export const verifyPdfAddress = '/verify-pdf';
const maxBytes = 25 * 1_048_576;
const permission = { public: 'whoever holds a signed PDF may check it; nothing of the house is told and nothing is kept' };

const checker = systemActor('signatures.verify-pdf');

interface Found {
  readonly report: PdfReport;
  /** Whether the house trusts any authority at all. */
  readonly trusts: boolean;
}

export const verifyPdfPage = definePage({
  path: verifyPdfAddress,
  permission,
  layout: 'public',
  load: async () => ok({}),
  title: (_data, ui) => messages.in(ui.lang)('title'),
  view: (_data, ui) => <VerifyPdf ui={ui} />,
});

export const verifyPdfInspection = defineInspection({
  path: verifyPdfAddress,
  permission,
  maxBytes,
  perMinute: 20,
  page: verifyPdfPage,
  async look(file, services, outside): Promise<Result<Found>> {
    const trust = houseTrust(services);
    const { mode, url } = await services.database.read(checker, revocationSetting);
    // Answers of authorities are waited for so long, however many signatures and certificates there are.
    const signal = AbortSignal.timeout(8_000);
    const revocation = mode === 'off' ? {} : { revocation: (certificate: Uint8Array, issuer: Uint8Array) => outside.revocation.ask(certificate, issuer, mode === 'address' ? url ?? undefined : undefined, signal) };
    // Real time, also in a demo whose legal clock stands elsewhere: certificates are made and end in the world outside.
    const report = await verifyPdf(file, { ...trust, ...revocation, now: new Date() });
    return report.ok ? ok({ report: report.value, trusts: trust.trust.length > 0 }) : report;
  },
});

function VerifyPdf({ ui }: { ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const { inspected } = ui.form;
  const hint = t('fileHint', { mb: maxBytes / 1_048_576 });
  return (
    <div class="stack-l measure">
      <div>
        <h1>{t('title')}</h1>
        <p class="quiet">{t('sub')}</p>
      </div>
      {inspected ? <Verdict ui={ui} fileName={inspected.fileName} result={inspected.result as Result<Found>} /> : null}
      {/* Turbo wants a form to end in a redirect; this one answers with its page, as nothing is kept to go to. */}
      <form class="form" method="post" action={verifyPdfAddress} encType="multipart/form-data" data-turbo="false">
        <div class="field">
          <label class="field-label" for="pdf">{t('file')}</label>
          <p class="hint" id="pdf-hint">{hint}</p>
          <input id="pdf" type="file" name="file" accept="application/pdf,.pdf" required aria-describedby="pdf-hint" />
        </div>
        <Button kind={inspected ? 'plain' : 'main'}>{inspected ? t('checkAnother') : t('check')}</Button>
      </form>
    </div>
  );
}

function Verdict({ ui, fileName, result }: { ui: Ui; fileName: string; result: Result<Found> }): VNode {
  const t = messages.in(ui.lang);
  if (!result.ok) return <Notice kind="error" title={t('cannot')}>{ui.text(result.message)}</Notice>;
  const { report, trusts } = result.value;
  const values = { file: fileName, count: report.signatures.length };
  const altered = report.signatures.some((one) => one.altered);
  return (
    <div class="stack" aria-live="polite">
      {report.good
        ? <Notice kind="done" title={t('good')}>{t('goodText', values)}</Notice>
        : <Notice kind={altered ? 'error' : 'warn'} title={altered ? t('alteredTitle') : t('bad')}>{altered ? t('alteredText', values) : t('badText', values)}</Notice>}
      {trusts ? null : <Notice>{t('noTrust')}</Notice>}
      {report.signatures.some((one) => one.reasons.includes('REVOCATION_UNANSWERED')) ? <Notice kind="warn">{t('notAnswered')}</Notice> : null}
      {report.signatures.map((signature, i) => <Signature key={i} ui={ui} n={i + 1} signature={signature} />)}
      <p class="quiet mid">{t('hash')} <code>{report.sha256}</code></p>
    </div>
  );
}

function Signature({ ui, n, signature }: { ui: Ui; n: number; signature: SignatureReport }): VNode {
  const t = messages.in(ui.lang);
  const state = signature.good ? t('stateGood') : signature.altered ? t('stateAltered') : t('stateDoubt');
  const kind = signature.good ? 'done' : signature.altered ? 'void' : 'wait';
  return (
    <section class="stack-s">
      <h2>{t('signature', { n })} <StateMark kind={kind}>{state}</StateMark></h2>
      <DefinitionList items={[
        { term: t('who'), value: signature.signerName || t('unknownSigner') },
        { term: t('position'), value: signature.position },
        { term: t('organisation'), value: signature.technical.certificate?.organisation },
        { term: t('when'), value: signature.signedAt ? momentWords(ui.lang, signature.signedAt) : t('whenUnknown') },
        { term: t('reason'), value: signature.reason },
      ]} />
      <ul>{signature.reasons.map((code) => <li key={code}>{ui.text(reasonWords[code])}</li>)}</ul>
      <Technical ui={ui} signature={signature} />
    </section>
  );
}

function Technical({ ui, signature }: { ui: Ui; signature: SignatureReport }): VNode {
  const t = messages.in(ui.lang);
  const { certificate, subFilter, digest, range, path } = signature.technical;
  const day = (at: Date) => dayWords(ui.lang, bangkokDate(at));
  const span = (facts: CertificateFacts) => `${day(facts.validFrom)} – ${day(facts.validTo)}`;
  return (
    <details>
      <summary>{t('technical')}</summary>
      <DefinitionList items={[
        { term: t('issuer'), value: certificate?.issuer },
        { term: t('serial'), value: certificate?.serial },
        { term: t('validity'), value: certificate && span(certificate) },
        { term: t('fingerprint'), value: certificate && <code class="break">{certificate.fingerprint}</code> },
        { term: t('path'), value: path.length > 0 ? path.map((one) => one.commonName).join(' ← ') : undefined },
        { term: t('stampAuthority'), value: signature.timestamp?.authority },
        { term: t('form'), value: [subFilter, digest].filter(Boolean).join(' ') },
        { term: t('range'), value: range.join(' ') },
      ]} />
    </details>
  );
}
