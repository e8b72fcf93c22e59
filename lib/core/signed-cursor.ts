import { createHmac, timingSafeEqual } from "node:crypto";
import { fromProcess } from "@/lib/kernel/process-store";

/** A place in a list, sorted by time and id. */
export type Place = { at: Date; id: string };
/** A place in a list, sorted by a whole number and id. */
export type RankedPlace = { rank: number; id: string };

const seal = (list: string, text: string) => createHmac("sha256", fromProcess("env").secret).update(`cursor:${list}:${text}`).digest("base64url").slice(0, 16);

/** The place as it stands in an address; signed, so that nobody can page by made-up times. */
export function signCursor(list: string, place: Place): string {
  return signRankedCursor(list, { rank: place.at.getTime(), id: place.id });
}

/** The place behind a cursor, or null where we did not write it. */
export function readCursor(list: string, cursor: string | undefined): Place | null {
  const place = readRankedCursor(list, cursor);
  return place && { at: new Date(place.rank), id: place.id };
}

/** As `signCursor`, for a list that is sorted by a number. */
export function signRankedCursor(list: string, { rank, id }: RankedPlace): string {
  const text = `${rank.toString(36)}.${id}`;
  return `${text}.${seal(list, text)}`;
}

/** As `readCursor`, for a list that is sorted by a number. */
export function readRankedCursor(list: string, cursor: string | undefined): RankedPlace | null {
  const [rank = "", id = "", mark = ""] = cursor?.split(".") ?? [];
  const expected = seal(list, `${rank}.${id}`);
  if (mark.length !== expected.length || !timingSafeEqual(Buffer.from(mark), Buffer.from(expected))) return null;
  return { rank: Number.parseInt(rank, 36), id };
}
