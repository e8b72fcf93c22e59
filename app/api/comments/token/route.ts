import { issueFormToken } from "@/lib/comments/form-token";
import { inLanguage, refusal } from "@/lib/comments/refusals/refusal";
import { commentSettings } from "@/lib/comments/settings";
import { limits } from "@/lib/core/limits";
import { countAgainst } from "@/lib/core/rate-limit";
import { askedLanguage } from "@/lib/web/asked-language";
import { answer, refuse } from "@/lib/web/route";
import { visitor } from "@/lib/web/session";

/** A form's token, fetched when somebody begins to write, and how many seconds later it is good. */
export async function GET(request: Request): Promise<Response> {
  const articleId = new URL(request.url).searchParams.get("article") ?? "";
  const language = askedLanguage(request.headers);
  if (!/^[0-9a-f-]{36}$/.test(articleId)) return refuse(inLanguage(refusal("invalid", "form_unreadable"), language));
  const counted = await countAgainst(limits.commentToken, (await visitor()).network);
  return counted.ok ? answer({ token: issueFormToken(articleId, new Date()), goodAfter: commentSettings.formToken.least }) : refuse(inLanguage(counted.failure, language));
}
