import { customType, timestamp, uuid } from "drizzle-orm/pg-core";
import { newId } from "@/lib/kernel/ids";

/** A UUIDv7 primary key made by us, so that rows sort by age and the demo newsroom keeps its ids. */
export const idColumn = () => uuid("id").primaryKey().$defaultFn(newId);

/** An instant, always with zone. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

export const bytea = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => "bytea",
  toDriver: (value) => Buffer.from(value),
  fromDriver: (value) => new Uint8Array(value),
});

export const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });
