import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { makeOnce } from './whole-file.ts';

const read = new Map<string, Buffer>();

/** There is something sealed with a key that is not here: a new one would only hide that. */
export class HouseKeyMissingError extends Error {
  constructor(file: string) {
    super(`Something was sealed with a key that is missing: ${file}. Bring the key back from the backup of the data folder.`);
    this.name = 'HouseKeyMissingError';
  }
}

/**
 * A key of the house by its name, 32 random bytes in `keys/` of the data folder: outside the database, so that whoever
 * reads the database alone reads nothing that is sealed or hashed with it. Made at its first use, readable by this
 * user only; it belongs into every backup of the data folder.
 * @param mayCreate false where something is known to be sealed with it already
 */
export function houseKey(dataFolder: string, name: string, mayCreate = true): Buffer {
  const file = path.join(dataFolder, 'keys', `${name}.key`);
  const known = read.get(file);
  if (known) return known;
  if (!existsSync(file)) {
    if (!mayCreate) throw new HouseKeyMissingError(file);
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    makeOnce(file, randomBytes(32), 0o600);
  }
  const key = readFileSync(file);
  read.set(file, key);
  return key;
}
