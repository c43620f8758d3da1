/** The tag of all that shows pages or links to them. */
export const pagesTag = 'pages';
