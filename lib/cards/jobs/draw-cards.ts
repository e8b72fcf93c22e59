import { z } from "zod";
import { cardOf, placesOfStory } from "@/lib/cards/reads/card-of";
import { cardFile } from "@/lib/cards/kept-cards";
import { job } from "@/lib/core/jobs";

/** The social cards that a story which has come out brings: its own and, where they are not there yet, those of the lists in which it stands. Whoever asks for one before has it drawn at once. */
export const drawCards = job({
  input: z.strictObject({ articleId: z.uuid() }),
  async run({ articleId }, signal) {
    for (const place of await placesOfStory(articleId)) {
      signal.throwIfAborted();
      const card = await cardOf(place);
      if (card) await cardFile(place, card);
    }
  },
});
