import type { Branding, MastheadStyle, Pairing } from "@/lib/settings/branding";

/** --accent as components/ui/tokens.css has it, for the half that nobody chose; held to it by a test. */
const usualAccent = { light: "#c2221a", dark: "#f67b64" };

const names = "html :is(.topline,.masthead,.foot) .title";
const setting: Record<MastheadStyle, string> = {
  usual: "",
  strong: `${names}{font-weight:700}`,
  capitals: `${names}{text-transform:uppercase;letter-spacing:0}html .masthead .title{font-size:clamp(2.2rem,.9rem + 6.2vw,5.4rem)}`,
  label: `${names}{font-family:var(--face-label);font-weight:700;letter-spacing:-.045em}`,
};

// Stories name the faces again for their language; only an id is heard over that.
const latin = ":is(#_,[lang]):not(:lang(fa),:lang(ar))";
const faces: Record<Pairing, string> = {
  serif: "",
  sansHeadlines: `${latin}{--face-display:var(--face-label)}`,
  sansText: `${latin}{--face-text:var(--face-label)}`,
};

// The foot has room for four columns; where else the paper is makes a fifth.
const oneMoreColumn = "@media(min-width:64rem){html .foot nav{grid-template-columns:repeat(auto-fit,minmax(9rem,1fr))}}";

/**
 * What the paper's look adds to the styles of every page: nothing where nobody changed it. Made of words of ours, hex colours and
 * numbers alone, so that its hash can stand in the page's policy.
 */
export function brandingCss(branding: Branding | undefined): string {
  if (!branding) return "";
  const { accentLight, accentDark, drawingLight, drawingDark, masthead, mastheadInAccent, pairing, social } = branding;
  return [
    accentLight || accentDark ? `@media(forced-colors:none){html:root{--accent:${accentLight ?? usualAccent.light}}${byNight((root) => `html${root}{--accent:${accentDark ?? usualAccent.dark}}`)}}` : "",
    setting[masthead],
    mastheadInAccent ? `${names}{color:var(--accent)}` : "",
    faces[pairing],
    social.length > 0 ? oneMoreColumn : "",
    drawingLight ? sized(drawingLight) : "",
    drawingLight && drawingDark ? `.title .night{display:none}${byNight((root) => `${root} .title .day{display:none}${root} .title .night{display:block}`)}` : "",
  ].join("");
}

/** The drawing keeps its shape; a long one is as wide as there is room, a high one as high as a name may be. */
function sized({ width, height }: { width: number; height: number }): string {
  const rems = (most: number, widest: number) => `${Math.round(Math.min(widest, (width / height) * most) * 100) / 100}rem`;
  return `html .title img{background:none;inline-size:${rems(2.3, 14)};max-inline-size:100%}html .masthead .title img{inline-size:${rems(6.5, 54)};margin-inline:auto}`;
}

/**
 * Rules for the dark: by the system, unless the reader chose; never in print. In long hand, since light-dark() of the tokens is put into
 * words that older browsers know when the paper is built, and nobody does that here.
 */
const byNight = (rules: (root: string) => string) => `@media screen and (prefers-color-scheme:dark){${rules(":root:not([data-theme=light])")}}@media screen{${rules(":root[data-theme=dark]")}}`;
