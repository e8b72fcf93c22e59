/** Says how long a text is as soon as it comes near what is taken; nothing is cut off. */
export function countNearLimit(text: HTMLTextAreaElement, most: number): void {
  const count = Object.assign(document.createElement("span"), { className: "count", id: `${text.id}-count` });
  const language = text.closest<HTMLElement>("[lang]")?.lang;
  const say = () => {
    const length = [...text.value.trim()].length;
    count.textContent = length < most * 0.9 ? "" : `${length.toLocaleString(language)} / ${most.toLocaleString(language)}`;
    count.classList.toggle("over", length > most);
  };
  text.form?.querySelector(".under .hint")?.after(count);
  text.setAttribute("aria-describedby", `${text.getAttribute("aria-describedby") ?? ""} ${count.id}`.trim());
  text.addEventListener("input", say);
  say();
}
