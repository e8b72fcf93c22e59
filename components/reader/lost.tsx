import { SearchForm } from "@/components/reader/search/search-form";

/** A page that is not there, or was taken back: says which, and helps on. */
export function Lost({ gone }: { gone: boolean }) {
  return (
    <main id="main" className="page">
      <div className="lost">
        <div>
          <p className="kicker">{gone ? "410" : "404"}</p>
          <h1>{gone ? "This story was withdrawn" : "This page has slipped its mooring"}</h1>
          <p>
            {gone
              ? "It stood at this address and was taken back by the newsroom. What we correct is listed openly, and a story that returns says in its change log that it was away; the search may find what came after it."
              : "There is nothing at this address. It may be a typing slip, or a link that was never right. Stories that we moved bring you along by themselves; stories that we withdrew say so."}
          </p>
          <SearchForm />
        </div>
      </div>
    </main>
  );
}
