// Letters, registers and receipts as programs read them.
import { z } from 'zod';
import { apiOfPage, type ModuleApi } from '../../platform/http/api-contract.ts';
import { day, href, instant, list, next, oneOf, orNull, shape } from '../../platform/http/api-shapes.ts';
import { addresseeKinds, books, letterKinds, letterStates, recipientKinds, secrecies, urgencies } from './domain/kinds.ts';
import { formKeys } from './domain/forms.ts';
import { contentSchema, enclosureSchema } from './domain/letter.ts';
import { checkDraftPage } from './features/compose-letter/check-page.tsx';
import { editDraftPage, newDraftPage } from './features/compose-letter/page.tsx';
import { listDraftsPage } from './features/list-drafts/page.tsx';
import { togetherPage } from './features/draft-together/page.tsx';
import { listTemplatesPage } from './features/keep-templates/page.tsx';
import { editGroupPage, listGroupsPage } from './features/keep-groups/page.tsx';
import { listReceivedPage } from './features/list-received/page.tsx';
import { listSentPage } from './features/list-sent/page.tsx';
import { readLetterPage } from './features/read-letter/page.tsx';
import { registerPage } from './features/read-register/page.tsx';
import { recallPage } from './features/recall-letter/page.tsx';
import { unitSeriesPage } from './features/set-series/page.tsx';
import { receiptsPage } from './features/show-receipts/page.tsx';
import { receivedApi } from './received/api.ts';
import { timeKey } from './shown.tsx';
import { numbersApi } from './registers/api.ts';
import { orderAnswer, ordersApi } from './orders/api.ts';
import { wordsApi } from './words-api.ts';

const id = z.int();
const issuedStates = letterStates.filter((state) => state !== 'draft');
const choice = shape({ id, label: z.string() });
const link = orNull(shape({ id, reference: z.string() }));
const acting = orNull(shape({ phrase: z.string(), principal: z.string() }));
const counts = shape({ all: id, opened: id, acknowledged: id });
const recipient = shape({ id, kind: oneOf(recipientKinds), label: z.string() });
const signer = shape({ id, label: z.string(), title: z.string(), personId: orNull(id), name: orNull(z.string()), acting });
const group = shape({ id, unitId: id, name: z.string(), active: z.boolean(), members: id });

const receipt = shape({
  recipientId: id, recipientKind: oneOf(recipientKinds), label: z.string(), deliveredAt: instant, openedAt: orNull(instant), openedBy: orNull(z.string()),
  acknowledgedAt: orNull(instant), acknowledgedBy: orNull(z.string()), passedFromId: orNull(id), passedBy: orNull(z.string()), instruction: orNull(z.string()),
});

const letter = shape({
  id, kind: oneOf(letterKinds), circular: z.boolean(), unitId: id, state: oneOf(issuedStates), urgency: oneOf(urgencies), secrecy: oneOf(secrecies),
  reference: z.string(), subject: z.string(), fromText: z.string(), fromShort: z.string(), salutation: z.string(), toText: z.string(), letterDate: day, respondBy: orNull(day),
  reply: orNull(shape({ href, label: z.string() })),
  signer: shape({ positionId: id, personId: id, name: z.string(), title: z.string(), acting, how: z.enum(['in-krom', 'on-paper']) }),
  issuedAt: instant, issuedByName: z.string(), recipientCount: id, token: z.string().describe('Code of verification, as in the QR on the paper.'), fileHash: orNull(z.string()),
  recalled: orNull(shape({ at: instant, by: z.string(), reason: z.string() })), replaces: link, replacedBy: link, correctionReason: orNull(z.string()), voidReason: orNull(z.string()),
  body: orNull(shape({ content: contentSchema, enclosures: list(enclosureSchema) })).describe('Null where the words may no longer be read (recalled).'),
});

const draft = shape({
  id, fromUnitId: id, signerPositionId: orNull(id), subject: z.string(), content: contentSchema, enclosures: list(enclosureSchema),
  addressees: list(shape({ kind: oneOf(addresseeKinds), targetId: orNull(id), label: z.string() })), toText: z.string(), salutation: z.string(),
  urgency: oneOf(urgencies), secrecy: oneOf(secrecies), respondBy: orNull(day), draftedByName: z.string(), changedAt: instant, forSignatureAt: orNull(instant),
});

