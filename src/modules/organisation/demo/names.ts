// Invented people: given and family names of everyday Thai kinds, put together from a fixed seed, so that the demo is
// the same on every machine. Nobody is meant.

const men = 'กิตติ ก้องเกียรติ เกรียงศักดิ์ คมสัน จักรพันธ์ จิรวัฒน์ เฉลิมพล ชยพล ชัยสิทธิ์ ชาญณรงค์ ณภัทร ดนัย เดชา ไตรภพ ทรงพล ทินกร ธนกร ธนเดช ธวัชชัย ธีรพงษ์ นพดล นรินทร์ นิรุตติ์ บัณฑิต บุญเลิศ ปฏิภาณ ประเสริฐ ปิยะ พงศธร พชร พิชัย พีรพัฒน์ ภาณุพงศ์ ภูมินทร์ มนตรี ยุทธนา รณชัย รัชพล วรพจน์ วสันต์ วิชาญ วิทยา วีระ ศุภชัย สมชาติ สาธิต สิทธิโชค สุทธิพงษ์ สุรเดช อดิศร อนุชา อภิวัฒน์ อรรถพล อุดม เอกชัย'.split(' ');
const women = 'กนกวรรณ กรรณิการ์ กัญญารัตน์ กุลธิดา ขวัญใจ จารุวรรณ จิตรลดา จุฑามาศ ฉวีวรรณ ชลธิชา ชุติมา ญาณิศา ฐิติมา ณัฐธิดา ดารณี ทัศนีย์ ธัญชนก ธิดารัตน์ นงนุช นภาพร นริศรา นันทนา บุษบา เบญญาภา ปนัดดา ประภัสสร ปรียานุช ผกามาศ พรทิพา พัชรินทร์ พิมพ์ชนก เพ็ญพิชชา ภัทรวดี มยุรี มัลลิกา ยุพิน รัชนี รุ่งนภา ลัดดาวัลย์ วรรณา วราภรณ์ วิภาดา วิไลวรรณ ศศิธร ศิริพร สมฤดี สายพิณ สิริมา สุกัญญา สุชาดา สุนิสา สุภาวดี โสภิดา อรทัย อัจฉรา อารียา อุบลวรรณ'.split(' ');
const heads = 'แก้ว ธรรม ศรี บุญ พงษ์ วงศ์ สุข จันทร์ รัตน์ ธาร ชัย เพชร มณี สิน อินทร์ พูน ไพร เรือง ปัญญา สม อุดม ดำรง เจริญ ภักดี'.split(' ');
const tails = 'ประเสริฐ สุวรรณ วัฒนา มงคล เจริญสุข ไพบูลย์ รุ่งเรือง พิทักษ์ สวัสดิ์ ภิญโญ อนันต์ กุลชัย นิยม สมบูรณ์ วรากุล โชติ พิพัฒน์ เกษม นาคา ทิพย์'.split(' ');

/** Even numbers from a seed (mulberry32): enough for names, nothing for secrets. */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

export interface InventedName {
  readonly title: 'นาย' | 'นาง' | 'นางสาว';
  readonly given: string;
  readonly family: string;
}

/** A source of names, none given twice and none of those already taken. */
export function namesFrom(seed: number, taken: Iterable<string>): () => InventedName {
  const random = seeded(seed);
  const used = new Set(taken);
  const pick = (list: readonly string[]) => list[random(list.length)] as string;
  return () => {
    for (;;) {
      const man = random(100) < 42;
      const given = pick(man ? men : women);
      const head = pick(heads);
      const tail = pick(tails);
      const family = head + tail;
      if (tail.startsWith(head) || used.has(`${given} ${family}`)) continue;
      used.add(`${given} ${family}`);
      return { title: man ? 'นาย' : random(3) === 0 ? 'นาง' : 'นางสาว', given, family };
    }
  };
}
