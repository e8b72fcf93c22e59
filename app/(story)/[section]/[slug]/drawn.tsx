"use client";

import { StoryPageView } from "@/components/reader/article/story-page";
import { drawnOnce } from "@/lib/web/handed-over";

export const DrawnStory = drawnOnce(StoryPageView);
