import { z } from "zod";
import { roles } from "@/db/vocabulary";
import { isPlainText, singleLine } from "@/lib/kernel/text";
import { passwordLength } from "@/lib/people/passwords";

const notAnAddress = "This does not look like an e-mail address.";

/** One address, canonical: trimmed, lower case. No lists, no names, no quoting. */
export const email = z
  .string()
  .trim()
  .max(254, "This address is too long.")
  .refine(isPlainText, notAnAddress)
  .regex(/^[^\s@,;<>()"\\]+@[^\s@,;<>()"\\]+\.[^\s@,;<>()"\\.]{2,}$/, notAnAddress)
  .transform((address) => address.toLowerCase());

const name = z.string().max(80, "A name may have 80 characters at most.").refine(isPlainText, "This name holds characters that cannot be stored.").transform(singleLine).refine((text) => text.length >= 2, "A name is needed.");
const password = z.string().max(passwordLength.most * 4, `Use ${passwordLength.most} characters at most.`);
const role = z.enum(roles);

export const SignInInput = z.strictObject({ email: z.string().max(400, "This address is too long.").refine(isPlainText, notAnAddress), password, device: z.string().max(300) });
export const InviteInput = z.strictObject({ name, email, role });
export const ChangeRoleInput = z.strictObject({ personId: z.uuid(), role });
export const PersonInput = z.strictObject({ personId: z.uuid() });
export const ChooseNewPasswordInput = z.strictObject({ token: z.string().max(100), password });
export const ChangePasswordInput = z.strictObject({ current: password, password });
export const EndSessionInput = z.strictObject({ sessionId: z.uuid() });
export const ProfileInput = z.strictObject({ name, bio: z.string().max(300, "Say it in 300 characters.").refine(isPlainText, "This text holds characters that cannot be stored.").transform(singleLine) });
export const SetUpInput = z.strictObject({ token: z.string().max(100), paper: name, name, email, password });
