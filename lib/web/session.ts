import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Actor, PersonActor, VisitorActor } from "@/lib/core/actor";
import { addressHeader, networkOf, type Whence, whenceOf } from "@/lib/core/network";
import { actorOfCookie, sessionCookieName } from "@/lib/core/session-check";
import { fromProcess } from "@/lib/kernel/process-store";
import { may } from "@/lib/policy/ability";
import { nextAuth } from "@/lib/web/auth";

/** Harmless: tells /reader.js that asking who is signed in makes sense. */
export const signedInCookie = "signed-in";

/** Set for a minute where a session was ended on purpose; the sign-in page alone gets it. */
const justLeftCookie = "just-left";

/** Who asks, from the session and never from the request's own words. Asked once a request. */
export const currentActor = cache(async (): Promise<Actor> => {
  const cookie = (await cookies()).get(sessionCookieName())?.value ?? null;
  return (await actorOfCookie(cookie)) ?? (await visitor());
});

/** The visitor behind this request, known only by a keyed hash of the network. */
export async function visitor(): Promise<VisitorActor> {
  return { kind: "visitor", network: networkOf((await headers()).get(addressHeader) ?? "unknown") };
}

/** Where this request comes from, by keyed hashes alone. */
export async function whence(): Promise<Whence> {
  const asked = await headers();
  return whenceOf(asked.get(addressHeader) ?? "unknown", asked.get("user-agent") ?? "");
}

/** The person who is signed in; otherwise the browser goes to sign in and comes back. */
export async function signedIn(backTo: string): Promise<PersonActor> {
  const actor = await currentActor();
  if (actor.kind === "person") return actor;
  redirect(`/sign-in?next=${encodeURIComponent(backTo)}`);
}

/** The member of staff who is signed in; readers are shown to their account. */
export async function staff(backTo: string): Promise<PersonActor> {
  const actor = await signedIn(backTo);
  if (!may(actor, "desk.enter")) redirect("/account");
  return actor;
}

/** Writes the cookie for a session that a command has opened. */
export async function carrySession(token: string): Promise<void> {
  await nextAuth.signIn("credentials", { ticket: token, redirect: false });
  (await cookies()).set(signedInCookie, "1", { sameSite: "lax", path: "/", secure: fromProcess("env").appUrl.startsWith("https:"), maxAge: 60 * 86_400 });
}

/** Takes the cookies back. The session itself is ended by its command. */
export async function dropSession(): Promise<void> {
  await nextAuth.signOut({ redirect: false });
  (await cookies()).delete(signedInCookie);
  (await cookies()).set(justLeftCookie, "1", { httpOnly: true, sameSite: "lax", path: "/sign-in", secure: fromProcess("env").appUrl.startsWith("https:"), maxAge: 60 });
}

/** Whether this browser has just been signed out on purpose: nothing of whoever left may stay on it. An address could say so too, but then a link could make somebody's browser forget her unsent words. */
export async function justLeft(): Promise<boolean> {
  return (await cookies()).has(justLeftCookie);
}
