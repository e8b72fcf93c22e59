// A checker that looks at nothing is always content. Plants files that break the rules and expects each to be named.
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(fileURLToPath(import.meta.url), "..", "..");
const planted = [
  ["lib/canary/commands/other.ts", 'import { publishArticle } from "@/lib/articles/commands/publish-article";\nexport const other = publishArticle;\n', "features-run-their-own-commands"],
  ["lib/canary/page.ts", 'import { currentActor } from "@/lib/web/session";\nexport const actor = currentActor;\n', "the-domain-does-not-know-next"],
  ["components/reader/canary.tsx", 'import { StoryEditor } from "@/components/desk/editor/story-editor";\nexport const Canary = StoryEditor;\n', "reader-never-reaches-the-editor"],
  ["db/canary.ts", 'import { hindrance } from "@/lib/articles/article";\nexport const canary = hindrance;\n', "db-knows-no-feature"],
];
for (const [file, source] of planted) {
  mkdirSync(join(root, file, ".."), { recursive: true });
  writeFileSync(join(root, file), source);
}
try {
  const { stdout, stderr } = spawnSync(join(root, "node_modules", ".bin", "depcruise"), ["--config", ".dependency-cruiser.cjs", "--output-type", "json", "app", "components", "db", "lib", "server"], { cwd: root, encoding: "utf8", maxBuffer: 256 * 1024 * 1024 });
  const { summary } = JSON.parse(stdout || `{"summary":{"violations":[],"error":${JSON.stringify(stderr)}}}`);
  const missed = planted.filter(([file, , rule]) => !summary.violations.some((found) => found.from === file && found.rule.name === rule));
  for (const [file, , rule] of missed) console.error(`The rule ${rule} did not notice ${file}.`);
  process.exitCode = missed.length === 0 ? 0 : 1;
} finally {
  for (const [file] of planted) rmSync(join(root, file), { force: true });
  rmSync(join(root, "lib", "canary"), { recursive: true, force: true });
}
