import { registerHooks } from 'node:module';

/**
 * Loaded before everything else (`node --import`). Node 24 reads the whole package.json of a package again for each of
 * its modules, only to see that they are ES modules; Drizzle has a hundred modules and 180 KB of package.json, which is
 * more than half of the time in which a hub or a command starts.
 */
registerHooks({
  resolve(specifier, context, next) {
    const parent = context.parentURL;
    if (!specifier.startsWith('.') || !parent?.includes('/node_modules/drizzle-orm/')) {
      return next(specifier, context);
    }
    return { url: new URL(specifier, parent).href, format: 'module', shortCircuit: true };
  },
});
