/** A small authority made by OpenSSL, so that what Krom signs is judged by keys and certificates that Krom did not make. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { certificatesFrom } from '../../../src/paper/index.ts';

export interface SignerMore {
  readonly from?: string;
  readonly to?: string;
  /** Address of the OCSP responder, written into the certificate. */
  readonly ocsp?: string;
}

export interface TrialPki {
  readonly folder: string;
  file(name: string): string;
  /** DER. */
  certificate(name: string): Buffer;
  p12(name: string): Buffer;
  openssl(...args: string[]): string;
  /** Makes a signer under the intermediate authority; `days` may be negative: expired. */
  signer(name: string, subject: string, key?: 'rsa' | 'p256' | 'p384', more?: SignerMore): void;
  revoke(name: string): void;
  /** DER of the list of revoked certificates of the intermediate authority, anew. */
  crl(): Buffer;
  remove(): void;
}

export const PASSPHRASE = 'รหัส-test-1234';

const CONFIG = `
[ca]
default_ca = sub
[sub]
database = index.txt
serial = serial
crlnumber = crlnumber
new_certs_dir = .
certificate = sub.crt
private_key = sub.key
default_md = sha256
default_days = 700
default_crl_days = 30
policy = any
unique_subject = no
string_mask = utf8only
[any]
commonName = supplied
title = optional
organizationName = optional
[req]
distinguished_name = dn
string_mask = utf8only
utf8 = yes
[dn]
[root_ext]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[sub_ext]
basicConstraints = critical,CA:true,pathlen:0
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[signer_ext]
basicConstraints = CA:false
keyUsage = critical,digitalSignature,nonRepudiation
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[tsa_ext]
basicConstraints = CA:false
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[ocsp_ext]
basicConstraints = CA:false
keyUsage = critical,digitalSignature
extendedKeyUsage = OCSPSigning
[tsa]
default_tsa = tsa1
[tsa1]
serial = tsaserial
signer_cert = tsa.crt
signer_key = tsa.key
certs = sub.crt
signer_digest = sha256
default_policy = 1.3.6.1.4.1.99999.1
digests = sha256, sha384, sha512
accuracy = secs:1
ordering = no
tsa_name = no
ess_cert_id_chain = no
ess_cert_id_alg = sha256
`;

export function makeTrialPki(): TrialPki {
  const folder = mkdtempSync(path.join(tmpdir(), 'krom-pki-'));
  const openssl = (...args: string[]): string => execFileSync('openssl', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const file = (name: string): string => path.join(folder, name);
  writeFileSync(file('ca.cnf'), CONFIG);
  writeFileSync(file('index.txt'), '');
  writeFileSync(file('serial'), '1001');
  writeFileSync(file('crlnumber'), '01');
  writeFileSync(file('tsaserial'), '01');
  const key = (name: string, kind: 'rsa' | 'p256' | 'p384'): void => {
    if (kind === 'rsa') openssl('genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048', '-out', `${name}.key`);
    else openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', `ec_paramgen_curve:${kind === 'p256' ? 'P-256' : 'P-384'}`, '-out', `${name}.key`);
  };
  key('root', 'p256');
  openssl('req', '-x509', '-new', '-key', 'root.key', '-config', 'ca.cnf', '-utf8', '-subj', '/O=ผู้ให้บริการทดสอบ/CN=ราก ทดสอบ', '-days', '3650', '-extensions', 'root_ext', '-out', 'root.crt');
  key('sub', 'p256');
  openssl('req', '-new', '-key', 'sub.key', '-config', 'ca.cnf', '-utf8', '-subj', '/O=ผู้ให้บริการทดสอบ/CN=ผู้ออกใบรับรองทดสอบ', '-out', 'sub.csr');
  openssl('x509', '-req', '-in', 'sub.csr', '-CA', 'root.crt', '-CAkey', 'root.key', '-set_serial', '2', '-days', '3000', '-extfile', 'ca.cnf', '-extensions', 'sub_ext', '-out', 'sub.crt');
  const issue = (name: string, subject: string, kind: 'rsa' | 'p256' | 'p384', extensions: string, more: SignerMore = {}): void => {
    key(name, kind);
    openssl('req', '-new', '-key', `${name}.key`, '-config', 'ca.cnf', '-utf8', '-subj', subject, '-out', `${name}.csr`);
    const written = more.ocsp ? 'with-ocsp' : extensions;
    if (more.ocsp) writeFileSync(file('ocsp.cnf'), `${CONFIG}\n[with-ocsp]\n${/\[signer_ext\]\n([^[]*)/.exec(CONFIG)![1]}authorityInfoAccess = OCSP;URI:${more.ocsp}\n`);
    openssl('ca', '-batch', '-notext', '-utf8', '-config', more.ocsp ? 'ocsp.cnf' : 'ca.cnf', '-in', `${name}.csr`, '-extensions', written, '-out', `${name}.crt`,
      ...(more.from ? ['-startdate', more.from] : ['-startdate', '20250101000000Z']), ...(more.to ? ['-enddate', more.to] : ['-enddate', '20301231235959Z']));
  };
  issue('tsa', '/O=ผู้ให้บริการทดสอบ/CN=ผู้ประทับเวลาทดสอบ', 'p256', 'tsa_ext');
  issue('ocsp', '/O=ผู้ให้บริการทดสอบ/CN=ผู้ตอบสถานะทดสอบ', 'p256', 'ocsp_ext');
  return {
    folder, file, openssl,
    certificate: (name) => certificatesFrom(readFileSync(file(`${name}.crt`)))[0]!,
    p12: (name) => readFileSync(file(`${name}.p12`)),
    signer(name, subject, kind = 'p256', more = {}) {
      issue(name, subject, kind, 'signer_ext', more);
      openssl('pkcs12', '-export', '-inkey', `${name}.key`, '-in', `${name}.crt`, '-certfile', 'sub.crt', '-passout', `pass:${PASSPHRASE}`, '-out', `${name}.p12`);
    },
    revoke: (name) => void openssl('ca', '-config', 'ca.cnf', '-revoke', `${name}.crt`),
    crl() {
      openssl('ca', '-config', 'ca.cnf', '-gencrl', '-out', 'crl.pem');
      openssl('crl', '-in', 'crl.pem', '-outform', 'DER', '-out', 'crl.der');
      return readFileSync(file('crl.der'));
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
