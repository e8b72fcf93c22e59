import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { newToken } from "@/lib/kernel/ids";
import { fromProcess } from "@/lib/kernel/process-store";

/** Keys are made by us: letters, digits, dots and slashes, never from a file's own name. */
const keyForm = /^[a-z0-9]+(?:[/.-][a-z0-9]+)*$/;
const temporaryForm = /\.new$/;

const root = () => join(fromProcess("env").dataDir, "media");

/** Where the file of a key lies. */
export function pathOf(key: string): string {
  if (!keyForm.test(key)) throw new Error("A media key is not of our form.");
  return join(root(), key);
}

/** A place beside a key's own for a file that is still being written; nobody else writes there. */
export async function temporaryFor(key: string): Promise<string> {
  const path = pathOf(key);
  await mkdir(dirname(path), { recursive: true });
  return `${path}.${newToken()}.new`;
}

/** Makes a finished temporary file the key's own, so that it is there after a crash: written through, renamed, its folder written through. */
export async function keepTemporary(temporary: string, key: string): Promise<void> {
  await writtenThrough(temporary, "r+");
  await rename(temporary, pathOf(key));
  await writtenThrough(dirname(pathOf(key)), "r");
}

/** Keeps bytes so that they are there after a crash. */
export async function putFile(key: string, bytes: Uint8Array): Promise<void> {
  const temporary = await temporaryFor(key);
  try {
    const file = await open(temporary, "wx", 0o600);
    try {
      await file.writeFile(bytes);
    } finally {
      await file.close();
    }
    await keepTemporary(temporary, key);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function writtenThrough(path: string, flags: "r" | "r+"): Promise<void> {
  const handle = await open(path, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The bytes, or null where nothing is kept under this key. */
export async function getFile(key: string): Promise<Buffer | null> {
  try {
    return await readFile(pathOf(key));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

export async function deleteFile(key: string): Promise<void> {
  await rm(pathOf(key), { force: true });
}

/** Files that were last written before a moment: keys, and the temporary ones of writers that are gone. `within`: in one folder of the store alone. */
export async function filesOlderThan(moment: Date, within = ""): Promise<{ keys: string[]; temporary: string[] }> {
  const found = { keys: [] as string[], temporary: [] as string[] };
  const entries = await readdir(join(root(), within), { recursive: true, withFileTypes: true }).catch(ifMissing([]));
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const written = await stat(path).then((one) => one.mtime).catch(ifMissing(null));
    if (!written || written >= moment) continue;
    if (temporaryForm.test(entry.name)) found.temporary.push(path);
    else found.keys.push(relative(root(), path));
  }
  return found;
}

/** Gone meanwhile, or never there: nothing is lost by that. */
const ifMissing =
  <Value>(instead: Value) =>
  (error: unknown): Value => {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return instead;
    throw error;
  };
