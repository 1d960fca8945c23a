import pg from 'pg';
import type { Words } from '../words.ts';

/** Whether a PostgreSQL can hold the house: what the start refuses with words, and what `krom doctor` tells. */

export interface ServerFinding {
  readonly name: 'server-reached' | 'server-version' | 'server-text' | 'server-extensions' | 'owner-rights' | 'app-rights' | 'one-database';
  readonly state: 'ok' | 'warn' | 'fail';
  readonly words: Words;
  /** What to do about it. */
  readonly wayOut?: Words;
}

/** What the server says about itself and about one role of it. */
export interface ServerFacts {
  /** As `server_version_num`: 160004. */
  readonly version: number;
  readonly encoding: string;
  /** Who sorts and knows letters: `c` the system, `i` ICU, `b` PostgreSQL itself. */
  readonly provider: string;
  readonly ctype: string;
  /** Whether Thai letters are letters, and whether small and capital letters are told apart beyond English. */
  readonly knowsLetters: boolean;
  readonly thaiCollation: boolean;
  /** Extensions that are neither there nor to be had. */
  readonly missingExtensions: readonly string[];
  /** Names the database beyond doubt: its number and when its server started. */
  readonly identity: string;
  readonly role: RoleFacts;
}

export interface RoleFacts {
  readonly name: string;
  readonly superuser: boolean;
  readonly bypassesRows: boolean;
  readonly ownsTables: number;
  /** Whether it is, or may become, the owner of the house's tables. */
  readonly mayBeOwner: boolean;
  /** `none`: nobody has made the role `krom_app`. */
  readonly kromApp: 'member' | 'stranger' | 'none';
  readonly mayCreate: boolean;
}

const oldest = 16;
const newestTried = 18;
const extensions = ['pg_trgm', 'btree_gin', 'btree_gist'];

const facts = `select current_setting('server_version_num')::int as version, getdatabaseencoding() as encoding, d.datlocprovider as provider, d.datctype as ctype,
  coalesce('ก' ~ '^[[:alpha:]]$' and lower('Ж') = 'ж', false) as "knowsLetters",
  exists (select from pg_collation where collname = 'th-x-icu') as "thaiCollation",
  array(select e from unnest($1::text[]) e where not exists (select from pg_available_extensions a where a.name = e)) as "missingExtensions",
  d.oid || ' ' || pg_postmaster_start_time() as identity,
  json_build_object('name', current_user, 'superuser', r.rolsuper, 'bypassesRows', r.rolbypassrls,
    'ownsTables', (select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relowner = r.oid and n.nspname not like 'pg\\_%'),
    'mayBeOwner', exists (select from pg_namespace n where n.nspname = 'platform' and pg_has_role(current_user, n.nspowner, 'MEMBER')) or pg_has_role(current_user, d.datdba, 'MEMBER'),
    'kromApp', case when not exists (select from pg_roles where rolname = 'krom_app') then 'none'
      when pg_has_role(current_user, (select k.oid from pg_roles k where k.rolname = 'krom_app'), 'USAGE') then 'member' else 'stranger' end,
    'mayCreate', has_database_privilege(current_database(), 'CREATE') and has_schema_privilege('public', 'CREATE')) as role
  from pg_database d, pg_roles r where d.datname = current_database() and r.rolname = current_user`;

/** Asks a server. Throws what the connection throws. */
export async function readServerFacts(url: string): Promise<ServerFacts> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    const version = Number((await client.query<{ v: string }>(`select current_setting('server_version_num') as v`)).rows[0]?.v);
    // What follows is not known to servers of long ago.
    if (version < oldest * 10_000) return { ...unknown, version };
    const { rows } = await client.query<ServerFacts>(facts, [extensions]);
    return rows[0] as ServerFacts;
  } finally {
    await client.end();
  }
}

const unknown: ServerFacts = {
  version: 0, encoding: '', provider: '', ctype: '', knowsLetters: false, thaiCollation: false, missingExtensions: [], identity: '',
  role: { name: '', superuser: false, bypassesRows: false, ownsTables: 0, mayBeOwner: false, kromApp: 'none', mayCreate: false },
};

const fail = (name: ServerFinding['name'], words: Words, wayOut: Words): ServerFinding => ({ name, state: 'fail', words, wayOut });
const good = (name: ServerFinding['name'], words: Words): ServerFinding => ({ name, state: 'ok', words });

const newDatabase = 'create database krom owner … template template0 encoding \'UTF8\' locale \'C.UTF-8\'';

