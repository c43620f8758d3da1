/** Pictures beside the lines of a member's menu. */
export type MenuIcon = 'list' | 'parcel' | 'sprout';

/** A line of a member's own menu: its words are `viewer.lines.<name>` in the domain's `menu` sentences, which every page has. */
export type MenuLine = { readonly name: string; readonly path: () => string; readonly icon: MenuIcon };

/** Declares the pages of a domain that a member's menu leads to. */
export const declareMenu = (...menu: MenuLine[]): readonly MenuLine[] => menu;
