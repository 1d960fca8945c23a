// The certified version of the demo minutes: the draft with the accepted corrections, nothing else.
import type { MinutesDocument } from '../domain/minutes-document.ts';
import { applyDecisions } from '../domain/suggestions.ts';
import type { Applied } from '../domain/suggestions.ts';
import { acceptedCorrections, correctionDecisions, declinedCorrections } from './minutes-corrections.ts';
import { minutesDraft } from './minutes-draft.ts';

const suggestions = [...acceptedCorrections, ...declinedCorrections.map((d) => d.suggestion)];

/** The whole round: the new version, each change with its suggestion, conflicts (there are none). */
export const correctionRound: Applied = applyDecisions(minutesDraft, suggestions, correctionDecisions);

export const minutesCertified: MinutesDocument = correctionRound.document;
