"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { act } from "@/app/(desk)/desk/comments/act";
import { cardsShown, highlight, neighboursOf } from "@/app/(desk)/desk/comments/highlight";
import { type OneAct, whatWasDone } from "@/app/(desk)/desk/comments/what-was-done";
import type { Result } from "@/lib/kernel/result";
import type { ManyDecided } from "@/lib/moderation/decide-many";
import type { QueueCard } from "@/lib/moderation/reads/queue";

/** How long the last step stays at hand in the bar at the foot, in milliseconds; below "Just decided" it can be taken back for longer. */
const undoFor = 10_000;
/** With so few cards left the next ones are fetched. */
const fewLeft = 8;

/** What can be taken back: once the server has answered, by the event or by the batch. Null: nothing was changed. */
export type Taken = { eventId: string } | { batchId: string } | null;
export type Step = { id: number; says: string; of: string; ids: string[]; taken: Promise<Taken>; undoable: boolean };
export type Told = { text: string; bad: boolean; step: Step | null };

/** The comment as it stood when it was decided about: where the server shows it otherwise, it is another card. */
const standing = ({ id, revisionId, status, reports, picked, escalated }: QueueCard) => [id, revisionId, status, reports.length, picked, escalated !== null].join(" ");
const seen = ({ id, revisionId, status }: QueueCard) => ({ commentId: id, revisionId, status });

/** Acts that leave the comment in its queue. */
const stays: ReadonlySet<OneAct> = new Set<OneAct>(["pick", "unpick", "escalate", "letter", "lead", "correction"]);

/**
 * The moderator's steps on a page of the queue, each done at once on the screen and then on the server: a card goes with its decision, and
 * comes back with a sentence where the server says no. The last step can be taken back from the bar at the foot, all of them one by one.
 */
