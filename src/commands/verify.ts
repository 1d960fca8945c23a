import { verifyAudit } from '../platform/audit/verify.ts';
import { readConfig } from '../platform/config.ts';
import type { Command } from './command.ts';
import { withKrom } from './house.ts';

async function verify(): Promise<number> {
  const config = readConfig();
  return withKrom(config, async ({ ownerUrl }) => {
    const report = await verifyAudit(ownerUrl, config.dataFolder);
    for (const finding of report.findings) console.error(`- ${finding.words.th} / ${finding.words.en}`);
    console.log(
      report.findings.length === 0
        ? `บันทึกครบถ้วน ไม่ถูกแก้ไข / The log is whole: ${report.batches} batches, ${report.sealedRows} lines sealed, ${report.unsealedRows} not yet sealed`
        : `พบสิ่งผิดปกติ ${report.findings.length} รายการ / ${report.findings.length} findings`,
    );
    return report.findings.length === 0 ? 0 : 1;
  });
}

export const verifyCommand: Command = {
  name: 'verify',
  purpose: { th: 'ตรวจว่าบันทึกการดำเนินการไม่ถูกแก้ ลบ หรือแทรก', en: 'check that no sealed line of the audit log was changed' },
  run: verify,
};
