/** One story in whose notes somebody is named. */
export type NamedIn = { headline: string; by: string; link: string };

/** What tells one of the newsroom that she is named in notes: by whom and where. What the notes say stays at the desk. */
export function namedLetter({ paper, name, stories }: { paper: string; name: string; stories: readonly NamedIn[] }): { subject: string; text: string } {
  const [first] = stories;
  const subject = stories.length === 1 && first ? `${first.by} names you in a note on “${first.headline}”` : `You are named in notes on ${stories.length} stories`;
  const lines = stories.map(({ headline, by, link }) => `${by}, on “${headline}”:\n${link}`);
  return { subject, text: `${[`Dear ${name},`, "You are named in the newsroom’s notes:", ...lines, paper].join("\n\n")}\n` };
}
