/* What comes while the browser rests, in one piece: apart, each would bring its own wrapping. */
export * from "@/components/desk/editor/paste/paste-reader";
export { ReceiptContents } from "@/components/desk/editor/paste/receipt-contents";
