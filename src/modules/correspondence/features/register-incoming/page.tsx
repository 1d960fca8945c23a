// Registering a letter by hand or scan: what stands on it, how it came, its files.
import type { VNode } from 'preact';
import { z } from 'zod';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { stateFor } from '../../../../platform/forms/render.tsx';
import { readFileRecords } from '../../../../platform/files/file-records.ts';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { ok } from '../../../../platform/result.ts';
import { bangkokDate, bangkokTime } from '../../../../thai/index.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { FileField, UploadProgress } from '../../../../ui/components/file-field.tsx';
import { FieldsRow, FormSection } from '../../../../ui/components/form.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { secrecies, urgencies } from '../../domain/kinds.ts';
import { typedChannels } from '../../domain/received.ts';
import { proposeFacts, type ProposedFacts } from '../../domain/read-letter.ts';
import { printedReference } from '../../domain/reference.ts';
import { readText } from '../../received/file-reader.ts';
import { messages as shared } from '../../messages.ts';
import { chosenUnit, ownUnits } from '../../office.ts';
import type { UnitChoice } from '../../office.ts';
import { optionalId } from '../../params.ts';
import { messages as received } from '../../received/messages.ts';
import { urgencyWords } from '../../shown.tsx';
import { findLetter } from '../../store/letters.ts';
import type { Letter } from '../../store/letters.ts';
import { NoUnit } from '../../unit-filter.tsx';
import { registerForm, scanForm } from './form.ts';
import { messages } from './messages.ts';

/** Ids of files in an address: `12.13`. */
const fileList = z.string().max(300).optional().transform((text) => [...new Set((text ?? '').split('.').filter((id) => /^\d{1,15}$/.test(id)).map(Number))].slice(0, 20)).catch([]);

interface Data {
  readonly units: readonly UnitChoice[];
  readonly unit: UnitChoice | undefined;
  /** A letter of the house that is being registered. */
  readonly letter: Letter | null;
  /** Files sent before, and what their words seem to say. */
  readonly scans: readonly number[];
  readonly proposed: ProposedFacts;
}

export const registerIncomingPage = definePage({
  path: '/incoming/new',
  permission: 'correspondence.receive-letters',
  query: z.object({ unit: optionalId, letter: optionalId, files: fileList }),
  async load(tx, { query, services }) {
    const units = await ownUnits(tx, 'correspondence.receive-letters', services.clock.today());
    const letter = query.letter === undefined ? undefined : await findLetter(tx, query.letter);
    // Only the sender's own uploads: of others this finds none.
    const scans = await readFileRecords(tx, query.files);
    const texts = await Promise.all(scans.map(async (file) => (await readText(await services.files.get(file.hash), file.mediaType).catch(() => ({ text: '' }))).text));
    return ok<Data>({ units, unit: chosenUnit(units, query.unit), letter: letter?.body ? letter : null, scans: scans.map((file) => file.id), proposed: proposeFacts(texts.join('\n')) });
  },
  title: (_data, ui) => messages.in(ui.lang)('title'),
  view: RegisterView,
});

