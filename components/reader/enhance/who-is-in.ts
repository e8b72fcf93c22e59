import styles from "@/components/reader/enhance/who-is-in.css";

/** How often it is asked who is where, in milliseconds. */
const lookEvery = 10_000;

type Present = Record<string, { id: string; name: string }[]>;

const list = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** Shows staff, on a front, under each headline who is in the editor with that story now. The page itself is the same for everybody. */
export function showWhoIsIn(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);
  const look = async () => {
    if (document.hidden) return;
    const answer = await fetch("/api/v1/presence?by=address")
      .then((response) => response.json() as Promise<{ value?: Present }>)
      // The page stays true without it; asked again in a moment.
      .catch(() => null);
    if (answer?.value) show(answer.value);
  };
  setInterval(look, lookEvery);
  void look();
}

/** A story that stands twice on a front is told of once, at the first. */
function show(present: Present): void {
  const told = new Set<string>();
  for (const link of document.querySelectorAll<HTMLAnchorElement>("main :is(h2, h3).headline a[href]")) {
    const heading = link.closest("h2, h3");
    const people = told.has(link.pathname) ? [] : (present[link.pathname] ?? []);
    if (people.length > 0) told.add(link.pathname);
    const next = heading?.nextElementSibling;
    const standing = next?.classList.contains("who-is-in") ? next : null;
    const words = people.length > 0 ? `${list.format(people.map(({ name }) => name))} ${people.length === 1 ? "is" : "are"} in this story` : "";
    if (words === (standing?.textContent ?? "")) continue;
    if (words === "") standing?.remove();
    else if (standing) standing.textContent = words;
    else heading?.after(Object.assign(document.createElement("p"), { className: "who-is-in", lang: "en", dir: "ltr", textContent: words }));
  }
}
