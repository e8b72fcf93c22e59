/** What a browser keeps of who reads by a link there; it goes to the address of that link alone. */
export const readerCookie = "for-review";

/** What the page is told where a network has tried too often: then it must not look the link up either. */
export const stoppedAtTheDoor = "stopped";
