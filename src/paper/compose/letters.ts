/** Forms on paper with the emblem: what stands in their heads, what closes them. */
import type { Announcement, Certificate, ExternalLetter, LetterDocument, News, Note, Order, Rules, StampedLetter } from '../letter-documents.ts';
import type { PaperText, Signatory } from '../text-schemas.ts';
import { axis, blockElements, centred, EMPTY, labelled, listOf, paragraph, signatureLines } from './elements.ts';
import type { Element } from './elements.ts';
import { paperDigits } from './numerals.ts';
import { sheetText } from './words.ts';
import type { Composer } from './words.ts';

/** Text beside the label of a block at the right: half the sheet. */
const HALF = 7.6;

/** Everything that `templates/emblem.typ` draws; parts that a form has not are left out. */
export function letter(document: LetterDocument, composer: Composer): Record<string, unknown> {
  switch (document.kind) {
    case 'external-letter': return external(document, composer);
    case 'stamped-letter': return stamped(document, composer);
    case 'order': return order(document, composer);
    case 'regulation':
    case 'rule': return rules(document, composer);
    case 'announcement': return announcement(document, composer);
    case 'statement':
    case 'news': return news(document, composer);
    case 'certificate': return certificate(document, composer);
    case 'note': return note(document, composer);
  }
}

/** The title in the file's properties. */
export function letterTitle(document: LetterDocument): PaperText {
  switch (document.kind) {
    case 'external-letter':
    case 'order':
    case 'announcement':
    case 'statement':
    case 'news': return document.subject;
    case 'regulation':
    case 'rule': return document.about;
    case 'stamped-letter': return `หนังสือประทับตรา ${document.number}`;
    case 'certificate': return `หนังสือรับรอง ${document.number}`;
    case 'note': return document.subject ?? document.heading;
  }
}

/** Names under signatures must not be broken in the text either. */
export function letterNames(document: LetterDocument): string[] {
  const signers: readonly Signatory[] = 'signers' in document ? document.signers : [];
  const entries = document.kind === 'note' ? document.entries.map((entry) => entry.signer) : [];
  return [...signers, ...entries].map((signer) => signer.name);
}

const signed = (composer: Composer, signers: readonly Signatory[]) => signers.map((signer, i) => signatureLines(composer, signer, `signer-${i + 1}`));

/** Words that are left out where there are none yet: an empty day on a draft shows dots. */
const dots = '........................................';
const dayOr = (date: string): string => (date === '' ? dots : date);

/** Owner unit and telephone lines, at the left under the signature. */
function owner(composer: Composer, unit: string | undefined, contacts: readonly string[], copies: readonly string[] = []): Element[] {
  const lines = [...(unit === undefined ? [] : [unit]), ...contacts];
  return [
    ...lines.map((line, i) => paragraph(composer, line, { first: 0, above: i === 0 ? 14 : 0 })),
    ...copies.map((line, i) => ({ ...labelled(composer, i === 0 ? 'สำเนาส่ง' : '', line, 1.9, false), above: i === 0 ? 4 : 0 })),
  ];
}

function top(composer: Composer, document: { urgency?: string | undefined }) {
  composer.words(document.urgency ?? '');
  return document.urgency === undefined ? {} : { urgency: paperDigits(document.urgency) };
}

function external(document: ExternalLetter, composer: Composer): Record<string, unknown> {
  return {
    ...top(composer, document),
    left: composer.words(`ที่ ${document.number}`, 5.8),
    right: document.agencyLines.map((line) => composer.words(line, HALF)),
    date: composer.whole(document.date),
    lead: [
      { ...labelled(composer, 'เรื่อง', document.subject, 1.2, false), above: 6 },
      labelled(composer, document.salutation, document.to, Math.max(1.2, 0.25 * document.salutation.length), false),
      ...listOf(composer, 'อ้างถึง', document.references, 1.5),
      ...listOf(composer, 'สิ่งที่ส่งมาด้วย', document.enclosures, 2.8),
    ],
    body: blockElements(composer, document.body),
    closing: [axis(composer, document.closing, 12)],
    signatures: signed(composer, document.signers),
    foot: owner(composer, document.ownerUnit, document.contacts, document.copies),
  };
}

function stamped(document: StampedLetter, composer: Composer): Record<string, unknown> {
  const name = sheetText(document.sealName ?? document.agency);
  composer.words(name);
  return {
    ...top(composer, document),
    left: composer.words(`ที่ ${document.number}`, 12),
    right: [],
    date: [],
    lead: [{ ...labelled(composer, 'ถึง', document.to, 0.9, false), above: 6 }],
    body: blockElements(composer, document.body),
    closing: [axis(composer, document.agency, 12)],
    seal: { name: [...new Intl.Segmenter('th', { granularity: 'grapheme' }).segment(name)].map(({ segment }) => segment), initials: composer.whole(document.initials, 3) },
    signatures: [],
    afterSeal: [axis(composer, document.date, 6)],
    foot: owner(composer, document.ownerUnit, document.contacts),
  };
}

