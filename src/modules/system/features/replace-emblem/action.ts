import { emptyForm } from '../../../../platform/forms/form.ts';
import { takeFiles } from '../../../../platform/files/file-records.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import { fail, ok } from '../../../../platform/result.ts';
import { storedEmblem, writeEmblem } from '../../../../platform/settings/emblem.ts';
import { checkEmblem } from '../../../../paper/index.ts';
import { messages } from '../../messages.ts';
import { emblemAddress, emblemForm, emblemPage } from './page.tsx';

const subject = { type: 'platform.setting', id: null } as const;

/** Puts the uploaded picture on every sheet from now on. Letters that went out keep the sheet that they had. */
export const replaceEmblemAction = defineAction({
  path: emblemAddress,
  permission: 'system.edit-settings',
  form: emblemForm,
  page: emblemPage,
  async run(tx, { input, services }) {
    const refuse = (words: { th: string; en: string }) => fail('EMBLEM', words, { fields: { picture: words } });
    const [file] = await takeFiles(tx, input.picture.slice(0, 1));
    if (file?.uploadedBy !== tx.actor.id) return refuse(messages.words('emblem.none'));
    const type = file.mediaType;
    if (type !== 'image/png' && type !== 'image/jpeg') return refuse(messages.words('emblem.type'));
    const wrong = checkEmblem({ bytes: await services.files.get(file.hash), type });
    if (wrong) return refuse(wrong);
    const before = await storedEmblem(tx);
    await writeEmblem(tx, { hash: file.hash, type });
    return ok({ audit: { action: 'system.emblem-replaced', subject, detail: { before: before?.hash ?? null, after: file.hash } }, goTo: emblemAddress, flash: messages.words('emblem.saved') });
  },
});

export const removeEmblemAction = defineAction({
  path: `${emblemAddress}/remove`,
  permission: 'system.edit-settings',
  form: emptyForm,
  page: emblemPage,
  async run(tx) {
    const before = await storedEmblem(tx);
    await writeEmblem(tx, null);
    return ok({ audit: { action: 'system.emblem-removed', subject, detail: { before: before?.hash ?? null } }, goTo: emblemAddress, flash: messages.words('emblem.removed') });
  },
});
