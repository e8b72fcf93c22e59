import { gzipSync } from "node:zlib";
import type { Browser, Page } from "@playwright/test";
import { type Bytes, bareServer } from "@/scripts/bare-server";

/** What a reader with a slow line and a slow phone gets of a page: times in milliseconds, weights in bytes over the line. */
export type FirstLook = { largestPaint: number; shift: number; blocked: number; requests: number; fonts: number };

/** Slow 4G as page tests understand it: 1.6 Mbit/s down, 150 ms there and back; a processor four times as slow. */
const line = { offline: false, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (0.75 * 1024 * 1024) / 8, latency: 150 };
const slower = 4;
const screen = { width: 390, height: 844 };
/** So long after everything is loaded something may still be painted. */
const settles = 1_500;

type Seen = { paints: number[]; shift: number; blocked: number };

/** Opens a page for the first time, with nothing in any cache. */
export async function firstLook(browser: Browser, url: string): Promise<FirstLook> {
  const context = await browser.newContext({ viewport: screen });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send("Network.enable");
    await devtools.send("Network.emulateNetworkConditions", line);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: slower });
    const fonts = new Set<string>();
    let weight = 0;
    let requests = 0;
    devtools.on("Network.requestWillBeSent", ({ requestId, type, request }) => {
      // A haze stands in the page itself.
      if (!request.url.startsWith("data:")) requests += 1;
      if (type === "Font") fonts.add(requestId);
    });
    devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      if (fonts.has(requestId)) weight += encodedDataLength;
    });
    await page.addInitScript(watch);
    await page.goto(url, { waitUntil: "load" });
    await page.waitForTimeout(settles);
    const { paints, shift, blocked } = await page.evaluate(() => (window as unknown as { seen: Seen }).seen);
    return { largestPaint: paints.at(-1) ?? 0, shift, blocked, requests, fonts: weight };
  } finally {
    await context.close();
  }
}

/** Runs in the page before anything of it. No function in it has a name: the compiler would have it call what is not there. */
function watch(): void {
  const seen: Seen = { paints: [], shift: 0, blocked: 0 };
  (window as unknown as { seen: Seen }).seen = seen;
  for (const type of ["largest-contentful-paint", "layout-shift", "longtask"])
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value?: number })[]) {
        if (type === "largest-contentful-paint") seen.paints.push(entry.startTime);
        else if (type === "layout-shift") seen.shift += entry.value ?? 0;
        else seen.blocked += Math.max(0, entry.duration - 50);
      }
    }).observe({ type, buffered: true });
}

/** The page and all that it fetches, as files of a server that does nothing else. */
export async function savedCopy(browser: Browser, url: string): Promise<{ url: string; close(): void }> {
  const page = await browser.newPage({ viewport: screen });
  const files = new Map<string, Bytes>();
  const coming: Promise<unknown>[] = [];
  page.on("response", (response) => coming.push(keep(files, response)));
  await page.goto(url, { waitUntil: "load" });
  await page.waitForTimeout(settles);
  await Promise.all(coming);
  await page.close();
  const { origin, close } = await bareServer(files);
  const { pathname, search } = new URL(url);
  return { url: origin + pathname + search, close };
}

async function keep(files: Map<string, Bytes>, response: Awaited<ReturnType<Page["waitForResponse"]>>): Promise<void> {
  if (response.status() !== 200) return;
  const { pathname, search } = new URL(response.url());
  const body = await response.body();
  const type = response.headers()["content-type"] ?? "application/octet-stream";
  // As a careful person would put it onto a server: what is text, packed beforehand.
  const packed = /text|javascript|json|xml|svg/.test(type);
  files.set(pathname + search, { body: packed ? gzipSync(body, { level: 9 }) : body, headers: { "Content-Type": type, ...(packed ? { "Content-Encoding": "gzip" } : {}), "Cache-Control": "max-age=60" } });
}
