// States and times of requests on screen.
import type { VNode } from 'preact';
import type { Ui } from '../../../platform/http/ui.ts';
import { momentWords } from '../../../platform/when.ts';
import { StateMark } from '../../../ui/components/state-mark.tsx';
import type { StateKind } from '../../../ui/components/state-mark.tsx';
import type { RequestState } from '../domain/request.ts';
import { messages } from './messages.ts';

const kinds = { open: 'going', complete: 'done', refused: 'late', withdrawn: 'void' } as const satisfies Record<RequestState, StateKind>;

/** "รอลงนาม 1 จาก 2". */
export function RequestStateMark({ ui, state, done, all }: { ui: Ui; state: RequestState; done: number; all: number }): VNode {
  return <StateMark kind={state === 'open' && done === 0 ? 'wait' : kinds[state]}>{messages.in(ui.lang)(`state.${state}`, { done, all })}</StateMark>;
}

export const momentText = (ui: Ui, at: Date): string => momentWords(ui.lang, at);
