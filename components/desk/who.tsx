/** A person as a square with initials, in the colour of her caret where she is writing. */
export function Who({ name, hand }: { name: string; hand?: number }) {
  const initials = name
    .split(/\s+/)
    .map((word) => [...word][0] ?? "")
    .slice(0, 2)
    .join("");
  return (
    <span className={hand ? `who h${hand}c` : "who"} title={name}>
      <span aria-hidden="true">{initials}</span>
      <span className="hidden">{name}</span>
    </span>
  );
}
