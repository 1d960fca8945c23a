import { actsFor } from '../../../../platform/access/actor.ts';
import { takeFiles } from '../../../../platform/files/file-records.ts';
import { mediaTypes } from '../../../../platform/files/media-types.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import { fail, ok } from '../../../../platform/result.ts';
import type { Words } from '../../../../platform/words.ts';
import { draftHref } from '../../href.ts';
import { fieldsFor, formOf } from '../../domain/forms.ts';
import { messages as shared } from '../../messages.ts';
import { senderOn, signersOf } from '../../office.ts';
import { insertDraft } from '../../store/drafts.ts';
import { readDocx } from '../../word/read-docx.ts';
import { startFields } from '../compose-letter/load.ts';
import { importWordForm } from './form.ts';
import { messages } from './messages.ts';
import { importWordAddress, importWordPage } from './page.tsx';

const refuse = (code: string, field: 'file' | 'fromUnit', words: Words) => fail(code, words, { fields: { [field]: words } });

/** Words for what happened: what was left out stands in the flash of the new draft, and in the trail. */
function toldOf(leftOut: readonly Words[]): Words {
  if (leftOut.length === 0) return messages.words('done');
  return { th: messages.in('th')('doneWithout', { parts: leftOut.map((one) => one.th).join(', ') }), en: messages.in('en')('doneWithout', { parts: leftOut.map((one) => one.en).join(', ') }) };
}

/** A draft from a .docx file, on the form that was chosen or that the file shows. The recipients are chosen by a person: a name in a file is no address. */
export const importWordAction = defineAction({
  path: importWordAddress,
  permission: 'correspondence.draft',
  form: importWordForm,
  page: importWordPage,
  async run(tx, { input, services }) {
    const today = services.clock.today();
    const sender = await senderOn(tx, input.fromUnit, today);
    if (!sender || !actsFor(tx.actor, 'correspondence.draft', input.fromUnit)) return refuse('NOT_YOUR_UNIT', 'fromUnit', messages.words('notYours'));
    const [file] = await takeFiles(tx, input.file.slice(0, 1), { unitId: input.fromUnit });
    if (file?.uploadedBy !== tx.actor.id || file.mediaType !== mediaTypes.docx.mediaType) return refuse('NOT_WORD', 'file', messages.words('noFile'));
    const read = await readDocx(Buffer.from(await services.files.get(file.hash)), file.name);
    if (!read.ok) return read;
    const { subject, to, salutation, paragraphs, leftOut } = read.value;
    const form = formOf(input.form ?? read.value.form ?? 'circular');
    const fields = { ...(await startFields(tx, input.fromUnit, form, today)), ...fieldsFor(form, read.value.fields) };
    const signers = form.signed ? await signersOf(tx, input.fromUnit, today, form.byDepartment) : [];
    const id = await insertDraft(tx, {
      kind: form.kind, subKind: form.subKind, circular: form.circular || (form.circulates && read.value.circular), fromUnitId: input.fromUnit, signerPositionId: (signers.find((one) => one.personId !== null) ?? signers[0])?.id ?? null,
      subject, content: { paragraphs: [...paragraphs], ...(Object.keys(fields).length > 0 ? { fields } : {}) }, enclosures: [], addressees: [], toText: to.slice(0, 500), salutation: form.salutation ? salutation || shared.th.salutation : '', urgency: 'ordinary', secrecy: 'none',
      respondBy: null, reply: null, source: null, replaces: null,
    }, sender, services.clock.now());
    return ok({
      audit: { action: 'correspondence.draft-imported', subject: { type: 'correspondence.letter', id }, unitId: input.fromUnit, detail: { file: file.name, form: form.key, hash: file.hash, leftOut: leftOut.map((one) => one.en) } },
      goTo: draftHref(id),
      flash: toldOf(leftOut),
    });
  },
});
