import type { Tx } from '../../../../platform/db/database.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import { fail, ok } from '../../../../platform/result.ts';
import { addDays, localDate } from '../../../../thai/index.ts';
import { changeCommittee, makeCommittee } from '../../../organisation/index.ts';
import { letterHref } from '../../href.ts';
import { committeeParams, letterParams } from '../../params.ts';
import type { Letter } from '../../store/letters.ts';
import { changeForm, makeForm } from './form.ts';
import { atLine, loadChange, loadMaking, seatsOf } from './load.ts';
import { messages } from './messages.ts';
import { changeCommitteePage, makeCommitteePage } from './page.tsx';

const permission = 'organisation.manage-committees';
const orderOf = (letter: Letter) => ({ number: letter.reference, date: letter.letterDate, href: letterHref(letter.id) });

/** The committee that an order makes, with the members that were confirmed. */
export const makeCommitteeAction = defineAction({
  path: '/letters/:id/committee',
  permission,
  params: letterParams,
  form: makeForm,
  page: makeCommitteePage,
  async run(tx: Tx, { params, input, services }) {
    const data = await loadMaking(tx, params.id, services.clock.today());
    if (!data.ok) return data;
    const found = seatsOf(input.members, data.value.house);
    if (!found.ok) return found;
    if (found.value.seats.length === 0) return fail('NO_MEMBER', messages.words('noMember'), { fields: { 'members.0.who': messages.words('noMember') } });
    const made = await makeCommittee(tx, orderOf(data.value.letter), {
      kind: input.kind, name: input.name, shortName: input.shortName ?? '', duties: input.duties ?? '', secretariatUnitId: input.secretariatUnitId, validFrom: input.validFrom, members: found.value.seats,
    });
    return made.ok ? ok({ audit: made.value.audit, goTo: letterHref(params.id, '#committees'), flash: messages.words('made') }) : atLine(made, found.value.places);
  },
});

/** Who leaves a committee and who comes, by an order that amends the one that made it. */
export const changeCommitteeAction = defineAction({
  path: '/letters/:id/committee/:committee',
  permission,
  params: committeeParams,
  form: changeForm,
  page: changeCommitteePage,
  async run(tx: Tx, { params, input, services }) {
    const data = await loadChange(tx, params.id, params.committee, services.clock.today());
    if (!data.ok) return data;
    const { seats, letter, house } = data.value;
    const found = seatsOf(input.members, house);
    if (!found.ok) return found;
    const ends = input.ends.filter((id) => seats.some((seat) => seat.memberId === id));
    if (ends.length + found.value.seats.length === 0) return fail('NO_MEMBER', messages.words('nothing'), { fields: { ends: messages.words('nothing') } });
    const done = await changeCommittee(tx, orderOf(letter), {
      committeeId: params.committee, from: input.from, lastDay: addDays(localDate(input.from), -1), ends, adds: found.value.seats, place: Math.max(0, ...seats.map((seat) => seat.sortOrder)) + 1,
    });
    return done.ok ? ok({ audit: done.value.audit, goTo: letterHref(params.id, '#committees'), flash: messages.words('changed') }) : atLine(done, found.value.places);
  },
});
