// One received letter: the paper, and beside it the usual next step, who has it, and everything that happened.
import type { VNode } from 'preact';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PaperDesk } from '../../../../ui/layouts/desk.tsx';
import { SimilarRecords } from '../../../../platform/search/similar.tsx';
import { letterParams } from '../../params.ts';
import { receivedType } from '../../received/search.ts';
import { messages as received } from '../../received/messages.ts';
import { receivedMark } from '../../received/shown.tsx';
import { urgencyStamp } from '../../shown.tsx';
import { markHolderOpened } from '../../store/received.ts';
import { Acts } from './acts.tsx';
import { Assignments, Chain, Openings } from './chain-view.tsx';
import { openedReceived } from './downloads.ts';
import { loadMatter } from './load.ts';
import type { MatterData } from './load.ts';
import { messages } from './messages.ts';
import { Facts, Files, Paper } from './paper-view.tsx';

export const incomingPage = definePage({
  path: '/incoming/:id',
  permission: 'correspondence.read-incoming',
  frame: 'full',
  params: letterParams,
  async load(tx, { params, services, actor }) {
    const data = await loadMatter(tx, params.id, services.clock.today());
    if (data.ok) {
      const { letter, holds, mine } = data.value;
      // A receipt, not business: a page load changes nothing, so it is a short transaction of its own, and not waited for.
      if ((holds && letter.openedAt === null) || mine.some((one) => one.openedAt === null)) {
        services.database.write(actor, (own) => markHolderOpened(own, params.id, services.clock.now())).catch((error: unknown) => services.log.warn({ receivedId: params.id, error }, 'the opening of a received letter was not recorded'));
      }
    }
    return data;
  },
  opens: ({ letter }) => openedReceived(letter),
  title: ({ letter }, ui) => `${received.in(ui.lang)('numberOf', { number: letter.number, year: letter.year })} ${letter.subject}`,
  view: MatterView,
});

function MatterView(data: MatterData, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const r = received.in(ui.lang);
  const { letter } = data;
  const overdue = letter.state !== 'closed' && letter.dueAt !== null && letter.dueAt <= ui.now;
  const acts = data.holds || data.keeps || data.mine.length > 0;
  return (
    <PaperDesk
      crumbs={[{ label: r('incoming'), href: '/incoming' }, { label: r('numberOf', { number: letter.number, year: letter.year }) }]}
      paper={<Paper data={data} ui={ui} />}
      jump={acts && letter.state !== 'closed' ? { href: '#acts', label: t('jump') } : undefined}
      side={(
        <div class="stack">
          <h1>{urgencyStamp(letter.urgency)} {letter.subject}</h1>
          <p>{receivedMark(ui, { ...letter, overdue })}</p>
          {letter.parkedReason ? <Notice kind="warn" title={t('parked', { reason: letter.parkedReason })}><p><a href="/incoming/parked">{r('parked')}</a></p></Notice> : null}
          <Acts data={data} ui={ui} />
          <Assignments data={data} ui={ui} />
          <Chain data={data} ui={ui} />
          <Files data={data} ui={ui} />
          <Facts data={data} ui={ui} />
          <Openings data={data} ui={ui} />
          <SimilarRecords type={receivedType} id={letter.id} ui={ui} />
        </div>
      )}
    />
  );
}
