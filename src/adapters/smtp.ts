import { createTransport } from 'nodemailer';

/** One mail as it goes to the mail server. */
export interface OutgoingMail {
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
}

/** The server will never take this mail (unknown mailbox, refused content): trying again cannot help. */
export class MailRefusedError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'MailRefusedError';
  }
}

export interface MailSender {
  /** Hands a mail over; resolves with the server's answer once it has accepted. */
  send(mail: OutgoingMail): Promise<string>;
  close(): void;
}

interface SmtpError extends Error {
  readonly responseCode?: number;
  readonly command?: string;
}

/** Commands after which a 5xx is about this mail, not about the server's settings or our sign-in there. */
const aboutTheMail = new Set(['RCPT TO', 'DATA']);

function explained(error: SmtpError): Error {
  const refused = (error.responseCode ?? 0) >= 500 && aboutTheMail.has(error.command ?? '');
  return refused ? new MailRefusedError(error.message, { cause: error }) : error;
}

/**
 * A mail server reached by SMTP.
 * @param url `smtp://user:password@host:port` or `smtps://…`
 */
export function createSmtpSender(url: string, from: string): MailSender {
  const transport = createTransport(
    { url, pool: true, maxConnections: 2, connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000, disableFileAccess: true, disableUrlAccess: true },
    { from },
  );
  return {
    async send({ messageId, to, subject, text, html }) {
      try {
        const { response } = await transport.sendMail({ messageId, to: { name: '', address: to }, subject, text, ...(html ? { html } : {}) });
        return response;
      } catch (error) {
        throw explained(error as SmtpError);
      }
    },
    close: () => transport.close(),
  };
}

/** Whether a mail server takes our connection and our name: undefined when it does, else why not. Sends nothing. */
export async function verifySmtp(url: string): Promise<string | undefined> {
  const transport = createTransport({ url, connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 10_000, disableFileAccess: true, disableUrlAccess: true });
  try {
    await transport.verify();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  } finally {
    transport.close();
  }
}
