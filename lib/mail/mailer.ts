import { createTransport } from "nodemailer";
import type { Env, SmtpServer } from "@/lib/kernel/env";
import type { Mailbox } from "@/lib/kernel/email-address";

declare module "@/lib/kernel/process-store" {
  interface ProcessStore {
    /** Null where no server is set. */
    mailer: Mailer | null;
  }
}

/** A mail as the server gets it: to one address, which is nothing but an address. */
export type Envelope = { id: string; from: Mailbox; to: string; subject: string; text: string; unsubscribe: string | null; date: Date };

export type Mailer = {
  /** Hands one mail over, or throws what the server or the way to it said. */
  send(mail: Envelope, signal: AbortSignal): Promise<void>;
  stop(): void;
};

/** How long each step may take, in milliseconds. */
const usualPatience = { connectionTimeout: 10_000, dnsTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** The way to the mail server: two connections that stay open for a while, made when they are first needed. */
export function createMailer({ server }: NonNullable<Env["mail"]>, appUrl: string, patience: Partial<typeof usualPatience> = {}): Mailer {
  const domain = new URL(appUrl).hostname.replace(/^\[(.*)\]$/, "$1");
  const transport = createTransport({
    pool: true,
    maxConnections: 2,
    // Trying again is the queue's work: it knows what was sent already.
    maxRequeues: 0,
    host: server.host,
    port: server.port,
    secure: server.secure,
    ...(server.login ? { auth: { user: server.login.user, pass: server.login.password } } : {}),
    ...encryption(server),
    ...usualPatience,
    ...patience,
    // Nothing in a mail may name a file of this machine or an address to be fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ id, from, to, subject, text, unsubscribe, date }, signal) {
      await transport.sendMail({
        // What the server is told, apart from what the mail says of itself: exactly one recipient, whatever stands in a header.
        envelope: { from: from.address, to: [to] },
        from,
        to: { name: "", address: to },
        subject,
        text,
        date,
        // The same at each try, so that a mail that arrives twice is known to be one.
        messageId: `<${id}@${domain}>`,
        headers: {
          "Auto-Submitted": "auto-generated",
          ...(unsubscribe ? { "List-Unsubscribe": { prepared: true, value: `<${new URL(unsubscribe).href}>` }, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" } : {}),
        },
        signal,
      });
    },
    stop: () => transport.close({ force: true }),
  };
}

/** A password never leaves this machine in the clear; on the machine itself a certificate would prove nothing. */
function encryption({ host, secure, login }: SmtpServer): { ignoreTLS?: boolean; requireTLS?: boolean } {
  if (secure) return {};
  if (/^(localhost|::1|127(\.\d{1,3}){3})$/.test(host)) return { ignoreTLS: true };
  return { requireTLS: login !== null };
}
