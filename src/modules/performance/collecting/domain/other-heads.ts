/** Other heads under which offices keep the columns of a file of results. */
export const keyHeads = ['ตัวชี้วัด', 'ลำดับ', 'ที่', 'KPI'] as const;
export const valueHeads = ['ผลการดำเนินงาน', 'ค่า', 'ผลลัพธ์'] as const;
