/** What must be done and what should be, as the panel of the checks and the foot call them. */
export const groups = {
  must: { title: "Must", help: "Until these are done the story does not go out." },
  should: { title: "Should", help: "Worth a look; they stop nothing." },
} as const;
