/**
 * The network that an address counts for when guesses are counted: an IPv4 address itself, an IPv6 address by its first
 * 64 bits, since one customer has all the rest. Anything else stands for itself.
 */
export function networkOf(ip: string): string {
  const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(ip)?.[1];
  if (mapped) return mapped;
  if (!ip.includes(':')) return ip.slice(0, 60);
  const [head, tail] = (ip.toLowerCase().split('%')[0] as string).split('::', 2) as [string, string?];
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups = tail === undefined ? left : [...left, ...Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0'), ...right];
  return `${groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`;
}
