// The sheet while it is being written: a posted question that changes nothing.
import { z } from 'zod';
import { defineApi } from '../../../../platform/http/define.ts';
import { ok } from '../../../../platform/result.ts';
import { paragraphsOf } from '../../domain/body-text.ts';
import type { RawBody } from '../../../../platform/forms/form.ts';
import { bangkokInstant, localDate, localTime } from '../../../../thai/index.ts';
import { formKeys, formOf } from '../../domain/forms.ts';
import { secrecies, urgencies } from '../../domain/kinds.ts';
import { toTextOf } from '../../domain/letter.ts';
import { LetterSheet } from '../../letter-sheet.tsx';
import { addressBook, senderOn, signersOf } from '../../office.ts';
import { groupsOf } from '../../store/groups.ts';
import { composeForm } from './form.ts';
import { messages } from './messages.ts';
import { addresseesOf, addressWords, fieldsOf } from './to-letter.ts';

const one = z.union([z.string(), z.array(z.string())]).optional().transform((value) => (Array.isArray(value) ? value[0] : value) ?? '');
const number = one.transform((text) => (/^\d{1,9}$/.test(text) ? Number(text) : 0));
const numbers = z.union([z.string(), z.array(z.string())]).optional().transform((value) => [value ?? []].flat().filter((text) => /^\d{1,9}$/.test(text)).map(Number));

/** The form half typed: everything is taken as far as it goes. Rows come as `outside.0.name`. */
const body = z.looseObject({
  form: one.transform((text) => formKeys.find((key) => key === text) ?? 'circular'),
  fromUnit: number, signer: number, subject: one, body: one, toText: one, salutation: one, urgentDay: one, urgentTime: one,
  urgency: one.transform((text) => urgencies.find((urgency) => urgency === text) ?? 'ordinary'),
  secrecy: one.transform((text) => secrecies.find((secrecy) => secrecy === text) ?? 'none'),
  allUnits: one, groups: numbers, units: numbers, positions: numbers, committees: numbers, refLetters: numbers,
  agency: one, references: one, enclosed: one, closing: one, ownerUnit: one, contacts: one, copies: one, issuer: one, effective: one, cancels: one, amends: one, edition: one, holder: one,
});

/** "ด่วนภายใน" as far as day and hour can be read. */
function urgentBefore(day: string, hour: string): Date | null {
  const on = composeForm.fields.urgentDay.parse(day);
  const at = composeForm.fields.urgentTime.parse(hour);
  return on.ok && on.value && at.ok && at.value ? bangkokInstant(localDate(on.value), localTime(at.value)) : null;
}

export const previewDraft = defineApi({
  method: 'ASK',
  path: '/drafts/preview',
  permission: 'correspondence.draft',
  summary: messages.words('live'),
  body,
  async load(tx, { body: typed, services }) {
    const today = services.clock.today();
    const form = formOf(typed.form);
    const sender = await senderOn(tx, typed.fromUnit, today);
    const signer = (await signersOf(tx, typed.fromUnit, today, form.byDepartment)).find((choice) => choice.id === typed.signer);
    const book = await addressBook(tx, today);
    const addressees = addresseesOf({ ...typed, allUnits: typed.allUnits !== '' }, book, await groupsOf(tx, [typed.fromUnit])) ?? [];
    const outside = composeForm.fields.outside.parse(composeForm.fields.outside.read(typed as RawBody, 'outside'));
    const fields = fieldsOf(form, { ...typed, outside: outside.ok ? outside.value : [] });
    const toText = toTextOf({ toText: typed.toText, addressees, content: { paragraphs: [], fields } }, form.salutation ? book.headsOfUnits : undefined);
    const words = await addressWords(tx, toText, today);
    return ok({
      html: (
        <LetterSheet letter={{
          subKind: form.subKind, fields: { ...fields, closing: fields.closing ?? words.closing }, urgency: typed.urgency, urgentBefore: urgentBefore(typed.urgentDay, typed.urgentTime), secrecy: typed.secrecy,
          fromText: sender?.fromText ?? '', reference: '', letterDate: null, subject: typed.subject, salutation: typed.salutation || words.salutation,
          toText, paragraphs: paragraphsOf(typed.body), enclosures: [],
          signer: signer && form.signed ? { name: signer.name ?? '', title: signer.title, acting: signer.acting } : null,
        }} />
      ),
    });
  },
});
