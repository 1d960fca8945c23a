// The score that a value would give, while it is typed: a posted question that changes nothing.
import { z } from 'zod';
import { defineApi } from '../../../../../platform/http/define.ts';
import { ok } from '../../../../../platform/result.ts';
import type { Words } from '../../../../../platform/words.ts';
import { explainScore, explanationWords } from '../../../domain/ladder/explain.ts';
import { scaledText, usualRounding } from '../../../domain/numbers.ts';
import { editionById } from '../../../store/framework-editions.ts';
import { ladderOfIndicator } from '../../../store/indicators.ts';
import { takeValue } from '../../domain/typed-value.ts';
import { findIndicator, reportParams } from '../../find.ts';
import { unitAfter } from '../../shown.tsx';
import { messages } from './messages.ts';

const one = z.union([z.string(), z.array(z.string())]).optional().transform((value) => [value].flat()[0] ?? '');

export const previewValue = defineApi({
  method: 'ASK',
  path: '/performance/:year/results/:key/:round/value/preview',
  permission: 'performance.report',
  summary: messages.words('preview'),
  params: reportParams,
  body: z.looseObject({ value: one, sure: one }),
  async load(tx, { params, body, actor }) {
    const found = await findIndicator(tx, params.year, params.key);
    if (!found.ok) return found;
    const { cycle, indicator } = found.value;
    const lang = actor.language ?? 'th';
    const say = (words: Words) => ok({ html: <p class="quiet">{words[lang]}</p> });
    if (body.value.trim() === '') return say(messages.words('previewEmpty'));
    const taken = takeValue(body.value, indicator, body.sure === '1');
    if (!taken.ok) return say(taken.message);
    const ladder = ladderOfIndicator(indicator);
    if (!ladder) return say(messages.words('noTarget'));
    const rounding = (await editionById(tx, cycle.frameworkId))?.content.rounding ?? usualRounding;
    const why = explainScore(ladder, taken.value, rounding);
    return ok({ html: <p>{messages.in(lang)('preview')} <strong>{scaledText(why.shown, { places: rounding.places })}</strong>: {explanationWords(why, unitAfter(indicator.unitOfMeasure))[lang]}</p> });
  },
});
