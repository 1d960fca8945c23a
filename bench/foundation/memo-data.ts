export interface MemoData {
  readonly unit: string;
  readonly number: string;
  readonly date: string;
  readonly subject: string;
  readonly to: string;
  readonly body: readonly string[];
  readonly signer: string;
  readonly position: string;
}

/** A one-page memo whose text differs for each `index`, so that nothing can be answered from a cache. */
export function memoData(index: number): MemoData {
  return {
    unit: 'กลุ่มพัฒนาระบบบริหาร โทร. 0 2000 0000 ต่อ 1720',
    number: `นร 0223/ว ${500 + index}`,
    date: '3 พฤศจิกายน 2563',
    subject: `ขอส่งรายงานการประชุมคณะทำงานพิจารณากำหนดตัวชี้วัด ครั้งที่ ${index}/2563`,
    to: 'ผู้อำนวยการสำนัก ผู้อำนวยการกอง ผู้อำนวยการศูนย์ และเลขานุการกรม',
    body: [
      `ตามที่ได้มีการประชุมคณะทำงานพิจารณากำหนดตัวชี้วัดการประเมินส่วนราชการ ครั้งที่ ${index}/2563 เมื่อวันพฤหัสบดีที่ 22 ตุลาคม 2563 เวลา 10.00 - 14.00 น. ณ ห้องประชุม 211A ชั้น 2 นั้น`,
      `ฝ่ายเลขานุการได้จัดทำรายงานการประชุมเรียบร้อยแล้ว รวม ${10 + (index % 40)} หน้า ดังที่ได้แนบมาพร้อมนี้ หากมีข้อแก้ไขประการใดขอให้แจ้งฝ่ายเลขานุการทราบภายในวันที่ 9 พฤศจิกายน 2563 หากพ้นกำหนดนี้แล้วถือว่าท่านให้การรับรองรายงานการประชุมโดยไม่มีการแก้ไข`,
      'จึงเรียนมาเพื่อโปรดพิจารณา และแจ้งให้เจ้าหน้าที่ที่เกี่ยวข้องพิจารณารับรองรายงานการประชุมตามที่แนบมาพร้อมนี้ด้วย จะขอบคุณยิ่ง',
    ],
    signer: 'นางอรพิน แก้วประภา',
    position: 'ผู้อำนวยการกลุ่มพัฒนาระบบบริหาร',
  };
}
