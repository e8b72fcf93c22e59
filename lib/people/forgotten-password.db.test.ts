import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { mails, oneTimeLinks, people } from "@/db/schema";
import { useTestDatabase } from "@/db/testing/database";
import { testEnv } from "@/db/testing/env";
import { somebody } from "@/db/testing/factories";
import { expectOk, failureOf } from "@/db/testing/results";
import type { VisitorActor } from "@/lib/core/actor";
import { newId } from "@/lib/kernel/ids";
import { provide } from "@/lib/kernel/process-store";
import { oneMail } from "@/lib/mail/reads/mails";
import { changePassword, chooseNewPassword } from "@/lib/people/commands/account";
import { askForReset } from "@/lib/people/commands/forgotten-password";
import { disablePerson, enrolPerson, invitePerson, offerReset } from "@/lib/people/commands/membership";
import { answerResetRequest } from "@/lib/people/jobs/answer-reset-request";
import { hashPassword } from "@/lib/people/passwords";
import { linkHolder } from "@/lib/people/reads/people";
import { resetAttempt } from "@/lib/people/reset-attempt";

const test = useTestDatabase();
let password = "";
beforeAll(async () => {
  password = await hashPassword("a calm long password");
});
afterEach(async () => {
  provide("env", testEnv);
  await test.migrator().execute(sql`delete from jobs.job`);
  await test.migrator().execute(sql`delete from mails`);
  await test.migrator().execute(sql`delete from rate_windows`);
});

const visitor: VisitorActor = { kind: "visitor", network: "n" };
const withMail = () => provide("env", { ...testEnv, mail: { server: { host: "127.0.0.1", port: 1, secure: false, login: null }, from: { name: "", address: "desk@halyard.example" } } });

async function member(): Promise<{ id: string; email: string }> {
  const { personId: id } = await somebody("author");
  const [row] = await appDatabase().update(people).set({ passwordHash: password }).where(eq(people.id, id)).returning({ email: people.email });
  return { id, email: row?.email ?? "" };
}

/** Asks as the form does, and does the job that comes of it. */
async function ask(email: string): Promise<unknown> {
  expectOk(await askForReset.execute({ email }, { actor: visitor }));
  const [job] = await test.migrator().execute<{ data: unknown }>(sql`delete from jobs.job where name = 'answer-reset-request' returning data`);
  await answerResetRequest.run(job?.data, new AbortController().signal);
  return job?.data;
}

/** The newest mail as an administrator reads it, with the token of the link in it. */
async function newest(): Promise<{ to: string | null; subject: string; text: string; token: string } | null> {
  const [row] = await appDatabase().select({ id: mails.id }).from(mails).orderBy(desc(mails.createdAt)).limit(1);
  const mail = row ? await oneMail(await somebody("administrator"), row.id) : null;
  return mail && { to: mail.to, subject: mail.subject, text: mail.text ?? "", token: mail.text?.match(/\/(?:reset|invitation)\/(\S+)/)?.[1] ?? "" };
}
const choose = (token: string) => chooseNewPassword.execute({ token, password: "another calm password" }, { actor: visitor });

