import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** The folder that holds package.json, from the source tree as from dist/. */
export const projectRoot = (() => {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, 'package.json'))) folder = path.dirname(folder);
  return folder;
})();

const flag = z.enum(['0', '1', 'true', 'false']).transform((value) => value === '1' || value === 'true');
const optionalText = z.string().trim().min(1).optional();

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  ROLE: z.enum(['web', 'worker', 'all']).default('all'),
  KROM_DATA: optionalText,
  KROM_DEMO: flag.default(true),
  KROM_ORIGIN: z.url().optional(),
  KROM_OWNER_URL: optionalText,
  KROM_APP_URL: optionalText,
  KROM_SMTP_URL: optionalText,
  KROM_MAIL_FROM: z.string().default('krom@localhost'),
  KROM_MAX_UPLOAD_MB: z.coerce.number().int().min(1).max(2048).default(50),
  KROM_TRUST_PROXY: flag.default(false),
  KROM_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly role: 'web' | 'worker' | 'all';
  /** Folder of database, files and keys; made on first start. */
  readonly dataFolder: string;
  /** Folder of the embedded database, known once it runs. */
  readonly databaseFolder?: string;
  readonly demo: boolean;
  /** Address that people use, for links in mail and QR codes; without a trailing slash. */
  readonly origin: string;
  readonly ownerUrl: string | undefined;
  readonly appUrl: string | undefined;
  /** SMTP address; without one, mail stays in the outbox page. */
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly maxUploadBytes: number;
  readonly trustProxy: boolean;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/** Reads the settings from the environment. Throws one Error that names every wrong setting. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`Settings that cannot be used / ค่าตั้งที่ใช้ไม่ได้:\n${lines.join('\n')}`);
  }
  const e = parsed.data;
  if (Boolean(e.KROM_OWNER_URL) !== Boolean(e.KROM_APP_URL)) {
    throw new Error('KROM_OWNER_URL and KROM_APP_URL are set together or not at all / ต้องตั้งทั้งสองค่าพร้อมกัน');
  }
  return {
    port: e.PORT,
    host: e.HOST,
    role: e.ROLE,
    dataFolder: path.resolve(e.KROM_DATA ?? path.join(projectRoot, '.krom')),
    demo: e.KROM_DEMO,
    origin: (e.KROM_ORIGIN ?? `http://localhost:${e.PORT}`).replace(/\/$/, ''),
    ownerUrl: e.KROM_OWNER_URL,
    appUrl: e.KROM_APP_URL,
    smtpUrl: e.KROM_SMTP_URL,
    mailFrom: e.KROM_MAIL_FROM,
    maxUploadBytes: e.KROM_MAX_UPLOAD_MB * 1024 * 1024,
    trustProxy: e.KROM_TRUST_PROXY,
    logLevel: e.KROM_LOG,
  };
}
