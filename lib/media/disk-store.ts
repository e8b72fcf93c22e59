import { open, mkdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fromProcess } from "@/lib/kernel/process-store";

/** Keys are made by us: letters, digits, dots and slashes, never from a file's own name. */
const keyForm = /^[a-z0-9]+(?:[/.-][a-z0-9]+)*$/;

function pathOf(key: string): string {
  if (!keyForm.test(key)) throw new Error("A media key is not of our form.");
  return join(fromProcess("env").dataDir, "media", key);
}

/** Keeps bytes so that they are there after a crash: a temporary file, written through, then renamed, then its folder written through. */
export async function putFile(key: string, bytes: Uint8Array): Promise<void> {
  const path = pathOf(key);
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.new`;
  const file = await open(temporary, "w", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
  const folder = await open(dirname(path), "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
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