describe("whoever forgot the password", () => {
  it("gets a link that works once, whatever the case of the address", async () => {
    const { email } = await member();
    await ask(` ${email.toUpperCase()} `);
    const mail = await newest();
    expect(mail).toMatchObject({ to: email, subject: "A new password for The paper" });
    expect(mail?.text).toContain(`http://localhost:3999/reset/${mail?.token}\n`);
    expectOk(await choose(mail?.token ?? ""));
    expect(failureOf(await choose(mail?.token ?? ""))?.code).toBe("not_found");
  });

  it("has shown by that link that the address is hers, where it was mailed and not passed on by an administrator", async () => {
    const confirmedAfter = async (token: (of: { id: string; email: string }) => Promise<string>) => {
      const one = await member();
      expectOk(await choose(await token(one)));
      return (await appDatabase().select({ at: people.emailConfirmedAt }).from(people).where(eq(people.id, one.id)))[0]?.at ?? null;
    };
    const asked = async ({ email }: { email: string }) => {
      await ask(email);
      return (await newest())?.token ?? "";
    };
    const administrator = await somebody("administrator");
    expect(await confirmedAfter(asked)).toBeNull();
    withMail();
    expect(await confirmedAfter(async ({ id: personId }) => expectOk(await offerReset.execute({ personId }, { actor: administrator })).token)).toBeNull();
    expect(await confirmedAfter(asked)).toEqual(expect.any(Date));
  });

  it("is answered the same, and makes the same work, where nobody has the address, and nothing is mailed", async () => {
    const { email } = await member();
    const disabled = await member();
    expectOk(await disablePerson.execute({ personId: disabled.id }, { actor: await somebody("administrator") }));
    const answers = [];
    for (const address of [email, "nobody@paper.example", disabled.email]) {
      answers.push(await askForReset.execute({ email: address }, { actor: visitor }));
      const [jobs] = await test.migrator().execute<{ number: number }>(sql`select count(*)::int as number from jobs.job where name = 'answer-reset-request'`);
      expect(jobs?.number).toBe(answers.length);
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    await test.migrator().execute(sql`delete from jobs.job`);
    await ask("nobody@paper.example");
    await ask(disabled.email);
    expect(await newest()).toBeNull();
  });

  it("is named nowhere in the queue", async () => {
    const { email } = await member();
    expect(JSON.stringify(await ask(email))).not.toContain(email.split("@")[0]);
  });

  it("gets one link and one mail, however often the job runs", async () => {
    const { id, email } = await member();
    const data = await ask(email);
    await Promise.allSettled([1, 2, 3].map(() => answerResetRequest.run(data, new AbortController().signal)));
    expect(await appDatabase().select().from(oneTimeLinks).where(eq(oneTimeLinks.personId, id))).toHaveLength(1);
    expect(await appDatabase().select().from(mails)).toHaveLength(1);
  });

  it("who asks again has each link until one is used, so that nobody else’s asking ends hers; an invitation that is under way goes on working", async () => {
    const { email } = await member();
    await ask(email);
    const first = (await newest())?.token ?? "";
    await ask(email);
    const second = (await newest())?.token ?? "";
    expect([(await linkHolder(first))?.email, (await linkHolder(second))?.email]).toEqual([email, email]);
    const admin = await somebody("administrator");
    const invited = expectOk(await invitePerson.execute({ name: "Freya Nord", email: "freya@paper.example", role: "author" }, { actor: admin }));
    await ask("freya@paper.example");
    expect((await newest())?.subject).toBe("Your invitation to The paper");
    expect(await linkHolder(invited.token)).not.toBeNull();
  });

  it("has an hour where mail goes out, and three days where somebody must pass the link on", async () => {
    const hours = async () => {
      const { id, email } = await member();
      await ask(email);
      const [link] = await appDatabase().select().from(oneTimeLinks).where(eq(oneTimeLinks.personId, id));
      return ((link?.expiresAt.getTime() ?? 0) - (link?.createdAt.getTime() ?? 0)) / 3_600_000;
    };
    expect(await hours()).toBe(72);
    withMail();
    expect(await hours()).toBe(1);
    expect((await newest())?.text).toContain("within an hour");
  });

  it("is counted, by network and by address, known or not", async () => {
    const from = (network: string, email: string) => resetAttempt.execute({ email }, { actor: { kind: "visitor", network } });
    for (let time = 0; time < 3; time++) expectOk(await from(`n${time}`, "nobody@paper.example"));
    expect(failureOf(await from("n9", "nobody@paper.example"))?.code).toBe("rate_limited");
    for (let time = 0; time < 10; time++) expectOk(await from("one", `nobody-${time}@paper.example`));
    expect(failureOf(await from("one", "nobody-10@paper.example"))?.code).toBe("rate_limited");
    expect(failureOf(await from("other", "not an address"))?.fields?.email).toBeTruthy();
  });
});

it("a new password ends every other link that would set one", async () => {
  const admin = await somebody("administrator");
  const { id, email } = await member();
  const open = () => appDatabase().select().from(oneTimeLinks).where(and(eq(oneTimeLinks.personId, id), isNull(oneTimeLinks.usedAt)));
  const { token } = expectOk(await offerReset.execute({ personId: id }, { actor: admin }));
  await appDatabase().insert(oneTimeLinks).values({ tokenHash: newId(), purpose: "invitation", personId: id, expiresAt: sql`now() + interval '1 hour'` });
  expectOk(await choose(token));
  expect(await open()).toEqual([]);
  await ask(email);
  expectOk(await changePassword.execute({ current: "another calm password", password: "a third calm password" }, { actor: { kind: "person", personId: id, name: "x", role: "author", sessionId: newId() } }));
  expect(await open()).toEqual([]);
});

describe("an administrator's link", () => {
  it("is mailed too, and says whether it was", async () => {
    const admin = await somebody("administrator");
    const kept = expectOk(await invitePerson.execute({ name: "Sven <b>Holm", email: "sven@paper.example", role: "moderator" }, { actor: admin }));
    expect(kept.mail).toBe("kept");
    expect(await newest()).toMatchObject({ to: "sven@paper.example", subject: "Your invitation to The paper", token: kept.token });
    expect((await newest())?.text).toContain("Dear Sven <b>Holm,");
    expect((await newest())?.text).toContain("(moderator)");
    withMail();
    expect(expectOk(await offerReset.execute({ personId: kept.personId }, { actor: admin })).mail).toBe("waiting");
  });

  it("of a program that accepts it by itself is mailed to nobody", async () => {
    expectOk(await enrolPerson.execute({ name: "Nobody Reads", email: "unread@paper.example", role: "author" }, { actor: await somebody("administrator") }));
    expect(await newest()).toBeNull();
  });
});
