/** The name of the performance mark that is set once all of the editor is here, and the line may go down. */
export const everythingIsHere = "editor: everything is here";
