// The sheet while it is being written: a posted question that changes nothing.
import { z } from 'zod';
import { defineApi } from '../../../../platform/http/define.ts';
import { ok } from '../../../../platform/result.ts';
import { paragraphsOf } from '../../domain/body-text.ts';
import { urgencies } from '../../domain/kinds.ts';
import { toTextOf } from '../../domain/letter.ts';
import { LetterSheet } from '../../letter-sheet.tsx';
import { addressBook, senderOn, signersOf } from '../../office.ts';
import { groupsOf } from '../../store/groups.ts';
import { messages } from './messages.ts';
import { addresseesOf } from './to-letter.ts';

const one = z.union([z.string(), z.array(z.string())]).optional().transform((value) => (Array.isArray(value) ? value[0] : value) ?? '');
const number = one.transform((text) => (/^\d{1,9}$/.test(text) ? Number(text) : 0));
const numbers = z.union([z.string(), z.array(z.string())]).optional().transform((value) => [value ?? []].flat().filter((text) => /^\d{1,9}$/.test(text)).map(Number));

/** The form half typed: everything is taken as far as it goes. */
const body = z.object({
  fromUnit: number, signer: number, subject: one, body: one, toText: one,
  urgency: one.transform((text) => urgencies.find((urgency) => urgency === text) ?? 'ordinary'),
  allUnits: one, groups: numbers, units: numbers, positions: numbers, committees: numbers,
});

export const previewDraft = defineApi({
  method: 'ASK',
  path: '/drafts/preview',
  permission: 'correspondence.draft',
  summary: messages.words('live'),
  body,
  async load(tx, { body: typed, services }) {
    const today = services.clock.today();
    const sender = await senderOn(tx, typed.fromUnit, today);
    const signer = (await signersOf(tx, typed.fromUnit, today)).find((choice) => choice.id === typed.signer);
    const addressees = addresseesOf({ ...typed, allUnits: typed.allUnits !== '' }, await addressBook(tx, today), await groupsOf(tx, [typed.fromUnit])) ?? [];
    return ok({
      html: (
        <LetterSheet letter={{
          urgency: typed.urgency, fromText: sender?.fromText ?? '', reference: '', letterDate: null, subject: typed.subject, salutation: 'เรียน',
          toText: toTextOf({ toText: typed.toText, addressees }), paragraphs: paragraphsOf(typed.body), enclosures: [],
          signer: signer ? { name: signer.name ?? '', title: signer.title, acting: signer.acting } : null,
        }} />
      ),
    });
  },
});
