/** Answers on revocation for checks that a person waits for: bounded in time and number, and kept for some minutes. */
import { createHash } from 'node:crypto';
import type { RevocationAnswer } from '../paper/index.ts';
import type { RevocationChecks } from '../platform/http/outside.ts';
import { askOcsp, ocspAddress, OcspError } from './ocsp.ts';

export interface RevocationLimits {
  readonly timeoutMs: number;
  /** An answer counts for so long; who was silent is not asked again before `silenceMs` are over. */
  readonly keepMs: number;
  readonly silenceMs: number;
  readonly atOnce: number;
  readonly kept: number;
}

const usual: RevocationLimits = { timeoutMs: 4_000, keepMs: 600_000, silenceMs: 60_000, atOnce: 8, kept: 1_000 };

/** Real time throughout: authorities know no legal clock. */
export function createRevocationChecks(limits: Partial<RevocationLimits> = {}): RevocationChecks {
  const { timeoutMs, keepMs, silenceMs, atOnce, kept } = { ...usual, ...limits };
  const answers = new Map<string, { readonly until: number; readonly answer: RevocationAnswer }>();
  const silent = new Map<string, number>();
  let asking = 0;

  const keep = <V>(map: Map<string, V>, key: string, value: V): void => {
    map.delete(key);
    map.set(key, value);
    if (map.size > kept) map.delete(map.keys().next().value!);
  };

  return {
    async ask(certificate, issuer, url, signal) {
      const address = url ?? ocspAddress(certificate);
      if (address === undefined) return undefined;
      const now = Date.now();
      const key = createHash('sha256').update(certificate).update(issuer).update(address).digest('base64');
      const known = answers.get(key);
      if (known && known.until > now) return known.answer;
      const host = URL.parse(address)?.host ?? '';
      if ((silent.get(host) ?? 0) > now) throw new OcspError('OCSP_UNREACHABLE', `${host} was silent a moment ago`);
      if (asking >= atOnce || signal.aborted) throw new OcspError('OCSP_UNREACHABLE', 'too much is being asked');
      asking++;
      try {
        const answer = await askOcsp(certificate, issuer, { url: address, foreign: url === undefined, timeoutMs, now: new Date() });
        keep(answers, key, { until: now + keepMs, answer });
        return answer;
      } catch (error) {
        if (error instanceof OcspError && error.code === 'OCSP_UNREACHABLE') keep(silent, host, Date.now() + silenceMs);
        throw error;
      } finally {
        asking--;
      }
    },
  };
}
