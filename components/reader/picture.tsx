import type { ShownPicture } from "@/lib/articles/views";
import { focalClasses } from "@/lib/media/focal";
import { hazeOf } from "@/lib/media/haze";
import { type PageShape, pagePart } from "@/lib/media/shapes";
import { type PictureFormat, pictureAddress } from "@/lib/media/sizes";

/** Where the page shows another shape than the picture's own: on phones, and on wide screens. */
type Shapes = { phone?: PageShape; wide?: PageShape };
const screens = { phone: "(max-width: 47.99rem)", wide: "(min-width: 80rem)" } as const;

type Props = { picture: ShownPicture; sizes: string; first?: boolean; alt?: string; shapes?: Shapes; /** No wider than a thumb: its smallest size will do, and it is there before anybody misses it: two formats and no haze. */ small?: boolean };

/**
 * A picture in as many widths and formats as it is offered in. Its own size stands in the markup, so that nothing moves when it comes;
 * until then its haze lies in its place (docs/decisions/0010). Where the page crops it, its focal point stays in sight; `shapes` names
 * the crops that are offered in its place once they are made.
 */
export function Picture({ picture, sizes, first = false, alt = picture.alt, shapes = {}, small = false }: Props) {
  const address = (width: number, format: PictureFormat, crop = picture.crop) => pictureAddress(picture.id, width, format, crop);
  const widths = small ? picture.widths.slice(0, 1) : picture.widths;
  const sources = (format: PictureFormat) => (small && widths[0] ? address(widths[0], format) : widths.map((width) => `${address(width, format)} ${width}w`).join(", "));
  const middle = widths.find((width) => width >= 900) ?? widths.at(-1) ?? picture.width;
  const haze = small ? null : hazeOf(picture.thumbHash);
  return (
    <span className={["shown", ...focalClasses(picture.focal)].join(" ")}>
      {haze && <img className="haze" src={haze} alt="" aria-hidden="true" width="4" height="3" />}
      <picture>
        {(["phone", "wide"] as const).map((screen) => {
          const shape = shapes[screen];
          const part = shape && pagePart(picture.whole, shape, picture.focal, picture.crop);
          if (!part || !picture.pageCrops?.includes(part.crop)) return null;
          return <source key={screen} media={screens[screen]} type="image/avif" srcSet={part.widths.map((width) => `${address(width, "avif", part.crop)} ${width}w`).join(", ")} sizes={sizes} width={part.width} height={part.height} />;
        })}
        <source type="image/avif" srcSet={sources("avif")} sizes={small ? undefined : sizes} />
        {!small && <source type="image/webp" srcSet={sources("webp")} sizes={sizes} />}
        <img
          src={address(middle, "jpeg")}
          srcSet={small ? undefined : sources("jpeg")}
          sizes={small ? undefined : sizes}
          width={picture.width}
          height={picture.height}
          alt={alt}
          {...(first ? { fetchPriority: "high" as const } : { loading: "lazy" as const, decoding: "async" as const })}
        />
      </picture>
    </span>
  );
}
