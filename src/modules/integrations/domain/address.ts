import { fail, ok, type Result } from '../../../platform/result.ts';

const loopback = new Set(['localhost', '127.0.0.1', '::1']);

/**
 * An address as an administrator types it, in the form in which it is called. `https:` alone; `http:` only to this very
 * machine, only where the office lists that host, and only in a demo. Where the name leads is judged when it is called.
 */
export function webhookAddress(text: string, innerHosts: readonly string[], demo: boolean): Result<string> {
  const wrong = (th: string, en: string) => fail('ADDRESS_WRONG', { th, en }, { fields: { url: { th, en } } });
  let url: URL;
  try {
    url = new URL(text.trim());
  } catch {
    return wrong('ที่อยู่ไม่ครบ พิมพ์เช่น https://example.go.th/krom', 'The address is not complete. Type for example https://example.go.th/krom');
  }
  const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
  if (url.username || url.password) return wrong('อย่าใส่ชื่อผู้ใช้หรือรหัสผ่านในที่อยู่ ระบบลงลายมือชื่อทุกครั้งที่ส่งแล้ว', 'Put no user name or password into the address: every delivery is signed');
  const plainAllowed = demo && loopback.has(host) && innerHosts.includes(host);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && plainAllowed)) return wrong('ต้องเป็นที่อยู่ที่ขึ้นต้นด้วย https://', 'The address must begin with https://');
  url.hash = '';
  return ok(url.href);
}