function RegisterView({ units, unit, letter, scans, proposed }: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const r = received.in(ui.lang);
  if (!unit) return <div class="stack"><PageHead title={t('title')} /><NoUnit ui={ui} /></div>;
  const action = '/incoming/new';
  const common = { ui, action, form: registerForm };
  const state = stateFor(ui, action);
  // Files that came with a form that was refused are in the house already: they need not be sent again.
  const kept = [...new Set([state.values['kept'], state.values['files'], scans.map(String)].flat().filter((id): id is string => typeof id === 'string' && id !== ''))];
  const filesError = state.errors['files'];
  return (
    <div class="stack">
      <PageHead title={t('title')} sub={t('sub')} crumbs={[{ label: r('incoming'), href: '/incoming' }, { label: t('title') }]} />
      {scans.length > 0
        ? <Notice kind={Object.keys(proposed).length > 0 ? undefined : 'warn'} title={t(Object.keys(proposed).length > 0 ? 'scanned' : 'scannedNothing')}>{t('keptNote', { count: scans.length })}</Notice>
        : letter ? null : <Scan ui={ui} />}
      <ActionForm ui={ui} action={action} form={registerForm} guard>
        {units.length === 1 ? <input type="hidden" name="unit" value={String(unit.id)} /> : <FormField {...common} name="unit" as="select" value={unit.id} options={units.map((one) => ({ value: String(one.id), label: one.label }))} />}
        {letter ? <input type="hidden" name="letter" value={String(letter.id)} /> : null}
        {state.errors['confirmed'] ? <FormField {...common} name="confirmed" /> : null}
        <FormSection title={t('about')} note={letter ? t('letterOfHouse', { reference: printedReference(letter.reference) }) : t('aboutNote')}>
          <FormField {...common} name="from" value={letter?.fromText ?? proposed.from} />
          <FieldsRow>
            <FormField {...common} name="reference" value={letter?.reference ?? proposed.reference} />
            <FormField {...common} name="letterDate" value={letter?.letterDate ?? proposed.letterDate} />
          </FieldsRow>
          <FormField {...common} name="to" value={letter?.toText ?? proposed.to} />
          <FormField {...common} name="subject" value={letter?.subject ?? proposed.subject} />
          <FormField {...common} name="enclosures" value={letter?.body?.enclosures.map((one) => one.label).join(', ')} />
          <FormField {...common} name="urgency" arrange="row" value={letter?.urgency ?? proposed.urgency ?? 'ordinary'} options={urgencies.map((one) => ({ value: one, label: ui.text(urgencyWords[one]) }))} />
          <FieldsRow>
            <FormField {...common} name="beforeDate" />
            <FormField {...common} name="beforeTime" />
          </FieldsRow>
          <FormField {...common} name="secrecy" arrange="row" value={letter?.secrecy ?? 'none'} options={secrecies.map((one) => ({ value: one, label: r(`secrecy.${one}`) }))} />
        </FormSection>
        <FormSection title={t('arrival')} note={t('arrivalNote')}>
          {letter ? <input type="hidden" name="channel" value="internal" /> : <FormField {...common} name="channel" arrange="row" value={scans.length > 0 ? 'scan' : 'paper'} options={typedChannels.map((one) => ({ value: one, label: r(`channel.${one}`) }))} />}
          <FieldsRow>
            <FormField {...common} name="receivedOn" value={bangkokDate(ui.now)} />
            <FormField {...common} name="receivedTime" value={bangkokTime(ui.now).slice(0, 5)} />
          </FieldsRow>
          <FormField {...common} name="remark" rows={2} />
        </FormSection>
        <FormSection title={t('filesTitle')}>
          {kept.map((id) => <input type="hidden" name="kept" value={id} />)}
          {kept.length > 0 ? <p class="quiet">{t('keptNote', { count: kept.length })}</p> : null}
          <FileField name="files" label={t('files')} hint={t('filesHint')} multiple optional accept="application/pdf,image/*" error={filesError ? ui.text(filesError) : undefined} />
          <UploadProgress />
        </FormSection>
        <ButtonRow><Button kind="main">{t('save')}</Button><ButtonLink kind="quiet" href="/incoming">{s('cancel')}</ButtonLink></ButtonRow>
      </ActionForm>
    </div>
  );
}

/** Files first: the house reads them and fills the form in. */
function Scan({ ui }: { ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const error = stateFor(ui, '/incoming/scan').errors['scans'];
  return (
    <details open={error !== undefined}>
      <summary>{t('scan')}</summary>
      <ActionForm ui={ui} action="/incoming/scan" form={scanForm} scope="scan">
        <FileField name="scans" label={t('files')} hint={t('filesHint')} multiple accept="application/pdf,image/*" error={error ? ui.text(error) : undefined} />
        <ButtonRow><Button>{t('scanButton')}</Button></ButtonRow>
      </ActionForm>
    </details>
  );
}
