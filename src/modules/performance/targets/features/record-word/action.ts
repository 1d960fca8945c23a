import { defineAction } from '../../../../../platform/http/define.ts';
import { fail, ok } from '../../../../../platform/result.ts';
import { scaledText } from '../../../domain/numbers.ts';
import { standingOf } from '../../access.ts';
import { isClosedTo, maySay } from '../../domain/stages.ts';
import { letterAt } from '../../letters.ts';
import { tellChanged } from '../../news.ts';
import { lineHref, lineOfYear, lineParams } from '../../params.ts';
import { addWord, wordsOf } from '../../store/targets.ts';
import { checkWord, fieldWords } from './check.ts';
import { wordForm } from './form.ts';
import { messages } from './messages.ts';
import { wordPage } from './page.tsx';

export const wordAction = defineAction({
  path: '/performance/:year/targets/:key/new',
  permission: 'performance.read',
  params: lineParams,
  form: wordForm,
  page: wordPage,
  async run(tx, { input, params, actor, services }) {
    const line = await lineOfYear(tx, params.year, params.key);
    if (!line.ok) return line;
    const { sheet, indicator } = line.value;
    if (!maySay(input.stage, standingOf(actor, sheet.cycle, indicator))) return fail('NOT_YOURS', messages.words('notYours'), { status: 403 });
    if (indicator.state === 'cancelled') return fail('CANCELLED', messages.words('cancelled'));
    if (isClosedTo(await wordsOf(tx, indicator.id), input)) return fail('TARGET_FINAL', messages.words('closed'));
    const today = services.clock.today();
    if (input.decidedOn > today) return fail('NOT_YET', messages.words('future'), { fields: { decidedOn: messages.words('future') } });
    const checked = await checkWord(tx, sheet, indicator, input);
    if (Object.keys(checked.unread).length > 0 || checked.findings.some(({ severity }) => severity === 'error')) return fail('TARGET_WRONG', messages.words('mend'), { fields: fieldWords(checked) });
    const { ladder, weight } = checked;
    if (ladder === null && weight === null) return fail('TARGET_EMPTY', messages.words('nothing'), { fields: { v0: messages.words('nothing') } });
    if (weight !== null && input.weightGround === undefined) return fail('NO_GROUND', messages.words('weightNoGround'), { fields: { weightGround: messages.words('weightNoGround') } });
    if (checked.findings.length > 0 && !input.sure) return fail('TARGET_DOUBTED', messages.words('look'), { fields: fieldWords(checked) });
    const letter = await letterAt(tx, input.letter, services.config.origin);
    if (!letter.ok) return letter;
    const word = {
      authority: input.authority, stage: input.stage, ladder, weight, weightGround: weight === null ? null : (input.weightGround ?? null), reason: input.reason, decidedOn: input.decidedOn,
      reference: input.reference ?? letter.value.reference, letterId: letter.value.id, yearSaid: input.yearSaid ?? null,
    };
    const { id, settled } = await addWord(tx, indicator, word, services.clock.now());
    if (settled) await tellChanged(tx, params.year, indicator, word, today);
    return ok({
      audit: { action: 'performance.target-said', subject: { type: 'performance.indicator', id: indicator.id }, detail: { id, stage: word.stage, authority: word.authority, ladder, weight: weight === null ? null : scaledText(weight), settled } },
      goTo: `${lineHref(params.year, indicator.key)}#story`, flash: messages.words(settled ? 'savedSettled' : 'saved'),
    });
  },
});
