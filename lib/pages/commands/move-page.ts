import { eq } from "drizzle-orm";
import { pages } from "@/db/schema";
import { command } from "@/lib/core/command";
import { ok } from "@/lib/kernel/result";
import { pageManage } from "@/lib/pages/abilities";
import { MovePageInput } from "@/lib/pages/inputs";
import { lockPage } from "@/lib/pages/lock-pages";

/** Moves a page one place up or down, in the foot of the paper as on the desk; at either end nothing moves. */
export const movePage = command({
  name: "movePage",
  input: MovePageInput,
  ability: pageManage,
  load: lockPage,
  async run({ tx, record }, { page, all }, { direction }) {
    const from = all.indexOf(page);
    const to = direction === "up" ? from - 1 : from + 1;
    const neighbour = all[to];
    if (!neighbour) return ok({ position: from });
    const order = all.map((one) => (one === page ? neighbour : one === neighbour ? page : one));
    for (const [position, { id, position: before }] of order.entries()) if (position !== before) await tx.update(pages).set({ position }).where(eq(pages.id, id));
    await record({ name: "page.moved", subjectId: page.id, data: { slug: page.slug, position: to } });
    return ok({ position: to });
  },
});
