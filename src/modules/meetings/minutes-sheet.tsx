// Minutes on screen, as the sheets they will be: every line has a number that can be pressed. Runs of a difference and
// proposed corrections are shown in the text itself.
import type { ComponentChildren, VNode } from 'preact';
import { formatDate, formatTime, localDate, localTime, toThaiDigits } from '../../thai/index.ts';
import { DiffText } from '../../ui/components/diff-text.tsx';
import { Sheet, SheetLine, SheetSign } from '../../ui/components/sheet.tsx';
import type { Run } from './domain/difference.ts';
import { sectionTitles } from './domain/minutes-document.ts';
import type { AgendaSection, MinutesDocument, MinutesLine, Signature } from './domain/minutes-document.ts';
import { numberSections } from './domain/minutes-text.ts';
import { runsInWords } from './domain/part-words.ts';
import type { NumberedSection } from './domain/minutes-text.ts';
import { dueWords } from './minutes-paper.ts';
import type { SignedLines } from './minutes-paper.ts';

export interface MinutesSheetProps {
  readonly content: MinutesDocument;
  /** `start`: title and attendance · a section's id · `end`: signatures. All, one below the other, when left out. */
  readonly part?: string;
  /** Where pressing a line's number leads. Lines have no numbers without it. */
  readonly lineHref?: (lineId: string) => string;
  readonly marked?: ReadonlySet<string>;
  /** Runs of a text that changed, or is proposed to change. */
  readonly runs?: (lineId: string, field: string) => readonly Run[] | undefined;
  /** Put under a line: suggestions, notes. */
  readonly under?: (lineId: string) => ComponentChildren;
  readonly signed?: SignedLines;
  /** A line above the title: "ร่าง". */
  readonly notice?: string;
}

/** Parts of minutes in order, for pages and menus: id and words. */
export function minutesParts(content: MinutesDocument): { id: string; title: string }[] {
  return [
    { id: 'start', title: 'ผู้มาประชุม' },
    ...numberSections(content).map(({ section, number }) => ({ id: section.id, title: `วาระที่ ${number} ${sectionTitles[section.kind]}` })),
    { id: 'end', title: 'ลงนาม' },
  ];
}

/** The part that holds a line; `start` for the head and the attendance, `end` for the signatures. */
export function partOfLine(content: MinutesDocument, lineId: string): string {
  if (lineId.startsWith('signature:')) return 'end';
  const holds = (section: AgendaSection) => section.items.some((item) => item.id === lineId || item.lines.some((line) => line.id === lineId));
  return content.sections.find(holds)?.id ?? 'start';
}

/** Number of each line over the whole document, in reading order: what people call "บรรทัดที่". */
export function lineNumbers(content: MinutesDocument): ReadonlyMap<string, number> {
  const { attendance } = content;
  const ids = [
    'header', ...attendance.members.map((m) => m.id), ...attendance.absent.map((a) => a.id), ...attendance.participants.map((p) => p.id),
    ...content.sections.flatMap((section) => section.items.flatMap((item) => [...(item.title ? [item.id] : []), ...item.lines.map((line) => line.id)])),
    'signature:drafter', 'signature:checker',
  ];
  return new Map(ids.map((id, index) => [id, index + 1]));
}

export function MinutesSheet(props: MinutesSheetProps): VNode {
  const { content, part } = props;
  const numbers = lineNumbers(content);
  const draw = new Drawing(props, numbers);
  const wanted = (id: string) => part === undefined || part === id;
  const parts = minutesParts(content);
  const page = (id: string) => toThaiDigits(String(parts.findIndex((one) => one.id === id) + 1));
  return (
    <>
      {wanted('start') ? <Sheet label="รายงานการประชุม ผู้มาประชุม" free>{draw.start()}</Sheet> : null}
      {numberSections(content).filter(({ section }) => wanted(section.id)).map((numbered) => (
        <Sheet label={`รายงานการประชุม ระเบียบวาระที่ ${toThaiDigits(numbered.number)}`} free pageNo={page(numbered.section.id)}>{draw.section(numbered)}</Sheet>
      ))}
      {wanted('end') ? <Sheet label="รายงานการประชุม ส่วนลงนาม" free pageNo={page('end')}>{draw.end()}</Sheet> : null}
    </>
  );
}

