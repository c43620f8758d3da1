/** Tag of what everybody reads of collections. */
export const collectionsTag = 'collections';
