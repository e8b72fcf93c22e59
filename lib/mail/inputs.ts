import { z } from "zod";

const mailId = z.uuid("There is no such mail.");

export const MailInput = z.strictObject({ mailId });
export const NoteTroubleInput = z.strictObject({ mailId, why: z.string().max(500), final: z.boolean() });
