// The agreement on paper, in Thai whatever the language of the screen.
import type { PaperDocument } from '../../../../../paper/index.ts';
import { dayWords } from '../../../../../platform/when.ts';
import { localDate } from '../../../../../thai/index.ts';
import { levelScores } from '../../domain/card.ts';
import { messages } from '../../messages.ts';
import { signingRoles, type Agreement } from '../../store/agreements.ts';

/** Lines, weights and levels as frozen, who signed them on what authority, and the hash. */
export function agreementDocument({ content, version, signatures, contentHash }: Agreement): PaperDocument {
  const t = messages.in('th');
  return {
    kind: 'table-report', orientation: 'landscape', heading: t('agreement'),
    titleLines: [`${content.unit} ${content.department}`, `${t('year1', { year: content.fiscalYear })} ${t('version', { n: version })}`, t('pdfBetween', { head: content.headTitle, executive: content.executiveTitle })],
    columns: [{ head: t('line'), width: 6 }, { head: t('weight'), width: 1, align: 'right' }, ...levelScores.map((n) => ({ head: `${t('level')} ${n}`, width: 1, align: 'right' as const }))],
    rows: content.lines.map((line) => [
      `${line.title}${line.unitOfMeasure ? ` (${line.unitOfMeasure})` : ''}${line.contribution ? ` ${t('fromIndicator', { key: line.from, share: line.contribution })}` : ''}${line.cannot ? ` ${t('cannot')}: ${line.cannot}` : ''}`,
      line.weight, ...levelScores.map((_, at) => line.levels[at] ?? '–'),
    ]),
    notes: [
      t('pdfNote'),
      ...signingRoles.map((role) => {
        const signed = signatures.find((one) => one.role === role);
        if (!signed) return t('pdfUnsigned', { role: t(`role.${role}`), title: role === 'head' ? content.headTitle : content.executiveTitle });
        return t('pdfSigned', { role: t(`role.${role}`), name: signed.personName, title: signed.positionTitle, day: dayWords('th', localDate(signed.signedOn)), authority: signed.authority.words ?? t(`authority.${signed.authority.kind}`) });
      }),
      [{ text: t('pdfHash', { hash: '' }) }, { text: contentHash, asWritten: true }],
    ],
  } as PaperDocument;
}
