// The memo as it will be printed, drawn in the page. The definitive paper comes from src/paper; this one needs no renderer.
import type { VNode } from 'preact';
import { formatDate, localDate, toThaiDigits } from '../../thai/index.ts';
import { MemoHead, Sheet, SheetSign } from '../../ui/components/sheet.tsx';
import { urgencyStamps } from './domain/kinds.ts';
import type { Urgency } from './domain/kinds.ts';
import type { Paragraph } from './domain/letter.ts';
import { messages } from './messages.ts';

export interface SheetLetter {
  readonly urgency: Urgency;
  readonly fromText: string;
  /** In Arabic digits; empty before the letter has its number. */
  readonly reference: string;
  readonly letterDate: string | null;
  readonly subject: string;
  readonly salutation: string;
  readonly toText: string;
  readonly paragraphs: readonly Paragraph[];
  readonly enclosures: readonly string[];
  readonly signer: { readonly name: string; readonly title: string; readonly acting: { readonly phrase: string; readonly principal: string } | null } | null;
}

/** One block of the text: a paragraph, an entry of a list by its level, a table. */
function Block({ paragraph }: { paragraph: Paragraph }): VNode {
  if (typeof paragraph === 'string') return <p>{toThaiDigits(paragraph)}</p>;
  if (paragraph.kind === 'item') return <p class={(paragraph.level ?? 1) > 1 ? 'in2 in-more' : 'in2'}>{toThaiDigits(`${paragraph.label ?? '-'} ${paragraph.text}`)}</p>;
  const look = paragraph.columns.map(({ align }) => (align === undefined || align === 'left' ? undefined : `sheet-${align}`));
  return (
    <div class="sheet-table">
      <table>
        <thead><tr>{paragraph.columns.map((column) => <th scope="col">{toThaiDigits(column.title)}</th>)}</tr></thead>
        <tbody>{paragraph.rows.map((row) => <tr>{row.map((cell, i) => <td class={look[i]}>{toThaiDigits(cell)}</td>)}</tr>)}</tbody>
      </table>
    </div>
  );
}

/** The sheet is Thai whatever the reader's language: it is the document. */
export function LetterSheet({ letter, near }: { letter: SheetLetter; near?: boolean }): VNode {
  const { th } = messages;
  const { signer } = letter;
  return (
    <Sheet label={`${th.memoTitle} ${toThaiDigits(letter.reference)}`} near={near} free={near}>
      <MemoHead
        title={th.memoTitle}
        urgent={urgencyStamps[letter.urgency] || undefined}
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
      {letter.enclosures.length > 0 ? <p class="flat">สิ่งที่ส่งมาด้วย {letter.enclosures.map((one, i) => `${letter.enclosures.length > 1 ? `${toThaiDigits(String(i + 1))}. ` : ''}${toThaiDigits(one)}`).join(' ')}</p> : null}
      {letter.paragraphs.map((paragraph) => <Block paragraph={paragraph} />)}
      {signer ? <SheetSign lines={[`(${signer.name})`, signer.title, ...(signer.acting ? [`${signer.acting.phrase}${signer.acting.principal}`] : [])].filter(Boolean)} /> : null}
    </Sheet>
  );
}
