/** Page of a way to a provider. */
export const wayHref = (id: number): string => `/signing/remote/${id}`;
