import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInForm } from "@/app/(account)/sign-in/form";
import { ForgetDevice } from "@/components/account/forget-device";
import { doorWords } from "@/components/account/door-words";
import { Door } from "@/app/(account)/door";
import { accountWords as roomWords } from "@/components/account/words/words";
import { may } from "@/lib/policy/ability";
import { thePaper } from "@/lib/web/reading";
import { safeRedirect } from "@/lib/web/safe-redirect";
import { currentActor, justLeft } from "@/lib/web/session";

export async function generateMetadata(): Promise<Metadata> {
  const { name, language } = await thePaper();
  return { title: `${doorWords[language].signIn} · ${name}` };
}

export default async function SignIn({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const { next } = await searchParams;
  const [actor, paper] = await Promise.all([currentActor(), thePaper()]);
  if (actor.kind === "person") redirect(safeRedirect(next, may(actor, "desk.enter") ? "/desk" : "/account"));
  return (
    <Door paperName={paper.name}>
      {(await justLeft()) && <ForgetDevice />}
      <SignInForm next={safeRedirect(next, "")} signUp={roomWords[paper.language].newHere} language={paper.language} />
    </Door>
  );
}
