import { notFound } from "@/lib/kernel/failure";
import { machineNow } from "@/lib/kernel/clock";
import { log } from "@/lib/kernel/log";
import { auditFilterFrom } from "@/lib/moderation/audit-filter";
import { auditFile } from "@/lib/moderation/reads/audit";
import { thePaper } from "@/lib/web/reading";
import { refuse } from "@/lib/web/route";
import { currentActor } from "@/lib/web/session";

/** The decisions that a filter wants, as a file: `as=csv`, or JSON. Sent while it is read, so that it may be as long as it is. */
export async function GET(request: Request): Promise<Response> {
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const as = asked.as === "csv" ? "csv" : "json";
  const [actor, paper] = await Promise.all([currentActor(), thePaper()]);
  const lines = auditFile(actor, auditFilterFrom(asked), paper.timeZone, as);
  if (!lines) return refuse(notFound("not_found", "There is no such thing, or it is not yours to see."));
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await lines.next();
        if (done) controller.close();
        else if (value) controller.enqueue(encoder.encode(value));
        else return this.pull?.(controller);
      } catch (error) {
        // The head has gone out: whoever reads sees that the file breaks off.
        log().error({ err: error, where: "moderation audit" }, "an export broke off");
        controller.error(error);
      }
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
  const type = as === "csv" ? "text/csv; charset=utf-8" : "application/json; charset=utf-8";
  return new Response(body, { headers: { "Content-Type": type, "Content-Disposition": `attachment; filename="decisions-${machineNow().toISOString().slice(0, 10)}.${as}"`, "Cache-Control": "private, no-store" } });
}
