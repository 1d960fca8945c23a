import { defineAction, type ActionOutcome } from '../../../../platform/http/define.ts';
import type { Tx } from '../../../../platform/db/database.ts';
import { fail, ok, type Result } from '../../../../platform/result.ts';
import type { Services } from '../../../../platform/services.ts';
import { completeSignIn, originOf, stepAddress, stepCookie, type SecondFactor, type SignInOrigin } from '../../sign-in/complete-sign-in.ts';
import { m as ownerWords } from '../../sign-in/messages.ts';
import { checkCode, readCode, recoveryHash } from '../../sign-in/one-time-codes.ts';
import { signInLimits } from '../../sign-in/settings.ts';
import { tellOwner } from '../../sign-in/tell-owner.ts';
import { tokenHash } from '../../sign-in/tokens.ts';
import { beginSecondStep, closeStep, countWrongCode, noteRefusedSignIn, useCode, useRecoveryCode, type SignInLimits, type StepState } from '../../store/sign-ins.ts';
import { codeForm, recoveryForm } from './form.ts';
import { m } from './messages.ts';
import { codePermission, enterCodePage, recoveryAddress } from './page.tsx';

interface Attempt {
  readonly step: StepState;
  readonly token: Buffer;
  readonly origin: SignInOrigin;
  readonly limits: SignInLimits;
  readonly services: Services;
}

type Request = Parameters<typeof originOf>[0] & { readonly services: Services };

const subject = (id: number) => ({ type: 'organisation.person', id });
const noCookie = [{ name: stepCookie, value: '', maxAgeSeconds: 0 }];

/** Opens the attempt of a request; an outcome where there is no step any more, or where it must wait. */
async function begin(tx: Tx, { services, ...request }: Request): Promise<Attempt | ActionOutcome> {
  const cookie = request.cookies[stepCookie];
  const origin = originOf(request);
  const limits = await signInLimits(tx);
  const token = tokenHash(cookie ?? '');
  const step = cookie ? await beginSecondStep(tx, token, origin.browser, limits) : undefined;
  if (!step) return { audit: { action: 'organisation.code-refused', subject: { type: 'organisation.person', id: null }, detail: { why: 'closed' } }, goTo: stepAddress, cookies: noCookie };
  if (step.waitSeconds > 0) {
    return { audit: { action: 'organisation.sign-in-delayed', subject: subject(step.personId), detail: { seconds: step.waitSeconds, at: 'code' } }, goTo: `${stepAddress}?state=wait&seconds=${step.waitSeconds}` };
  }
  return { step, token, origin, limits, services };
}

/** A wrong code is an outcome, not a failure: its count must be kept. Too many end the step, and the owner hears of it. */
async function refuse(tx: Tx, { step, token, origin, limits, services }: Attempt, second: SecondFactor, state: string): Promise<Result<ActionOutcome>> {
  const { personId, method } = step;
  await noteRefusedSignIn(tx, { personId, method, second, reason: second, origin });
  const counted = await countWrongCode(tx, token, origin.browser, limits);
  const audit = { action: 'organisation.code-refused', subject: subject(personId), detail: { second, closed: counted?.closed ?? false } };
  if (!counted?.closed) return ok({ audit, goTo: `${stepAddress}?state=${state}` });
  await tellOwner(tx, services, { id: personId, name: counted.name, email: counted.email }, ownerWords.words('codesTried'));
  return ok({ audit, goTo: '/sign-in?state=codes', cookies: noCookie });
}

async function finish(tx: Tx, { step, token, origin, services }: Attempt, second: SecondFactor, codesLeft?: number): Promise<Result<ActionOutcome>> {
  await closeStep(tx, token);
  const { personId, method, login, next, detail } = step;
  const done = await completeSignIn(tx, services, { personId, method, strong: false, second, login, origin, next, detail, ...(codesLeft === undefined ? {} : { codesLeft }) });
  return ok(codesLeft === undefined ? done : { ...done, flash: m.words('fewLeft', { n: codesLeft }) });
}

export const enterCodeAction = defineAction({
  path: stepAddress,
  permission: codePermission,
  form: codeForm,
  page: enterCodePage,
  async run(tx, { input, ...request }) {
    // What cannot be a code is a slip of the finger, not a guess.
    if (readCode(input.code) === undefined) return fail('NOT_A_CODE', m.words('notCode'), { fields: { code: m.words('notCode') } });
    const attempt = await begin(tx, request);
    if (!('step' in attempt)) return ok(attempt);
    const { personId, sealedSecret } = attempt.step;
    const half = sealedSecret === null ? 'wrong' : checkCode(attempt.services, personId, sealedSecret, input.code);
    if (half === 'no-key') return ok({ audit: { action: 'organisation.code-refused', subject: subject(personId), detail: { why: 'no-key' } }, goTo: `${stepAddress}?state=no-key` });
    if (half === 'wrong') return refuse(tx, attempt, 'code', 'wrong');
    if (!(await useCode(tx, personId, half))) return refuse(tx, attempt, 'code', 'used');
    return finish(tx, attempt, 'code');
  },
});

export const useRecoveryCodeAction = defineAction({
  path: recoveryAddress,
  permission: codePermission,
  form: recoveryForm,
  page: enterCodePage,
  async run(tx, { input, ...request }) {
    const attempt = await begin(tx, request);
    if (!('step' in attempt)) return ok(attempt);
    const { personId } = attempt.step;
    const left = await useRecoveryCode(tx, personId, recoveryHash(personId, input.recovery));
    return left === undefined ? refuse(tx, attempt, 'recovery-code', 'wrong-recovery') : finish(tx, attempt, 'recovery-code', left);
  },
});
