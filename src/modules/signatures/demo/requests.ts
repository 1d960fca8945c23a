// Requests for signatures of the demo, each on a PDF that was brought along: one half signed, one sent back, one complete.
import type { PaperDocument, Signer } from '../../../paper/index.ts';
import type { Actor } from '../../../platform/access/actor.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { together } from '../../../platform/db/together.ts';
import { addFileRecord } from '../../../platform/files/file-records.ts';
import type { DemoContext } from '../../../platform/module.ts';
import { orFail } from '../../../platform/result.ts';
import { bangkokDate, formatDate } from '../../../thai/index.ts';
import { clerksOfUnit, headOfUnit, headPositionOf, holdingsOf, unitsActiveOn } from '../../organisation/index.ts';
import type { PartKind } from '../domain/request.ts';
import { approvePart, keepSignature, refusePart, signedWith, turnAt } from '../requests/decide.ts';
import { openSigningRequest } from '../requests/open.ts';
import { findRequest } from '../store/requests.ts';

/** A sample certificate whose key is at hand while the demo is laid: afterwards only its passphrase opens it. */
export interface DemoSigner {
  readonly certificateId: number;
  readonly key: Signer;
}

interface DemoStep {
  /** Unit whose head is asked. */
  readonly unit: string;
  readonly kind: PartKind;
  /** When it was decided; left out where it still waits. */
  readonly at?: string;
  /** Why it was sent back. */
  readonly refused?: string;
}

interface DemoRequest {
  readonly unit: string;
  readonly at: string;
  readonly subject: string;
  readonly body: readonly string[];
  /** One after another. */
  readonly steps: readonly DemoStep[];
}

const requests: readonly DemoRequest[] = [
  {
    unit: 'สลก.', at: '2020-10-19T10:10', subject: 'ข้อกำหนดการให้บริการงานสารบรรณอิเล็กทรอนิกส์ ปีงบประมาณ พ.ศ. 2564',
    body: [
      'สำนักงานเลขานุการกรมได้จัดทำข้อกำหนดการให้บริการงานสารบรรณอิเล็กทรอนิกส์ เพื่อให้ทุกหน่วยงานในกรมใช้เป็นแนวทางเดียวกันในการรับ ส่ง และติดตามหนังสือราชการ',
      'ข้อกำหนดนี้ให้ใช้ตั้งแต่วันที่ 1 พฤศจิกายน 2563 เป็นต้นไป และให้กลุ่มพัฒนาระบบบริหารติดตามผลแล้วรายงานทุกหกเดือน',
    ],
    steps: [{ unit: 'กพร.', kind: 'sign', at: '2020-10-19T15:30' }, { unit: 'กปส.', kind: 'sign', at: '2020-10-20T09:45' }],
  },
  {
    unit: 'กพร.', at: '2020-10-26T13:20', subject: 'ข้อเสนอการจัดหาเครื่องกราดภาพเอกสารสำหรับหน่วยงานส่วนภูมิภาค',
    body: [
      'ด้วยสำนักงานประชาสัมพันธ์จังหวัดหลายแห่งยังไม่มีเครื่องกราดภาพเอกสาร จึงลงทะเบียนรับหนังสือในระบบพร้อมไฟล์แนบไม่ได้',
      'กลุ่มพัฒนาระบบบริหารเสนอให้จัดหาเครื่องกราดภาพเอกสารจำนวน 20 เครื่อง ภายในไตรมาสที่ 2 ของปีงบประมาณ พ.ศ. 2564',
    ],
    steps: [
      { unit: 'กพร.', kind: 'approve', at: '2020-10-26T16:00' },
      { unit: 'กปส.', kind: 'sign', at: '2020-10-27T11:15', refused: 'จำนวนเครื่องยังไม่ตรงกับผลสำรวจของหน่วยงานส่วนภูมิภาค ขอให้ตรวจสอบแล้วเสนอใหม่' },
    ],
  },
  {
    unit: 'กพร.', at: '2020-10-29T10:20', subject: 'แผนพัฒนาระบบงานสารบรรณอิเล็กทรอนิกส์ ปีงบประมาณ พ.ศ. 2564',
    body: [
      'กลุ่มพัฒนาระบบบริหารได้จัดทำแผนพัฒนาระบบงานสารบรรณอิเล็กทรอนิกส์ ปีงบประมาณ พ.ศ. 2564 โดยแบ่งการใช้งานเป็นสี่ขั้น ได้แก่ หนังสือเวียน หนังสือภายในสำนัก หนังสือระหว่างสำนัก และหนังสือภายนอก',
      'จึงเสนอเพื่อลงนามให้ความเห็นชอบ และให้ทุกหน่วยงานถือปฏิบัติตามแผนต่อไป',
    ],
    steps: [{ unit: 'กพร.', kind: 'sign', at: '2020-10-30T14:05' }, { unit: 'กปส.', kind: 'sign' }],
  },
];

