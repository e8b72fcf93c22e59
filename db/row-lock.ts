/**
 * How a row is held that a command is about to change: `tx.select()….for(rowLock)`. Whoever else would change it waits until the transaction is
 * over; whoever only refers to it by a foreign key does not. `FOR UPDATE` would keep those out too, and two transactions that each hold a row and
 * refer to the other's would wait for each other for ever. That stronger lock is for rows that are about to be deleted, and for nothing else.
 */
export const rowLock = "no key update";
