import { answerIcon } from "@/lib/web/drawing-file";

export const dynamic = "force-dynamic";

export const GET = (): Promise<Response> => answerIcon();
