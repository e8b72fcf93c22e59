import type { Metadata } from "next";
import { ForgottenForm } from "@/app/(account)/sign-in/forgotten/form";
import { doorWords } from "@/components/account/door-words";
import { Door } from "@/app/(account)/door";
import { mailServer } from "@/lib/mail/reads/mails";
import { thePaper } from "@/lib/web/reading";

export async function generateMetadata(): Promise<Metadata> {
  const { name, language } = await thePaper();
  return { title: `${doorWords[language].forgot} · ${name}` };
}

export default async function Forgotten() {
  const paper = await thePaper();
  return (
    <Door paperName={paper.name}>
      <ForgottenForm mails={mailServer() !== null} language={paper.language} />
    </Door>
  );
}
