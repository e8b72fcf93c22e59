/** Words that nobody published, in the places where an accent and the faces are seen. */
export function LookSample() {
  return (
    <main id="main" className="page front" lang="en" dir="ltr">
      <article className="story" data-section="plain">
        <p className="kicker">At the quay</p>
        <h2 className="headline h1">
          <a href="#main">The night boat waits for the tide, and the town waits for the boat</a>
        </h2>
        <p className="standfirst">Two hundred people, nine cars and a piano stood on the mole until the water came back.</p>
        <p className="meta">
          <b>Somebody of ours</b> · 4 minutes
        </p>
        <div className="prose">
          <p>
            It left at ten past one, an hour after <a href="#main">the last train</a>. Nobody was told why, and nobody went home.
          </p>
        </div>
      </article>
      <ol className="latest">
        <li>
          <time>06:42</time>
          <a href="#main">Fish market opens late</a>
        </li>
        <li>
          <time>05:15</time>
          <a href="#main">Fog on the northern road</a>
        </li>
      </ol>
    </main>
  );
}
