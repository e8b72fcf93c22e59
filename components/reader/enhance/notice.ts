let place: HTMLElement | undefined;
let over = 0;

/** Makes room for a notice before there is one: screen readers speak only what is put into a place they know. */
export function prepareNotice(): HTMLElement {
  if (!place) {
    place = Object.assign(document.createElement("p"), { className: "skip notice", role: "status" });
    document.body.append(place);
  }
  return place;
}

/** Says for a few seconds, to eyes and ears, what was done. */
export function tell(what: string, ...more: Node[]): void {
  const notice = prepareNotice();
  notice.replaceChildren(what, ...more);
  clearTimeout(over);
  over = window.setTimeout(() => notice.replaceChildren(), 8000);
}
