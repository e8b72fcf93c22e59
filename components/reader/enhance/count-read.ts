/** How long a story is in sight before it counts as read: who left at once, or only fetched the page ahead, read nothing. */
const readAfterMs = 5000;
const remembered = "counted";

/** Tells the paper once that this story was read in this tab. No cookie goes along that the server would look at, and nothing says who reads. */
export function countRead(): void {
  const path = location.pathname;
  if (!document.querySelector("main .article") || !/^\/[^/]+\/[^/]+$/.test(path) || isCounted(path)) return;
  let timer = 0;
  const watch = () => {
    clearTimeout(timer);
    if (document.visibilityState === "visible") timer = window.setTimeout(tell, readAfterMs);
  };
  const tell = () => {
    document.removeEventListener("visibilitychange", watch);
    if (!isCounted(path) && remember(path)) navigator.sendBeacon(`/read?at=${encodeURIComponent(path)}`);
  };
  document.addEventListener("visibilitychange", watch);
  watch();
}

function counted(): string[] {
  try {
    return (sessionStorage.getItem(remembered) ?? "").split(" ");
  } catch {
    // Where nothing may be kept, the server's own limit has to do.
    return [];
  }
}

const isCounted = (path: string) => counted().includes(path);

/** Until the tab is closed. */
function remember(path: string): true {
  try {
    sessionStorage.setItem(remembered, [...counted(), path].slice(-200).join(" "));
  } catch {
    // As above.
  }
  return true;
}
