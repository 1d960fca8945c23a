import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { appendFileSync, closeSync, existsSync, fstatSync, fsyncSync, mkdirSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeOnce } from '../whole-file.ts';

/** Where key and heads lie: outside the database, so that its owner alone cannot forge. */
export function sealPaths(dataFolder: string) {
  return {
    privateKey: path.join(dataFolder, 'keys', 'audit-seal.pem'),
    publicKeys: path.join(dataFolder, 'keys', 'audit-seal.pub.pem'),
    heads: path.join(dataFolder, 'audit-heads.log'),
  };
}

export interface SealKey {
  readonly id: string;
  sign(hash: Buffer): Buffer;
}

function idOf(publicKey: KeyObject): string {
  return createHash('sha256').update(publicKey.export({ type: 'spki', format: 'der' })).digest('hex').slice(0, 16);
}

/** There are seals, but the key that makes them is not here: a new one would hide that. */
export class SealKeyMissingError extends Error {
  constructor(file: string) {
    super(`The audit log has seals but its key is missing: ${file}. Bring the key back from the backup of the data folder.`);
    this.name = 'SealKeyMissingError';
  }
}

/**
 * The key that seals, Ed25519. Made at the first seal, readable by this user only; its public half is kept beside it.
 * @param mayCreate false once seals exist
 */
export function sealKey(dataFolder: string, mayCreate: boolean): SealKey {
  const paths = sealPaths(dataFolder);
  if (!existsSync(paths.privateKey)) {
    if (!mayCreate) throw new SealKeyMissingError(paths.privateKey);
    mkdirSync(path.dirname(paths.privateKey), { recursive: true, mode: 0o700 });
    const pair = generateKeyPairSync('ed25519');
    appendFileSync(paths.publicKeys, pair.publicKey.export({ type: 'spki', format: 'pem' }), { mode: 0o644 });
    makeOnce(paths.privateKey, pair.privateKey.export({ type: 'pkcs8', format: 'pem' }), 0o600);
  }
  const key = createPrivateKey(readFileSync(paths.privateKey));
  return { id: idOf(createPublicKey(key)), sign: (hash) => sign(null, hash, key) };
}

/** The public keys by id; empty where the file is missing. */
export function readPublicKeys(dataFolder: string): Map<string, KeyObject> {
  const { publicKeys } = sealPaths(dataFolder);
  if (!existsSync(publicKeys)) return new Map();
  const blocks = readFileSync(publicKeys, 'utf8').match(/-----BEGIN PUBLIC KEY-----[\s\S]*?-----END PUBLIC KEY-----/g) ?? [];
  const keys = blocks.map((block) => createPublicKey(block));
  return new Map(keys.map((key) => [idOf(key), key]));
}

export function isSignedBy(key: KeyObject, hash: Buffer, signature: Buffer): boolean {
  return verify(null, hash, key, signature);
}

/** The head of one batch as copied out of the database. */
export interface SealHead {
  readonly batch: number;
  readonly hash: string;
  readonly signature: string;
  readonly rows: number;
  readonly toTxid: string;
  readonly sealedAt: string;
}

function parseHeads(text: string): SealHead[] {
  return text.split('\n').flatMap((line) => {
    try {
      return line === '' ? [] : [JSON.parse(line) as SealHead];
    } catch {
      return [];
    }
  });
}

/** Every head; a line cut by a crash is left out. Undefined when there is no file. */
export function readHeads(dataFolder: string): SealHead[] | undefined {
  const { heads } = sealPaths(dataFolder);
  return existsSync(heads) ? parseHeads(readFileSync(heads, 'utf8')) : undefined;
}

const tailBytes = 65_536;

function readTail(file: string): string {
  const handle = openSync(file, 'r');
  try {
    const { size } = fstatSync(handle);
    const length = Math.min(size, tailBytes);
    const tail = Buffer.alloc(length);
    readSync(handle, tail, 0, length, size - length);
    return tail.toString('utf8');
  } finally {
    closeSync(handle);
  }
}

/** The head of the newest batch: only the end of the file is read, since it grows for years. */
export function readNewestHead(dataFolder: string): SealHead | undefined {
  const { heads } = sealPaths(dataFolder);
  if (!existsSync(heads)) return undefined;
  return parseHeads(readTail(heads)).reduce<SealHead | undefined>((top, head) => (top && top.batch >= head.batch ? top : head), undefined);
}

/** Adds heads to the file and waits until they are on the disk. */
export function appendHeads(dataFolder: string, heads: readonly SealHead[]): void {
  if (heads.length === 0) return;
  const paths = sealPaths(dataFolder);
  mkdirSync(dataFolder, { recursive: true });
  // A line that a crash cut short is ended first, so that the next one stands alone.
  const tail = existsSync(paths.heads) ? readTail(paths.heads) : '';
  const start = tail === '' || tail.endsWith('\n') ? '' : '\n';
  const handle = openSync(paths.heads, 'a', 0o640);
  try {
    writeFileSync(handle, start + heads.map((head) => `${JSON.stringify(head)}\n`).join(''));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
