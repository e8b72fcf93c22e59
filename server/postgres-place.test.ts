import { describe, expect, it } from "vitest";
import { ownerUnderRoot } from "@/server/postgres-place";

const withPostgres = "root:x:0:0:root:/root:/bin/bash\npostgres:x:70:71:PostgreSQL:/var/lib/postgresql:/bin/sh\n";
const without = "root:x:0:0:root:/root:/bin/bash\n";

describe("PostgreSQL, which refuses to be root,", () => {
  it("runs as the user of its name, or as nobody, where it begins", () => {
    expect(ownerUnderRoot(null, withPostgres)).toEqual({ uid: 70, gid: 71 });
    expect(ownerUnderRoot(null, without)).toEqual({ uid: 65534, gid: 65534 });
  });

  it("goes on as whoever its cluster belongs to, also after a package brought another user", () => {
    expect(ownerUnderRoot({ uid: 65534, gid: 65534 }, withPostgres)).toEqual({ uid: 65534, gid: 65534 });
    expect(ownerUnderRoot({ uid: 70, gid: 71 }, without)).toEqual({ uid: 70, gid: 71 });
  });
});
