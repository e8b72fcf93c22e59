import { roleNames, type Role } from "@/db/vocabulary";

/** A letter to somebody who has, or will have, an account. */
export type PersonalLetter = { subject: string; text: string };

type Words = { paper: string; name: string; link: string; hours: number };

export function invitationLetter({ paper, name, link, hours, by, role }: Words & { by: string; role: Role }): PersonalLetter {
  return {
    subject: `Your invitation to ${paper}`,
    text: paragraphs(`Dear ${name},`, `${by} invites you to ${paper} (${roleNames[role].toLowerCase()}). Choose a password here, and you are in:`, link, `The link works once, ${within(hours)}. If you did not expect an invitation, let this mail be.`, paper),
  };
}

export function resetLetter({ paper, name, link, hours }: Words): PersonalLetter {
  return {
    subject: `A new password for ${paper}`,
    text: paragraphs(`Dear ${name},`, `A new password was asked for. Choose it here:`, link, `The link works once, ${within(hours)}. If it was not you who asked, let this mail be: your password stays as it is.`, paper),
  };
}

const paragraphs = (...them: string[]) => `${them.join("\n\n")}\n`;
const within = (hours: number) => (hours === 1 ? "within an hour" : `within ${hours} hours`);
