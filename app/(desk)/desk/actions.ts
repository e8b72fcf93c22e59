"use server";

import { redirect } from "next/navigation";
import { createArticle } from "@/lib/articles/commands/create-article";
import { perform } from "@/lib/web/action";

/** Begins a story and opens it. */
export async function newStory(): Promise<void> {
  const result = await perform(createArticle, {});
  if (!result.ok) redirect(result.failure.code === "unauthenticated" ? "/sign-in?next=/desk" : "/desk");
  redirect(`/desk/articles/${result.value.id}`);
}
