export const choicesAddress = '/account/notifications';
export const choicesPermission = { signedIn: 'everyone chooses the own channels' };
