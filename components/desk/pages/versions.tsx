import { isoWithOffset, printedTime } from "@/components/reader/dates";
import type { PageVersion } from "@/lib/pages/views";

type Props = { pageId: string; versions: readonly PageVersion[]; chosen: number; timeZone: string };

/** Every version that was saved, newest first: who, when, and which one readers have. */
export function Versions({ pageId, versions, chosen, timeZone }: Props) {
  return (
    <ol className="page-versions" aria-label="Versions, newest first">
      {versions.map(({ seq, savedByName, savedAt, isPublic }) => (
        <li key={seq}>
          <a href={`/desk/settings/pages/${pageId}?v=${seq}`} aria-current={seq === chosen ? "true" : undefined}>
            Version {seq}
          </a>{" "}
          <time dateTime={isoWithOffset(savedAt, timeZone)}>{printedTime(savedAt, timeZone)}</time> · {savedByName}
          {isPublic && <b> · what readers see</b>}
        </li>
      ))}
    </ol>
  );
}
