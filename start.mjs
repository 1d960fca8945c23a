// `npm start`: plain Node (20.19 or newer) and nothing else. Installs what is missing, builds when the source has
// changed, then runs Krom under the Node 24 that came with the packages. A second start does none of that again.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import path from 'node:path';

const root = path.dirname(fileURLToPath(import.meta.url));
const development = process.argv.includes('--dev');
const say = (thai, english) => console.log(`${thai} / ${english}`);

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  say(`ต้องใช้ Node 20.19 ขึ้นไป (เครื่องนี้มี ${process.version})`, `Node 20.19 or newer is needed (this is ${process.version})`);
  process.exit(1);
}

/** Runs `npm ci` when the lock has changed since the last time. Returns the Node to go on with. */
export function install({ withDevelopment }) {
  const stampFile = path.join(root, 'node_modules/.krom-stamp');
  const lock = createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json'))).digest('hex');
  const wanted = `${lock} ${process.platform} ${process.arch}`;
  const stamp = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : '';
  // A full install serves both; a start alone leaves the developers' tools out.
  if (stamp !== `${wanted} full` && (withDevelopment || stamp !== `${wanted} run`)) {
    say('กำลังติดตั้งส่วนประกอบ (ครั้งแรกใช้เวลาประมาณหนึ่งนาที)…', 'Installing packages (about a minute, the first time only)…');
    const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error', ...(withDevelopment ? [] : ['--omit=dev'])];
    // Another package manager may have started this script: the lock file is npm's.
    const npm = /npm-cli\.c?js$/.test(process.env.npm_execpath ?? '') ? process.env.npm_execpath : undefined;
    const run = npm ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] }) : spawnSync('npm', args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
    if (run.status !== 0) {
      say('ติดตั้งไม่สำเร็จ ตรวจการเชื่อมต่ออินเทอร์เน็ตแล้วลองใหม่', 'The installation failed: check the network and try again');
      process.exit(run.status ?? 1);
    }
    writeFileSync(stampFile, `${wanted} ${withDevelopment ? 'full' : 'run'}`);
  }
  const own = path.join(root, 'node_modules/.bin/node');
  return existsSync(own) ? own : process.execPath;
}

/** Newest change and number of all source files, to know whether a build is current. */
function sourceStamp() {
  const hash = createHash('sha256');
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) walk(file);
      else {
        const { mtimeMs, size } = statSync(file);
        hash.update(`${path.relative(root, file)} ${mtimeMs} ${size}\n`);
      }
    }
  };
  walk(path.join(root, 'src'));
  hash.update(readFileSync(path.join(root, 'build.mjs')));
  return hash.digest('hex');
}

/** Builds dist/ when the source differs from what was built. */
export function build(node) {
  const stampFile = path.join(root, 'dist/.krom-stamp');
  const wanted = sourceStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;
  const run = spawnSync(node, [path.join(root, 'build.mjs')], { cwd: root, stdio: 'inherit' });
  if (run.error) cannotRun(node, run.error);
  if (run.status !== 0) {
    say('สร้างโปรแกรมไม่สำเร็จ ดูข้อความด้านบน', 'The build failed, see above');
    process.exit(run.status ?? 1);
  }
  mkdirSync(path.join(root, 'dist'), { recursive: true });
  writeFileSync(stampFile, wanted);
}

function cannotRun(node, error) {
  say(`เรียก ${node} ไม่ได้ (${error.code ?? error.message}) ใช้ Linux ที่เป็น glibc เช่น Debian หรือ Ubuntu หรือลบ node_modules แล้วเริ่มใหม่`, `${node} cannot be run: use a Linux with glibc (Debian, Ubuntu), or remove node_modules and start again`);
  process.exit(1);
}

/** With what Node compiled at an earlier start kept beside the build, so that it need not do so again. */
export const environment = () => ({ NODE_COMPILE_CACHE: path.join(root, 'dist/.compiled'), ...process.env });

function run(node, args) {
  const child = spawn(node, args, { cwd: root, stdio: 'inherit', env: environment() });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => cannotRun(node, error));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (process.argv.includes('--help') || process.argv.includes('-h')) {
    say('npm start เปิดระบบ · npm run dev เปิดพร้อมติดตามการแก้ไข · ตั้งค่าด้วยตัวแปร PORT (3000) KROM_DATA (./.krom) และอื่น ๆ ตาม README', 'npm start runs Krom, npm run dev follows changes of the source. Settings are variables: PORT (3000), KROM_DATA (./.krom) and those in the README.');
    process.exit(0);
  }
  const node = install({ withDevelopment: development });
  if (development) run(node, [path.join(root, 'scripts/dev.mjs')]);
  else {
    build(node);
    run(node, ['--enable-source-maps', path.join(root, 'dist/main.mjs')]);
  }
}
