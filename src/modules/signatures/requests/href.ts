/** Addresses of the module's pages. */
export const signingHref = (id: number, rest = ''): string => `/signing/${id}${rest}`;
