import { messageBucket } from "@/lib/collab/limits";
import { monotonicMs } from "@/lib/kernel/clock";

/** A token bucket for one socket: holds a burst, refills steadily. */
export class MessageBucket {
  private tokens: number = messageBucket.size;
  private filledAt: number;

  constructor(private readonly now: () => number = monotonicMs) {
    this.filledAt = now();
  }

  /** Whether one more message may come. */
  take(): boolean {
    const now = this.now();
    this.tokens = Math.min(messageBucket.size, this.tokens + ((now - this.filledAt) / 1000) * messageBucket.perSecond);
    this.filledAt = now;
    if (this.tokens < 1) return false;
    this.tokens -= 1;
    return true;
  }
}
