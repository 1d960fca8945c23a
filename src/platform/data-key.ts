import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { makeOnce } from './whole-file.ts';

/** There is something sealed with a key that is not here: a new one would only hide that. */
export class DataKeyMissingError extends Error {
  constructor(file: string) {
    super(`Something was sealed with a key that is missing: ${file}. Bring the key back from the backup of the data folder.`);
    this.name = 'DataKeyMissingError';
  }
}

/**
 * A key of 32 bytes beside the database, in `keys/<name>.key` of the data folder, readable by this user only. What is
 * sealed with it is worth nothing to whoever has the database alone.
 * @param mayCreate false once something was sealed with it
 */
export function dataKey(dataFolder: string, name: string, mayCreate: boolean): Buffer {
  const file = path.join(dataFolder, 'keys', `${name}.key`);
  if (!existsSync(file)) {
    if (!mayCreate) throw new DataKeyMissingError(file);
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    makeOnce(file, randomBytes(32), 0o600);
  }
  return readFileSync(file);
}
