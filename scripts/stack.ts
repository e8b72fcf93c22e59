import { text } from "node:stream/consumers";
import { withTruePlaces } from "@/scripts/true-places";

/* npm run stack < an error from the log: the same, with places in the sources. */

process.stdout.write(withTruePlaces(await text(process.stdin)));
