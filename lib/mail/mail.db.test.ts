import { createServer, type Server } from "node:net";
import { eq, sql } from "drizzle-orm";
import pino from "pino";
import type { SMTPServerOptions } from "smtp-server";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { events, mails } from "@/db/schema";
import { useTestDatabase } from "@/db/testing/database";
import { testEnv } from "@/db/testing/env";
import { somebody } from "@/db/testing/factories";
import { expectOk, failureOf } from "@/db/testing/results";
import { type LoopbackServer, startLoopbackServer } from "@/db/testing/smtp";
import { forgetExpired } from "@/lib/jobs/forget-expired";
import { startWorker } from "@/lib/jobs/worker";
import { newId } from "@/lib/kernel/ids";
import { provide } from "@/lib/kernel/process-store";
import { tryMailAgain } from "@/lib/mail/commands/try-again";
import { forgetLetters } from "@/lib/mail/forget-letters";
import { sendMail } from "@/lib/mail/jobs/send-mail";
import { createMailer, type Mailer } from "@/lib/mail/mailer";
import { type NewMail, queueMail } from "@/lib/mail/queue-mail";
import { mailList, oneMail } from "@/lib/mail/reads/mails";

const test = useTestDatabase();
// What fails here fails on purpose.
beforeAll(() => {
  provide("log", pino({ level: "silent" }));
  provide("mailer", null);
});

let server: LoopbackServer | null = null;
let mailer: Mailer | null = null;
afterEach(async () => {
  mailer?.stop();
  await server?.stop();
  mailer = server = null;
  provide("mailer", null);
  provide("env", testEnv);
  await test.migrator().execute(sql`delete from jobs.job`);
  await test.migrator().execute(sql`delete from mails`);
});

type Login = { user: string; password: string };

/** From now on mail goes to this port. */
function mailGoesTo(port: number, { login = null, patience }: { login?: Login | null; patience?: Parameters<typeof createMailer>[2] } = {}): void {
  mailer?.stop();
  const mail = { server: { host: "127.0.0.1", port, secure: false, login }, from: { name: 'The "Halyard", Port Ellery', address: "desk@halyard.example" } };
  provide("env", { ...testEnv, appUrl: "https://paper.example", mail });
  mailer = createMailer(mail, "https://paper.example", patience);
  provide("mailer", mailer);
}

async function withServer(options: SMTPServerOptions = {}): Promise<LoopbackServer> {
  server = await startLoopbackServer(options);
  mailGoesTo(server.port);
  return server;
}

/** Queues a mail and returns its id. */
async function queued(mail: Partial<NewMail> = {}): Promise<string> {
  const id = newId();
  await appDatabase().transaction((tx) => queueMail(tx, { kind: "invitation", to: "ines@halyard.example", subject: "Your invitation", text: "Dear Ines,\n\nhttps://paper.example/invitation/abc\n", id, ...mail }));
  return id;
}
const run = (mailId: string) => sendMail.run({ mailId }, new AbortController().signal);
const row = async (id: string) => (await appDatabase().select().from(mails).where(eq(mails.id, id)))[0];
const jobsWaiting = async () => Number((await test.migrator().execute<{ count: number }>(sql`select count(*) from jobs.job where name = 'send-mail'`))[0]?.count);

