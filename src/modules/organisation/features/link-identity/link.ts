import type { SecurityLink } from '../../sign-in/security-links.ts';
import { myIdentities } from '../../store/identities.ts';
import { m } from './messages.ts';

/** The line of providers on the page of security. */
export const providersLink: SecurityLink = {
  href: '/account/security/providers',
  title: m.words('linkTitle'),
  async state(tx) {
    const { length } = await myIdentities(tx);
    return { words: length === 0 ? m.words('linkNone') : m.words('linkState', { n: length }), inUse: length > 0 };
  },
};
