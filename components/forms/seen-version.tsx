"use client";

import { useEffect, useRef, useState } from "react";
import type { FormState } from "@/components/forms/action-form";

type Props = { /** As the form's last answer has it: each answer is another one. */ typed: FormState["typed"]; version: number | string };

/**
 * The version that a form stands upon: from the first change on the one that was there then, until the form is answered. Another form of the page may
 * bring a newer one meanwhile, and what was typed here was never weighed against that.
 */
export function SeenVersion({ typed, version }: Props) {
  const [begun, setBegun] = useState<Props | null>(null);
  const place = useRef<HTMLInputElement>(null);
  const held = begun?.typed === typed ? begun : null;
  useEffect(() => {
    const form = place.current?.form;
    if (!form || held) return;
    const begin = () => setBegun({ typed, version });
    form.addEventListener("input", begin);
    return () => form.removeEventListener("input", begin);
  }, [held, typed, version]);
  return <input type="hidden" name="seen" ref={place} value={typed.seen ?? held?.version ?? version} />;
}
