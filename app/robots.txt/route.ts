import { origin } from "@/lib/web/reading";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  const lines = ["User-agent: *", ...["/desk", "/account", "/sign-in", "/api/", "/comments/", "/search", "/saved"].map((path) => `Disallow: ${path}`), "", `Sitemap: ${origin()}/sitemap.xml`, `Sitemap: ${origin()}/sitemap-news.xml`, ""];
  return new Response(lines.join("\n"), { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
