import { answerFile } from "@/lib/web/paper-file";

export const dynamic = "force-dynamic";

export const GET = (): Promise<Response> => answerFile("trust");