/** What is to be said of a server as such. */
export function judgeServer(server: ServerFacts): ServerFinding[] {
  const major = Math.floor(server.version / 10_000);
  if (major < oldest) {
    return [fail('server-version', { th: `PostgreSQL รุ่น ${major} เก่าเกินไป`, en: `PostgreSQL ${major} is too old` }, { th: `ใช้รุ่น ${oldest} ถึง ${newestTried}`, en: `Use a version from ${oldest} to ${newestTried}` })];
  }
  const version: ServerFinding = major > newestTried
    ? { name: 'server-version', state: 'warn', words: { th: `PostgreSQL รุ่น ${major} ใหม่กว่าที่เคยทดสอบ`, en: `PostgreSQL ${major} is newer than any that was tried` }, wayOut: { th: `ทดสอบในระบบทดลองก่อน หรือใช้รุ่น ${newestTried}`, en: `Try it beside the office first, or use ${newestTried}` } }
    : good('server-version', { th: `PostgreSQL รุ่น ${major}`, en: `PostgreSQL ${major}` });
  const text: ServerFinding[] = [];
  const anew: Words = { th: `สร้างฐานข้อมูลใหม่ด้วย ${newDatabase}`, en: `Make the database anew: ${newDatabase}` };
  if (server.encoding !== 'UTF8') text.push(fail('server-text', { th: `ฐานข้อมูลใช้รหัสอักขระ ${server.encoding} เก็บภาษาไทยไม่ได้ครบ`, en: `The database is encoded as ${server.encoding}, which cannot keep Thai` }, anew));
  // Below 18 trigrams ask the system's LC_CTYPE, whoever sorts: with C they are empty for Thai and a search finds nothing.
  else if (!server.knowsLetters || (server.provider !== 'b' && /^(C|POSIX)$/i.test(server.ctype))) {
    text.push(fail('server-text', { th: `ฐานข้อมูลใช้ LC_CTYPE ${server.ctype} ซึ่งไม่รู้จักตัวอักษรไทย การค้นหาจะไม่พบสิ่งใด`, en: `The database has LC_CTYPE ${server.ctype}, which does not know Thai letters: a search would find nothing` }, anew));
  }
  if (!server.thaiCollation) text.push(fail('server-text', { th: 'PostgreSQL นี้ไม่มี ICU จึงเรียงลำดับภาษาไทยไม่ได้', en: 'This PostgreSQL was built without ICU and cannot sort Thai' }, { th: 'ใช้ PostgreSQL ที่มี ICU (ชุดติดตั้งทั่วไปมีอยู่แล้ว)', en: 'Use a PostgreSQL with ICU, as the usual packages are' }));
  if (text.length === 0) text.push(good('server-text', { th: `ตัวอักษร ${server.encoding} ${server.ctype} เรียงลำดับภาษาไทยได้`, en: `Text is ${server.encoding} ${server.ctype} and Thai is sorted` }));
  const { missingExtensions: missing } = server;
  return [
    version,
    ...text,
    missing.length === 0
      ? good('server-extensions', { th: 'มีส่วนขยายที่ต้องใช้ครบ', en: 'The extensions can be had' })
      : fail('server-extensions', { th: `ไม่มีส่วนขยาย ${missing.join(', ')}`, en: `Extensions are missing: ${missing.join(', ')}` }, { th: 'ติดตั้งชุด contrib ของ PostgreSQL (เช่น postgresql-contrib) หรือขอให้ผู้ดูแลเซิร์ฟเวอร์เปิดใช้', en: 'Install the contrib package of PostgreSQL, or ask whoever keeps the server to allow them' }),
  ];
}

/** What is to be said of the role of KROM_OWNER_URL. A superuser is not needed. */
export function judgeOwner({ role }: ServerFacts): ServerFinding {
  if (role.kromApp === 'none') {
    return fail('owner-rights', { th: 'ไม่มีบทบาท krom_app ในเซิร์ฟเวอร์', en: 'There is no role krom_app on this server' }, { th: 'ให้ผู้ดูแลเซิร์ฟเวอร์สั่ง create role krom_app nologin; แล้ว grant krom_app ให้บทบาทใน KROM_APP_URL', en: 'As the administrator of the server: create role krom_app nologin; then grant krom_app to the role of KROM_APP_URL' });
  }
  return role.mayCreate
    ? good('owner-rights', { th: `${role.name} ปรับปรุงโครงสร้างฐานข้อมูลได้`, en: `${role.name} may bring the database up to date` })
    : fail('owner-rights', { th: `${role.name} สร้างโครงสร้างในฐานข้อมูลนี้ไม่ได้`, en: `${role.name} may not create in this database` }, { th: `ให้เป็นเจ้าของฐานข้อมูล: alter database … owner to ${role.name}`, en: `Make it the owner: alter database … owner to ${role.name}` });
}

