// The form as PDF and Word, and everything that proves an indicator as one package that opens without this house.
import { createHash } from 'node:crypto';
import type { ReadTx } from '../../../../../platform/db/database.ts';
import { listEvidence, type RecordRef } from '../../../../../platform/evidence/evidence-links.ts';
import { readFileRecords } from '../../../../../platform/files/file-records.ts';
import { defineDownload } from '../../../../../platform/http/define.ts';
import { fail, notFound, ok } from '../../../../../platform/result.ts';
import type { Services } from '../../../../../platform/services.ts';
import { tableCsv } from '../../../../../platform/tables/write-table.ts';
import { writeZip } from '../../../../../platform/tables/write-zip.ts';
import { momentWords } from '../../../../../platform/when.ts';
import { reformReportType, type IndicatorsHouse } from '../../house.ts';
import { indicatorAt, indicatorType, keyParams, type IndicatorPlace } from '../../place.ts';
import { docxType, formDocument, formDocx, formPdf } from '../../form-paper.ts';
import { printedFields } from '../../fields-paper.ts';
import { savedBy, unitsOn } from '../../shown.tsx';
import { formOf, linksOf } from '../../store/forms.ts';
import { reformReportsOf } from '../../store/notes.ts';
import { submissionIds } from '../../store/submission-ids.ts';

const mostBytes = 200 * 1024 * 1024;
const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** The form of an indicator, ready for paper. In Thai, whatever the language of the screen. */
async function printedOf(tx: ReadTx, place: IndicatorPlace, services: Services) {
  const form = await formOf(tx, place.indicator);
  const links = await linksOf(tx, place.indicator.id);
  const units = await unitsOn(tx, services.clock.today());
  const document = formDocument(place, form, links, units, savedBy({ lang: 'th' }, form.changedBy, form.changedAt));
  return { document, changedAt: form.changedAt ?? services.clock.now(), fields: printedFields(place, form, links, units) };
}

const nameOf = ({ cycle, indicator }: IndicatorPlace, ending: string): string => `ตัวชี้วัด-${cycle.fiscalYear}-${indicator.key}${ending}`;

export const formPdfDownload = defineDownload({
  path: '/performance/:year/indicators/:key/form.pdf',
  permission: 'performance.read',
  params: keyParams,
  async load(tx, { params, services }) {
    const place = await indicatorAt(tx, params);
    if (!place) return notFound();
    const form = await printedOf(tx, place, services);
    const made = await formPdf(services.paper, form.document, form.changedAt);
    return made.ok ? ok({ body: made.value, contentType: 'application/pdf', fileName: nameOf(place, '.pdf'), disposition: 'inline' as const }) : made;
  },
});

export const formDocxDownload = defineDownload({
  path: '/performance/:year/indicators/:key/form.docx',
  permission: 'performance.read',
  params: keyParams,
  async load(tx, { params, services }) {
    const place = await indicatorAt(tx, params);
    if (!place) return notFound();
    return ok({ body: await formDocx((await printedOf(tx, place, services)).document), contentType: docxType, fileName: nameOf(place, '.docx'), disposition: 'attachment' as const });
  },
});

/** A file's name inside the package: numbered, and without what a folder would take for its own. */
const partName = (n: number, name: string): string => `หลักฐาน/${String(n).padStart(2, '0')}-${name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_').slice(-150)}`;

export interface PackedEvidence {
  readonly proves: string;
  readonly title: string;
  readonly date: string;
  readonly note: string;
  readonly contentHash: string;
  readonly state: string;
  /** Name in the package; null for a record of the house, which is named by its address. */
  readonly file: string | null;
  readonly href: string | null;
}