/** Title lines in the middle of the sheet, under the emblem, closed by a short rule. */
const heads = (composer: Composer, lines: readonly PaperText[]): Element[] =>
  lines.filter((line) => !EMPTY(line)).map((line) => centred(composer, line, { bold: true }));
/** A word of the form and what follows it; ว่าด้วย goes on without a space (ระเบียบ…ว่าด้วยงานสารบรรณ). */
const about = (word: string, text: PaperText, space = ' '): PaperText => (typeof text === 'string' ? `${word}${space}${text}` : [{ text: `${word}${space}` }, ...text]);

function order(document: Order, composer: Composer): Record<string, unknown> {
  return {
    head: heads(composer, [`คำสั่ง${document.issuer}`, `ที่ ${document.number || dots}`, about('เรื่อง', document.subject)]),
    rule: true,
    body: blockElements(composer, document.body),
    closing: [axis(composer, `สั่ง\u00a0ณ\u00a0วันที่ ${dayOr(document.date)}`, 12)],
    signatures: signed(composer, document.signers),
  };
}

function rules(document: Rules, composer: Composer): Record<string, unknown> {
  return {
    head: heads(composer, [
      `${document.kind === 'rule' ? 'ข้อบังคับ' : 'ระเบียบ'}${document.issuer}`, about('ว่าด้วย', document.about, ''),
      document.edition === undefined ? '' : `(ฉบับที่ ${document.edition})`, `พ.ศ. ${document.year || '....'}`,
    ]),
    rule: true,
    body: blockElements(composer, document.body),
    closing: [axis(composer, `ประกาศ\u00a0ณ\u00a0วันที่ ${dayOr(document.date)}`, 12)],
    signatures: signed(composer, document.signers),
  };
}

function announcement(document: Announcement, composer: Composer): Record<string, unknown> {
  return {
    head: heads(composer, [`ประกาศ${document.issuer}`, document.number === '' ? '' : `ที่ ${document.number}`, about('เรื่อง', document.subject)]),
    rule: true,
    body: blockElements(composer, document.body),
    closing: [axis(composer, `ประกาศ\u00a0ณ\u00a0วันที่ ${dayOr(document.date)}`, 12)],
    signatures: signed(composer, document.signers),
  };
}

function news(document: News, composer: Composer): Record<string, unknown> {
  return {
    head: heads(composer, [
      `${document.kind === 'news' ? 'ข่าว' : 'แถลงการณ์'}${document.issuer}`, about('เรื่อง', document.subject),
      document.edition === undefined ? '' : `ฉบับที่ ${document.edition}`,
    ]),
    rule: true,
    body: blockElements(composer, document.body),
    closing: [axis(composer, document.issuer, 24), axis(composer, dayOr(document.date), 0)],
    signatures: [],
  };
}

function certificate(document: Certificate, composer: Composer): Record<string, unknown> {
  return {
    left: composer.words(`เลขที่ ${document.number}`, 5.8),
    right: document.agencyLines.map((line) => composer.words(line, HALF)),
    date: [],
    body: blockElements(composer, document.body),
    closing: [axis(composer, `ให้ไว้\u00a0ณ\u00a0วันที่ ${dayOr(document.date)}`, 12)],
    signatures: signed(composer, document.signers),
    ...(document.photo === undefined ? {} : { photo: [composer.whole('(ลงชื่อ)'), composer.whole(`(${document.photo.holder})`, 5), composer.words('ผู้ได้รับการรับรอง', 5)] }),
  };
}

function note(document: Note, composer: Composer): Record<string, unknown> {
  return {
    plain: true,
    head: [centred(composer, document.heading, { bold: true, size: 18 })],
    lead: [
      ...(document.subject === undefined ? [] : [labelled(composer, 'เรื่อง', document.subject, 1.2, false)]),
      labelled(composer, document.salutation, document.to, 1.2, false),
    ],
    body: blockElements(composer, document.body),
    closing: [],
    signatures: signed(composer, document.signers).map((lines) => ({ ...lines, lines: [...lines.lines, composer.whole(document.date)].filter((line) => line.length > 0) })),
    entries: document.entries.map((entry, i) => {
      const lines = signatureLines(composer, entry.signer, `entry-${i + 1}`, true);
      return {
        text: [
          ...(entry.to === undefined ? [] : [labelled(composer, 'เรียน', entry.to, 1.2, false)]),
          ...(EMPTY(entry.text) ? [] : [paragraph(composer, entry.text)]),
        ],
        signature: { ...lines, lines: [...lines.lines, composer.whole(entry.date)].filter((line) => line.length > 0) },
      };
    }),
  };
}
