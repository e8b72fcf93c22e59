import type { Metadata } from "next";
import { Frame } from "@/app/_desk/desk-frame";
import { InviteForm, PersonControls } from "@/app/(desk)/desk/people/forms";
import { DeniedHere } from "@/app/_desk/denied";
import { Who } from "@/components/desk/who";
import { allPeople } from "@/lib/people/reads/people";
import { staff } from "@/lib/web/session";

export const metadata: Metadata = { title: "People" };

export default async function People() {
  const actor = await staff("/desk/people");
  const people = await allPeople(actor);
  return (
    <Frame actor={actor} current="people">
      <header className="head">
        <h1>People</h1>
      </header>
      {!people ? (
        <DeniedHere />
      ) : (
        <div className="sheet-body">
          <InviteForm />
          <table className="people">
            <thead>
              <tr>
                <th scope="col">Who</th>
                <th scope="col">Email</th>
                <th scope="col">Role</th>
                <th scope="col">
                  <span className="hidden">What may be done</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {people.map((person) => (
                <tr key={person.id}>
                  <td>
                    <Who name={person.name} /> {person.name} {person.disabled && <b className="problem">disabled</b>} {person.invited && <span className="faint">invited</span>}
                  </td>
                  <td>{person.email}</td>
                  <PersonControls person={person} />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Frame>
  );
}
