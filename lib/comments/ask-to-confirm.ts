import type { Transaction } from "@/db/client";
import { commentConfirmations } from "@/db/schema";
import type { Language } from "@/db/vocabulary";
import { confirmationLetter } from "@/lib/comments/confirmation-letter";
import { sealWaiting } from "@/lib/comments/guest-address";
import { commentSettings } from "@/lib/comments/settings";
import { newToken, tokenHash } from "@/lib/kernel/ids";
import { fromProcess } from "@/lib/kernel/process-store";
import { queueMail } from "@/lib/mail/queue-mail";
import { paperName } from "@/lib/settings/reads/paper-name";

type Waiting = { commentId: string; email: string; /** Opens the comment's own page. */ key: string; language: Language; now: Date };

/** Mails a guest the link that confirms her comment: it works once, for a day, and only its hash is kept. */
export async function askToConfirm(tx: Transaction, { commentId, email, key, language, now }: Waiting): Promise<void> {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + commentSettings.confirmHours * 3_600_000);
  await tx.insert(commentConfirmations).values({ commentId, tokenHash: tokenHash(token), address: sealWaiting(commentId, { email, key }), expiresAt });
  const home = fromProcess("env").appUrl;
  const letter = confirmationLetter({ paper: await paperName(tx), confirm: `${home}/comments/confirm/${token}`, own: `${home}/comments/${key}` }, language);
  await queueMail(tx, { id: commentId, kind: "comment_confirmation", to: email, ...letter, goodUntil: expiresAt });
}
