import type { Colleague } from "@/components/desk/editor/connection";

/** Who else is in the story, each once: not oneself in another tab, nor in the one that was just reloaded. */
export function othersIn(colleagues: readonly Colleague[], me: string): Colleague[] {
  return [...new Map(colleagues.filter((one) => one.id !== me).map((one) => [one.id, one])).values()];
}
