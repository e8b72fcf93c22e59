export type Viewer = { name: string; staff: boolean; moderates: boolean };

let asked: Promise<Viewer | null> | undefined;

/** Who is signed in, asked once a page and only where the harmless cookie says that asking makes sense. */
export function viewer(): Promise<Viewer | null> {
  asked ??= document.cookie.includes("signed-in=1")
    ? fetch("/api/viewer", { credentials: "same-origin" })
        .then((response) => response.json())
        .then((answer: { value: Viewer | null }) => answer.value)
        // Without an answer the page stays as it is for everybody.
        .catch(() => null)
    : Promise.resolve(null);
  return asked;
}
