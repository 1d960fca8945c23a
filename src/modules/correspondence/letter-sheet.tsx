// The letter as it will be printed, drawn in the page. The definitive paper comes from src/paper; this one needs no renderer.
import type { VNode } from 'preact';
import { formatDate, localDate, toThaiDigits } from '../../thai/index.ts';
import { MemoHead, Sheet } from '../../ui/components/sheet.tsx';
import { secrecyStamps, speedStamp } from './domain/speed.ts';
import { EmblemForm } from './emblem-form.tsx';
import { messages } from './messages.ts';
import { Block, Labelled, Signed } from './sheet-parts.tsx';
import type { SheetLetter } from './sheet-parts.tsx';

export type { SheetLetter } from './sheet-parts.tsx';

/** The sheet is Thai whatever the reader's language: it is the document. */
export function LetterSheet({ letter, near }: { letter: SheetLetter; near?: boolean }): VNode {
  const { th } = messages;
  const { fields = {} } = letter;
  if (letter.subKind !== undefined && letter.subKind !== 'memo') return <EmblemForm letter={letter} near={near} />;
  return (
    <Sheet label={`${th.memoTitle} ${toThaiDigits(letter.reference)}`} near={near} free={near} secrecy={secrecyStamps[letter.secrecy ?? 'none'] || undefined}>
      <MemoHead
        title={th.memoTitle}
        urgent={toThaiDigits(speedStamp(letter)) || undefined}
        lines={[
          [{ label: th.memoFrom, value: toThaiDigits(letter.fromText) }],
          [
            { label: th.memoNumber, value: toThaiDigits(letter.reference) },
            { label: th.memoDate, value: letter.letterDate ? formatDate(localDate(letter.letterDate), { digits: 'thai' }) : '' },
          ],
          [{ label: th.subject, value: toThaiDigits(letter.subject) }],
        ]}
      />
      <p class="flat">{letter.salutation} {toThaiDigits(letter.toText)}</p>
      <Labelled label="อ้างถึง" items={(fields.references ?? []).map((one) => one.text)} />
      <Labelled label="สิ่งที่ส่งมาด้วย" items={[...(fields.enclosed ?? []), ...letter.enclosures]} />
      {letter.paragraphs.map((paragraph) => <Block paragraph={paragraph} />)}
      <Signed signer={letter.signer} />
    </Sheet>
  );
}
