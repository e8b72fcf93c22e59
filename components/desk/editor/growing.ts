/**
 * Lets a text area be as high as its text: by the style sheet where the browser can (`field-sizing`), else measured after each change and
 * whenever its width changes, as it does when a hidden panel is opened.
 */
export function growing(element: HTMLTextAreaElement): { measure: () => void; stop: () => void } {
  if (CSS.supports("field-sizing", "content")) return { measure: () => undefined, stop: () => undefined };
  const measure = () => {
    if (element.clientWidth === 0) return;
    element.style.height = "auto";
    element.style.height = `${element.scrollHeight}px`;
  };
  let width = 0;
  const watch = new ResizeObserver(() => {
    if (element.clientWidth !== width) measure();
    width = element.clientWidth;
  });
  watch.observe(element);
  return { measure, stop: () => watch.disconnect() };
}
