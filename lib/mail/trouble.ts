import { singleLine } from "@/lib/kernel/text";

/** Why a mail did not go out, in a sentence for the desk; `final` where another try would end the same way. */
export type Trouble = { why: string; final: boolean };

const sentences: Record<string, string> = {
  EDNS: "The mail server’s name was not found. Check SMTP_URL.",
  EAUTH: "The mail server did not accept the login in SMTP_URL.",
  ETIMEDOUT: "The mail server did not answer in time.",
  EABORT: "The mail server did not answer in time.",
};
const unreachable = "The mail server could not be reached.";

/** Reads what nodemailer threw. The server's own words are kept, without the recipient, who is nobody's business in a log. */
export function troubleOf(error: unknown, recipient: string): Trouble {
  const { code = "", originalCode = "", responseCode = 0, response = "", message = "" } = error as { code?: string; originalCode?: string; responseCode?: number; response?: string; message?: string };
  // 421 and 4xx say "later"; so does 503, a slip in the conversation.
  const final = responseCode >= 500 && responseCode < 600 && responseCode !== 503;
  const said = wordsOf(response, recipient);
  if (code === "ETLS" || /CERT|TLS|SSL/.test(originalCode)) return { why: `No encrypted connection to the mail server could be made: ${wordsOf(message, recipient)}`, final: false };
  if (code === "EAUTH") return { why: `${sentences.EAUTH}${said ? ` It said: ${said}` : ""}`, final };
  if (said) return { why: `The mail server ${final ? "refused it" : "could not take it now"}: ${said}`, final };
  return { why: sentences[code] ?? unreachable, final: false };
}

const wordsOf = (said: string, recipient: string) =>
  singleLine(String(said))
    .replaceAll(new RegExp(escaped(recipient), "gi"), "the address")
    .slice(0, 200)
    .toWellFormed();
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
