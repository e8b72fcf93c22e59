import { resolve } from "node:path";
import { afterAll, expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { useTestDatabase } from "@/db/testing/database";
import { testEnv } from "@/db/testing/env";
import { type LoopbackServer, startLoopbackServer } from "@/db/testing/smtp";
import { newId } from "@/lib/kernel/ids";
import { fromProcess } from "@/lib/kernel/process-store";
import { sendMail } from "@/lib/mail/jobs/send-mail";
import { queueMail } from "@/lib/mail/queue-mail";
import { layGround } from "@/server/bootstrap";

const { urls } = useTestDatabase();
let server: LoopbackServer | null = null;
afterAll(() => server?.stop());

it("a server that is set is what mail goes out through, and without one nothing does", async () => {
  server = await startLoopbackServer();
  const env = { ...testEnv, databaseUrl: urls.migratorUrl, databaseAppUrl: urls.appUrl, databaseReaderUrl: urls.readerUrl };
  const mail = { server: { host: "127.0.0.1", port: server.port, secure: false, login: null }, from: { name: "", address: "desk@halyard.example" } };
  const ground = await layGround({ ...env, mail }, resolve("."), () => undefined);
  const id = newId();
  await appDatabase().transaction((tx) => queueMail(tx, { id, kind: "invitation", to: "ines@halyard.example", subject: "Yes", text: "Yes" }));
  await sendMail.run({ mailId: id }, new AbortController().signal);
  await ground.leave();
  expect(server.caught.map((caught) => caught.mail.subject)).toEqual(["Yes"]);
  // The paper's own name, where none was set.
  expect(server.caught[0]?.mail.from?.value).toEqual([{ name: "The paper", address: "desk@halyard.example" }]);
  const without = await layGround({ ...env, mail: null }, resolve("."), () => undefined);
  expect(fromProcess("mailer")).toBeNull();
  await without.leave();
});
