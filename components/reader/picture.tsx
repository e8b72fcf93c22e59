import type { ShownPicture } from "@/lib/articles/views";
import { focalClasses } from "@/lib/media/focal";
import { hazeOf } from "@/lib/media/haze";
import { type PictureFormat, pictureAddress } from "@/lib/media/sizes";

type Props = { picture: ShownPicture; sizes: string; first?: boolean; alt?: string };

/**
 * A picture in as many widths and formats as it is offered in. Its own size stands in the markup, so that nothing moves when it comes;
 * until then its haze lies in its place (docs/decisions/0010). Where the page crops it, its focal point stays in sight.
 */
export function Picture({ picture, sizes, first = false, alt = picture.alt }: Props) {
  const address = (width: number, format: PictureFormat) => pictureAddress(picture.id, width, format, picture.crop);
  const sources = (format: PictureFormat) => picture.widths.map((width) => `${address(width, format)} ${width}w`).join(", ");
  const middle = picture.widths.find((width) => width >= 900) ?? picture.widths.at(-1) ?? picture.width;
  const haze = hazeOf(picture.thumbHash);
  return (
    <span className={["shown", ...focalClasses(picture.focal)].join(" ")}>
      {haze && <img className="haze" src={haze} alt="" aria-hidden="true" width="4" height="3" />}
      <picture>
        <source type="image/avif" srcSet={sources("avif")} sizes={sizes} />
        <source type="image/webp" srcSet={sources("webp")} sizes={sizes} />
        <img
          src={address(middle, "jpeg")}
          srcSet={sources("jpeg")}
          sizes={sizes}
          width={picture.width}
          height={picture.height}
          alt={alt}
          {...(first ? { fetchPriority: "high" as const } : { loading: "lazy" as const, decoding: "async" as const })}
        />
      </picture>
    </span>
  );
}
