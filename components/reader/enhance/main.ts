import { defineCommentForm } from "@/components/reader/enhance/comment-form";
import { defineEmbedFacade } from "@/components/reader/enhance/embed-facade";
import { defineSearchSuggestions } from "@/components/reader/enhance/search-suggestions";
import { defineShareLink } from "@/components/reader/enhance/share-link";
import { defineThemeSwitch } from "@/components/reader/enhance/theme-switch";
import { defineViewerLink } from "@/components/reader/enhance/viewer-link";

/* Everything on reader pages works without this file; these elements make some of it quicker. */
defineThemeSwitch();
defineViewerLink();
defineShareLink();
defineCommentForm();
defineEmbedFacade();
defineSearchSuggestions();
