// The findings of the linter: beside the form while typing, with buttons that mend the field; on the check page, with forms that mend the draft.
import type { VNode } from 'preact';
import { ActionForm } from '../../../../platform/forms/render.tsx';
import type { Ui } from '../../../../platform/http/ui.ts';
import { clusters } from '../../../../thai/index.ts';
import { Section } from '../../../../ui/components/panel.tsx';
import { StateMark } from '../../../../ui/components/state-mark.tsx';
import { useUi } from '../../../../ui/context.tsx';
import type { Finding } from '../../domain/letter-lint.ts';
import { draftHref } from '../../href.ts';
import type { Draft } from '../../store/drafts.ts';
import { messages } from './messages.ts';
import { repairForm } from './repair-form.ts';

const marks = { error: 'late', warning: 'risk', ask: 'wait' } as const;
const longest = 40;
const shown = (text: string): string => {
  const plain = text.trim().replace(/\s+/g, ' ');
  const letters = clusters(plain);
  return letters.length > longest ? `…${letters.slice(1 - longest).join('')}` : plain;
};

/** What a repair puts in where it leaves the rest of a long text as it is; undefined where it does more. */
function inserted({ original, repair = '' }: Finding): string | undefined {
  if (original.trim() === '') return repair;
  if (original.length <= longest) return undefined;
  let start = 0;
  while (start < original.length && original[start] === repair[start]) start += 1;
  const end = original.length - start;
  return repair.length > original.length && repair.endsWith(original.slice(start)) ? repair.slice(start, repair.length - end) : undefined;
}

type T = ReturnType<typeof messages.in>;

/** What the button of a repair says, and where it works. */
function repairWords(t: T, finding: Finding): { readonly act: string; readonly about: string } {
  const more = inserted(finding);
  const text = shown(more ?? finding.repair ?? '');
  const act = finding.repair === '' ? t('remove') : t(more === undefined ? 'change' : 'insert', { text: text || ' ' });
  return { act, about: t('about', { act, place: t(`field.${finding.place.field}`) }) };
}

function Line({ finding, children }: { finding: Finding; children?: VNode | null }): VNode {
  const { lang } = useUi();
  const t = messages.in(lang);
  const quote = shown(finding.original);
  return (
    <li>
      <p><StateMark kind={marks[finding.severity]} wrap>{finding.words[lang]}</StateMark></p>
      <p class="cluster small">
        <span class="quiet">{t(`field.${finding.place.field}`)}{quote ? ` “${quote}”` : ''}</span>
        {children}
      </p>
    </li>
  );
}

/** All findings, each with the button that its repair has here. */
function Listed({ findings, button }: { findings: readonly Finding[]; button: (finding: Finding & { readonly repair: string }, words: { readonly act: string; readonly about: string }) => VNode }): VNode {
  const t = messages.in(useUi().lang);
  return (
    <>
      <p class="quiet small" role="status">{findings.length === 0 ? t('none') : t('found', { count: findings.length })}</p>
      <ol class="findings">
        {findings.map((finding) => <Line finding={finding}>{finding.repair === undefined ? null : button({ ...finding, repair: finding.repair }, repairWords(t, finding))}</Line>)}
      </ol>
    </>
  );
}

/** The answer of `/drafts/lint`: its buttons change the fields of the form that asked, nothing on the server. `fields`: those that have another name in the form. */
export function TypingFindings({ findings, fields = {} }: { findings: readonly Finding[]; fields?: Partial<Record<Finding['place']['field'], string>> }): VNode {
  return (
    <Listed findings={findings} button={({ place, original, repair }, words) => (
      <button type="button" class="btn btn-quiet" data-lint-repair={fields[place.field] ?? place.field} data-lint-start={place.start} data-lint-original={original} data-lint-proposed={repair} aria-label={words.about}>{words.act}</button>
    )} />
  );
}

/**
 * The linter in a form: one line inside its `ActionForm`. It asks `/drafts/lint` with what is typed in the fields named as
 * `lintFields`; hidden fields `subKind` and `lintEnclosures` say what has no field. Without script it shows nothing: the
 * check page has the same findings.
 */
export function LetterLint({ subKind, enclosures = [] }: { subKind?: string; enclosures?: readonly string[] }): VNode {
  const t = messages.in(useUi().lang);
  return (
    <>
      {subKind ? <input type="hidden" name="subKind" value={subKind} /> : null}
      {enclosures.map((one) => <input type="hidden" name="lintEnclosures" value={one} />)}
      <section class="letter-lint" data-lint-url="/drafts/lint" data-lint-failed={t('failed')} aria-label={t('title')} hidden>
        <h2>{t('title')}</h2>
        <div data-lint-answer="" />
      </section>
    </>
  );
}

/** The findings in a kept draft; each repair is a form of its own, so that it works without script. */
export function DraftFindings({ ui, draft, findings }: { ui: Ui; draft: Draft; findings: readonly Finding[] }): VNode {
  const action = draftHref(draft.id, '/repair');
  return (
    <Section title={messages.in(ui.lang)('title')} id="lint">
      <Listed findings={findings} button={({ place, original, repair }, words) => (
        <ActionForm ui={ui} action={action} form={repairForm} class="inline" hidden={{ field: place.field, start: String(place.start), original: JSON.stringify(original), proposed: JSON.stringify(repair) }}>
          <button class="btn btn-quiet" aria-label={words.about}>{words.act}</button>
        </ActionForm>
      )} />
    </Section>
  );
}
