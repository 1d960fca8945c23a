/** The passphrase of the sample certificates of the demo, shown on the page of their holders while the demo runs. */
export const demoPassphrase = 'ลงนาม-2563';

/** In the names of the demo's trial authority, so that its certificates are told from all others. */
export const demoMark = 'ของระบบสาธิต (ทดลองเท่านั้น)';

export const isDemoCertificate = (row: { readonly issuer: string; readonly state: string }): boolean => row.issuer === `ผู้ออกใบรับรอง ${demoMark}` && row.state === 'active';
