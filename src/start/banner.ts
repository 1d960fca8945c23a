import { demoAccounts, demoPassword } from '../modules/organisation/index.ts';
import type { Config } from '../platform/config.ts';

/** One line of the start, in both languages. */
export function say(thai: string, english: string): void {
  console.log(`${thai}\n  ${english}`);
}

export function sayReady(port: number, config: Config): void {
  const host = config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host;
  console.log(`\nกรมพร้อมใช้งาน / Krom is ready:  http://${host === '127.0.0.1' ? 'localhost' : host}:${port}\n`);
}

export function sayDemoAccounts(): void {
  console.log(`บัญชีสาธิต / Demo accounts (รหัสผ่านเดียวกันทุกบัญชี / one password: ${demoPassword})`);
  const width = Math.max(...demoAccounts.map((account) => account.username.length));
  for (const account of demoAccounts) console.log(`  ${account.username.padEnd(width)}  ${account.role.th}`);
  console.log('\nหยุดด้วย Ctrl+C / Stop with Ctrl+C');
}
