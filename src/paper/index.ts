/** Paper: official documents as PDF and as pictures for the screen. Everything outside src/paper imports this file only. */
export { createRenderer, MAX_CHARACTERS } from './renderer.ts';
export type { PdfOptions, RenderedPdf, Renderer, RendererOptions, SvgOptions } from './renderer.ts';
export {
  agendaSchema, differenceSchema, memoSchema, minutesSchema, paperDocumentSchema, replyFormSchema, signatureStampSchema, signInSchema,
} from './documents.ts';
export type { PaperDocument, ParsedDocument } from './documents.ts';
export type { LetterDocument } from './letter-documents.ts';
export type { Block, PaperText, Person, Run, Signatory, TableBlock } from './text-schemas.ts';
export type { PaperFailure, PaperFailureCode } from './failures.ts';
export { readPkcs12, keySigner, belongsTo, writePkcs12 } from './signing/pkcs12.ts';
export { openProtectedKey, protectKey } from './signing/protected-key.ts';
export { isOfKey, makeCertificateRequest, newKeyKinds, publicKeyOf } from './signing/request.ts';
export type { NewKeyKind, RequestedName } from './signing/request.ts';
export { certificateFacts, certificatesFrom, usualHash } from './signing/certificate.ts';
export type { CertificateFacts } from './signing/certificate.ts';
export { openPdf } from './signing/open-pdf.ts';
export { signPdf } from './signing/sign-pdf.ts';
export type { SignOptions } from './signing/sign-pdf.ts';
export { addTimestamp, completeSignature, packPrepared, prepareSignature, unpackPrepared } from './signing/steps.ts';
export type { PrepareOptions, PreparedSignature, SignedPdf } from './signing/steps.ts';
export { signingFailure } from './signing/failures.ts';
export type { Signer, TimeStamper } from './signing/cms.ts';
export type { HashName } from './signing/asn.ts';
export { findSignaturePlace, pageSize } from './signing/find-place.ts';
export { verifyPdf } from './signing/verify-pdf.ts';
export type { PdfReport, SignatureReport, VerifyOptions } from './signing/verify-pdf.ts';
export { checkChain } from './signing/check-chain.ts';
export type { ChainState, RevocationAnswer, TrustOptions } from './signing/check-chain.ts';
export { imprintMatches, readToken } from './signing/check-timestamp.ts';
export { reasonWords } from './signing/reasons.ts';
export { checkEmblem } from './emblem.ts';
export type { EmblemBytes, SignaturePlace } from './typst.ts';
export type { VerifyBlock } from './qr.ts';
export { inspectPdf, stampReceived } from './stamp.ts';
export type { PdfFacts } from './stamp.ts';
export type { ReceivedPdfFailureCode } from './stamp-failures.ts';
export { registerDay, registerForms, registerReport } from './register-forms.ts';
export type { RegisterForm } from './register-forms.ts';
