// The letter as it came: its first page where it is a file, else what was registered, with the receive stamp's facts.
import type { VNode } from 'preact';
import type { Ui } from '../../../../platform/http/ui.ts';
import { formatDate, localDate, toThaiDigits } from '../../../../thai/index.ts';
import { Attachments } from '../../../../ui/components/attachment.tsx';
import { DefinitionList } from '../../../../ui/components/definition-list.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { Sheet } from '../../../../ui/components/sheet.tsx';
import { stampFacts } from '../../domain/receive-stamp.ts';
import { urgencyStamps } from '../../domain/kinds.ts';
import { printedReference } from '../../domain/reference.ts';
import { incomingHref, letterHref } from '../../href.ts';
import { messages as shared } from '../../messages.ts';
import { messages as received } from '../../received/messages.ts';
import { deadlineText } from '../../received/shown.tsx';
import { dayText, instantText, urgencyStamp } from '../../shown.tsx';
import type { ReceivedFile } from '../../store/received-files.ts';
import type { MatterData } from './load.ts';
import { messages } from './messages.ts';

/** Fields of the receive stamp (form 12), in Thai digits as printed. */
function stampLines({ letter, unit }: MatterData): string[] {
  const { number, date, time } = stampFacts(letter);
  return [unit, ...[`เลขรับ ${number}`, `วันที่ ${date}`, `เวลา ${time}`].map(toThaiDigits)];
}

export function Paper({ data, ui }: { data: MatterData; ui: Ui }): VNode {
  const r = received.in(ui.lang);
  const t = messages.in(ui.lang);
  const { letter, files } = data;
  const picture = files.find((file) => file.mediaType.startsWith('image/'));
  const pdf = files.find((file) => file.mediaType === 'application/pdf');
  const source = pdf && data.drawsPages ? incomingHref(letter.id, '/picture.png') : picture ? incomingHref(letter.id, `/files/${picture.ordinal}`) : undefined;
  const alt = `${letter.from} ${letter.subject}`;
  if (source) {
    return (
      <div class="stack">
        <p class="quiet">{t('stampTitle')}: {stampLines(data).join(' · ')}{pdf ? <> · <a href={incomingHref(letter.id, '/stamped.pdf')} data-turbo="false">{t('stampedCopy')}</a></> : null}</p>
        <a href={incomingHref(letter.id, `/files/${(pdf ?? picture)?.ordinal}`)} data-turbo="false"><img class="sheet-picture" src={source} alt={alt} width="794" /></a>
      </div>
    );
  }
  const { th } = shared;
  return (
    <Sheet label={`${r('numberOf', { number: letter.number, year: letter.year })}`} free secrecy={letter.secrecy === 'none' ? undefined : received.th[`secrecy.${letter.secrecy}`]}>
      <p class="flat sheet-stamp"><span>{stampLines(data).map((line) => <>{line}<br /></>)}</span></p>
      {urgencyStamps[letter.urgency] ? <p class="flat"><strong>{urgencyStamps[letter.urgency]}</strong></p> : null}
      <p class="flat">{th.memoNumber} {printedReference(letter.reference) || '-'}</p>
      <p class="flat">{th.from} {toThaiDigits(letter.from)}</p>
      {letter.letterDate ? <p class="flat">{th.date} {formatDate(localDate(letter.letterDate), { digits: 'thai' })}</p> : null}
      <p class="flat">{th.subject} {toThaiDigits(letter.subject)}</p>
      {letter.to ? <p class="flat">{th.to} {toThaiDigits(letter.to)}</p> : null}
      {letter.enclosures ? <p class="flat">สิ่งที่ส่งมาด้วย {toThaiDigits(letter.enclosures)}</p> : null}
    </Sheet>
  );
}

const readNotes = { read: 'fileRead', waiting: 'fileWaiting', nothing: 'fileNothing', 'no-reader': 'fileNoReader', failed: 'fileFailed' } as const satisfies Record<ReceivedFile['readState'], string>;

export function Files({ data, ui }: { data: MatterData; ui: Ui }): VNode | null {
  const t = messages.in(ui.lang);
  const { letter, files, proposed } = data;
  if (files.length === 0 && letter.letterId === null) return null;
  const says = proposed.reference ?? proposed.letterDate ?? proposed.subject;
  // Only where it says something else than what was registered.
  const differs = (proposed.reference !== undefined && proposed.reference !== letter.reference) || (proposed.letterDate !== undefined && proposed.letterDate !== letter.letterDate);
  return (
    <Section title={t('files')}>
      {files.length > 0 ? <Attachments label={t('files')} items={files.map((file) => ({ name: file.name, href: incomingHref(letter.id, `/files/${file.ordinal}`), bytes: file.size, note: t(readNotes[file.readState]) }))} /> : null}
      {letter.letterId === null ? null : <p><a href={letterHref(letter.letterId)}>{printedReference(letter.reference)}</a></p>}
      {says && differs && data.keeps ? (
        <Notice title={t('proposed')}>
          <p>{t('proposedText', { reference: proposed.reference ?? '-', date: proposed.letterDate ? dayText(ui, proposed.letterDate) : '-', subject: proposed.subject ?? '-' })}</p>
        </Notice>
      ) : null}
    </Section>
  );
}

export function Facts({ data, ui }: { data: MatterData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const r = received.in(ui.lang);
  const { letter } = data;
  const same = letter.deemedReceivedAt.getTime() === letter.receivedAt.getTime();
  return (
    <Section title={t('details')}>
      <DefinitionList items={[
        { term: r('number'), value: `${letter.number}/${letter.year}` },
        { term: s('from'), value: letter.from },
        { term: s('reference'), value: letter.reference ? printedReference(letter.reference) : null },
        { term: s('date'), value: letter.letterDate ? dayText(ui, letter.letterDate) : null },
        { term: s('to'), value: letter.to },
        { term: t('enclosures'), value: letter.enclosures },
        { term: s('urgency'), value: urgencyStamp(letter.urgency) },
        { term: t('urgentBefore'), value: letter.urgentBefore ? instantText(ui, letter.urgentBefore) : null },
        { term: t('secrecy'), value: letter.secrecy === 'none' ? null : r(`secrecy.${letter.secrecy}`) },
        { term: t('channel'), value: r(`channel.${letter.channel}`) },
        { term: t('receivedAt'), value: `${instantText(ui, letter.receivedAt)}${same ? ` (${t('deemedSame')})` : ''}` },
        { term: t('deemed'), value: same ? null : instantText(ui, letter.deemedReceivedAt) },
        { term: t('dueAt'), value: letter.dueAt ? deadlineText(ui, letter.dueAt) : null },
        { term: t('registeredBy'), value: `${letter.registeredByName} ${instantText(ui, letter.registeredAt)}` },
        { term: t('action'), value: letter.action },
        { term: t('outcomeOf'), value: letter.outcome },
        { term: t('remark'), value: letter.remark },
        { term: t('origin'), value: letter.originId === null ? null : <a href={incomingHref(letter.originId)}>{t('originLink')}</a> },
      ]} />
    </Section>
  );
}
