import { useEffect, useState } from "react";

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
