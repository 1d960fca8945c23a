// One suggestion as the addressee, the officers and the secretariat read it.
import type { ComponentChildren, VNode } from 'preact';
import type { Ui } from '../../../../platform/http/ui.ts';
import { DiffText } from '../../../../ui/components/diff-text.tsx';
import { Inset } from '../../../../ui/components/inset.tsx';
import { placeOf } from '../../circulation/papers.ts';
import { shortRuns } from '../../circulation/suggestions.ts';
import type { SuggestionRow } from '../../store/suggestions.ts';
import type { CertifyScreen } from './load.ts';
import { messages } from './messages.ts';

/** Address of this screen with another choice of line, part or suggestion. */
export type HrefOf = (query: Record<string, string>, anchor?: string) => string;

/** A suggestion as it is read: where, what becomes what, why. */
export function SuggestionBox({ content, suggestion, ui, href, children }: { content: CertifyScreen['version']['content']; suggestion: SuggestionRow; ui: Ui; href?: HrefOf; children?: ComponentChildren }): VNode {
  const place = placeOf(content, suggestion.lineId, suggestion.change.kind === 'replace' ? suggestion.change.field : undefined);
  return (
    <Inset id={`suggestion-${suggestion.id}`}>
      <p>{href ? <a href={href({ line: suggestion.lineId, edit: String(suggestion.id) }, `#l-${suggestion.lineId}`)}>{place}</a> : <strong>{place}</strong>}&ensp;<DiffText runs={shortRuns(content, suggestion.change)} /></p>
      {suggestion.reason ? <p class="quiet">{messages.in(ui.lang)('reason')}: {suggestion.reason}</p> : null}
      {suggestion.takenOverAt ? <p class="quiet small">{suggestion.personName}</p> : null}
      {children}
    </Inset>
  );
}
