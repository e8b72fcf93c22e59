import { isNotNull } from "drizzle-orm";
import { publicArticles } from "@/db/schema";
import { cardsWhere } from "@/lib/articles/reads/cards";
import type { BodyMaterial, ShownEmbed } from "@/lib/articles/views";
import { exampledBlocks as blocks } from "@/lib/content/blocks/examples";
import type { Block, StoredDocument } from "@/lib/content/document";
import { referencesOf } from "@/lib/content/references";

/** How many of the newest stories are looked through for one with a picture. */
const looked = 20;

/** What the examples of the registry show: the newest public story that has a picture, and its picture, in the place of those that they name. */
export async function exampleMaterial(): Promise<BodyMaterial> {
  const examples = Object.values(blocks).map((block): Block => block.example);
  const body: StoredDocument = { type: "doc", content: examples };
  const { pictures, stories, embeds } = referencesOf({ body, lead: null });
  const cards = await cardsWhere(isNotNull(publicArticles.id), looked);
  // The guide is in English; a story in another language would stand in its own direction.
  const card = cards.find((one) => one.picture && one.language === "en") ?? cards.find((one) => one.picture) ?? cards[0];
  const picture = card?.picture;
  const shown = embeds.flatMap((id): [string, ShownEmbed][] => {
    const example = examples.find((one) => one.type === "embed" && one.attrs.embedId === id);
    if (example?.type !== "embed") return [];
    const { provider, url, alt } = example.attrs;
    // Without a reference there is nothing to play: a guide is no place to ask a provider for anything.
    return [[id, { id, provider, url, reference: "", title: alt ?? "", author: "", words: "", width: 16, height: 9, picture: picture ?? null }]];
  });
  return { pictures: new Map(picture ? pictures.map((id) => [id, picture]) : []), stories: new Map(card ? stories.map((id) => [id, card]) : []), embeds: new Map(shown) };
}
