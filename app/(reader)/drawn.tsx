"use client";

import { FrontPage } from "@/components/reader/front/front-page";
import { drawnOnce } from "@/lib/web/handed-over";

export const DrawnFront = drawnOnce(FrontPage);
