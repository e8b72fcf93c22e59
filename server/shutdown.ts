import { isConnectionError } from "@/db/unavailable";
import { log } from "@/lib/kernel/log";

/** Longest a graceful stop may take. */
const stopLimitMs = 30_000;
const parentWatchMs = 1_000;

let stopping: Promise<void> | null = null;
let stop: (() => Promise<void>) | null = null;

/**
 * Stops everything when asked to: Ctrl-C, SIGTERM (npm passes both on), or when whoever started us is gone and could not ask. Asked
 * again it goes on with what it began: Ctrl-C reaches us from the terminal and from npm.
 */
export function stopOnRequest(stopEverything: () => Promise<void>, say: (line: string) => void): void {
  stop = stopEverything;
  const request = () => {
    if (stopping) return;
    say("Stopping.");
    void stopAndExit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, request);
  if (process.env.STANDFIRST_LIFELINE) process.once("disconnect", request);
  if (process.env.npm_lifecycle_event) watchParent(request);
}

/** npm that was killed passes nothing on; without it nobody could stop us, and the next start would find us in its way. */
function watchParent(request: () => void): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    request();
  }, parentWatchMs);
  watch.unref();
}

/**
 * The last resort. A broken database connection is not a reason to go: the driver throws into nowhere when PostgreSQL dies under it,
 * and the next query gets a new client. Everything else that nobody caught leaves the process in a state that nobody knows: it is
 * logged, and we stop.
 */
export function guardProcess(): void {
  const judge = (error: unknown) => {
    if (isBrokenConnection(error)) {
      log().error({ err: error }, "a database connection broke; the pool makes a new one");
      return;
    }
    log().fatal({ err: error }, "nobody caught this; stopping");
    void stopAndExit(1);
  };
  process.on("uncaughtException", judge);
  process.on("unhandledRejection", judge);
}

/**
 * Whether something that nobody caught comes from a database connection that broke. One kind has no code: the driver, in the middle of
 * signing in, writes to a socket that has just gone ("Cannot read properties of null"), from a timer of its own where nobody can
 * catch it. The query it was for has been told; the client it belongs to is exchanged.
 */
export function isBrokenConnection(error: unknown): boolean {
  if (isConnectionError(error)) return true;
  return error instanceof TypeError && /node_modules[\\/]postgres[\\/]/.test(error.stack?.split("\n")[1] ?? "");
}

function stopAndExit(code: number): Promise<void> {
  stopping ??= (async () => {
    const limit = setTimeout(() => {
      log().error(`not everything stopped within ${stopLimitMs / 1000} seconds`);
      process.exit(1);
    }, stopLimitMs);
    limit.unref();
    const stopped = await Promise.resolve(stop?.()).then(
      () => true,
      (error: unknown) => {
        log().error({ err: error }, "stopping did not go well");
        return false;
      },
    );
    process.exit(stopped ? code : 1);
  })();
  return stopping;
}
