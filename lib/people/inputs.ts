import { z } from "zod";
import { languageCodes, roles } from "@/db/vocabulary";
import { isEmailAddress, longestAddress } from "@/lib/kernel/email-address";
import { isPlainText, singleLine, withoutHiddenMarks } from "@/lib/kernel/text";
import { passwordLength } from "@/lib/people/passwords";

const unstorable = "This text holds characters that cannot be stored.";
const notAnAddress = "This does not look like an e-mail address.";

/** One address, canonical: trimmed, lower case. No lists, no names, no quoting. */
export const email = z
  .string("An e-mail address is needed.")
  .trim()
  .max(longestAddress, "This address is too long.")
  .refine(isEmailAddress, notAnAddress)
  .transform((address) => address.toLowerCase());

/** An address as accounts are looked up by it, whatever was typed. */
export const canonicalEmail = (typed: string) => typed.trim().toLowerCase();

const name = z.string("A name is needed.").max(80, "A name may have 80 characters at most.").refine(isPlainText, "This name holds characters that cannot be stored.").transform((typed) => singleLine(withoutHiddenMarks(typed))).refine((text) => text.length >= 2, "A name is needed.");
const password = z.string("A password is needed.").max(passwordLength.most * 4, `Use ${passwordLength.most} characters at most.`);
const role = z.enum(roles, "Choose a role.");
const personId = z.uuid("There is no such person.");
const linkToken = z.string("This link is not whole. Open it once more.").max(100, "This link is not whole. Open it once more.");
const setUpToken = z.string("The token is needed; it is printed where the server was started.").max(100, "This token is too long. Copy it once more from where the server was started.");

export const SignInInput = z.strictObject({ email: z.string("An e-mail address is needed.").max(400, "This address is too long.").refine(isPlainText, notAnAddress), password, device: z.string().max(300) });
export const InviteInput = z.strictObject({ name, email, role });
export type InviteInput = z.output<typeof InviteInput>;
export const ChangeRoleInput = z.strictObject({ personId, role });
export const PersonInput = z.strictObject({ personId });
export const ChooseNewPasswordInput = z.strictObject({ token: linkToken, password });
export const ChangePasswordInput = z.strictObject({ current: password, password });
export const EndSessionInput = z.strictObject({ sessionId: z.uuid("This session has ended already.") });
export const ProfileInput = z.strictObject({ name, bio: z.string().max(300, "Say it in 300 characters.").refine(isPlainText, unstorable).transform(singleLine) });
export const ChoosePortraitInput = z.strictObject({ assetId: z.uuid("There is no such picture.") });
export const AskForResetInput = z.strictObject({ email });
export const SetUpInput = z.strictObject({ token: setUpToken, paper: name, name, email, password });

/** How long the name may be by which a reader signs. */
export const displayNameLength = { least: 3, most: 30 } as const;

/** What is wrong with it the command says, in a word that each page puts into its language. */
const displayName = z.string("A name is needed.").max(400, "This name is too long.").transform((typed) => singleLine(withoutHiddenMarks(typed)));
export const AskToSignUpInput = z.strictObject({ name: displayName, email, language: z.enum(languageCodes), next: z.string().max(500) });
export type AskToSignUpInput = z.output<typeof AskToSignUpInput>;
export const CompleteSignUpInput = z.strictObject({ token: linkToken, name: displayName, password });
