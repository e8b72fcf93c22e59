import type { PagePurpose } from "@/db/vocabulary";
import type { StoredDocument } from "@/lib/content/document";
import type { PageState } from "@/lib/pages/page";

/** A page of the paper about itself, as the foot of every page names it. */
export type FootPage = { slug: string; title: string };

/** The same as the frame of the paper knows it. */
export type PaperPage = FootPage & { purpose: PagePurpose; changedAt: string };

/** Such a page as readers see it. */
export type PublicPage = { slug: string; title: string; purpose: PagePurpose; body: StoredDocument; publishedAt: Date; changedAt: Date };

/** Such a page in the desk's list, as it was saved last. */
export type PageLine = { id: string; slug: string; title: string; purpose: PagePurpose; state: PageState };

export type PageVersion = { seq: number; title: string; savedByName: string; savedAt: Date; /** Whether readers have this one. */ isPublic: boolean };

/** Such a page where it is written, with what was saved before. */
export type PageWorkingCopy = PageLine & { seq: number; typed: string; isSettled: boolean; versions: PageVersion[] };
