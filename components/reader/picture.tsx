import type { ShownPicture } from "@/lib/articles/views";

/** A picture in as many widths as it has; its own size stands in the markup, so that nothing moves when it comes. */
export function Picture({ picture, sizes, first = false, alt = picture.alt }: { picture: ShownPicture; sizes: string; first?: boolean; alt?: string }) {
  const source = (width: number) => `/media/${picture.id}/${width}.webp`;
  const widths = [...picture.widths].sort((left, right) => left - right);
  const middle = widths.find((width) => width >= 900) ?? widths.at(-1) ?? 960;
  return (
    <img
      src={source(middle)}
      srcSet={widths.map((width) => `${source(width)} ${width}w`).join(", ")}
      sizes={sizes}
      width={picture.width}
      height={picture.height}
      alt={alt}
      {...(first ? { fetchPriority: "high" as const } : { loading: "lazy" as const, decoding: "async" as const })}
    />
  );
}
