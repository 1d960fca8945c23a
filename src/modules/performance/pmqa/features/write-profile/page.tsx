// Category 0: its five sections, and one of them to be written.
import type { VNode } from 'preact';
import { integer, textarea } from '../../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../../platform/forms/form.ts';
import { ActionForm, FormField, stateFor } from '../../../../../platform/forms/render.tsx';
import { definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../../ui/components/button.tsx';
import { AutosaveStatus } from '../../../../../ui/components/form.tsx';
import { Section } from '../../../../../ui/components/panel.tsx';
import { profileSections, sectionWords, type ProfileSection } from '../../domain/sections.ts';
import { readBasics, type YearBasics } from '../../load.ts';
import { messages as shared } from '../../messages.ts';
import { sectionParams, yearParams } from '../../params.ts';
import { LockedNotice, SavedMeanwhile, savedWords, YearHead, yearHref } from '../../shown.tsx';
import { profileTexts, type ProfileText } from '../../store/answers.ts';
import { messages } from './messages.ts';

export interface ProfileData extends YearBasics {
  readonly texts: readonly ProfileText[];
}

const nameOf = (ui: Ui, section: ProfileSection): string => `${ui.text(sectionWords[section].mark)} ${ui.text(sectionWords[section].name)}`;

export const profilePage = definePage({
  path: '/performance/pmqa/:year/profile',
  permission: 'performance.read',
  params: yearParams,
  async load(tx, { params, services }) {
    const basics = await readBasics(tx, params.year, services);
    return basics ? ok({ ...basics, texts: await profileTexts(tx, basics.record.id) }) : notFound();
  },
  title: (_data, ui) => ui.text(messages.words('title')),
  view: (data: ProfileData, ui: Ui): VNode => {
    const t = messages.in(ui.lang);
    const year = data.record.year;
    return (
      <div class="stack-l">
        <YearHead ui={ui} year={year} at="/profile" title={t('title')} sub={t('sub')} crumb={ui.text(shared.words('tabProfile'))} />
        {data.mayProfile ? null : <LockedNotice ui={ui} data={data} />}
        {profileSections.map((section) => {
          const saved = data.texts.find((one) => one.section === section);
          return (
            <Section title={nameOf(ui, section)} id={`section-${section}`} aside={saved ? savedWords(ui, saved) : undefined}>
              <div class="stack-s measure">
                {saved && saved.text.trim() !== '' ? saved.text.split('\n').filter(Boolean).map((line) => <p>{line}</p>) : <p class="quiet">{t('empty')} · {t('asks', { what: ui.text(sectionWords[section].asks) })}</p>}
                {data.mayProfile ? <p><ButtonLink href={yearHref(year, `/profile/${section}`)}>{t('edit')} <span class="vh">{nameOf(ui, section)}</span></ButtonLink></p> : null}
              </div>
            </Section>
          );
        })}
      </div>
    );
  },
});

export const sectionForm = defineForm({ text: textarea({ label: messages.words('text'), max: 20_000, optional: true }), rev: integer({ label: { th: '', en: '' } }) });

export const sectionPage = definePage({
  path: '/performance/pmqa/:year/profile/:section',
  permission: 'performance.report',
  params: sectionParams,
  async load(tx, { params, services }) {
    const basics = await readBasics(tx, params.year, services);
    return basics?.mayProfile ? ok({ year: params.year, section: params.section, saved: (await profileTexts(tx, basics.record.id)).find(({ section }) => section === params.section) }) : notFound();
  },
  title: ({ section }, ui) => nameOf(ui, section),
  view: ({ year, section, saved }: { year: number; section: ProfileSection; saved: ProfileText | undefined }, ui: Ui): VNode => {
    const t = messages.in(ui.lang);
    const s = shared.in(ui.lang);
    const action = yearHref(year, `/profile/${section}`);
    const form = { ui, action, form: sectionForm };
    const sent = stateFor(ui, action).values.rev;
    const late = saved !== undefined && sent !== undefined && sent !== String(saved.rev);
    return (
      <div class="stack-l">
        <YearHead ui={ui} year={year} at="/profile" title={nameOf(ui, section)} sub={t('asks', { what: ui.text(sectionWords[section].asks) })} crumb={nameOf(ui, section)} />
        <ActionForm {...form} class="form" hidden={{ rev: String(saved?.rev ?? 0) }} draft={`pmqa-${year}-${section}`} autosave={{ saving: s('autosaving'), saved: s('autosaved'), failed: s('autosaveFailed') }}>
          <FormField {...form} name="text" value={saved?.text} rows={12} neededLater />
          <ButtonRow><Button kind="main">{s('save')}</Button><ButtonLink kind="quiet" href={yearHref(year, '/profile')}>{s('cancel')}</ButtonLink></ButtonRow>
          <AutosaveStatus>{savedWords(ui, saved)}</AutosaveStatus>
        </ActionForm>
        {late ? <SavedMeanwhile ui={ui} saved={saved}><p class="pre">{saved.text}</p></SavedMeanwhile> : null}
      </div>
    );
  },
});