export function useSteps(cards: readonly QueueCard[], hasMore: boolean) {
  const router = useRouter();
  /** Decided here, and not answered yet: they stand back until they are. Then they are gone. */
  const [going, setGoing] = useState<ReadonlySet<string>>(new Set());
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [troubles, setTroubles] = useState<ReadonlyMap<string, string>>(new Map());
  /** Cards that came back with a sentence stay until somebody has read it, also where the server no longer lists them. */
  const [returned, setReturned] = useState<readonly QueueCard[]>([]);
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const [told, setTold] = useState<Told | null>(null);
  const [arrived, setArrived] = useState(0);
  const number = useRef(0);
  const awaited = useRef<string[]>([]);
  const busy = useRef(new Set<string>());

  const shown = useMemo(() => {
    const listed = cards.filter((card) => !gone.has(standing(card)));
    return [...returned.filter((card) => !gone.has(standing(card)) && !listed.some(({ id }) => id === card.id)), ...listed];
  }, [cards, gone, returned]);

  // The card that takes a decided one's place, or the comment that came back, gets the focus as soon as it is there.
  const ids = shown.filter((card) => !going.has(standing(card))).map(({ id }) => id).join(" ");
  useEffect(() => {
    const here = awaited.current.find((id) => ids.split(" ").includes(id));
    if (!here) return;
    awaited.current = [];
    highlight(cardsShown().find((card) => card.dataset.comment === here));
    setArrived((before) => before + 1);
  }, [ids]);

  useEffect(() => {
    // What went wrong stays until something else is to be said.
    if (!told || told.bad) return;
    const timer = setTimeout(() => setTold((now) => (now === told ? null : now)), undoFor);
    return () => clearTimeout(timer);
  }, [told]);

  const left = shown.length;
  useEffect(() => {
    if (hasMore && left <= fewLeft) router.refresh();
  }, [hasMore, left, router]);

  const comeBack = useCallback((card: QueueCard, sentence: string) => {
    setGoing((before) => new Set([...before].filter((one) => one !== standing(card))));
    setTroubles((before) => new Map(before).set(card.id, sentence));
    setReturned((before) => [...before.filter(({ id }) => id !== card.id), card]);
  }, []);

  const begin = useCallback((about: readonly QueueCard[], says: string, of: string, taken: Promise<Taken>, undoable: boolean): Step => {
    number.current += 1;
    const step = { id: number.current, says, of, ids: about.map(({ id }) => id), taken, undoable };
    awaited.current = neighboursOf(new Set(step.ids));
    setGoing((before) => new Set([...before, ...about.map(standing)]));
    setTroubles((before) => new Map([...before].filter(([id]) => !step.ids.includes(id))));
    // Nothing is said to be done before it is.
    setTold(null);
    if (undoable) setSteps((before) => [step, ...before].slice(0, 20));
    return step;
  }, []);

  const letGo = useCallback((cards: readonly QueueCard[]) => {
    const those = new Set(cards.map(standing));
    setGone((before) => new Set([...before, ...those]));
    setGoing((before) => new Set([...before].filter((one) => !those.has(one))));
    setReturned((before) => before.filter((card) => !those.has(standing(card))));
  }, []);

  const withdraw = useCallback((step: Step) => setSteps((before) => before.filter(({ id }) => id !== step.id)), []);

  /** Decides about one comment. */
  const decide = useCallback(
    (card: QueueCard, what: OneAct, more: { reason?: string; message?: string; note?: string } = {}) => {
      if (busy.current.has(card.id)) return;
      busy.current.add(card.id);
      const answer: Promise<Result<{ eventId?: string }>> =
        what === "pick" || what === "unpick" ? act("pick", { ...seen(card), picked: what === "pick" })
        : what === "purge" ? act("purge", seen(card))
        : what === "letter" || what === "lead" || what === "correction" ? act("mark", { commentId: card.id, revisionId: card.revisionId, kind: what })
        : what === "escalate" ? act("escalate", { ...seen(card), note: more.note ?? "" })
        : act("decide", { ...seen(card), decision: what, reason: what === "reject" ? (more.reason ?? null) : null, message: what === "reject" ? (more.message ?? "") : "" });
      const taken = answer.then((result): Taken => (result.ok && result.value.eventId ? { eventId: result.value.eventId } : null));
      const step = stays.has(what) ? null : begin([card], whatWasDone[what], card.name, taken, what !== "purge");
      void answer.then((result) => {
        busy.current.delete(card.id);
        if (!result.ok) {
          if (step) withdraw(step);
          comeBack(card, result.failure.message);
          setTold({ text: `${card.name}: ${result.failure.message}`, bad: true, step: null });
        } else if (!step) {
          setTold({ text: `${card.name}: ${whatWasDone[what]}`, bad: false, step: null });
          router.refresh();
        } else {
          letGo([card]);
          setTold({ text: `${card.name}: ${whatWasDone[what]}`, bad: false, step: step.undoable ? step : null });
        }
      });
    },
    [begin, comeBack, letGo, router, withdraw],
  );

  /** Decides about several in one step. Those that are not on this page are counted and told like the others. */
  const decideMany = useCallback(
    (items: readonly { commentId: string; revisionId: string; status: string }[], what: "approve" | "reject" | "spam", reason: string | null) => {
      if (items.length === 0) return;
      const here = shown.filter(({ id }) => items.some(({ commentId }) => commentId === id));
      const number = (count: number) => (count === 1 ? "1 comment" : `${count} comments`);
      const says = whatWasDone[what].toLowerCase();
      const answer = act<ManyDecided>("decide-many", { batchId: crypto.randomUUID(), decision: what, reason: what === "reject" ? reason : null, message: "", items });
      const taken = answer.then((result): Taken => (result.ok && result.value.items.some((item) => "status" in item) ? { batchId: result.value.batchId } : null));
      const step = begin(here, `${number(items.length)}: ${says}`, "", taken, true);
      void answer.then((result) => {
        const failed = new Map((result.ok ? result.value.items : items.map(({ commentId }) => ({ commentId, failure: (result as { failure: { message: string } }).failure }))).flatMap((item) => ("failure" in item ? [[item.commentId, item.failure.message] as const] : [])));
        letGo(here.filter(({ id }) => !failed.has(id)));
        for (const card of here) {
          const sentence = failed.get(card.id);
          if (sentence) comeBack(card, sentence);
        }
        if (!result.ok || failed.size === items.length) withdraw(step);
        if (!result.ok) setTold({ text: result.failure.message, bad: true, step: null });
        else if (failed.size > 0) setTold({ text: `${number(items.length - failed.size)}: ${says} ${failed.size === 1 ? "1 was" : `${failed.size} were`} left as they are.`, bad: true, step: failed.size < items.length ? step : null });
        else setTold({ text: `${number(items.length)}: ${says}`, bad: false, step });
        if (here.length < items.length) router.refresh();
      });
    },
    [begin, comeBack, letGo, router, shown, withdraw],
  );

  /** Takes a step back, as soon as the server knows of it. */
  const undo = useCallback(
    async (taken: Promise<Taken>, step: Pick<Step, "ids" | "of"> & { id?: number }) => {
      const named = step.of ? `${step.of}: ` : "";
      const what = await taken;
      if (!what) return;
      const result = "eventId" in what ? await act<unknown>("undo", what) : await act<ManyDecided>("undo-batch", what);
      setSteps((before) => before.filter(({ id }) => id !== step.id));
      if (!result.ok) return setTold({ text: named + result.failure.message, bad: true, step: null });
      const left = "batchId" in what ? (result.value as ManyDecided).items.filter((item) => "failure" in item).length : 0;
      setTold({ text: left > 0 ? `Taken back, but for ${left === 1 ? "one that somebody" : `${left} that somebody`} decided since.` : `${named}Taken back.`, bad: left > 0, step: null });
      awaited.current = [...step.ids];
      setGone((before) => new Set([...before].filter((one) => !step.ids.some((id) => one.startsWith(`${id} `)))));
      router.refresh();
    },
    [router],
  );

  /** Reads a card again that came back. */
  const readAgain = useCallback(
    (id: string) => {
      setTroubles((before) => new Map([...before].filter(([one]) => one !== id)));
      setReturned((before) => before.filter((card) => card.id !== id));
      router.refresh();
    },
    [router],
  );

  const isGoing = useCallback((card: QueueCard) => going.has(standing(card)), [going]);
  return { shown, isGoing, troubles, steps, told, arrived, decide, decideMany, undo, readAgain };
}
