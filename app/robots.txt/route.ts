import { robotsTxt } from "@/lib/settings/crawlers";
import { crawlersPolicy } from "@/lib/settings/reads/crawlers";
import { noteTags } from "@/lib/web/reader-request";
import { origin } from "@/lib/web/reading";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  noteTags("settings");
  return new Response(robotsTxt(origin(), await crawlersPolicy()), { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
