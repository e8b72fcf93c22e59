"use client";

import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { ask } from "@/components/desk/editor/api";
import { OfflineEditor } from "@/components/desk/offline/offline-editor";
import { type Keeping, OfflineWriting, openedHere } from "@/components/desk/offline/offline-writing";
import { watchServer } from "@/components/desk/offline/server-watch";
import { withEditor } from "@/components/desk/offline/with-editor";
import { Mark } from "@/components/desk/icon";
import "@/components/desk/offline/offline.css";

/** The address at which the page itself stands; elsewhere it stands in the place of another one. */
const ownAddress = "/desk/offline";

/** Who is signed out is asked for again so often, in milliseconds: she signs in in another tab. */
const askAgainAfter = 4000;

/** "Kept" is said so long after the last writing, in milliseconds. */
const restBeforeKept = 300;

const keptInWords = {
  nothing: "Nothing is written yet.",
  keeping: "Keeping…",
  kept: "Kept on this device.",
  full: "Not kept: this device has no room. Keep this tab open.",
  unavailable: "Not kept: this browser keeps nothing. Keep this tab open.",
  signed_out: "Not kept: somebody signed out in this browser, or copies on devices are forbidden by now, so what it kept is deleted. Keep this tab open.",
} satisfies Record<Keeping, string>;

type Here = { writing: OfflineWriting; waiting: number } | "none" | "unknown";

/** Where a written story stands on its way into the newsroom. */
type Way = { kind: "waiting" | "coming" | "here" } | { kind: "failed"; why: string; isSignedOut: boolean };

