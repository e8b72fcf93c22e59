"use client";

import { type FormEvent, type ReactNode, useActionState, useCallback, useEffect, useRef, useState } from "react";
import { read } from "@/app/(desk)/desk/comments/act";
import { decideManyAction, moderateAction } from "@/app/(desk)/desk/comments/actions";
import { Card, ClusterStrip } from "@/app/(desk)/desk/comments/card";
import { ConversationView } from "@/app/(desk)/desk/comments/conversation";
import { Keys } from "@/app/(desk)/desk/comments/keys";
import { useLooks } from "@/app/(desk)/desk/comments/looks";
import { Reject } from "@/app/(desk)/desk/comments/reject";
import { type Step, useSteps } from "@/app/(desk)/desk/comments/steps";
import type { OneAct } from "@/app/(desk)/desk/comments/what-was-done";
import type { FormState } from "@/components/forms/action-form";
import type { Conversation } from "@/lib/moderation/reads/conversation";
import type { QueueCard, RecentDecision } from "@/lib/moderation/reads/queue";

const nothingYet: FormState = { failure: null, typed: {}, done: null };
/** How long a card stands before its conversation is fetched, in milliseconds: whoever runs through a queue asks for nothing. */
const settle = 150;
const most = 100;

type Props = {
  cards: QueueCard[];
  hasMore: boolean;
  recent: RecentDecision[];
  timeZone: string;
  /** A new name for what is decided in one step. */
  batchId: string;
  conversation: Conversation | null;
  /** Where the conversation of each comment stands without scripts, but for its id. */
  address: string;
  empty: ReactNode;
  pages: ReactNode;
};

/**
 * The queue with what a moderator does in it. With scripts each decision is done at once and sent behind; without them each is a form, and
 * the page comes back with what became of it.
 */
