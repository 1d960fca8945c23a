// Parts that every sheet of a letter is drawn from, and what is drawn.
import type { VNode } from 'preact';
import { toThaiDigits } from '../../thai/index.ts';
import { SheetSign } from '../../ui/components/sheet.tsx';
import type { Secrecy, SubKind, Urgency } from './domain/kinds.ts';
import type { LetterFields, Paragraph } from './domain/letter.ts';

export interface SheetLetter {
  /** The form; a memo when left out. */
  readonly subKind?: SubKind;
  /** Fields of the form besides subject, text and signature. */
  readonly fields?: LetterFields | undefined;
  readonly secrecy?: Secrecy;
  readonly urgency: Urgency;
  readonly urgentBefore?: Date | null;
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
export function Block({ paragraph }: { paragraph: Paragraph }): VNode {
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

/** The signature; nothing before a signer is chosen, and on forms that carry none. */
export function Signed({ signer }: Pick<SheetLetter, 'signer'>): VNode | null {
  if (!signer?.name) return null;
  return <SheetSign lines={[`(${signer.name})`, signer.title, ...(signer.acting ? [`${signer.acting.phrase}${signer.acting.principal}`] : [])].filter(Boolean)} />;
}

/** A line with its label, and several with their numbers: สิ่งที่ส่งมาด้วย, อ้างถึง. */
export function Labelled({ label, items }: { label: string; items: readonly string[] }): VNode | null {
  if (items.length === 0) return null;
  return <p class="flat">{label} {items.map((one, i) => `${items.length > 1 ? `${toThaiDigits(String(i + 1))}. ` : ''}${toThaiDigits(one)}`).join(' ')}</p>;
}
