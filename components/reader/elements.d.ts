import type { DetailedHTMLProps, HTMLAttributes } from "react";

type Plain = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement>;

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "theme-switch": Plain;
      "viewer-link": Plain;
      "share-link": Plain;
      "copy-link": Plain;
      "enlarge-pictures": Plain;
      "save-story": Plain;
      "text-size": Plain;
      "listen-story": Plain;
      "saved-list": Plain;
      "comment-form": Plain;
      "embed-facade": Plain;
      "search-suggestions": Plain;
    }
  }
}
