import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createUploadQueue, type Send, type Upload, type UploadState } from "@/components/desk/editor/pictures/upload-queue";
import { tooLarge } from "@/lib/media/limits";

/** What the server does with each file, by its name, one after the other; what is not said is taken. */
type Manner = (request: IncomingMessage, response: ServerResponse) => void;
let server: Server;
let manners: Record<string, Manner[]>;
let received: number;
let open: number;
let mostOpen: number;

beforeEach(async () => {
  manners = {};
  [received, open, mostOpen] = [0, 0, 0];
  server = createServer((incoming, response) => {
    open += 1;
    mostOpen = Math.max(mostOpen, open);
    response.once("close", () => {
      open -= 1;
    });
    received += 1;
    (manners[incoming.url?.slice(1) ?? ""]?.shift() ?? take)(incoming, response);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
});
afterEach(() => {
  server.closeAllConnections();
  return new Promise((closed) => server.close(closed));
});

const said = (response: ServerResponse, status: number, body: unknown) => response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
const take: Manner = (incoming, response) => {
  let bytes = 0;
  incoming.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
  });
  incoming.on("end", () => said(response, 200, { value: { id: `picture-${bytes}`, width: 3, height: 2, alt: "", caption: "", credit: "", copyright: "" } }));
};
const refuse: Manner = (incoming, response) => {
  incoming.resume().on("end", () => said(response, 422, { failure: { code: "invalid", reason: "damaged", message: "This picture is damaged and cannot be read." } }));
};
const hangUp: Manner = (incoming) => incoming.socket.destroy();

/** As the browser sends, over a real connection, in pieces of which each is reported once it has left. */
const send: Send = (file, progress, signal) =>
  new Promise((done) => {
    const lost = () => done({ failure: { code: "unavailable", reason: "offline", message: "The server cannot be reached. Nothing was changed; please try again." } });
    const { port } = server.address() as AddressInfo;
    const outgoing = request({ host: "127.0.0.1", port, path: `/${file.name}`, method: "POST", signal }, async (answer) => {
      const chunks: Buffer[] = [];
      for await (const chunk of answer) chunks.push(chunk as Buffer);
      done(JSON.parse(Buffer.concat(chunks).toString("utf8")));
    });
    outgoing.once("error", lost);
    void file.arrayBuffer().then(async (bytes) => {
      const piece = Math.ceil(bytes.byteLength / 4);
      for (let from = 0; from < bytes.byteLength && !outgoing.destroyed; from += piece) {
        await new Promise((left) => outgoing.write(Buffer.from(bytes.slice(from, from + piece)), left));
        progress(Math.min(1, (from + piece) / bytes.byteLength));
      }
      outgoing.end();
    });
  });

const file = (name: string, size = 4000) => new File([new Uint8Array(size)], name, { type: "image/jpeg" });
const until = (upload: Upload | undefined, kind: UploadState["kind"]) =>
  new Promise<UploadState>((reached) => {
    if (upload?.state.kind === kind) return reached(upload.state);
    const stop = upload?.subscribe((state) => {
      if (state.kind !== kind) return;
      stop?.();
      reached(state);
    });
  });

describe("pictures on their way", () => {
  it("go from waiting over sending and preparing to ready, each with its picture", async () => {
    const queue = createUploadQueue(send);
    const [upload] = queue.add([file("a.jpg")]);
    const passed: string[] = [];
    const shares: number[] = [];
    upload?.subscribe((state) => {
      if (passed.at(-1) !== state.kind) passed.push(state.kind);
      if (state.kind === "sending") shares.push(state.share);
    });
    expect(await until(upload, "ready")).toMatchObject({ picture: { id: "picture-4000" } });
    expect(passed).toEqual(["sending", "preparing", "ready"]);
    expect(shares).toEqual([0.25, 0.5, 0.75]);
  });

  it("go two at a time, in their order, until all are there", async () => {
    const queue = createUploadQueue(send);
    const uploads = queue.add([file("a"), file("b"), file("c"), file("d"), file("e")]);
    expect(uploads.map((one) => one.state.kind)).toEqual(["sending", "sending", "waiting", "waiting", "waiting"]);
    await Promise.all(uploads.map((one) => until(one, "ready")));
    expect(mostOpen).toBeLessThanOrEqual(2);
    expect(received).toBe(5);
    expect(queue.pending()).toEqual([]);
  });

  it("that are refused say why, and hold nobody up", async () => {
    manners = { bad: [refuse] };
    const [bad, good] = createUploadQueue(send).add([file("bad"), file("good")]);
    expect(await until(bad, "failed")).toEqual({ kind: "failed", sentence: "This picture is damaged and cannot be read.", final: true });
    await until(good, "ready");
  });

  it("that were cut off are sent again when asked", async () => {
    manners = { a: [hangUp] };
    const queue = createUploadQueue(send);
    const [upload] = queue.add([file("a")]);
    expect(await until(upload, "failed")).toMatchObject({ sentence: expect.stringContaining("cannot be reached"), final: false });
    upload?.retry();
    await until(upload, "ready");
    expect(received).toBe(2);
  });

  it("that are cancelled stop on the line, and the next one goes", async () => {
    const begun = new Promise<IncomingMessage>((tell) => {
      manners = { a: [(incoming) => tell(incoming)], b: [(incoming) => incoming.resume()] };
    });
    const queue = createUploadQueue(send);
    const [first, second, third] = queue.add([file("a"), file("b"), file("c")]);
    const cut = begun.then((incoming) => new Promise((gone) => incoming.socket.once("close", gone)));
    await begun;
    first?.cancel();
    await cut;
    expect(first?.state).toEqual({ kind: "cancelled" });
    await until(third, "ready");
    second?.cancel();
    expect(queue.pending()).toEqual([]);
    first?.retry();
    expect(first?.state).toEqual({ kind: "cancelled" });
  });

  it("that are waiting can be cancelled before they begin", async () => {
    const queue = createUploadQueue(send);
    const uploads = queue.add([file("a"), file("b"), file("c")]);
    uploads[2]?.cancel();
    await Promise.all(uploads.slice(0, 2).map((one) => until(one, "ready")));
    expect(received).toBe(2);
  });

  it("that are too large are refused before they take the line", () => {
    const huge = file("huge");
    Object.defineProperty(huge, "size", { value: 26 * 1024 * 1024 });
    const [upload] = createUploadQueue(send).add([huge]);
    expect(upload?.state).toEqual({ kind: "failed", sentence: tooLarge, final: true });
    expect(received).toBe(0);
  });

  it("tell whoever listens to one", async () => {
    const [upload] = createUploadQueue(send).add([file("a.jpg")]);
    const heard = new Set<string>();
    const stop = upload?.subscribe(({ kind }) => heard.add(kind));
    await until(upload, "ready");
    expect([...heard]).toEqual(["sending", "preparing", "ready"]);
    stop?.();
  });
});

it("sends nothing of what is offered before somebody says so, and counts it as not here until then", async () => {
  const queue = createUploadQueue(send);
  const offered = queue.offer("The quay, on example.org", async (_, progress) => {
    progress(1);
    return { failure: { code: "unavailable", reason: "offline", message: "This address could not be reached." } };
  });
  const heard: string[] = [];
  offered.subscribe((state) => heard.push(state.kind));
  expect([offered.state.kind, queue.pending().length]).toEqual(["offered", 1]);
  offered.retry();
  await expect.poll(() => offered.state.kind).toBe("failed");
  expect(heard).toEqual(["waiting", "sending", "preparing", "failed"]);
  offered.cancel();
  expect([received, queue.pending().length]).toEqual([0, 0]);
});
