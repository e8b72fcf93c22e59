import { actWords, discussionWords } from "@/components/reader/comments/words/words";
import { languageCodes } from "@/db/vocabulary";
import { answerWith } from "@/lib/web/reader-request";

export const dynamic = "force-dynamic";

/** What the story's script says under each comment, in one language: asked for where comments come into view, so that no page carries it. */
export async function GET(_request: Request, { params }: { params: Promise<{ language: string }> }): Promise<Response> {
  const { language: asked } = await params;
  const language = languageCodes.find((code) => code === asked);
  if (!language) answerWith(404);
  return Response.json(language ? actWords(discussionWords[language]) : null, { status: language ? 200 : 404 });
}
