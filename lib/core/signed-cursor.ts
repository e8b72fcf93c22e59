import { createHmac, timingSafeEqual } from "node:crypto";
import { fromProcess } from "@/lib/kernel/process-store";

/** A place in a list, sorted by time and id. */
export type Place = { at: Date; id: string };

const seal = (list: string, text: string) => createHmac("sha256", fromProcess("env").secret).update(`cursor:${list}:${text}`).digest("base64url").slice(0, 16);

/** The place as it stands in an address; signed, so that nobody can page by made-up times. */
export function signCursor(list: string, place: Place): string {
  const text = `${place.at.getTime().toString(36)}.${place.id}`;
  return `${text}.${seal(list, text)}`;
}

/** The place behind a cursor, or null where we did not write it. */
export function readCursor(list: string, cursor: string | undefined): Place | null {
  const [time = "", id = "", mark = ""] = cursor?.split(".") ?? [];
  const expected = seal(list, `${time}.${id}`);
  if (mark.length !== expected.length || !timingSafeEqual(Buffer.from(mark), Buffer.from(expected))) return null;
  return { at: new Date(Number.parseInt(time, 36)), id };
}
