import "server-only";
import NextAuth from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { actorOfToken, sessionCookieName, sessionLimits } from "@/lib/core/session-check";
import { log } from "@/lib/kernel/log";
import { fromProcess } from "@/lib/kernel/process-store";

const Ticket = z.object({ ticket: z.string().min(20).max(100) });

/**
 * next-auth keeps the envelope: an encrypted cookie that carries the token of a session and nothing else. Whether that session stands is
 * asked of our own table each time (lib/core/session-check.ts). Nothing outside lib/web/session.ts uses this module.
 */
export const nextAuth = NextAuth(() => {
  const env = fromProcess("env");
  const secure = env.appUrl.startsWith("https:");
  return {
    secret: env.secret,
    trustHost: true,
    basePath: "/api/auth",
    session: { strategy: "jwt", maxAge: sessionLimits.absoluteDays * 86_400 },
    useSecureCookies: secure,
    cookies: { sessionToken: { name: sessionCookieName(), options: { httpOnly: true, sameSite: "lax", path: "/", secure } } },
    logger: { error: (error) => log().warn({ err: error }, "next-auth"), warn: () => undefined, debug: () => undefined },
    providers: [
      Credentials({
        // The ticket is the token of a session that our own command has just opened.
        credentials: { ticket: {} },
        async authorize(given) {
          const parsed = Ticket.safeParse(given);
          const actor = parsed.success ? await actorOfToken(parsed.data.ticket) : null;
          return actor && parsed.success ? { id: parsed.data.ticket } : null;
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user?.id ? { sid: user.id } : { sid: token.sid }),
      session: ({ session }) => session,
    },
  };
});