export function Console({ cards, hasMore, recent, timeZone, batchId, conversation, address, empty, pages }: Props) {
  const [one, sendOne] = useActionState(moderateAction, nothingYet);
  const [many, sendMany] = useActionState(decideManyAction, nothingYet);
  const { shown, isGoing, troubles, steps, told, arrived, decide, decideMany, undo, readAgain } = useSteps(cards, hasMore);
  const [current, setCurrent] = useState<string | null>(conversation?.commentId ?? cards[0]?.id ?? null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const anchor = useRef<string | null>(null);
  // Without scripts everything is there at once: nothing would bring it when a box is marked.
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    setReady(true);
    // What was marked before the scripts had come stays marked.
    setChosen(new Set([...document.querySelectorAll<HTMLInputElement>('input[form="many"][name="item"]:checked')].flatMap(({ value }) => value.split(" ")[0] ?? [])));
  }, []);
  const staying = shown.filter((card) => !isGoing(card));
  const isOn = staying.some(({ id }) => id === current) ? current : (staying[0]?.id ?? null);
  const looks = useLooks(isOn);
  const beside = useConversation(conversation, isOn);

  const choose = useCallback(
    (id: string, upTo: boolean) => {
      const ids = shown.map((card) => card.id);
      const [from, to] = [ids.indexOf(anchor.current ?? id), ids.indexOf(id)];
      anchor.current = id;
      setChosen((before) => {
        const next = new Set([...before].filter((one) => ids.includes(one)));
        if (upTo && from >= 0) for (const one of ids.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(one);
        else if (next.has(id)) next.delete(id);
        else next.add(id);
        return next;
      });
    },
    [shown],
  );
  const chosenHere = shown.filter(({ id }) => chosen.has(id));
  const chooseAll = () => setChosen(chosenHere.length === shown.length ? new Set() : new Set(shown.slice(0, most).map(({ id }) => id)));

  const undoLast = useCallback(() => {
    const [last] = steps;
    const [earlier] = recent;
    if (last) void undo(last.taken, last);
    else if (earlier) void undo(Promise.resolve(takenOf(earlier)), { ids: earlier.batchId ? [] : [earlier.commentId], of: earlier.batchId ? "" : earlier.name });
  }, [steps, recent, undo]);

  const submit = (event: FormEvent<HTMLElement>) => {
    const form = event.target as HTMLFormElement;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const data = new FormData(form);
    const decision = submitter instanceof HTMLButtonElement ? submitter.value : "";
    const reason = String(data.get("reason") ?? "") || null;
    if (form.dataset.one) {
      const card = shown.find(({ id }) => id === form.dataset.one);
      if (!card) return;
      event.preventDefault();
      decide(card, decision as OneAct, { ...(reason ? { reason } : {}), message: String(data.get("message") ?? ""), note: String(data.get("note") ?? "") });
    } else if ("many" in form.dataset) {
      event.preventDefault();
      const items = data.getAll("item").map((item) => {
        const [commentId = "", revisionId = "", status = ""] = String(item).split(" ");
        return { commentId, revisionId, status };
      });
      decideMany(items.slice(0, most), decision as "approve" | "reject" | "spam", reason);
      setChosen(new Set());
    } else if (form.dataset.undo) {
      const decided = recent.find(({ eventId }) => eventId === form.dataset.undo);
      if (!decided) return;
      event.preventDefault();
      void undo(Promise.resolve(takenOf(decided)), { ids: decided.batchId ? [] : [decided.commentId], of: decided.batchId ? "" : decided.name });
    }
  };
  const inClusters = firstOfClusters(shown);
  return (
    <section className="mod" aria-label="The queue" onSubmit={submit}>
      <div className="queue">
        <Answers one={one} many={many} batchId={many.typed.batchId} send={sendMany} />
        {shown.length === 0 && (hasMore ? <p className="quiet fetching">The next ones are fetched.</p> : empty)}
        {shown.map((card) => (
          <div key={card.id} className="place">
            {inClusters.has(card.id) && <ClusterStrip card={card} batchId={batchId} send={sendMany} />}
            <Card card={card} timeZone={timeZone} conversation={`${address}${address.includes("?") ? "&" : "?"}at=${card.id}#conversation`} isCurrent={card.id === isOn} isChosen={chosen.has(card.id)} isGoing={isGoing(card)} looking={looks.get(card.id) ?? []} trouble={troubles.get(card.id) ?? null} send={sendOne} choose={(upTo) => choose(card.id, upTo)} came={() => setCurrent(card.id)} />
            {troubles.has(card.id) && (
              <p className="read-again">
                <button type="button" className="link" onClick={() => readAgain(card.id)}>
                  Show it as it stands now
                </button>
              </p>
            )}
          </div>
        ))}
        {pages}
        {shown.length > 0 && (
          <form id="many" className={chosenHere.length > 0 ? "many on" : "many"} action={sendMany} data-many aria-label="Chosen comments">
            <input type="hidden" name="batchId" value={batchId} suppressHydrationWarning />
            {isReady && <ChooseAll all={chosenHere.length === shown.length} some={chosenHere.length > 0} choose={chooseAll} />}
            <span className="quiet" role="status">
              {chosenHere.length > 0 ? `${chosenHere.length} chosen` : ""}
            </span>
            {(!isReady || chosenHere.length > 0) && (
              <>
                <button className="btn plain" name="decision" value="approve" type="submit" formNoValidate>
                  Approve chosen
                </button>
                <Reject id="many" label="Reject chosen" name="Reason to reject the chosen comments" plain />
                <button className="btn plain" name="decision" value="spam" type="submit" formNoValidate>
                  Chosen are spam
                </button>
              </>
            )}
          </form>
        )}
      </div>
      <aside className="drawer" aria-label="Beside the queue">
        <ConversationView conversation={beside} timeZone={timeZone} />
        <JustDecided steps={steps} recent={recent} undo={undo} sendOne={sendOne} sendMany={sendMany} />
      </aside>
      <div className={told ? (told.bad ? "toast bad" : "toast") : "toast none"}>
        <span role="status">{told?.text}</span>
        {told?.step && (
          <button type="button" onClick={() => told.step && void undo(told.step.taken, told.step)}>
            {told.step.of ? "Undo" : "Undo all"}
          </button>
        )}
      </div>
      <Keys arrived={arrived} undo={undoLast} choose={choose} />
    </section>
  );
}

const takenOf = ({ eventId, batchId }: RecentDecision) => (batchId ? { batchId } : { eventId });

