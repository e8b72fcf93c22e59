"use client";

import type { ReactNode, Ref } from "react";
import { BarHeadline } from "@/components/desk/editor/bar-headline";
import type { StoryConnection } from "@/components/desk/editor/connection";
import { FocusBar } from "@/components/desk/editor/focus-mode/focus-bar";
import type { useFocusMode } from "@/components/desk/editor/focus-mode/focus-mode";
import { keys, titleWithKeys } from "@/components/desk/editor/menus/shortcuts";
import { SaveTrouble } from "@/components/desk/editor/save-state";
import { othersIn } from "@/components/desk/editor/others";
import { useConnection } from "@/components/desk/editor/shared";
import { Icon } from "@/components/desk/icon";
import { Status } from "@/components/desk/status";
import { Who } from "@/components/desk/who";
import type { CheckPlace } from "@/lib/articles/checks";
import type { StoryState } from "@/lib/articles/desk-views";

/** A button of the bar that opens something and gets the focus back when that closes. */
export type Opener = { button: Ref<HTMLButtonElement>; isOpen: boolean; press: () => void };

type Props = {
  connection: StoryConnection;
  initial: StoryState;
  status: StoryState["status"];
  timeZone: string;
  me: string;
  /** Whether the foot, where the state of saving stands, makes room: for nothing but the text, or for a screen keyboard. */
  footIsHidden: boolean;
  /** Something short to say beside the save state; null for nothing. */
  said: string | null;
  focus: ReturnType<typeof useFocusMode>;
  preview: Opener;
  publish: Opener;
  pressStory: () => void;
  jump: (place: CheckPlace) => void;
  /** What stands in place of publishing and what belongs to it. */
  inPlace: ReactNode;
};

/** Above the text: where one is, what is in the way of saving, who else is here, and what can be done with the story. */
export function EditorBar({ connection, initial, status, timeZone, me, footIsHidden, said, focus, preview, publish, pressStory, jump, inPlace }: Props) {
  const colleagues = useConnection(connection, (now) => now.colleagues);
  const others = othersIn(colleagues, me);
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the page's own banner; its name tells it from the one in the preview.
    <header className="bar" aria-label="Desk">
      <div className="where">
        <a className="btn plain" href="/desk" aria-label="Back to stories">
          <Icon name="back" />
        </a>
        {!inPlace && <Status status={status} />}
        <BarHeadline connection={connection} committed={initial.headline} />
      </div>
      <SaveTrouble connection={connection} timeZone={timeZone} jump={jump} footIsHidden={footIsHidden} />
      {said && (
        <span className="quiet" role="status">
          {said}
        </span>
      )}
      {focus.on && <FocusBar dims={focus.dims} dim={focus.dim} leave={focus.leave} />}
      {others.length > 0 && (
        <ul className="here-list" aria-label="In this story">
          {others.map((one) => (
            <li key={one.id}>
              <Who name={one.name} hand={one.hand} />
            </li>
          ))}
        </ul>
      )}
      {!inPlace && (
        <>
          <a className="btn plain opt" href={`/desk/articles/${initial.id}/history`}>
            <Icon name="history" />
            <span className="brief">History</span>
          </a>
          <a className="btn opt" href={`/desk/articles/${initial.id}/preview`} target="_blank" rel="noopener">
            <Icon name="look" />
            <span className="brief">Preview</span>
          </a>
          <button className="btn opt" type="button" ref={preview.button} aria-expanded={preview.isOpen} onClick={preview.press}>
            <Icon name="beside" />
            <span className="named">Preview beside</span>
          </button>
        </>
      )}
      <button className="btn plain opt" type="button" title={titleWithKeys("Focus on the text", keys.focus)} onClick={focus.enter}>
        <Icon name="focus" />
        <span className="named">Focus</span>
      </button>
      <button className="btn opt phone" type="button" onClick={pressStory}>
        Story
      </button>
      {inPlace ?? (
        <button className="btn first" type="button" ref={publish.button} aria-expanded={publish.isOpen} onClick={publish.press}>
          Publish
        </button>
      )}
    </header>
  );
}
