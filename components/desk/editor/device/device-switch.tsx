"use client";

import { useState } from "react";
import { act } from "@/components/desk/editor/api";
import type { StoryState } from "@/lib/articles/desk-views";

/** Whether the browsers of those who write this story may keep a copy of it. */
export function DeviceSwitch({ state, refresh }: { state: StoryState; refresh: () => Promise<void> }) {
  const [problem, setProblem] = useState<string | null>(null);
  /** What was just chosen, until the server has said what stands. */
  const [chosen, setChosen] = useState<boolean | null>(null);
  const change = async (isOff: boolean) => {
    setChosen(isOff);
    const answer = await act(state.id, "devices", { allowed: !isOff });
    setProblem("failure" in answer ? answer.failure.message : null);
    await refresh();
    setChosen(null);
  };
  return (
    <div className="verb">
      <h3>On devices</h3>
      <label className="choice">
        <input type="checkbox" checked={chosen ?? state.keptOffDevices} onChange={(event) => void change(event.target.checked)} /> <b>Do not keep on devices</b>
        <span>Browsers keep no copy of this story, and drop the one they have. What is typed while the line is down is then lost with its tab.</span>
      </label>
      {problem && (
        <p className="notice bad" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
