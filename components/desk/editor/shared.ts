import { useEffect, useState, useSyncExternalStore } from "react";
import type { ConnectionState, StoryConnection } from "@/components/desk/editor/connection";

type Observed = { observe(listener: () => void): void; unobserve(listener: () => void): void };

/** The value of something shared, read anew whenever anybody changes it. */
export function useShared<Value>(type: Observed, read: () => Value): Value {
  const [value, setValue] = useState(read);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `read` closes over the type alone.
  useEffect(() => {
    const follow = () => setValue(read());
    follow();
    type.observe(follow);
    return () => type.unobserve(follow);
  }, [type]);
  return value;
}

/** One part of what the connection says: a component is drawn anew when that part changes, not at every key. */
export function useConnection<Part>(connection: StoryConnection, part: (state: ConnectionState) => Part): Part {
  const read = () => part(connection.snapshot());
  return useSyncExternalStore(connection.subscribe, read, read);
}
