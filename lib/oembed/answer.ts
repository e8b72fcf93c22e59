import type { ArticleCard, ShownPicture } from "@/lib/articles/views";
import { xmlText } from "@/lib/feeds/xml";
import { pictureAddress } from "@/lib/media/sizes";

/** What whoever embeds a story has room for. */
export type Room = { width: number; height: number };

/** What a card takes where there is room. */
const own: Room = { width: 550, height: 420 };

/** The story's card as an oEmbed provider tells of it (oembed.com, version 1.0): a sandboxed frame, never a script. */
export function oembed(article: ArticleCard, paperName: string, origin: string, room: Room) {
  const [width, height] = [Math.min(own.width, room.width), Math.min(own.height, room.height)];
  const authors = article.bylines.filter((byline) => byline.role === "by").map((byline) => byline.name);
  return {
    type: "rich",
    version: "1.0",
    title: article.headline,
    ...(authors.length > 0 ? { author_name: authors.join(", ") } : {}),
    provider_name: paperName,
    provider_url: `${origin}/`,
    cache_age: 3600,
    // Without allow-scripts nothing runs in it; as a document of our origin it may load our pictures.
    html: `<iframe src="${xmlText(`${origin}/oembed${article.path}`)}" width="${width}" height="${height}" title="${xmlText(article.headline)}" sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox" loading="lazy" frameborder="0"></iframe>`,
    width,
    height,
    ...thumbnailOf(article.picture, origin, room),
  };
}

/** The widest size of the picture that fits, with its address and both its sides; or nothing of it. */
function thumbnailOf(picture: ShownPicture | null, origin: string, room: Room) {
  const heightAt = (width: number) => Math.round((width * (picture?.height ?? 0)) / (picture?.width ?? 1));
  const width = picture?.widths.findLast((one) => one <= Math.min(1200, room.width) && heightAt(one) <= room.height);
  return picture && width ? { thumbnail_url: origin + pictureAddress(picture.id, width, "jpeg", picture.crop), thumbnail_width: width, thumbnail_height: heightAt(width) } : {};
}
