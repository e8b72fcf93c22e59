import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { brotliDecompressSync } from "node:zlib";

/** Nothing here may call out; the machine's own sandbox rules may be closed to root. */
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

const system = ["/usr/bin/google-chrome", "/usr/bin/google-chrome-stable", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"];

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
  throw new Error("No browser was found for the tests. Install Chrome or Chromium, run `npx playwright install chromium`, or set PW_EXE to a browser.");
}

/** Unpacks the browser and its libraries that @sparticuz/chromium carries, once a user and version. */
function unpackPackaged() {
  let folder;
  try {
    folder = dirname(dirname(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium"))));
  } catch {
    // An optional package: not there on this platform.
    return null;
  }
  const root = existsSync(join(folder, "bin")) ? folder : join("node_modules", "@sparticuz", "chromium");
  const bin = join(root, "bin");
  if (!existsSync(join(bin, "chromium.br"))) return null;
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const home = join(tmpdir(), `standfirst-chromium-${version}-${process.getuid?.() ?? "user"}`);
  if (!existsSync(join(home, "done"))) {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    const temporary = mkdtempSync(join(home, "unpacking-"));
    writeFileSync(join(home, "chromium"), brotliDecompressSync(readFileSync(join(bin, "chromium.br"))), { mode: 0o700 });
    for (const name of ["al2023", "swiftshader", "fonts"]) {
      const packed = join(bin, `${name}.tar.br`);
      if (!existsSync(packed)) continue;
      const tar = join(temporary, `${name}.tar`);
      writeFileSync(tar, brotliDecompressSync(readFileSync(packed)));
      const into = name === "swiftshader" ? home : join(home, name);
      mkdirSync(into, { recursive: true });
      execFileSync("tar", ["-xf", tar, "-C", into]);
    }
    execFileSync("rm", ["-rf", temporary]);
    writeFileSync(join(home, "done"), "");
  }
  const libraries = [join(home, "al2023", "lib"), join(home, "al2023"), home].join(":");
  return { executablePath: join(home, "chromium"), env: { LD_LIBRARY_PATH: libraries, ...(existsSync(join(home, "fonts")) ? { FONTCONFIG_PATH: join(home, "fonts", "fonts") } : {}) } };
}
