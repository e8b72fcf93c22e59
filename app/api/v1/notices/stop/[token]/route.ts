import { limits } from "@/lib/core/limits";
import { countAgainst } from "@/lib/core/rate-limit";
import { stopNotices } from "@/lib/notices/commands/choose-notices";
import { readLimited, refuse } from "@/lib/web/route";
import { visitor } from "@/lib/web/session";

type Props = { params: Promise<{ token: string }> };

const seeOther = (location: string) => new Response(null, { status: 303, headers: { Location: location, "Cache-Control": "private, no-store" } });

/** Whoever opens the address from a mail is asked first: programs that read mail open links, too. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  return seeOther(`/account/stop/${encodeURIComponent((await params).token)}`);
}

/**
 * Ends the mails (RFC 8058): a mail program posts here by itself, from wherever and without a session. The signed address is all that it needs, and
 * ending these mails is all that it can do.
 */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const guest = await visitor();
  const counted = await countAgainst(limits.stopNotices, guest.network);
  if (!counted.ok) return refuse(counted.failure);
  const { token } = await params;
  const form = new URLSearchParams((await readLimited(request, 1000))?.toString("utf8"));
  const result = await stopNotices.execute({ token }, { actor: guest });
  if (!result.ok) return refuse(result.failure);
  return form.get("page") ? seeOther(`/account/stop/${encodeURIComponent(token)}?done=1`) : new Response(null, { status: 200, headers: { "Cache-Control": "private, no-store" } });
}
