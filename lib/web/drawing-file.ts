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
