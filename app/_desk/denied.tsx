import { Denied } from "@/components/desk/denied";
import { answerWith } from "@/lib/web/reader-request";

/** What may not be seen does not exist, also by its status. */
export function DeniedHere() {
  answerWith(404);
  return <Denied />;
}
