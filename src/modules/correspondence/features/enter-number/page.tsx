// A number for a letter made outside Krom, today or with a reason for an earlier day of this year.
import type { VNode } from 'preact';
import { z } from 'zod';
import type { ReadTx } from '../../../../platform/db/database.ts';
import { choice, textarea, thaiDate } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { defineAction, definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { Button, ButtonRow } from '../../../../ui/components/button.tsx';
import { FilterBar } from '../../../../ui/components/filter-bar.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Panel } from '../../../../ui/components/panel.tsx';
import { books } from '../../domain/kinds.ts';
import { printedReference } from '../../domain/reference.ts';
import { bookName } from '../../domain/register-columns.ts';
import { numberMessages as messages } from '../../registers/messages.ts';
import { chosenUnit, ownUnits } from '../../office.ts';
import type { UnitChoice } from '../../office.ts';
import { letterParams, optionalId } from '../../params.ts';
import { enterNumber } from '../../registers/reserve.ts';
import { dayText } from '../../shown.tsx';
import { NoUnit, UnitFilter } from '../../unit-filter.tsx';
import { handFields } from '../reserve-numbers/form.ts';

const enterForm = defineForm({
  book: choice(books, { label: messages.words('book') }),
  letterDate: thaiDate({ label: messages.words('letterDate'), hint: messages.words('letterDateHint') }),
  ...handFields,
  backDateReason: textarea({ label: messages.words('backDateReason'), max: 500, rows: 2, optional: true }),
});

interface Data {
  readonly units: readonly UnitChoice[];
  readonly unit: UnitChoice | undefined;
  readonly today: string;
}

async function load(tx: ReadTx, asked: number | undefined, today: string) {
  const units = await ownUnits(tx, 'correspondence.reserve', today);
  return ok<Data>({ units, unit: chosenUnit(units, asked), today });
}

const common = { permission: 'correspondence.reserve', title: (_data: Data, ui: Ui) => messages.in(ui.lang)('enterTitle'), view: EnterView } as const;

export const enterPage = definePage({
  ...common,
  path: '/register/enter',
  query: z.object({ unit: optionalId }),
  load: (tx, { query, services }) => load(tx, query.unit, services.clock.today()),
});

const unitEnterPage = definePage({
  ...common,
  path: '/register/enter/:id',
  params: letterParams,
  async load(tx, { params, services }) {
    const data = await load(tx, params.id, services.clock.today());
    return data.ok && data.value.unit?.id !== params.id ? notFound() : data;
  },
});

const enterAction = defineAction({
  path: '/register/enter/:id',
  permission: 'correspondence.reserve',
  params: letterParams,
  form: enterForm,
  page: unitEnterPage,
  async run(tx, { params, input, services }) {
    if (!(await ownUnits(tx, 'correspondence.reserve', services.clock.today())).some((unit) => unit.id === params.id)) return notFound();
    const done = await enterNumber(tx, services, { unitId: params.id, ...input });
    return done.ok
      ? ok({ audit: done.value.audit, goTo: `/register?unit=${params.id}`, flash: messages.words('entered', { reference: printedReference(done.value.taken.reference) }) })
      : done;
  },
});

export const enterNumberRoutes = [enterPage, unitEnterPage, enterAction];

function EnterView({ units, unit, today }: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  if (!unit) return <div class="stack"><PageHead title={t('enterTitle')} /><NoUnit ui={ui} /></div>;
  const action = `/register/enter/${unit.id}`;
  const form = { ui, action, form: enterForm };
  return (
    <div class="stack">
      <PageHead title={t('enterTitle')} sub={t('enterSub')} />
      {units.length > 1 ? <FilterBar action="/register/enter"><UnitFilter ui={ui} units={units} chosen={unit} /></FilterBar> : null}
      <Panel title={unit.label}>
        <ActionForm ui={ui} action={action} form={enterForm}>
          <FormField {...form} name="book" as="select" options={books.map((book) => ({ value: book, label: bookName(book, ui.lang) }))} />
          <FormField {...form} name="letterDate" value={dayText(ui, today)} />
          <FormField {...form} name="to" />
          <FormField {...form} name="subject" rows={2} />
          <FormField {...form} name="action" />
          <FormField {...form} name="remark" />
          {ui.can('correspondence.back-date', unit.id) ? <FormField {...form} name="backDateReason" rows={2} /> : null}
          <ButtonRow><Button kind="main">{t('enterButton')}</Button></ButtonRow>
        </ActionForm>
      </Panel>
    </div>
  );
}
