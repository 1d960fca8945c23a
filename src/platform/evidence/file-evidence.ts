import { bangkokDate } from '../clock.ts';
import { readFileRecord } from '../files/file-records.ts';
import type { EvidenceSource } from './evidence.ts';
import { idInPath } from './record-address.ts';

/** Uploaded files as evidence: their content can never change, so neither can the hash. */
export const fileEvidence: EvidenceSource = {
  type: 'platform.file',
  label: { th: 'ไฟล์', en: 'File' },
  idAt: idInPath('/files/:id'),
  async resolve(tx, id) {
    const file = await readFileRecord(tx, id);
    return file && { title: file.name, href: `/files/${file.id}`, date: bangkokDate(file.createdAt), contentHash: file.hash };
  },
};
