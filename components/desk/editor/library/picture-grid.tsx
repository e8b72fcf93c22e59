import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { walkGrid } from "@/components/desk/editor/library/walk-grid";
import { Icon } from "@/components/desk/icon";
import { machineNow } from "@/lib/kernel/clock";
import { barInWords, barOn, dayIn } from "@/lib/media/rights";
import type { LibraryPicture } from "@/lib/media/reads/library";
import { pictureAddress } from "@/lib/media/sizes";

type Props = {
  label: string;
  describedBy: string;
  pictures: readonly LibraryPicture[];
  /** Those that are chosen, in the order of choosing; null where one is taken at once. */
  chosen: readonly LibraryPicture[] | null;
  /** The one that gets the focus once it is drawn, and how that is forgotten. */
  focusOn: number | null;
  focused: () => void;
  press: (picture: LibraryPicture) => void;
  take: (picture: LibraryPicture) => void;
  leaveUpwards: () => void;
};

/** Pictures in rows: one tab stop, arrows within; Space and a press choose, Enter and a double press take. */
export function PictureGrid({ label, describedBy, pictures, chosen, focusOn, focused, press, take, leaveUpwards }: Props) {
  const grid = useRef<HTMLDivElement>(null);
  const [last, setLast] = useState(0);
  // By this person's own calendar: the checks count by the paper's.
  const today = dayIn(Intl.DateTimeFormat().resolvedOptions().timeZone, machineNow());
  const stop = Math.min(last, pictures.length - 1);

  const focus = (index: number) => grid.current?.querySelectorAll<HTMLElement>('[role="option"]')[index]?.focus();
  useEffect(() => {
    if (focusOn === null || focusOn >= pictures.length) return;
    focus(focusOn);
    focused();
  });

  function walk(event: KeyboardEvent, index: number, picture: LibraryPicture) {
    if (event.altKey || event.ctrlKey || event.metaKey || !grid.current) return;
    const to = walkGrid(event.key, { at: index, count: pictures.length, columns: getComputedStyle(grid.current).gridTemplateColumns.split(" ").length });
    if (to === "above") leaveUpwards();
    else if (to !== null) focus(to);
    else if (event.key === "Enter") take(picture);
    else if (event.key === " ") press(picture);
    else return;
    event.preventDefault();
  }

  return (
    <div className="thumbs" ref={grid} role="listbox" aria-label={label} aria-multiselectable={chosen !== null} aria-describedby={describedBy}>
      {pictures.map((picture, index) => {
        const place = chosen?.findIndex((one) => one.id === picture.id) ?? -1;
        const bar = barOn(today, picture);
        return (
          <div key={picture.id} role="option" aria-selected={place >= 0} tabIndex={index === stop ? 0 : -1} onFocus={() => setLast(index)} onKeyDown={(event) => walk(event, index, picture)} onClick={() => press(picture)} onDoubleClick={() => take(picture)}>
            <img src={pictureAddress(picture.id, 480, "webp")} alt="" width={picture.width} height={picture.height} loading="lazy" decoding="async" draggable={false} />
            {place >= 0 && (
              <b className="order" aria-hidden="true">
                {place + 1}
              </b>
            )}
            <span className={picture.alt || picture.caption ? "says" : "says faint"} dir="auto">
              {picture.alt || picture.caption || "No alt text yet"}
            </span>
            {bar && (
              <small className="problem barred">
                <Icon name="stop" />
                {barInWords(bar)}
              </small>
            )}
            {picture.credit && (
              <small className="quiet" dir="auto">
                {picture.credit}
              </small>
            )}
          </div>
        );
      })}
    </div>
  );
}
