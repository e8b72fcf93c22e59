import type { ReactNode } from "react";
import { Plate } from "@/app/(account)/plate";
import { Mark } from "@/components/desk/icon";

/** The way in: the paper's mark above a form, and the plate beside it. */
export function Door({ paperName, children }: { paperName: string; children: ReactNode }) {
  return (
    <main className="door">
      <div className="form">
        <div>
          <a className="mark" href="/">
            <Mark />
            <span>
              Standfirst<small>{paperName}</small>
            </span>
          </a>
          {children}
        </div>
      </div>
      <Plate paperName={paperName} />
    </main>
  );
}
