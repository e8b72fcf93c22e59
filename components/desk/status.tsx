import type { ReactNode } from "react";
import { type ArticleStatus, statusNames } from "@/lib/articles/article";

const shapes: Record<ArticleStatus, { className: string; drawing: ReactNode }> = {
  draft: { className: "draft", drawing: <circle cx="7" cy="7" r="5.2" strokeDasharray="2.3 1.8" /> },
  in_review: {
    className: "review",
    drawing: (
      <>
        <circle cx="7" cy="7" r="5.2" />
        <path d="M7 1.8a5.2 5.2 0 0 1 0 10.4z" fill="currentColor" />
      </>
    ),
  },
  scheduled: {
    className: "sched",
    drawing: (
      <>
        <circle cx="7" cy="7" r="5.2" />
        <path d="M7 4v3.2l2 1.2" />
      </>
    ),
  },
  live: { className: "live", drawing: <circle cx="7" cy="7" r="5.2" fill="currentColor" /> },
  live_changed: {
    className: "changed",
    drawing: (
      <>
        <circle cx="7" cy="7" r="5.2" />
        <circle cx="7" cy="7" r="2.6" fill="currentColor" stroke="none" />
      </>
    ),
  },
  unpublished: {
    className: "off",
    drawing: (
      <>
        <circle cx="7" cy="7" r="5.2" />
        <path d="M3.4 10.6 10.6 3.4" />
      </>
    ),
  },
};

/** Where a story stands: a shape, a word, and only then a colour. */
export function Status({ status }: { status: ArticleStatus }) {
  const { className, drawing } = shapes[status];
  return (
    <span className={`st ${className}`}>
      <svg viewBox="0 0 14 14" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
        {drawing}
      </svg>
      {statusNames[status]}
    </span>
  );
}
