"use client";

import { type ComponentType, useEffect, useState } from "react";
import type { AtDesk } from "@/components/desk/offline/set-up";

/** The page comes first: so long is waited, in milliseconds. */
const pageFirst = 500;

/** At the desk: fetches what readies this browser for the time when the server is away, and tells of stories that were begun then. */
export function OfflineAtDesk(desk: AtDesk) {
  const [Begun, setBegun] = useState<ComponentType<AtDesk> | null>(null);
  useEffect(() => {
    const wait = setTimeout(
      () =>
        import("@/components/desk/offline/begun-offline").then(
          ({ BegunOffline }) => setBegun(() => BegunOffline),
          // The line went down: tried again on the next page.
          () => undefined,
        ),
      pageFirst,
    );
    return () => clearTimeout(wait);
  }, []);
  return Begun && <Begun {...desk} />;
}
