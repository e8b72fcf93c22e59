"use client";

import type { ComponentProps } from "react";
import { useBlockTools } from "@/components/desk/editor/blocks/use-block-tools";
import type { PictureMenu } from "@/components/desk/editor/menus/picture-menu";

/** The menu at a picture that is chosen, from the first picture on; where its script cannot be had, the settings beside the text say so. */
export function LatePictureMenu(props: ComponentProps<typeof PictureMenu>) {
  const tools = useBlockTools(props.editor);
  return typeof tools?.late === "object" ? <tools.late.module.PictureMenu {...props} /> : null;
}
