import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { brotliDecompressSync } from "node:zlib";

/** Root may not use the browser's own sandbox, and nothing here may call out. Never the package's own flags: they change how pages behave. */
export const browserFlags = [
  "--no-sandbox",
  "--disable-dev-shm-usage",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-default-apps",
  "--disable-features=OptimizationHints,MediaRouter,Translate,AutofillServerCommunication",
];

const system = [
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * A browser to test with: PW_EXE, Playwright's own, the system's, or the one that an npm package carries (Linux, x64). Returns its path
 * and the environment it needs, or throws a sentence that says how to get one.
 * @returns {Promise<{ executablePath: string, env: Record<string, string> }>}
 */
export async function findBrowser() {
  if (process.env.PW_EXE) return { executablePath: process.env.PW_EXE, env: {} };
  const { chromium } = await import("@playwright/test");
  const own = chromium.executablePath();
  if (own && existsSync(own)) return { executablePath: own, env: {} };
  const installed = system.find((path) => existsSync(path));
  if (installed) return { executablePath: installed, env: {} };
  if (process.platform === "linux" && process.arch === "x64") {
    const packed = unpackPackaged();
    if (packed) return packed;
  }
  throw new Error(
    "No browser was found for the tests. Install Chrome or Chromium, run `npx playwright install chromium`, or set PW_EXE to a browser.",
  );
}

/** Unpacks the browser, its libraries and its fonts that @sparticuz/chromium carries; once per user and version. */
function unpackPackaged() {
  let root;
  try {
    root = packageFolder(createRequire(import.meta.url).resolve("@sparticuz/chromium"));
  } catch {
    // An optional package: not there on this platform.
    return null;
  }
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const home = join(tmpdir(), `standfirst-chromium-${version}-${process.getuid?.() ?? "user"}`);
  if (!existsSync(home)) unpackInto(home, join(root, "bin"));
  const fonts = join(home, "fonts", "fonts");
  const libraries = [join(home, "al2023", "lib"), home].join(":");
  return {
    executablePath: join(home, "chromium"),
    env: { LD_LIBRARY_PATH: libraries, ...(existsSync(fonts) ? { FONTCONFIG_PATH: fonts } : {}) },
  };
}

/** Beside first and then moved: two runs that start at once must not find half a browser. */
function unpackInto(home, packed) {
  const making = mkdtempSync(`${home}-making-`);
  writeFileSync(join(making, "chromium"), brotliDecompressSync(readFileSync(join(packed, "chromium.br"))), { mode: 0o700 });
  for (const [name, folder] of [
    ["al2023", "al2023"],
    ["swiftshader", "."],
    ["fonts", "fonts"],
  ]) {
    if (!existsSync(join(packed, `${name}.tar.br`))) continue;
    const tar = join(making, `${name}.tar`);
    writeFileSync(tar, brotliDecompressSync(readFileSync(join(packed, `${name}.tar.br`))));
    mkdirSync(join(making, folder), { recursive: true });
    execFileSync("tar", ["-xf", tar, "-C", join(making, folder)]);
    rmSync(tar);
  }
  try {
    renameSync(making, home);
  } catch (error) {
    // The other run was faster; its browser is as good.
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
}

function packageFolder(file) {
  let folder = dirname(file);
  while (!existsSync(join(folder, "package.json")) || !existsSync(join(folder, "bin"))) {
    if (folder === dirname(folder)) throw new Error("@sparticuz/chromium is not whole");
    folder = dirname(folder);
  }
  return folder;
}
