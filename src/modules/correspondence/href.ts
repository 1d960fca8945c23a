/** Addresses of the module's pages. */
export const incomingHref = (id: number, rest = ''): string => `/incoming/${id}${rest}`;
export const letterHref = (id: number, rest = ''): string => `/letters/${id}${rest}`;
export const draftHref = (id: number, rest = ''): string => `/drafts/${id}${rest}`;
