// Pages, actions, rights and acts of the services for signatures and of signing with a key that a provider keeps.
import type { NavEntry, PermissionDefinition } from '../../../platform/module.ts';
import type { Words } from '../../../platform/words.ts';
import { addRemoteAction } from '../features/add-remote-certificate/action.ts';
import { addRemotePage } from '../features/add-remote-certificate/page.tsx';
import { remoteAction, revocationAction, timeAction } from '../features/keep-services/actions.ts';
import { m as services } from '../features/keep-services/messages.ts';
import { servicesAddress, servicesPage, servicesPermission } from '../features/keep-services/page.tsx';
import { codesAction, returnAction, sendOtpAction, setOutAction } from '../features/sign-remotely/actions.ts';
import { returnPage, wayPage } from '../features/sign-remotely/page.tsx';
import { m } from './messages.ts';

export const remoteRoutes = [servicesPage, timeAction, revocationAction, remoteAction, addRemotePage, addRemoteAction, setOutAction, returnPage, returnAction, wayPage, sendOtpAction, codesAction];

export const remotePermissions: readonly PermissionDefinition[] = [{ key: servicesPermission, words: services.words('permission'), roles: ['system-admin'] }];

export const remoteNav: readonly NavEntry[] = [{ group: 'system', order: 45, label: services.words('title'), href: servicesAddress, permission: servicesPermission }];

export const remoteActs: Readonly<Record<string, Words>> = {
  'signatures.time-authority-set': services.words('actTime'),
  'signatures.revocation-set': services.words('actRevocation'),
  'signatures.remote-provider-set': services.words('actRemote'),
  'signatures.remote-asked': m.words('actAsked'),
  'signatures.remote-answered': m.words('actAnswered'),
  'signatures.remote-otp-asked': m.words('actOtpAsked'),
  'signatures.remote-codes-refused': m.words('actCodesRefused'),
  'signatures.remote-ended': m.words('actEnded'),
  'signatures.remote-certificate-added': m.words('actAdded'),
};

/** Why programs get none of it. */
export const remoteNotForPrograms = {
  [servicesAddress]: 'services of others and their secrets are set by a person who has signed in',
  [`${servicesAddress}/*`]: 'services of others and their secrets are set by a person who has signed in',
  '/signing/remote-certificates': 'a person looks up the own certificates at the provider',
  '/signing/remote/:id': 'a person agrees at the page of the provider',
  '/signing/remote/:id/otp': 'a person asks the provider for the own one-time password',
  '/signing/remote/:id/codes': 'a person types the own PIN, which no program should hold',
  '/signing/remote/return': 'a browser comes back from the provider here',
  '/signing/:id/remote': 'a person agrees at the page of the provider',
} as const;
