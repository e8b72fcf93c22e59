import type { z } from "zod";
import { type Command, type CommandContext, command } from "@/lib/core/command";
import { fail, type Result } from "@/lib/kernel/result";
import { pageManage } from "@/lib/pages/abilities";
import { changedMeanwhile, type LockedPage, lockPage } from "@/lib/pages/lock-pages";

type OnNewest<Input, Value> = { name: string; input: z.ZodType<Input>; run(context: CommandContext, place: LockedPage, input: Input): Promise<Result<Value>> };

/** A command upon the newest version of a page, by whoever manages pages. Fails with `changed_meanwhile` where that is not the one that was seen. */
export function commandOnNewest<Input extends { pageId: string; seq: number }, Value>({ name, input, run }: OnNewest<Input, Value>): Command<Value> {
  return command<Input, LockedPage, Value>({
    name,
    input,
    ability: pageManage,
    load: lockPage,
    async run(context, place, given) {
      const stale = changedMeanwhile(place.newest, given.seq);
      return stale ? fail(stale) : run(context, place, given);
    },
  });
}
