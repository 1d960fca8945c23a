import { expect, test } from 'vitest';
import type { KromModule } from '../module.ts';
import { ok } from '../result.ts';
import { checkHooks, defineHook, type HookDefinition } from './hook.ts';

const good = defineHook({ path: '/x/hook', permission: { public: 'signed by the sender' }, actor: 'x.hook', maxBytes: 10, verify: () => ok(undefined), run: async () => ok({ audit: [] }) });
const moduleOf = (...hooks: readonly HookDefinition[]): KromModule => ({ name: 'x', title: { th: 'ก', en: 'x' }, hooks });

test('a hook that says who may call it and checks the sender is taken', () => {
  expect(() => checkHooks([moduleOf(good)])).not.toThrow();
});

test.each<[string, readonly HookDefinition[], string]>([
  ['not made by defineHook', [{ ...good }], 'was not made by defineHook'],
  ['without a reason', [defineHook({ ...good, permission: { public: ' ' } })], 'does not say why anybody may call it'],
  ['without a check of the sender', [defineHook({ ...good, verify: undefined as never })], 'checks no sender'],
  ['with the actor of another module', [defineHook({ ...good, actor: 'y.hook' })], 'needs an actor named x.'],
  ['at a taken address', [good, defineHook(good)], 'is already taken by x'],
])('the app refuses to start on a hook %s', (_what, hooks, words) => {
  expect(() => checkHooks([moduleOf(...hooks)])).toThrow(words);
});
