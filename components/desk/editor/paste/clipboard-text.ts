/** The plain text on the clipboard; null where the browser has no way to it or keeps it to itself. To be asked while a press of the writer's is fresh. */
export async function clipboardText(clipboard: Pick<Clipboard, "readText"> | undefined = navigator.clipboard): Promise<string | null> {
  // Some browsers throw at once, some refuse later.
  try {
    return (await clipboard?.readText?.()) ?? null;
  } catch {
    return null;
  }
}
