import type { Database, Transaction } from "@/db/client";
import { paperNow } from "@/lib/settings/reads/paper-now";

/** What the paper is called, for what is written in its name. */
export const paperName = async (db: Database | Transaction): Promise<string> => (await paperNow(db)).paper;
