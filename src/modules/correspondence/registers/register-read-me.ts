// The words that lie on top of a package of registers: what it is and how anybody checks it.
import { bangkokDate, formatDate } from '../../../thai/index.ts';
import { manifestFile, manifestSignature, manifestSums } from '../domain/register-manifest.ts';

interface About {
  readonly unit: { readonly label: string };
  readonly year: number;
  readonly asOf: string;
  readonly madeBy: string;
  readonly signed: { readonly by: string } | null;
  readonly sent: number;
  readonly received: number;
  readonly voids: number;
  readonly papers: readonly string[];
}

/** Plain text, Windows line ends: it opens in Notepad as anywhere else. */
export function readMeText({ unit, year, asOf, madeBy, signed, sent, received, voids, papers }: About): string {
  const at = new Date(asOf);
  const time = new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(11, 16).replace(':', '.');
  const lines = [
    `ชุดทะเบียนหนังสือ ${unit.label} ปีปฏิทิน พ.ศ. ${year}`,
    `ข้อมูล ณ วันที่ ${formatDate(bangkokDate(at))} เวลา ${time} น. จัดทำโดย ${madeBy}`,
    '',
    'ในชุดนี้มี',
    `  sent.csv       ทะเบียนหนังสือส่ง (แบบที่ 14) ${sent} รายการ รวมหนังสือเวียน คำสั่ง ประกาศ และหนังสือรับรอง`,
    `  received.csv   ทะเบียนหนังสือรับ (แบบที่ 13) ${received} รายการ`,
    `  voids.csv      บัญชีเลขที่ยกเลิก ${voids} รายการ`,
    ...(papers.length > 0 ? [`  ${papers.join('  ')}`, '                 ทะเบียนเดียวกันเป็น PDF ตามแบบ (จัดทำเป็น PDF/A ยังไม่ได้ผ่านเครื่องมือรับรองมาตรฐาน)'] : []),
    `  ${manifestFile}  รายการไฟล์ จำนวนรายการ เลขสุดท้ายของแต่ละทะเบียน และค่า SHA-256`,
    `  ${manifestSums}  ค่า SHA-256 ของทุกไฟล์`,
    '',
    'ไฟล์ CSV เปิดได้ด้วย Excel หรือ LibreOffice บรรทัดแรกเป็นหัวคอลัมน์ภาษาไทย บรรทัดที่สองเป็นรหัสคอลัมน์ซึ่งไม่เปลี่ยน',
    'คอลัมน์ file_sha256 คือค่า SHA-256 ของไฟล์หนังสือแต่ละฉบับ ใช้ตรวจว่าไฟล์ PDF ที่มีอยู่เป็นฉบับที่ออกจริง',
    'รายการที่มีชั้นความลับแสดงเฉพาะเลขและวันที่ ข้อความอยู่ในทะเบียนหนังสือลับ',
    '',
    'วิธีตรวจ',
    `  1. ตรวจว่าไฟล์ครบและไม่ถูกแก้:  sha256sum -c ${manifestSums}`,
    '     (Windows: certutil -hashfile ชื่อไฟล์ SHA256 แล้วเทียบกับค่าในไฟล์)',
    ...(signed
      ? [
          `  2. ตรวจลายมือชื่ออิเล็กทรอนิกส์ของ ${signed.by}: เปิดไฟล์ PDF ด้วยโปรแกรมอ่าน PDF หรือใช้คำสั่ง`,
          `       openssl cms -verify -binary -inform DER -in ${manifestSignature} -content ${manifestFile} -CAfile ใบรับรองผู้ออก.pem -purpose any -out /dev/null`,
        ]
      : ['  2. ชุดนี้ไม่มีลายมือชื่ออิเล็กทรอนิกส์ ค่า SHA-256 บอกได้ว่าไฟล์ตรงกับรายการ แต่ไม่บอกว่าใครเป็นผู้จัดทำ']),
    '  3. ถ้ามีระบบกรม (Krom):  npx krom register verify ชื่อไฟล์.zip',
    '     ตรวจเลขขาด เลขซ้ำ และความตรงกันของ CSV กับ PDF เติม --against เพื่อเทียบกับข้อมูลในระบบ',
    '',
    'In English: registers of official letters of one unit and calendar year, as CSV (UTF-8) and as PDF by the forms of the',
    `regulation. Check the files with "sha256sum -c ${manifestSums}"${signed ? ` and the signature ${manifestSignature} over ${manifestFile} with OpenSSL` : '; the package is not signed'}.`,
    '',
  ];
  return `\uFEFF${lines.join('\r\n')}`;
}