describe("a mail", () => {
  it("goes to exactly one address, with a name in front of ours, the same id at each try and a way to end such mails", async () => {
    const { caught, asked } = await withServer();
    const id = await queued({ unsubscribe: "https://paper.example/mail/no-more?key=a_b-C" });
    await run(id);
    expect(asked).toEqual(["ines@halyard.example"]);
    expect(caught).toHaveLength(1);
    const [{ from, recipients, mail, raw } = { raw: "" } as never] = caught;
    expect({ from, recipients }).toEqual({ from: "desk@halyard.example", recipients: ["ines@halyard.example"] });
    expect(mail).toMatchObject({ subject: "Your invitation", messageId: `<${id}@paper.example>`, text: "Dear Ines,\n\nhttps://paper.example/invitation/abc\n" });
    expect(mail.from?.value).toEqual([{ name: 'The "Halyard", Port Ellery', address: "desk@halyard.example" }]);
    expect(mail.to).toMatchObject({ value: [{ address: "ines@halyard.example" }] });
    expect(raw).toContain("List-Unsubscribe: <https://paper.example/mail/no-more?key=a_b-C>\r\n");
    expect(raw).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");
    expect(raw).toContain("Auto-Submitted: auto-generated\r\n");
    expect(raw).not.toMatch(/^(cc|bcc):/im);
    expect(await row(id)).toMatchObject({ state: "sent", attempts: 1, failure: null, sentAt: expect.any(Date) });
  });

  it.each([
    // Goes as xn--hlyard-bua.example, which the server that catches it writes as people do.
    ["ines@hälyard.example", "ines@hälyard.example"],
    ["o'brien+desk@halyard.example", "o'brien+desk@halyard.example"],
    ["инес@halyard.example", "инес@halyard.example"],
  ])("finds %s as %s, and nobody else", async (to, canonical) => {
    const { asked, caught } = await withServer();
    await run(await queued({ to, unsubscribe: "https://paper.example/no-more?a=1\r\nBcc: mallory@evil.example" }));
    expect(asked).toEqual([canonical]);
    expect(caught[0]?.raw).not.toMatch(/^bcc:/im);
    expect(caught[0]?.raw).toContain("List-Unsubscribe: <https://paper.example/no-more?a=1Bcc:%20mallory@evil.example>\r\n");
  });

  it("is written sealed: neither whom it is for nor what it says stands in the table or the queue", async () => {
    await withServer();
    const id = await queued();
    const stored = JSON.stringify([await row(id), await test.migrator().execute(sql`select data from jobs.job`)]);
    expect(stored).not.toMatch(/ines|invitation\/abc/i);
  });

  it("is asked for by the change that causes it, and never where that is rolled back", async () => {
    await withServer();
    await expect(
      appDatabase().transaction(async (tx) => {
        await queueMail(tx, { kind: "invitation", to: "ines@halyard.example", subject: "x", text: "y" });
        throw new Error("the power went");
      }),
    ).rejects.toThrow("the power went");
    expect([await jobsWaiting(), (await appDatabase().select().from(mails)).length]).toEqual([0, 0]);
  });

  it("asked for twice under one id is one mail", async () => {
    await withServer();
    const id = await queued();
    await queued({ id });
    expect(await jobsWaiting()).toBe(1);
  });

  it("is sent once, however often its job runs, one after the other or at once", async () => {
    const { caught } = await withServer();
    const id = await queued();
    await Promise.allSettled(Array.from({ length: 8 }, () => run(id)));
    await run(id);
    expect(caught).toHaveLength(1);
  });

  it("that died between the server's yes and our note goes out again after a while, under the same id", async () => {
    const { caught } = await withServer();
    const id = await queued();
    await run(id);
    await appDatabase().update(mails).set({ state: "waiting", sentAt: null, takenAt: new Date() }).where(eq(mails.id, id));
    await expect(run(id)).rejects.toThrow("just now");
    await appDatabase().update(mails).set({ takenAt: sql`now() - interval '5 minutes'` }).where(eq(mails.id, id));
    await run(id);
    expect(new Set(caught.map(({ mail }) => mail.messageId)).size).toBe(1);
    expect(caught).toHaveLength(2);
  });

  it("is carried by the queue itself, for about a day", async () => {
    const { caught } = await withServer();
    const id = await queued();
    const worker = await startWorker(test.urls.appUrl, { "send-mail": sendMail });
    await expect.poll(async () => (await row(id))?.state, { timeout: 15_000 }).toBe("sent");
    await worker.stop();
    expect(caught).toHaveLength(1);
    const [queue] = await test.migrator().execute<{ retry_limit: number }>(sql`select retry_limit from jobs.queue where name = 'send-mail'`);
    expect(queue?.retry_limit).toBe(30);
  });

  it("whose link has run out is not sent any more", async () => {
    const { caught } = await withServer();
    const id = await queued({ goodUntil: new Date(Date.now() - 1000) });
    await run(id);
    expect(caught).toHaveLength(0);
    expect(await row(id)).toMatchObject({ state: "failed", failure: "It was not sent in time: the link in it does not work any more." });
  });
});

