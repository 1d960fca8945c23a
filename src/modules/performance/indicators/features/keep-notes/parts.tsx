import type { VNode } from 'preact';
import type { EvidenceLine } from '../../../../../platform/evidence/evidence-links.ts';
import { ActionForm, FormField } from '../../../../../platform/forms/render.tsx';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { dayWords } from '../../../../../platform/when.ts';
import { localDate } from '../../../../../thai/index.ts';
import { Attachment } from '../../../../../ui/components/attachment.tsx';
import { Button, ButtonLink, ButtonRow } from '../../../../../ui/components/button.tsx';
import { Section } from '../../../../../ui/components/panel.tsx';
import { StateMark, type StateKind } from '../../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../../ui/components/table.tsx';
import { messages as shared } from '../../messages.ts';
import { indicatorHref } from '../../place.ts';
import { bahtText, unitOptions, unitShort } from '../../shown.tsx';
import { riskStates, type CannotDo, type Risk, type RiskState } from '../../store/notes.ts';
import { answerForm, cannotForm, evidenceForm, reportForm, riskForm, withdrawForm } from './forms.ts';
import { messages } from './messages.ts';
import type { NotesData } from './page.tsx';

interface Part { readonly data: NotesData; readonly ui: Ui }
const hrefOf = ({ cycle, indicator }: NotesData, rest: string): string => indicatorHref(cycle.fiscalYear, indicator.key, `/notes${rest}`);
const day = (ui: Ui, on: string): string => dayWords(ui.lang, localDate(on));
/** Baht of several projects, added as satang. */
const sum = (budgets: readonly string[]): string => { const satang = budgets.reduce((total, one) => total + BigInt(one.replace('.', '')), 0n).toString().padStart(3, '0'); return `${satang.slice(0, -2)}.${satang.slice(-2)}`; };

/** A form that opens when it is asked for, or when it was refused. */
function Fold({ title, action, ui, children }: { title: string; action: string; ui: Ui; children: VNode }): VNode {
  return <details class="step-more" open={ui.form.action === action}><summary>{title}</summary>{children}</details>;
}

export function ProjectsPart({ data, ui }: Part): VNode {
  const t = messages.in(ui.lang);
  const { projects, units, cycle } = data;
  return (
    <Section title={t('projects')} id="projects">
      <Table caption={t('projects')} captionHidden rows={projects} rowKey={({ id }) => String(id)} empty={<p class="quiet">{t('noProjects')}</p>} footer={{ name: t('total'), budget: bahtText(sum(projects.map(({ budget }) => budget))) }} columns={[
        { key: 'name', head: t('project'), kind: 'main', cell: ({ name }) => name }, { key: 'unit', head: t('unit'), cell: ({ unitId }) => unitShort(units, unitId) }, { key: 'budget', head: t('budget'), kind: 'num', cell: ({ budget }) => bahtText(budget) },
      ]} />
      <p><a href={`/performance/${cycle.fiscalYear}/projects`}>{t('allProjects')}</a></p>
    </Section>
  );
}

const riskMarks: Readonly<Record<RiskState, StateKind>> = { open: 'risk', watched: 'going', happened: 'late', closed: 'done' };

export function RisksPart({ data, ui }: Part): VNode {
  const t = messages.in(ui.lang);
  const { risks, units, may } = data;
  const grade = (n: number) => t(`grade.${n as 1 | 2 | 3}`);
  return (
    <Section title={t('risks')} id="risks">
      <Table caption={t('risks')} captionHidden rows={risks} rowKey={({ id }) => String(id)} empty={<p class="quiet">{t('noRisks')}</p>} columns={[
        { key: 'risk', head: t('risk'), kind: 'main', cell: ({ risk }) => <span class="pre">{risk}</span> },
        { key: 'level', head: `${t('chance')} / ${t('effect')}`, cell: ({ chance, effect }) => `${grade(chance)} / ${grade(effect)}` },
        { key: 'answer', head: t('answer'), kind: 'wide', cell: ({ answer }) => answer },
        { key: 'owner', head: t('owner'), cell: ({ ownerUnitId }) => unitShort(units, ownerUnitId) },
        { key: 'state', head: t('state'), cell: ({ state }) => <StateMark kind={riskMarks[state]}>{t(`risk.${state}`)}</StateMark> },
      ]} />
      {may ? <>{risks.map((risk) => <RiskForm data={data} risk={risk} ui={ui} />)}<RiskForm data={data} risk={undefined} ui={ui} /></> : null}
    </Section>
  );
}

