import type { CropBox, FocalPoint } from "@/lib/content/stored/figure";

const isShare = (value: unknown): value is number => typeof value === "number" && value >= 0 && value <= 1;

/** Exactly these shares, and nothing beside them. */
function shares<Name extends string>(raw: unknown, names: readonly Name[]): Record<Name, number> | null {
  if (typeof raw !== "object" || raw === null || Object.keys(raw).length !== names.length) return null;
  const values = raw as Record<Name, unknown>;
  return names.every((name) => Object.hasOwn(raw, name) && isShare(values[name])) ? (values as Record<Name, number>) : null;
}

/** Whether a part lies within its picture and is large enough to be shown. */
export const isWithinPicture = (box: Record<"x" | "y" | "width" | "height", number>): boolean => box.x + box.width <= 1.0001 && box.y + box.height <= 1.0001 && box.width >= 0.1 && box.height >= 0.1;

/** Makes a reader of an attribute; what is not ours is null: the picture is then shown whole. */
const read =
  <Value>(judge: (raw: unknown) => Value | null) =>
  (text: string): Value | null => {
    try {
      return judge(JSON.parse(text));
    } catch {
      // No JSON, so not ours either.
      return null;
    }
  };

/** The point in an attribute: what `focalPoint` takes, judged without the validation that only what is stored needs. */
export const readFocalPoint = read<FocalPoint>((raw) => shares(raw, ["x", "y"]));

/** The part in an attribute: what `cropBox` takes. */
export const readCropBox = read<CropBox>((raw) => {
  const box = shares(raw, ["x", "y", "width", "height"]);
  return box && isWithinPicture(box) ? box : null;
});
