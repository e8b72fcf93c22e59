type Placed = { id: string; parentId: string | null };

/** The sections of the paper itself: what its menus show first. */
export const topSections = <Section extends Placed>(sections: readonly Section[]): Section[] => sections.filter((section) => !section.parentId);

/** The parts of a section, in their order. */
export const partsOf = <Section extends Placed>(sections: readonly Section[], { id }: Pick<Placed, "id">): Section[] => sections.filter((section) => section.parentId === id);

/** A section with its parts: whose stories its lists hold. */
export const familyOf = <Section extends Placed>(sections: readonly Section[], section: Section): Section[] => [section, ...partsOf(sections, section)];

/** What a section is a part of, or null. */
export const parentOf = <Section extends Placed>(sections: readonly Section[], { parentId }: Pick<Placed, "parentId">): Section | null => (parentId && sections.find((section) => section.id === parentId)) || null;

/** Each section of the paper followed by its parts: the order of every list that shows both. */
export const withPartsBelow = <Section extends Placed>(sections: readonly Section[]): Section[] => topSections(sections).flatMap((section) => familyOf(sections, section));
