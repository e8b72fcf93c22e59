import { log } from "@/lib/kernel/log";
import { pictureAddress } from "@/lib/media/sizes";
import { theNewestPicture, thePaper } from "@/lib/web/reading";

/** What stands beside the way in: the newest picture of the paper with its credit; where there is none yet, the paper's name. */
export async function Plate({ paperName }: { paperName: string }) {
  // Whoever comes to sign in while the paper's pictures cannot be asked for is let in without one.
  const picture = await thePaper().then(({ language }) => theNewestPicture(language)).catch((error) => {
    log().warn({ err: error }, "the picture beside the way in could not be found");
    return null;
  });
  if (!picture) {
    return (
      <div className="plate bare" aria-hidden="true">
        <span dir="auto">{paperName}</span>
      </div>
    );
  }
  const sources = (format: "avif" | "jpeg") => picture.widths.map((width) => `${pictureAddress(picture.id, width, format, picture.crop)} ${width}w`).join(", ");
  const sizes = "(max-width: 47.99rem) 100vw, 54vw";
  return (
    <figure className="plate">
      <picture>
        <source type="image/avif" srcSet={sources("avif")} sizes={sizes} />
        <img src={pictureAddress(picture.id, picture.widths.at(-1) ?? picture.width, "jpeg", picture.crop)} srcSet={sources("jpeg")} sizes={sizes} width={picture.width} height={picture.height} alt="" />
      </picture>
      {picture.credit && <figcaption dir="auto">{picture.credit}</figcaption>}
    </figure>
  );
}