const instant = (local: string) => new Date(`${local}:00+07:00`);

interface Chief {
  readonly seat: number;
  readonly post: string;
  readonly personId: number;
  readonly name: string;
}

/** Lays the requests down through the module's own use cases. A machine that cannot print starts without them. */
export async function layRequests({ tx, services, at }: DemoContext, signers: ReadonlyMap<number, DemoSigner>): Promise<void> {
  const day = services.clock.today();
  const units = new Map((await unitsActiveOn(tx, day)).map((unit) => [unit.abbreviation, unit]));
  const idOf = (abbreviation: string): number => {
    const unit = units.get(abbreviation);
    if (!unit) throw new Error(`demo: no unit ${abbreviation}`);
    return unit.id;
  };
  const chiefOf = async (abbreviation: string): Promise<Chief> => {
    const seat = await headPositionOf(tx, idOf(abbreviation), day);
    const head = await headOfUnit(tx, idOf(abbreviation), day);
    if (!seat || !head) throw new Error(`demo: ${abbreviation} has no head`);
    return { seat: seat.id, post: seat.title, personId: head.personId, name: head.name };
  };
  for (const one of requests) {
    const unitId = idOf(one.unit);
    const chiefs = await together(one.steps.map((step) => chiefOf(step.unit)));
    const clerk = await clerkOf(tx, unitId, day);
    at(instant(one.at));
    const printed = await services.paper.renderPdf(paperOf(one, units.get(one.unit)?.name ?? '', chiefs, services.clock.now()), { createdAt: services.clock.now(), attachData: false });
    if (!printed.ok && printed.code === 'RENDERER_UNAVAILABLE') return;
    const { hash, size } = await services.files.put(orFail(printed).pdf);
    const desk = as(tx, clerk?.personId ?? 0, clerk?.name ?? '', [unitId]);
    const file = await addFileRecord(desk, { hash, size, mediaType: 'application/pdf', name: `${one.subject}.pdf`, unitId, taken: true });
    const { id } = orFail(await openSigningRequest(desk, services, {
      subject: { type: 'platform.file', id: file.id, href: `/files/${file.id}`, title: one.subject }, fileHash: hash, fileSize: size, fileName: file.name, unitId,
      steps: one.steps.map(({ kind }, n) => [{ kind, positionId: chiefs[n]!.seat, label: chiefs[n]!.post }]),
    }));
    for (const [n, step] of one.steps.entries()) {
      if (step.at === undefined) continue;
      at(instant(step.at));
      await decide({ tx, services }, id, n + 1, step, chiefs[n]!, signers);
    }
  }
}

async function decide({ tx, services }: Pick<DemoContext, 'tx' | 'services'>, id: number, step: number, { kind, refused }: DemoStep, chief: Chief, signers: ReadonlyMap<number, DemoSigner>): Promise<void> {
  const own = as(tx, chief.personId, chief.name, [chief.seat]);
  const part = (await findRequest(own, id))?.parts.find((one) => one.step === step)?.id ?? 0;
  if (refused !== undefined) {
    orFail(await refusePart(own, services, id, part, refused));
    return;
  }
  if (kind === 'approve') {
    orFail(await approvePart(own, services, id, part, ''));
    return;
  }
  const signer = signers.get(chief.personId);
  if (!signer) throw new Error(`demo: ${chief.post} has no certificate to sign with`);
  const turn = orFail(await turnAt(own, services, id, part, ['sign']));
  await keepSignature(own, services, turn, { pdf: orFail(await signedWith(services, turn, signer.key)), certificateId: signer.certificateId });
}

function paperOf({ subject, body, steps }: DemoRequest, unit: string, chiefs: readonly Chief[], on: Date): PaperDocument {
  return {
    kind: 'memo', unit, date: formatDate(bangkokDate(on)), subject, to: chiefs.at(-1)?.post ?? '', body: [...body],
    signers: chiefs.filter((_, n) => steps[n]?.kind === 'sign').map(({ name, post }) => ({ name, position: post })),
  } as PaperDocument;
}

/** The records clerk who sits in the unit: the department's own clerks may act in it too. */
async function clerkOf(tx: Tx, unitId: number, day: string): Promise<{ personId: number; name: string } | undefined> {
  const clerks = await clerksOfUnit(tx, unitId, day);
  for (const clerk of clerks) if ((await holdingsOf(tx, clerk.personId)).some((one) => one.unitId === unitId)) return clerk;
  return clerks[0];
}

/** The same transaction in the name of somebody of the demo. */
const as = (tx: Tx, id: number, name: string, parties: readonly number[]): Tx => ({ ...tx, actor: { kind: 'person', id, name, principals: [id, 1, ...parties], permissions: new Map() } satisfies Actor }) as Tx;