describe("whatever is in it, a mail stays one mail to one person", () => {
  it.each<[string, Partial<NewMail>]>([
    ["a line end in the subject", { subject: "Hello\r\nBcc: mallory@evil.example\r\n\r\nI am the text" }],
    ["a folded header in the subject", { subject: "Hello\n Bcc: mallory@evil.example" }],
    ["a NUL and an escape in the subject", { subject: "a\u0000b\u001b[31mc\u2028d" }],
    ["another script, and a direction turned round, in the subject", { subject: "دعوت‌نامه \u202eevil 😀" }],
    ["half a letter", { subject: "\ud83d", text: "\ude00\ud83d" }],
    ["an encoded word in the subject", { subject: "=?utf-8?B?DQpCY2M6IG1hbGxvcnlAZXZpbC5leGFtcGxl?=" }],
    ["a huge subject", { subject: "long ".repeat(20_000) }],
    ["the end of the mail in the text", { text: "a\r\n.\r\nMAIL FROM:<mallory@evil.example>\r\nRCPT TO:<mallory@evil.example>\r\n" }],
    ["HTML in the text", { text: "<img src=x onerror=alert(1)><a href='https://evil.example'>Click</a>" }],
    ["a huge text", { text: "x".repeat(3_000_000) }],
  ])("%s", async (_, hostile) => {
    const { caught, asked } = await withServer();
    await run(await queued(hostile));
    expect(asked).toEqual(["ines@halyard.example"]);
    expect(caught).toHaveLength(1);
    const [{ mail, raw } = { raw: "" } as never] = caught;
    expect(raw.split("\r\n\r\n")[0]).not.toMatch(/^(bcc|cc):/im);
    expect([...mail.headers.keys()].sort()).toEqual(["auto-submitted", "content-transfer-encoding", "content-type", "date", "from", "message-id", "mime-version", "subject", "to"].filter((name) => mail.headers.has(name)));
    expect(mail.html).toBe(false);
    expect(mail.attachments).toEqual([]);
    expect((mail.subject ?? "").length).toBeLessThanOrEqual(200);
    expect((mail.text ?? "").length).toBeLessThanOrEqual(110_000);
    if (hostile.text?.startsWith("<img")) expect(mail.text).toContain(hostile.text);
  });

  it.each([
    ["a list", "ines@halyard.example,mallory@evil.example"],
    ["a quoted local part", '"mallory@evil.example,x"@halyard.example'],
    ["a line end", "ines@halyard.example\r\nRCPT TO:<mallory@evil.example>"],
    ["a name", "Ines <ines@halyard.example>"],
    ["something huge", "x".repeat(100_000)],
    ["ten thousand brackets", `${"(".repeat(50_000)}@halyard.example`],
    ["nothing", ""],
  ])("what is not one address gets nothing, and undoes nothing: %s", async (_, to) => {
    const { asked } = await withServer();
    const id = await queued({ to });
    expect(await row(id)).toMatchObject({ state: "failed", failure: "This is not one address that mail can be sent to." });
    expect(await jobsWaiting()).toBe(0);
    await run(id);
    expect(asked).toEqual([]);
  });
});

