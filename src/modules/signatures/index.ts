/** The public door of the module: the only file that other modules may import. */
export { certificatesOf, certificateTime, fileSigner, type SignerFailureCode, type UsableCertificate } from './keys.ts';