function RiskForm({ data, risk, ui }: Part & { risk: Risk | undefined }): VNode {
  const t = messages.in(ui.lang);
  const action = hrefOf(data, risk ? `/risks/${risk.id}` : '/risks');
  const form = { ui, action, form: riskForm };
  const grades = (['1', '2', '3'] as const).map((value) => ({ value, label: t(`grade.${value}`) }));
  return (
    <Fold title={risk ? `${t('changeRisk')}: ${risk.risk.slice(0, 60)}` : t('addRisk')} action={action} ui={ui}>
      <ActionForm {...form} scope={`risk-${risk?.id ?? 'new'}`} hidden={{ rev: String(risk?.rev ?? '') }}>
        <FormField {...form} name="risk" value={risk?.risk} rows={2} />
        <FormField {...form} name="chance" arrange="row" value={String(risk?.chance ?? 2)} options={grades} /><FormField {...form} name="effect" arrange="row" value={String(risk?.effect ?? 2)} options={grades} />
        <FormField {...form} name="answer" value={risk?.answer} rows={2} />
        <FormField {...form} name="owner" as="select" empty={t('noOwner')} value={risk?.ownerUnitId ?? ''} options={unitOptions(data.units)} />
        <FormField {...form} name="state" arrange="row" value={risk?.state ?? 'open'} options={riskStates.map((value) => ({ value, label: t(`risk.${value}`) }))} />
        <ButtonRow><Button>{risk ? t('changeRisk') : t('addRisk')}</Button></ButtonRow>
      </ActionForm>
    </Fold>
  );
}

export function ReportsPart({ data, ui }: Part): VNode | null {
  const t = messages.in(ui.lang);
  const { reports, indicator, may } = data;
  if (!indicator.tags.includes('reform-plan') && reports.length === 0) return null;
  const action = hrefOf(data, '/reports');
  const form = { ui, action, form: reportForm };
  return (
    <Section title={t('reports')} id="reports">
      {reports.length === 0 ? <p class="quiet">{t('noReports')}</p> : reports.map((report) => {
        const withdraw = { ui, action: hrefOf(data, `/reports/${report.id}/withdraw`), form: withdrawForm };
        return (
          <div class="inset stack-s">
            <p><strong>{report.href ? <a href={report.href}>{report.title}</a> : report.title}</strong> <span class="quiet">{[report.reference, day(ui, report.sentOn)].filter(Boolean).join(' · ')}</span></p>
            <p class="pre">{report.reported}</p>
            <EvidenceLines lines={report.evidence} ui={ui} />
            {may ? <Fold title={t('withdrawReport')} action={withdraw.action} ui={ui}><ActionForm {...withdraw} scope={`report-${report.id}`}><FormField {...withdraw} name="reason" /><ButtonRow><Button kind="danger">{t('withdrawReport')}</Button></ButtonRow></ActionForm></Fold> : null}
          </div>
        );
      })}
      {may ? (
        <Fold title={t('addReport')} action={action} ui={ui}>
          <ActionForm {...form} scope="report">
            <FormField {...form} name="title" /><FormField {...form} name="reference" size="m" /><FormField {...form} name="sentOn" size="m" /><FormField {...form} name="reported" rows={3} /><FormField {...form} name="href" /><FormField {...form} name="files" />
            <ButtonRow><Button>{t('addReport')}</Button></ButtonRow>
          </ActionForm>
        </Fold>
      ) : null}
    </Section>
  );
}

export function CannotPart({ data, ui }: Part): VNode {
  const t = messages.in(ui.lang);
  const { flags, units, mine, keeps } = data;
  const action = hrefOf(data, '/cannot');
  const form = { ui, action, form: cannotForm };
  return (
    <Section title={t('cannot')} aside={t('cannotNote')} id="cannot">
      {flags.length === 0 ? <p class="quiet">{t('noCannot')}</p> : flags.map((flag) => <Flag data={data} flag={flag} keeps={keeps} ui={ui} />)}
      {mine.length > 0 ? (
        <Fold title={t('say')} action={action} ui={ui}>
          <ActionForm {...form} scope="cannot">
            <FormField {...form} name="unit" as={mine.length > 1 ? 'select' : 'radios'} value={mine[0]} options={mine.map((id) => ({ value: String(id), label: unitShort(units, id) }))} />
            <FormField {...form} name="what" /><FormField {...form} name="reason" rows={3} />
            <ButtonRow><Button>{t('say')}</Button></ButtonRow>
          </ActionForm>
        </Fold>
      ) : null}
    </Section>
  );
}

