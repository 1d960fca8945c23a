// One spelling of a content: the same content gives the same text, whatever the order of its keys.

/** JSON with sorted keys and without undefined. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).filter(([, v]) => v !== undefined).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  });
}
