export { NotHere as default } from "@/app/_reader/shell";