/** The first card of each cluster on the page: it bears what is decided about all of them. */
function firstOfClusters(cards: readonly QueueCard[]): ReadonlySet<string> {
  const first = new Map<string, string>();
  for (const { id, cluster } of cards) if (cluster && !first.has(cluster.id)) first.set(cluster.id, id);
  return new Set(first.values());
}

/** The conversation of the card that stands highlighted: the one that came with the page, or fetched once it has stood for a moment. */
function useConversation(first: Conversation | null, current: string | null): Conversation | null {
  const [fetched, setFetched] = useState<Conversation | null>(null);
  useEffect(() => {
    if (!current || current === first?.commentId) return;
    let stale = false;
    const timer = setTimeout(async () => {
      const found = await read<Conversation>(`/api/v1/moderation/conversations/${current}`);
      if (!stale) setFetched(found);
    }, settle);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [current, first]);
  if (current === first?.commentId) return first;
  return fetched;
}

/** What became of what was sent without scripts: for one comment, or for many with what nothing happened to. */
function Answers({ one, many, batchId, send }: { one: FormState; many: FormState; batchId: string | undefined; send: (form: FormData) => void }) {
  const about = one.typed.of && (
    <>
      <bdi>
        <b>{one.typed.of}</b>
      </bdi>
      {": "}
    </>
  );
  const failure = one.failure ?? many.failure;
  const done = one.done ?? many.done;
  return (
    <div className="answers">
      {failure && (
        <div className="notice bad" role="alert">
          {about}
          {failure.message}
        </div>
      )}
      {done && (
        <div className="notice good" role="status">
          {about}
          {done}
          {many.found && many.found.length > 0 && (
            <ul>
              {many.found.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
          {batchId && (
            <form action={send}>
              <input type="hidden" name="batchId" value={batchId} />
              <button className="link" name="undo" value="1" type="submit">
                Undo all
              </button>
            </form>
          )}
        </div>
      )}
    </div>
  );
}

/** A box for all on the page. */
function ChooseAll({ all, some, choose }: { all: boolean; some: boolean; choose: () => void }) {
  const box = useCallback((input: HTMLInputElement | null) => {
    if (input) input.indeterminate = some && !all;
  }, [some, all]);
  return (
    <label>
      <input type="checkbox" ref={box} checked={all} onChange={choose} /> All on this page
    </label>
  );
}

type Undo = (taken: Step["taken"], step: Pick<Step, "ids" | "of"> & { id?: number }) => Promise<void>;

/** One's own last decisions, each to be taken back while nothing else happened to the comment: those of this page first, then what the server knows. */
function JustDecided({ steps, recent, undo, sendOne, sendMany }: { steps: readonly Step[]; recent: RecentDecision[]; undo: Undo; sendOne: (form: FormData) => void; sendMany: (form: FormData) => void }) {
  const here = new Set(steps.flatMap(({ ids }) => ids));
  const before = recent.filter(({ commentId }) => !here.has(commentId));
  if (steps.length === 0 && before.length === 0) return null;
  return (
    <section className="just-decided" aria-labelledby="just-decided">
      <h2 id="just-decided">Just decided</h2>
      <ul className="undo-list" aria-label="Just decided">
        {steps.slice(0, 5).map((step) => (
          <li key={step.id}>
            <span>
              <bdi>{step.of}</bdi>
              {step.of && ": "}
              {step.says}
            </span>{" "}
            <button className="link" type="button" aria-label={step.of ? `Undo: ${step.of}` : `Undo all: ${step.says}`} onClick={() => void undo(step.taken, step)}>
              {step.of ? "Undo" : "Undo all"}
            </button>
          </li>
        ))}
        {before.map(({ eventId, batchId, name, to, number }) => (
          <li key={eventId}>
            <form action={batchId ? sendMany : sendOne} data-undo={eventId}>
              {batchId ? <input type="hidden" name="batchId" value={batchId} /> : <input type="hidden" name="eventId" value={eventId} />}
              {batchId ? <input type="hidden" name="undo" value="1" /> : <input type="hidden" name="of" value={name} />}
              <span>
                {batchId ? `${number} in one step` : <bdi>{name}</bdi>}: {to}
              </span>{" "}
              <button className="link" type="submit" aria-label={batchId ? `Undo all: ${number} in one step, ${to}` : `Undo: ${name}, ${to}`}>
                {batchId ? "Undo all" : "Undo"}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
