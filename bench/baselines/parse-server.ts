// The baseline of a ready-made back end: Parse Server (Apache-2.0), which keeps one bare object of one field on the same
// PostgreSQL server, with the same number of connections. Installed here and nowhere else: the house does not depend on it.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import { projectRoot } from '../../src/platform/config.ts';

const version = '9.10.0';
const folder = path.join(projectRoot, 'node_modules/.krom-bench', `parse-server-${version}`);
const connections = 16;

export interface ParseServer {
  readonly version: string;
  readonly licence: string;
  readonly port: number;
  readonly pid: number;
  /** Address to post an object to, and what a program sends besides. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Fetches Parse Server where it is not there yet; resolves with why that did not work. */
function install(): string | undefined {
  if (existsSync(path.join(folder, 'node_modules/parse-server/package.json'))) return undefined;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{"private":true}');
  const run = spawnSync('npm', ['install', `parse-server@${version}`, '--save-exact', '--no-audit', '--no-fund', '--omit=dev', '--omit=optional', '--ignore-scripts', '--loglevel=error'], { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' });
  return run.status === 0 ? undefined : (run.error?.message ?? run.stderr.trim().slice(-400)) || `npm ended with ${run.status}`;
}

const freePort = () => new Promise<number>((resolve, reject) => {
  const probe = createServer();
  probe.on('error', reject);
  probe.listen(0, '127.0.0.1', () => {
    const address = probe.address();
    probe.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
  });
});

/** As its own documentation mounts it, quiet, without what an object does not need: files on disk, GraphQL, live queries. */
const program = `
import express from 'express';
import { ParseServer } from 'parse-server';
const { DATABASE, APP, MASTER, AT } = process.env;
const server = new ParseServer({ databaseURI: DATABASE, databaseOptions: { poolSize: ${connections} }, appId: APP, masterKey: MASTER, serverURL: 'http://127.0.0.1:' + AT + '/parse',
  allowClientClassCreation: true, silent: true, verbose: false, logsFolder: null, logLevel: 'error' });
await server.start();
express().use('/parse', server.app).listen(Number(AT), '127.0.0.1');
`;

function create(parse: Pick<ParseServer, 'port' | 'path' | 'headers'>): Promise<number> {
  return new Promise((resolve, reject) => {
    const body = JSON.stringify({ subject: 'เรื่องแรก' });
    const request = http.request({ host: '127.0.0.1', port: parse.port, path: parse.path, method: 'POST', agent: false, headers: { ...parse.headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    request.on('error', reject);
    request.end(body);
  });
}

async function stop(child: ChildProcess, place: string, owner: pg.Pool, database: string): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGKILL');
    await ended;
  }
  await owner.query(`drop database if exists ${database} with (force)`);
  rmSync(place, { recursive: true, force: true });
}

/** Starts it on a database of its own of the server that `owner` is connected to; says why where it cannot. */
export async function startParseServer(owner: pg.Pool): Promise<ParseServer | { readonly failure: string }> {
  const failed = install();
  if (failed) return { failure: failed };
  const database = 'krom_bench_parse';
  await owner.query(`drop database if exists ${database} with (force)`);
  await owner.query(`create database ${database}`);
  const url = new URL(owner.options.connectionString as string);
  url.pathname = `/${database}`;
  const port = await freePort();
  const file = path.join(folder, 'server.mjs');
  writeFileSync(file, program);
  const place = mkdtempSync(path.join(os.tmpdir(), 'krom-bench-parse-'));
  const child = spawn(process.execPath, [file], { cwd: place, env: { ...process.env, NODE_ENV: 'production', DATABASE: url.toString(), APP: 'bench', MASTER: 'bench-master', AT: String(port) }, stdio: ['ignore', 'ignore', 'pipe'] });
  let told = '';
  child.stderr.on('data', (chunk: Buffer) => (told = (told + chunk.toString()).slice(-2000)));
  const parse = { port, path: '/parse/classes/Letter', headers: { 'x-parse-application-id': 'bench' } };
  for (const until = Date.now() + 60_000; ; ) {
    // The first object makes the class, so that no round does.
    if ((await create(parse).catch(() => 0)) === 201) break;
    if (Date.now() > until || child.exitCode !== null) {
      await stop(child, place, owner, database);
      return { failure: `did not start: ${told.trim().slice(-400)}` };
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const { license } = JSON.parse(readFileSync(path.join(folder, 'node_modules/parse-server/package.json'), 'utf8')) as { license: string };
  return { ...parse, version, licence: license, pid: child.pid ?? 0, close: () => stop(child, place, owner, database) };
}
