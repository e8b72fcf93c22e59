import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { eq } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { people } from "@/db/schema";
import { systemActor } from "@/lib/core/actor";
import { offerReset } from "@/lib/people/commands/membership";
import { linkAddress, linkHours } from "@/lib/people/one-time-links";
import { runTool } from "@/server/program";

/** npm run admin -- reset <e-mail>: for whoever is locked out and has the keys to the machine. */
const [verb, email] = process.argv.slice(2);
if (verb !== "reset" || !email) {
  console.error("Usage: npm run admin -- reset <e-mail>");
  process.exit(2);
}

await runTool(dirname(dirname(fileURLToPath(import.meta.url))), async () => {
  const [person] = await appDatabase().select({ id: people.id }).from(people).where(eq(people.email, email.trim().toLowerCase()));
  if (!person) {
    console.error(`Nobody has the address ${email}.`);
    return 1;
  }
  const result = await offerReset.execute({ personId: person.id }, { actor: systemActor("npm run admin") });
  if (!result.ok) {
    console.error(result.failure.message);
    return 1;
  }
  console.log(`This link works once, for ${linkHours} hours: ${linkAddress(result.value)}`);
  return 0;
});
