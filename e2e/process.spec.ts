import { request as rawRequest } from "node:http";
import { expect, test } from "@playwright/test";

test("the paper's process says that it is alive and ready", async ({ request }) => {
  const alive = await request.get("/healthz");
  expect(alive.status()).toBe(200);
  const ready = await request.get("/readyz");
  expect(ready.status()).toBe(200);
  expect(ready.headers()["cache-control"]).toBe("no-store");
});

test("the paper answers to its own name and to no other", async ({ baseURL }) => {
  expect(await statusFor(baseURL, new URL(baseURL ?? "").host)).toBe(200);
  for (const stranger of ["evil.example", "localhost.evil.example", `evil.example:${new URL(baseURL ?? "").port}`]) {
    expect(await statusFor(baseURL, stranger)).toBe(421);
  }
});

test("the paper does not say what it is built with", async ({ request }) => {
  const home = await request.get("/");
  expect(home.headers()).not.toHaveProperty("x-powered-by");
  expect(home.headers()).not.toHaveProperty("server");
});

/** A browser cannot lie about its Host; a bare request can. */
function statusFor(baseURL: string | undefined, host: string): Promise<number | undefined> {
  return new Promise((done, failed) => {
    const asked = rawRequest(`${baseURL}/`, { headers: { Host: host } }, (answer) => {
      answer.resume();
      done(answer.statusCode);
    });
    asked.once("error", failed);
    asked.end();
  });
}
