import { demoPassword } from '../../src/modules/organisation/index.ts';
import type { Client } from './app.ts';

/** Shows once more who a client's person is, as changes of the ways to sign in ask for; the client keeps the proof. */
export async function prove(client: Client): Promise<Client> {
  const answer = await client.post('/account/security/prove', { password: demoPassword });
  const proof = answer.cookies.find(({ name }) => name === 'krom_proof');
  if (!proof) throw new Error(`no proof: ${answer.statusCode} ${String(answer.headers.location)}`);
  client.cookies[proof.name] = proof.value;
  return client;
}