/** Draws the parts of one document; keeps what all of them need. */
class Drawing {
  readonly #props: MinutesSheetProps;
  readonly #numbers: ReadonlyMap<string, number>;

  constructor(props: MinutesSheetProps, numbers: ReadonlyMap<string, number>) {
    this.#props = props;
    this.#numbers = numbers;
  }

  #line(id: string, children: ComponentChildren, more: { as?: 'p' | 'h2' | 'h3'; indent?: 'usual' | 'flat' | 'deep' | 'center' } = {}): VNode {
    const { lineHref, marked, under } = this.#props;
    const no = this.#numbers.get(id);
    return (
      <>
        <SheetLine id={`l-${id}`} no={lineHref && no ? toThaiDigits(String(no)) : undefined} href={lineHref?.(id)} marked={marked?.has(id) ?? false} {...more}>{children}</SheetLine>
        {under?.(id)}
      </>
    );
  }

  #text(lineId: string, field: string, plain: string): ComponentChildren {
    const runs = this.#props.runs?.(lineId, field);
    return runs?.some((run) => run.kind !== 'same') ? <DiffText runs={runs} /> : toThaiDigits(plain);
  }

  /** A day or an hour of the head, in words; `bare` leaves out "น." before a range's second hour. */
  #when(field: 'date' | 'plannedStart' | 'plannedEnd' | 'actualStart' | 'actualEnd', { bare = false } = {}): ComponentChildren {
    const words = (text: string) => (field === 'date' ? formatDate(localDate(text), { style: 'weekday', digits: 'thai' }) : formatTime(localTime(text), 'thai').replace(bare ? / น\.$/u : /$^/u, ''));
    const runs = this.#props.runs?.('header', field);
    return runs?.some((run) => run.kind !== 'same') ? <DiffText runs={runsInWords(runs, words)} /> : words(this.#props.content.header[field]);
  }

  start(): VNode {
    const { header, attendance } = this.#props.content;
    const { content: _, notice } = this.#props;
    return (
      <>
        {notice ? <p class="center">{notice}</p> : null}
        <h2 class="center">รายงานการประชุม</h2>
        {this.#line('header', header.titleLines.map((line, index) => <>{index > 0 ? <br /> : null}{this.#text('header', `title:${index}`, line)}</>), { indent: 'center' })}
        <p class="center">{this.#when('date')} เวลา {this.#when('plannedStart', { bare: true })} - {this.#when('plannedEnd')}</p>
        <p class="center">ณ {this.#text('header', 'place', header.place)}</p>
        <h3 class="gap">ผู้มาประชุม</h3>
        {attendance.members.map((m, index) => this.#line(m.id, <>
          {toThaiDigits(String(index + 1))}. {this.#text(m.id, 'personName', m.personName)}&ensp;{this.#text(m.id, 'position', m.position)}&ensp;{this.#text(m.id, 'role', m.role)}
        </>, { indent: 'flat' }))}
        {attendance.absent.length > 0 ? <h3 class="gap">ผู้ไม่มาประชุม</h3> : null}
        {attendance.absent.map((a, index) => this.#line(a.id, <>
          {toThaiDigits(String(index + 1))}. {this.#text(a.id, 'personName', a.personName)}&ensp;{this.#text(a.id, 'position', a.position)} ({this.#text(a.id, 'reason', a.reason)})
        </>, { indent: 'flat' }))}
        {attendance.participants.length > 0 ? <h3 class="gap">ผู้เข้าร่วมประชุม</h3> : null}
        {attendance.participants.map((p, index) => this.#line(p.id, <>
          {toThaiDigits(String(index + 1))}. {this.#text(p.id, 'personName', p.personName)}&ensp;{this.#text(p.id, 'position', p.position)}&ensp;{this.#text(p.id, 'unit', p.unit)}
        </>, { indent: 'flat' }))}
        <p class="flat gap"><strong>เริ่มประชุมเวลา</strong> {this.#when('actualStart')}</p>
      </>
    );
  }

  section({ section, number, items }: NumberedSection): VNode {
    return (
      <>
        <h2>ระเบียบวาระที่ {toThaiDigits(number)} {sectionTitles[section.kind]}</h2>
        {items.map(({ item, number: itemNumber }) => (
          <>
            {itemNumber ? this.#line(item.id, <>{toThaiDigits(itemNumber)} {this.#text(item.id, 'title', item.title)}</>, { as: 'h3' }) : null}
            {item.lines.map((line, index) => this.#minutesLine(line, item.lines.findIndex((one) => one.kind === 'resolution') === index))}
          </>
        ))}
      </>
    );
  }

  #minutesLine(line: MinutesLine, firstResolution: boolean): VNode {
    const text = (field: string, plain: string) => this.#text(line.id, field, plain);
    switch (line.kind) {
      case 'heading':
        return this.#line(line.id, text('text', line.text), { as: 'h3' });
      case 'statement':
        return this.#line(line.id, <>{line.speaker ? <>- {(['name', 'position', 'unit'] as const).map((part) => (line.speaker?.[part] ? <>{text(`speaker.${part}`, line.speaker[part])} </> : null))}</> : null}{text('text', line.text)}</>);
      case 'list-item':
        return this.#line(line.id, <>{line.label ? toThaiDigits(line.label) : '-'} {text('text', line.text)}</>, { indent: line.level > 1 ? 'deep' : 'usual' });
      case 'open-point':
        return this.#line(line.id, <><strong>ประเด็นที่ยังไม่ได้ข้อยุติ</strong> {text('text', line.text)}</>);
      case 'table':
        return this.#line(line.id, <TableOf line={line} text={text} />, { indent: 'flat' });
      case 'resolution':
        return this.#line(line.id, <>
          {firstResolution ? <><strong>มติที่ประชุม</strong>&emsp;</> : null}{line.label ? `${toThaiDigits(line.label)} ` : ''}{text('text', line.text)}
          {line.assignments.map((one) => (
            <span class="sheet-assignment">ผู้รับผิดชอบ {one.owners.map((owner, n) => <>{n > 0 ? ', ' : ''}{text(`assignment:${one.id}:owner:${n}`, owner.text)}</>)} : {text(`assignment:${one.id}:task`, one.task)}{dueWords(one) ? ` กำหนด ${toThaiDigits(dueWords(one))}` : ''}</span>
          ))}
        </>, { indent: firstResolution ? 'flat' : 'usual' });
    }
  }

  end(): VNode {
    const { content, signed } = this.#props;
    const sign = (signature: Signature, id: string, line: string | undefined) => (
      <>
        <SheetSign lines={[toThaiDigits(line ?? signature.signedAs ?? ''), `(${signature.personName})`, signature.position].filter(Boolean)} />
        {this.#line(id, <>{this.#text(id, 'personName', signature.personName)}&ensp;{this.#text(id, 'caption', signature.caption)}</>, { indent: 'center' })}
      </>
    );
    return (
      <>
        <p class="flat"><strong>เลิกประชุมเวลา</strong> {this.#when('actualEnd')}</p>
        {sign(content.signatures.drafter, 'signature:drafter', signed?.drafter)}
        {sign(content.signatures.checker, 'signature:checker', signed?.checker)}
      </>
    );
  }
}

function TableOf({ line, text }: { line: Extract<MinutesLine, { kind: 'table' }>; text: (field: string, plain: string) => ComponentChildren }): VNode {
  return (
    <span class="sheet-table" role="table">
      <span role="row" class="sheet-table-head">{line.columns.map((head, c) => <span role="columnheader">{text(`column:${c}`, head)}</span>)}</span>
      {line.rows.map((row, r) => <span role="row">{line.columns.map((_, c) => <span role="cell">{text(`cell:${r}:${c}`, row[c] ?? '')}</span>)}</span>)}
    </span>
  );
}
