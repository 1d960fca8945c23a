// Sample certificates of invented people, issued by a trial authority that is made with the demo and trusted by it alone.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { certificatesFrom, keySigner, makeCertificateRequest, protectKey } from '../../../paper/index.ts';
import type { DemoContext } from '../../../platform/module.ts';
import { orFail } from '../../../platform/result.ts';
import { headOfUnit, unitsActiveOn } from '../../organisation/index.ts';
import { certificateTime } from '../certificates/keys.ts';
import { departmentName, holderFacts, postsOf } from '../certificates/office.ts';
import { addCertificate, addEvent, certificateById } from '../store/certificates.ts';
import { handOver, keepKey, markSent, setRequest } from '../store/certificate-steps.ts';
import { takeInCertificate } from '../certificates/take-in.ts';
import { demoAuthorityFolder } from '../trust.ts';
import { demoMark, demoPassphrase } from './passphrase.ts';
import { layRequests } from './requests.ts';
import type { DemoSigner } from './requests.ts';

/** Valid in the year in which the demo plays and in the one in which it is looked at. */
const since = new Date('2020-10-01T00:00:00+07:00');

/** The heads who can sign at once; one whose certificate ends soon and whose key is elsewhere; one who waits for the authority. */
const holders = [
  { unit: 'กปส.', fate: 'signs' }, { unit: 'กพร.', fate: 'signs' }, { unit: 'กกร.', fate: 'ends' }, { unit: 'กคส.', fate: 'waits' },
] as const;

export async function demo(context: DemoContext): Promise<void> {
  const { tx, services, at } = context;
  at(new Date('2020-10-05T10:00:00+07:00'));
  const { initTrialAuthority, signTrialRequest } = await import('../../../signing-authority/trial-authority.ts');
  const folder = demoAuthorityFolder(services.config.dataFolder);
  const real = certificateTime(services);
  // Left over where laying the demo down failed after this: its authority is as good as another.
  if (!existsSync(path.join(folder, 'root.crt'))) orFail(await initTrialAuthority(folder, real, { since, mark: demoMark, signers: [] }));
  const today = services.clock.today();
  const now = services.clock.now();
  const units = await unitsActiveOn(tx, today);
  const signers = new Map<number, DemoSigner>();
  for (const { unit, fate } of holders) {
    const unitId = units.find((one) => one.abbreviation === unit)?.id;
    const head = unitId === undefined ? undefined : await headOfUnit(tx, unitId, today);
    const holder = head && (await holderFacts(tx, head.personId, today));
    if (!head || !holder) continue;
    const post = (await postsOf(tx, head.personId, today))[0];
    const by = { id: head.personId, name: holder.name };
    const asked = { name: holder.name, post: post?.title ?? '', email: holder.email };
    const id = await addCertificate(tx, { personId: head.personId, positionId: post?.id ?? null, ...asked }, now, by);
    const made = await makeCertificateRequest({ ...asked, organisation: await departmentName(tx, today) }, 'ec-p256');
    await setRequest(tx, id, made.pem, made.publicKey);
    await addEvent(tx, id, 'requested', '', now, by);
    await addEvent(tx, id, 'key-made', '', now, by);
    if (fate === 'waits') {
      await markSent(tx, id, { authority: 'ผู้ให้บริการออกใบรับรองตัวอย่าง', reference: 'นร 0205/1234', date: '2020-10-05' });
      await addEvent(tx, id, 'sent', '', now, by);
      continue;
    }
    const issued = orFail(await signTrialRequest(folder, Buffer.from(made.pem), real, { since, days: fate === 'ends' ? 25 : 730 }));
    orFail(await takeInCertificate(tx, services, (await certificateById(tx, id, today))!, Buffer.from(issued)));
    if (fate === 'signs') {
      await keepKey(tx, id, head.personId, await protectKey(made.privateKey, demoPassphrase), now);
      signers.set(head.personId, { certificateId: id, key: keySigner(made.privateKey, certificatesFrom(Buffer.from(issued))) });
    }
    await handOver(tx, id, 'แสดงบัตรประจำตัวเจ้าหน้าที่ของรัฐต่อหน้า', now, by);
    await addEvent(tx, id, 'handed-over', 'แสดงบัตรประจำตัวเจ้าหน้าที่ของรัฐต่อหน้า', now, by);
  }
  await layRequests(context, signers);
}
