import type { VNode } from 'preact';
import { moveClock } from '../../../../platform/clock-setting.ts';
import { thaiDate, time } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { defineAction, definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { addDays, bangkokDate, bangkokInstant, bangkokTime, formatDate, formatEnglishDate, formatTime, localDate, localTime } from '../../../../thai/index.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { messages } from '../../messages.ts';

const form = defineForm({ date: thaiDate({ label: messages.words('clock.date') }), time: time({ label: messages.words('clock.time') }) });
const address = '/system/clock';

/** The clock of the demo: legal time can be moved, and what falls due by it happens. Not there outside a demo. */
export const clockPage = definePage({
  path: address,
  permission: { signedIn: 'in a demo everybody may move the clock to see what a deadline does; elsewhere the page does not exist' },
  load: async (_tx, { services }) => (services.config.demo ? ok({}) : notFound()),
  title: (_data, ui) => messages.in(ui.lang)('clock.title'),
  view: (_data, ui) => <ClockView ui={ui} />,
});

export const moveClockAction = defineAction({
  path: address,
  permission: { signedIn: 'refused outside a demo by the platform itself' },
  form,
  page: clockPage,
  async run(tx, { input, services }) {
    const instant = bangkokInstant(localDate(input.date), localTime(input.time));
    const moved = await moveClock(tx, services, instant);
    if (!moved.ok) return moved;
    return ok({
      audit: { action: 'system.clock-moved', subject: { type: 'platform.clock', id: null }, detail: { to: instant.toISOString() } },
      goTo: address,
      flash: messages.words('clock.moved'),
    });
  },
});

function ClockView({ ui }: { ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const today = bangkokDate(ui.now);
  const day = ui.lang === 'th' ? formatDate(today, { style: 'weekday' }) : formatEnglishDate(today, 'weekday');
  const jumps = [
    { date: addDays(today, 1), time: '08:30', label: t('clock.nextDay') },
    { date: localDate('2020-11-10'), time: '00:05', label: t('clock.deadline') },
  ].filter((jump) => jump.date > today);
  return (
    <div class="stack-l">
      <PageHead title={t('clock.title')} sub={t('clock.sub')} />
      <p>
        {t('clock.now')} <strong>{day} {ui.lang === 'th' ? formatTime(bangkokTime(ui.now)) : bangkokTime(ui.now)}</strong>
      </p>
      <div class="btn-row">
        {jumps.map((jump) => (
          <ActionForm ui={ui} action={address} class="inline-form" hidden={{ date: jump.date, time: jump.time }}>
            <Button>{jump.label}</Button>
          </ActionForm>
        ))}
      </div>
      <ActionForm ui={ui} action={address} form={form}>
        <FormField ui={ui} action={address} form={form} name="date" value={today} />
        <FormField ui={ui} action={address} form={form} name="time" value={bangkokTime(ui.now)} />
        <Button kind="main">{t('clock.move')}</Button>
      </ActionForm>
    </div>
  );
}