/** In the place of a page of the desk when the server cannot be reached: says so, asks for the server by itself, and lets one begin a story. */
export function OfflinePage() {
  const [here, setHere] = useState<Here>("unknown");
  const [way, setWay] = useState<Way>({ kind: "waiting" });
  const [watch, setWatch] = useState(0);
  const asking = useRef<() => void>(() => undefined);
  const writing = typeof here === "object" ? here.writing : null;

  useEffect(() => {
    let made: OfflineWriting | null = null;
    openedHere(() => made?.gone()).then(
      (opened) => {
        made = opened && new OfflineWriting(opened.store, opened.bearer);
        setHere(opened && made ? { writing: made, waiting: opened.waiting } : "none");
      },
      () => setHere("none"),
    );
  }, []);

  useEffect(() => {
    if (!writing) return;
    const hidden = () => document.visibilityState === "hidden" && void writing.flush();
    const leaving = (event: BeforeUnloadEvent) => {
      if (writing.isAtRisk) event.preventDefault();
    };
    document.addEventListener("visibilitychange", hidden);
    addEventListener("beforeunload", leaving);
    return () => {
      document.removeEventListener("visibilitychange", hidden);
      removeEventListener("beforeunload", leaving);
    };
  }, [writing]);

  const serverIsBack = useCallback(async () => {
    if (!writing?.hasWords) {
      if (location.pathname === ownAddress) location.replace("/desk");
      else location.reload();
      return;
    }
    setWay({ kind: "coming" });
    let brought: Awaited<ReturnType<typeof withEditor.bringIn>>;
    let known: number;
    do {
      const state = await writing.whole();
      known = writing.changes;
      brought = await withEditor.bringIn({ id: writing.id, person: writing.bearer.person, state });
      // A word that was being composed came while the rest was on its way.
    } while ("value" in brought && writing.changes !== known);
    if ("value" in brought) {
      await writing.forget();
      setWay({ kind: "here" });
      location.replace(`/desk/articles/${brought.value.articleId}`);
      return;
    }
    const { code, reason, message } = brought.failure;
    // Another build stands there by now: its own page of the desk brings in what lies on the device.
    if (reason === "reload" && !writing.isAtRisk) return location.replace("/desk");
    setWay(code === "unavailable" ? { kind: "waiting" } : { kind: "failed", why: message, isSignedOut: code === "unauthenticated" || reason === "other_person" });
    if (code === "unavailable") setWatch((before) => before + 1);
  }, [writing]);

  useEffect(() => {
    if (here === "unknown") return;
    const { now, end } = watchServer(() => void serverIsBack(), { tries: watch });
    asking.current = now;
    // Opened by its own address the page stands in nobody's place: the server is there as likely as not.
    if (location.pathname === ownAddress) now();
    return end;
  }, [here, serverIsBack, watch]);

  useEffect(() => {
    if (!writing || way.kind !== "failed" || !way.isSignedOut) return;
    // Asked without a word: she may be writing on.
    const asks = setInterval(async () => {
      const viewer = await ask<{ id: string } | null>("/api/viewer");
      if ("value" in viewer && viewer.value?.id === writing.bearer.person) void serverIsBack();
    }, askAgainAfter);
    return () => clearInterval(asks);
  }, [way, writing, serverIsBack]);

  return (
    <main className="offline-page">
      <header>
        <p className="offline-mark">
          <Mark />
          <span>Standfirst</span>
        </p>
        <section aria-label="The server">
          <h1>{way.kind === "waiting" ? "The newsroom cannot be reached" : "The newsroom can be reached again"}</h1>
          <p role="status">{serverInWords(way, typeof here === "object")}</p>
          {way.kind === "failed" && way.isSignedOut && (
            <p>
              <a href="/sign-in?next=/desk" target="_blank" rel="noreferrer">
                Sign in in another tab
              </a>{" "}
              as whoever wrote this; it comes in by itself then.
            </p>
          )}
          {(way.kind === "waiting" || way.kind === "failed") && (
            <button className="btn" type="button" onClick={() => (way.kind === "failed" ? void serverIsBack() : asking.current())}>
              Try now
            </button>
          )}
          <noscript>
            <p>Reload the page to try again.</p>
          </noscript>
        </section>
      </header>
      {here === "none" && (
        <p className="notice" role="status">
          No story can be begun here without the server: this browser keeps nothing of the desk. Nobody who writes was at the desk in it lately, she signed out, its storage is switched off, or the paper forbids copies on devices.
        </p>
      )}
      {typeof here === "object" && (
        <>
          {here.waiting > 0 && <p className="notice calm">{here.waiting === 1 ? "A story that was" : `${here.waiting} stories that were`} begun here before {here.waiting === 1 ? "waits" : "wait"} on this device, sealed. {here.waiting === 1 ? "It comes" : "They come"} in when whoever wrote {here.waiting === 1 ? "it" : "them"} is at the desk again.</p>}
          <OfflineEditor writing={here.writing} isOpen={way.kind !== "coming" && way.kind !== "here"} />
          <KeptLine writing={here.writing} />
        </>
      )}
    </main>
  );
}

function serverInWords(way: Way, mayWrite: boolean): string {
  if (way.kind === "coming") return "The server is back. Your story is being brought in…";
  if (way.kind === "here") return "Your story is in the newsroom and opens now.";
  if (way.kind === "failed") return `The server is back, but your story could not be brought in. ${way.why}`;
  return mayWrite ? "It is tried again by itself. A story that you begin here is kept on this device, and comes in when the server is back." : "It is tried again by itself, and this page goes on to the one that you wanted.";
}

/** "Kept" only once somebody pauses: between two keys the word would flicker, and be read out each time. */
function useRested(keeping: Keeping): Keeping {
  const [shown, setShown] = useState(keeping);
  useEffect(() => {
    const wait = setTimeout(() => setShown(keeping), keeping === "kept" ? restBeforeKept : 0);
    return () => clearTimeout(wait);
  }, [keeping]);
  return shown;
}

function KeptLine({ writing }: { writing: OfflineWriting }) {
  const keeping = useRested(useSyncExternalStore(writing.subscribe, writing.snapshot, writing.snapshot));
  return (
    <p className="offline-kept" role="status" data-bad={keeping === "full" || keeping === "unavailable" || keeping === "signed_out" || undefined}>
      {keptInWords[keeping]}
    </p>
  );
}
