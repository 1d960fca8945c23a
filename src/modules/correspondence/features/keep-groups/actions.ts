import { actsFor } from '../../../../platform/access/actor.ts';
import type { ReadTx } from '../../../../platform/db/database.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import type { FormValues } from '../../../../platform/forms/form.ts';
import { fail, notFound, ok } from '../../../../platform/result.ts';
import type { Result } from '../../../../platform/result.ts';
import type { Recipient } from '../../domain/letter.ts';
import { addressBook, findPeopleByName } from '../../office.ts';
import { letterParams } from '../../params.ts';
import { addGroup, changeGroup, setGroupMembers } from '../../store/groups.ts';
import { groupForm } from './form.ts';
import { messages } from './messages.ts';
import { editGroupPage, newGroupPage, ownGroup } from './page.tsx';

/** The members as typed; words at the field where one is not known. */
async function membersOf(tx: ReadTx, input: FormValues<typeof groupForm>, today: string): Promise<Result<Recipient[]>> {
  const book = await addressBook(tx, today);
  const units = book.units.filter((one) => input.units.includes(one.id)).map((one) => ({ ...one, kind: 'unit' as const }));
  const positions = book.positions.filter((one) => input.positions.includes(one.id)).map((one) => ({ ...one, kind: 'position' as const }));
  const names = [...new Set((input.people ?? '').split('\n').map((line) => line.trim().replaceAll(/\s+/g, ' ')).filter(Boolean))];
  const { found, missing } = await findPeopleByName(tx, names, today);
  if (missing.length > 0) {
    const words = messages.words('unknown', { names: missing.join(', ') });
    return fail('UNKNOWN_PERSON', words, { fields: { people: words } });
  }
  const members: Recipient[] = [...units, ...positions, ...found.map((one) => ({ id: one.id, kind: 'person' as const, label: one.name }))];
  if (members.length === 0) return fail('EMPTY_GROUP', messages.words('empty'), { fields: { units: messages.words('empty') } });
  return ok(members);
}

const nameTaken = fail('NAME_TAKEN', messages.words('nameTaken'), { fields: { name: messages.words('nameTaken') } });

export const newGroupAction = defineAction({
  path: '/recipient-groups/new',
  permission: 'correspondence.keep-groups',
  form: groupForm,
  page: newGroupPage,
  async run(tx, { input, services }) {
    if (!actsFor(tx.actor, 'correspondence.keep-groups', input.unit)) {
      return fail('NOT_YOUR_UNIT', messages.words('notYours'), { fields: { unit: messages.words('notYours') } });
    }
    const members = await membersOf(tx, input, services.clock.today());
    if (!members.ok) return members;
    const id = await addGroup(tx, input.unit, input.name, services.clock.now());
    if (id === undefined) return nameTaken;
    await setGroupMembers(tx, id, members.value);
    return ok({
      audit: { action: 'correspondence.group-saved', subject: { type: 'correspondence.group', id }, unitId: input.unit, detail: { name: input.name, members: members.value.length } },
      goTo: '/recipient-groups',
      flash: messages.words('saved'),
    });
  },
});

export const editGroupAction = defineAction({
  path: '/recipient-groups/:id',
  permission: 'correspondence.keep-groups',
  params: letterParams,
  form: groupForm,
  page: editGroupPage,
  async run(tx, { params, input, services }) {
    const group = await ownGroup(tx, params.id);
    if (!group) return notFound();
    const members = await membersOf(tx, input, services.clock.today());
    if (!members.ok) return members;
    if (!(await changeGroup(tx, group, input.name, input.active, services.clock.now()))) return nameTaken;
    await setGroupMembers(tx, group.id, members.value);
    return ok({
      audit: { action: 'correspondence.group-saved', subject: { type: 'correspondence.group', id: group.id }, unitId: group.unitId, detail: { name: input.name, members: members.value.length, active: input.active } },
      goTo: '/recipient-groups',
      flash: messages.words('saved'),
    });
  },
});
