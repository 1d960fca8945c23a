// Fields for a ladder on one of the usual scales: one value for each score, empty where the ladder has no such rung.
import type { VNode } from 'preact';
import { choice, text } from '../../../platform/forms/fields.ts';
import type { AnyForm } from '../../../platform/forms/form.ts';
import { FormField } from '../../../platform/forms/render.tsx';
import type { Ui } from '../../../platform/http/ui.ts';
import { defineMessages } from '../../../platform/words.ts';
import { QuickFilters } from '../../../ui/components/tabs.tsx';
import { usualScores, type Ladder } from '../domain/ladder/ladder.ts';
import type { LadderData } from '../store/indicators.ts';
import { scales, typedOf, valueFields, type Scale, type TypedLadder } from './domain/read-ladder.ts';

const messages = defineMessages({
  th: {
    value: 'ค่าที่ได้คะแนน',
    valueFor: 'ค่าที่ได้ {score} คะแนน',
    below: 'ผลต่ำกว่าขั้นแรก',
    'below.zero': 'ไม่ได้คะแนน',
    'below.slope': 'ลดคะแนนตามสัดส่วน',
    'below.lowest': 'ได้คะแนนของขั้นแรก',
    scale: 'มาตรคะแนน',
    'scale.50-75-100': '50 / 75 / 100',
    'scale.1-5': 'ระดับ 1 ถึง 5',
    'scale.100-500': '100 ถึง 500',
    hint: 'เว้นว่างได้หากไม่มีขั้นนั้น เช่น กรอกเฉพาะขั้นสูงสุด',
  },
  en: {
    value: 'Value for a score',
    valueFor: 'Value for {score} points',
    below: 'Short of the first step',
    'below.zero': 'No points',
    'below.slope': 'Points taken off in proportion',
    'below.lowest': 'Points of the first step',
    scale: 'Scale',
    'scale.50-75-100': '50 / 75 / 100',
    'scale.1-5': 'Levels 1 to 5',
    'scale.100-500': '100 to 500',
    hint: 'Leave a step empty where the ladder does not have it: a single top step is a ladder',
  },
});

const value = () => text({ label: messages.words('value'), max: 30, optional: true });

/** Fields of a ladder, to be spread into a form. */
export const ladderFields = {
  scale: choice(scales, { label: messages.words('scale') }),
  v0: value(), v1: value(), v2: value(), v3: value(), v4: value(),
  below: choice(['zero', 'slope', 'lowest'] as const, { label: messages.words('below') }),
};

export const typedLadder = (input: { scale: Scale; below: Ladder['below'] } & Record<(typeof valueFields)[number], string | undefined>): TypedLadder =>
  ({ scale: input.scale, below: input.below, values: { v0: input.v0, v1: input.v1, v2: input.v2, v3: input.v3, v4: input.v4 } });

/** The scale of a form that is shown again, or the one asked for. */
export const scaleShown = (ui: Ui, asked: Scale): Scale => scales.find((scale) => scale === ui.form.values['scale']) ?? asked;

export interface LadderInputsProps {
  readonly ui: Ui;
  readonly action: string;
  readonly form: AnyForm;
  readonly scale: Scale;
  readonly ladder: LadderData | null;
  readonly unit: string;
}

/** One field for each score of the scale. */
export function LadderInputs({ ui, action, form, scale, ladder, unit }: LadderInputsProps): VNode {
  const t = messages.in(ui.lang);
  const typed = typedOf(ladder, scale);
  const common = { ui, action, form };
  return (
    <>
      <input type="hidden" name="scale" value={scale} />
      <p class="quiet small">{t('hint')}</p>
      <div class="three">
        {usualScores[scale].map((score, at) => {
          const name = valueFields[at] as (typeof valueFields)[number];
          return <FormField {...common} name={name} value={typed[name]} label={`${t('valueFor', { score })}${unit ? ` (${unit})` : ''}`} size="s" neededLater />;
        })}
      </div>
      <FormField {...common} name="below" value={ladder?.below ?? 'zero'} options={(['zero', 'slope', 'lowest'] as const).map((key) => ({ value: key, label: t(`below.${key}`) }))} arrange="row" />
    </>
  );
}

/** Links that show the form with another scale. */
export function ScaleLinks({ ui, href, scale }: { ui: Ui; href: (scale: Scale) => string; scale: Scale }): VNode {
  const t = messages.in(ui.lang);
  return <QuickFilters label={t('scale')} items={scales.map((one) => ({ label: t(`scale.${one}`), href: href(one), current: one === scale }))} />;
}
