/** What may not be seen does not exist; who could help is said. */
export function Denied() {
  return (
    <div className="sheet-body">
      <div className="empty">
        <h3>There is nothing here for you</h3>
        <p>It may have been removed, or it is open to others only. An administrator can change your role.</p>
        <a className="btn" href="/desk">
          To the stories
        </a>
      </div>
    </div>
  );
}
