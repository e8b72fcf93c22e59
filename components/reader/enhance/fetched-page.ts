/** A fetched page of the paper as a document, without its styles: other kinds of page have others, and this page's policy knows its own alone. */
export async function fetchedPage(response: Response): Promise<Document> {
  const html = (await response.text()).replace(/<style\b[^>]*>[\s\S]*?<\/style>/g, "");
  return new DOMParser().parseFromString(html, "text/html");
}
