import type { Server } from "node:net";
import { type Env, WrongSetting } from "@/lib/kernel/env";

type Address = Pick<Env, "host" | "port">;

/** Opens the port. Throws `WrongSetting` with one sentence where HOST and PORT cannot be had. */
export function listen(server: Server, { host, port }: Address): Promise<void> {
  return new Promise((listening, failed) => {
    server.once("error", (error: NodeJS.ErrnoException) => failed(complaint(error, host, port)));
    server.listen(port, host, listening);
  });
}

function complaint(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const say = (sentence: string) => new WrongSetting(sentence, { cause: error });
  if (error.code === "EADDRINUSE") return say(`PORT ${port} is taken at ${host}: another program, or another Standfirst, listens there.`);
  if (error.code === "EACCES") return say(`PORT ${port} is not for this user; set PORT to 1024 or more.`);
  if (["EADDRNOTAVAIL", "ENOTFOUND", "EAI_AGAIN", "EINVAL"].includes(error.code ?? "")) return say(`HOST ${host} is not an address of this machine.`);
  return error;
}
