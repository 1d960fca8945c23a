// The findings of the linter: beside the form while typing, with buttons that mend the field; on the check page, with forms that mend the draft.
import type { VNode } from 'preact';
import { ActionForm } from '../../../../platform/forms/render.tsx';
import type { Ui } from '../../../../platform/http/ui.ts';
import { Section } from '../../../../ui/components/panel.tsx';
import { StateMark } from '../../../../ui/components/state-mark.tsx';
import { useUi } from '../../../../ui/context.tsx';
import type { Finding } from '../../domain/letter-lint.ts';
import { draftHref } from '../../href.ts';
import type { Draft } from '../../store/drafts.ts';
import { messages } from './messages.ts';
import { repairForm } from './repair-form.ts';

const marks = { error: 'late', warning: 'risk', ask: 'wait' } as const;
const longest = 48;
const shown = (text: string): string => {
  const plain = text.trim().replace(/\s+/g, ' ');
  return plain.length > longest ? `…${plain.slice(1 - longest)}` : plain;
};

type T = ReturnType<typeof messages.in>;

/** What the button of a repair says, and where it works. */
function repairWords(t: T, finding: Finding): { readonly act: string; readonly about: string } {
  const text = shown(finding.repair ?? '');
  const act = text === '' ? (finding.repair === '' ? t('remove') : t('change', { text: finding.repair ?? '' })) : t(finding.original === '' ? 'insert' : 'change', { text });
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

function Summary({ count }: { count: number }): VNode {
  const t = messages.in(useUi().lang);
  return <p class="quiet small" role="status">{count === 0 ? t('none') : t('found', { count })}</p>;
}

/** The answer of `/drafts/lint`: its buttons change the fields of the form that asked, nothing on the server. */
export function TypingFindings({ findings }: { findings: readonly Finding[] }): VNode {
  const t = messages.in(useUi().lang);
  return (
    <>
      <Summary count={findings.length} />
      <ol class="findings">
        {findings.map((finding) => {
          const words = repairWords(t, finding);
          return (
            <Line finding={finding}>
              {finding.repair === undefined ? null : (
                <button type="button" class="btn btn-quiet" data-lint-repair={finding.place.field} data-lint-start={finding.place.start} data-lint-original={finding.original} data-lint-proposed={finding.repair} aria-label={words.about}>{words.act}</button>
              )}
            </Line>
          );
        })}
      </ol>
    </>
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
  const t = messages.in(ui.lang);
  const action = draftHref(draft.id, '/repair');
  return (
    <Section title={t('title')} id="lint">
      <Summary count={findings.length} />
      <ol class="findings">
        {findings.map((finding) => {
          const words = repairWords(t, finding);
          return (
            <Line finding={finding}>
              {finding.repair === undefined ? null : (
                <ActionForm ui={ui} action={action} form={repairForm} class="inline" hidden={{ field: finding.place.field, start: String(finding.place.start), original: JSON.stringify(finding.original), proposed: JSON.stringify(finding.repair) }}>
                  <button class="btn btn-quiet" aria-label={words.about}>{words.act}</button>
                </ActionForm>
              )}
            </Line>
          );
        })}
      </ol>
    </Section>
  );
}
