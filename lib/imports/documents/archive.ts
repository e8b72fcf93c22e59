import { crc32, inflateRawSync } from "node:zlib";
import { type Failure, invalid } from "@/lib/kernel/failure";
import { fail, ok, type Result } from "@/lib/kernel/result";

/** Most that an archive may hold and become. */
export const archiveLimits = { entries: 2000, unpacked: 50_000_000, ratio: 200 } as const;

type Entry = { name: string; method: number; packed: number; unpacked: number; offset: number };

const corrupt = (): Failure => invalid("corrupt", "This file is damaged and cannot be read. Please open it in Word and save it again.");
const bomb = (): Failure => invalid("too_large", "This document unpacks to more than a story can hold. Please save it without its pictures and other attachments.");

/**
 * Unpacks the parts of a zip file that are wanted, into memory and nowhere else. The directory's words are checked first and not believed:
 * unpacking itself stops at the limit. What is not wanted is never unpacked.
 */
export function openArchive(bytes: Uint8Array, wanted: (name: string) => boolean): Result<Map<string, Uint8Array>> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = directoryOf(file);
  if (!entries.ok) return entries;
  const parts = new Map<string, Uint8Array>();
  let left: number = archiveLimits.unpacked;
  for (const entry of entries.value) {
    if (!wanted(entry.name)) continue;
    if (parts.has(entry.name)) return fail(corrupt());
    const part = unpack(file, entry, left);
    if (!part.ok) return part;
    left -= part.value.byteLength;
    parts.set(entry.name, part.value);
  }
  return ok(parts);
}

/** The list of entries at the archive's end, as it says they are. */
function directoryOf(file: Buffer): Result<Entry[]> {
  const end = file.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"));
  if (end === -1 || end + 22 > file.length || end < file.length - 22 - 65_535) return fail(corrupt());
  const count = file.readUInt16LE(end + 10);
  let at = file.readUInt32LE(end + 16);
  if (count > archiveLimits.entries) return fail(bomb());
  const entries: Entry[] = [];
  let declared = 0;
  for (let number = 0; number < count; number++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) return fail(corrupt());
    const isEncrypted = (file.readUInt16LE(at + 8) & 1) === 1;
    const [nameLength, extra, comment] = [file.readUInt16LE(at + 28), file.readUInt16LE(at + 30), file.readUInt16LE(at + 32)];
    const entry = { name: file.toString("utf8", at + 46, at + 46 + nameLength), method: file.readUInt16LE(at + 10), packed: file.readUInt32LE(at + 20), unpacked: file.readUInt32LE(at + 24), offset: file.readUInt32LE(at + 42) };
    declared += entry.unpacked;
    if (declared > archiveLimits.unpacked || (entry.unpacked > 1_000_000 && entry.unpacked > entry.packed * archiveLimits.ratio)) return fail(bomb());
    if (isEncrypted) return fail(invalid("protected", "This document is protected by a password. Please save it without one."));
    entries.push(entry);
    at += 46 + nameLength + extra + comment;
  }
  return ok(entries);
}

function unpack(file: Buffer, { method, packed, offset }: Entry, left: number): Result<Uint8Array> {
  if (offset + 30 > file.length || file.readUInt32LE(offset) !== 0x04034b50) return fail(corrupt());
  const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
  const data = file.subarray(start, start + packed);
  if (data.length !== packed || (method !== 0 && method !== 8)) return fail(corrupt());
  if (method === 0) return data.length > left ? fail(bomb()) : ok(data);
  try {
    return ok(inflateRawSync(data, { maxOutputLength: Math.max(1, Math.min(left, packed * archiveLimits.ratio + 1_000_000)) }));
  } catch (error) {
    return fail((error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE" ? bomb() : corrupt());
  }
}

/** A zip file of parts that are already known to be sound, not compressed: what a reader of documents is given instead of the original. */
export function writeArchive(parts: ReadonlyMap<string, Uint8Array>): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, data] of parts) {
    const label = Buffer.from(name, "utf8");
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(0x0800, 2);
    facts.writeUInt32LE(crc32(data), 10);
    facts.writeUInt32LE(data.byteLength, 14);
    facts.writeUInt32LE(data.byteLength, 18);
    facts.writeUInt16LE(label.length, 22);
    const entry = Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), facts, label, data]);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\u0000", "latin1"), facts, where, label]));
    local.push(entry);
    offset += entry.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}
