/**
 * Runs pieces of work of one transaction beside each other: their statements go to the server without waiting for each
 * other's answers (it still takes them in the order in which they were sent). For pieces that do not need each other's
 * results. Fails with the failure that came first, which is the cause of those after it (a failed statement aborts the
 * transaction for all), and only when all have ended: no piece sends anything once the transaction is given up.
 */
export async function together<T extends readonly unknown[] | []>(work: T): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const failures: unknown[] = [];
  const ended = await Promise.all(work.map((piece) => Promise.resolve(piece).catch((failure: unknown) => void failures.push(failure))));
  if (failures.length > 0) throw failures[0];
  return ended as { -readonly [K in keyof T]: Awaited<T[K]> };
}
