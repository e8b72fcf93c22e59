/**
 * Opens the system's own file chooser and gives on what was chosen; nothing when it is cancelled.
 * Call it while the key or the press that asks for it is being answered: later, browsers open none.
 */
export function chooseFiles({ accept, multiple = false }: { accept: string; multiple?: boolean }, take: (files: File[]) => void): void {
  const chooser = document.createElement("input");
  chooser.type = "file";
  chooser.accept = accept;
  chooser.multiple = multiple;
  chooser.onchange = () => take([...(chooser.files ?? [])]);
  chooser.click();
}
