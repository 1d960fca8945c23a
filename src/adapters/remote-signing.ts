/** What a person waits for of a provider of remote signatures: who it is, and which keys one has there. */
import { fail, ok } from '../platform/result.ts';
import type { Result } from '../platform/result.ts';
import type { Log } from '../platform/log.ts';
import type { CodesAnswer, RemoteSigning } from '../platform/http/outside.ts';
import { cscClient, CscError, wrongCode } from './csc.ts';

const words = {
  CSC_UNREACHABLE: { th: 'ติดต่อผู้ให้บริการลายมือชื่อไม่ได้ในขณะนี้ กรุณาลองอีกครั้งในอีกสักครู่', en: 'The provider of signatures cannot be reached now. Please try again in a moment.' },
  CSC_REFUSED: { th: 'ผู้ให้บริการลายมือชื่อปฏิเสธ ตรวจที่อยู่ client ID รหัสลับ และชื่อผู้ใช้', en: 'The provider of signatures refuses: check the address, client ID, secret and user name' },
  CSC_CONSENT_OVER: { th: 'ผู้ให้บริการลายมือชื่อปฏิเสธ ตรวจที่อยู่ client ID รหัสลับ และชื่อผู้ใช้', en: 'The provider of signatures refuses: check the address, client ID, secret and user name' },
  CSC_WRONG_ANSWER: { th: 'ที่อยู่นี้ตอบกลับ แต่ไม่ใช่บริการตามมาตรฐาน Cloud Signature Consortium รุ่น 1', en: 'This address answers, but not as a service of the Cloud Signature Consortium, version 1' },
  CSC_UNSUPPORTED: { th: 'บริการนี้ลงลายมือชื่อด้วยวิธีที่ระบบไม่รองรับ', en: 'This service signs in a way that is not supported here' },
} as const;

/** Of one person: more are not listed. */
const most = 20;

export function createRemoteSigning(log: Log): RemoteSigning {
  async function guarded<T>(baseUrl: string, work: () => Promise<T>): Promise<Result<T>> {
    try {
      return ok(await work());
    } catch (error) {
      if (!(error instanceof CscError)) throw error;
      // A code alone: a provider's sentence might repeat what was typed.
      log.warn({ baseUrl, code: error.code, said: /^[\w-]{1,40}$/.test(error.said) ? error.said : '' }, 'a provider of remote signatures did not answer as it should');
      return fail(error.code, words[error.code]);
    }
  }
  return {
    describe: (provider, signal) =>
      guarded(provider.baseUrl, async () => {
        const { origin } = new URL(provider.baseUrl);
        const { name, oauth2 = origin } = await cscClient({ ...provider, oauth2: origin, timeoutMs: 5_000, signal }).info();
        await cscClient({ ...provider, oauth2, timeoutMs: 5_000, signal }).serviceToken();
        return { name, oauth2 };
      }),
    credentials: (provider, userId, signal) =>
      guarded(provider.baseUrl, async () => {
        const client = cscClient({ ...provider, timeoutMs: 5_000, signal });
        const token = await client.serviceToken();
        const found = [];
        for (const id of (await client.credentials(token, userId)).slice(0, most)) {
          const { chain, usable, authMode, pin, otp } = await client.credential(token, id);
          // One that asks for nothing at all would sign without its holder.
          const here = authMode === 'explicit' && (pin !== 'no' || otp !== 'no');
          found.push({ id, chain, usable: usable && (here || authMode === 'oauth2code'), ...(here ? { codes: { pin, otp } } : {}) });
        }
        return found;
      }),
    sendOtp: (provider, credentialId, signal) =>
      guarded(provider.baseUrl, async () => {
        const client = cscClient({ ...provider, timeoutMs: 6_000, signal });
        await client.sendOtp(await client.serviceToken(), credentialId);
        return true as const;
      }),
    authorize: (provider, { credentialId, digest, pin, otp }, signal) =>
      guarded<CodesAnswer>(provider.baseUrl, async () => {
        const client = cscClient({ ...provider, timeoutMs: 8_000, signal });
        const token = await client.serviceToken();
        try {
          const { value } = await client.authorize(token, { credentialId, digests: [digest], ...(pin === undefined ? {} : { pin }), ...(otp === undefined ? {} : { otp }) });
          return { sad: value };
        } catch (error) {
          if (!(error instanceof CscError)) throw error;
          if (error.code === 'CSC_UNREACHABLE') return { fault: 'unreachable' };
          if (error.code === 'CSC_REFUSED' || error.code === 'CSC_CONSENT_OVER') return { fault: wrongCode(error) };
          throw error;
        }
      }),
  };
}
