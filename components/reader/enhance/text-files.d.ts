/** Styles that the script of reader pages carries as text (server/reader-script.ts). */
declare module "@/components/reader/enhance/comment-acts.css" {
  const styles: string;
  export default styles;
}

declare module "@/components/reader/enhance/who-is-in.css" {
  const styles: string;
  export default styles;
}

declare module "@/components/reader/enhance/moderate-here.css" {
  const styles: string;
  export default styles;
}
