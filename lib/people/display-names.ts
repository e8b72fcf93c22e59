import { and, asc, eq, isNull, ne, sql } from "drizzle-orm";
import { appDatabase, type Database, type Transaction } from "@/db/client";
import { displayNames, people } from "@/db/schema";
import { type Failure, failureWith } from "@/lib/kernel/failure";
import { withoutHiddenMarks } from "@/lib/kernel/text";
import { displayNameLength } from "@/lib/people/inputs";
import { mistakenFor, skeletonOf } from "@/lib/people/look-alike";
import { paperName } from "@/lib/settings/reads/paper-name";

/** Why somebody may not sign by a name: it has no letter, reads as the paper's or as that of somebody who works for it, or another reader signs so. */
export type NameTrouble = "no_letter" | "paper" | "staff" | "taken";

/** Whether readers would take a name for somebody else's. `personId`: who wants it; her own is no other's. Null: nothing is wrong with it. */
export async function nameTrouble(db: Database | Transaction, name: string, personId: string | null): Promise<NameTrouble | null> {
  const skeleton = skeletonOf(name);
  if (skeleton === "") return "no_letter";
  const [paper, staff, [taken]] = await Promise.all([
    paperName(db),
    db.select({ id: people.id, name: people.name }).from(people).where(and(ne(people.role, "reader"), isNull(people.erasedAt))),
    db.select({ personId: displayNames.personId }).from(displayNames).where(eq(displayNames.skeleton, skeleton)),
  ]);
  const mistaken = mistakenFor(name, { paper, staff: staff.filter((one) => one.id !== personId).map((one) => one.name) });
  return mistaken ?? (taken && taken.personId !== personId ? "taken" : null);
}

const sentences = {
  name_short: `A name has at least ${displayNameLength.least} characters.`,
  name_long: `A name has ${displayNameLength.most} characters at most.`,
  hidden_marks: "This name holds marks that cannot be seen. Type it anew.",
  address: "A name is no address. Put a space after a full stop.",
  no_letter: "A name needs letters.",
  paper: "This reads as if the paper spoke. Choose another name.",
  staff: "This looks like the name of somebody who works here. Choose another, so that readers can tell you apart.",
  taken: "Another reader signs like this, or so that it looks the same. Choose another name.",
} satisfies Record<NameTrouble | "name_short" | "name_long" | "hidden_marks" | "address", string>;

/** Whether a mail program would make a link of a name, or of a part of it: names stand in letters to addresses that anybody can type. */
const readsAsAddress = (name: string): boolean => /:\/\/|[\p{L}\p{N}][.。]\p{L}{2,}/u.test(name.normalize("NFKC"));

const wrong = (reason: keyof typeof sentences): Failure => failureWith("invalid", "wrong_name", sentences[reason], { fields: { name: sentences[reason] }, problems: { name: { reason, values: { ...displayNameLength } } } });

/** What is wrong with a name by which a reader wants to sign; null: nothing. */
export async function wrongName(db: Database | Transaction, name: string, personId: string | null): Promise<Failure | null> {
  const length = [...name].length;
  const trouble = length < displayNameLength.least ? "name_short" : length > displayNameLength.most ? "name_long" : withoutHiddenMarks(name) !== name ? "hidden_marks" : readsAsAddress(name) ? "address" : await nameTrouble(db, name, personId);
  return trouble && wrong(trouble);
}

/** As `wrongName`, where another was faster. */
export const takenName = (): Failure => wrong("taken");

/** Makes a name one reader's, and lets go of the one she had. Says false where another has it; of two at once one gets it. */
export async function claimName(tx: Transaction, name: string, personId: string): Promise<boolean> {
  const skeleton = skeletonOf(name);
  if (skeleton === "") return false;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${skeleton}, 11))`);
  const [taken] = await tx.select({ personId: displayNames.personId }).from(displayNames).where(eq(displayNames.skeleton, skeleton));
  if (taken) return taken.personId === personId;
  await tx.insert(displayNames).values({ skeleton, personId }).onConflictDoUpdate({ target: displayNames.personId, set: { skeleton } });
  return true;
}

/**
 * Makes the names of readers theirs who came before names were kept, whoever came first: SQL cannot say what a name looks like. Where another
 * has it, she chooses one of her own with her first change. For every start: what is done already costs one query.
 */
export async function claimFormerNames(): Promise<void> {
  const without = await appDatabase()
    .select({ id: people.id, name: people.name })
    .from(people)
    .leftJoin(displayNames, eq(displayNames.personId, people.id))
    .where(and(eq(people.role, "reader"), isNull(people.erasedAt), isNull(displayNames.personId)))
    .orderBy(asc(people.createdAt), asc(people.id));
  for (const { id, name } of without) await appDatabase().transaction((tx) => claimName(tx, name, id));
}
