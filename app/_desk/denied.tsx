import { notFound } from "next/navigation";

/** What may not be seen does not exist, also by its status: `app/(desk)/desk/not-found.tsx` stands in the place of the whole page. */
export function Denied(): never {
  notFound();
}
