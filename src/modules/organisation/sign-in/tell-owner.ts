import type { Tx } from '../../../platform/db/database.ts';
import { sendMail } from '../../../platform/mail/mail.ts';
import type { NewsKind } from '../../../platform/notify/news-kind.ts';
import { notify } from '../../../platform/notify/notify.ts';
import type { Services } from '../../../platform/services.ts';
import type { Words } from '../../../platform/words.ts';
import { deviceName } from '../domain/device.ts';
import type { SignInOrigin } from '../store/sign-ins.ts';
import { m } from './messages.ts';

/** Where a person looks after the own sign-in. */
export const securityAddress = '/account/security';

/** News of the own account. Their mail is sent below, whatever somebody chose: nobody switches it off. */
export const securityNews: NewsKind = {
  key: 'organisation.security',
  title: { th: 'ความปลอดภัยของบัญชี', en: 'Account security' },
  about: { th: 'เข้าสู่ระบบจากเครื่องใหม่ หรือเปลี่ยนการยืนยันตัวตน ระบบส่งอีเมลแจ้งโดยละเอียดทันทีเสมอ ช่องนี้เลือกเฉพาะการส่งซ้ำ', en: 'A new browser or a changed factor. A full e-mail always goes out at once; chosen here is only whether to send it a second time.' },
  usual: { mail: 'off', line: 'now' },
};

export interface Owner {
  readonly id: number;
  readonly name: string;
  readonly email: string | null;
}

/** Tells the owner of an account what happened to it: on the page, and by mail where there is an address. */
export async function tellOwner(tx: Tx, services: Services, owner: Owner, what: Words): Promise<void> {
  await notify(tx, [owner.id], what, securityAddress, { kind: securityNews });
  if (!owner.email) return;
  const link = `${services.config.origin}${securityAddress}`;
  const text = (['th', 'en'] as const).map((lang) => m.in(lang)('mail', { name: owner.name, what: what[lang], link }));
  await sendMail(tx, { to: owner.email, subject: m.words('subject').th, text: text.join('\n\n———\n\n') });
}

/**
 * A sign-in from a browser in which this person has never signed in. The accounts of a demo are everybody's, so there
 * it would be news at every visit.
 */
export async function tellOfNewBrowser(tx: Tx, services: Services, owner: Owner, origin: SignInOrigin): Promise<void> {
  if (services.config.demo) return;
  const device = deviceName(origin.userAgent);
  const { th, en } = m.words('newBrowser', { device: device ?? '{device}', ip: origin.ip });
  const unknown = m.words('unknownDevice');
  await tellOwner(tx, services, owner, { th: th.replace('{device}', unknown.th), en: en.replace('{device}', unknown.en) });
}
