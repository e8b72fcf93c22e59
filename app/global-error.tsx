"use client";

import { useEffect } from "react";

/**
 * In place of a page of the desk or the account that could not be drawn. Next's own has a style element, which the policy of those pages
 * takes with their nonce alone; in this one there is none.
 */
export default function PageFailed({ error }: { error: Error & { digest?: string } }) {
  useEffect(() => {
    // What was pressed while the server is away ends here: the desk's worker has a page for that.
    if (location.pathname.startsWith("/desk") && navigator.serviceWorker?.controller) fetch("/healthz", { cache: "no-store" }).catch(() => location.replace("/desk/offline"));
  }, []);
  return (
    <html lang="en">
      <head>
        <meta name="color-scheme" content="light dark" />
        <title>This page cannot be shown just now</title>
      </head>
      <body style={{ font: "1.0625rem / 1.5 system-ui, sans-serif", maxInlineSize: "34rem", margin: "15vh auto", paddingInline: "1.5rem" }}>
        <main>
          <h1>This page cannot be shown just now</h1>
          <p>Something is wrong on our side. What was saved is saved. {error.digest && `If it lasts, tell the administrator: error ${error.digest}.`}</p>
          <button type="button" onClick={() => location.reload()}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
