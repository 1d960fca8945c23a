// Parts of a file by their bytes (RFC 9110, section 14): what a player asks for when somebody jumps in a clip.

export interface ByteRange {
  /** First and last byte, both included. */
  readonly start: number;
  readonly end: number;
}

/**
 * The part asked for: `undefined` for the whole file (no header, several parts, or one that is not understood, which may be
 * ignored), `none` for a part that lies beyond the end.
 */
export function rangeOf(header: string | undefined, size: number): ByteRange | 'none' | undefined {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '');
  const [from, to] = [asked?.[1] ?? '', asked?.[2] ?? ''];
  if (!asked || (from === '' && to === '')) return undefined;
  if (from === '') return Number(to) === 0 || size === 0 ? 'none' : { start: Math.max(0, size - Number(to)), end: size - 1 };
  if (to !== '' && Number(to) < Number(from)) return undefined;
  return Number(from) >= size ? 'none' : { start: Number(from), end: Math.min(size - 1, to === '' ? size - 1 : Number(to)) };
}
