/** Addresses of what the script of reader pages fetches when it is wanted; put in when it is made (server/reader-script.ts). */
declare const laterScripts: { readonly comments: string; readonly pictures: string; readonly moderation: string; readonly presence: string };
