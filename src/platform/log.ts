/** Structured log: one JSON line an event, with the request id where there is one. Never personal data. */
export interface Log {
  debug(fields: Record<string, unknown>, message: string): void;
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

const order: Readonly<Record<LogLevel, number>> = { debug: 10, info: 20, warn: 30, error: 40, silent: 99 };
const secretKey = /pass(word|phrase|wd)?|secret|token(?!id$)|cookie|authorization|credential|otp|^pin$|private.?key|api.?key|^key$|^_key$|dsn/i;
const urlPassword = /\b([a-z][a-z0-9+.-]*:\/\/[^\s:/@]*):[^\s@/]+@/gi;
const maxText = 4_000;
const maxDepth = 6;

function safeText(text: string): string {
  const masked = text.replace(urlPassword, '$1:[redacted]@');
  return masked.length > maxText ? `${masked.slice(0, maxText)}…` : masked;
}

function safeError(error: Error, depth: number): Record<string, unknown> {
  const code = (error as { code?: unknown }).code;
  return {
    name: error.name,
    message: safeText(error.message),
    ...(code === undefined ? {} : { code: String(code) }),
    ...(error.stack ? { stack: safeText(error.stack) } : {}),
    ...(error.cause === undefined ? {} : { cause: safeValue(error.cause, depth + 1) }),
  };
}

function safeValue(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return safeText(value);
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'function' || typeof value === 'symbol') return undefined;
  if (value === null || typeof value !== 'object') return value;
  if (depth > maxDepth) return '[deep]';
  if (value instanceof Error) return safeError(value, depth);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (Array.isArray(value)) return value.slice(0, 100).map((item) => safeValue(item, depth + 1));
  const entries = value instanceof Map ? [...value.entries()] : Object.entries(value);
  return Object.fromEntries(
    entries.map(([key, item]) => [String(key), secretKey.test(String(key)) ? '[redacted]' : safeValue(item, depth + 1)]),
  );
}

export interface LogOptions {
  /** Where lines go: standard output unless given. */
  readonly write?: (line: string) => void;
  /** Fields of every line: the name of the process, for instance. */
  readonly always?: Readonly<Record<string, unknown>>;
}

/**
 * A log of one JSON line an event. Values under names that mean a secret (password, token, cookie, …) and passwords
 * in addresses are left out whatever the caller gives; errors are written with code, stack and cause.
 */
export function createLog(level: LogLevel, options: LogOptions = {}): Log {
  const write = options.write ?? ((line: string) => void process.stdout.write(line));
  const least = order[level];
  const at = (name: Exclude<LogLevel, 'silent'>) => (fields: Record<string, unknown>, message: string) => {
    if (order[name] < least) return;
    const safe = safeValue({ ...options.always, ...fields }, 0) as Record<string, unknown>;
    write(`${JSON.stringify({ time: new Date().toISOString(), level: name, message: safeText(message), ...safe })}\n`);
  };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** A log that says nothing, for tests and tools. */
export const silentLog: Log = createLog('silent');
