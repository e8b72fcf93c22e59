import type { Metadata } from "next";
import { WelcomeForm } from "@/app/(account)/_reader/forms";
import { ReaderRoom } from "@/app/(account)/_reader/room";
import { accountWords, filled } from "@/components/account/words/words";
import { signUpOf } from "@/lib/people/reads/sign-up";
import { accountLanguage } from "@/lib/web/account-language";

// The address is a key: it goes to no other site. To our own it does, or a form without JavaScript would not say whence it comes, and be refused.
export const metadata: Metadata = { title: "Welcome", referrer: "same-origin" };

/** Where the link in the mail to a new reader leads. Opening it changes nothing. */
export default async function Welcome({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const request = await signUpOf(token);
  const language = await accountLanguage(request?.language);
  const say = accountWords[language];
  return (
    <ReaderRoom language={language} heading={request ? filled(say.welcome, { name: request.name }) : say.dead}>
      {request ? (
        <>
          <p>{say.welcomeIntro}</p>
          <WelcomeForm say={say} language={language} token={token} name={request.name} email={request.email} />
        </>
      ) : (
        <p>
          {say.deadText} <a href="/sign-up">{say.again}</a>
        </p>
      )}
    </ReaderRoom>
  );
}
