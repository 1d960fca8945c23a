// The screen of certification: the minutes as sheets, beside them what the addressee answers.
import type { VNode } from 'preact';
import { z } from 'zod';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { ok } from '../../../../platform/result.ts';
import { toThaiDigits } from '../../../../thai/index.ts';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { PaperDesk } from '../../../../ui/layouts/desk.tsx';
import { keys } from '../../circulation/access.ts';
import { certifyHref } from '../../circulation/facts.ts';
import { proposedRuns } from '../../circulation/suggestions.ts';
import { plainLine } from '../../domain/minutes-text.ts';
import { messages as shared } from '../../messages.ts';
import { signedLines } from '../../minutes-paper.ts';
import { minutesParts, MinutesSheet } from '../../minutes-sheet.tsx';
import { meetingHref, referenceText } from '../../shown.ts';
import { findMeeting } from '../../store/meetings.ts';
import { loadCertify } from './load.ts';
import type { CertifyScreen } from './load.ts';
import { messages } from './messages.ts';
import { Side } from './side.tsx';

const id = z.coerce.number().int().positive().max(2_147_483_647);
/** Also the params of the actions that show this page again. */
const pageParams = z.object({ id, answer: id.optional() });
const pageQuery = z.object({
  part: z.string().max(100).optional(), at: z.string().max(100).optional(), line: z.string().max(100).optional(), field: z.string().max(200).optional(), edit: id.optional().catch(undefined),
});

interface Data {
  readonly screen: CertifyScreen | undefined;
  readonly meetingId: number;
  readonly reference: string;
}

function certifyPageAt(path: string) {
  return definePage({
    path,
    permission: keys.certify,
    frame: 'full',
    params: pageParams,
    query: pageQuery,
    async load(tx, { params, query, services, form }) {
      // After a refused suggestion the chosen line stands in what was typed.
      const typed = (name: string) => { const value = form.values[name]; return typeof value === 'string' && value !== '' ? value : undefined; };
      const screen = await loadCertify(tx, services, params.id, params.answer, {
        ...query, line: query.line ?? typed('lineId'), field: query.field ?? typed('field'), edit: query.edit ?? (Number(typed('suggestion')) || undefined),
      });
      if (!screen.ok) return screen;
      const meeting = screen.value?.meeting ?? (await findMeeting(tx, params.id));
      return ok<Data>({ screen: screen.value, meetingId: params.id, reference: meeting ? referenceText(meeting) : '' });
    },
    title: ({ reference }, ui) => `${messages.in(ui.lang)('title')} ${reference}`,
    view: CertifyView,
  });
}

export const certifyPage = certifyPageAt('/meetings/:id/certify');
export const certifyAnswerPage = certifyPageAt('/meetings/:id/certify/:answer');

function CertifyView({ screen, meetingId }: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  if (!screen) {
    return (
      <div class="page stack">
        <PageHead title={t('title')} crumbs={[{ label: shared.in(ui.lang)('meetings'), href: '/meetings' }, { label: t('title') }]} />
        <EmptyState title={t('nothing')} action={<ButtonLink href={meetingHref(meetingId)}>{t('backToMeeting')}</ButtonLink>}>{t('nothingText')}</EmptyState>
      </div>
    );
  }
  const { meeting, version, answer, part, line, suggestions } = screen;
  const parts = minutesParts(version.content);
  const at = parts.findIndex((one) => one.id === part);
  const open = answer.answeredAt === null;
  const href = (query: Record<string, string>, anchor = '') => `${certifyHref(meeting.id, answer.id)}?${new URLSearchParams(query).toString()}${anchor}`;
  const marked = new Set([...suggestions.map((one) => one.lineId), ...(line ? [line] : [])]);
  const paper = (
    <>
      <nav class="desk-narrow cluster mid paper-parts" aria-label={t('byPart')}>
        {parts.map((one) => <a href={href({ part: one.id })} aria-current={one.id === part ? 'page' : undefined}>{one.title}</a>)}
        <a href={href({ part: 'all' })} aria-current={part === undefined ? 'page' : undefined}>{t('whole')}</a>
      </nav>
      <MinutesSheet content={version.content} part={part} signed={signedLines(version)} marked={marked}
        lineHref={open ? (lineId) => href({ ...(part ? { part } : { part: 'all' }), line: lineId }, '#suggest') : undefined}
        runs={proposedRuns(version.content, suggestions)}
        under={(lineId) => suggestions.filter((one) => one.lineId === lineId && one.change.kind === 'insert').map((one) => (
          <p class="ln is-marked"><ins>{one.change.kind === 'insert' ? toThaiDigits(plainLine(one.change.line)) : ''}</ins></p>
        ))} />
    </>
  );
  return (
    <PaperDesk paper={paper} side={<Side screen={screen} ui={ui} href={href} />}
      crumbs={[{ label: shared.in(ui.lang)('meetings'), href: '/meetings' }, { label: referenceText(meeting), href: meetingHref(meeting.id) }, { label: t('title') }]}
      pages={part === undefined ? undefined : { page: at + 1, pages: parts.length, previous: at > 0 ? href({ part: parts[at - 1]?.id ?? '' }) : undefined, next: at < parts.length - 1 ? href({ part: parts[at + 1]?.id ?? '' }) : undefined }}
      jump={{ href: '#answer', label: t('toAnswer'), note: screen.over || screen.daysLeft === undefined ? undefined : <span class="due-soon">{screen.daysLeft === 0 ? t('lastDay') : t('left', { n: screen.daysLeft })}</span> }} />
  );
}

