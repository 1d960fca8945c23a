import type { Recipient } from '../channels/channel.ts';
import { messages } from '../messages.ts';
import type { OutgoingNews } from '../store/deliveries.ts';
import { MailButton, style, writeMail, type Written } from './frame.tsx';
import { newsLines } from './news-lines.ts';

/** News at once: one is its own subject, several are a list. */
export function newsMail(to: Pick<Recipient, 'name' | 'language'>, news: readonly OutgoingNews[], origin: string): Written {
  const t = messages.in(to.language);
  const lines = newsLines(to.language, news, origin);
  const [first] = lines;
  const one = lines.length === 1 && first ? first : undefined;
  const subject = one ? one.text : t('newsSubjectMany', { n: news.length });
  const head = t('newsHead', { name: to.name });
  return writeMail(to.language, origin, subject, [head, '', ...lines.flatMap((line) => [line.text, line.address, ''])], (
    <>
      <p style="margin:0 0 12px">{head}</p>
      {one ? (
        <>
          <p style="margin:0">{one.text}</p>
          <MailButton href={one.address}>{t('open')}</MailButton>
        </>
      ) : (
        <table role="presentation" width="100%" cellPadding="0" cellSpacing="0">
          {lines.map((line) => (
            <tr><td style={style.line}><a href={line.address} style={style.link}>{line.text}</a></td></tr>
          ))}
        </table>
      )}
    </>
  ));
}
