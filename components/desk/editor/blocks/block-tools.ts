/* What stands at blocks with settings and beside them. Heavy, and most stories have few such blocks: it comes with the first one. */
export { BlockSettings } from "@/components/desk/editor/blocks/block-settings";
export { PictureMenu } from "@/components/desk/editor/menus/picture-menu";
