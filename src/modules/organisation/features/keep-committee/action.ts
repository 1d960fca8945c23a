import type { FormValues } from '../../../../platform/forms/form.ts';
import type { Tx } from '../../../../platform/db/database.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import { fail, notFound, ok, type Result } from '../../../../platform/result.ts';
import { takeOwnUpload } from '../../uploads.ts';
import { idParams, mayIn, rowParams } from '../../guard.ts';
import { indexCommittees } from '../../search.ts';
import { addCommittee, addMember, committeeById, editCommittee, editMember, endCommittee, endMember, type CommitteeInput } from '../../store/committees.ts';
import { editCommitteePage, newCommitteePage } from './edit-page.tsx';
import { committeeForm, lastDayForm, memberChangeForm, memberForm } from './form.ts';
import { m } from './messages.ts';

const permission = 'organisation.manage-committees';

/** The committee as typed; a duties file goes to the record, where everyone signed in may read it. */
async function committeeOf(tx: Tx, input: FormValues<typeof committeeForm>): Promise<Result<CommitteeInput>> {
  const a = input.quorumA ?? 1;
  const b = input.quorumB ?? 2;
  if (input.quorumKind === 'fraction' && a > b) return fail('QUORUM', m.words('fractionWrong'), { fields: { quorumA: m.words('fractionWrong') } });
  const file = await takeOwnUpload(tx, input.dutiesFile);
  return ok({
    kind: input.kind, name: input.name, nameEn: input.nameEn ?? '', shortName: input.shortName ?? '', orderNumber: input.orderNumber, orderDate: input.orderDate, validFrom: input.validFrom,
    duties: input.duties ?? '', dutiesFileId: file, secretariatUnitId: input.secretariatUnitId,
    quorum: { kind: input.quorumKind, a, b, needsChair: input.needsChair, countsRepresentatives: input.countsRepresentatives },
  });
}

export const addCommitteeAction = defineAction({
  path: '/committees/new',
  permission,
  form: committeeForm,
  page: newCommitteePage,
  async run(tx, { input, actor }) {
    const may = mayIn(actor, permission, input.secretariatUnitId);
    if (!may.ok) return may;
    const committee = await committeeOf(tx, input);
    if (!committee.ok) return committee;
    const id = await addCommittee(tx, committee.value);
    await indexCommittees(tx, [id]);
    return ok({ audit: { action: 'organisation.committee-recorded', subject: { type: 'organisation.committee', id }, unitId: input.secretariatUnitId, detail: { order: input.orderNumber } }, goTo: `/committees/${id}/edit`, flash: m.words('created') });
  },
});

/** The committee of a change, when the actor keeps its secretariat. */
async function own(tx: Tx, id: number): Promise<Result<{ unitId: number }>> {
  const committee = await committeeById(tx, id);
  if (!committee) return notFound();
  const may = mayIn(tx.actor, permission, committee.secretariatUnitId);
  return may.ok ? ok({ unitId: committee.secretariatUnitId }) : may;
}

export const editCommitteeAction = defineAction({
  path: '/committees/:id/edit',
  permission,
  params: idParams,
  form: committeeForm,
  page: editCommitteePage,
  async run(tx, { params, input, actor }) {
    const mine = await own(tx, params.id);
    if (!mine.ok) return mine;
    const may = mayIn(actor, permission, input.secretariatUnitId);
    if (!may.ok) return may;
    const committee = await committeeOf(tx, input);
    if (!committee.ok) return committee;
    const done = await editCommittee(tx, params.id, committee.value);
    if (!done.ok) return done;
    await indexCommittees(tx, [params.id]);
    return ok({ audit: { action: 'organisation.committee-changed', subject: { type: 'organisation.committee', id: params.id }, unitId: mine.value.unitId, detail: { order: input.orderNumber, quorum: committee.value.quorum } }, goTo: `/committees/${params.id}`, flash: m.words('saved') });
  },
});

export const addMemberAction = defineAction({
  path: '/committees/:id/members',
  permission,
  params: idParams,
  form: memberForm,
  page: editCommitteePage,
  async run(tx, { params, input }) {
    const mine = await own(tx, params.id);
    if (!mine.ok) return mine;
    if ((input.personId === undefined) === (input.positionId === undefined)) return fail('ONE_OF', m.words('oneOf'), { fields: { positionId: m.words('oneOf') } });
    const made = await addMember(tx, params.id, { ...input, personId: input.personId ?? null, positionId: input.positionId ?? null, orderNumber: input.orderNumber ?? '', orderDate: input.orderDate ?? null });
    if (!made.ok) {
      const words = made.fields?.['who'];
      return words ? { ...made, fields: { [input.personId === undefined ? 'positionId' : 'personId']: words } } : made;
    }
    return ok({ audit: { action: 'organisation.committee-member-added', subject: { type: 'organisation.committee', id: params.id }, unitId: mine.value.unitId, detail: { person: input.personId, position: input.positionId, role: input.role, from: input.validFrom } }, goTo: `/committees/${params.id}/edit`, flash: m.words('memberAdded') });
  },
});

export const editMemberAction = defineAction({
  path: '/committees/:id/members/:row',
  permission,
  params: rowParams,
  form: memberChangeForm,
  page: editCommitteePage,
  async run(tx, { params, input }) {
    const mine = await own(tx, params.id);
    if (!mine.ok) return mine;
    const done = await editMember(tx, params.id, params.row, input);
    if (!done.ok) return done;
    return ok({ audit: { action: 'organisation.committee-member-changed', subject: { type: 'organisation.committee', id: params.id }, unitId: mine.value.unitId, detail: { member: params.row, ...input } }, goTo: `/committees/${params.id}/edit`, flash: m.words('memberSaved') });
  },
});

export const endMemberAction = defineAction({
  path: '/committees/:id/members/:row/end',
  permission,
  params: rowParams,
  form: lastDayForm,
  page: editCommitteePage,
  async run(tx, { params, input }) {
    const mine = await own(tx, params.id);
    if (!mine.ok) return mine;
    const done = await endMember(tx, params.id, params.row, input.lastDay);
    if (!done.ok) return done;
    return ok({ audit: { action: 'organisation.committee-member-ended', subject: { type: 'organisation.committee', id: params.id }, unitId: mine.value.unitId, detail: { member: params.row, lastDay: input.lastDay } }, goTo: `/committees/${params.id}/edit`, flash: m.words('memberEnded') });
  },
});

export const endCommitteeAction = defineAction({
  path: '/committees/:id/end',
  permission,
  params: idParams,
  form: lastDayForm,
  page: editCommitteePage,
  async run(tx, { params, input }) {
    const mine = await own(tx, params.id);
    if (!mine.ok) return mine;
    const done = await endCommittee(tx, params.id, input.lastDay);
    if (!done.ok) return done;
    return ok({ audit: { action: 'organisation.committee-ended', subject: { type: 'organisation.committee', id: params.id }, unitId: mine.value.unitId, detail: { lastDay: input.lastDay } }, goTo: `/committees/${params.id}`, flash: m.words('ended') });
  },
});
