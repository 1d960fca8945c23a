// Beside the inbox: the first sheet of the minutes that wait for an answer.
import type { VNode } from 'preact';
import type { ReadTx } from '../../../platform/db/database.ts';
import type { Ui } from '../../../platform/http/ui.ts';
import { signedLines } from '../minutes-paper.ts';
import { MinutesSheet } from '../minutes-sheet.tsx';
import { dayEndText } from '../shown.ts';
import { findCirculation } from '../store/circulations.ts';
import type { AnswerRow } from '../store/circulations.ts';
import { findVersion } from '../store/minutes.ts';

export async function previewOf(tx: ReadTx, answer: AnswerRow): Promise<((ui: Ui) => VNode) | undefined> {
  const circulation = await findCirculation(tx, answer.circulationId);
  const version = circulation && (await findVersion(tx, circulation.versionId));
  if (!circulation || !version) return undefined;
  return (ui) => (
    <div class="stack-s">
      <p class="mid">{circulation.ruleWords}</p>
      <p class="mid quiet">{dayEndText(ui.lang, circulation.respondBy)}</p>
      <MinutesSheet content={version.content} part={version.content.sections[0]?.id ?? 'start'} signed={signedLines(version)} />
    </div>
  );
}