describe("a mail server", () => {
  it("that is away is asked again later, and nothing is lost", async () => {
    const { port } = await withServer();
    await server?.stop();
    const id = await queued();
    await expect(run(id)).rejects.toThrow("The mail server could not be reached.");
    expect(await row(id)).toMatchObject({ state: "waiting", attempts: 1, failure: "The mail server could not be reached." });
    server = await startLoopbackServer({}, port);
    await run(id);
    expect(server.caught).toHaveLength(1);
    expect(await row(id)).toMatchObject({ state: "sent", failure: null });
  });

  it("that never comes back is given up, and shown", async () => {
    await withServer();
    await server?.stop();
    const id = await queued();
    await expect(run(id)).rejects.toThrow();
    await sendMail.giveUp({ mailId: id });
    expect(await row(id)).toMatchObject({ state: "failed", failure: "The mail server could not be reached." });
    expect(await appDatabase().select({ name: events.name }).from(events).where(eq(events.subjectId, id))).toEqual([{ name: "mail.failed" }]);
  });

  it("that does not like the login is shown as that, without the password", async () => {
    server = await startLoopbackServer({ authOptional: false, onAuth: (_auth, _session, done) => done(new Error("5.7.8 Authentication credentials invalid")) });
    mailGoesTo(server.port, { login: { user: "desk", password: "a very secret word" } });
    const id = await queued();
    await run(id);
    const mail = await row(id);
    expect(mail).toMatchObject({ state: "failed", attempts: 1 });
    expect(mail?.failure).toMatch(/^The mail server did not accept the login in SMTP_URL\./);
    expect(mail?.failure).not.toContain("secret");
    expect(server.asked).toEqual([]);
  });

  it("that takes the login gets it", async () => {
    const seen: unknown[] = [];
    server = await startLoopbackServer({
      authOptional: false,
      onAuth: ({ username, password }, _session, done) => {
        seen.push([username, password]);
        done(null, { user: "desk" });
      },
    });
    mailGoesTo(server.port, { login: { user: "desk", password: "a very secret word" } });
    const id = await queued();
    await run(id);
    expect(seen).toEqual([["desk", "a very secret word"]]);
    expect(await row(id)).toMatchObject({ state: "sent" });
  });

  it("that says no for good ends it, and whom it was for is nowhere to be read", async () => {
    await withServer({ onRcptTo: ({ address }, _session, done) => done(Object.assign(new Error(`5.1.1 <${address}>: user unknown`), { responseCode: 550 })) });
    const id = await queued();
    await run(id);
    const mail = await row(id);
    expect(mail).toMatchObject({ state: "failed", failure: expect.stringContaining("The mail server refused it: 550 5.1.1 <the address>: user unknown") });
    expect(JSON.stringify(await appDatabase().select().from(events).where(eq(events.subjectId, id)))).not.toContain("ines@");
  });

  it("that says not now is asked again", async () => {
    let busy = true;
    await withServer({ onRcptTo: (_address, _session, done) => done(busy ? Object.assign(new Error("4.7.1 greylisted, come back later"), { responseCode: 451 }) : null) });
    const id = await queued();
    await expect(run(id)).rejects.toThrow("The mail server could not take it now: 451 4.7.1 greylisted, come back later");
    expect(await row(id)).toMatchObject({ state: "waiting" });
    busy = false;
    await run(id);
    expect(await row(id)).toMatchObject({ state: "sent", attempts: 2 });
  });

  it("that answers nothing at all is not waited for", async () => {
    const silent: Server = createServer(() => undefined);
    await new Promise<void>((done) => silent.listen(0, "127.0.0.1", done));
    const address = silent.address();
    mailGoesTo(typeof address === "object" && address ? address.port : 0, { patience: { greetingTimeout: 200 } });
    const id = await queued();
    await expect(run(id)).rejects.toThrow("The mail server did not answer in time.");
    silent.close();
  });

  it("whose connection has gone quiet between two mails is asked on another one", async () => {
    const { port, caught } = await withServer();
    mailGoesTo(port, { patience: { socketTimeout: 150 } });
    await run(await queued());
    await new Promise((later) => setTimeout(later, 400));
    const id = await queued();
    await run(id);
    expect(caught).toHaveLength(2);
    expect(await row(id)).toMatchObject({ state: "sent", attempts: 1 });
  });

  it("elsewhere that offers no encryption gets no password", async () => {
    server = await startLoopbackServer({ onAuth: (_auth, _session, done) => done(null, { user: "desk" }) });
    // Not a loopback name to us, though it leads there.
    const mail = { server: { host: "0.0.0.0", port: server.port, secure: false, login: { user: "desk", password: "a very secret word" } }, from: { name: "", address: "desk@halyard.example" } };
    mailGoesTo(server.port);
    mailer?.stop();
    mailer = createMailer(mail, "https://paper.example");
    provide("mailer", mailer);
    const id = await queued();
    await expect(run(id)).rejects.toThrow("encrypted");
    expect(server.caught).toEqual([]);
  });
});

