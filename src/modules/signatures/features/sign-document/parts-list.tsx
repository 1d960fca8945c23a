// Who has signed and whose turn it is, step by step.
import type { VNode } from 'preact';
import type { Ui } from '../../../../platform/http/ui.ts';
import { Section } from '../../../../ui/components/panel.tsx';
import { Timeline } from '../../../../ui/components/timeline.tsx';
import type { TimelineItem, TimelineState } from '../../../../ui/components/timeline.tsx';
import type { Part } from '../../domain/request.ts';
import { momentText } from '../../requests/shown.tsx';
import type { SigningData } from './load.ts';
import { messages } from './messages.ts';

const dots = { queued: 'next', open: 'now', signed: 'done', done: 'done', refused: 'void', dropped: 'void' } as const satisfies Record<Part['state'], TimelineState>;

export function PartsList({ data, ui }: { data: Pick<SigningData, 'request' | 'waiting'>; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const { parts } = data.request;
  const several = new Set(parts.map((part) => part.step)).size > 1;
  const stateWords = (part: Part): string => {
    switch (part.state) {
      case 'queued': return t('stateQueued');
      case 'open': {
        const now = data.waiting.find((one) => one.partId === part.id);
        return now ? t('stateOpenBy', { name: now.name }) : t('stateVacant');
      }
      case 'signed': return t('stateSigned');
      case 'done': return t(part.kind === 'sign' ? 'stateDone' : 'stateApproved');
      case 'refused': return t('stateRefused');
      case 'dropped': return t('stateDropped');
    }
  };
  const items = parts.map((part): TimelineItem => ({
    state: dots[part.state],
    text: `${several ? `${t('step', { n: part.step })} ` : ''}${t(part.kind === 'sign' ? 'kindSign' : 'kindApprove')}: ${part.label}`,
    by: [part.decidedByName ? `${part.decidedByName} ${part.decidedTitle ?? ''}`.trim() : '', stateWords(part)].filter(Boolean).join(' · '),
    ...(part.decidedAt ? { time: momentText(ui, part.decidedAt), iso: part.decidedAt.toISOString() } : {}),
    note: [part.timeStamp === 'stamped' ? t('stamped') : part.timeStamp === 'gone-on' ? t('goneOn') : '', part.note].filter(Boolean).join(' · ') || undefined,
  }));
  return <Section title={t('who')}><Timeline items={items} label={t('who')} /></Section>;
}
