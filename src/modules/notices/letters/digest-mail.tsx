import type { VNode } from 'preact';
import type { InboxRow } from '../../../platform/inbox/inbox.ts';
import type { Language } from '../../../platform/words.ts';
import { addDays, formatDate, formatEnglishDate, localDate, type LocalDate } from '../../../thai/index.ts';
import type { Recipient } from '../channels/channel.ts';
import { messages } from '../messages.ts';
import type { OutgoingNews } from '../store/deliveries.ts';
import { MailButton, style, writeMail, type Written } from './frame.tsx';
import { newsLines } from './news-lines.ts';

/** What a digest tells. */
export interface DigestFacts {
  readonly day: LocalDate;
  /** First lines of the inbox, by due date, and how many there are. */
  readonly waiting: readonly InboxRow[];
  readonly waitingTotal: number;
  readonly news: readonly OutgoingNews[];
}

/** Lines of one part that stand in the mail; the rest is counted. */
const most = 15;

const dayWords = (language: Language, day: LocalDate, long = false) =>
  language === 'th' ? formatDate(day, { style: long ? 'weekday' : 'short' }) : formatEnglishDate(day, long ? 'weekday' : 'short');

/** When a line is due, in words, and whether its day is over. */
function dueOf(language: Language, dueOn: string | null, today: LocalDate): { words: string; late: boolean } | undefined {
  if (!dueOn) return undefined;
  const t = messages.in(language);
  const due = localDate(dueOn);
  if (due < today) return { words: t('dueLate', { date: dayWords(language, due) }), late: true };
  if (due === today) return { words: t('dueToday'), late: false };
  if (due === addDays(today, 1)) return { words: t('dueTomorrow'), late: false };
  return { words: t('dueOn', { date: dayWords(language, due) }), late: false };
}

interface WaitingLine {
  readonly text: string;
  readonly address: string;
  readonly from: string;
  readonly urgency: string | undefined;
  readonly due: { words: string; late: boolean } | undefined;
}

function waitingLines(language: Language, { waiting, day }: DigestFacts, origin: string): WaitingLine[] {
  const t = messages.in(language);
  const secrets = waiting.filter((row) => row.secrecy !== null);
  const urgency = (row: InboxRow) => (row.urgency ? t(`urgency.${row.urgency as 'urgent' | 'very-urgent' | 'most-urgent'}`) : undefined);
  const secretLine = { text: secrets.length === 1 ? t('secretOne') : t('secretMany', { n: secrets.length }), address: `${origin}/`, from: '', urgency: undefined, due: undefined };
  return [
    ...(secrets.length > 0 ? [secretLine] : []),
    ...waiting.filter((row) => row.secrecy === null).map((row) => ({
      text: [row.reference, row.subject].filter(Boolean).join(' '),
      address: `${origin}${row.href}`,
      from: row.from,
      urgency: urgency(row),
      due: dueOf(language, row.due_on, day),
    })),
  ];
}

/** The day's digest: what waits by due date, then news that were not read. Nothing of a secret document but that it waits. */
export function digestMail(to: Pick<Recipient, 'name' | 'language'>, facts: DigestFacts, origin: string): Written {
  const { language } = to;
  const t = messages.in(language);
  const waiting = waitingLines(language, facts, origin);
  const news = newsLines(language, facts.news, origin);
  const counts = [
    ...(facts.waitingTotal > 0 ? [t('digestWaiting', { n: facts.waitingTotal })] : []),
    ...(facts.news.length > 0 ? [t('digestNews', { n: facts.news.length })] : []),
  ];
  const date = dayWords(language, facts.day, true);
  const subject = `${t('digestSubject', { date: dayWords(language, facts.day) })}: ${counts.join(' ')}`;
  const moreWaiting = facts.waitingTotal - Math.min(facts.waiting.length, most);
  const lines = [
    t('newsHead', { name: to.name }), date, counts.join(' · '), '',
    ...(waiting.length > 0 ? [t('digestWaitingHead'), ...waiting.slice(0, most).flatMap((line) => [
      `- ${line.urgency ? `(${line.urgency}) ` : ''}${line.text}${line.due ? ` (${line.due.words})` : ''}`, `  ${line.address}`,
    ]), ...(moreWaiting > 0 ? [`  ${t('newsMore', { n: moreWaiting })}: ${origin}/`] : []), ''] : []),
    ...(news.length > 0 ? [t('digestNewsHead'), ...news.slice(0, most).flatMap((line) => [`- ${line.text}`, `  ${line.address}`]),
      ...(news.length > most ? [`  ${t('newsMore', { n: news.length - most })}: ${origin}/notifications`] : [])] : []),
  ];
  return writeMail(language, origin, subject, lines, (
    <>
      <p style={style.quiet}>{t('newsHead', { name: to.name })}</p>
      <h1 style={style.head}>{date}</h1>
      <p style={style.quiet}>{counts.join(' · ')}</p>
      {waiting.length > 0 ? (
        <>
          <h2 style={style.part}>{t('digestWaitingHead')}</h2>
          <table role="presentation" width="100%" cellPadding="0" cellSpacing="0">{waiting.slice(0, most).map((line) => <Waiting line={line} />)}</table>
          {moreWaiting > 0 ? <p style={style.quiet}><a href={`${origin}/`} style={style.link}>{t('newsMore', { n: moreWaiting })}</a></p> : null}
        </>
      ) : null}
      {news.length > 0 ? (
        <>
          <h2 style={style.part}>{t('digestNewsHead')}</h2>
          <table role="presentation" width="100%" cellPadding="0" cellSpacing="0">
            {news.slice(0, most).map((line) => <tr><td style={style.line}><a href={line.address} style={style.link}>{line.text}</a></td></tr>)}
          </table>
          {news.length > most ? <p style={style.quiet}><a href={`${origin}/notifications`} style={style.link}>{t('newsMore', { n: news.length - most })}</a></p> : null}
        </>
      ) : null}
      <MailButton href={`${origin}/`}>{t('openInbox')}</MailButton>
    </>
  ));
}

function Waiting({ line }: { line: WaitingLine }): VNode {
  return (
    <tr>
      <td style={style.line}>
        {line.urgency ? <span style={style.stamp}>{line.urgency}</span> : null}
        <a href={line.address} style={style.link}>{line.text}</a>
        {line.from || line.due ? (
          <div style={style.due}>
            {line.from}{line.from && line.due ? ' · ' : ''}
            {line.due ? <span style={line.due.late ? style.late : style.due}>{line.due.words}</span> : null}
          </div>
        ) : null}
      </td>
    </tr>
  );
}
