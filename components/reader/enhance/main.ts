import { defineCommentForm } from "@/components/reader/enhance/comment-form";
import { defineCopyLink } from "@/components/reader/enhance/copy-link";
import { countRead } from "@/components/reader/enhance/count-read";
import { defineEmbedFacade } from "@/components/reader/enhance/embed-facade";
import { enhanceComments } from "@/components/reader/enhance/enhance-comments";
import { defineListenStory } from "@/components/reader/enhance/listen-story";
import { defineSaveStory } from "@/components/reader/enhance/save-story";
import { defineSavedList } from "@/components/reader/enhance/saved-list";
import { defineSearchSuggestions } from "@/components/reader/enhance/search-suggestions";
import { defineShareLink } from "@/components/reader/enhance/share-link";
import { defineTextSize } from "@/components/reader/enhance/text-size";
import { defineThemeSwitch } from "@/components/reader/enhance/theme-switch";
import { defineViewerLink } from "@/components/reader/enhance/viewer-link";

/* Everything on reader pages works without this file; these elements make some of it quicker. What is seen at once comes first. */
defineThemeSwitch();
defineTextSize();
defineViewerLink();
defineCopyLink();
defineSaveStory();
defineListenStory();
defineShareLink();
defineSavedList();
defineCommentForm();
enhanceComments();
defineEmbedFacade();
defineSearchSuggestions();
countRead();
