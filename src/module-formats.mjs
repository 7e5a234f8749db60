import { enableCompileCache, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

// Loaded before everything else (`node --import`), in every thread. JavaScript, so that it needs no types taken away:
// what does so takes longer to load than the hub's own modules do from the cache below.

// Modules without their types, as V8 has compiled them, are kept beside the packages, where whoever can write could
// change the code itself. Where the hub may not write it does without.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/rosterhub', import.meta.url)));

// Node 24 reads the whole package.json of a package again for each of its modules, only to see that they are ES
// modules; Drizzle has a hundred modules and 180 KB of package.json, which is more than half of the time in which a hub
// or a command starts.
registerHooks({
  resolve(specifier, context, next) {
    const parent = context.parentURL;
    if (!specifier.startsWith('.') || !parent?.includes('/node_modules/drizzle-orm/')) {
      return next(specifier, context);
    }
    return { url: new URL(specifier, parent).href, format: 'module', shortCircuit: true };
  },
});
