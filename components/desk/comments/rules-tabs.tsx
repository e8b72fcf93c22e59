const parts = {
  "/desk/comments/rules": "How discussions are held",
  "/desk/comments/rules/words": "Words and addresses",
  "/desk/comments/shields": "Shields",
} as const;

/** From one part of the comments' rules to the others; whoever only moderates sees the shields alone. */
export function RulesTabs({ current, all }: { current: keyof typeof parts; all: boolean }) {
  return (
    <nav className="tabs" aria-label="Rules of comments">
      {Object.entries(parts)
        .filter(([href]) => all || href === "/desk/comments/shields")
        .map(([href, label]) => (
          <a key={href} href={href} aria-current={href === current ? "page" : undefined}>
            {label}
          </a>
        ))}
    </nav>
  );
}
