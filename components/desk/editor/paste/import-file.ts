import type { Answer } from "@/components/desk/editor/api";
import type { Language } from "@/db/vocabulary";
import type { Pasted } from "@/lib/content/paste/paste";
import { documentLimits } from "@/lib/imports/documents/limits";
import type { Failure } from "@/lib/kernel/failure";

const lost: Failure = { code: "unavailable", reason: "offline", message: "The server cannot be reached. The file was not read; nothing was changed." };

/** Has a file read into blocks, set as the story's language sets them. A file that is too large is not even sent. */
export async function readFileOnServer(file: File, language: Language): Promise<Answer<Pasted>> {
  if (file.size > documentLimits.bytes) return { failure: { code: "invalid", reason: "too_large", message: "This file is larger than 10 MB." } };
  const form = new FormData();
  form.append("file", file);
  form.append("language", language);
  try {
    const answer = (await (await fetch("/api/v1/imports", { method: "POST", body: form })).json()) as Answer<Pasted>;
    return "value" in answer || "failure" in answer ? answer : { failure: lost };
  } catch {
    // No connection, or a page in place of our answer.
    return { failure: lost };
  }
}
