# syntax=docker/dockerfile:1

# Production dependencies only. Optional ones are left out: they bring Node and PostgreSQL to machines that have
# none, and a container has its own Node and is given its database.
FROM node:24-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 MALLOC_ARENA_MAX=2 MALLOC_MMAP_THRESHOLD_=131072
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json ./
COPY drizzle ./drizzle
COPY src ./src
COPY scripts/rosterhub.ts ./scripts/rosterhub.ts
COPY scripts/rosterhub ./scripts/rosterhub
USER 10001:10001
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# The same as `npm start`, without npm in between: signals reach the hub itself.
CMD ["node", "--no-memory-protection-keys", "--import", "./src/module-formats.mjs", "--max-semi-space-size=2", "--heap-growing-percent=60", "--max-old-space-size=256", "src/main.ts"]
