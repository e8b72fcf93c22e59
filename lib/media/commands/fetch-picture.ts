import { z } from "zod";
import type { Actor } from "@/lib/core/actor";
import type { Call } from "@/lib/core/command";
import { parseInput } from "@/lib/core/parse-input";
import { safeFetch } from "@/lib/core/safe-fetch";
import { invalid, unavailable } from "@/lib/kernel/failure";
import { fail, type Result } from "@/lib/kernel/result";
import { type AddedPicture, addPicture } from "@/lib/media/commands/add-picture";
import { pictureLimits, pictureTypes } from "@/lib/media/limits";

const FetchPictureInput = z.strictObject({ address: z.string().max(2000, "This address is too long.").regex(/^https?:/i, "A picture is fetched from http or https.") });

/** How long a picture may take, in milliseconds: they are large, and somebody watches. */
const patience = 20_000;

/** Fetches a picture from its address through the one door to the outside, and takes it in by the one gate for pictures. */
export async function fetchPicture(raw: unknown, call: Call & { actor: Actor }, ask: typeof safeFetch = safeFetch): Promise<Result<AddedPicture>> {
  const input = parseInput(FetchPictureInput, raw);
  if (!input.ok) return input;
  const fetched = await ask(input.value.address, { accept: pictureTypes.join(", "), bytes: pictureLimits.bytes, milliseconds: patience });
  if (!fetched.ok) return fetched;
  const { status, type, bytes, address } = fetched.value;
  if (status === 404 || status === 410) return fail(invalid("gone", "There is no picture at this address any more."));
  if (status !== 200) return fail(unavailable("refused", `The site did not hand the picture out; it answered ${status}.`));
  if (type.startsWith("text/")) return fail(invalid("no_picture", "There is a page at this address, and no picture."));
  return addPicture({ bytes, originalName: nameIn(address) }, call);
}

function nameIn(address: string): string {
  const last = new URL(address).pathname.split("/").at(-1) ?? "";
  try {
    return decodeURIComponent(last) || "picture";
  } catch {
    // A broken percent sign: the name as it stands.
    return last;
  }
}
