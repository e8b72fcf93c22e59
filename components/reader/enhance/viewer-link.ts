import { viewer } from "@/components/reader/enhance/viewer";

/** "Sign in" leads back to the page it was pressed on; for somebody signed in it becomes the way to her desk or account. */
export function defineViewerLink(): void {
  customElements.define(
    "viewer-link",
    class extends HTMLElement {
      async connectedCallback() {
        const link = this.querySelector("a");
        if (!link) return;
        for (const press of ["click", "auxclick"]) link.addEventListener(press, () => comeBack(link));
        const somebody = await viewer();
        if (!somebody) return;
        link.href = somebody.staff ? "/desk" : "/account";
        link.textContent = somebody.staff ? "Desk" : somebody.name;
        // A front has an address of one part at most.
        if (somebody.staff && location.pathname.lastIndexOf("/") === 0) {
          const { showWhoIsIn } = (await import(laterScripts.presence)) as typeof import("@/components/reader/enhance/who-is-in");
          showWhoIsIn();
        }
      }
    },
  );
}

/** From the front one goes on to one's own place; every other page is come back to. */
function comeBack(link: HTMLAnchorElement): void {
  const { pathname, search, hash } = location;
  if (link.pathname === "/sign-in" && pathname !== "/") link.search = `?next=${encodeURIComponent(pathname + search + hash)}`;
}
