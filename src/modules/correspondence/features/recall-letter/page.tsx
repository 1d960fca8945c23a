// What can still be done about a letter that went out wrong: take it back, replace it, or void its number.
import type { VNode } from 'preact';
import { can } from '../../../../platform/access/actor.ts';
import type { ReadTx } from '../../../../platform/db/database.ts';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import type { Result } from '../../../../platform/result.ts';
import { Button, ButtonRow } from '../../../../ui/components/button.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Panel } from '../../../../ui/components/panel.tsx';
import { printedReference } from '../../domain/reference.ts';
import { letterHref } from '../../href.ts';
import { messages as shared } from '../../messages.ts';
import { letterParams } from '../../params.ts';
import { findLetter } from '../../store/letters.ts';
import type { Letter } from '../../store/letters.ts';
import { receiptCounts } from '../../store/recipients.ts';
import type { ReceiptCounts } from '../../store/recipients.ts';
import { reasonForm } from './form.ts';
import { messages } from './messages.ts';

interface Data {
  readonly letter: Letter;
  readonly counts: ReceiptCounts;
}

/** The letter, when its fate is in the actor's hands: of his unit, and issued. */
export async function recallable(tx: ReadTx, id: number): Promise<Result<Letter>> {
  const letter = await findLetter(tx, id);
  const mine = letter && tx.actor.principals.includes(letter.unitId) && can(tx.actor, 'correspondence.recall', letter.unitId);
  return mine && letter.body ? ok(letter) : notFound();
}

export const recallPage = definePage({
  path: '/letters/:id/recall',
  permission: 'correspondence.recall',
  params: letterParams,
  async load(tx, { params }) {
    const letter = await recallable(tx, params.id);
    return letter.ok ? ok({ letter: letter.value, counts: await receiptCounts(tx, params.id) }) : letter;
  },
  title: (_data, ui) => messages.in(ui.lang)('title'),
  view: RecallView,
});

function RecallView({ letter, counts }: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const open = letter.state === 'issued';
  const act = (verb: 'recall' | 'correct' | 'void', kind: 'danger' | 'main') => {
    const action = letterHref(letter.id, `/${verb}`);
    return (
      <Panel title={t(verb)}>
        <p>{t(`${verb}Text`)}</p>
        <ActionForm ui={ui} action={action} form={reasonForm} class="form" scope={verb}>
          <FormField ui={ui} action={action} form={reasonForm} name="reason" rows={2} />
          <ButtonRow><Button kind={kind}>{t(`${verb}Button`)}</Button></ButtonRow>
        </ActionForm>
      </Panel>
    );
  };
  const correctable = open || (letter.state === 'recalled' && !letter.replacedBy);
  return (
    <div class="stack">
      <PageHead
        title={t('title')}
        sub={`${printedReference(letter.reference)} ${letter.subject}`}
        crumbs={[{ label: s('sentLetters'), href: '/sent-letters' }, { label: printedReference(letter.reference), href: letterHref(letter.id) }, { label: t('title') }]}
      />
      <Notice>{counts.opened > 0 ? t('opened', { opened: counts.opened, all: counts.all }) : t('nobody')}</Notice>
      {correctable ? act('correct', 'main') : <Notice kind="warn">{s('notIssued')}</Notice>}
      {open ? act('recall', 'danger') : null}
      {open && counts.opened === 0 ? act('void', 'danger') : null}
    </div>
  );
}
