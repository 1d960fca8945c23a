import { z } from 'zod';
import type { ReadTx } from '../../../../platform/db/database.ts';
import type { Services } from '../../../../platform/services.ts';
import { providerTroubles, type ProviderTrouble } from '../../domain/providers.ts';
import { passkeysWork } from '../../sign-in/passkeys.ts';
import { listProviders, providerById } from '../../store/providers.ts';
import { passkeyTroubles, type PasskeyTrouble } from '../sign-in-passkey/section.tsx';
import type { OfferedProvider } from './section.tsx';

/** What the sign-in page is told of the ways beside the password: what went wrong on one of them. */
export const otherWaysQuery = {
  passkey: z.enum(passkeyTroubles).optional().catch(undefined),
  with: z.coerce.number().int().positive().max(2_147_483_647).optional().catch(undefined),
  trouble: z.enum(providerTroubles).optional().catch(undefined),
};

export interface OtherWaysData {
  /** Undefined where browsers allow no passkeys at the address of the house. */
  readonly passkeysAt: string | undefined;
  readonly providers: readonly OfferedProvider[];
  readonly passkeyTrouble: PasskeyTrouble | undefined;
  readonly trouble: ProviderTrouble | undefined;
  /** The provider that the trouble was with. */
  readonly provider: OfferedProvider | undefined;
}

const offered = ({ id, label }: OfferedProvider): OfferedProvider => ({ id, label });

/** The ways to sign in beside the password, with what went wrong on one of them. */
export async function readOtherWays(tx: ReadTx, { config }: Services, asked: { passkey?: PasskeyTrouble | undefined; with?: number | undefined; trouble?: ProviderTrouble | undefined }): Promise<OtherWaysData> {
  const about = asked.trouble && asked.with !== undefined ? await providerById(tx, asked.with) : undefined;
  return {
    passkeysAt: passkeysWork(config.origin) ? config.origin : undefined,
    providers: (await listProviders(tx, 'active')).map(offered),
    passkeyTrouble: asked.passkey,
    trouble: asked.trouble,
    provider: about && offered(about),
  };
}
