// After answering: what was sent, by whom, on which authority, and the filled form to keep.
import type { VNode } from 'preact';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { bangkokDate } from '../../../../thai/index.ts';
import { ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { DefinitionList } from '../../../../ui/components/definition-list.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { answerParams, keys, ownAnswer } from '../../circulation/access.ts';
import type { OwnAnswer } from '../../circulation/access.ts';
import { certifyHref } from '../../circulation/facts.ts';
import { answerWords } from '../../circulation/messages.ts';
import { messages as shared } from '../../messages.ts';
import { dayText, meetingHref, referenceText } from '../../shown.ts';
import { listSuggestions } from '../../store/suggestions.ts';
import type { SuggestionRow } from '../../store/suggestions.ts';
import { messages } from './messages.ts';
import { SuggestionBox } from './suggestion-box.tsx';

interface Data extends OwnAnswer { readonly suggestions: readonly SuggestionRow[] }

export const answerReceiptPage = definePage({
  path: '/meetings/:id/certify/:answer/receipt',
  permission: keys.certify,
  params: answerParams,
  async load(tx, { params }) {
    const found = await ownAnswer(tx, params.id, params.answer);
    if (!found.ok) return found;
    if (!found.value.answer.answeredAt) return notFound();
    const suggestions = (await listSuggestions(tx, { answerId: params.answer })).filter((one) => one.submittedAt !== null);
    return ok<Data>({ ...found.value, suggestions });
  },
  title: (_data, ui) => messages.in(ui.lang)('receipt'),
  view: ReceiptView,
});

function ReceiptView({ meeting, answer, version, suggestions, circulation }: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  return (
    <div class="stack">
      <PageHead title={t('receipt')} sub={`${meeting.committeeName} · ${referenceText(meeting)}`}
        crumbs={[{ label: shared.in(ui.lang)('meetings'), href: '/meetings' }, { label: referenceText(meeting), href: meetingHref(meeting.id) }, { label: t('title'), href: certifyHref(meeting.id, answer.id) }, { label: t('receipt') }]} />
      {answer.late
        ? <Notice kind="warn" title={t('late')}>{t('overText')}</Notice>
        : <Notice kind="done" title={t('receiptText', { date: dayText(ui.lang, bangkokDate(answer.answeredAt ?? ui.now)), name: answer.answeredName ?? '' })}>{t('next')}</Notice>}
      <DefinitionList ruled items={[
        { term: t('state'), value: answer.answer ? ui.text(answerWords(answer.answer)) : undefined },
        { term: t('answersFor'), value: answer.addresseeName },
        { term: t('authority'), value: answer.authority?.words ?? answer.answeredPosition },
        { term: t('remarks'), value: answer.remarks },
        { term: t('memo', { number: '' }).trim(), value: circulation.letterId ? <a href={`/letters/${circulation.letterId}`} data-turbo-prefetch="false">{circulation.letterNumber}</a> : undefined },
      ]} />
      {suggestions.length > 0 ? <Section title={t('suggestions')}>{suggestions.map((one) => <SuggestionBox content={version.content} suggestion={one} ui={ui} />)}</Section> : null}
      <ButtonRow>
        <ButtonLink kind="main" href={certifyHref(meeting.id, answer.id, '/reply.pdf')} plainVisit>{t('replyPdf')}</ButtonLink>
        <ButtonLink href="/">{ui.lang === 'th' ? 'กลับไปรอฉันดำเนินการ' : 'Back to the inbox'}</ButtonLink>
      </ButtonRow>
    </div>
  );
}
