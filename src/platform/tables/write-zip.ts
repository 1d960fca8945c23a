/** A zip that any program opens: names in UTF-8, one instant for all parts, so that the same parts give the same bytes. */
import { crc32, deflateRawSync } from 'node:zlib';

/** A day and time of MS-DOS: two seconds are its smallest step and 1980 its first year; the clock is that of Bangkok. */
function dosTime(at: Date): { date: number; time: number } {
  const local = new Date(at.getTime() + 7 * 3_600_000);
  const year = Math.max(1980, local.getUTCFullYear());
  return {
    date: ((year - 1980) << 9) | ((local.getUTCMonth() + 1) << 5) | local.getUTCDate(),
    time: (local.getUTCHours() << 11) | (local.getUTCMinutes() << 5) | (local.getUTCSeconds() >> 1),
  };
}

const UTF8_NAMES = 0x0800;
const DEFLATED = 8;
/** Programs take names of other origins for an old code page in spite of the mark. */
const MADE_ON_UNIX = (3 << 8) | 20;
/** A regular file, rw-r--r--, in the upper half. */
const READABLE_FILE = 0o100_644 * 0x1_0000;
const limit = 0xffff_ffff;

/** Packs parts in the order given. Throws for more than 65,535 parts or 4 GB, which this plain form cannot hold. */
export function writeZip(parts: ReadonlyMap<string, Uint8Array>, at: Date): Buffer {
  if (parts.size > 0xffff) throw new Error('a zip holds 65,535 parts at most');
  const { date, time } = dosTime(at);
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of parts) {
    const packed = deflateRawSync(content, { level: 9 });
    const label = Buffer.from(name, 'utf8');
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(UTF8_NAMES, 2);
    facts.writeUInt16LE(DEFLATED, 4);
    facts.writeUInt16LE(time, 6);
    facts.writeUInt16LE(date, 8);
    facts.writeUInt32LE(crc32(content), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(content.byteLength, 18);
    facts.writeUInt16LE(label.length, 22);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x0201_4b50, 0);
    entry.writeUInt16LE(MADE_ON_UNIX, 4);
    facts.copy(entry, 6);
    entry.writeUInt32LE(READABLE_FILE, 38);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, label);
    bodies.push(Buffer.from('PK\u0003\u0004', 'latin1'), facts, label, packed);
    offset += 30 + label.length + packed.length;
    if (offset > limit) throw new Error('a zip of this form holds 4 GB at most');
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, list, end]);
}
