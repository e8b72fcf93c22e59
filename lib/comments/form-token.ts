import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { commentSettings } from "@/lib/comments/settings";
import { fromProcess } from "@/lib/kernel/process-store";

const seal = (text: string) => createHmac("sha256", fromProcess("env").secret).update(`comment-form:${text}`).digest("base64url").slice(0, 32);

/** A token for one form under one story: says when the form was opened, works once, from `least` to `most` seconds later. */
export function issueFormToken(articleId: string, now: Date): string {
  const text = `${now.getTime().toString(36)}.${randomBytes(9).toString("base64url")}`;
  return `${text}.${seal(`${articleId}.${text}`)}`;
}

export type TokenVerdict = "good" | "wrong" | "early" | "late";

/** How long until a token that came early is good, in whole seconds. */
export function secondsUntilGood(token: string, now: Date): number {
  return Math.max(1, Math.ceil(commentSettings.formToken.least - ageOf(token, now)));
}

const ageOf = (token: string, now: Date) => (now.getTime() - Number.parseInt(token.split(".")[0] ?? "", 36)) / 1000;

/** Judges a token by itself; that it works once only is the database's to say. */
export function judgeFormToken(token: string, articleId: string, now: Date): TokenVerdict {
  const [time = "", salt = "", mark = ""] = token.split(".");
  const expected = seal(`${articleId}.${time}.${salt}`);
  if (mark.length !== expected.length || !timingSafeEqual(Buffer.from(mark), Buffer.from(expected))) return "wrong";
  const age = ageOf(token, now);
  if (age < commentSettings.formToken.least) return "early";
  return age > commentSettings.formToken.most ? "late" : "good";
}
