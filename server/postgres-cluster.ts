import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, existsSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { syncFolder } from "@/lib/kernel/kept-file";
import { ownFolder, type Place } from "@/server/postgres-place";

/** How PostgreSQL's programs are run: as the cluster's owner, with the libraries of the package. */
export const asOwner = ({ binaries, owner }: Place, cwd: string) => ({ ...(owner ?? {}), cwd, env: { ...process.env, LC_ALL: "C", LD_LIBRARY_PATH: join(binaries, "lib"), DYLD_LIBRARY_PATH: join(binaries, "lib") } });

/**
 * Makes the cluster where there is none. It is made beside its place and moved there when it is complete and written through, since
 * initdb writes PG_VERSION first of all: what a killed start left half-made is taken away.
 */
export function ensureCluster(place: Place, password: string, say: (line: string) => void): void {
  removeHalfMade(place.cluster);
  if (!existsSync(join(place.cluster, "PG_VERSION"))) {
    say("Making the database cluster (once).");
    makeCluster(place, password);
  }
  chmodSync(place.cluster, 0o700);
}

const besideName = (cluster: string) => `${basename(cluster)}.new-`;

function removeHalfMade(cluster: string): void {
  const folder = dirname(cluster);
  // An initdb that outlived its start may still write for a moment.
  for (const name of readdirSync(folder)) if (name.startsWith(besideName(cluster))) rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 10 });
}

function makeCluster(place: Place, password: string): void {
  const workshop = join(dirname(place.cluster), besideName(place.cluster) + randomBytes(4).toString("hex"));
  const [cluster, passwordFile] = [join(workshop, "cluster"), join(workshop, "password")];
  ownFolder(workshop, place.owner);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (place.owner) chownSync(passwordFile, place.owner.uid, place.owner.gid);
  try {
    const made = spawnSync(
      join(place.binaries, "bin", "initdb"),
      ["-D", cluster, "-U", "standfirst", "-A", "scram-sha-256", `--pwfile=${passwordFile}`, "-E", "UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
      { ...asOwner(place, workshop), encoding: "utf8" },
    );
    if (made.status !== 0) throw new Error(`PostgreSQL could not make its cluster: ${made.stderr || made.error?.message || "no reason given"}`);
    rmSync(place.cluster, { recursive: true, force: true });
    renameSync(cluster, place.cluster);
    syncFolder(dirname(place.cluster));
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}
