import { partsOf } from "@/components/desk/mail/parts-of";

/** Plain text as it was written; web addresses in it lead there. */
export function LinkedText({ text }: { text: string }) {
  return partsOf(text).map((part) =>
    part.href ? (
      <a key={part.at} href={part.href} rel="noreferrer noopener">
        {part.text}
      </a>
    ) : (
      part.text
    ),
  );
}
