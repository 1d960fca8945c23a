import { defineAction } from '../../../../../platform/http/define.ts';
import { fail, ok } from '../../../../../platform/result.ts';
import { parseTyped, scaledText } from '../../../domain/numbers.ts';
import { edition2563 } from '../../../domain/pmqa/edition-2563.ts';
import { topPoints } from '../../../domain/pmqa/score.ts';
import { messages as shared } from '../../messages.ts';
import { addOutcome } from '../../store/outcomes.ts';
import { messages } from './messages.ts';
import { newOutcomePage, outcomeForm } from './page.tsx';

/** A total as it was told, with its source; nothing is said of boxes. */
export const recordOutcomeAction = defineAction({
  path: '/performance/pmqa/outcomes/new',
  permission: 'performance.keep',
  form: outcomeForm,
  page: newOutcomePage,
  async run(tx, { input, services }) {
    const typed = parseTyped(input.total);
    const at = (name: 'total' | 'dated', words: Parameters<typeof fail>[1]) => fail('OUTCOME_REFUSED', words, { fields: { [name]: words } });
    if (!typed.ok) return at('total', shared.words('notANumber'));
    const total = typed.value.value;
    if (total < 0n || total > topPoints(edition2563) || total % 10_000n !== 0n) return at('total', messages.words('beyond', { top: scaledText(topPoints(edition2563)) }));
    if (input.dated > services.clock.today()) return at('dated', messages.words('future'));
    const id = await addOutcome(tx, { year: input.year, kind: 'stated', total, groupName: input.group ?? '', source: input.source, dated: input.dated, assessmentId: null, shares: [] }, services.clock.now());
    return ok({ audit: { action: 'performance.pmqa-outcome-recorded', subject: { type: 'performance.pmqa-outcome', id }, detail: { year: input.year, total: scaledText(total), source: input.source } }, goTo: '/performance/pmqa', flash: messages.words('recorded') });
  },
});
