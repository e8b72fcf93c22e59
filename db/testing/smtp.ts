import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

/** A mail as the server was handed it: what it was told, and what the mail says of itself. */
export type Caught = { from: string; recipients: string[]; mail: ParsedMail; raw: string };

export type LoopbackServer = {
  port: number;
  caught: Caught[];
  /** Every RCPT that was asked for, taken or not. */
  asked: string[];
  stop(): Promise<void>;
};

/** An SMTP server on the loopback that catches what comes; `options` make it refuse. It stays on `port` where one is given. */
export async function startLoopbackServer(options: SMTPServerOptions = {}, port = 0): Promise<LoopbackServer> {
  const caught: Caught[] = [];
  const asked: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    logger: false,
    closeTimeout: 200,
    ...options,
    onRcptTo(address, session, done) {
      asked.push(address.address);
      if (options.onRcptTo) options.onRcptTo.call(server, address, session, done);
      else done();
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const raw = Buffer.concat(chunks);
        simpleParser(raw).then((mail) => {
          const { mailFrom, rcptTo } = session.envelope;
          caught.push({ from: mailFrom ? mailFrom.address : "", recipients: rcptTo.map((one) => one.address), mail, raw: raw.toString("utf8") });
          done();
        }, done);
      });
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((listening, failed) => {
    server.server.once("error", failed);
    server.listen(port, "127.0.0.1", listening);
  });
  const address = server.server.address();
  return {
    port: typeof address === "object" && address ? address.port : 0,
    caught,
    asked,
    stop: () => new Promise((stopped) => server.close(() => stopped())),
  };
}
