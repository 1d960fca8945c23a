/** Whose turn comes first, as a head types it: names with commas between. */

const plain = (text: string): string => text.replace(/\s+/g, '').replace(/\.$/u, '');

/** Those chosen, the named ones first and in that order; a name that nobody of them bears is told. */
export function inTurns<T extends { readonly label: string }>(chosen: readonly T[], typed: string): { readonly list: T[] } | { readonly unknown: string } {
  const named: T[] = [];
  for (const name of typed.split(/[,;\n]/u).map((one) => one.trim()).filter((one) => one !== '')) {
    const found = chosen.find((one) => plain(one.label) === plain(name));
    if (!found) return { unknown: name };
    if (!named.includes(found)) named.push(found);
  }
  return { list: [...named, ...chosen.filter((one) => !named.includes(one))] };
}
