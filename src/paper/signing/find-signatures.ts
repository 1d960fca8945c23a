/** Where the signatures of a PDF stand, read from its bytes alone: works for files of any producer. */

export interface FoundSignature {
  /** `ETSI.CAdES.detached`, `adbe.pkcs7.detached`, `ETSI.RFC3161`… */
  readonly subFilter: string;
  readonly range: readonly [number, number, number, number];
  readonly cms: Buffer;
  /** The signed bytes. */
  readonly content: Buffer;
  /** Time of signing that the signer's program wrote: nobody vouches for it. */
  readonly claimedAt?: Date;
  readonly reason?: string;
  /** False when the signed bytes do not begin at the start of the file, or leave out more than the signature itself. */
  readonly sound: boolean;
}

const RANGE = /\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g;

/** The signatures in the order of what they cover. */
export function findSignatures(pdf: Uint8Array): FoundSignature[] {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const text = bytes.toString('latin1');
  const found = [...text.matchAll(RANGE)].flatMap((match): FoundSignature[] => {
    const range = match.slice(1, 5).map(Number) as [number, number, number, number];
    const [start, length, resume, rest] = range;
    if (resume < start + length || resume + rest > bytes.length) return [];
    const gap = text.slice(start + length, resume);
    const hex = /^\s*<([0-9A-Fa-f\s]*)>\s*$/.exec(gap)?.[1]?.replace(/\s/g, '') ?? '';
    const head = text.lastIndexOf(' obj', match.index);
    const end = text.indexOf('endobj', Math.max(match.index, resume));
    // The hexadecimal signature may stand before or after the range in its dictionary.
    const dictionary = `${text.slice(head, Math.min(start + length, end))} ${text.slice(Math.max(resume, head), end)}`;
    const claimed = dateOf(/\/M\s*\(([^)]*)\)/.exec(dictionary)?.[1]);
    const reason = stringOf(/\/Reason\s*(<[0-9A-Fa-f\s]*>|\((?:\\.|[^\\)])*\))/.exec(dictionary)?.[1]);
    return [{
      subFilter: /\/SubFilter\s*\/([A-Za-z0-9.]+)/.exec(dictionary)?.[1] ?? '',
      range,
      cms: Buffer.from(hex, 'hex'),
      content: Buffer.concat([bytes.subarray(start, start + length), bytes.subarray(resume, resume + rest)]),
      ...(claimed ? { claimedAt: claimed } : {}),
      ...(reason ? { reason } : {}),
      sound: start === 0 && hex !== '' && match.index < resume + rest,
    }];
  });
  return found.sort((a, b) => a.range[2] + a.range[3] - (b.range[2] + b.range[3]));
}

/** `D:20261014093000+07'00'`. */
function dateOf(text: string | undefined): Date | undefined {
  const match = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z|([+-])(\d\d)'?(\d\d)?'?)?/.exec(text ?? '');
  if (!match) return undefined;
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00', sign, zoneHour = '00', zoneMinute = '00'] = match;
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${sign ? `${sign}${zoneHour}:${zoneMinute}` : 'Z'}`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function stringOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const bytes = text.startsWith('<') ? Buffer.from(text.slice(1, -1).replace(/\s/g, ''), 'hex') : Buffer.from(text.slice(1, -1), 'latin1');
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return bytes.toString('latin1');
  const wide = Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)));
  return wide.swap16().toString('utf16le');
}
