/** The head in which an open story says whose page it is. */
export const actingAsHeader = "Acting-As";
