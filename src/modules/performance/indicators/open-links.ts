// Links as a reader sees them: a resolution that is not the reader's to open keeps its words and loses its address.
import type { ReadTx } from '../../../platform/db/database.ts';
import { openableResolutions } from '../../meetings/index.ts';
import { linksOf, type IndicatorLink } from './store/forms.ts';

export const resolutionType = 'meetings.resolution';

export async function linksForReader(tx: ReadTx, indicatorId: number): Promise<IndicatorLink[]> {
  const links = await linksOf(tx, indicatorId);
  const open = await openableResolutions(tx, links.flatMap(({ recordType, recordId }) => (recordType === resolutionType && recordId !== null ? [recordId] : [])));
  return links.map((link) => (link.recordType === resolutionType && !open.has(link.recordId ?? 0) ? { ...link, href: '' } : link));
}
