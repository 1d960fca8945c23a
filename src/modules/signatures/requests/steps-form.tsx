// Who approves and who signs, typed as rows: a step, what is asked, and a post or a person. Works without script.
import type { VNode } from 'preact';
import { choice, id, rows, text } from '../../../platform/forms/fields.ts';
import type { Field } from '../../../platform/forms/fields.ts';
import type { AnyForm } from '../../../platform/forms/form.ts';
import { FormField } from '../../../platform/forms/render.tsx';
import type { ReadTx } from '../../../platform/db/database.ts';
import type { Ui } from '../../../platform/http/ui.ts';
import { fail, ok } from '../../../platform/result.ts';
import type { Result } from '../../../platform/result.ts';
import { FieldsRow, FormSection } from '../../../ui/components/form.tsx';
import { listPeople, seatsOn } from '../../organisation/index.ts';
import { partKinds } from '../domain/request.ts';
import type { NewPart, PartKind } from '../domain/request.ts';
import { stepMessages as messages } from './step-messages.ts';

const steps = ['1', '2', '3', '4'] as const;

const fields = {
  step: choice(steps, { label: messages.words('step'), optional: true }),
  kind: choice(partKinds, { label: messages.words('kind'), optional: true }),
  position: id({ label: messages.words('position'), optional: true }),
  person: text({ label: messages.words('person'), hint: messages.words('personHint'), optional: true, max: 200 }),
};

/** The rows as a field of a form. Rows that name nobody are left out. */
export const stepsField = rows(fields, { label: messages.words('who'), optional: true });

interface Row {
  readonly step?: string | undefined;
  readonly kind?: PartKind | undefined;
  readonly position?: number | undefined;
  readonly person?: string | undefined;
}

export interface SeatChoice {
  readonly id: number;
  readonly title: string;
}

/** Posts that are asked for signatures: executives and heads, on a day. */
export async function signingSeats(tx: ReadTx, day: string): Promise<SeatChoice[]> {
  return [...(await seatsOn(tx, day, { kind: 'executive' })), ...(await seatsOn(tx, day, { kind: 'head' }))].map(({ id: seat, title }) => ({ id: seat, title }));
}

const bareName = (name: string): string => name.replace(/^(นาย|นางสาว|นาง|ว่าที่ร้อยตรี|ดร\.)\s*/u, '').trim();

/**
 * Steps as typed, the numbers of steps closed up. Failure: SIGNING_WHO, at the rows, for a name that nobody or several
 * people bear, a row with post and name, or a post that is not there.
 */
export async function stepsFrom(tx: ReadTx, typed: readonly Row[], day: string): Promise<Result<NewPart[][]>> {
  const seats = new Map((await signingSeats(tx, day)).map((seat) => [seat.id, seat]));
  const byStep = new Map<number, NewPart[]>();
  const refuse = (key: 'unknownPost' | 'bothGiven' | 'unknownPerson' | 'severalPeople', name: string) => fail('SIGNING_WHO', messages.words(key, { name }), { fields: { steps: messages.words(key, { name }) } });
  for (const row of typed) {
    const name = row.person?.trim() ?? '';
    if (row.position === undefined && name === '') continue;
    if (row.position !== undefined && name !== '') return refuse('bothGiven', name);
    const kind = row.kind ?? 'sign';
    const step = Number(row.step ?? '1');
    const list = byStep.get(step) ?? [];
    if (row.position !== undefined) {
      const seat = seats.get(row.position);
      if (!seat) return refuse('unknownPost', '');
      list.push({ kind, positionId: seat.id, label: seat.title });
    } else {
      const people = (await listPeople(tx, day, { words: bareName(name), limit: 20 })).filter((one) => one.name === name || `${one.given} ${one.family}` === bareName(name));
      const [person] = people;
      if (!person) return refuse('unknownPerson', name);
      if (people.length > 1) return refuse('severalPeople', name);
      list.push({ kind, personId: person.id, label: person.name });
    }
    byStep.set(step, list);
  }
  return ok([...byStep].sort(([a], [b]) => a - b).map(([, parts]) => parts));
}

/** The rows; `count` of them, the first `start` chosen beforehand. */
export function StepsFields({ ui, action, form, seats, count, start = [] }: { ui: Ui; action: string; form: AnyForm; seats: readonly SeatChoice[]; count: number; start?: readonly { readonly step: string; readonly kind: PartKind }[] }): VNode {
  const t = messages.in(ui.lang);
  const common = { ui, action, form, name: 'steps' };
  const wrong = ui.form.action === action ? ui.form.errors['steps'] : undefined;
  return (
    <FormSection title={t('who')} note={t('note')}>
      {wrong ? <p class="error" id="steps">{ui.text(wrong)}</p> : null}
      {Array.from({ length: count }, (_, i) => {
        const at = (name: keyof typeof fields) => ({ ...common, inputName: `steps.${i}.${name}`, field: fields[name] as Field<unknown>, label: t(`${name}N`, { n: i + 1 }) });
        return (
          <fieldset class="stack-s">
            <legend class="vh">{t('row', { n: i + 1 })}</legend>
            <FieldsRow>
              <FormField {...at('step')} as="select" size="xs" value={start[i]?.step ?? ''} options={steps.map((one) => ({ value: one, label: t('stepN_', { n: one }) }))} />
              <FormField {...at('kind')} as="select" size="s" value={start[i]?.kind ?? ''} options={partKinds.map((one) => ({ value: one, label: t(`kind.${one}`) }))} />
            </FieldsRow>
            <FieldsRow>
              <FormField {...at('position')} as="select" options={seats.map((seat) => ({ value: String(seat.id), label: seat.title }))} />
              <FormField {...at('person')} hint={i === 0 ? t('personHint') : ''} />
            </FieldsRow>
          </fieldset>
        );
      })}
    </FormSection>
  );
}
