import { oembed, type Room } from "@/lib/oembed/answer";
import { answerWith } from "@/lib/web/reader-request";
import { origin, thePaper, theStory } from "@/lib/web/reading";

export const dynamic = "force-dynamic";

/** The paper as an oEmbed provider: what another site needs to show the card of a story. */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  if ((asked.get("format") || "json") !== "json") return plain(501, "Only JSON is spoken here.");
  const article = await storyOf(asked.get("url") ?? "");
  if (!article) {
    answerWith(404);
    return plain(404, "There is no story at this address.");
  }
  const room: Room = { width: atMost(asked.get("maxwidth")), height: atMost(asked.get("maxheight")) };
  return new Response(JSON.stringify(oembed(article, (await thePaper()).name, origin(), room)), { headers: { "Content-Type": "application/json; charset=utf-8" } });
}

/** The public story at one of our own addresses, former ones too. */
async function storyOf(address: string) {
  if (!URL.canParse(address) || new URL(address).origin !== new URL(origin()).origin) return null;
  const at = await storyAtPath(new URL(address).pathname);
  if (at?.found === "moved") {
    const there = await storyAtPath(at.path);
    return there?.found === "here" ? there.article : null;
  }
  return at?.found === "here" ? at.article : null;
}

async function storyAtPath(path: string) {
  const [section, slug, ...more] = path.split("/").slice(1);
  return section && slug && more.length === 0 ? theStory(section, slug) : null;
}

const atMost = (asked: string | null) => (asked && /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : Number.POSITIVE_INFINITY);

const plain = (status: number, words: string) => new Response(`${words}\n`, { status, headers: { "Content-Type": "text/plain; charset=utf-8" } });
