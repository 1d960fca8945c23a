// HTML as Word, Excel, LibreOffice and a browser put it on the clipboard.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linesFromHtml } from './word-paste.ts';

const wordHead = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta http-equiv=Content-Type content="text/html; charset=utf-8">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- @font-face {font-family:"TH SarabunPSK";} p.MsoNormal {margin:0cm; font-size:16.0pt;} --></style></head><body lang=EN-US style='tab-interval:36.0pt'><!--StartFragment-->`;
const wordTail = '<!--EndFragment--></body></html>';
const word = (inner: string): string => `${wordHead}${inner}${wordTail}`;

it('keeps paragraphs of Word and drops what carries their look', () => {
  const html = word(`<p class=MsoNormal style='text-align:justify;text-indent:2.5cm'><span lang=TH style='font-family:"TH SarabunPSK","sans-serif"'>ด้วยกรมกำหนดจัดประชุม</span><span style='font-size:16.0pt'><o:p></o:p></span></p>

<p class=MsoNormal><b><span lang=TH>ในวันพุธที่ ๑๘
พฤศจิกายน ๒๕๖๓</span></b> <span>&nbsp;&amp; ต่อไป</span></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>`);
  expect(linesFromHtml(html)).toBe('ด้วยกรมกำหนดจัดประชุม\n\nในวันพุธที่ ๑๘ พฤศจิกายน ๒๕๖๓ & ต่อไป');
});

it('keeps the labels of numbered paragraphs, and the depth of bullets', () => {
  const entry = (level: number, mark: string, text: string, font = 'TH SarabunPSK') => `<p class=MsoListParagraph style='margin-left:54.0pt;mso-add-space:auto;text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:"${font}"'><span style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span lang=TH>${text}</span><o:p></o:p></p>`;
  expect(linesFromHtml(word(entry(1, '๑.', 'ข้อแรก') + entry(2, '๑.๑', 'ข้อย่อย') + entry(1, '·', 'จุด', 'Symbol') + entry(2, 'o', 'จุดใน', 'Courier New')))).toBe('๑. ข้อแรก\n\n๑.๑ ข้อย่อย\n\n- จุด\n\n  - จุดใน');
});

it('keeps tables of Word between strokes, with joined cells as empty ones', () => {
  const html = word(`<p class=MsoNormal>ก่อน</p><table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse'>
 <tr style='mso-yfti-irow:0'><td width=60 valign=top><p class=MsoNormal><b>ลำดับ<o:p></o:p></b></p></td><td width=200><p class=MsoNormal>รายการ</p></td><td><p>บาท</p></td></tr>
 <tr><td rowspan=2><p>๑</p></td><td><p>ค่าพาหนะ</p><p>ไป | กลับ</p></td><td><p>๑,๒๐๐</p></td></tr>
 <tr><td colspan=2><p>รวม</p></td></tr></table><p class=MsoNormal>หลัง</p>`);
  expect(linesFromHtml(html)).toBe('ก่อน\n\n| ลำดับ | รายการ | บาท |\n| ๑ | ค่าพาหนะ ไป \\| กลับ | ๑,๒๐๐ |\n|  | รวม |  |\n\nหลัง');
});

it('numbers lists of pages and LibreOffice, also below each other', () => {
  expect(linesFromHtml('<meta charset="utf-8"><ol><li>หนึ่ง</li><li><p>สอง</p><ol><li>ย่อย</li><li>ย่อยสอง</li></ol></li></ol><ol start="4"><li>สี่</li></ol><ul><li>จุด<ul><li>จุดใน</li></ul></li></ul>')).toBe('1. หนึ่ง\n\n2. สอง\n\n2.1 ย่อย\n\n2.2 ย่อยสอง\n\n4. สี่\n\n- จุด\n\n  - จุดใน');
});

it('takes a range of a spreadsheet for a table, one column for lines', () => {
  const excel = '<html><head><style>td{mso-number-format:General}</style></head><body><table><!--StartFragment--><col width=64><tr height=20><td class=xl65>หน่วยงาน</td><td align=right>12</td></tr><tr><td>กองคลัง</td><td align=right x:num>7</td></tr><!--EndFragment--></table></body></html>';
  expect(linesFromHtml(excel)).toBe('| หน่วยงาน | 12 |\n| กองคลัง | 7 |');
  expect(linesFromHtml('<table><tr><td>ก</td></tr><tr><td>ข</td></tr></table>')).toBe('ก\n\nข');
});

it('leaves out pictures, scripts and marks of revision, and keeps what they stood in', () => {
  expect(linesFromHtml('<p>ตรา<img src="x" onerror="alert(1)" alt=\'>\'>ครุฑ<script>alert("<p>ไม่เอา</p>")</script></p><p>3 < 5 และ a&lt;b &#3585;&#xE02;</p>')).toBe('ตราครุฑ\n\n3 < 5 และ a<b กข');
  expect(linesFromHtml('<p><img src=x></p>')).toBe('');
});

it('never throws, and leaves no tag of its own making', () => {
  const pieces = ['<p>', '</p>', '<table>', '<tr>', '<td rowspan=3>', '<td colspan="99">', '</td>', '</table>', '<ol start=x>', '<li>', '</ol>', '<!--', '-->', '<', '&nbsp;', '&#xffffff;', '&#0;', 'ก', ' ', '<br>', '<span style="mso-list:l0 level9">', '"', "'", '<style>', '</style>'];
  fc.assert(fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((list) => list.join('')), (html) => {
    const text = linesFromHtml(html);
    expect(text).not.toMatch(/<(?:p|table|td|li|br)\b/);
    expect(text.split('\n').every((line) => line === line.trimEnd() || line.startsWith('|'))).toBe(true);
  }), { numRuns: 1500 });
});
