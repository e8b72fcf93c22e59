import { StoryEditor } from "@/components/desk/editor/story-editor";
import { bringIn } from "@/components/desk/offline/bring-in";

/**
 * What brings a story in, with the whole editor beside it. Where parts of the editor's scripts are wanted without the rest, the bundler cuts all of them anew around these
 * parts, and every opening of the editor would weigh four kilobytes more. Here the weight does not matter: the scripts lie in the browser already.
 */
export const withEditor = { bringIn, StoryEditor };
