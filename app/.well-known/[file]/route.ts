import { answerFile, answerKey, fileAt, noFile } from "@/lib/web/paper-file";

export const dynamic = "force-dynamic";

/** What machines look for at agreed places (RFC 8615): the paper's files, and where a password is changed. The key for search engines is led here from the root. */
export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const { file } = await params;
  // Its standard asks for a redirect that nobody keeps.
  if (file === "change-password") return new Response(null, { status: 302, headers: { Location: "/account" } });
  if (/^[0-9a-f]{32}\.txt$/.test(file)) return answerKey(file.slice(0, 32));
  const known = fileAt(`/.well-known/${file}`);
  return known ? answerFile(known) : noFile();
}
