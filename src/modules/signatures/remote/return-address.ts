/** Path to which a provider of remote signatures sends browsers back. */
export const remoteReturnPath = '/signing/remote/return';

/** The same as registered with the provider. */
export const remoteReturnUri = (origin: string): string => `${origin}${remoteReturnPath}`;
