/** The paper: an A4 sheet as it will be, at any width. On a phone it reflows to be read. The real page comes from the document renderer. */
import type { ComponentChildren, VNode } from 'preact';
import { useUi } from '../context.tsx';

export type SheetProps = {
  /** What the sheet is, for screen readers: "รายงานการประชุม หน้า ๓". */
  label: string;
  children: ComponentChildren;
  /** Crops the margins, for a preview beside a list. */
  near?: boolean;
  /** As tall as its text instead of one A4 page. */
  free?: boolean;
  /** In Thai digits, as printed. */
  pageNo?: string;
  /** The first words of the next page, bottom right. */
  catchword?: string;
  /** Secrecy class, printed at head and foot. */
  secrecy?: string;
  /** Lets a line be picked by selecting in it: the form named here (its id) has the fields `data-line-*`. Needs scripts. */
  pickInto?: string;
  id?: string;
};

export function Sheet({ label, children, near, free, pageNo, catchword, secrecy, pickInto, id }: SheetProps): VNode {
  const look = ['sheet', near ? 'sheet-near' : '', free ? 'sheet-free' : ''].filter(Boolean).join(' ');
  return (
    <div class="sheet-box" id={id}>
      <article class={look} aria-label={label} lang="th" data-line-pick={pickInto}>
        {secrecy ? <p class="sheet-secret">{secrecy}</p> : null}
        {pageNo ? <div class="sheet-pageno">– {pageNo} –</div> : null}
        {children}
        {catchword ? <div class="sheet-catchword">{catchword} ...</div> : null}
        {secrecy ? <p class="sheet-secret sheet-secret-foot" aria-hidden="true">{secrecy}</p> : null}
      </article>
    </div>
  );
}

export type MemoLine = ReadonlyArray<{ label: string; value: ComponentChildren }>;
export type MemoHeadProps = {
  title: string;
  /** Urgency, in red above the title. */
  urgent?: string;
  /** Rows of label and dotted value; two pairs in one row stand side by side. */
  lines: readonly MemoLine[];
};

/** The head of a memo: place of the emblem, title, dotted lines. All words come from outside. */
export function MemoHead({ title, urgent, lines }: MemoHeadProps): VNode {
  const { t } = useUi();
  return (
    <>
      <div class="memo-head">
        <img class="krut" src="/emblem" alt={t('sheet.emblem')} />
        <div class="memo-centre">
          {urgent ? <div class="memo-urgent">{urgent}</div> : null}
          <div class="memo-title">{title}</div>
        </div>
      </div>
      {lines.map((line) => (
        <div class="memo-row">
          {line.map((pair) => <dl class="memo-line"><dt>{pair.label}</dt><dd>{pair.value}</dd></dl>)}
        </div>
      ))}
    </>
  );
}

export type SheetLineProps = {
  /** Stays the same when lines move: what corrections and links hold on to. */
  id: string;
  /** The printed line number, in Thai digits, beside the sheet. */
  no?: string;
  /** Which line of this paragraph the number belongs to, from 0. */
  at?: number;
  /** Where pressing the number leads: works without scripts. */
  href?: string;
  marked?: boolean;
  as?: 'p' | 'h2' | 'h3';
  indent?: 'usual' | 'flat' | 'deep' | 'center';
  children: ComponentChildren;
};

/** A paragraph or heading of the sheet that can be pointed at. */
export function SheetLine({ id, no, at = 0, href, marked, as: Tag = 'p', indent = 'usual', children }: SheetLineProps): VNode {
  const { t } = useUi();
  const look = ['ln', marked ? 'is-marked' : '', indent === 'flat' ? 'flat' : indent === 'deep' ? 'in2' : indent === 'center' ? 'center' : ''].filter(Boolean).join(' ');
  return (
    <Tag class={look} id={id} data-line-id={id} data-line-no={no}>
      {no ? (
        <span class="ln-no" data-at={at || undefined} aria-hidden={href ? undefined : 'true'}>
          {href ? <a href={href}><span class="vh">{t('sheet.line', { n: '' })}</span>{no}</a> : no}
        </span>
      ) : null}
      {children}
    </Tag>
  );
}

/** What was decided, under a name that stands out. */
export function Resolution({ label, children, id }: { label: string; children: ComponentChildren; id?: string }): VNode {
  return <p class="sheet-resolution ln" id={id} data-line-id={id}>{label} <span>{children}</span></p>;
}

/** Who signs, at the right foot. */
export function SheetSign({ lines }: { lines: readonly string[] }): VNode {
  return <div class="memo-sign">{lines.map((line) => <p>{line}</p>)}</div>;
}
