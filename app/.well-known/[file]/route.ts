import { answerFile, fileAt, noFile } from "@/lib/web/paper-file";

export const dynamic = "force-dynamic";

/** What machines look for at agreed places (RFC 8615): the paper's files, and where a password is changed. */
export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const { file } = await params;
  // Its standard asks for a redirect that nobody keeps.
  if (file === "change-password") return new Response(null, { status: 302, headers: { Location: "/account" } });
  const known = fileAt(`/.well-known/${file}`);
  return known ? answerFile(known) : noFile();
}
