import { z } from "zod";
import { seenVersion } from "@/lib/settings/seen-version";
import { adsProblem, securityProblem, trustProblem } from "@/lib/settings/file-lines";

/** Under which key the files lie among the paper's settings. */
export const paperFilesKey = "paper_files";

const noProblem = () => null;

/** The files that a paper may have: where each stands, and what is wrong with one of its lines. */
export const paperFiles = {
  security: { paths: ["/.well-known/security.txt"], problem: securityProblem },
  ads: { paths: ["/ads.txt"], problem: adsProblem },
  appAds: { paths: ["/app-ads.txt"], problem: adsProblem },
  trust: { paths: ["/trust.txt", "/.well-known/trust.txt"], problem: trustProblem },
  humans: { paths: ["/humans.txt"], problem: noProblem },
} satisfies Record<string, { paths: string[]; problem: (line: string) => string | null }>;
export type PaperFile = keyof typeof paperFiles;

/** A file as text; what is wrong with it is said with the number of its line. */
const fileText = (problem: (line: string) => string | null) =>
  z
    .string("Write the file’s lines.")
    .max(100_000, "No such file is so long.")
    .transform((text) => text.replace(/\r\n?/g, "\n").trim())
    .superRefine((text, context) => {
      for (const [index, line] of text.split("\n").entries()) {
        const said = line.trim() === "" || line.trim().startsWith("#") ? null : problem(line.trim());
        if (said) context.addIssue({ code: "custom", message: `Line ${index + 1}: ${said}` });
      }
    });

const onceAtMost = (text: string, field: string) => (text.match(new RegExp(`^${field}:`, "gim")) ?? []).length <= 1;

/** All files at once. An empty one is none: its address answers 404. */
export const PaperFiles = z.strictObject({
  security: fileText(paperFiles.security.problem)
    .refine((text) => text === "" || /^contact:/im.test(text), "There is no Contact in it: say how you are told of a hole.")
    .refine((text) => onceAtMost(text, "preferred-languages"), "Preferred-Languages may stand in it once."),
  ads: fileText(paperFiles.ads.problem),
  appAds: fileText(paperFiles.appAds.problem),
  trust: fileText(paperFiles.trust.problem),
  humans: fileText(paperFiles.humans.problem),
});
export type PaperFiles = z.infer<typeof PaperFiles>;

/** As the settings page sends them: upon the version that was seen. */
export const PaperFilesInput = PaperFiles.extend({ seen: seenVersion });

const none: PaperFiles = { security: "", ads: "", appAds: "", trust: "", humans: "" };

/** The files in a stored value; an empty text where nobody wrote one. */
export function filesOf(value: Record<string, unknown> | undefined): PaperFiles {
  const parsed = PaperFiles.safeParse({ ...none, ...value });
  return parsed.success ? parsed.data : none;
}
