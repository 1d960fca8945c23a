import type { VNode } from 'preact';
import { ActionButton, ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import type { How, NewsKind } from '../../../../platform/notify/news-kind.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { readSetting } from '../../../../platform/settings/settings.ts';
import { bangkokDate, formatDate, formatEnglishDate } from '../../../../thai/index.ts';
import { Button, ButtonRow } from '../../../../ui/components/button.tsx';
import { Copyable } from '../../../../ui/components/copyable.tsx';
import { FieldsRow } from '../../../../ui/components/form.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Panel, Section } from '../../../../ui/components/panel.tsx';
import { StateMark } from '../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { personById } from '../../../organisation/index.ts';
import { channels } from '../../channels/channels.ts';
import { digestRhythms } from '../../domain/digest-day.ts';
import { printLineCode } from '../../line-code.ts';
import { howOf } from '../../domain/route.ts';
import { choiceOf } from '../../jobs/digests.ts';
import { messages } from '../../messages.ts';
import { usualRoutes } from '../../settings.ts';
import { routesOf, type Choice } from '../../store/choices.ts';
import { lineOf, openCode, type LineCode } from '../../store/line.ts';
import { choicesAddress, choicesPermission } from './address.ts';
import { routeField, type choicesForm } from './form.ts';

interface ChoicesData {
  readonly email: string | null;
  readonly choice: Choice;
  readonly routes: ReadonlyMap<string, How>;
  readonly line: 'off' | { readonly account: string | undefined; readonly linkedAt: Date | undefined; readonly code: LineCode | undefined; readonly minutesLeft: number };
}

/** How a person is told: what goes out by which channel, the digest, quiet hours, the link to LINE. */
export const choicesPage = (form: ReturnType<typeof choicesForm>, kinds: () => readonly NewsKind[]) => definePage({
  path: choicesAddress,
  permission: choicesPermission,
  async load(tx, { actor, services }) {
    const me = await personById(tx, actor.id);
    if (!me) return notFound();
    const own = (await routesOf(tx, [actor.id])).get(actor.id) ?? new Map<string, How>();
    const office = await readSetting(tx, usualRoutes);
    const { line } = services.config;
    const code = line ? await openCode(tx, actor.id) : undefined;
    return ok<ChoicesData>({
      email: me.email,
      choice: await choiceOf(tx, actor.id),
      routes: new Map(channels.flatMap((channel) => kinds().map((kind) => [routeField(channel.key, kind), howOf(kind, channel.key, own, office)] as const))),
      line: line ? { account: line.account, linkedAt: (await lineOf(tx, [actor.id])).get(actor.id)?.linkedAt, code, minutesLeft: code ? Math.max(1, Math.ceil((code.expiresAt.getTime() - Date.now()) / 60_000)) : 0 } : 'off',
    });
  },
  title: (_data, ui) => messages.in(ui.lang)('title'),
  view: (data: ChoicesData, ui) => <Choices data={data} ui={ui} form={form} kinds={kinds()} />,
});

interface Props {
  readonly data: ChoicesData;
  readonly ui: Ui;
}

const weekdayNames = { th: ['จันทร์', 'อังคาร', 'พุธ', 'พฤหัสบดี', 'ศุกร์', 'เสาร์', 'อาทิตย์'], en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] };

