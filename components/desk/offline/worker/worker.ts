import { workerCaches } from "@/components/desk/editor/device/database-name";
import { deedFor, filesIn, isFit, most, staleAmong } from "@/components/desk/offline/worker/rules";

/* The worker of the desk. It keeps one page, in which there is nothing of anybody, with the files that this page is made of, and shows it where a page of the desk is asked for and nobody is reached. */

/** The build this worker belongs to: a new one makes other bytes of it, and browsers fetch it anew. */
declare const deskBuild: string;

type Extended = Event & { waitUntil(work: Promise<unknown>): void };
type Fetching = Extended & { request: Request; preloadResponse: Promise<Response | undefined>; respondWith(answer: Promise<Response>): void };
type Worker = {
  skipWaiting(): Promise<void>;
  registration: { navigationPreload?: { enable(): Promise<void> } };
  location: Location;
  addEventListener(name: "install" | "activate", hear: (event: Extended) => void): void;
  addEventListener(name: "fetch", hear: (event: Fetching) => void): void;
};

const worker = self as unknown as Worker;
const page = "/desk/offline";
const own = workerCaches + deskBuild;

async function fetched(path: string): Promise<Response> {
  // Without cookies: nobody's session has any part in what is kept.
  const answer = await fetch(path, { credentials: "omit" });
  if (!isFit(answer)) throw new Error(`${path} cannot be kept: ${answer.status}`);
  return answer;
}

/** Fetches the page and its files, all or none. */
async function keepPage(): Promise<void> {
  const answer = await fetched(page);
  const kept = new Map<string, Response>([[page, answer.clone()]]);
  let bytes = 0;
  let wanted = filesIn(await answer.text());
  while (wanted.length > 0) {
    if (kept.size + wanted.length > most.files) throw new Error("The page has more files than it can have.");
    const files = await Promise.all(wanted.map(async (path) => ({ path, file: await fetched(path) })));
    wanted = [];
    for (const { path, file } of files) {
      kept.set(path, file.clone());
      bytes += (await file.clone().arrayBuffer()).byteLength;
      if (bytes > most.bytes) throw new Error("The page is larger than it can be.");
      if (path.endsWith(".css")) wanted.push(...filesIn(await file.text()).filter((font) => !kept.has(font)));
    }
    wanted = [...new Set(wanted)];
  }
  const cache = await caches.open(own);
  for (const [path, file] of kept) await cache.put(path, file);
}

async function takeOver(): Promise<void> {
  await Promise.all(staleAmong(await caches.keys(), workerCaches, deskBuild).map((name) => caches.delete(name)));
  // The request sets out while the worker is still waking up.
  await worker.registration.navigationPreload?.enable();
}

/** What the server answers, whatever it is; the kept page only where nobody is reached. */
async function pageFrom({ request, preloadResponse }: Fetching): Promise<Response> {
  try {
    return (await preloadResponse) ?? (await fetch(request));
  } catch (error) {
    const kept = await caches.match(page, { cacheName: own, ignoreVary: true });
    if (!kept) throw error;
    return kept;
  }
}

async function fileFrom({ request }: Fetching): Promise<Response> {
  const kept = () => caches.match(request, { cacheName: own, ignoreVary: true });
  // While the program is being worked on, files change under their names.
  if (deskBuild === "development") return fetch(request).catch(async (error: unknown) => (await kept()) ?? Promise.reject(error));
  return (await kept()) ?? fetch(request);
}

worker.addEventListener("install", (event) => {
  void worker.skipWaiting();
  event.waitUntil(keepPage());
});

worker.addEventListener("activate", (event) => event.waitUntil(takeOver()));

worker.addEventListener("fetch", (event) => {
  const deed = deedFor(event.request, worker.location.origin);
  if (deed === "page") event.respondWith(pageFrom(event));
  if (deed === "file") event.respondWith(fileFrom(event));
});