describe("without a mail server", () => {
  it("mail is kept, and read by administrators alone", async () => {
    const id = await queued();
    expect(await jobsWaiting()).toBe(0);
    const [administrator, editor] = [await somebody("administrator"), await somebody("editor")];
    expect(await oneMail(administrator, id)).toMatchObject({ state: "kept", to: "ines@halyard.example", text: "Dear Ines,\n\nhttps://paper.example/invitation/abc\n", can: { tryAgain: false }, notAgain: "No mail server is set." });
    expect([await oneMail(editor, id), await mailList(editor, {}), await oneMail(administrator, newId()), await oneMail(administrator, "x")]).toEqual([null, null, null, null]);
    expect(failureOf(await tryMailAgain.execute({ mailId: id }, { actor: administrator }))?.message).toBe("No mail server is set.");
  });

  it("what waited for one that was taken away is kept, too; what was kept can be sent once there is one", async () => {
    await withServer();
    const id = await queued();
    provide("mailer", null);
    await run(id);
    expect(await row(id)).toMatchObject({ state: "kept" });
    provide("mailer", mailer);
    const administrator = await somebody("administrator");
    expectOk(await tryMailAgain.execute({ mailId: id }, { actor: administrator }));
    expect(failureOf(await tryMailAgain.execute({ mailId: id }, { actor: administrator }))?.code).toBe("conflict");
    await run(id);
    expect(server?.caught).toHaveLength(1);
    expect(failureOf(await tryMailAgain.execute({ mailId: id }, { actor: await somebody("editor") }))?.code).toBe("forbidden");
  });
});

it("a page of the list begins where the one before it ended", async () => {
  const administrator = await somebody("administrator");
  for (let number = 0; number < 60; number++) await queued({ subject: `Mail ${number}` });
  const first = await mailList(administrator, {});
  const second = await mailList(administrator, { after: first?.next ?? "" });
  expect([...(first?.lines ?? []), ...(second?.lines ?? [])].map((line) => line.subject)).toEqual(Array.from({ length: 60 }, (_, index) => `Mail ${59 - index}`));
  expect(second?.next).toBeNull();
  expect((await mailList(administrator, { state: "failed" }))?.lines).toEqual([]);
});

it("what a mail said is forgotten after a month, that there was one after a year; what still waits is kept whole", async () => {
  const administrator = await somebody("administrator");
  const old = async (days: number, state: "sent" | "kept" | "waiting") => {
    const id = await queued();
    await appDatabase().update(mails).set({ state, createdAt: sql`now() - make_interval(days => ${days})` }).where(eq(mails.id, id));
    return id;
  };
  const [fresh, month, kept, waiting, year] = [await old(29, "sent"), await old(31, "sent"), await old(31, "kept"), await old(31, "waiting"), await old(366, "sent")];
  expect(await forgetLetters()).toBe(3);
  await forgetExpired();
  expect(await Promise.all([fresh, month, kept, waiting].map(async (id) => (await row(id))?.letter !== null))).toEqual([true, false, false, true]);
  expect(await oneMail(administrator, month)).toMatchObject({ text: null, to: "ines@halyard.example" });
  expect(await row(year)).toBeUndefined();
});
