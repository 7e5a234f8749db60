/** Says which publication a page shows, by id and by stamp. A poller keeps the stamp of its walk's first page. */
export const publicationHeader = 'X-Publication-Id';
export const publishedAtHeader = 'X-Published-At';
