"use server";

import { redirect } from "next/navigation";
import { endSession } from "@/lib/people/commands/sessions";
import { perform } from "@/lib/web/action";
import { currentActor, dropSession } from "@/lib/web/session";

/** Ends this session for good, here and for its open sockets, and takes the cookies back. */
export async function signOut(): Promise<void> {
  const actor = await currentActor();
  if (actor.kind === "person") {
    const ended = await perform(endSession, { sessionId: actor.sessionId });
    if (!ended.ok && ended.failure.code === "forbidden") return;
  }
  await dropSession();
  redirect("/sign-in");
}
