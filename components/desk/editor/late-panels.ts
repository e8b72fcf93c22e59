// What stands beside the story and is of no use without the line comes together: each script of its own costs the opening more than it saves there.
export { NotesPanel } from "@/components/desk/editor/notes/notes-panel";
export { PublishPanel } from "@/components/desk/editor/publish-panel";
export { HereList } from "@/components/desk/editor/following/here-list";
export { OpenProposals } from "@/components/desk/proposals/open-proposals";
