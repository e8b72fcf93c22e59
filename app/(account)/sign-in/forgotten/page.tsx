import type { Metadata } from "next";
import { ForgottenForm } from "@/app/(account)/sign-in/forgotten/form";
import { Mark } from "@/components/desk/icon";
import { mailServer } from "@/lib/mail/reads/mails";
import { thePaper } from "@/lib/web/reading";

export async function generateMetadata(): Promise<Metadata> {
  return { title: `Forgot your password? · ${(await thePaper()).name}` };
}

export default async function Forgotten() {
  const paper = await thePaper();
  return (
    <main className="door">
      <div className="form">
        <div>
          <a className="mark" href="/">
            <Mark />
            <span>
              Standfirst<small>{paper.name}</small>
            </span>
          </a>
          <ForgottenForm mails={mailServer() !== null} />
        </div>
      </div>
      <div className="plate" />
    </main>
  );
}
