/** `นร 0223/ว 503` → `นร-0223-ว-503.pdf` */
export const fileNameOf = (reference: string): string => `${reference.replaceAll(/[\s/]+/g, '-')}.pdf`;
