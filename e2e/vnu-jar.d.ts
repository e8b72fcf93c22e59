declare module "vnu-jar" {
  /** Where the program lies, as an object of a string. */
  const jar: { toString(): string };
  export default jar;
}
