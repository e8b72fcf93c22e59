import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Door } from "@/app/(account)/door";
import { SignUpForm } from "@/app/(account)/_reader/forms";
import { accountWords } from "@/components/account/words/words";
import { languageCodes, languages } from "@/db/vocabulary";
import { signUpIsOpen } from "@/lib/people/reads/sign-up";
import { accountLanguage } from "@/lib/web/account-language";
import { thePaper } from "@/lib/web/reading";
import { safeRedirect } from "@/lib/web/safe-redirect";
import { currentActor } from "@/lib/web/session";

type Props = { searchParams: Promise<{ next?: string; language?: string }> };

const named = (code: string | undefined) => languageCodes.find((one) => one === code);

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const language = await accountLanguage(named((await searchParams).language));
  return { title: `${accountWords[language].signUp} · ${(await thePaper()).name}` };
}

/** Where a reader asks for an account; without a mail server it says how else to come by one. */
export default async function SignUp({ searchParams }: Props) {
  const { next, language: asked } = await searchParams;
  const [actor, paper, language] = await Promise.all([currentActor(), thePaper(), accountLanguage(named(asked))]);
  const back = safeRedirect(next, "");
  if (actor.kind === "person") redirect(safeRedirect(back, "/account"));
  const say = accountWords[language];
  const signIn = back ? `/sign-in?next=${encodeURIComponent(back)}` : "/sign-in";
  return (
    <Door paperName={paper.name}>
      <div lang={language} dir={languages[language].direction}>
        {signUpIsOpen() ? (
          <SignUpForm say={say} language={language} next={back} signIn={signIn} />
        ) : (
          <>
            <h1>{say.signUp}</h1>
            <p>{say.closed}</p>
            <p>{say.guestToo}</p>
            <p>
              <a href={signIn}>{say.haveOne}</a>
            </p>
          </>
        )}
      </div>
    </Door>
  );
}
