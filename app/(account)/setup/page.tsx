import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SetUpForm } from "@/app/(account)/account/forms";
import { Door } from "@/app/(account)/door";
import { needsSetUp } from "@/lib/people/reads/people";

export const metadata: Metadata = { title: "Set up the paper" };

export default async function SetUp() {
  if (!(await needsSetUp())) notFound();
  return (
    <Door paperName="A new paper">
      <h1>Open your paper</h1>
      <p className="quiet">You become its first administrator and can then invite everybody else. News, Opinion, Culture and Sport are opened for you; rename them as you like.</p>
      <SetUpForm />
    </Door>
  );
}
