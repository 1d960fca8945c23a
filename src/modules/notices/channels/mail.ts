import { sendMail } from '../../../platform/mail/mail.ts';
import { newsMail } from '../letters/news-mail.tsx';
import { messages } from '../messages.ts';
import type { NewsChannel } from './channel.ts';

/** E-mail: one mail for what goes together. The outbox and its job do the rest. */
export const mailChannel: NewsChannel = {
  key: 'mail',
  title: messages.words('mail'),
  hows: ['now', 'digest', 'off'],
  reaches: (to) => to.email !== null,
  async handOver(tx, parcels, house) {
    const mails = parcels.flatMap(({ to, news }) => (to.email === null ? [] : [{ to: to.email, ...newsMail(to, news, house.origin) }]));
    await sendMail(tx, mails);
  },
};