const reads = [
  apiOfPage(listDraftsPage, {
    summary: { th: 'ร่างของหน่วยงาน ที่เปิดให้ร่วมร่าง และที่รอลงนาม', en: 'Drafts of the unit, opened to it, and waiting for a signature' },
    answer: shape({
      counts: shape({ unit: id, shared: id, signing: id, taken: id }),
      items: list(shape({ id, subject: z.string(), urgency: oneOf(urgencies), from: z.string(), draftedByName: z.string(), changedAt: instant, forSignatureAt: orNull(instant), version: id, savedByName: orNull(z.string()), openRemarks: id, unanswered: z.boolean() })),
      next,
    }),
    of: ({ counts, rows }) => ({ counts, items: rows, next: null }),
  }),
  apiOfPage(listReceivedPage, {
    summary: { th: 'หนังสือเวียนที่ส่งถึงฉันหรือหน่วยงานของฉัน', en: 'Circulars addressed to me or my unit' },
    answer: shape({
      items: list(shape({
        id, reference: z.string(), subject: z.string(), from: z.string(), urgency: oneOf(urgencies), state: oneOf(issuedStates), letterDate: day, respondBy: orNull(day),
        deliveredAt: instant, opened: z.boolean(), acknowledged: z.boolean(),
      })),
      next,
    }),
    of: ({ lines, more }, api) => {
      const last = lines.at(-1);
      return { items: lines, next: api.next(more && last ? { before: timeKey({ at: last.deliveredAt, id: last.id }) } : undefined) };
    },
  }),
  apiOfPage(readLetterPage, {
    summary: { th: 'หนังสือหนึ่งฉบับพร้อมเนื้อความ นับเป็นการเปิดอ่าน', en: 'One letter with its words; counts as opening it' },
    answer: shape({ letter, own: list(receipt), toAcknowledge: list(receipt), passed: list(receipt), counts: orNull(counts), mayRecall: z.boolean(), order: orNull(orderAnswer).describe('Of an order: whether it holds, what changed it, what it made.') }),
    of: (data) => data,
  }),
  apiOfPage(receiptsPage, {
    summary: { th: 'ใครได้รับ เปิดอ่าน และรับทราบหนังสือ', en: 'Who got, opened and acknowledged a letter' },
    answer: shape({ items: list(receipt), next, counts }),
    of: ({ receipts, more, counts: all }, api) => {
      const last = receipts.at(-1);
      return { items: receipts, next: api.next(more && last ? { afterLabel: last.label, afterId: last.recipientId } : undefined), counts: all };
    },
  }),
  apiOfPage(recallPage, {
    summary: { th: 'หนังสือที่จะเรียกคืน และมีผู้อ่านแล้วเท่าใด', en: 'A letter to be recalled, and how many read it already' },
    answer: shape({ letter, counts }),
    of: (data) => data,
  }),
  apiOfPage(listSentPage, {
    summary: { th: 'หนังสือที่หน่วยงานส่ง และร่างที่ยังไม่ออกเลข', en: 'Letters that the unit sent, and drafts not yet issued' },
    answer: shape({
      units: list(choice), unit: orNull(choice),
      drafts: list(shape({ id, subject: z.string(), toText: z.string(), urgency: oneOf(urgencies), draftedByName: z.string(), changedAt: instant, forSignatureAt: orNull(instant) })),
      items: list(shape({
        id, reference: z.string(), subject: z.string(), toText: z.string(), urgency: oneOf(urgencies), state: oneOf(issuedStates), circular: z.boolean(), letterDate: day,
        issuedAt: instant, recipients: id, opened: id, acknowledged: id,
      })),
      next,
    }),
    of: ({ lines, more, ...data }, api) => {
      const last = lines.at(-1);
      return { ...data, items: lines, next: api.next(more && last ? { before: timeKey({ at: last.issuedAt, id: last.id }) } : undefined) };
    },
  }),
  apiOfPage(newDraftPage, {
    summary: { th: 'ตัวเลือกสำหรับร่างหนังสือเวียน: ผู้ลงนาม ผู้รับ และกลุ่มผู้รับ', en: 'Choices for a draft: signers, addressees and groups' },
    answer: shape({
      units: list(choice), unit: choice, signers: list(signer), groups: list(group),
      book: shape({
        units: list(shape({ id, label: z.string(), name: z.string() })), positions: list(shape({ id, label: z.string(), name: z.string() })), committees: list(choice),
      }),
    }),
    of: (data) => data,
  }),
  apiOfPage(editDraftPage, {
    summary: { th: 'ร่างหนังสือหนึ่งฉบับ', en: 'One draft' },
    answer: shape({ draft: orNull(draft), unit: choice, signers: list(signer), replaces: orNull(z.string()) }),
    of: (data) => data,
  }),
  apiOfPage(checkDraftPage, {
    summary: { th: 'ร่างพร้อมลงนามหรือไม่ และใครลงนามได้', en: 'Whether a draft can be signed, and by whom' },
    answer: shape({ draft, signer: orNull(signer), maySign: z.boolean(), mayRecord: z.boolean() }),
    of: (data) => data,
  }),
  apiOfPage(togetherPage, {
    summary: { th: 'ฉบับที่บันทึกไว้ ความต่าง และความเห็นต่อร่าง', en: 'Versions of a draft, the difference between two, and comments' },
    answer: shape({
      versions: list(shape({ n: id, standing: z.enum(['current', 'aside']), basedOn: orNull(id), savedAt: instant, savedByName: z.string() })),
      comments: list(shape({ id, version: orNull(id), quote: z.string(), words: z.string(), saidAt: instant, saidByName: z.string(), resolvedAt: orNull(instant), resolvedByName: orNull(z.string()) })),
      compared: orNull(shape({ from: id, to: id, parts: list(shape({ part: z.string(), runs: list(shape({ kind: z.enum(['same', 'ins', 'del']), text: z.string() })) })) })),
      units: list(shape({ id, label: z.string(), name: z.string() })), waits: z.boolean().describe('Opened to a unit of the actor, and nobody there has looked yet.'),
      shares: list(shape({ unitId: id, sharedAt: instant, answeredAt: orNull(instant), answeredBy: orNull(z.string()) })),
    }),
    of: (data) => data,
  }),
  apiOfPage(listTemplatesPage, {
    summary: { th: 'แบบร่างของหน่วยงาน', en: 'Templates of letters' },
    answer: shape({ items: list(shape({ id, unitId: id, forAll: z.boolean(), name: z.string(), form: oneOf(formKeys), subject: z.string(), salutation: z.string(), content: contentSchema, used: id, changedAt: instant, changedByName: z.string() })), next }),
    of: ({ templates }) => ({ items: templates, next: null }),
  }),
  apiOfPage(registerPage, {
    summary: { th: 'ทะเบียนหนังสือส่ง', en: 'The outgoing register' },
    answer: shape({
      units: list(choice), unit: orNull(choice), year: id,
      items: list(shape({
        id, book: oneOf(books), number: id, reference: z.string(), letterDate: day, from: z.string(), to: z.string(), subject: z.string(), action: z.string(), remark: z.string(),
        circular: z.boolean(), state: z.enum(['valid', 'void', 'reserved']), voidReason: orNull(z.string()), reserveReason: orNull(z.string()), reservedUntil: orNull(instant), backDateReason: orNull(z.string()), carriedOver: z.boolean(), href: orNull(href), registeredAt: instant, replacedBy: orNull(z.string()),
      })),
      next,
      series: list(shape({ book: oneOf(books), last: id, rows: id, voided: id, reserved: id, leftOut: id, missing: id })),
    }),
    of: ({ rows, more, ...data }, api) => ({ ...data, items: rows, next: api.next(more ? { before: rows.at(-1)?.id ?? 0 } : undefined) }),
  }),
  apiOfPage(listGroupsPage, {
    summary: { th: 'กลุ่มผู้รับของหน่วยงานของฉัน', en: 'Groups of recipients of my units' },
    answer: shape({ units: list(choice), items: list(group), next }),
    of: ({ units, groups }) => ({ units, items: groups, next: null }),
  }),
  apiOfPage(editGroupPage, {
    summary: { th: 'กลุ่มผู้รับหนึ่งกลุ่มพร้อมสมาชิก', en: 'One group with its members' },
    answer: shape({ group: orNull(group), members: list(recipient) }),
    of: (data) => data,
  }),
  apiOfPage(unitSeriesPage, {
    summary: { th: 'ชุดเลขของหน่วยงาน', en: 'Number series of a unit' },
    answer: shape({
      units: list(choice), unit: choice, year: id,
      series: list(shape({ book: oneOf(books), last: id, rows: id, voided: id, reserved: id, leftOut: id, missing: id })),
      settings: list(shape({ fromYear: id, circularSeries: z.enum(['own', 'shared']), reason: z.string(), changedAt: instant })),
      starts: list(shape({ book: oneOf(books), year: id, previousLast: id, nextNumber: id, reason: z.string(), setAt: instant, setBy: z.string() })),
    }),
    of: (data) => data,
  }),
] as const;

