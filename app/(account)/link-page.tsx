import { NewPasswordForm } from "@/app/(account)/account/forms";
import { Door } from "@/app/(account)/door";
import { doorWords } from "@/components/account/door-words";
import { linkHolder } from "@/lib/people/reads/people";
import { thePaper } from "@/lib/web/reading";

/** Where an invitation or a reset link leads. */
export async function LinkPage({ token }: { token: string }) {
  const [holder, paper] = await Promise.all([linkHolder(token), thePaper()]);
  const say = doorWords[paper.language];
  return (
    <Door paperName={paper.name}>
      <h1>{!holder ? say.dead : holder.purpose === "invitation" ? say.welcome(holder.name) : say.chooseNew}</h1>
      {holder ? <NewPasswordForm token={token} email={holder.email} language={paper.language} /> : <p className="quiet">{say.deadWhy} <a href="/sign-in/forgotten">{say.askAnother}</a>.</p>}
    </Door>
  );
}
