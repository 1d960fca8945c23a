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
  KROM_BACKUPS: optionalText,
  KROM_DEMO: flag.default(true),
  KROM_ORIGIN: z.url().optional(),
  KROM_OWNER_URL: optionalText,
  KROM_APP_URL: optionalText,
  KROM_SMTP_URL: optionalText,
  KROM_MAIL_FROM: z.string().default('krom@localhost'),
  KROM_LINE_TOKEN: optionalText,
  KROM_LINE_SECRET: optionalText,
  KROM_LINE_ACCOUNT: z.string().trim().regex(/^@[\w.-]{2,30}$/, 'the basic id of the official account, as in @krom').optional(),
  KROM_LINE_API: z.url().default('https://api.line.me'),
  KROM_MAX_UPLOAD_MB: z.coerce.number().int().min(1).max(2048).default(50),
  KROM_TRUST_PROXY: flag.default(false),
  KROM_DRAIN_SECONDS: z.coerce.number().min(0).max(300).optional(),
  KROM_METRICS_PORT: z.coerce.number().int().min(0).max(65535).optional(),
  KROM_METRICS_HOST: z.string().trim().min(1).default('127.0.0.1'),
  KROM_METRICS_TOKEN: z.string().trim().min(16).optional(),
  KROM_HOUSE_KEY: optionalText,
  KROM_HOUSE_KEY_PASSPHRASE: z.string().optional(),
  KROM_SLOW_SQL_MS: z.coerce.number().int().min(0).default(500),
  KROM_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

/** A channel of the LINE Messaging API. */
export interface LineConfig {
  /** Channel access token: what we send carries it. */
  readonly token: string;
  /** Channel secret: what LINE sends is signed with it. */
  readonly secret: string;
  /** Basic id of the official account (`@krom`), for the link that adds it as a friend. */
  readonly account: string | undefined;
  readonly api: string;
}

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly role: 'web' | 'worker' | 'all';
  /** Folder of database, files and keys; made on first start. */
  readonly dataFolder: string;
  /** Where backups go: inside the data folder unless told otherwise. Only who runs the machine may say where files are written. */
  readonly backupFolder: string;
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
  /** The department's official account at LINE; without one nobody is offered LINE. */
  readonly line: LineConfig | undefined;
  readonly maxUploadBytes: number;
  readonly trustProxy: boolean;
  /** Asked to stop, a web process says for this long that it is not ready, so that a proxy sends people elsewhere. */
  readonly drainMs: number;
  /** Where figures for Prometheus are given, apart from people's pages; undefined: nowhere. */
  readonly metrics: { readonly port: number; readonly host: string; readonly token: string | undefined } | undefined;
  /** Key and certificate with which the house itself signs packages of registers (PKCS#12); without a passphrase nothing is signed. */
  readonly houseKey?: { readonly file: string; readonly passphrase: string } | undefined;
  /** Statements that take longer are logged; 0: none. */
  readonly slowSqlMs: number;
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
  // A web process may go without the owner's address: then it cannot change the database, and waits until it is up to date.
  if (e.KROM_OWNER_URL ? !e.KROM_APP_URL : e.KROM_APP_URL && e.ROLE !== 'web') {
    throw new Error('KROM_OWNER_URL and KROM_APP_URL are set together (ROLE=web may have KROM_APP_URL alone) or not at all / ต้องตั้งทั้งสองค่าพร้อมกัน (เฉพาะ ROLE=web ตั้ง KROM_APP_URL ค่าเดียวได้) หรือไม่ตั้งเลย');
  }
  const loopback = ['127.0.0.1', '::1', 'localhost'].includes(e.KROM_METRICS_HOST);
  if (e.KROM_METRICS_PORT !== undefined && !loopback && !e.KROM_METRICS_TOKEN) {
    throw new Error('KROM_METRICS_HOST beyond this machine needs a KROM_METRICS_TOKEN of 16 characters or more / เปิดตัวเลขเฝ้าระวังนอกเครื่องนี้ต้องตั้ง KROM_METRICS_TOKEN อย่างน้อย 16 ตัวอักษร');
  }
  if (Boolean(e.KROM_LINE_TOKEN) !== Boolean(e.KROM_LINE_SECRET)) {
    throw new Error('KROM_LINE_TOKEN and KROM_LINE_SECRET are set together or not at all / ต้องตั้งทั้งสองค่าพร้อมกัน');
  }
  const dataFolder = path.resolve(e.KROM_DATA ?? path.join(projectRoot, '.krom'));
  return {
    port: e.PORT,
    host: e.HOST,
    role: e.ROLE,
    dataFolder,
    backupFolder: path.resolve(e.KROM_BACKUPS ?? path.join(dataFolder, 'backups')),
    demo: e.KROM_DEMO,
    origin: (e.KROM_ORIGIN ?? `http://localhost:${e.PORT}`).replace(/\/$/, ''),
    ownerUrl: e.KROM_OWNER_URL,
    appUrl: e.KROM_APP_URL,
    smtpUrl: e.KROM_SMTP_URL,
    mailFrom: e.KROM_MAIL_FROM,
    line: e.KROM_LINE_TOKEN && e.KROM_LINE_SECRET ? { token: e.KROM_LINE_TOKEN, secret: e.KROM_LINE_SECRET, account: e.KROM_LINE_ACCOUNT, api: e.KROM_LINE_API.replace(/\/$/, '') } : undefined,
    maxUploadBytes: e.KROM_MAX_UPLOAD_MB * 1024 * 1024,
    trustProxy: e.KROM_TRUST_PROXY,
    drainMs: (e.KROM_DRAIN_SECONDS ?? (e.KROM_APP_URL ? 5 : 0)) * 1000,
    metrics: e.KROM_METRICS_PORT === undefined ? undefined : { port: e.KROM_METRICS_PORT, host: e.KROM_METRICS_HOST, token: e.KROM_METRICS_TOKEN },
    houseKey: e.KROM_HOUSE_KEY_PASSPHRASE === undefined ? undefined : { file: path.resolve(e.KROM_HOUSE_KEY ?? path.join(dataFolder, 'keys', 'house.p12')), passphrase: e.KROM_HOUSE_KEY_PASSPHRASE },
    slowSqlMs: e.KROM_SLOW_SQL_MS,
    logLevel: e.KROM_LOG,
  };
}
