export const backupsAddress = '/system/backups';
