/** What a service outside thinks of what somebody says; `silent`: it was asked and did not answer, or not so that it can be read. */
export type Opinion = { verdict: "publish" | "flag" | "hold" | "spam"; because: string } | { verdict: "silent" };
