import type { ReactNode } from "react";
import { BlockView } from "@/components/blocks/views";
import { refusalInWords, type ReviewWords, reviewWords } from "@/components/outside/review-words";
import { type Language, languages } from "@/db/vocabulary";
import type { Block } from "@/lib/content/document";
import { textOfBlock } from "@/lib/content/to-text";
import type { Failure } from "@/lib/kernel/failure";
import { reviewLengths } from "@/lib/outside-reviews/limits";
import { reviewedFields } from "@/lib/outside-reviews/review";
import type { OutsideView, OwnRemark } from "@/lib/outside-reviews/views";

type Asked = { /** Where the forms of this page go: below it. */ home: string; language: Language; failure: Failure | null; typed: Record<string, string> };
type Version = NonNullable<OutsideView["version"]>;

/** Where the link leads nowhere, or whoever asks has tried too many that did. */
export function DeadLink({ language, isStopped }: Pick<Asked, "language"> & { isStopped: boolean }) {
  const say = reviewWords[language];
  return (
    <main className="standalone" id="main">
      <h1>{isStopped ? say.refusals.often : say.dead}</h1>
      {!isStopped && <p className="quiet">{say.deadWhy}</p>}
    </main>
  );
}

/** Asks who reads, before anything of the story is shown. */
export function WhoReads({ view, paperName, home, language, failure, typed }: Asked & { view: OutsideView; paperName: string }) {
  const say = reviewWords[language];
  return (
    <main className="standalone outside-name" id="main">
      <h1 dir="auto">{say.asks(view.from, paperName)}</h1>
      {view.word && (
        <blockquote className="outside-word" dir="auto">
          {view.word}
        </blockquote>
      )}
      <Refused failure={failure} language={language} />
      <form action={`${home}/name`} method="post" className="stack">
        <div className="field">
          <label htmlFor="reader-name">{say.name}</label>
          <input id="reader-name" name="name" className="input big" required maxLength={reviewLengths.name} autoComplete="name" dir="auto" aria-describedby="reader-name-help" defaultValue={typed.name ?? ""} />
          <span className="help" id="reader-name-help">
            {say.nameHelp}
          </span>
        </div>
        <p className="quiet">{say.recordedFirst}</p>
        <button className="btn first big" type="submit">
          {say.open}
        </button>
      </form>
    </main>
  );
}

type ReviewProps = Asked & { view: OutsideView; version: Version; reader: NonNullable<OutsideView["reader"]>; /** Until when the link stands, and today, in words. */ until: string; today: string; /** What was remarked on a moment ago. */ said: string | null; /** A new name for each form that is sent. */ once: () => string };

/** The version, with a place for a remark beneath each part of it. Read and answered without scripts. */
export function OutsideReview(props: ReviewProps) {
  const { view, version, reader, language, failure, until, today, said } = props;
  const say = reviewWords[language];
  const { content, material, timeZone } = version;
  const spoken = { lang: content.language, dir: languages[content.language].direction };
  const first = content.body.content.findIndex(({ type }) => type === "paragraph");
  return (
    <>
      <a className="skip" href="#main">
        {say.goOn}
      </a>
      <Watermark words={`${reader.name} · ${today} · ${reader.mark}`} />
      <header className="outside-head">
        <p dir="auto">{say.recorded(reader.name, until)}</p>
        {view.word && (
          <blockquote className="outside-word" dir="auto">
            <bdi>{view.from}</bdi>: {view.word}
          </blockquote>
        )}
        <div id="said">
          {said !== null && !failure && (
            <div className="notice good" role="status">
              {say.thanks}
            </div>
          )}
          {failure && (
            <div className="notice bad" role="alert">
              <b>{say.notDone}</b> {refusalInWords(failure, language)}
            </div>
          )}
        </div>
      </header>
      <main className="outside-story" id="main">
        {reviewedFields.map((name) => content[name] && (
          <Place key={name} {...props} part={`field:${name}`} text={content[name]}>
            {name === "headline" ? (
              <h1 className="headline-was" {...spoken}>
                {content.headline}
              </h1>
            ) : (
              <p className={name === "standfirst" ? "standfirst-was" : name === "kicker" ? "kick-was" : "quiet"} {...spoken}>
                {content[name]}
              </p>
            )}
          </Place>
        ))}
        {content.byline && (
          <p className="quiet" {...spoken}>
            {content.byline}
          </p>
        )}
        {content.lead && (
          <p className="outside-picture">
            <b>{say.leadPicture}:</b> <span {...spoken}>{[content.lead.alt, content.lead.caption, content.lead.credit].filter(Boolean).join(" · ")}</span>
          </p>
        )}
        <div className="prose-was">
          {content.body.content.map((block, at) => {
            const part = `block:${at}`;
            if (block.type === "sectionBreak") return <hr key={part} />;
            const hasWords = block.type === "paragraph" || block.type === "heading";
            const words = textOfBlock(block);
            if (hasWords && words === "") return null;
            return (
              <Place key={part} {...props} part={part} text={hasWords ? words : null}>
                <div {...spoken}>{isHidden(block, version) ? <Hidden words={words || altOf(block)} say={say} /> : <BlockView block={block} name={`b${at}`} material={material} language={content.language} timeZone={timeZone} {...(content.dateline && at === first ? { opening: <span className="dateline">{content.dateline} – </span> } : {})} />}</div>
              </Place>
            );
          })}
        </div>
        <Place {...props} part="story" text={null} title={say.remarkWhole}>
          {null}
        </Place>
      </main>
    </>
  );
}

