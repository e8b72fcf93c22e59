import { singleLine } from "@/lib/kernel/text";

/** Why a mail did not go out, in a sentence for the desk; `final` where another try would end the same way. */
export type Trouble = { why: string; final: boolean };

const sentences: Record<string, string> = {
  EDNS: "The mail server’s name was not found. Check SMTP_URL.",
  ETLS: "The mail server could not be reached over an encrypted connection, and without one the password is not sent.",
  EAUTH: "The mail server did not accept the login in SMTP_URL.",
  ETIMEDOUT: "The mail server did not answer in time.",
  EABORT: "The mail server did not answer in time.",
};
const unreachable = "The mail server could not be reached.";

/** Reads what nodemailer threw. The server's own words are kept, without the recipient, who is nobody's business in a log. */
export function troubleOf(error: unknown, recipient: string): Trouble {
  const { code = "", responseCode = 0, response = "" } = error as { code?: string; responseCode?: number; response?: string };
  // 421 and 4xx say "later"; so does 503, a slip in the conversation.
  const final = responseCode >= 500 && responseCode < 600 && responseCode !== 503;
  const said = singleLine(String(response)).replaceAll(new RegExp(escaped(recipient), "gi"), "the address").slice(0, 200).toWellFormed();
  if (code === "EAUTH") return { why: `${sentences.EAUTH}${said ? ` It said: ${said}` : ""}`, final };
  if (said) return { why: `The mail server ${final ? "refused it" : "could not take it now"}: ${said}`, final };
  return { why: sentences[code] ?? unreachable, final: false };
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
