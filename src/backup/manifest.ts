import { z } from 'zod';

/** What a backup file says of itself. Read with these shapes: the file may come from anywhere. */

export const backupForm = 1;
export const headName = 'krom-backup.json';
export const manifestName = 'manifest.json';
export const sealName = 'manifest.sha256';
export const headsName = 'audit-heads.log';
export const publicKeysName = 'keys/audit-seal.pub.pem';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const head = z.object({
  form: z.number().int(),
  /** Names this backup in its files and records. */
  id: z.string().min(1).max(100),
  kind: z.enum(['physical', 'logical']),
  krom: z.string(),
  /** Major version of the PostgreSQL that it was taken from. */
  postgres: z.number().int(),
  /** By the machine's clock, and by the legal clock, which a demo moves. */
  machineTime: z.string(),
  legalTime: z.string(),
});

const table = z.object({
  name: z.string(),
  rows: z.number().int(),
  hash: sha256,
  /** False for a table that changed while a physical backup was made: its hash is of a moment just after. */
  exact: z.boolean(),
  /** Logical: the columns in the order of the rows, and the parts that hold them. */
  columns: z.array(z.string()).optional(),
  prefix: z.string().optional(),
});

const manifest = head.extend({
  migrations: z.array(z.object({ name: z.string(), hash: z.string() })),
  /** Version of the queue's own tables. */
  queueVersion: z.number().int(),
  tables: z.array(table),
  sequences: z.array(z.object({ name: z.string(), last: z.string(), called: z.boolean() })),
  /** Transaction number below which everything in the backup was written: seals of the audit log go by it. */
  nextXid: z.string(),
  files: z.object({ count: z.number().int(), bytes: z.number().int(), hash: sha256 }),
  /** Contents that no longer had the hash of their name when the backup was made; they are not in it. */
  damaged: z.array(z.string()),
  parts: z.array(z.object({ name: z.string(), size: z.number().int(), sha256 })),
  /** Bytes that the database takes when it is put back. */
  databaseBytes: z.number().int(),
});

export type BackupKind = z.infer<typeof head>['kind'];
export type BackupHead = z.infer<typeof head>;
export type BackupManifest = z.infer<typeof manifest>;
export type BackupPart = BackupManifest['parts'][number];

export function parseHead(text: string): BackupHead | undefined {
  return parse(head, text);
}

export function parseManifest(text: string): BackupManifest | undefined {
  return parse(manifest, text);
}

function parse<T>(schema: z.ZodType<T>, text: string): T | undefined {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