/** Pictures and embeds that readers do not see yet are not for outside either: of them there are words. */
const isHidden = (block: Block, { material }: Version) => (block.type === "figure" && !material.pictures.has(block.attrs.assetId)) || (block.type === "gallery" && !block.content.some(({ attrs }) => material.pictures.has(attrs.assetId)));
const altOf = (block: Block): string => (block.type === "figure" ? (block.attrs.alt ?? "") : "");

function Hidden({ words, say }: { words: string; say: ReviewWords }) {
  return (
    <p className="outside-picture">
      <b>{say.picture}:</b> {words}
    </p>
  );
}

type PlaceProps = ReviewProps & { part: string; /** What can be put in other words. */ text: string | null; title?: string; children: ReactNode };

/** A part of the version with what was said of it here, and the form for more. */
function Place({ part, text, title, children, reader, home, language, failure, typed, said, once, version }: PlaceProps) {
  const say = reviewWords[language];
  const own = reader.remarks.filter((remark) => remark.part === part);
  const isRefused = failure !== null && typed.part === part;
  const id = part.replace(":", "-");
  const spoken = { lang: version.content.language, dir: languages[version.content.language].direction };
  return (
    <section className="outside-place" id={`at-${id}`}>
      {children}
      <details open={isRefused || (own.length > 0 && said === part)}>
        <summary>
          {title ?? say.remark}
          {own.length > 0 && <span className="outside-count"> · {say.hasRemarks(own.length)}</span>}
        </summary>
        {own.length > 0 && (
          <ol className="outside-own" aria-label={say.yours}>
            {own.map((remark) => (
              <Own key={remark.id} remark={remark} say={say} />
            ))}
          </ol>
        )}
        <form action={`${home}/remarks`} method="post" className="stack">
          <input type="hidden" name="part" value={part} />
          <input type="hidden" name="once" value={once()} />
          <div className="field">
            <label htmlFor={`said-${id}`}>{say.said}</label>
            <textarea className="input" id={`said-${id}`} name="said" rows={3} maxLength={reviewLengths.said} dir="auto" defaultValue={isRefused ? (typed.said ?? "") : ""} />
          </div>
          {text !== null && (
            <div className="field">
              <label htmlFor={`instead-${id}`}>{say.instead}</label>
              <textarea className="input" id={`instead-${id}`} name="instead" rows={Math.min(8, 2 + Math.floor(text.length / 70))} maxLength={reviewLengths.instead} {...spoken} aria-describedby={`instead-${id}-help`} defaultValue={isRefused ? (typed.instead ?? text) : text} />
              <span className="help" id={`instead-${id}-help`}>
                {say.insteadHelp}
              </span>
            </div>
          )}
          <p>
            <button className="btn first" type="submit">
              {say.send}
            </button>
          </p>
        </form>
      </details>
    </section>
  );
}

function Own({ remark: { said, instead }, say }: { remark: OwnRemark; say: ReviewWords }) {
  return (
    <li>
      {said && (
        <p dir="auto">
          <span className="quiet">{say.yourRemark}:</span> {said}
        </p>
      )}
      {instead && (
        <p dir="auto">
          <span className="quiet">{say.yourWords}:</span> <ins>{instead}</ins>
        </p>
      )}
    </li>
  );
}

function Refused({ failure, language }: { failure: Failure | null; language: Language }) {
  return failure ? (
    <div className="notice bad" role="alert">
      {refusalInWords(failure, language)}
    </div>
  ) : null;
}

/** So often does the name stand across the page. */
const marks = Array.from({ length: 40 }, (_, at) => at);

/** Who reads, across all of the page, on paper as well: a picture of the screen says whose it was. Said in words above, so it is no news to whoever hears the page. */
function Watermark({ words }: { words: string }) {
  return (
    <div className="outside-mark" aria-hidden="true">
      {marks.map((at) => (
        <span key={at}>{words}</span>
      ))}
    </div>
  );
}
