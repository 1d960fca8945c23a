// The section under the pen as the sheet it will be, and the findings of the checker in the item.
import type { VNode } from 'preact';
import type { ReadTx } from '../../../../platform/db/database.ts';
import type { Language } from '../../../../platform/words.ts';
import { Checks } from '../../../../ui/components/checks.tsx';
import { checkContext } from '../../check-context.ts';
import { checkMinutes } from '../../domain/checker/check-minutes.ts';
import type { Finding } from '../../domain/checker/finding.ts';
import { findItem } from '../../domain/item-form.ts';
import type { MinutesDocument } from '../../domain/minutes-document.ts';
import { findingMessage } from '../../domain/checker/messages.ts';
import { MinutesSheet } from '../../minutes-sheet.tsx';
import { messages } from './messages.ts';

export interface PreviewData {
  readonly content: MinutesDocument;
  readonly sectionId: string;
  readonly findings: readonly Finding[];
}

export async function loadPreview(tx: ReadTx, content: MinutesDocument, itemId: string): Promise<PreviewData> {
  const item = findItem(content, itemId);
  const ids = new Set([itemId, ...(item?.lines.map((line) => line.id) ?? [])]);
  const findings = checkMinutes(content, await checkContext(tx, content)).filter((finding) => ids.has(finding.ref.lineId));
  return { content, sectionId: content.sections.find((section) => section.items.some((one) => one.id === itemId))?.id ?? '', findings };
}

export function Preview({ data, lang, meetingId }: { data: PreviewData; lang: Language; meetingId: number }): VNode {
  const t = messages.in(lang);
  return (
    <div class="stack">
      {data.findings.length === 0 ? <p class="quiet">{t('noFindings')}</p> : (
        <Checks label={t('preview')} items={data.findings.map((finding) => ({ state: finding.severity === 'error' ? 'bad' as const : 'warn' as const, text: findingMessage(finding, lang), detail: <a href={`/meetings/${meetingId}/minutes/check#l-${finding.ref.lineId}`}>{t('check')}</a> }))} />
      )}
      <div class="sheet-preview"><MinutesSheet content={data.content} part={data.sectionId} /></div>
    </div>
  );
}
