import { execFileSync } from "node:child_process";
import type { Newsroom } from "@/e2e/newsroom";

/** How much more the process may hold after so many addresses than before them: the cache at its fullest, and room for the engine's garbage. */
const mostGrowthMb = 200;
const addresses = 100_000;
/** Asked before anything is measured, until everything is compiled and every pool is filled. */
const warming = 3_000;
const atOnce = 16;
/** How often the process is weighed: what it held for a moment counts too. */
const aWeighing = 5_000;

/** Resident memory of a process, in MB. */
const residentMb = (pid: number) => Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) / 1024;

/** One of many addresses, each its own: pages of comments and pages that are not there are rendered, files that are not there answered in a word, and what hangs on an address is ignored. */
function addressNumber(number: number, story: string): string {
  if (number % 10 === 0) return `${story}?c=${number}`;
  if (number % 10 === 1) return `/no-such-page-${number}`;
  if (number % 10 < 6) return `/feeds/no-such-section-${number}/rss.xml`;
  return number % 2 ? `/?utm_source=${number}` : `${story}?utm_source=${number}`;
}

async function ask(origin: string, story: string, from: number, to: number): Promise<void> {
  let next = from;
  const asker = async () => {
    while (next < to) {
      const address = addressNumber(next++, story);
      const response = await fetch(origin + address);
      await response.arrayBuffer();
      if (response.status >= 500) throw new Error(`${address}: ${response.status}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, asker));
}

/** What the process holds before and after it was asked for so many different addresses, as a sentence. Throws where one is answered by an error of ours, or the process is gone. */
export async function memoryOfAddresses({ origin, process: { pid = 0 } }: Newsroom, story: string, howMany: number = addresses): Promise<string> {
  await ask(origin, story, howMany, howMany + Math.min(warming, howMany));
  const before = residentMb(pid);
  let most = before;
  for (let from = 0; from < howMany; from += aWeighing) {
    await ask(origin, story, from, Math.min(from + aWeighing, howMany));
    most = Math.max(most, residentMb(pid));
  }
  const after = residentMb(pid);
  return `${howMany.toLocaleString("en")} different addresses: ${Math.round(before)} MB before, ${Math.round(after)} after, ${Math.round(most)} at most: ${most - before <= mostGrowthMb ? "within" : "NOT within"} the ${mostGrowthMb} MB that it may grow by.`;
}
