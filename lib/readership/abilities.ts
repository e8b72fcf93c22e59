import { ofEverybody } from "@/lib/policy/ability";

/** Being counted as a reader: nobody signs in for that. */
export const readsCount = ofEverybody("reads.count");
