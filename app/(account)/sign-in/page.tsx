import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInForm } from "@/app/(account)/sign-in/form";
import { Mark } from "@/components/desk/icon";
import { may } from "@/lib/policy/ability";
import { thePaper } from "@/lib/web/reading";
import { safeRedirect } from "@/lib/web/safe-redirect";
import { currentActor } from "@/lib/web/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: `Sign in · ${(await thePaper()).name}` };
}

export default async function SignIn({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const { next } = await searchParams;
  const [actor, paper] = await Promise.all([currentActor(), thePaper()]);
  if (actor.kind === "person") redirect(safeRedirect(next, may(actor, "desk.enter") ? "/desk" : "/account"));
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
          <SignInForm next={safeRedirect(next, "")} />
        </div>
      </div>
      <div className="plate" />
    </main>
  );
}
