import { createCipheriv, createDecipheriv, createPrivateKey, createPublicKey, randomBytes, scryptSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { fail, ok, type Result } from '../platform/result.ts';

/**
 * The keys of a data folder go to a file of their own. Whoever holds the backup alone can read what the office wrote,
 * but can neither forge a seal of the audit log nor make a session or form that the living house would accept; and
 * whoever finds the keys has no data.
 */

const stored = z.object({
  form: z.literal(1),
  backup: z.string(),
  files: z.array(z.object({ name: z.string().regex(/^(?!.*\.\.)[\w.-]+(\/[\w.-]+)*$/), mode: z.number().int(), content: z.base64() })).optional(),
  sealed: z.object({ salt: z.base64(), nonce: z.base64(), tag: z.base64(), content: z.base64() }).optional(),
});
type KeyFile = NonNullable<z.infer<typeof stored>['files']>[number];

const folderOf = (dataFolder: string) => path.join(dataFolder, 'keys');
const publicName = 'audit-seal.pub.pem';
/** scrypt at about a tenth of a second: a passphrase is guessed slowly. */
const cost = { N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

function filesBelow(folder: string, prefix = ''): KeyFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry): KeyFile[] => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(file, `${prefix}${entry.name}/`);
    return [{ name: `${prefix}${entry.name}`, mode: statSync(file).mode & 0o777, content: readFileSync(file).toString('base64') }];
  });
}

/** The public halves that check the audit log: no secret, so they are in the backup itself. */
export function publicKeysOf(dataFolder: string): Buffer | undefined {
  const file = path.join(folderOf(dataFolder), publicName);
  return existsSync(file) ? readFileSync(file) : undefined;
}

/** Writes the keys beside a backup, for this user alone; sealed with AES-256-GCM where a passphrase is given. */
export function writeKeys(file: string, dataFolder: string, backup: string, passphrase?: string): void {
  const files = filesBelow(folderOf(dataFolder));
  const temp = path.join(path.dirname(file), `.${path.basename(file)}.unfinished-${process.pid}`);
  writeFileSync(temp, JSON.stringify(passphrase ? { form: 1, backup, sealed: seal(files, passphrase) } : { form: 1, backup, files }), { mode: 0o600, flush: true });
  renameSync(temp, file);
}

function seal(files: readonly KeyFile[], passphrase: string) {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', scryptSync(passphrase.normalize('NFKC'), salt, 32, cost), nonce);
  const content = Buffer.concat([cipher.update(JSON.stringify(files)), cipher.final()]);
  const text = (bytes: Buffer) => bytes.toString('base64');
  return { salt: text(salt), nonce: text(nonce), tag: text(cipher.getAuthTag()), content: text(content) };
}

function unseal(sealed: NonNullable<z.infer<typeof stored>['sealed']>, passphrase: string): KeyFile[] | undefined {
  const bytes = (text: string) => Buffer.from(text, 'base64');
  try {
    const plain = createDecipheriv('aes-256-gcm', scryptSync(passphrase.normalize('NFKC'), bytes(sealed.salt), 32, cost), bytes(sealed.nonce));
    plain.setAuthTag(bytes(sealed.tag));
    return stored.shape.files.unwrap().parse(JSON.parse(Buffer.concat([plain.update(bytes(sealed.content)), plain.final()]).toString('utf8')));
  } catch {
    return undefined;
  }
}

export type KeyFailure = 'NO_KEYS' | 'PASSPHRASE_NEEDED' | 'WRONG_PASSPHRASE' | 'WRONG_KEYS';

/**
 * Reads a file of keys and checks that they belong to the backup: its seal key must be one whose public half the
 * backup holds. Fails with NO_KEYS, PASSPHRASE_NEEDED, WRONG_PASSPHRASE, WRONG_KEYS.
 */
export function readKeys(file: string, publicKeys: Buffer | undefined, passphrase?: string): Result<readonly KeyFile[], KeyFailure> {
  let kept: z.infer<typeof stored>;
  try {
    kept = stored.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return fail('NO_KEYS', { th: `อ่านแฟ้มกุญแจ ${file} ไม่ได้ ระบุแฟ้มที่ถูกด้วย --keys หรือกู้คืนโดยไม่ใช้กุญแจเดิมด้วย --without-keys`, en: `${file} is no file of keys. Name the right one with --keys, or restore with --without-keys` });
  }
  let files = kept.files;
  if (kept.sealed) {
    if (!passphrase) return fail('PASSPHRASE_NEEDED', { th: 'แฟ้มกุญแจนี้เข้ารหัสไว้ ระบุรหัสด้วยตัวแปร KROM_KEYS_PASSPHRASE หรือ --keys-passphrase', en: 'These keys are sealed. Give the passphrase by KROM_KEYS_PASSPHRASE or --keys-passphrase' });
    files = unseal(kept.sealed, passphrase);
    if (!files) return fail('WRONG_PASSPHRASE', { th: 'รหัสของแฟ้มกุญแจไม่ถูกต้อง', en: 'The passphrase of the keys is wrong' });
  }
  if (!files || !belong(files, publicKeys)) {
    return fail('WRONG_KEYS', { th: `กุญแจใน ${file} ไม่ใช่ของข้อมูลสำรองนี้ ใช้แฟ้ม .keys ที่ทำพร้อมกับไฟล์สำรอง`, en: `The keys in ${file} are not those of this backup. Use the .keys file that was made with it` });
  }
  return ok(files);
}

function belong(files: readonly KeyFile[], publicKeys: Buffer | undefined): boolean {
  if (!publicKeys) return true;
  const own = files.find(({ name }) => name === 'audit-seal.pem');
  if (!own) return false;
  try {
    const half = createPublicKey(createPrivateKey(Buffer.from(own.content, 'base64'))).export({ type: 'spki', format: 'pem' });
    return publicKeys.toString('utf8').includes(String(half).trim());
  } catch {
    return false;
  }
}

/** Puts keys into a data folder. Without them only the public halves: the audit log can be checked, not sealed further. */
export function putKeys(dataFolder: string, files: readonly KeyFile[], publicKeys: Buffer | undefined): void {
  const folder = folderOf(dataFolder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const { name, mode, content } of files) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, Buffer.from(content, 'base64'), { mode, flush: true });
  }
  if (publicKeys && !existsSync(path.join(folder, publicName))) writeFileSync(path.join(folder, publicName), publicKeys, { mode: 0o644, flush: true });
}
