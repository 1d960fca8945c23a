import { describe, expect, it } from 'vitest';
import { circularParagraphs, circularSubject, closingWords, deemingRule } from './circular-words.ts';

const meeting = {
  title: 'การกำหนดตัวชี้วัดการประเมินส่วนราชการ', number: 1, yearBe: 2563, fiscalYear: 2564, heldOn: '2020-10-22',
  startsAt: '10:00', endsAt: '14:00', place: 'ห้องประชุม 211A ชั้น 2 อาคารกรมประชาสัมพันธ์',
};

describe('the words of the circular', () => {
  it('name the meeting with its fiscal year once', () => {
    expect(circularSubject(meeting)).toBe('ขอส่งรายงานการประชุมการกำหนดตัวชี้วัดการประเมินส่วนราชการ ประจำปีงบประมาณ พ.ศ. 2564 ครั้งที่ 1/2563');
    expect(circularSubject({ ...meeting, title: 'การประชุมกรม ประจำปีงบประมาณ พ.ศ. 2564' })).toBe('ขอส่งรายงานการประชุมกรม ประจำปีงบประมาณ พ.ศ. 2564 ครั้งที่ 1/2563');
  });

  it('state the day of the meeting, the last day and what silence means', () => {
    const words = circularParagraphs(meeting, '2020-11-09').join('\n');
    expect(words).toContain('วันพฤหัสบดีที่ 22 ตุลาคม 2563 เวลา 10.00 - 14.00 น. ณ ห้องประชุม 211A');
    expect(words).toContain('ภายในวันที่ 9 พฤศจิกายน 2563');
    expect(words).toContain(deemingRule('2020-11-09'));
  });

  it('count only what there was', () => {
    expect(closingWords({ all: 8, asIs: 5, corrected: 0, deemed: 3 })).toBe('เวียนรายงานการประชุมถึง 8 ราย ผลเป็นดังนี้ รับรองโดยไม่มีการแก้ไข 5 ราย ไม่แจ้งผลภายในกำหนดและถือว่ารับรองโดยไม่มีการแก้ไข 3 ราย');
  });
});
