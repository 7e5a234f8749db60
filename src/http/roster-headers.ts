/** Says which publication a page shows, by id and by stamp. A poller keeps the stamp of its walk's first page. */
export const publicationHeader = 'X-Publication-Id';
export const publishedAtHeader = 'X-Published-At';
/** A poller whose stamp is older than this begins with a full pull: it would not hear of every deletion. */
export const deltasFromHeader = 'X-Deltas-From';