export function evidenceZip(house: IndicatorsHouse) {
  return defineDownload({
    path: '/performance/:year/indicators/:key/evidence.zip',
    permission: 'performance.read',
    params: keyParams,
    async load(tx, { params, actor, services }) {
      const place = await indicatorAt(tx, params);
      if (!place) return notFound();
      const { indicator } = place;
      const form = await printedOf(tx, place, services);
      const pdf = await formPdf(services.paper, form.document, form.changedAt);
      if (!pdf.ok) return pdf;
      const parts = new Map<string, Uint8Array>([['แบบรายละเอียดตัวชี้วัด.pdf', pdf.value], ['แบบรายละเอียดตัวชี้วัด.docx', await formDocx(form.document)]]);
      parts.set('แบบรายละเอียดตัวชี้วัด.csv', Buffer.from(tableCsv({
        columns: [{ code: 'field', head: { th: 'หัวข้อ', en: 'Field' }, about: { th: '', en: '' }, kind: 'text' }, { code: 'text', head: { th: 'รายละเอียด', en: 'Words' }, about: { th: '', en: '' }, kind: 'lines' }],
        rows: form.fields.map(({ name, text }) => ({ field: name.th, text })),
      }), 'utf8'));
      const proved: { readonly of: RecordRef; readonly words: string }[] = [
        { of: { type: indicatorType, id: indicator.id }, words: `ตัวชี้วัดที่ ${indicator.key}` },
        ...(await reformReportsOf(tx, [indicator.id])).map((report) => ({ of: { type: reformReportType, id: report.id }, words: `รายงานแผนการปฏิรูปประเทศ ${report.title}` })),
        ...(await submissionIds(tx, indicator.id)).map(({ id, words }) => ({ of: { type: 'performance.submission', id }, words })),
      ];
      const evidence: PackedEvidence[] = [];
      let bytes = 0;
      for (const { of, words } of proved) {
        for (const line of await listEvidence(tx, house.evidence(), of)) {
          const [record] = line.of.type === 'platform.file' && line.state !== 'unseen' ? await readFileRecords(tx, [line.of.id]) : [];
          const content = record ? await services.files.get(record.hash) : undefined;
          bytes += content?.byteLength ?? 0;
          if (bytes > mostBytes) return fail('PACKAGE_TOO_LARGE', { th: 'หลักฐานรวมกันใหญ่เกิน 200 MB กรุณาดาวน์โหลดทีละไฟล์', en: 'The evidence is larger than 200 MB in all. Take the files one by one.' }, { status: 413 });
          const file = record && content ? partName(evidence.length + 1, record.name) : null;
          if (file && content) parts.set(file, content);
          evidence.push({ proves: words, title: line.title ?? '', date: line.date, note: line.note, contentHash: line.contentHash, state: line.state, file, href: file || !line.href ? null : `${services.config.origin}${line.href}` });
        }
      }
      const now = services.clock.now();
      const readMe = [
        `ชุดหลักฐานตัวชี้วัดที่ ${indicator.key} ${indicator.name}`, `ปีงบประมาณ พ.ศ. ${place.cycle.fiscalYear} จัดทำโดย ${actor.name} เมื่อ ${momentWords('th', now)}`, '',
        'แบบรายละเอียดตัวชี้วัดเป็น PDF Word และ CSV อยู่ชั้นนอก ไฟล์หลักฐานอยู่ในโฟลเดอร์ “หลักฐาน”', ...evidence.map((one, at) => `${at + 1}. ${one.title || 'เอกสารที่ผู้จัดทำไม่มีสิทธิเปิด'} (${one.proves}) ${one.file ?? one.href ?? ''}`), '',
        'manifest.json บอกรายการไฟล์และค่า SHA-256 ตรวจได้ด้วยคำสั่ง sha256sum -c manifest.sha256', '',
      ];
      parts.set('อ่านก่อน.txt', Buffer.from(readMe.join('\r\n'), 'utf8'));
      const manifest = {
        format: 'krom.indicator-evidence/1', year: place.cycle.fiscalYear, key: indicator.key, name: indicator.name, madeBy: actor.name, madeAt: now.toISOString(), origin: services.config.origin, evidence,
        parts: [...parts].map(([file, content]) => ({ file, bytes: content.byteLength, sha256: sha256(content) })),
      };
      parts.set('manifest.json', Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`, 'utf8'));
      parts.set('manifest.sha256', Buffer.from([...parts].map(([file, content]) => `${sha256(content)}  ${file}\n`).join(''), 'utf8'));
      return ok({ body: writeZip(parts, now), contentType: 'application/zip', fileName: nameOf(place, '-หลักฐาน.zip'), disposition: 'attachment' as const });
    },
  });
}
