import { compareStories } from "@/lib/comparison/compare-stories";
import { type Block, emptyStory, type StoryContent } from "@/lib/content/document";
import { untilQuiet } from "@/scripts/quiet";

/*
 * npm run bench:comparison: how long it takes to compare two versions of a long story, word by word. Beside the usual case, sixty edits,
 * stand the dearest ones: every paragraph reworded, and the same where no block has a name to be known by.
 */

const rounds = 15;
const wordsAParagraph = 60;
const vocabulary = ["harbour", "council", "boat", "night", "votes", "the", "a", "of", "and", "subsidy", "ferry", "nobody", "said", "seven", "winter", "quay", "that", "town", "its", "people"];

/** The same numbers in every run. */
function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function storyOf(words: number, isNamed: boolean): StoryContent {
  const draw = drawing(7);
  const word = (at: number) => (draw() < 0.4 ? (vocabulary[Math.floor(draw() * vocabulary.length)] ?? "boat") : `word${Math.floor(draw() * 4000)}${at % 12 === 11 ? "." : ""}`);
  const content = Array.from({ length: Math.ceil(words / wordsAParagraph) }, (_, block): Block => ({ type: "paragraph", attrs: { id: isNamed ? `b${String(block).padStart(9, "0")}` : null }, content: [{ type: "text", text: Array.from({ length: wordsAParagraph }, (_, at) => word(at)).join(" ") }] }));
  return { ...emptyStory(), headline: "The last boat home", body: { type: "doc", content } };
}

/** The story with so many words in other words, spread over it. */
function edited(story: StoryContent, edits: number): StoryContent {
  const draw = drawing(11);
  const content = structuredClone(story.body.content);
  for (let edit = 0; edit < edits; edit++) {
    const block = content[Math.floor(draw() * content.length)];
    const [node] = block?.type === "paragraph" ? (block.content ?? []) : [];
    if (!node) continue;
    const words = node.text.split(" ");
    words[Math.floor(draw() * words.length)] = `edit${edit}`;
    node.text = words.join(" ");
  }
  return { ...story, headline: "The last boat sails", body: { type: "doc", content } };
}

async function main(): Promise<void> {
  await untilQuiet();
  const runs = [
    { words: 1500, edits: 30, isNamed: true },
    { words: 5000, edits: 60, isNamed: true },
    { words: 5000, edits: 60, isNamed: false },
    { words: 5000, edits: 2500, isNamed: true },
    { words: 5000, edits: 2500, isNamed: false },
    { words: 20_000, edits: 240, isNamed: true },
    { words: 20_000, edits: 10_000, isNamed: false },
    { words: 60_000, edits: 700, isNamed: true },
  ];
  console.log("Words    Edits   Blocks known by   p50      p95      first");
  for (const { words, edits, isNamed } of runs) {
    const before = storyOf(words, isNamed);
    const after = edited(before, edits);
    const times = Array.from({ length: rounds }, () => {
      // New ones each time: what was learnt of the blocks in one round must not help the next.
      const [was, is] = structuredClone([before, after]);
      const began = performance.now();
      compareStories(was as StoryContent, is as StoryContent);
      return performance.now() - began;
    });
    const sorted = [...times].sort((left, right) => left - right);
    const at = (share: number) => `${(sorted[Math.floor(rounds * share)] ?? 0).toFixed(1)} ms`.padEnd(9);
    console.log(`${String(words).padEnd(9)}${String(edits).padEnd(8)}${(isNamed ? "their names" : "what they say").padEnd(18)}${at(0.5)}${at(0.95)}${(times[0] ?? 0).toFixed(1)} ms`);
  }
}

await main();
