// Forms on paper with the emblem, drawn in the page as they will be printed (forms 1 and 3-10, and the note of clause 26).
import type { ComponentChildren, VNode } from 'preact';
import { calendarYear, formatDate, localDate, toThaiDigits } from '../../thai/index.ts';
import { Sheet } from '../../ui/components/sheet.tsx';
import { useUi } from '../../ui/context.tsx';
import { subKindName } from './domain/forms.ts';
import { secrecyStamps, speedStamp } from './domain/speed.ts';
import { Block, Labelled, Signed } from './sheet-parts.tsx';
import type { SheetLetter } from './sheet-parts.tsx';

const dots = '........................................';
const short = '....................';

export function EmblemForm({ letter, near }: { letter: SheetLetter; near?: boolean | undefined }): VNode {
  const { t } = useUi();
  const urgent = speedStamp(letter);
  return (
    <Sheet label={`${subKindName(letter.subKind ?? 'other')} ${toThaiDigits(letter.reference)}`} near={near} free={near} secrecy={secrecyStamps[letter.secrecy ?? 'none'] || undefined}>
      {letter.subKind === 'note' ? null : <div class="sheet-emblem">{urgent ? <div class="memo-urgent">{toThaiDigits(urgent)}</div> : null}<img class="krut" src="/emblem" alt={t('sheet.emblem')} /></div>}
      <Form letter={letter} />
    </Sheet>
  );
}

const th = (text: string): string => toThaiDigits(text);
const day = (letter: SheetLetter, style: 'long' | 'formal'): string => (letter.letterDate ? formatDate(localDate(letter.letterDate), { style, digits: 'thai' }) : short);
const Text = ({ letter }: { letter: SheetLetter }): VNode => <>{letter.paragraphs.map((paragraph) => <Block paragraph={paragraph} />)}</>;
const Centre = ({ children }: { children: ComponentChildren }): VNode => <p class="center">{children}</p>;
const Title = ({ lines }: { lines: readonly string[] }): VNode => <div class="gap">{lines.filter(Boolean).map((line) => <p class="center"><strong>{th(line)}</strong></p>)}</div>;
/** Number at the left, agency and its address at the right of the emblem. */
const Head = ({ letter, number }: { letter: SheetLetter; number: string }): VNode => (
  <div class="sheet-pair"><p class="flat">{number} {th(letter.reference) || short}</p><div>{(letter.fields?.agency ?? [dots]).map((line) => <p class="flat">{th(line)}</p>)}</div></div>
);
const Owner = ({ letter }: { letter: SheetLetter }): VNode => (
  <div class="gap">
    {[letter.fields?.ownerUnit ?? '', ...(letter.fields?.contacts ?? [])].filter(Boolean).map((line) => <p class="flat">{th(line)}</p>)}
    <Labelled label="สำเนาส่ง" items={letter.fields?.copies ?? []} />
  </div>
);
const Closed = ({ letter, words }: { letter: SheetLetter; words: string }): VNode => <><p class="center gap">{words} {day(letter, 'formal')}</p><Signed signer={letter.signer} /></>;

function Form({ letter }: { letter: SheetLetter }): VNode {
  const fields = letter.fields ?? {};
  const name = subKindName(letter.subKind ?? 'other');
  const issuer = fields.issuer ?? dots;
  switch (letter.subKind) {
    case 'external':
      return (
        <>
          <Head letter={letter} number="ที่" />
          <Centre>{day(letter, 'long')}</Centre>
          <p class="flat gap-s">เรื่อง {th(letter.subject)}</p>
          <p class="flat">{letter.salutation} {th(letter.toText)}</p>
          <Labelled label="อ้างถึง" items={(fields.references ?? []).map((one) => one.text)} />
          <Labelled label="สิ่งที่ส่งมาด้วย" items={[...(fields.enclosed ?? []), ...letter.enclosures]} />
          <Text letter={letter} />
          <div class="memo-sign"><p>{fields.closing ?? 'ขอแสดงความนับถือ'}</p></div>
          <Signed signer={letter.signer} />
          <Owner letter={letter} />
        </>
      );
    case 'stamped':
      return (
        <>
          <p class="flat">ที่ {th(letter.reference) || short}</p>
          <p class="flat">ถึง {th(letter.toText)}</p>
          <Text letter={letter} />
          <div class="memo-sign"><p>{th(fields.agency?.[0] ?? dots)}</p><p class="sheet-seal">ตราชื่อส่วนราชการ</p><p>{day(letter, 'long')}</p></div>
          <Owner letter={letter} />
        </>
      );
    case 'order':
      return (
        <>
          <Title lines={[`คำสั่ง${issuer}`, `ที่ ${letter.reference || short}`, `เรื่อง ${letter.subject}`]} />
          <Text letter={letter} />
          {fields.effective ? <p>ทั้งนี้ ตั้งแต่{th(fields.effective)}</p> : null}
          <Closed letter={letter} words="สั่ง ณ วันที่" />
        </>
      );
    case 'regulation':
    case 'rule':
      return (
        <>
          <Title lines={[`${name}${issuer}`, `ว่าด้วย${letter.subject}`, fields.edition ? `(ฉบับที่ ${fields.edition})` : '', `พ.ศ. ${letter.letterDate ? calendarYear(localDate(letter.letterDate)) : '..........'}`]} />
          <Text letter={letter} />
          <Closed letter={letter} words="ประกาศ ณ วันที่" />
        </>
      );
    case 'announcement':
      return <><Title lines={[`ประกาศ${issuer}`, `เรื่อง ${letter.subject}`]} /><Text letter={letter} /><Closed letter={letter} words="ประกาศ ณ วันที่" /></>;
    case 'statement':
    case 'news':
      return (
        <>
          <Title lines={[`${name}${issuer}`, `เรื่อง ${letter.subject}`, fields.edition ? `ฉบับที่ ${fields.edition}` : '']} />
          <Text letter={letter} />
          <div class="memo-sign"><p>{th(issuer)}</p><p>{day(letter, 'long')}</p></div>
        </>
      );
    case 'certificate':
      return (
        <>
          <Head letter={letter} number="เลขที่" />
          <Text letter={letter} />
          <Closed letter={letter} words="ให้ไว้ ณ วันที่" />
          {fields.holder ? <div class="gap"><p class="flat">(ติดรูปถ่าย ๔ × ๖ ซม.)</p><p class="flat">(ลงชื่อ) ........................ ผู้ได้รับการรับรอง</p><p class="flat">({fields.holder})</p></div> : null}
        </>
      );
    case 'note':
    case 'memo':
    case 'minutes':
    case 'other':
    case undefined:
      return (
        <>
          <Title lines={[name]} />
          <p class="flat">{letter.salutation} {th(letter.toText)}</p>
          {letter.subject ? <p class="flat">เรื่อง {th(letter.subject)}</p> : null}
          <Text letter={letter} />
          <Signed signer={letter.signer} />
          <div class="memo-sign"><p>{day(letter, 'long')}</p></div>
        </>
      );
  }
}
