/** A UUID in small letters, as a regular expression's text: JavaScript and PostgreSQL read it alike. */
export const uuidPattern = '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';
