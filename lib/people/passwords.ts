import { hash, verify } from "@node-rs/argon2";
import { type Failure, failureWith } from "@/lib/kernel/failure";

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. The library’s default algorithm is argon2id. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const passwordLength = { least: 10, most: 200 } as const;

/** The passwords that everybody tries first, folded; a longer list comes with the accounts of readers. */
const common = new Set(["password", "passwort", "1234567890", "12345678910", "qwertyuiop", "password123", "password1234", "iloveyou12", "letmein123", "administrator", "standfirst", "correcthorsebatterystaple", "0987654321", "qwerty12345", "welcome123", "1q2w3e4r5t", "abcdefghij", "aaaaaaaaaa"]);

/** Why a password will not do, by its word; the page says it. Length counts; nobody is told to use a capital and a figure. */
export type PasswordTrouble = "too_short" | "too_long" | "common" | "personal";

const sentences = {
  too_short: `Use at least ${passwordLength.least} characters.`,
  too_long: `Use ${passwordLength.most} characters at most.`,
  common: "This is one of the passwords that everybody tries first.",
  personal: "Leave your own name and address out of it.",
} satisfies Record<PasswordTrouble, string>;

export function passwordTrouble(password: string, about: { email: string; name: string }): PasswordTrouble | null {
  const length = [...password].length;
  if (length < passwordLength.least) return "too_short";
  if (length > passwordLength.most) return "too_long";
  const folded = password.toLowerCase();
  if (common.has(folded) || new Set(folded).size < 4) return "common";
  const personal = [about.email.split("@")[0] ?? "", ...about.name.split(/\s+/)].map((word) => word.toLowerCase()).filter((word) => word.length >= 5);
  return personal.some((word) => folded.includes(word) && folded.length < word.length + 6) ? "personal" : null;
}

/** The same in a sentence, or null where it will do. */
export function passwordProblem(password: string, about: { email: string; name: string }): string | null {
  const trouble = passwordTrouble(password, about);
  return trouble && sentences[trouble];
}

/** The same as a failure of the field. */
export function weakPassword(trouble: PasswordTrouble): Failure {
  const message = sentences[trouble];
  return failureWith("invalid", "weak_password", message, { fields: { password: message }, problems: { password: { reason: trouble, values: { ...passwordLength } } } });
}

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

let dummy: Promise<string> | undefined;

/** Whether the password fits. Takes as long for nobody as for somebody, so that the time does not tell who exists. */
export async function passwordFits(password: string, storedHash: string | null): Promise<boolean> {
  dummy ??= hash("nobody has this password", cost);
  const fits = await verify(storedHash ?? (await dummy), password);
  return storedHash !== null && fits;
}
