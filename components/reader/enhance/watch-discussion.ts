type Fresh = { one: string; many: string };

/** How often an open page asks, and when it asks seldom or not at all, in seconds. */
const pace = { usual: 30, idle: 60, idleAfter: 300, stopAfter: 900 };

/**
 * Says how many comments came since the page was made, in a button that shows them: nothing is put in by itself. Asks while the page is
 * looked at, seldom where nobody moves, and not at all where nobody has for a quarter of an hour.
 */
export function watchDiscussion(region: HTMLElement, words: Fresh, show: () => Promise<boolean>): void {
  const place = Object.assign(document.createElement("p"), { className: "fresh", ariaLive: "polite" });
  let active = Date.now();
  let timer = 0;
  const idle = () => (Date.now() - active) / 1000;
  const wait = () => {
    clearTimeout(timer);
    if (!document.hidden && idle() < pace.stopAfter) timer = window.setTimeout(ask, (idle() < pace.idleAfter ? pace.usual : pace.idle) * 1000);
  };
  const ask = async () => {
    // Out of reach: asked again in its turn.
    const now = await fetch(`/comments/now/${region.dataset.article}`).then((response) => response.json() as Promise<{ visible: number }>).catch(() => null);
    const news = (now?.visible ?? 0) - Number(region.dataset.visible);
    if (news > 0) offer(news);
    wait();
  };
  const offer = (news: number) => {
    const text = news === 1 ? words.one : words.many.replace("…", news.toLocaleString(document.documentElement.lang));
    // Said once: the same words again would be read out again.
    if (place.textContent === text) return;
    const button = Object.assign(document.createElement("button"), { type: "button", className: "button", textContent: text });
    button.addEventListener("click", () => void take());
    place.replaceChildren(button);
  };
  const take = async () => {
    const before = new Set([...region.querySelectorAll(".comment")].map(({ id }) => id));
    place.replaceChildren();
    if (!(await show())) return;
    region.append(place);
    const first = [...region.querySelectorAll<HTMLElement>("article.comment")].find(({ id }) => !before.has(id));
    if (!first) return;
    first.tabIndex = -1;
    first.focus();
  };
  for (const sign of ["scroll", "keydown", "pointerdown"]) {
    addEventListener(sign, () => {
      const slept = idle() >= pace.stopAfter;
      active = Date.now();
      if (slept) wait();
    }, { passive: true });
  }
  document.addEventListener("visibilitychange", wait);
  region.append(place);
  region.addEventListener("renewed", () => region.append(place));
  wait();
}
