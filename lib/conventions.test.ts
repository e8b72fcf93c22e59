import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

type Violation = { from: string; to: string; rule: { name: string } };
type Cruise = {
  summary: { violations: Violation[]; totalCruised: number };
  modules: { source: string; dependencies: { resolved: string }[] }[];
};

const root = resolve(".");
const config = join(root, ".dependency-cruiser.cjs");
const ruleNames = (createRequire(import.meta.url)(config) as { forbidden: { name: string }[] }).forbidden.map((rule) => rule.name);

/** One forbidden import for each rule: the file that commits it, and what it imports. */
const planted: Record<string, [file: string, imports: string]> = {
  "kernel-imports-nothing-of-ours": ["lib/kernel/greedy.ts", "@/lib/core/thing"],
  "the-database-knows-no-feature": ["db/greedy.ts", "@/lib/stories/thing"],
  "content-stands-on-the-kernel": ["lib/content/greedy.ts", "@/db/client"],
  "policy-stands-below-the-features": ["lib/policy/greedy.ts", "@/lib/stories/thing"],
  "core-stands-below-the-features": ["lib/core/greedy.ts", "@/lib/stories/thing"],
  "one-door-to-the-outside": ["lib/stories/outgoing.ts", "node:https"],
  "one-door-for-mail": ["lib/stories/posting.ts", "nodemailer"],
  "the-domain-knows-no-web": ["lib/stories/webby.ts", "@/lib/web/thing"],
  "only-web-and-app-know-next": ["lib/stories/nextish.ts", "next/navigation"],
  "the-domain-knows-no-react": ["lib/stories/reactive.ts", "react"],
  "server-only-belongs-to-web": ["lib/stories/shy.ts", "server-only"],
  "no-feature-runs-a-neighbour's-command": ["lib/stories/bossy.ts", "@/lib/letters/commands/thing"],
  "the-web-layer-stands-below-the-pages": ["lib/web/greedy.ts", "@/components/reader/thing"],
  "components-show-what-they-are-given": ["components/reader/greedy.ts", "@/lib/stories/reads/thing"],
  "pages-do-not-touch-the-database": ["app/desk/page.ts", "@/db/client"],
  "commands-are-called-by-actions-and-routes": ["app/desk/layout.ts", "@/lib/letters/commands/thing"],
  "the-server-knows-no-page": ["server/greedy.ts", "@/components/reader/thing"],
  "the-reader-never-reaches-the-editor": ["app/(reader)/page.ts", "@/components/reader/roundabout"],
  "the-editor's-blocks-validate-nothing": ["lib/content/blocks/judging.ts", "zod"],
  "no-circle": ["lib/stories/egg.ts", "@/lib/stories/hen"],
  "everything-imported-is-there": ["lib/stories/lost.ts", "@/lib/stories/nowhere"],
  "what-runs-is-a-dependency": ["lib/stories/careless.ts", "vitest"],
};

/** What the planted files import, and what is allowed: none of these may be reported. */
const innocent: Record<string, string> = {
  "db/client.ts": 'import "@/lib/kernel/thing";',
  "db/vocabulary.ts": "",
  "lib/kernel/thing.ts": "",
  "lib/core/thing.ts": 'import "@/db/client"; import type {} from "@/lib/stories/thing";',
  "lib/web/thing.ts": 'import "@/lib/stories/reads/thing"; import "@/lib/letters/commands/thing"; import "next/navigation";',
  "lib/stories/thing.ts": 'import "@/lib/letters/reads/thing"; import "@/lib/core/thing";',
  "lib/stories/reads/thing.ts": 'import "@/db/client";',
  "lib/stories/hen.ts": 'import "@/lib/stories/egg";',
  "lib/letters/commands/thing.ts": 'import "@/lib/core/thing";',
  "lib/letters/reads/thing.ts": "",
  "lib/imports/thing.ts": 'import "@/lib/letters/commands/thing";',
  "components/reader/thing.ts": 'import "@/db/vocabulary"; import "react";',
  "components/reader/roundabout.ts": 'import "@/components/desk/thing";',
  "components/desk/thing.ts": "",
  "app/desk/actions.ts": 'import "@/lib/letters/commands/thing"; import "@/lib/web/thing";',
};

function cruise(folder: string, paths: string[]): Cruise {
  const program = join(root, "node_modules", "dependency-cruiser", "bin", "dependency-cruiser.mjs");
  const output = execFileSync(process.execPath, [program, "--config", config, "--output-type", "json", ...paths], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    stdio: ["ignore", "pipe", "ignore"],
  });
  return JSON.parse(output) as Cruise;
}

describe("the import rules", () => {
  let folder: string;
  let found: Violation[];
  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "standfirst-imports-")));
    const write = (file: string, text: string) => {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), `${text}\nexport {};\n`);
    };
    for (const [file, text] of Object.entries(innocent)) write(file, text);
    for (const [file, imports] of Object.values(planted)) write(file, `import "${imports}";`);
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({ compilerOptions: { moduleResolution: "bundler", paths: { "@/*": ["./*"] } } }),
    );
    writeFileSync(
      join(folder, "package.json"),
      JSON.stringify({ type: "module", dependencies: { next: "*", react: "*" }, devDependencies: { vitest: "*" } }),
    );
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    found = cruise(folder, ["app", "components", "db", "lib", "server"]).summary.violations;
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(ruleNames)("notice when somebody breaks %s", (name) => {
    expect(Object.keys(planted)).toContain(name);
    const [file] = planted[name] ?? [""];
    expect(found.filter((violation) => violation.rule.name === name).map((violation) => violation.from)).toContain(file);
  });

  it("leave alone what is allowed", () => {
    // The hen lies on the planted circle and the roundabout on the planted way to the editor.
    const onTheWay = ["lib/stories/hen.ts", "components/reader/roundabout.ts"];
    const blamed = found.map((violation) => violation.from).filter((file) => file in innocent && !onTheWay.includes(file));
    expect(blamed).toEqual([]);
  });

  it("look at our own files, TypeScript and all", () => {
    const { summary, modules } = cruise(root, ["db", "lib", "server"]);
    expect(summary.totalCruised).toBeGreaterThan(80);
    const command = modules.find((module) => module.source === "lib/core/command.ts");
    expect(command?.dependencies.map((dependency) => dependency.resolved)).toContain("db/client.ts");
  }, 60_000);
});
