import { readFileSync } from 'node:fs';
import path from 'node:path';
import { adminCreateCommand } from './commands/admin-create.ts';
import { backupCommand, drillCommand } from './commands/backup.ts';
import { caInitCommand, caSignCommand } from './commands/ca.ts';
import type { Command } from './commands/command.ts';
import { doctorCommand } from './commands/doctor.ts';
import { exportCommand } from './commands/export.ts';
import { fingerprintCommand } from './commands/fingerprint.ts';
import { importCommand } from './commands/import.ts';
import { migrateCommand } from './commands/migrate.ts';
import { registerVerifyCommand } from './commands/register-verify.ts';
import { resetCommand } from './commands/reset.ts';
import { restoreCommand } from './commands/restore.ts';
import { verifyCommand } from './commands/verify.ts';
import { projectRoot } from './platform/config.ts';

const versionCommand: Command = {
  name: 'version',
  purpose: { th: 'เลขรุ่น', en: 'the version' },
  run: async () => {
    console.log((JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as { version: string }).version);
    return 0;
  },
};

const commands: readonly Command[] = [
  adminCreateCommand,
  migrateCommand,
  doctorCommand,
  drillCommand,
  backupCommand,
  restoreCommand,
  exportCommand,
  importCommand,
  fingerprintCommand,
  verifyCommand,
  registerVerifyCommand,
  caInitCommand,
  caSignCommand,
  resetCommand,
  versionCommand,
];

const help = (): string => [
  'krom: คำสั่งของกรม / the commands of Krom',
  '',
  ...commands.flatMap(({ name, usage, purpose }) => [`  npx krom ${name}${usage ? ` ${usage}` : ''}`, `        ${purpose.th} / ${purpose.en}`]),
].join('\n');

async function main(): Promise<number> {
  const args = process.argv.slice(2);
  const command = commands.find(({ name }) => name === args.slice(0, name.split(' ').length).join(' '));
  if (command) return command.run(args.slice(command.name.split(' ').length));
  console.log(help());
  return args.length === 0 || args[0] === 'help' ? 0 : 2;
}

main().then(
  (code) => process.exit(code),
  (error: Error) => {
    console.error(error.message);
    process.exit(1);
  },
);
