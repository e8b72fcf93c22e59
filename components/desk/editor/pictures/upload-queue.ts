import { type Answer, type Uploaded, upload as sendPicture } from "@/components/desk/editor/api";
import { pictureLimits, tooLarge } from "@/lib/media/limits";

/** So many go out at once; more would only share the same line. */
const atOnce = 2;

/** How far an upload is. `offered` waits for somebody's word; `failed` says why in a sentence, and `final` where sending it once more would end the same; `cancelled` ends it, and nothing of it is kept here. */
export type UploadState =
  | { kind: "offered" }
  | { kind: "waiting" }
  | { kind: "sending"; share: number }
  | { kind: "preparing" }
  | { kind: "ready"; picture: Uploaded }
  | { kind: "failed"; sentence: string; final: boolean }
  | { kind: "cancelled" };

/** One file on its way. What stands in the text while it comes holds on to this. */
export type Upload = {
  readonly id: string;
  readonly file: File;
  readonly state: UploadState;
  /** Calls at each change from now on; gives back how to stop that. */
  subscribe(listener: (state: UploadState) => void): () => void;
  /** Ends it, wherever it is. What is ready already stays with the paper. */
  cancel(): void;
  /** Of an offer: begins. After a failure: once more from the beginning. */
  retry(): void;
};

export type UploadQueue = {
  /** Takes files in their order. They go on coming while people write. */
  add(files: Iterable<File>): Upload[];
  /** Something that is only fetched, in its own way, when somebody says so; until then it waits, and nothing moves. */
  offer(name: string, fetch: Send): Upload;
  /** Those that are not at their end. */
  pending(): Upload[];
};

/** Sends one file, says how far it is, and stops when the signal is raised. */
export type Send = (file: File, progress: (share: number) => void, signal: AbortSignal) => Promise<Answer<Uploaded>>;

const isAtEnd = ({ kind }: UploadState) => kind === "ready" || kind === "failed" || kind === "cancelled";

/** Several pictures at once, each with its own progress, its own end, and its own second try. */
export function createUploadQueue(send: Send = sendPicture): UploadQueue {
  const uploads = new Set<OneUpload>();

  // Starting one tells of it, which may start or end another: all is asked anew each time.
  const startNext = () => {
    const next = [...uploads].find((one) => one.state.kind === "waiting");
    if (!next || [...uploads].filter((one) => one.isUnderWay).length >= atOnce) return;
    void next.start(next.fetch ?? send);
    startNext();
  };
  const changed = (upload: OneUpload) => {
    if (upload.state.kind === "ready" || upload.state.kind === "cancelled") uploads.delete(upload);
    startNext();
  };

  return {
    add(files) {
      const added = [...files].map((file) => new OneUpload(file, changed, null));
      for (const upload of added) uploads.add(upload);
      startNext();
      return added;
    },
    offer(name, fetch) {
      const offered = new OneUpload(new File([], name), changed, fetch);
      uploads.add(offered);
      return offered;
    },
    pending: () => [...uploads].filter((one) => !isAtEnd(one.state)),
  };
}

class OneUpload implements Upload {
  readonly id = crypto.randomUUID();
  state: UploadState;
  private readonly listeners = new Set<(state: UploadState) => void>();
  private stop = new AbortController();

  constructor(
    readonly file: File,
    private readonly changed: (upload: OneUpload) => void,
    readonly fetch: Send | null,
  ) {
    this.state = { kind: fetch ? "offered" : "waiting" };
  }

  get isUnderWay(): boolean {
    return this.state.kind === "sending" || this.state.kind === "preparing";
  }

  subscribe(listener: (state: UploadState) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  cancel(): void {
    if (this.state.kind === "ready" || this.state.kind === "cancelled") return;
    this.stop.abort();
    this.become({ kind: "cancelled" });
  }

  retry(): void {
    if (this.state.kind !== "failed" && this.state.kind !== "offered") return;
    this.stop = new AbortController();
    this.become({ kind: "waiting" });
  }

  async start(send: Send): Promise<void> {
    const { signal } = this.stop;
    // The server would say the same, after the whole way.
    if (this.file.size > pictureLimits.bytes) return this.become({ kind: "failed", sentence: tooLarge, final: true });
    this.become({ kind: "sending", share: 0 });
    const progress = (share: number) => {
      if (!signal.aborted) this.become(share < 1 ? { kind: "sending", share } : { kind: "preparing" });
    };
    const answer = await send(this.file, progress, signal);
    if (signal.aborted) return;
    this.become("value" in answer ? { kind: "ready", picture: answer.value } : { kind: "failed", sentence: answer.failure.message, final: answer.failure.code === "invalid" });
  }

  private become(state: UploadState): void {
    this.state = state;
    for (const listener of this.listeners) listener(state);
    this.changed(this);
  }
}
