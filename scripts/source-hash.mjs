// Names the state of the sources that the build is made from. Uses built-ins of Node 20 alone.
import { createHash } from "node:crypto";
import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";

const sources = ["app", "components", "db", "lib", "public", "server", "next.config.ts", "tsconfig.json", "package-lock.json"];

/** The same for the same files with the same content, wherever they lie, with git or without: a folder, an archive, a copy. */
export function sourceHash(root) {
  const hash = createHash("sha256");
  for (const name of sources) take(hash, root, name);
  return hash.digest("hex");
}

function take(hash, root, name) {
  const path = join(root, name);
  if (!existsSync(path)) return;
  const kind = lstatSync(path);
  if (kind.isDirectory()) {
    // What the system leaves in folders (.DS_Store) is not ours.
    for (const entry of readdirSync(path).sort()) if (!entry.startsWith(".")) take(hash, root, `${name}/${entry}`);
    return;
  }
  const content = kind.isSymbolicLink() ? readlinkSync(path) : readFileSync(path);
  // Name and length first: no two trees read alike.
  hash.update(`${name}\0${content.length}\0`).update(content);
}
