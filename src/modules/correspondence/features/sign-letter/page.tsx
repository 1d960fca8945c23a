// Asking for electronic signatures on an issued letter: who approves or signs before its signer.
import type { VNode } from 'preact';
import { can, standsFor } from '../../../../platform/access/actor.ts';
import type { ReadTx } from '../../../../platform/db/database.ts';
import { ActionForm } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { fail, notFound, ok } from '../../../../platform/result.ts';
import type { Result } from '../../../../platform/result.ts';
import { Button, ButtonRow } from '../../../../ui/components/button.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { signingSeats, StepsFields } from '../../../signatures/index.ts';
import type { SeatChoice } from '../../../signatures/index.ts';
import { printedReference } from '../../domain/reference.ts';
import { letterHref } from '../../href.ts';
import { letterParams } from '../../params.ts';
import { canBeSigned } from '../../signing.ts';
import { findLetter } from '../../store/letters.ts';
import type { Letter } from '../../store/letters.ts';
import { signLetterForm } from './form.ts';
import { messages } from './messages.ts';

/** Whether the actor may ask for signatures on a letter of the unit. */
export const mayAsk = (tx: ReadTx, letter: Pick<Letter, 'unitId'>): boolean => standsFor(tx.actor, letter.unitId) && can(tx.actor, 'signatures.request', letter.unitId);

/** A letter of the actor's unit that can be signed. Failures: NOT_FOUND, CANNOT_BE_SIGNED. */
export async function signable(tx: ReadTx, id: number) {
  const letter = await findLetter(tx, id);
  if (!letter || !mayAsk(tx, letter)) return notFound();
  return canBeSigned(letter) ? ok(letter) : fail('CANNOT_BE_SIGNED', messages.words('cannot'), { status: 409 });
}

interface Data {
  readonly letter: Letter;
  readonly seats: readonly SeatChoice[];
}

export const signLetterPage = definePage({
  path: '/letters/:id/signing',
  permission: 'signatures.request',
  params: letterParams,
  async load(tx, { params, services }): Promise<Result<Data>> {
    const letter = await signable(tx, params.id);
    return letter.ok ? ok({ letter: letter.value, seats: await signingSeats(tx, services.clock.today()) }) : letter;
  },
  title: (_data, ui) => messages.in(ui.lang)('title'),
  view: SignLetterView,
});

function SignLetterView({ letter, seats }: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const action = letterHref(letter.id, '/signing');
  const reference = printedReference(letter.reference);
  return (
    <div class="stack measure">
      <PageHead title={t('title')} sub={t('sub', { reference, signer: letter.signer.name })} crumbs={[{ label: reference, href: letterHref(letter.id) }, { label: t('title') }]} />
      <ActionForm ui={ui} action={action} form={signLetterForm}>
        <StepsFields ui={ui} action={action} form={signLetterForm} seats={seats} count={4} />
        <ButtonRow><Button kind="main">{t('send')}</Button></ButtonRow>
      </ActionForm>
    </div>
  );
}