/** What is to be said of the role of KROM_APP_URL: it must be unable to go round the second wall. */
export function judgeApp({ role }: ServerFacts): ServerFinding[] {
  const found: ServerFinding[] = [];
  const add = (th: string, en: string, outTh: string, outEn: string) => void found.push(fail('app-rights', { th, en }, { th: outTh, en: outEn }));
  if (role.superuser || role.bypassesRows) add(`บทบาท ${role.name} ข้ามสิทธิรายแถวได้`, `${role.name} goes past row-level security`, `alter role ${role.name} nosuperuser nobypassrls`, `alter role ${role.name} nosuperuser nobypassrls`);
  else if (role.mayBeOwner || role.ownsTables > 0) add(`บทบาท ${role.name} เป็นเจ้าของตารางหรือสวมสิทธิเจ้าของได้`, `${role.name} owns tables, or may act as their owner`, 'ใช้บทบาทอื่นที่ไม่เป็นเจ้าของสิ่งใดใน KROM_APP_URL', 'Give KROM_APP_URL a role of its own that owns nothing');
  if (role.kromApp === 'stranger') add(`บทบาท ${role.name} ไม่อยู่ใน krom_app`, `${role.name} is no member of krom_app`, `grant krom_app to ${role.name}`, `grant krom_app to ${role.name}`);
  return found.length > 0 ? found : [good('app-rights', { th: `${role.name} ไม่เป็นเจ้าของสิ่งใดและข้ามสิทธิรายแถวไม่ได้`, en: `${role.name} owns nothing and cannot go past row-level security` })];
}

/** Why a server cannot be reached, with what to look at. */
export function judgeRefusal(which: 'KROM_OWNER_URL' | 'KROM_APP_URL', error: unknown): ServerFinding {
  const { code = '', message } = error as { code?: string; message: string };
  const out: Words = code === '28P01' || code === '28000'
    ? { th: 'ตรวจชื่อและรหัสผ่านของบทบาท', en: 'Check the name and the password of the role' }
    : code === '3D000'
      ? { th: `สร้างฐานข้อมูลก่อน: ${newDatabase}`, en: `Make the database first: ${newDatabase}` }
      : { th: 'ตรวจที่อยู่และพอร์ต เครือข่าย และว่าเซิร์ฟเวอร์ทำงานอยู่', en: 'Check address and port, the network, and that the server runs' };
  return fail('server-reached', { th: `เชื่อมต่อฐานข้อมูลตาม ${which} ไม่ได้ (${message})`, en: `The database of ${which} cannot be reached` }, out);
}

/**
 * Everything about the given server and its two roles. Where only the application's address is known (a web process
 * without the owner's), the owner is not spoken of.
 */
export async function inspectServer(ownerUrl: string | undefined, appUrl: string): Promise<ServerFinding[]> {
  const ask = async (which: 'KROM_OWNER_URL' | 'KROM_APP_URL', url: string) => readServerFacts(url).catch((error: unknown) => judgeRefusal(which, error));
  const owner = ownerUrl === undefined ? undefined : await ask('KROM_OWNER_URL', ownerUrl);
  if (owner && 'state' in owner) return [owner];
  const app = await ask('KROM_APP_URL', appUrl);
  if ('state' in app) return owner ? [...judgeServer(owner), app] : [app];
  const server = judgeServer(owner ?? app);
  if (server[0]?.name === 'server-version' && server[0].state === 'fail') return server;
  const findings = [...server, ...(owner ? [judgeOwner(owner)] : []), ...judgeApp(app)];
  if (owner && owner.identity !== app.identity) {
    findings.push(fail('one-database', { th: 'KROM_OWNER_URL และ KROM_APP_URL ชี้ไปคนละฐานข้อมูล', en: 'KROM_OWNER_URL and KROM_APP_URL lead to two databases' }, { th: 'ตั้งทั้งสองให้ชี้ฐานข้อมูลเดียวกัน', en: 'Let both lead to the same one' }));
  }
  return findings;
}

/** The given server cannot hold the house; the message says why and the way out, in both languages. */
export class ServerUnfitError extends Error {
  constructor(findings: readonly ServerFinding[]) {
    super(findings.map(({ words, wayOut }) => `${words.th}${wayOut ? ` ${wayOut.th}` : ''}\n  ${words.en}.${wayOut ? ` ${wayOut.en}` : ''}`).join('\n'));
    this.name = 'ServerUnfitError';
  }
}
