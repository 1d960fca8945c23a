// The first question: what do you want to write? Plain words and small pictures of the forms, the most used first.
import type { VNode } from 'preact';
import type { Ui } from '../../../../platform/http/ui.ts';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { formOf } from '../../domain/forms.ts';
import type { FormKey } from '../../domain/forms.ts';
import { address } from '../../shown.tsx';
import type { LetterTemplate } from '../../store/templates.ts';
import type { ComposeData } from './load.ts';
import { messages } from './messages.ts';

export type NewData = ComposeData & { readonly choosing: boolean; readonly templates: readonly LetterTemplate[] };

const groups = [
  { title: 'mostUsed', keys: ['memo', 'circular'] },
  { title: 'group.letters', keys: ['external', 'stamped', 'note'] },
  { title: 'group.directive', keys: ['order', 'regulation', 'rule'] },
  { title: 'group.publicity', keys: ['announcement', 'statement', 'news'] },
  { title: 'group.record', keys: ['certificate'] },
] as const satisfies readonly { title: string; keys: readonly FormKey[] }[];

export function ChooseForm({ data, ui }: { data: NewData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const link = (query: Record<string, string | number>) => address('/drafts/new', { ...query, ...(data.units.length > 1 ? { unit: data.unit.id } : {}) });
  return (
    <div class="page stack">
      <PageHead title={t('chooseTitle')} sub={t('chooseLead')} />
      {groups.map((group) => (
        <Section title={t(group.title)}>
          <ul class="form-choices">
            {group.keys.map((key) => (
              <li><a href={link({ form: key })}><Picture form={key} /><span><strong>{t(`say.${key}`)}</strong><span class="quiet mid">{t(`name.${key}`)}</span></span></a></li>
            ))}
          </ul>
        </Section>
      ))}
      {data.templates.length > 0 ? (
        <Section title={t('templates')} aside={<a href="/letter-templates">{t('templatesAll')}</a>}>
          <ul class="form-choices">
            {data.templates.map((one) => <li><a href={link({ template: one.id })}><Picture form={one.form} /><span><strong>{one.name}</strong><span class="quiet mid">{t(`name.${one.form}`)}</span></span></a></li>)}
          </ul>
        </Section>
      ) : null}
      <p class="quiet">{t('minutesNote')} <a href="/meetings">{t('minutesLink')}</a></p>
    </div>
  );
}

/** A form at a glance: where the emblem stands, what is in the head, how it closes. */
function Picture({ form }: { form: FormKey }): VNode {
  const { subKind, signed } = formOf(form);
  const bar = (x: number, y: number, width: number) => <rect x={x} y={y} width={width} height="2" rx="1" />;
  const titled = subKind !== 'memo' && subKind !== 'external' && subKind !== 'stamped' && subKind !== 'note';
  return (
    <svg class="form-picture" viewBox="0 0 42 58" width="42" height="58" aria-hidden="true" focusable="false">
      <rect class="form-picture-sheet" x="0.5" y="0.5" width="41" height="57" rx="1.5" />
      {subKind === 'note' ? null : <circle cx={subKind === 'memo' ? 8 : 21} cy="8" r={subKind === 'memo' ? 3 : 4} />}
      {subKind === 'memo' ? <>{bar(14, 8, 16)}{bar(5, 15, 32)}{bar(5, 19, 14)}{bar(22, 19, 15)}</> : null}
      {subKind === 'external' || subKind === 'certificate' ? <>{bar(5, 15, 11)}{bar(26, 15, 11)}{bar(26, 18, 9)}</> : null}
      {subKind === 'stamped' ? <>{bar(5, 15, 11)}{bar(5, 19, 15)}</> : null}
      {titled && subKind !== 'certificate' ? <>{bar(11, 15, 20)}{bar(14, 19, 14)}</> : null}
      {subKind === 'note' ? <>{bar(16, 7, 10)}{bar(5, 14, 18)}</> : null}
      {bar(9, 26, 28)}{bar(5, 30, 32)}{bar(5, 34, 26)}{bar(9, 39, 28)}
      {subKind === 'stamped' ? <circle class="form-picture-seal" cx="29" cy="48" r="5.5" /> : signed ? bar(22, 49, 14) : bar(22, 46, 12)}
    </svg>
  );
}
