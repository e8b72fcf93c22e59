import type { Light } from "@/lib/settings/contrast";
import { drawing } from "@/lib/settings/reads/drawing";
import { noFile } from "@/lib/web/paper-file";
import { noteTags } from "@/lib/web/reader-request";

/** The paper's name as it is drawn; 404 where it is not. */
export async function answerDrawing(light: Light): Promise<Response> {
  noteTags("settings");
  const svg = await drawing(light);
  return svg === "" ? noFile() : new Response(svg, { headers: { "Content-Type": "image/svg+xml; charset=utf-8" } });
}

/** The paper's icon; 404 where it has none of its own. */
export async function answerIcon(): Promise<Response> {
  noteTags("settings");
  const png = await drawing("icon");
  return png === "" ? noFile() : new Response(Buffer.from(png, "base64"), { headers: { "Content-Type": "image/png" } });
}
