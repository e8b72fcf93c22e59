import { eq } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { settings } from "@/db/schema";
import { type Failure, unavailable } from "@/lib/kernel/failure";

/** Under which key the switch lies among the paper's settings. */
export const outsideKey = "outside";

/** What everybody is told who would have had an address outside asked. */
const closed = (): Failure => unavailable("outside_closed", "This newsroom fetches nothing from outside addresses: an administrator has switched it off.");

/** The failure while fetching from outside is switched off; null while it may be done, which it may until somebody says no. */
export async function outsideClosed(): Promise<Failure | null> {
  const [row] = await appDatabase().select({ value: settings.value }).from(settings).where(eq(settings.key, outsideKey));
  return row?.value.fetches === false ? closed() : null;
}