function Choices({ data, ui, form, kinds }: Props & { form: ReturnType<typeof choicesForm>; kinds: readonly NewsKind[] }): VNode {
  const t = messages.in(ui.lang);
  const { choice, email } = data;
  const field = { ui, action: choicesAddress, form };
  const offered = channels.filter((channel) => channel.key !== 'line' || data.line !== 'off');
  const hidden = channels.filter((channel) => !offered.includes(channel));
  return (
    <>
      <PageHead title={t('title')} sub={t('sub')} crumbs={[{ label: t('account'), href: '/account' }, { label: t('title') }]} />
      {email ? null : <Notice kind="warn"><p>{t('noMail')} <a href="/account">{t('addMail')}</a></p></Notice>}
      <ActionForm {...field} class="stack-l">
        <Section title={t('kinds')} {...(email ? { aside: <span class="quiet">{t('mailTo', { email })}</span> } : {})}>
          <Table
            caption={t('kinds')} captionHidden rows={kinds} rowKey={(kind) => kind.key}
            columns={[
              { key: 'kind', head: t('kind'), kind: 'main', cell: (kind) => <>{ui.text(kind.title)}<br /><span class="quiet mid regular">{ui.text(kind.about)}</span></> },
              ...offered.map((channel) => ({
                key: channel.key,
                head: ui.text(channel.title),
                cell: (kind: NewsKind) => (
                  <FormField {...field} name={routeField(channel.key, kind)} value={data.routes.get(routeField(channel.key, kind))} as="select" size="s" labelHidden
                    options={channel.hows.map((how) => ({ value: how, label: t(`how.${how}`) }))} />
                ),
              })),
            ]}
          />
          {hidden.flatMap((channel) => kinds.map((kind) => <input type="hidden" name={routeField(channel.key, kind)} value={data.routes.get(routeField(channel.key, kind))} />))}
        </Section>
        <div class="two">
          <Section title={t('digestTitle')}>
            <p class="quiet mid">{t('digestNote')}</p>
            <FormField {...field} name="digest" value={choice.digest} options={digestRhythms.map((rhythm) => ({ value: rhythm, label: t(`digest.${rhythm}`) }))} />
            <FieldsRow>
              <FormField {...field} name="digestAt" value={choice.digestAt} />
              <FormField {...field} name="digestWeekday" value={String(choice.digestWeekday)} as="select" size="s" options={weekdayNames[ui.lang].map((label, at) => ({ value: String(at + 1), label }))} />
            </FieldsRow>
            <FormField {...field} name="workingDays" value={choice.workingDays} />
          </Section>
          <Section title={t('quietTitle')}>
            <FormField {...field} name="quiet" value={choice.quiet} />
            <FieldsRow>
              <FormField {...field} name="quietFrom" value={choice.quietFrom} />
              <FormField {...field} name="quietTo" value={choice.quietTo} />
            </FieldsRow>
            <FormField {...field} name="mostUrgent" value={choice.mostUrgentPasses} />
          </Section>
        </div>
        <ButtonRow><Button kind="main">{t('save')}</Button></ButtonRow>
      </ActionForm>
      <Line data={data} ui={ui} />
    </>
  );
}

function Line({ data: { line }, ui }: Props): VNode {
  const t = messages.in(ui.lang);
  if (line === 'off') return <Section title={t('lineTitle')} id="line"><p class="quiet">{t('lineOff')}</p></Section>;
  const day = (at: Date) => (ui.lang === 'th' ? formatDate(bangkokDate(at), { style: 'short' }) : formatEnglishDate(bangkokDate(at), 'short'));
  if (line.linkedAt) {
    return (
      <Section title={t('lineTitle')} id="line">
        <p><StateMark kind="done">{t('lineLinked', { date: day(line.linkedAt) })}</StateMark></p>
        <ButtonRow><ActionButton ui={ui} action={`${choicesAddress}/line/unlink`}>{t('lineUnlink')}</ActionButton></ButtonRow>
      </Section>
    );
  }
  const friend = line.account ? <a href={`https://line.me/R/ti/p/${encodeURIComponent(line.account)}`} rel="noreferrer">{t('lineFriend', { account: line.account })}</a> : null;
  return (
    <Section title={t('lineTitle')} id="line">
      {line.code ? (
        <Panel title={t('lineCode')} level={3}>
          <p>{t('lineSteps')}{friend ? <> · {friend}</> : null}</p>
          <p class="figure"><Copyable value={printLineCode(line.code.code)} label={t('lineCode')} /></p>
          <p class="quiet mid">{t('lineCodeUntil', { minutes: line.minutesLeft })}</p>
        </Panel>
      ) : <p class="quiet">{t('lineNot')}</p>}
      <ButtonRow><ActionButton ui={ui} action={`${choicesAddress}/line/code`}>{line.code ? t('lineAgain') : t('lineLink')}</ActionButton></ButtonRow>
    </Section>
  );
}
