/** Addresses of the own second factor. All lie below the page of security, which stays open until a factor is set up. */
export const factorAddress = '/account/security/code';
export const confirmAddress = `${factorAddress}/confirm`;
export const offAddress = `${factorAddress}/off`;
export const codesAddress = '/account/security/recovery-codes';
export const keptAddress = `${codesAddress}/kept`;
export const ownFactor = { signedIn: 'everyone keeps the own second factor' };
