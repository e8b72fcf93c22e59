import { desc, eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { displayNames, mails, people, sessions, signUps } from "@/db/schema";
import { useTestDatabase } from "@/db/testing/database";
import { testEnv } from "@/db/testing/env";
import { somebody } from "@/db/testing/factories";
import { expectOk, failureOf } from "@/db/testing/results";
import { languageCodes } from "@/db/vocabulary";
import type { VisitorActor } from "@/lib/core/actor";
import { provide } from "@/lib/kernel/process-store";
import { oneMail } from "@/lib/mail/reads/mails";
import { changeProfile } from "@/lib/people/commands/account";
import { askToSignUp, completeSignUp } from "@/lib/people/commands/sign-up";
import { claimFormerNames, wrongName } from "@/lib/people/display-names";
import { skeletonOf } from "@/lib/people/look-alike";
import { answerSignUpJob } from "@/lib/people/jobs/answer-sign-up";
import { signUpOf } from "@/lib/people/reads/sign-up";
import { signUpAttempt } from "@/lib/people/sign-up-attempt";

const test = useTestDatabase();
const visitor: VisitorActor = { kind: "visitor", network: "n" };
beforeEach(() => provide("env", { ...testEnv, mail: { server: { host: "127.0.0.1", port: 1, secure: false, login: null }, from: { name: "", address: "desk@halyard.example" } } }));
afterEach(async () => {
  for (const table of ["jobs.job", "mails", "rate_windows", "sign_ups"]) await test.migrator().execute(sql.raw(`delete from ${table}`));
});

let number = 0;
const someone = (changes: Record<string, unknown> = {}) => {
  number += 1;
  return { name: `Reader ${"abcdefghijklmnopqrstuvwxyz"[number % 26]}${number}x`, email: `reader${number}@post.example`, language: "en", next: "/town/boat#comments", ...changes };
};

async function work(): Promise<void> {
  const rows = await test.migrator().execute<{ data: unknown }>(sql`delete from jobs.job where name = 'answer-sign-up' returning data`);
  for (const { data } of rows) await answerSignUpJob.run(data, new AbortController().signal);
}
async function newest() {
  const [row] = await appDatabase().select({ id: mails.id }).from(mails).orderBy(desc(mails.id)).limit(1);
  const mail = row ? await oneMail(await somebody("administrator"), row.id) : null;
  return { to: mail?.to, subject: mail?.subject ?? "", text: mail?.text ?? "", token: mail?.text?.match(/\/welcome\/(\S+)/)?.[1] ?? "" };
}
async function link(of = someone()) {
  expectOk(await askToSignUp.execute(of, { actor: visitor }));
  await work();
  return { ...of, ...(await newest()) };
}
const complete = ({ token, name }: { token: string; name: string }, password = "a calm long password") => completeSignUp.execute({ token, name, password }, { actor: visitor });

describe("a reader signs up", () => {
  it("by a link that works once, confirms her address and brings her back to the story", async () => {
    const asked = await link(someone({ email: "  Nora@Post.Example " }));
    expect(asked).toMatchObject({ to: "nora@post.example", subject: "Confirm your address for The paper" });
    expect(await appDatabase().select().from(people).where(eq(people.email, "nora@post.example"))).toEqual([]);
    const done = expectOk(await complete(asked));
    expect(done.next).toBe("/town/boat#comments");
    const [person] = await appDatabase().select().from(people).where(eq(people.email, "nora@post.example"));
    expect(person).toMatchObject({ role: "reader", emailConfirmedAt: expect.any(Date), handle: null });
    expect(await appDatabase().select().from(sessions).where(eq(sessions.personId, person?.id ?? ""))).toHaveLength(1);
    expect(failureOf(await complete(asked))?.reason).toBe("link_spent");
    expect(await signUpOf(asked.token)).toBeNull();
  });

  it("once, of twenty at once, and of several links to one address", async () => {
    const asked = someone();
    const first = await link(asked);
    const second = await link({ ...asked, name: "Another Nameofhers" });
    const results = await Promise.all([...Array.from({ length: 10 }, () => complete(first)), ...Array.from({ length: 10 }, () => complete(second))]);
    expect(results.filter((one) => one.ok)).toHaveLength(1);
    expect(await appDatabase().select().from(people).where(eq(people.email, asked.email))).toHaveLength(1);
  });

  it("not with a link that is too old, nor with one that is guessed", async () => {
    const asked = await link();
    await appDatabase().update(signUps).set({ expiresAt: new Date(Date.now() - 1000) });
    expect(failureOf(await complete(asked))?.reason).toBe("link_spent");
    expect(failureOf(await complete({ token: "x".repeat(43), name: asked.name }))?.reason).toBe("link_spent");
  });

  it("and keeps the link where the password is weak or the name was taken meanwhile", async () => {
    const asked = await link();
    expect(failureOf(await complete(asked, "short"))?.problems).toEqual({ password: { reason: "too_short", values: { least: 10, most: 200 } } });
    const other = await link(someone({ name: asked.name.toUpperCase() }));
    expectOk(await complete(other));
    expect(failureOf(await complete(asked))?.problems?.name).toMatchObject({ reason: "taken" });
    expectOk(await complete({ ...asked, name: "Somebody Elsewhere" }));
  });

  it("and two who want one name at once do not both get it", async () => {
    const links = [];
    for (let index = 0; index < 6; index++) links.push(await link());
    const names = ["Mila Sorn", "MILA SORN", "Мila Sorn", "Mila  Sorn", "Mi1a Sorn", "Míla Sorn"];
    const results = await Promise.all(links.map((one, index) => complete({ ...one, name: names[index] ?? "" })));
    expect(results.filter((one) => one.ok)).toHaveLength(1);
    expect(await appDatabase().select().from(displayNames).where(eq(displayNames.skeleton, "rnllasorn"))).toHaveLength(1);
  });

  it.each(languageCodes)("and is written to in %s", async (language) => {
    const asked = await link(someone({ language }));
    expect(asked.text).toContain(`http://localhost:3999/welcome/${asked.token}\n`);
    if (language !== "en") expect(asked.text).not.toContain("account");
  });
});

describe("nobody learns by signing up", () => {
  it("whether an address is known: the answer and the work are the same, and the owner alone is told", async () => {
    const { personId } = await somebody("reader");
    const gone = await somebody("reader");
    await appDatabase().update(people).set({ disabledAt: new Date() }).where(eq(people.id, gone.personId));
    const answers = [];
    for (const email of [`${personId}@paper.example`, "nobody@post.example", `${gone.personId}@paper.example`]) {
      answers.push(await askToSignUp.execute(someone({ email }), { actor: visitor }));
      const [jobs] = await test.migrator().execute<{ number: number; data: string }>(sql`select count(*)::int as number, string_agg(data::text, '') as data from jobs.job where name = 'answer-sign-up'`);
      expect(jobs?.number).toBe(answers.length);
      expect(jobs?.data).not.toMatch(/example|Reader/);
    }
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    await work();
    expect(await appDatabase().select().from(mails)).toHaveLength(2);
    expect(await appDatabase().select().from(signUps)).toHaveLength(1);
    await test.migrator().execute(sql`delete from mails`);
    expect(await link(someone({ email: `${personId}@paper.example` }))).toMatchObject({ subject: "You have an account at The paper", token: "" });
  });

  it("more than three times a day from one wider network, or an hour for one address; what was refused for its name does not count", async () => {
    const ask = (prefix: string, changes = {}) => signUpAttempt(prefix).execute(someone(changes), { actor: visitor });
    for (let index = 0; index < 5; index++) expect(failureOf(await ask("p1", { name: "x" }))?.reason).toBe("wrong_name");
    for (let index = 0; index < 3; index++) expectOk(await ask("p1"));
    expect(failureOf(await ask("p1"))?.code).toBe("rate_limited");
    for (let index = 0; index < 3; index++) expectOk(await ask(`q${index}`, { email: index % 2 ? "One@Post.example" : "one@post.example" }));
    expect(failureOf(await ask("q9", { email: "one@post.example " }))?.code).toBe("rate_limited");
  });

  it("and without mail it is by invitation alone", async () => {
    provide("env", testEnv);
    expect(failureOf(await askToSignUp.execute(someone(), { actor: visitor }))).toMatchObject({ reason: "no_mail" });
  });

  it("gets one mail for one request, however often its job runs", async () => {
    expectOk(await askToSignUp.execute(someone(), { actor: visitor }));
    const [job] = await test.migrator().execute<{ data: unknown }>(sql`select data from jobs.job where name = 'answer-sign-up'`);
    await Promise.allSettled([1, 2, 3].map(() => answerSignUpJob.run(job?.data, new AbortController().signal)));
    expect(await appDatabase().select().from(signUps)).toHaveLength(1);
    expect(await appDatabase().select().from(mails)).toHaveLength(1);
  });
});

describe("a display name", () => {
  const trouble = async (name: string) => failureOf(await askToSignUp.execute(someone({ name }), { actor: visitor }))?.problems?.name?.reason;
  it("is nobody else's, and reads as nobody's of the newsroom", async () => {
    await somebody("author", "Ines Marlowe");
    expect(await trouble("Іnes Mаrlowe")).toBe("staff");
    expect(await trouble("The paper")).toBe("paper");
    expect(await trouble("ab")).toBe("name_short");
    expect(await trouble("\u202eab\u200b")).toBe("name_short");
    expect(await trouble("x".repeat(31))).toBe("name_long");
    expect(await trouble("👍👍👍")).toBe("no_letter");
    expect(await trouble("<b>Ana</b> \"&'")).toBeUndefined();
    expect(failureOf(await askToSignUp.execute(someone({ name: "x".repeat(100_000) }), { actor: visitor }))?.code).toBe("invalid");
    expect(failureOf(await askToSignUp.execute(someone({ name: "Nul\u0000l" }), { actor: visitor }))?.code).toBeOneOf(["invalid", undefined]);
  });

  it("is no address, so that no letter to a stranger carries one", async () => {
    for (const name of ["Win at evil.example", "https://evil.example", "www evil.co.uk/x", "mail@evil.example", "See evil。com", "t.me/evil"]) expect(await trouble(name), name).toBe("address");
    for (const name of ["Dr. Quill", "J. R. Quillan", "Quill.", "J.R. Quillan"]) expect(await trouble(name), name).toBeUndefined();
  });

  it("is changed by its owner to a free one, and the former is free again", async () => {
    const reader = await somebody("reader");
    const other = await somebody("reader");
    const call = (name: string, actor = reader) => changeProfile.execute({ name, bio: "" }, { actor });
    expectOk(await call("Otto Blau"));
    expectOk(await call("Otto Blau"));
    expectOk(await call("OTTO BLAU"));
    expect(failureOf(await call("0tto Blau", other))?.problems?.name?.reason).toBe("taken");
    expectOk(await call("Otto Rot"));
    expectOk(await call("0tto Blau", other));
    const author = await somebody("author");
    expectOk(await changeProfile.execute({ name: "Otto Rot", bio: "" }, { actor: author }));
  });

  it("is hers also where she came before names were kept, first come first kept, however often the program starts", async () => {
    const [first, second] = [await somebody("reader", "Wilma Thorn"), await somebody("reader", "WILMA THORN")];
    await test.migrator().execute(sql`delete from display_names`);
    await Promise.all([claimFormerNames(), claimFormerNames()]);
    await claimFormerNames();
    expect(await appDatabase().select({ personId: displayNames.personId }).from(displayNames).where(eq(displayNames.skeleton, skeletonOf("Wilma Thorn")))).toEqual([{ personId: first.personId }]);
    expect(await appDatabase().select().from(displayNames).where(eq(displayNames.personId, second.personId))).toEqual([]);
    expect(await trouble("Wi1ma Thorn")).toBe("taken");
  });

  it("holds no mark that turns it around, so that it is drawn as it is compared", async () => {
    const reader = await somebody("reader");
    expectOk(await changeProfile.execute({ name: "\u202erotide\u200b \u2066leinad\u2069\u061c", bio: "" }, { actor: reader }));
    const [person] = await appDatabase().select({ name: people.name }).from(people).where(eq(people.id, reader.personId));
    expect(person?.name).toBe("rotide leinad");
    expect((await wrongName(appDatabase(), "\u202erotide", null))?.problems?.name?.reason).toBe("hidden_marks");
    expect(await wrongName(appDatabase(), "نیک\u200cآذر", null)).toBeNull();
  });
});

