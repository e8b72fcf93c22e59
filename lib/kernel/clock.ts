/** Where a rule needs "now" it takes it as a value; this is the only place outside the database that asks the machine. */
export function machineNow(): Date {
  return new Date();
}

/** Milliseconds from a clock that never jumps, for measuring waits. */
export function monotonicMs(): number {
  return performance.now();
}
