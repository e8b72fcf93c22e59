/** Makes a discussion quicker once it comes near the screen: whoever does not read it fetches nothing for it. */
export function enhanceComments(): void {
  const region = document.querySelector<HTMLElement>("#comments[data-article], .in-place");
  if (!region) return;
  const nearby = new IntersectionObserver(async (entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    nearby.disconnect();
    const { begin } = (await import(laterScripts.comments)) as typeof import("@/components/reader/enhance/comments-near");
    await begin(region);
  }, { rootMargin: "400px" });
  nearby.observe(region);
}