export const api: ModuleApi = {
  reads: [...reads, ...receivedApi.reads, ...wordsApi.reads, ...numbersApi.reads, ...ordersApi.reads],
  writes: {
    ...receivedApi.writes,
    ...wordsApi.writes,
    '/letters/:id/signing': { th: 'ขอลงลายมือชื่ออิเล็กทรอนิกส์ในหนังสือที่ออกแล้ว', en: 'Ask for electronic signatures on an issued letter' },
    ...numbersApi.writes,
    ...ordersApi.writes,
    '/letters/:id/receipts/remind': { th: 'แจ้งเตือนผู้รับที่ยังไม่เปิดอ่าน', en: 'Remind recipients that have not opened a letter' },
    '/letters/:id/acknowledge': { th: 'รับทราบหนังสือ', en: 'Acknowledge a letter' },
    '/letters/:id/pass-on': { th: 'ส่งต่อหนังสือในหน่วยงาน', en: 'Pass a letter on within the unit' },
    '/letters/:id/recall': { th: 'เรียกคืนหนังสือ', en: 'Recall a letter' },
    '/letters/:id/correct': { th: 'แก้ไขหนังสือที่ออกแล้วโดยออกฉบับแทน', en: 'Correct an issued letter by another' },
    '/letters/:id/void': { th: 'ยกเลิกเลขหนังสือ', en: 'Void the number of a letter' },
    '/drafts/new': { th: 'ร่างหนังสือเวียน', en: 'Draft a circular' },
    '/drafts/:id': { th: 'แก้ไขร่าง', en: 'Change a draft' },
    '/drafts/:id/submit': { th: 'เสนอร่างเพื่อลงนาม', en: 'Submit a draft for signature' },
    '/drafts/:id/share': { th: 'เปิดร่างให้หน่วยงานอื่นร่วมร่าง', en: 'Open a draft to other units' },
    '/drafts/:id/looked-at': { th: 'แจ้งว่าหน่วยงานดูร่างที่เปิดให้ร่วมร่างแล้ว', en: 'Say that the unit has looked at a draft opened to it' },
    '/drafts/:id/comments': { th: 'ให้ความเห็นต่อร่าง', en: 'Comment on a draft' },
    '/drafts/:id/comments/:comment/resolve': { th: 'ปิดความเห็นต่อร่าง', en: 'Close a comment' },
    '/drafts/:id/versions/:n/restore': { th: 'ใช้ฉบับก่อนเป็นร่างปัจจุบัน', en: 'Make a version the draft' },
    '/drafts/:id/template': { th: 'บันทึกร่างเป็นแบบร่างของหน่วยงาน', en: 'Save a draft as a template' },
    '/letter-templates/:id/retire': { th: 'เลิกใช้แบบร่าง', en: 'Retire a template' },
    '/drafts/:id/discard': { th: 'ทิ้งร่าง', en: 'Discard a draft' },
    '/drafts/:id/issue': { th: 'ลงนามและออกเลข', en: 'Sign and issue' },
    '/drafts/:id/issue-paper': { th: 'ออกเลขหนังสือที่ลงนามบนกระดาษแล้ว', en: 'Issue what was signed on paper' },
    '/recipient-groups/new': { th: 'เพิ่มกลุ่มผู้รับ', en: 'Add a group of recipients' },
    '/recipient-groups/:id': { th: 'แก้ไขกลุ่มผู้รับ', en: 'Change a group of recipients' },
    '/number-series/:unit': { th: 'กำหนดชุดเลขหนังสือเวียน', en: 'Set how circulars are numbered' },
    '/number-series/:unit/start': { th: 'กำหนดเลขเริ่มต้นที่ยกมาจากทะเบียนกระดาษ', en: 'Set the number carried over from paper' },
  },
  files: {
    ...receivedApi.files,
    ...wordsApi.files,
    '/letters/:id/unsigned-file': { th: 'ไฟล์ PDF ก่อนลงลายมือชื่ออิเล็กทรอนิกส์', en: 'The PDF before electronic signatures' },
    ...numbersApi.files,
    ...ordersApi.files,
    '/recipient-groups.csv': { th: 'กลุ่มผู้รับพร้อมสมาชิกเป็นไฟล์ CSV', en: 'Groups of recipients with their members as CSV' },
    '/letters/:id/file': { th: 'หนังสือเป็น PDF', en: 'The letter as PDF' },
    '/letters/:id/enclosures/:n': { th: 'สิ่งที่ส่งมาด้วย', en: 'An enclosure' },
    '/letters/:id/receipts.csv': { th: 'การรับหนังสือเป็นไฟล์ CSV', en: 'Receipts as CSV' },
    '/drafts/:id/pdf': { th: 'ร่างเป็น PDF', en: 'The draft as PDF' },
    '/register.xlsx': { th: 'ทะเบียนหนังสือส่งเป็นไฟล์ Excel', en: 'The register as Excel' },
    '/register.pdf': { th: 'ทะเบียนหนังสือส่งตามแบบเป็น PDF', en: 'The register as PDF by the form' },
    '/register.csv': { th: 'ทะเบียนหนังสือส่งเป็นไฟล์ CSV', en: 'The register as CSV' },
  },
  none: {
    'GET /letters/:id/signing': 'a blank form: posts are those of /positions',
    ...receivedApi.none,
    ...wordsApi.none,
    ...numbersApi.none,
    ...ordersApi.none,
    '/register/print': 'the register laid out for a printer: the same rows as /register and /register.csv',
    'GET /recipient-groups/new': 'a blank form: its choices are those of /drafts/new',
    'GET /number-series': 'the series of the first unit: /number-series/{unit} reads any',
  },
};
