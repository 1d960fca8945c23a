/** The few parts of a zip that are looked at, unpacked within a limit that no header can talk its way around. */
import { inflateRawSync } from 'node:zlib';

export class ZipRefused extends Error {
  readonly why: 'damaged' | 'encrypted' | 'too-large';
  constructor(why: 'damaged' | 'encrypted' | 'too-large') {
    super(`zip: ${why}`);
    this.name = 'ZipRefused';
    this.why = why;
  }
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly offset: number;
}

/** Names and places of a zip's entries, from its directory at the end. */
function directory(zip: Buffer): Entry[] {
  // The end record is 22 bytes and a comment of at most 65,535.
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || end < zip.length - 65_557) throw new ZipRefused('damaged');
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  const entries: Entry[] = [];
  for (let n = 0; n < count; n++) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== 0x02014b50) throw new ZipRefused('damaged');
    if (zip.readUInt16LE(at + 8) & 1) throw new ZipRefused('encrypted');
    const nameLength = zip.readUInt16LE(at + 28);
    entries.push({ name: zip.toString('utf8', at + 46, at + 46 + nameLength), method: zip.readUInt16LE(at + 10), packed: zip.readUInt32LE(at + 20), offset: zip.readUInt32LE(at + 42) });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

function unpack(zip: Buffer, entry: Entry, room: number): Buffer {
  if (entry.offset + 30 > zip.length || zip.readUInt32LE(entry.offset) !== 0x04034b50) throw new ZipRefused('damaged');
  const from = entry.offset + 30 + zip.readUInt16LE(entry.offset + 26) + zip.readUInt16LE(entry.offset + 28);
  const packed = zip.subarray(from, from + entry.packed);
  if (entry.method === 0) {
    if (packed.length > room) throw new ZipRefused('too-large');
    return packed;
  }
  if (entry.method !== 8) throw new ZipRefused('damaged');
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, room) });
  } catch (error) {
    throw new ZipRefused((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'damaged');
  }
}

/**
 * Parts of a zip by name: the XML of an Office file unless others are wanted. What is really unpacked counts, not what
 * the headers say.
 * @throws ZipRefused damaged, encrypted, or larger than `maxBytes` together
 */
export function readZip(zip: Buffer, maxBytes: number, wanted: RegExp = /\.(xml|rels)$/i): Map<string, Buffer> {
  const parts = new Map<string, Buffer>();
  let room = maxBytes;
  try {
    for (const entry of directory(zip)) {
      if (!wanted.test(entry.name)) continue;
      const content = unpack(zip, entry, room);
      room -= content.length;
      parts.set(entry.name.replace(/^\//, ''), content);
    }
  } catch (error) {
    if (error instanceof RangeError) throw new ZipRefused('damaged');
    throw error;
  }
  return parts;
}
