import type { Metadata } from "next";
import { Console } from "@/app/(desk)/desk/comments/console";
import { SearchComments } from "@/app/(desk)/desk/comments/search";
import { Places } from "@/app/(desk)/desk/comments/places";
import { Frame } from "@/app/_desk/desk-frame";
import { DeniedHere } from "@/app/_desk/denied";
import { deskTime } from "@/components/desk/editor/times";
import { ShieldStrip } from "@/components/desk/comments/shield-strip";
import "@/components/desk/moderation/moderation.css";
import { waited } from "@/components/desk/moderation/waited";
import { discussionRulesChange } from "@/lib/comments/abilities";
import { machineNow } from "@/lib/kernel/clock";
import { newId } from "@/lib/kernel/ids";
import { addressOfQueue, type AskedQueue, askedQueue, queueNames, queues } from "@/lib/moderation/queue-address";
import { countWaitingAppeals } from "@/lib/moderation/reads/appeals";
import { conversationOf } from "@/lib/moderation/reads/conversation";
import { asCounted, moderationQueue, type QueuePage } from "@/lib/moderation/reads/queue";
import { theShields } from "@/lib/moderation/reads/shields";
import { thePaper, theSections } from "@/lib/web/reading";
import { staff } from "@/lib/web/session";

export const metadata: Metadata = { title: "Comments" };

export default async function Moderation({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await staff("/desk/comments");
  const asked = askedQueue(await searchParams);
  const { queue, filters } = asked;
  const paper = await thePaper();
  const [page, appeals, sections, shields] = await Promise.all([moderationQueue(actor, queue, asked.after, { filters, timeZone: paper.timeZone }), countWaitingAppeals(), theSections(), theShields(actor)]);
  const first = asked.at ?? page?.cards[0]?.id;
  const conversation = first ? await conversationOf(actor, first) : null;
  return (
    <Frame actor={actor} current="comments">
      <header className="head">
        <h1>Comments</h1>
        {page?.oldest && (
          <span className="quiet">
            The oldest has waited <time dateTime={page.oldest} title={deskTime(page.oldest, paper.timeZone)}>{waited(machineNow().getTime() - new Date(page.oldest).getTime())}</time>
          </span>
        )}
        {discussionRulesChange.check(actor, null) && (
          <a className="quiet" href="/desk/comments/rules">
            How discussions are held
          </a>
        )}
        {page && (
          <a className="quiet" href="/desk/comments/shields">
            Shields
          </a>
        )}
        <Places actor={actor} />
      </header>
      {!page ? (
        <DeniedHere />
      ) : (
        <>
          <Tabs asked={asked} counts={page.counts} appeals={appeals} />
          {shields && <ShieldStrip shields={shields} timeZone={paper.timeZone} />}
          <SearchComments key={JSON.stringify(filters)} queue={queue} filters={filters} sections={sections.map(({ slug, name }) => ({ slug, name }))} />
          <Console
            key={addressOfQueue(asked)}
            cards={page.cards}
            hasMore={page.next !== null}
            recent={page.recent}
            timeZone={paper.timeZone}
            batchId={newId()}
            conversation={conversation}
            address={addressOfQueue({ queue, filters, after: asked.after })}
            empty={<Empty asked={asked} page={page} />}
            pages={<PagesBeside asked={asked} page={page} />}
          />
        </>
      )}
    </Frame>
  );
}

/** The queues, each with its number; of escalated ones, and of notices, only where there are any. */
function Tabs({ asked: { queue }, counts, appeals }: { asked: AskedQueue; counts: QueuePage["counts"]; appeals: number }) {
  return (
    <nav className="tabs" aria-label="Queues">
      {queueNames.map((one) =>
        (one === "escalated" || one === "noticed") && counts[one] === 0 && queue !== one ? null : (
          <a key={one} href={addressOfQueue({ queue: one })} aria-current={one === queue ? "page" : undefined}>
            {queues[one]} {one !== "all" && <span className="n">{asCounted(counts[one])}</span>}
          </a>
        ),
      )}
      <a href="/desk/comments/appeals">
        Appeals <span className="n">{appeals}</span>
      </a>
    </nav>
  );
}

function Empty({ asked: { queue, filters }, page }: { asked: AskedQueue; page: QueuePage }) {
  if (page.previous) return says("Nothing more here", "The rest stands on the page before.");
  if (Object.keys(filters).length > 0) return says("Nothing is found", "No comment in this queue is like that. Fewer words, or “in all comments”, find more.");
  if (queue === "held") return says("Nothing waits for you", "When somebody leaves a comment it appears here, oldest first.");
  return says(queue === "reported" ? "Nothing is reported" : "Nothing here", "No comment is in this queue.");
}

const says = (head: string, sentence: string) => (
  <div className="empty">
    <h2>{head}</h2>
    <p>{sentence}</p>
  </div>
);

/** The way to the pages beside this one; nothing where the queue is one page. */
function PagesBeside({ asked: { queue, filters }, page: { previous, next } }: { asked: AskedQueue; page: QueuePage }) {
  if (!previous && !next) return null;
  return (
    <nav className="pages" aria-label="Pages">
      {previous && (
        <a className="btn" rel="prev" href={addressOfQueue({ queue, filters, after: previous === "first" ? undefined : previous.after })}>
          Previous page
        </a>
      )}
      {next && (
        <a className="btn" rel="next" href={addressOfQueue({ queue, filters, after: next })}>
          Next page
        </a>
      )}
    </nav>
  );
}