function Flag({ data, flag, keeps, ui }: Part & { flag: CannotDo; keeps: boolean }): VNode {
  const t = messages.in(ui.lang);
  const form = { ui, action: hrefOf(data, `/cannot/${flag.id}/answer`), form: answerForm };
  return (
    <div class="inset stack-s">
      <p><strong>{`${unitShort(data.units, flag.unitId)}: ${flag.what}`}</strong> <StateMark kind={flag.answer === null ? 'wait' : 'done'}>{t(flag.answer === null ? 'waits' : 'answered')}</StateMark></p>
      <p class="pre">{flag.reason}</p>
      <p class="quiet small">{t('saidBy', { name: flag.personName, day: day(ui, flag.saidOn) })}</p>
      {flag.answer === null ? null : <p class="pre">{`${t('answered')}: ${flag.answer}`} <span class="quiet small">{t('saidBy', { name: flag.answeredByName ?? '', day: flag.answeredOn ? day(ui, flag.answeredOn) : '' })}</span></p>}
      {keeps && flag.answer === null ? <ActionForm {...form} scope={`answer-${flag.id}`}><FormField {...form} name="answer" rows={2} /><ButtonRow><Button>{t('giveAnswer')}</Button></ButtonRow></ActionForm> : null}
    </div>
  );
}

const looks = { same: 'done', changed: 'wait', unseen: 'void' } as const;

function EvidenceLines({ lines, ui }: { lines: readonly EvidenceLine[]; ui: Ui }): VNode | null {
  const t = messages.in(ui.lang);
  if (lines.length === 0) return null;
  return (
    <div>
      {lines.map((line) => {
        const facts = <>{`${day(ui, line.date)}${line.note ? ` · ${line.note}` : ''} · `}<span title={line.contentHash}>{t('hash', { hash: line.contentHash.slice(0, 12) })}</span></>;
        const mark = <StateMark kind={looks[line.state]}>{t(`evidence.${line.state}`)}</StateMark>;
        return line.href === undefined ? <p class="attachment"><span class="attachment-text">{t('hidden')}<span class="quiet">{facts}</span></span>{mark}</p> : <Attachment name={line.title ?? t('record')} href={line.href} note={facts} action={mark} />;
      })}
    </div>
  );
}

export function EvidencePart({ data, ui }: Part): VNode {
  const t = messages.in(ui.lang);
  const { evidence, may, cycle, indicator } = data;
  const action = hrefOf(data, '/evidence');
  const form = { ui, action, form: evidenceForm };
  return (
    <Section title={t('evidence')} id="evidence">
      {evidence.length === 0 ? <p class="quiet">{t('noEvidence')}</p> : <EvidenceLines lines={evidence} ui={ui} />}
      {may ? evidence.map((line) => {
        const back = { ui, action: hrefOf(data, `/evidence/${line.id}/withdraw`), form: withdrawForm };
        return (
          <Fold title={`${t('takeBack')} ${line.title ?? ''}`} action={back.action} ui={ui}>
            <ActionForm {...back} scope={`back-${line.id}`}><FormField {...back} name="reason" /><ButtonRow><Button kind="danger">{t('takeBack')}</Button></ButtonRow></ActionForm>
          </Fold>
        );
      }) : null}
      {may ? (
        <Fold title={t('addEvidence')} action={action} ui={ui}>
          <ActionForm {...form} scope="evidence">
            <FormField {...form} name="files" /><FormField {...form} name="links" rows={2} /><FormField {...form} name="note" />
            <ButtonRow><Button>{t('addEvidence')}</Button></ButtonRow>
          </ActionForm>
        </Fold>
      ) : null}
      <ButtonRow><ButtonLink href={indicatorHref(cycle.fiscalYear, indicator.key, '/evidence.zip')} download>{shared.in(ui.lang)('zip')}</ButtonLink></ButtonRow>
    </Section>
  );
}
