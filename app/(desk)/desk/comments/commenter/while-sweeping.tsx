"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const everyMs = 2000;

/** Looks again while a job is under way, and says when it is done. Without scripts the page shows how far it is each time it is opened. */
export function WhileSweeping({ sweeping }: { sweeping: boolean }) {
  const router = useRouter();
  useEffect(() => {
    if (!sweeping) return;
    const timer = setInterval(() => router.refresh(), everyMs);
    return () => clearInterval(timer);
  }, [sweeping, router]);
  return (
    <p className="hidden" role="status">
      {sweeping ? "Comments are being moved." : ""}
    </p>
  );
}
