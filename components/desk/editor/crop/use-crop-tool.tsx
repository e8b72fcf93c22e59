import { type ReactNode, useState } from "react";
import { askPicture } from "@/components/desk/editor/crop/ask-crop";
import { withLine } from "@/components/desk/editor/with-line";
import type { CropBox } from "@/lib/content/stored/figure";
import type { DeskPicture } from "@/lib/media/reads/desk-picture";

type Tool = Awaited<ReturnType<typeof withLine.cropTool>>["CropTool"];

export type Croppable = { assetId: string; crop: CropBox | null; set: (crop: CropBox | null) => void };

/** The tool over a picture: how to open it, the open tool itself, and why it could not be opened. */
export function useCropTool({ assetId, crop, set }: Croppable): { open: () => Promise<void>; tool: ReactNode; problem: string | null } {
  const [opened, setOpened] = useState<{ picture: DeskPicture; Tool: Tool } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  async function open() {
    // Seldom wanted, and of no use without the picture itself: both come when they are.
    const [answer, module] = await Promise.all([askPicture(assetId), withLine.cropTool().catch(() => null)]);
    setProblem("failure" in answer ? answer.failure.message : module ? null : "The line is down. Please try again.");
    if ("value" in answer && module) setOpened({ picture: answer.value, Tool: module.CropTool });
  }

  return { open, problem, tool: opened && <opened.Tool picture={opened.picture} crop={crop} use={set} close={() => setOpened(null)} /> };
}
