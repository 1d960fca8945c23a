/** The public door of the module: the only file that other modules may import. */
export { certificatesOf, certificateTime, fileSigner, type SignerFailureCode, type UsableCertificate } from './certificates/keys.ts';
export { openSigningRequest, withdrawSigning, type OpenedRequest, type SigningOrder, type SigningServices } from './requests/open.ts';
export type { NewPart, PartKind, Place } from './domain/request.ts';
export { signedFile, signingState } from './requests/subject.ts';
export type { SubjectState } from './store/requests.ts';
export { StepsFields, stepsField, stepsFrom, signingSeats, type SeatChoice } from './requests/steps-form.tsx';
export { RequestStateMark } from './requests/shown.tsx';
export { signingHref } from './requests/href.ts';
