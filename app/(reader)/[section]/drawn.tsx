"use client";

import { SectionFront } from "@/components/reader/front/section-front";
import { drawnOnce } from "@/lib/web/handed-over";

export const DrawnSection = drawnOnce(SectionFront);
