import type { VNode } from 'preact';
import type { Ui } from '../../../../../platform/http/ui.ts';
import type { Language } from '../../../../../platform/words.ts';
import { Button } from '../../../../../ui/components/button.tsx';
import { fieldId } from '../../../../../ui/context.tsx';
import type { Finding } from '../../../domain/finding.ts';
import { FindingList } from '../../../shown.tsx';
import { inputOf } from '../../domain/places.ts';
import type { ReadFramework } from '../../domain/read-typed.ts';
import { WeightBar } from '../../shown.tsx';
import { messages } from './messages.ts';

/** Id of the editor's form: buttons beside it belong to it. */
export const editorId = 'framework-editor';

/** Weights as they stand in the fields, what cannot be read, and what the check finds, with its repairs. */
export function LiveFindings({ lang, read, findings }: { lang: Language; read: ReadFramework; findings: readonly Finding[] }): VNode {
  const t = messages.in(lang);
  // The list asks only for words.
  const ui = { lang, text: (words) => words[lang] } as Ui;
  const problems = Object.entries(read.problems);
  return (
    <div class="stack">
      <WeightBar ui={ui} framework={read.framework} />
      {problems.length > 0 ? (
        <ul class="check-found">
          {problems.map(([name, words]) => <li><span class="state state-late">{t('unreadMark')}</span><div><a href={`#${fieldId(name)}`}>{words[lang]}</a></div></li>)}
        </ul>
      ) : null}
      <FindingList ui={ui} findings={findings} none={problems.length > 0 ? null : undefined} inputOf={(finding) => inputOf(read.framework, read.rows, finding)}
        repair={(finding, value) => <Button form={editorId} name="step" value={`repair:${inputOf(read.framework, read.rows, finding)}=${value}`}>{t('repair', { value })}</Button>} />
    </div>
  );
}
