/** The server went away or is starting: nothing was committed, so the whole transaction may be tried again. */
const codes = new Set(['57P01', '57P02', '57P03', '08006', '08001', '08003', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE']);

/** True for an error that says that the connection to PostgreSQL was lost or not made, also as the cause of another. */
export function isLostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && codes.has(String(error.code))) return true;
  return /Connection terminated|timeout expired|Client has encountered a connection error/i.test(error.message) || isLostConnection(error.cause);
}
