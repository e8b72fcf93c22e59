/** What a browser keeps of who reads by a link there; it goes to the address of that link alone. */
export const readerCookie = "for-review";
