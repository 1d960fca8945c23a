// Letters that nobody answers for, each with the next route chosen: one press sends it on.
import type { VNode } from 'preact';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { ok } from '../../../../platform/result.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { goneDrafts, type GoneDraft } from '../../gone-drafts.ts';
import { draftHref, incomingHref } from '../../href.ts';
import { messages as shared } from '../../messages.ts';
import { addressBook } from '../../office.ts';
import { proposalSeats, type Choice } from '../../received/office.ts';
import { parkedLetters } from '../../received/parking.ts';
import { messages as received } from '../../received/messages.ts';
import { instantText } from '../../shown.tsx';
import type { Received } from '../../store/received.ts';
import { rerouteForm, rerouteUnitForm } from './form.ts';
import { messages } from './messages.ts';

interface Data {
  readonly lines: readonly { readonly letter: Received; readonly seats: readonly Choice[] }[];
  readonly units: readonly Choice[];
  readonly drafts: readonly GoneDraft[];
}

const most = 200;

export const parkedPage = definePage({
  path: '/incoming/parked',
  permission: 'correspondence.reroute',
  async load(tx, { services }) {
    const today = services.clock.today();
    const letters = await parkedLetters(tx, most);
    const seatsOf = new Map<number, Choice[]>();
    for (const { unitId } of letters) if (!seatsOf.has(unitId)) seatsOf.set(unitId, await proposalSeats(tx, unitId, today));
    const drafts = await goneDrafts(tx, today, most);
    const units = letters.length + drafts.length > 0 ? (await addressBook(tx, today)).units.map((unit) => ({ id: unit.id, label: unit.label, hint: unit.name })) : [];
    return ok<Data>({ lines: letters.map((letter) => ({ letter, seats: seatsOf.get(letter.unitId) ?? [] })), units, drafts });
  },
  title: (_data, ui) => received.in(ui.lang)('parked'),
  view: ParkedView,
});

function ParkedView({ lines, units, drafts }: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const r = received.in(ui.lang);
  return (
    <div class="stack">
      <PageHead title={r('parked')} sub={t('sub')} crumbs={[{ label: r('incoming'), href: '/incoming' }, { label: r('parked') }]} />
      <Table caption={r('parked')} captionHidden rows={lines} rowKey={({ letter }) => String(letter.id)}
        empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
        columns={[
          { key: 'subject', head: s('subject'), kind: 'main', cell: ({ letter }) => <a href={incomingHref(letter.id)}>{letter.subject}</a> },
          { key: 'reason', head: t('reason'), cell: ({ letter }) => letter.parkedReason },
          { key: 'since', head: t('since'), cell: ({ letter }) => (letter.parkedAt ? instantText(ui, letter.parkedAt) : null) },
          { key: 'to', head: t('to'), kind: 'wide', cell: ({ letter, seats }) => <Routes letter={letter} seats={seats} units={units} ui={ui} /> },
        ]} />
      {drafts.length > 0 ? (
        <Section title={t('drafts')}>
          <p class="quiet">{t('draftsSub')}</p>
          <Table caption={t('drafts')} captionHidden rows={drafts} rowKey={(draft) => String(draft.id)}
            columns={[
              { key: 'subject', head: s('subject'), kind: 'main', cell: (draft) => draft.subject },
              { key: 'from', head: s('from'), cell: (draft) => draft.fromText },
              { key: 'by', head: t('draftedBy'), cell: (draft) => draft.draftedBy },
              { key: 'to', head: t('to'), kind: 'wide', cell: (draft) => <Give draft={draft} units={units} ui={ui} /> },
            ]} />
        </Section>
      ) : null}
    </div>
  );
}

function Give({ draft, units, ui }: { draft: GoneDraft; units: readonly Choice[]; ui: Ui }): VNode {
  const action = draftHref(draft.id, '/give-unit');
  return (
    <ActionForm ui={ui} action={action} form={rerouteUnitForm} scope={`draft-${draft.id}`}>
      <FormField ui={ui} action={action} form={rerouteUnitForm} name="unit" as="select" options={units.map((one) => ({ value: String(one.id), label: one.label }))} />
      <Button>{messages.in(ui.lang)('give')}</Button>
    </ActionForm>
  );
}

function Routes({ letter, seats, units, ui }: { letter: Received; seats: readonly Choice[]; units: readonly Choice[]; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const post = incomingHref(letter.id, '/reroute');
  const unit = incomingHref(letter.id, '/reroute-unit');
  const options = (list: readonly Choice[]) => list.map((one) => ({ value: String(one.id), label: one.label }));
  return (
    <div class="stack">
      {seats.length > 0 ? (
        <ActionForm ui={ui} action={post} form={rerouteForm} scope={`post-${letter.id}`}>
          <FormField ui={ui} action={post} form={rerouteForm} name="position" as="select" value={seats[0]?.id} options={options(seats)} />
          <Button kind="plain">{t('reroute')}</Button>
        </ActionForm>
      ) : null}
      <ActionForm ui={ui} action={unit} form={rerouteUnitForm} scope={`unit-${letter.id}`}>
        <FormField ui={ui} action={unit} form={rerouteUnitForm} name="unit" as="select" options={options(units)} />
        <Button>{t('rerouteUnit')}</Button>
      </ActionForm>
    </div>
  );
}
