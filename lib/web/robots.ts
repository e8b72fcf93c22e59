import type { Metadata } from "next";

/** What search engines may show of a public page: all of it, with large pictures. */
export const openToRobots: NonNullable<Metadata["robots"]> = { "max-image-preview": "large", "max-snippet": -1, "max-video-preview": -1 };
