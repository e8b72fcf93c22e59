import { connect, createServer, type Server, type Socket } from "node:net";

/**
 * The network between editors and the newsroom: a forwarder on loopback that can be cut, held up and led to another server. Bytes are
 * never changed or reordered, as TCP never does.
 */
export class Network {
  private readonly server: Server;
  private readonly lines = new Set<{ near: Socket; far: Socket }>();
  /** Those on which nothing will go through any more. */
  private readonly dead = new Set<{ near: Socket; far: Socket }>();
  private state: "open" | "cut" | "held" = "open";
  private targets: readonly number[] = [];
  private turn = 0;
  port = 0;

  constructor() {
    this.server = createServer((near) => this.carry(near));
  }

  async listen(): Promise<void> {
    await new Promise<void>((done) => this.server.listen(0, "127.0.0.1", done));
    const address = this.server.address();
    this.port = typeof address === "object" && address ? address.port : 0;
  }

  /** Where new connections lead: to these ports in turns. What stands stays where it is. */
  leadTo(...ports: number[]): void {
    this.targets = ports;
  }

  /** Every connection is reset, and new ones are until `open`. */
  cut(): void {
    this.state = "cut";
    this.reset();
  }

  /** Every connection is reset; new ones go through. */
  reset(): void {
    for (const { near, far } of this.lines) {
      near.resetAndDestroy();
      far.resetAndDestroy();
    }
    this.lines.clear();
  }

  /** Nothing goes through any more and nobody is told: connections stand, half-open, and new ones seem to be taken. */
  hold(): void {
    this.state = "held";
    for (const { near, far } of this.lines) {
      near.pause();
      far.pause();
    }
  }

  /** Everything goes through again; what was held up arrives late. */
  open(): void {
    this.state = "open";
    for (const { near, far } of this.lines) {
      near.resume();
      far.resume();
    }
  }

  /** The same, but what was held up is lost: those connections stay dead until one of their ends gives up. */
  openAnew(): void {
    this.state = "open";
    for (const line of this.lines) this.dead.add(line);
    this.lines.clear();
  }

  async close(): Promise<void> {
    for (const line of this.dead) this.lines.add(line);
    this.reset();
    await new Promise<void>((done) => this.server.close(() => done()));
  }

  private carry(near: Socket): void {
    near.on("error", () => near.destroy());
    if (this.state === "cut") return void near.resetAndDestroy();
    const port = this.targets[this.turn++ % this.targets.length];
    if (!port) return void near.resetAndDestroy();
    const far = connect({ port, host: "127.0.0.1" });
    const line = { near, far };
    this.lines.add(line);
    far.on("error", () => near.destroy());
    near.on("close", () => far.destroy());
    far.on("close", () => {
      near.destroy();
      this.lines.delete(line);
      this.dead.delete(line);
    });
    for (const socket of [near, far]) socket.setNoDelay(true);
    near.on("data", (bytes) => far.write(bytes));
    far.on("data", (bytes) => near.write(bytes));
    if (this.state === "held") {
      near.pause();
      far.pause();
    }
  }
}
