import type { Accent, Role } from "@/db/vocabulary";

/** The Halyard, the invented daily of Port Ellery: what it says of itself. */
export const paper = {
  name: "The Halyard",
  tagline: "The daily paper of Port Ellery",
  description: "The daily paper of Port Ellery and the Orin estuary. Written, edited and corrected in public since 1887.",
  timeZone: "Europe/Copenhagen",
  language: "en",
  imprint: ["14 Chandlers’ Row, Port Ellery"],
} as const;

export type DemoPerson = { key: string; name: string; email: string; role: Role; bio: string; portrait: string | null };

/** A staff of eight with every role, and two readers. */
export const people: readonly DemoPerson[] = [
  { key: "wim", name: "Wim Castell", email: "wim@halyard.example", role: "administrator", bio: "", portrait: null },
  { key: "orla", name: "Orla Lindqvell", email: "orla@halyard.example", role: "editor", bio: "edits The Halyard and writes one long piece a season.", portrait: "portrait-lindqvell" },
  { key: "ines", name: "Ines Marlowe", email: "ines@halyard.example", role: "author", bio: "covers the council and the quays. She came to The Halyard as a tide-table compositor and still reads them first.", portrait: "portrait-marlowe" },
  { key: "tomas", name: "Tomas Quill", email: "tomas@halyard.example", role: "author", bio: "writes about the town, its library and its trams, mostly on foot.", portrait: "portrait-quill" },
  { key: "henrik", name: "Henrik Sundal", email: "henrik@halyard.example", role: "author", bio: "follows the harbour’s money and says where it went.", portrait: "portrait-sundal" },
  { key: "dayo", name: "Dayo Okarin", email: "dayo@halyard.example", role: "author", bio: "reports on sport and on how to get there.", portrait: "portrait-okarin" },
  { key: "bea", name: "Bea Adeyo", email: "bea@halyard.example", role: "contributor", bio: "writes from the upper estuary, and a column when the water is low.", portrait: "portrait-adeyo" },
  { key: "maud", name: "Maud Pettersen", email: "maud@halyard.example", role: "moderator", bio: "", portrait: null },
  { key: "hanne", name: "Hanne Vold", email: "hanne@reader.example", role: "reader", bio: "", portrait: null },
  { key: "jon", name: "Jon Ferrar", email: "jon@reader.example", role: "reader", bio: "", portrait: null },
];

/** `partOf` names the section that one stands in; it comes after that one. */
export const sections: readonly { slug: string; name: string; accent: Accent; description: string; partOf?: string }[] = [
  { slug: "town", name: "Town", accent: "town", description: "Council, quays, trams and neighbours: what happens inside the walls of Port Ellery and who decided it." },
  { slug: "region", name: "Region", accent: "region", description: "Northmere, Corran, Orin and the farms between: everything the estuary reaches." },
  { slug: "world", name: "World", accent: "world", description: "What happens across the water, told for people who may have to sail there." },
  { slug: "business", name: "Business", accent: "business", description: "Harbour dues, herring prices and the firms in between." },
  { slug: "opinion", name: "Opinion", accent: "opinion", description: "Columns by people who sign them. The paper’s own view is marked as such, and rare." },
  { slug: "culture", name: "Culture", accent: "culture", description: "The Ropewalk, the library, the choirs, and what is on the table." },
  { slug: "science", name: "Science", accent: "science", description: "From the polytechnic’s dome to the mud of the marsh." },
  { slug: "sport", name: "Sport", accent: "sport", description: "Rovers first, rowing second, everything else by merit." },
  { slug: "football", name: "Football", accent: "sport", description: "Ellery Rovers, whoever they play, and what it cost them.", partOf: "sport" },
];

/** What the paper says at the head of some tags' pages. */
export const tagIntros: Readonly<Record<string, string>> = {
  Ferries: "Four boats, eleven landings and one timetable that everybody knows better than the company does. What sails, what it costs, and who gets home by it.",
  "Tannery Hill": "Eighty-eight steps above the quays: clockmakers, a cinema with an interval, and the only laundry in town with a chess club.",
};

/** Stories that say the same: a translation and what it is one of. */
export const translations = [["library-fa", "library-reopens"]] as const;

/** What is read one after another, by the names of the stories' files. The letters are under embargo: readers do not see or count them yet. */
export const series: readonly { title: string; intro: string; stories: readonly string[] }[] = [
  {
    title: "What the harbour costs",
    intro: "Every ship pays to lie here, and every household pays for what the ships do not. Henrik Sundal follows the money along the quays, one bollard at a time.",
    stories: ["what-a-due-is", "harbour-dues", "harbour-letters", "ropeyard"],
  },
];

/** How The Halyard writes, one rule a line as in its settings. */
export const houseStyle: readonly string[] = [
  "utilis* | use | The short word.",
  "commence* | begin | The short word.",
  "in order to | to | Two words fewer.",
  "prior to | before | One word.",
  "at this moment in time | now | Four words fewer.",
  "in the vicinity of | near | Three words fewer.",
  "passed away | died | Plain words are kinder.",
  "very unique | unique | It either is or is not.",
  "harbor | harbour | British spelling, also in names of offices that we translate.",
  "The Port Authority | the Harbour Office | It was renamed in 2019. | capitals",
];
